// Search among the dossiers of the prefecture, in every state. A GET form: the address keeps what was asked.
import { ATTENTE_AGENT, STATUT_AGENT } from '#domain/dossier/statuts.ts';
import { jourDe, jourLisible } from '#domain/jour.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { ChampRecherche } from '#ui/fields/recherche.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import { type Cellule, type LigneTableau, type Mot, Tableau } from '#ui/layout/tableau.tsx';
import type { DossierTrouve, Resultats } from '../queries.ts';

type Props = Resultats & { saisie: string; peutOuvrir: boolean };

/** D-17: what is known of a birth date, and no more. */
function naissanceLisible(naissance: string | null): string {
  if (naissance === null || naissance === '') return '–';
  const [annee = '', mois, jour] = naissance.split('-');
  if (jour) return jourLisible(naissance);
  return mois ? `${mois}/${annee}` : annee;
}

function signaux({ estRestreint, attente }: DossierTrouve): Cellule {
  const mots: Mot[] = [];
  if (estRestreint) mots.push({ ton: 'warning', mot: t('Accès restreint') });
  if (attente !== null) mots.push({ ton: attente === 'reponse' ? 'new' : 'info', mot: t(ATTENTE_AGENT[attente]) });
  return mots.length ? mots : '';
}

export function VueRecherche({ saisie, trouves, precisez, peutOuvrir }: Props) {
  const complet = (cellules: string[]) => (peutOuvrir ? cellules : []);
  const enLigne = (d: DossierTrouve): LigneTableau => ({
    cle: d.id,
    cellules: [
      d.numero,
      d.demandeur,
      naissanceLisible(d.naissance),
      t(STATUT_AGENT[d.statut]),
      jourLisible(jourDe(d.deposeLe)),
      ...complet([d.procedure, d.agent ?? '–']),
      signaux(d),
    ],
  });
  const colonnes = [t('N° de demande'), t('Demandeur'), t('Naissance'), t('État'), t('Déposé le')];
  return (
    <Page titre={t('Rechercher un dossier')} parents={[{ libelle: t('Dossiers à instruire'), href: '/instruction' }]}>
      <form className="agent-recherche" action="/instruction/recherche">
        <ChampRecherche
          nom="q"
          libelle={t('Nom, numéro, adresse électronique ou téléphone')}
          defaultValue={saisie}
          aria-describedby="recherche-aide"
        />
        <p className="fr-hint-text" id="recherche-aide">
          {t(
            'Le début des mots suffit, dans n’importe quel ordre, avec ou sans accents. Ajoutez une année ou une date de naissance pour préciser : « diallo ami 1990 ». Un numéro : de demande ou son début, étranger, de téléphone.',
          )}
        </p>
      </form>
      {saisie === '' ? null : (
        <>
          {precisez ? (
            <Alerte ton="info">
              {t(
                'La liste est coupée à {n} dossiers, d’autres répondent à cette recherche. Pour la resserrer, ajoutez un prénom, une année ou une date de naissance, ou écrivez le numéro de la demande en entier.',
                { n: trouves.length },
              )}
            </Alerte>
          ) : null}
          <Tableau
            legende={t('Résultats pour « {recherche} », le dépôt le plus récent d’abord', { recherche: saisie })}
            colonnes={[...colonnes, ...complet([t('Procédure'), t('Agent')]), t('À noter')]}
            lignes={trouves.map(enLigne)}
            {...(peutOuvrir ? { vers: '/instruction/' } : {})}
            vide={t('Aucun dossier de votre préfecture ne répond à « {recherche} ». Essayez le nom de naissance seul, ou le numéro.', {
              recherche: saisie,
            })}
          />
        </>
      )}
    </Page>
  );
}
