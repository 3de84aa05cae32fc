// The agreement to be notified electronically (D-07): what it changes is said before it is given (CRPA R.112-17); it is revocable (R.112-18).
import { PageCompte } from '#features/accueil/views/page-compte.tsx';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { Badge } from '#ui/feedback/badge.tsx';
import { t } from '#ui/langue/t.ts';
import { Instant } from '#ui/layout/instant.tsx';
import { Repli } from '#ui/layout/repli.tsx';
import type { ConsentementLu, LigneConsentement } from '../queries.ts';
import { FormulaireConsentement } from './formulaire-consentement.tsx';

function Etat({ etat }: Pick<ConsentementLu, 'etat'>) {
  const { le, finLe } = etat;
  if (le && !finLe)
    return (
      <p>
        <Badge ton="success">{t('Accord donné')}</Badge> {t('Vous avez donné votre accord le')} <Instant le={le} precis t={t} />.
      </p>
    );
  return (
    <p>
      <Badge>{t('Pas d’accord')}</Badge>{' '}
      {finLe ? (
        <>
          {t('Vous avez retiré votre accord le')} <Instant le={finLe} precis t={t} />.
        </>
      ) : (
        t('Vous n’avez pas donné votre accord.')
      )}
    </p>
  );
}

function Effets() {
  return (
    <section aria-labelledby="effets">
      <h2 id="effets">{t('Ce que cela change')}</h2>
      <h3 className="fr-h6">{t('Avec votre accord')}</h3>
      <ul>
        <li>{t('Les courriers sur vos demandes (document manquant, décision…) arrivent dans votre espace. Un courriel vous prévient.')}</li>
        <li>{t('Un courrier compte comme reçu le jour où vous l’ouvrez. Les délais pour répondre ou contester partent de ce jour.')}</li>
        <li>
          {t(
            'Si vous ne l’ouvrez pas dans les 15 jours, il compte comme reçu le jour où il a été mis dans votre espace. Les délais partent alors de ce jour.',
          )}
        </li>
        <li>{t('Votre adresse électronique doit rester valable : changez-la dans « Mes coordonnées » dès qu’elle change.')}</li>
      </ul>
      <h3 className="fr-h6">{t('Sans votre accord')}</h3>
      <ul>
        <li>{t('Vous pouvez toujours lire vos courriers dans votre espace : les ouvrir vaut accusé de réception.')}</li>
        <li>
          {t(
            'Un courrier que vous n’ouvrez pas ne compte pas comme reçu. L’administration vous relance, puis vous l’envoie par lettre recommandée avant de fermer une demande.',
          )}
        </li>
        <li>{t('Votre demande est traitée de la même façon. La lettre recommandée peut seulement prendre plus de temps.')}</li>
      </ul>
      <p>
        {t(
          'Vous pouvez changer d’avis à tout moment, sans donner de raison. Un retrait vaut tout de suite, pour les courriers à venir : ceux qui ont été mis dans votre espace avant gardent leurs effets.',
        )}
      </p>
      <Repli titre={t('Que dit la loi ?')} niveau="h3">
        <p>
          {t(
            'Code des relations entre le public et l’administration, articles L. 112-15 et R. 112-17 à R. 112-20 : l’administration doit recueillir votre accord exprès et vous en expliquer les effets ; vous pouvez y mettre fin ; chaque courrier est annoncé par un avis qui donne sa date et le délai de 15 jours ; un courrier non consulté dans ce délai est réputé notifié à la date de sa mise à disposition.',
          )}
        </p>
      </Repli>
    </section>
  );
}

const CANAUX: Readonly<Record<string, string>> = {
  creation: 'à la création de votre compte',
  compte: 'dans « Mon compte »',
  guichet: 'au guichet',
};

function Ligne({ ligne }: { ligne: LigneConsentement }) {
  const canal = CANAUX[ligne.canal];
  return (
    <li>
      <span className="portail-historique__date">
        <Instant le={ligne.le} precis t={t} />
      </span>
      <span>
        {ligne.donne ? t('Accord donné') : t('Accord retiré')}
        {canal ? `, ${t(canal)}` : ''}
      </span>
    </li>
  );
}

export function PageConsentement({ etat, historique, vientDeChanger }: ConsentementLu & { vientDeChanger: boolean }) {
  const estActif = etat.le !== null && etat.finLe === null;
  return (
    <PageCompte titre={t('Mon consentement aux notifications électroniques')} fil={t('Mon consentement')} ici="/mon-compte/consentement">
      {vientDeChanger ? (
        <Alerte ton="success" annoncer>
          {estActif
            ? t('Votre accord est enregistré. Un courriel vous le confirme.')
            : t('Le retrait de votre accord est enregistré. Un courriel vous le confirme.')}
        </Alerte>
      ) : null}
      <Etat etat={etat} />
      <Effets />
      <section aria-labelledby="choix">
        <h2 id="choix">{t('Votre choix')}</h2>
        <p>
          {estActif
            ? t('Vous acceptez de recevoir les courriers de l’administration par voie électronique, dans votre espace.')
            : t('Vous n’acceptez pas, pour le moment, de recevoir les courriers de l’administration par voie électronique.')}
        </p>
        <FormulaireConsentement estActif={estActif} />
      </section>
      <section aria-labelledby="historique">
        <h2 id="historique">{t('Historique')}</h2>
        {historique.length === 0 ? <p>{t('Vous n’avez encore donné ni retiré aucun accord.')}</p> : null}
        <ol className="portail-historique" reversed>
          {historique.map((ligne) => (
            <Ligne ligne={ligne} key={ligne.id} />
          ))}
        </ol>
      </section>
    </PageCompte>
  );
}
