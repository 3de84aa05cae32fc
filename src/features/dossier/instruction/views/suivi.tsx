// What was issued, what happened.

import { tailleLisible } from '#domain/piece/fichier.ts';
import { Badge } from '#ui/feedback/badge.tsx';
import { t } from '#ui/langue/t.ts';
import type { DocumentLu } from '../suivi/queries.ts';
import { dateLisible } from './dates.ts';

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
