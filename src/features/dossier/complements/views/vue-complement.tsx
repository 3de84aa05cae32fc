// The complement inside its notification (S-164 to S-173): the form while it is open, the answer sent afterwards.
import type { BaseDemarche } from '#domain/access/demarche.ts';
import { CHOIX_REPONSE } from '#domain/dossier/complement-reponse.ts';
import { type Jour, jourLisible } from '#domain/jour.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { Instant } from '#ui/layout/instant.tsx';
import { Carte } from '#ui/layout/liste-resume.tsx';
import { Repli } from '#ui/layout/repli.tsx';
import type { ComplementAffiche, ItemAffiche } from '../reponse/queries.ts';
import { Fichiers } from './fichiers-reponse.tsx';
import { FormulaireDelai } from './formulaire-delai.tsx';
import { FormulaireReponse } from './formulaire-reponse.tsx';

/** S-172, with the day when it is known. */
function Delai({ dernierJour }: { dernierJour: Jour | null }) {
  return (
    <>
      <p>
        {t(
          'Si vous n’apportez pas les compléments nécessaires dans un délai de 30 jours après avoir pris connaissance de ce message, votre demande pourra être considérée comme incomplète par l’administration qui ne sera pas en mesure de prendre une décision d’acceptation ou de refus de votre demande, et elle sera clôturée.',
        )}
      </p>
      {dernierJour ? (
        <p>
          <strong>{t('Répondez au plus tard le {jour}.', { jour: jourLisible(dernierJour) })}</strong>
        </p>
      ) : null}
    </>
  );
}

/** The agent went on: nothing to answer any more. */
function Levee({ le }: { le: Date }) {
  return (
    <Alerte ton="info" titre={t('Cette demande est levée')} niveau="h2">
      <p>
        {t('L’examen de votre demande continue avec ce que vous avez donné, depuis le')} <Instant le={le} t={t} />.{' '}
        {t('Vous n’avez plus à répondre. Si vous avez obtenu un document demandé, ajoutez-le depuis la page de votre demande.')}
      </p>
    </Alerte>
  );
}

/** More time, on request: asked once, granted or answered by the agent. */
function Prolongation({ complement: { id, prolongation } }: { complement: ComplementAffiche }) {
  const { demandeeLe, estTraitee, jusqu, estPossible } = prolongation;
  if (!estPossible) return null;
  if (demandeeLe && !estTraitee)
    return (
      <Alerte ton="info">
        {t('Vous avez demandé un délai supplémentaire le')} <Instant le={demandeeLe} t={t} />. {t('L’agent n’a pas encore répondu.')}
      </Alerte>
    );
  return (
    <Repli titre={t('J’ai besoin de plus de temps')}>
      {jusqu ? <p>{t('Un délai vous a déjà été accordé jusqu’au {jour}.', { jour: jourLisible(jusqu) })}</p> : null}
      <FormulaireDelai complement={id} />
    </Repli>
  );
}

/** The choice made, and what introduces its text; nothing when there was no choice to make. */
function libelleReponse({ sorte, reponse, raison }: ItemAffiche): string {
  const choix = CHOIX_REPONSE[sorte];
  const libelle = choix.length === 1 ? undefined : choix.find((c) => c.code === reponse)?.libelle;
  return libelle ? `${t(libelle)}${raison ? ' –' : ''}` : '';
}

function Envoyee({ base, complement, le }: { base: BaseDemarche; complement: ComplementAffiche; le: Date }) {
  return (
    <>
      <Alerte ton="success" titre={t('Vous avez répondu à cette demande')} niveau="h2">
        <p>
          {t('Réponse envoyée le')} <Instant le={le} precis t={t} />. {t('Elle ne peut plus être modifiée.')}
        </p>
      </Alerte>
      {complement.items.map((item) => (
        <Carte titre={item.piece?.libelle ?? t('Information demandée')} niveau="h3" key={item.id}>
          <p>
            <strong>{t('Observations :')}</strong> <span className="portail-texte">{item.observation}</span>
          </p>
          <p>
            <strong>{t('Votre réponse :')}</strong> {libelleReponse(item)}{' '}
            {item.raison ? <span className="portail-texte">{item.raison}</span> : null}
          </p>
          <Fichiers base={base} dossierId={complement.dossierId} fichiers={item.nouveaux} />
        </Carte>
      ))}
      {complement.message ? (
        <p>
          <strong>{t('Message à l’agent :')}</strong> <span className="portail-texte">{complement.message}</span>
        </p>
      ) : null}
    </>
  );
}

/** `erreurFichier`: the refusal of a file posted without scripts. */
export function VueComplement({
  base,
  complement,
  erreurFichier,
}: {
  base: BaseDemarche;
  complement: ComplementAffiche;
  erreurFichier: { champ: string; message: string } | null;
}) {
  return (
    <>
      <p>
        {t(
          'Je vous informe qu’après avoir pris connaissance des documents justificatifs joints à votre demande, un complément d’information est nécessaire à la poursuite de son instruction.',
        )}
      </p>
      {complement.leveLe ? <Levee le={complement.leveLe} /> : null}
      {complement.reponduLe ? <Envoyee base={base} complement={complement} le={complement.reponduLe} /> : null}
      {complement.reponduLe || complement.leveLe ? null : (
        <>
          <Alerte ton="info">
            {t(
              'Vous devez mettre à jour ou maintenir tous les documents justificatifs en fonction de ce qui vous est demandé par l’agent afin de pouvoir répondre. Les formats acceptés : .jpg, .png, .pdf, .tiff, .bmp. La taille maximale : 10 Mo',
            )}
          </Alerte>
          <FormulaireReponse base={base} complement={complement} erreurFichier={erreurFichier}>
            <Delai dernierJour={complement.echeance?.dernierJour ?? null} />
          </FormulaireReponse>
          {base === '/demarches' ? <Prolongation complement={complement} /> : null}
        </>
      )}
    </>
  );
}
