import { adresseOctets, type BaseDemarche } from '#domain/access/demarche.ts';
import { tailleLisible } from '#domain/piece/fichier.ts';
import { francais, type Traduire } from '#ui/langue/langues.ts';
import type { FichierItem } from '../reponse/queries.ts';

type Props = { base: BaseDemarche; dossierId: string; fichiers: readonly FichierItem[]; t?: Traduire };

/** Files of an item with "VOIR LE DOCUMENT" (S-167). */
export function Fichiers({ base, dossierId, fichiers, t = francais }: Props) {
  if (fichiers.length === 0) return null;
  return (
    <ul className="portail-fichiers">
      {fichiers.map((f) => (
        <li key={f.id}>
          {f.nom} ({tailleLisible(f.taille)}){' '}
          <a className="fr-link portail-majuscules" href={adresseOctets(base, dossierId, `/api/fichiers/${f.id}`)}>
            {t('Voir le document')}
            <span className="fr-sr-only"> {f.nom}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
