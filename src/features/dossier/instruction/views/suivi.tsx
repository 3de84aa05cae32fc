// What was issued, what happened.

import { tailleLisible } from '#domain/piece/fichier.ts';
import { Badge } from '#ui/feedback/badge.tsx';
import { t } from '#ui/langue/t.ts';
import type { DocumentLu, LigneHistorique } from '../suivi/queries.ts';
import { dateLisible, instantLisible } from './dates.ts';

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
