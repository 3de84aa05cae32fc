// How many SQL statements a piece of work sends, transaction bounds left aside.
import { db } from '#platform/db.ts';

const BORNES = /^\s*(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SET )/i;

let compteur: { requetes: string[] } | null = null;
let branche = false;

/** Runs `travail` and gives the statements that it sent through the service's own connection. One at a time. */
export async function requetesDe(travail: () => Promise<unknown>): Promise<string[]> {
  if (!branche) {
    db().$on('query', ({ query }) => {
      if (!BORNES.test(query)) compteur?.requetes.push(query);
    });
    branche = true;
  }
  const courant = { requetes: [] as string[] };
  compteur = courant;
  try {
    await travail();
  } finally {
    compteur = null;
  }
  return courant.requetes;
}

export async function compterRequetes(travail: () => Promise<unknown>): Promise<number> {
  return (await requetesDe(travail)).length;
}
