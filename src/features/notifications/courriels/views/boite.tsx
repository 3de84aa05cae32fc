import { tailleLisible } from '#domain/piece/fichier.ts';
import { ChampTexte } from '#ui/fields/texte.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import type { MessageCapture } from '../queries.ts';

const instant = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeStyle: 'medium', timeZone: 'Europe/Paris' });

/** The development mailbox: what would have been sent, latest first. */
export function VueBoite({ a, messages }: { a: string; messages: readonly MessageCapture[] }) {
  return (
    <Page
      titre={t('Boîte de développement')}
      chapo={<p>{t('Les courriels de ce portail de démonstration arrivent ici au lieu de partir.')}</p>}
    >
      <search>
        <form method="get" action="/developpement/boite">
          <ChampTexte nom="a" type="email" libelle={t('Destinataire')} defaultValue={a} autoComplete="off" t={t} />
          <button type="submit" className="fr-btn fr-btn--secondary">
            {t('Filtrer')}
          </button>
        </form>
      </search>
      <h2 className="fr-h4 fr-mt-4w">{a ? t('Messages pour {a}', { a }) : t('Tous les messages')}</h2>
      {messages.length === 0 ? <p>{t('Aucun message.')}</p> : messages.map((m) => <Courriel key={m.id} message={m} />)}
    </Page>
  );
}

export function VueMessage({ message }: { message: MessageCapture }) {
  return (
    <Page titre={message.sujet} parents={[{ libelle: t('Boîte de développement'), href: '/developpement/boite' }]}>
      <Courriel message={message} entier />
    </Page>
  );
}

function Courriel({ message, entier = false }: { message: MessageCapture; entier?: boolean }) {
  const { id, sujet, expediteur, destinataire, recuLe, texte, pieces } = message;
  const adresse = `/developpement/boite/${id}`;
  return (
    <article className="portail-carte" aria-label={sujet}>
      {entier ? null : (
        <h3 className="fr-h5">
          <a href={adresse}>{sujet}</a>
        </h3>
      )}
      <dl className="portail-courriel__entetes">
        <div>
          <dt>{t('De')}</dt>
          <dd>{expediteur}</dd>
        </div>
        <div>
          <dt>{t('À')}</dt>
          <dd>{destinataire}</dd>
        </div>
        <div>
          <dt>{t('Reçu le')}</dt>
          <dd>
            <time dateTime={recuLe.toISOString()}>{instant.format(recuLe)}</time>
          </dd>
        </div>
      </dl>
      <div className="portail-courriel__texte">{avecLiens(texte)}</div>
      {pieces.length > 0 ? (
        <ul aria-label={t('Pièces jointes')}>
          {pieces.map((p, rang) => (
            <li key={p.nom}>
              <a href={`/api/developpement/boite/${id}/${rang}`} download={p.nom}>
                {p.nom} ({tailleLisible(p.octets)})
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {entier ? (
        <>
          <h2 className="fr-h4 fr-mt-4w">{t('Version HTML')}</h2>
          <iframe
            className="portail-courriel__html"
            title={t('Version HTML du message')}
            src={`/api/developpement/boite/${id}/html`}
            sandbox=""
          />
        </>
      ) : null}
    </article>
  );
}

/** Addresses of the text as links, the rest as it is. Each piece is known by its place in the text. */
function avecLiens(texte: string) {
  return Array.from(texte.matchAll(/https?:\/\/\S+|(?:(?!https?:\/\/)[\s\S])+/g), ({ 0: morceau, index: place }) =>
    morceau.startsWith('http') ? (
      <a key={place} href={morceau}>
        {morceau}
      </a>
    ) : (
      morceau
    ),
  );
}
