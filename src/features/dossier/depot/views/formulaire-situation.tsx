'use client';
import { adresseEtape, type BaseDemarche } from '#domain/access/demarche.ts';
import type { Brut } from '#domain/procedure/champs.ts';
import { valeurEn } from '#domain/procedure/saisie.ts';
import type { Entree } from '#domain/procedure/situation.ts';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { Formulaire, texteSaisi } from '#ui/fields/formulaire.tsx';
import { ChampRadios } from '#ui/fields/radios.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { choisirSituation } from '../actions.ts';
import { ChampsDuMineur } from './champs-du-mineur.tsx';

type Props = { base?: BaseDemarche; entree: Entree; choix: readonly string[]; dossierId?: string };

function precisionSaisie(valeurs: Brut, code: string): string | undefined {
  const choisie = valeurEn(valeurs, `precision.${code}`);
  return typeof choisie === 'string' ? choisie : undefined;
}

/** Step 1 (S-081 to S-088): the second level opens under the answer chosen, by CSS alone. */
export function FormulaireSituation({ base = '/demarches', entree, choix, dossierId }: Props) {
  const t = useT();
  return (
    <Formulaire action={choisirSituation} initial={FORMULAIRE_VIDE}>
      {(etat, enCours) => (
        <>
          <input type="hidden" name="_entree" value={entree.code} />
          {dossierId ? <input type="hidden" name="_dossier" value={dossierId} /> : null}
          {dossierId ? null : <ChampsDuMineur etat={etat} />}
          <ChampRadios
            nom="situation"
            libelle={<strong>{t(entree.question)}</strong>}
            requis
            erreur={etat.erreurs.situation}
            defaultValue={texteSaisi(etat, 'situation') ?? choix[0]}
            t={t}
            options={entree.reponses.map((r) => ({
              valeur: r.code,
              libelle: t(r.libelle),
              suite:
                'reponses' in r.suite ? (
                  <ChampRadios
                    nom={`precision.${r.code}`}
                    libelle={t('Précisez votre situation')}
                    defaultValue={precisionSaisie(etat.valeurs, r.code) ?? (choix[0] === r.code ? choix[1] : undefined)}
                    t={t}
                    options={r.suite.reponses.map((s) => ({ valeur: s.code, libelle: t(s.libelle) }))}
                  />
                ) : undefined,
            }))}
          />
          {dossierId ? (
            <p>
              {t(
                'Si vous changez de situation, les réponses de l’étape « Motif de séjour » et les justificatifs propres à l’ancienne situation seront effacés. Vos informations personnelles sont gardées.',
              )}
            </p>
          ) : null}
          <div className="portail-navigation">
            <button className="fr-btn fr-icon-arrow-right-s-line fr-btn--icon-right" type="submit" aria-disabled={enCours}>
              {t('Enregistrer et poursuivre')}
            </button>
            {base === '/demarches' ? (
              <a className="fr-btn fr-btn--tertiary" href={dossierId ? adresseEtape(base, dossierId, 'abandon') : '/'}>
                {t('Abandonner la demande')}
              </a>
            ) : null}
          </div>
        </>
      )}
    </Formulaire>
  );
}
