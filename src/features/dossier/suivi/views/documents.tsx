import { tailleLisible } from '#domain/piece/fichier.ts';
import { t } from '#ui/langue/t.ts';
import { Instant } from '#ui/layout/instant.tsx';
import type { DocumentRemis } from '../queries.ts';

/** Documents issued by the portal, to download; each link says its type and its size. */
export function ListeDocuments({ documents, precision }: { documents: readonly DocumentRemis[]; precision?: string }) {
  return (
    <ul className="portail-fichiers">
      {documents.map((d) => (
        <li key={d.id}>
          <a className="fr-link fr-link--download" href={`/api/documents/${d.id}`} download>
            {d.nom}
            <span className="fr-link__detail">
              {t('PDF – {taille}', { taille: tailleLisible(d.taille) })} – <Instant le={d.produitLe} />
              {precision ? ` – ${precision}` : ''}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
