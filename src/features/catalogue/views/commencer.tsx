import type { Procedure } from '#domain/procedure/definition.ts';
import { mentionDe } from '#domain/titre/titres.ts';
import { chemins } from '#features/accueil/views/menu.ts';
import { t } from '#ui/langue/t.ts';

const titresDe = ({ acces }: Procedure) => (acces.sorte === 'sans_titre' || acces.sorte === 'titre' ? (acces.titres ?? []) : []);

/** The way in, by what the person holds. Nothing is begun here: the log-in page brings back. */
export function Commencer({ procedure, estOuverte }: { procedure: Procedure; estOuverte: boolean }) {
  const titres = titresDe(procedure);
  const sansTitre = procedure.acces.sorte === 'sans_titre';
  const avecCompte = `/demander-un-titre/${procedure.slug}`;
  return (
    <>
      {titres.length > 0 ? (
        <>
          <p>{sansTitre ? t('Sans titre de séjour, ou avec l’un de ces titres :') : t('Avec l’un de ces titres :')}</p>
          <ul>
            {titres.map((titre) => (
              <li key={titre}>{t(mentionDe(titre))}</li>
            ))}
          </ul>
        </>
      ) : null}
      {procedure.resteDuTitre ? (
        <p>
          {t('Votre titre doit être encore valable {n} mois le jour du dépôt ; sinon, demandez son renouvellement.', {
            n: procedure.resteDuTitre.mois,
          })}
        </p>
      ) : null}
      {procedure.acces.sorte === 'numero' ? (
        <p>
          {t('Il faut un compte avec un numéro étranger ou un visa : les deux dates imprimées sur votre document suffisent pour le créer.')}
        </p>
      ) : null}
      {estOuverte ? (
        <p className="portail-actions">
          {sansTitre ? (
            <a className="fr-btn" href={chemins.premiereDemande}>
              {t('Commencer une première demande')}
            </a>
          ) : (
            <a className="fr-btn" href={avecCompte}>
              {t('Commencer la démarche')}
            </a>
          )}
          {sansTitre && titres.length > 0 ? (
            <a className="fr-btn fr-btn--secondary" href={avecCompte}>
              {t('J’ai déjà ce titre : le renouveler')}
            </a>
          ) : null}
        </p>
      ) : null}
    </>
  );
}
