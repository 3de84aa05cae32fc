// "Mes données": everything in one file, and the way out.
import { PageCompte } from '#features/accueil/views/page-compte.tsx';
import type { PreuveDemandee } from '#features/compte/preuve/queries.ts';
import { ChampPreuve } from '#features/compte/preuve/views/champ-preuve.tsx';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { type ErreurTelechargement, RAISONS } from '../schema.ts';

const PHRASES: Readonly<Record<Exclude<ErreurTelechargement, 'mot_de_passe_faux'>, string>> = {
  preuve_ancienne: 'Par sécurité, déconnectez-vous, reconnectez-vous, puis recommencez : votre connexion date de plus de 15 minutes.',
  facteur_a_prouver: 'Prouvez aussi votre second facteur, demandé sous le mot de passe.',
  facteur_refuse: 'Votre second facteur n’a pas été reconnu. Attendez un nouveau code, ou utilisez un autre moyen.',
  trop_de_tentatives: 'Trop d’essais ou de téléchargements. Attendez une heure puis recommencez.',
};

type Props = { preuve: PreuveDemandee; erreur: ErreurTelechargement | null };

function Telecharger({ preuve, erreur }: Props) {
  const faux: Record<string, string> = erreur === 'mot_de_passe_faux' ? { motDePasse: t('Ce mot de passe n’est pas le bon.') } : {};
  return (
    <section aria-labelledby="telecharger">
      <h2 id="telecharger">{t('Télécharger toutes mes données')}</h2>
      <p>
        {t(
          'Vous recevez un seul fichier (.zip) avec tout ce que ce portail sait de vous : votre compte, vos demandes, les réponses et les fichiers que vous avez donnés, les documents délivrés, vos notifications, et qui a consulté vos dossiers.',
        )}
      </p>
      <p>{t('Le fichier peut être lourd : préférez une connexion Wi-Fi. Gardez-le en lieu sûr, il contient vos documents.')}</p>
      <details className="portail-question">
        <summary>
          <span aria-hidden="true" className="portail-question__signe">
            ?
          </span>
          {t('Ce qui n’est pas dans ce fichier')}
        </summary>
        <ul>
          {Object.entries(RAISONS).map(([code, raison]) => (
            <li key={code}>{t(raison)}</li>
          ))}
        </ul>
      </details>
      {erreur && erreur !== 'mot_de_passe_faux' ? (
        <Alerte ton="error" annoncer>
          {t(PHRASES[erreur])}
        </Alerte>
      ) : null}
      <form method="post" action="/api/mon-compte/donnees" className="portail-formulaire">
        <ChampPreuve demande={preuve} erreurs={faux} />
        <button type="submit" className="fr-btn fr-btn--icon-left fr-icon-download-line">
          {t('Télécharger mes données')}
        </button>
      </form>
    </section>
  );
}

export function PageDonnees({ preuve, erreur }: Props) {
  return (
    <PageCompte titre={t('Mes données')} ici="/mon-compte/donnees">
      <Telecharger preuve={preuve} erreur={erreur} />
      <section aria-labelledby="droits">
        <h2 id="droits">{t('Corriger mes données')}</h2>
        <p>
          {t('Votre adresse électronique et votre téléphone se changent dans')}{' '}
          <a className="fr-link" href="/mon-compte/coordonnees">
            {t('Mes coordonnées')}
          </a>
          .{' '}
          {t(
            'Pour corriger une demande déposée ou votre état civil, écrivez à la préfecture qui traite votre demande : son adresse est sur la page de votre demande (CESEDA, art. R. 142-24).',
          )}
        </p>
      </section>
      <section aria-labelledby="supprimer">
        <h2 id="supprimer">{t('Supprimer mon compte')}</h2>
        <p>{t('C’est possible tant que vous n’avez déposé aucune demande.')}</p>
        <p>
          <a className="fr-link" href="/mon-compte/donnees/suppression">
            {t('Supprimer mon compte')}
          </a>
        </p>
      </section>
    </PageCompte>
  );
}
