'use client';
import type { BaseDemarche } from '#domain/access/demarche.ts';
import type { Champ } from '#domain/procedure/definition.ts';
import type { Traduire } from '#ui/langue/langues.ts';

type Props = {
  champ: Champ;
  /** what is said at the champ now */
  erreur: string | undefined;
  base: BaseDemarche;
  /** démarches that exist on the portal */
  demarches: readonly string[];
  t: Traduire;
};

/** Where to go when an answer stops the person here (D-10, C06): their request is kept as it is. At the desk, the agent says it. */
export function SortieArret({ champ, erreur, base, demarches, t }: Props) {
  const { arret } = champ;
  if (!arret?.vers || erreur !== arret.message || base === '/guichet') return null;
  if ('orientation' in arret.vers)
    return (
      <p>
        <a className="fr-btn fr-btn--secondary" href={`/orientation/${arret.vers.orientation}`}>
          {t('Où et comment faire cette demande')}
        </a>
      </p>
    );
  if (!demarches.includes(arret.vers.procedure)) return null;
  return (
    <p>
      <a className="fr-btn fr-btn--secondary" href={`/demander-un-titre/${arret.vers.procedure}`}>
        {arret.vers.procedure === 'changement-d-adresse' ? t('Déclarer mon changement d’adresse') : t('Faire la démarche qui convient')}
      </a>
    </p>
  );
}
