'use client';
import { DROITS, LIBELLE_DROIT, LIBELLE_QUALITE, QUALITES_MANDATAIRE } from '#domain/access/mandat.ts';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { ChampCase } from '#ui/fields/case.tsx';
import { ChampChoix } from '#ui/fields/choix.tsx';
import { ChampDate } from '#ui/fields/date.tsx';
import { Formulaire, textesSaisis } from '#ui/fields/formulaire.tsx';
import { ChampRadios } from '#ui/fields/radios.tsx';
import { ChampTexte } from '#ui/fields/texte.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { donner, repondre, revoquer } from '../actions.ts';
import type { DemandeAConfier } from '../queries.ts';

type Props = { demandes: readonly DemandeAConfier[]; finProposee: string; choisie: string };

export function FormulaireMandat({ demandes, finProposee, choisie }: Props) {
  const t = useT();
  const [annee = '', mois = '', jour = ''] = finProposee.split('-');
  return (
    <Formulaire action={donner} initial={FORMULAIRE_VIDE}>
      {(etat, _enCours, champs) => {
        const coches = textesSaisis(etat, 'droits');
        return (
          <>
            <p className="fr-text--sm">{t('Les champs marqués d’un * sont obligatoires')}</p>
            <ChampChoix
              {...champs.texte('dossier', choisie)}
              libelle={t('Quelle demande voulez-vous confier ?')}
              requis
              options={demandes.map((d) => ({ valeur: d.id, libelle: d.libelle }))}
            />
            <ChampTexte {...champs.texte('nom')} libelle={t('Nom de la personne qui vous aide')} requis autoComplete="off" />
            <ChampTexte
              {...champs.texte('email')}
              type="email"
              libelle={t('Son adresse électronique')}
              aide={t('Elle reçoit un courriel, et répond avec un compte ouvert à cette adresse.')}
              requis
              autoComplete="off"
            />
            <ChampRadios
              {...champs.texte('qualite')}
              libelle={t('Qui est cette personne pour vous ?')}
              requis
              options={QUALITES_MANDATAIRE.map((q) => ({ valeur: q, libelle: t(LIBELLE_QUALITE[q]) }))}
            />
            <ChampTexte
              {...champs.texte('organisme')}
              libelle={t('Nom de l’association ou du cabinet')}
              aide={t('Obligatoire pour une association.')}
              autoComplete="off"
            />
            <fieldset className="portail-consentement">
              <legend className="fr-text--bold">{t('Que peut-elle faire pour vous ?')}</legend>
              <p>{t('Elle peut toujours voir la demande, ses courriers et ses documents. Cochez ce que vous ajoutez.')}</p>
              {DROITS.filter((d) => d !== 'voir').map((d) => (
                <ChampCase
                  key={d}
                  nom={`droits.${d}`}
                  libelle={t(LIBELLE_DROIT[d])}
                  defaultChecked={coches?.[d] === 'on'}
                  erreur={etat.erreurs[`droits.${d}`]}
                  t={t}
                />
              ))}
            </fieldset>
            <ChampDate
              exempleAnnee="2027"
              {...champs.date('finLe', { jour, mois, annee })}
              libelle={t('Dernier jour du mandat')}
              aide={t('Au plus tard dans un an. Vous pouvez l’arrêter avant, à tout moment.')}
              requis
            />
            <p className="portail-actions">
              <button type="submit" className="fr-btn">
                {t('Proposer ce mandat')}
              </button>
              <a className="fr-btn fr-btn--secondary" href="/mon-compte/mandats">
                {t('Annuler')}
              </a>
            </p>
          </>
        );
      }}
    </Formulaire>
  );
}

export function FormulaireReponse({ jeton }: { jeton: string }) {
  const t = useT();
  return (
    <Formulaire action={repondre} initial={FORMULAIRE_VIDE}>
      {() => (
        <p className="portail-actions">
          <input type="hidden" name="jeton" value={jeton} />
          <button type="submit" className="fr-btn" name="accepte" value="oui">
            {t('J’accepte ce mandat')}
          </button>
          <button type="submit" className="fr-btn fr-btn--secondary" name="accepte" value="non">
            {t('Je décline')}
          </button>
        </p>
      )}
    </Formulaire>
  );
}

export function BoutonRevoquer({ mandat, precision }: { mandat: string; precision: string }) {
  const t = useT();
  return (
    <Formulaire action={revoquer} initial={FORMULAIRE_VIDE}>
      {() => (
        <>
          <input type="hidden" name="mandat" value={mandat} />
          <button type="submit" className="fr-btn fr-btn--secondary">
            {t('Arrêter ce mandat')}
            <span className="fr-sr-only"> {precision}</span>
          </button>
        </>
      )}
    </Formulaire>
  );
}
