import { preambuleDe } from '#domain/access/demarche.ts';
import type { Procedure } from '#domain/procedure/definition.ts';
import { mentionDe } from '#domain/titre/titres.ts';
import { chemins } from '#features/accueil/views/menu.ts';
import { adresseCreation } from '#features/accueil/views/services.ts';
import { HorsDuCas } from '#features/offre/views/hors-du-cas.tsx';
import { t } from '#ui/langue/t.ts';

const titresDe = ({ acces }: Procedure) => (acces.sorte === 'sans_titre' || acces.sorte === 'titre' ? (acces.titres ?? []) : []);

/** The way in, by what the person holds. Nothing is begun here: the log-in page brings back. */
export function Commencer({ procedure, estOuverte }: { procedure: Procedure; estOuverte: boolean }) {
  const titres = titresDe(procedure);
  const sansTitre = procedure.acces.sorte === 'sans_titre';
  const avecCompte = preambuleDe(procedure.slug);
  const compte = procedure.acces.sorte === 'compte' ? 'adresse' : 'numero';
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
      {sansTitre ? null : (
        <p>
          {compte === 'adresse'
            ? t('Il faut un compte : une adresse électronique suffit pour le créer.')
            : t(
                'Il faut un compte avec un numéro étranger ou un visa : les deux dates imprimées sur votre document suffisent pour le créer.',
              )}{' '}
          <a href={adresseCreation(compte, avecCompte)}>{t('Je n’ai pas de compte : le créer')}</a>
        </p>
      )}
      <HorsDuCas cas={procedure.horsDuCas} page={`/catalogue/${procedure.slug}`} />
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
