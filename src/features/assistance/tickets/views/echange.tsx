// A ticket as the person reads it: what was said, what was shown, where it stands.
import { LIBELLE_ETAT } from '#domain/assistance/ticket.ts';
import { tailleLisible } from '#domain/piece/fichier.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { Badge } from '#ui/feedback/badge.tsx';
import { t } from '#ui/langue/t.ts';
import { Instant } from '#ui/layout/instant.tsx';
import { ListeResume } from '#ui/layout/liste-resume.tsx';
import type { Mot } from '#ui/layout/tableau.tsx';
import type { CaptureEchange, Echange, MessageEchange } from '../queries.ts';

export function motDuTicket(etat: Echange['etat']): Mot {
  return { ton: etat === 'repondu' ? 'new' : etat === 'ouvert' ? 'info' : 'neutre', mot: t(LIBELLE_ETAT[etat].usager) };
}

/** `de`: who speaks, by side. */
export function Messages({ messages, de }: { messages: readonly MessageEchange[]; de: (message: MessageEchange) => string }) {
  return (
    <ol className="portail-echange">
      {messages.map((m) => (
        <li key={m.id} className={m.deLAgent ? 'portail-echange__agent' : undefined}>
          <p className="fr-text--bold fr-mb-1v">
            {de(m)} – <Instant le={m.le} precis t={t} />
          </p>
          <p className="portail-echange__texte">{m.texte}</p>
        </li>
      ))}
    </ol>
  );
}

export function Captures({ captures, adresse }: { captures: readonly CaptureEchange[]; adresse: string }) {
  if (captures.length === 0) return <p>{t('Aucune capture d’écran.')}</p>;
  return (
    <ul>
      {captures.map(({ id, nom, taille, etat }) => (
        <li key={id}>
          {etat === 'sain' ? (
            <a className="fr-link" href={`${adresse}/${id}`}>
              {nom}
            </a>
          ) : (
            nom
          )}{' '}
          ({tailleLisible(taille)}){' '}
          {etat === 'en_attente' ? t('– contrôle en cours') : etat === 'infecte' ? t('– retirée : un virus y a été trouvé') : null}
        </li>
      ))}
    </ul>
  );
}

export function Circonstances({ ticket }: { ticket: Pick<Echange, 'sujet' | 'page' | 'erreur' | 'survenuLe' | 'creeLe'> }) {
  const { sujet, page, erreur, survenuLe, creeLe } = ticket;
  return (
    <ListeResume
      lignes={[
        { terme: t('Sujet'), valeur: t(sujet) },
        { terme: t('Envoyé le'), valeur: <Instant le={creeLe} precis t={t} /> },
        ...(page ? [{ terme: t('Page'), valeur: page }] : []),
        ...(erreur ? [{ terme: t('Numéro de l’erreur'), valeur: <span className="portail-numero">{erreur}</span> }] : []),
        ...(survenuLe ? [{ terme: t('Survenu le'), valeur: <Instant le={survenuLe} precis t={t} /> }] : []),
      ]}
    />
  );
}

export function VueEchange({ ticket }: { ticket: Echange }) {
  const etat = motDuTicket(ticket.etat);
  return (
    <>
      <p>
        <Badge ton={etat.ton}>{etat.mot}</Badge>
      </p>
      {ticket.impossibiliteLe ? (
        <Alerte ton="info" titre={t('Vous pouvez déposer votre demande au guichet')} niveau="h2">
          <p>
            {t('L’impossibilité de déposer en ligne est constatée depuis le')} <Instant le={ticket.impossibiliteLe} t={t} />
            {t('. La préfecture vous invitera : venez avec ce numéro de ticket, votre passeport et vos pièces.')}
          </p>
        </Alerte>
      ) : null}
      <Circonstances ticket={ticket} />
      <h2>{t('Échanges')}</h2>
      <Messages messages={ticket.messages} de={(m) => (m.deLAgent ? t('Centre de contact') : t('Vous'))} />
      <h2>{t('Captures d’écran')}</h2>
      <Captures captures={ticket.captures} adresse="/api/captures" />
    </>
  );
}
