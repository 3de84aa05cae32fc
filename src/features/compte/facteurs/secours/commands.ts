// Recovery codes: ten, shown once, each good once. Only their fingerprint is kept.
import 'server-only';
import type { PorteeAcces } from '#domain/access/scope.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { transaction } from '#platform/db.ts';
import { newId, readableCode } from '#platform/ids.ts';
import { fingerprint } from '#platform/secret.ts';
import { ecrire } from '../courrier/commands.ts';
import { facteursDe, titulaire } from '../queries.ts';

const NOMBRE = 10;
/** 49 bits: nobody guesses one, and tries are counted. */
const LONGUEUR = 10;

const empreinte = ({ porte, id }: PorteeAcces, code: string) =>
  fingerprint('facteurs', `secours:${porte}:${id}:${code.toUpperCase().replace(/[^0-9A-Z]/g, '')}`);

/** Ten new codes, as they are to be copied (`ABCDE-FGHJK`). The former ones are worth nothing any more. Refuses `facteur_absent`. */
export async function creerCodes(portee: PorteeAcces, at: Date): Promise<Resultat<string[]>> {
  if ((await facteursDe(portee)).length === 0) return refuse('facteur_absent');
  const codes = Array.from({ length: NOMBRE }, () => readableCode(LONGUEUR));
  await transaction(async (tx) => {
    await tx.codeSecours.deleteMany({ where: titulaire(portee) });
    await tx.codeSecours.createMany({
      data: codes.map((code) => ({ id: newId(), ...titulaire(portee), empreinte: empreinte(portee, code), creeLe: at })),
    });
    await ecrire(tx, portee, { quoi: 'codes_crees' }, at);
  });
  return ok(codes.map((code) => `${code.slice(0, LONGUEUR / 2)}-${code.slice(LONGUEUR / 2)}`));
}

/** Uses a code up; its owner is told. Refuses `code_secours_refuse`. */
export async function prouverSecours(portee: PorteeAcces, code: string, at: Date): Promise<Resultat<null>> {
  return transaction(async (tx) => {
    const { count } = await tx.codeSecours.updateMany({
      where: { ...titulaire(portee), empreinte: empreinte(portee, code), utiliseLe: null },
      data: { utiliseLe: at },
    });
    if (count === 0) return refuse('code_secours_refuse');
    const reste = await tx.codeSecours.count({ where: { ...titulaire(portee), utiliseLe: null } });
    await ecrire(tx, portee, { quoi: 'code_utilise', reste }, at);
    return ok(null);
  });
}
