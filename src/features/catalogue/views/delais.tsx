import { jourLisible } from '#domain/jour.ts';
import type { Silence } from '#domain/procedure/definition.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import type { FicheChargee } from '../loaders.ts';
import type { Fiche } from '../queries.ts';
import { phraseDuCas } from './prix.tsx';

/** When the request may be filed; with the end of the titre, on which days, and a file for one's calendar. */
export function Depot({ fiche }: { fiche: FicheChargee }) {
  const { procedure, saisie, resume, evenement } = fiche;
  const { fenetre } = procedure;
  switch (fenetre.sorte) {
    case 'libre':
      return <p>{t('À tout moment.')}</p>;
    case 'depuis':
      return (
        <p>
          {t('Dans les {n} mois qui suivent la date demandée dans le formulaire : « {champ} ».', {
            n: fenetre.mois,
            champ: t(evenement ?? fenetre.champ),
          })}{' '}
          {fenetre.ferme
            ? t('Après, la demande n’est plus possible ici.')
            : t('Après, vous pouvez encore la faire, mais elle est en retard.')}{' '}
          <span className="fr-hint-text">{fenetre.article}</span>
        </p>
      );
    case 'fin_de_titre':
      // R.431-5 does not bind the long-term resident – EU
      if (saisie.situation.titre === 'resident_ue') return <p>{t('À tout moment : le délai ne s’applique pas à votre titre.')}</p>;
      return (
        <>
          <p>
            {t('Entre {debut} et {fin} jours avant la fin de votre titre.', { debut: fenetre.ouvreJours, fin: fenetre.fermeJours })}{' '}
            <span className="fr-hint-text">{fenetre.article}</span>
          </p>
          {resume.depot && saisie.fin ? (
            <>
              <p>
                {t('Votre titre se termine le {jour} :', { jour: jourLisible(saisie.fin) })}{' '}
                <strong>
                  {t('déposez votre demande du {ouvre} au {ferme}.', {
                    ouvre: jourLisible(resume.depot.ouvre),
                    ferme: jourLisible(resume.depot.ferme),
                  })}
                </strong>
              </p>
              <p>
                <a className="fr-link fr-link--download" href={`/api/catalogue/${procedure.slug}/calendrier?fin=${saisie.fin}`} download>
                  {t('Mettre ces dates dans mon agenda')}
                  <span className="fr-link__detail">{t('Fichier .ics')}</span>
                </a>
              </p>
            </>
          ) : (
            <p>{t('Donnez la date de fin de votre titre pour connaître vos dates.')}</p>
          )}
          <Aujourdhui etat={resume.fenetre} />
        </>
      );
  }
}

/** Where today stands in the window; without a date, what happens after it. */
function Aujourdhui({ etat }: { etat: Fiche['resume']['fenetre'] }) {
  switch (etat.etat) {
    case 'trop_tot':
      return <p>{t('C’est trop tôt aujourd’hui : revenez le {jour}.', { jour: jourLisible(etat.ouvreLe) })}</p>;
    case 'ouverte':
      return <p>{t('C’est le bon moment : vous avez jusqu’au {jour}.', { jour: jourLisible(etat.jusquau) })}</p>;
    case 'tardive':
      return (
        <Alerte ton="warning">
          {t('Le délai s’est terminé le {jour}. Déposez sans attendre : un droit de visa de régularisation peut vous être demandé.', {
            jour: jourLisible(etat.delaiFiniLe),
          })}
        </Alerte>
      );
    case 'expiree':
      return (
        <Alerte ton="warning">
          {t(
            'Votre titre s’est terminé le {fin}. Vous pouvez demander son renouvellement jusqu’au {jour}, avec un droit de visa de régularisation.',
            {
              fin: jourLisible(etat.finiLe),
              jour: jourLisible(etat.jusquau),
            },
          )}
        </Alerte>
      );
    case 'plus_de_six_mois':
      return (
        <Alerte ton="warning">
          {t('Votre titre est terminé depuis plus de six mois : c’est une première demande, avec le visa exigé (CESEDA, art. R. 431-8).')}
        </Alerte>
      );
    case 'libre':
    case 'fermee':
    case 'selon_evenement':
      return (
        <p>
          {t('Après ce délai, la demande reste possible mais coûte plus cher. Six mois après la fin du titre, il faut un nouveau visa.')}
        </p>
      );
  }
}

const duree = ({ delai }: Silence) => ('mois' in delai ? t('{n} mois', { n: delai.mois }) : t('{n} jours', { n: delai.jours }));

/** The delay in a few words. */
export function delaiEnClair({ silences, procedure }: FicheChargee): string {
  if (procedure.traitement === 'automatique') return t('tout de suite');
  if (silences.length === 0) return t('aucun délai fixé par un texte');
  return t('au plus tard {durees} après un dépôt complet', { durees: [...new Set(silences.map(duree))].join(t(' ou ')) });
}

/** What silence means, in plain words. */
export function Delais({ silences, automatique }: { silences: Fiche['silences']; automatique: boolean }) {
  if (automatique) return <p>{t('La vérification est automatique : vous avez la réponse tout de suite.')}</p>;
  if (silences.length === 0) return <p>{t('Aucun texte ne fixe de délai de réponse pour cette demande.')}</p>;
  return (
    <>
      {silences.map((s, i) => (
        <p key={`${s.article} ${s.enCas ?? ''}`}>
          {phraseDuCas(s.enCas, i > 0)} {t('L’administration a')} <strong>{duree(s)}</strong>{' '}
          {t('pour répondre, à partir du dépôt d’un dossier complet.')} <span className="fr-hint-text">{s.article}</span>
        </p>
      ))}
      <p>
        {t(
          'Si vous n’avez rien reçu à la fin de ce délai, c’est un refus, qu’on appelle « implicite » : vous pouvez demander pourquoi, et le contester devant le tribunal administratif. L’administration peut encore vous répondre après.',
        )}
      </p>
    </>
  );
}

/** What the person holds meanwhile, and whether they may work. */
export function Pendant({ fiche }: { fiche: FicheChargee }) {
  const { procedure, travail } = fiche;
  const { documentProvisoire: provisoire } = procedure;
  return (
    <ul>
      {procedure.traitement === 'automatique' ? null : (
        <li>{t('Dès le dépôt : une confirmation en PDF. Elle prouve le dépôt, pas que votre séjour est régulier.')}</li>
      )}
      <Provisoire provisoire={provisoire} />
      {travail ? (
        <li>
          {travail.enCas
            ? t('Vous pouvez travailler pendant l’examen de votre demande si {cas}.', { cas: travail.enCas })
            : t('Vous pouvez travailler pendant l’examen de votre demande, avec l’attestation.')}{' '}
          {travail.precision ? t(travail.precision) : null} <span className="fr-hint-text">{travail.article}</span>
        </li>
      ) : provisoire.sorte === 'api' || provisoire.sorte === 'api_immediate' ? (
        <li>{t('L’attestation ne permet pas, à elle seule, de travailler.')}</li>
      ) : null}
      {procedure.traitement === 'automatique' ? null : (
        <li>{t('Si la réponse est favorable : une attestation à télécharger, valable jusqu’à la remise du titre.')}</li>
      )}
    </ul>
  );
}

function Provisoire({ provisoire }: { provisoire: FicheChargee['procedure']['documentProvisoire'] }) {
  switch (provisoire.sorte) {
    case 'api':
      return (
        <li>
          {t(
            'Si votre dossier est complet, déposé à temps, et que le document que vous avez se termine avant la réponse : une attestation de prolongation d’instruction, de {n} mois au plus, renouvelée jusqu’à la réponse. Si vous n’avez aucun document de séjour, elle ne vous est pas due.',
            { n: provisoire.mois },
          )}{' '}
          <span className="fr-hint-text">{provisoire.article}</span>
        </li>
      );
    case 'api_immediate':
      return (
        <li>
          {t('Dès le dépôt : une attestation de {n} mois, renouvelable, qui porte la mention « {mention} ».', {
            n: provisoire.mois,
            mention: t(provisoire.mention),
          })}{' '}
          <span className="fr-hint-text">{provisoire.article}</span>
        </li>
      );
    case 'attestation':
      return (
        <li>
          {t(provisoire.mention)} <span className="fr-hint-text">{provisoire.article}</span>
        </li>
      );
    case 'aucun':
      return null;
  }
}
