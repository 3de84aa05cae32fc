// What is asked of whom, and what came back.
import { AVIS } from '#domain/dossier/avis.ts';
import type { SorteAvis } from '#domain/dossier/evenements.ts';
import { type DossierAffiche, FormulaireDeclare } from '#features/formulaires/views/agent.tsx';
import { t } from '#ui/langue/t.ts';
import { faireDemanderAvis, faireEnregistrerCertificat, faireRendreAvis } from '../actions.ts';

export function DemanderAvis({ dossier, sortes }: { dossier: DossierAffiche; sortes: readonly SorteAvis[] }) {
  return (
    <FormulaireDeclare
      action={faireDemanderAvis}
      dossier={dossier}
      bouton={t('Demander cet avis')}
      champs={[
        {
          sorte: 'radios',
          nom: 'sorte',
          libelle: t('À qui'),
          requis: true,
          options: sortes.map((s) => ({ valeur: s, libelle: t(AVIS[s].libelle), aide: t(AVIS[s].explication) })),
        },
        {
          sorte: 'long',
          nom: 'question',
          libelle: t('Question posée'),
          aide: t('Ce que vous demandez, et les motifs qui vous y conduisent. N’écrivez rien de médical.'),
          requis: true,
          lignes: 5,
        },
      ]}
    />
  );
}

export function EnregistrerCertificat({ dossier, avis }: { dossier: DossierAffiche; avis: string }) {
  return (
    <FormulaireDeclare
      action={faireEnregistrerCertificat}
      dossier={dossier}
      caches={{ avis }}
      bouton={t('Enregistrer la réception')}
      secondaire
      champs={[{ sorte: 'date', nom: 'recu', libelle: t('Jour où l’OFII a reçu le certificat'), requis: true }]}
    />
  );
}

/** `avecTexte`: false for the OFII, of which nothing but the sense is kept. */
export function RendreAvis({ dossier, avis, avecTexte }: { dossier: DossierAffiche; avis: string; avecTexte: boolean }) {
  return (
    <FormulaireDeclare
      action={faireRendreAvis}
      dossier={dossier}
      caches={{ avis }}
      bouton={t('Enregistrer l’avis')}
      champs={[
        {
          sorte: 'radios',
          nom: 'sens',
          libelle: t('Sens de l’avis'),
          requis: true,
          options: [
            { valeur: 'favorable', libelle: t('Favorable') },
            { valeur: 'reserve', libelle: t('Favorable avec réserve') },
            { valeur: 'defavorable', libelle: t('Défavorable') },
          ],
        },
        ...(avecTexte ? [{ sorte: 'long' as const, nom: 'texte', libelle: t('Texte de l’avis (facultatif)') }] : []),
        { sorte: 'date', nom: 'rendu', libelle: t('Jour de l’avis'), requis: true },
      ]}
    />
  );
}
