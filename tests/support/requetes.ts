// How many SQL statements a piece of work sends, transaction bounds left aside: counted in the driver, whoever wrote them.
import { Client } from 'pg';

const BORNES = /^\s*(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE|SET )/i;

/** `name`: prepared under this name, and so planned once for any value. */
export type Envoyee = { text: string; values: readonly unknown[]; name?: string };

let ecoute: Envoyee[] | null = null;

const envoyer = Client.prototype.query;
// Connections of the service say their name; those of the tests do not.
Client.prototype.query = function espion(this: Client & { connectionParameters?: { application_name?: string } }, ...recu: unknown[]) {
  const [ordre, valeurs] = recu as [string | Partial<Envoyee>, unknown[] | undefined];
  const { text = '', values = [], name }: Partial<Envoyee> = typeof ordre === 'string' ? { text: ordre, values: valeurs } : ordre;
  if (this.connectionParameters?.application_name === 'portail' && !BORNES.test(text)) ecoute?.push({ text, values, name });
  return Reflect.apply(envoyer, this, recu);
} as typeof envoyer;

/** Runs `travail` and gives the statements that the service sent meanwhile. One at a time. */
export async function requetesEnvoyees(travail: () => Promise<unknown>): Promise<readonly Envoyee[]> {
  const entendues: Envoyee[] = [];
  ecoute = entendues;
  try {
    await travail();
  } finally {
    ecoute = null;
  }
  return entendues;
}

export async function requetesDe(travail: () => Promise<unknown>): Promise<string[]> {
  return (await requetesEnvoyees(travail)).map(({ text }) => text);
}

export async function compterRequetes(travail: () => Promise<unknown>): Promise<number> {
  return (await requetesEnvoyees(travail)).length;
}
