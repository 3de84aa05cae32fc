'use client';
import { AVIS } from '#domain/dossier/avis.ts';
import type { SorteAvis } from '#domain/dossier/evenements.ts';
import { ChampDate } from '#ui/fields/date.tsx';
import { textesSaisis } from '#ui/fields/formulaire.tsx';
import { ChampRadios } from '#ui/fields/radios.tsx';
import { ChampTexteLong } from '#ui/fields/texte-long.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { type DossierAffiche, FormulaireAgent } from '../../instruction/views/formulaire.tsx';
import { faireDemanderAvis, faireEnregistrerCertificat, faireRendreAvis } from '../actions.ts';

const premiere = (erreurs: Record<string, string>, nom: string) =>
  [nom, `${nom}.jour`, `${nom}.mois`, `${nom}.annee`].map((n) => erreurs[n]).find(Boolean);

export function DemanderAvis({ dossier, sortes }: { dossier: DossierAffiche; sortes: readonly SorteAvis[] }) {
  const t = useT();
  return (
    <FormulaireAgent action={faireDemanderAvis} dossier={dossier} bouton={t('Demander cet avis')}>
      {({ erreurs }, tape) => (
        <>
          <ChampRadios
            nom="sorte"
            libelle={t('À qui')}
            t={t}
            requis
            erreur={erreurs.sorte}
            defaultValue={tape('sorte') ?? ''}
            options={sortes.map((s) => ({ valeur: s, libelle: t(AVIS[s].libelle), aide: t(AVIS[s].explication) }))}
          />
          <ChampTexteLong
            nom="question"
            libelle={t('Question posée')}
            aide={t('Ce que vous demandez, et les motifs qui vous y conduisent. N’écrivez rien de médical.')}
            t={t}
            requis
            rows={5}
            erreur={erreurs.question}
            defaultValue={tape('question') ?? ''}
          />
        </>
      )}
    </FormulaireAgent>
  );
}

export function EnregistrerCertificat({ dossier, avis }: { dossier: DossierAffiche; avis: string }) {
  const t = useT();
  return (
    <FormulaireAgent action={faireEnregistrerCertificat} dossier={dossier} bouton={t('Enregistrer la réception')} secondaire>
      {(etat) => (
        <>
          <input type="hidden" name="avis" value={avis} />
          <ChampDate
            nom="recu"
            libelle={t('Jour où l’OFII a reçu le certificat')}
            exempleAnnee="2026"
            valeurs={textesSaisis(etat, 'recu')}
            erreur={premiere(etat.erreurs, 'recu')}
            requis
            t={t}
          />
        </>
      )}
    </FormulaireAgent>
  );
}

/** `avecTexte`: false for the OFII, of which nothing but the sense is kept. */
export function RendreAvis({ dossier, avis, avecTexte }: { dossier: DossierAffiche; avis: string; avecTexte: boolean }) {
  const t = useT();
  return (
    <FormulaireAgent action={faireRendreAvis} dossier={dossier} bouton={t('Enregistrer l’avis')}>
      {(etat, tape) => (
        <>
          <input type="hidden" name="avis" value={avis} />
          <ChampRadios
            nom="sens"
            libelle={t('Sens de l’avis')}
            t={t}
            requis
            erreur={etat.erreurs.sens}
            defaultValue={tape('sens') ?? ''}
            options={[
              { valeur: 'favorable', libelle: t('Favorable') },
              { valeur: 'reserve', libelle: t('Favorable avec réserve') },
              { valeur: 'defavorable', libelle: t('Défavorable') },
            ]}
          />
          {avecTexte ? (
            <ChampTexteLong
              nom="texte"
              libelle={t('Texte de l’avis (facultatif)')}
              t={t}
              rows={4}
              erreur={etat.erreurs.texte}
              defaultValue={tape('texte') ?? ''}
            />
          ) : null}
          <ChampDate
            nom="rendu"
            libelle={t('Jour de l’avis')}
            exempleAnnee="2026"
            valeurs={textesSaisis(etat, 'rendu')}
            erreur={premiere(etat.erreurs, 'rendu')}
            requis
            t={t}
          />
        </>
      )}
    </FormulaireAgent>
  );
}
