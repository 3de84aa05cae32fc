// What was asked, what was issued, what happened.

import { tailleLisible } from '#domain/piece/fichier.ts';
import { Badge } from '#ui/feedback/badge.tsx';
import { t } from '#ui/langue/t.ts';
import { Repli } from '#ui/layout/repli.tsx';
import type { ComplementLu, DocumentLu, ItemLu, LigneHistorique } from '../suivi/queries.ts';
import { dateLisible, instantLisible } from './dates.ts';

function Item({ item, groupe }: { item: ItemLu; groupe: string | null }) {
  return (
    <>
      {groupe ? <p className="fr-text--bold">{groupe}</p> : null}
      <div className="agent-item">
        {item.sujet ? <p>{item.sujet}</p> : null}
        {item.observation ? <p>{t('Observation : {texte}', { texte: item.observation })}</p> : null}
        {item.reponse ? (
          <p>
            <strong>{t('Réponse : {reponse}', { reponse: item.reponse })}</strong>
            {item.raison ? ` – ${item.raison}` : ''}
          </p>
        ) : null}
      </div>
    </>
  );
}

function etatDe(complement: ComplementLu) {
  if (complement.reponduLe === null) return <Badge ton="info">{t('En attente de réponse')}</Badge>;
  return complement.traiteLe === null ? (
    <Badge ton="new">{t('Réponse à examiner')}</Badge>
  ) : (
    <Badge ton="success">{t('Réponse examinée')}</Badge>
  );
}

export function Complements({ complements }: { complements: readonly ComplementLu[] }) {
  if (!complements.length) return null;
  return (
    <section aria-labelledby="complements-titre">
      <h2 className="fr-h5" id="complements-titre">
        {t('Demandes de complément')}
      </h2>
      {complements.map((c, i) => (
        <Repli
          key={c.id}
          ouvert={i === 0}
          titre={
            <>
              {t('Du {date}, par {agent}', { date: dateLisible(c.demandeLe), agent: c.par })} {etatDe(c)}
            </>
          }
        >
          {c.reponduLe === null ? (
            <p>
              {c.ouverteLe
                ? t('Lue par la personne le {date} : le délai de 30 jours court depuis ce jour.', { date: dateLisible(c.ouverteLe) })
                : t('La personne ne l’a pas encore lue.')}
            </p>
          ) : (
            <p>{t('Réponse reçue le {date}.', { date: instantLisible(c.reponduLe) })}</p>
          )}
          {c.items.map((item, j) => (
            <Item key={item.id} item={item} groupe={item.groupe === c.items[j - 1]?.groupe ? null : item.groupe} />
          ))}
          {c.message ? <p>{t('Message à l’agent : {message}', { message: c.message })}</p> : null}
        </Repli>
      ))}
    </section>
  );
}

export function Documents({ documents, adresse }: { documents: readonly DocumentLu[]; adresse: string }) {
  return (
    <section aria-labelledby="documents-titre">
      <h2 className="fr-h5" id="documents-titre">
        {t('Documents délivrés')}
      </h2>
      {documents.length ? (
        <ul>
          {documents.map((d) => (
            <li key={d.id}>
              <a className="fr-link" href={`${adresse}/${d.id}`} target="_blank" rel="noopener">
                {d.nom}
              </a>{' '}
              {t('(PDF, {taille}), le {date}', { taille: tailleLisible(d.taille), date: dateLisible(d.produitLe) })}{' '}
              {d.revoqueLe ? <Badge ton="error">{t('Révoqué')}</Badge> : null}
            </li>
          ))}
        </ul>
      ) : (
        <p>{t('Aucun document pour l’instant.')}</p>
      )}
    </section>
  );
}

export function Historique({ lignes }: { lignes: readonly LigneHistorique[] }) {
  return (
    <section aria-labelledby="historique-titre">
      <h2 className="fr-h5" id="historique-titre">
        {t('Historique')}
      </h2>
      <ol className="agent-historique">
        {lignes.map((l) => (
          <li key={l.id}>
            <span className="agent-historique__date">{instantLisible(l.le)}</span> {t(l.phrase)}{' '}
            {l.precision ? <em>{l.precision}</em> : null} <span>({l.auteur})</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
