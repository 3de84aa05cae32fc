// The temporary compte of somebody who has no number (S-040 to S-050, D-01).
import 'server-only';
import { HEURES_PROVISOIRE } from '#domain/compte/mot-de-passe.ts';
import { demanderCourriel } from '#features/notifications/commands.ts';
import { type Tx, transaction } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { type Provisoire, tirerProvisoire } from '../commands.ts';
import { consignerConsentement } from '../consentement/commands.ts';

/** A second click is not a second wish: within this time the first mail stands. */
const DOUBLE_CLIC = 60_000;

type Ligne = { id: string; email_confirme_le: Date | null; provisoire: string | null; provisoire_expire: Date | null };

/**
 * Asks for a temporary access. Same answer and same cost whether the address is known or not: a password is always drawn and hashed.
 * New or never confirmed (C24): a provisional password by mail. Confirmed: a mail that says how to get in; nothing changes.
 */
export async function demanderAcces({ email, consentement }: { email: string; consentement: boolean }, at: Date): Promise<void> {
  const provisoire = await tirerProvisoire(at);
  await transaction(async (tx) => {
    await tx.compte.createMany({ data: [{ id: newId(), email, creeLe: at }], skipDuplicates: true });
    const [compte] = await tx.$queryRaw<Ligne[]>`
      SELECT id, email_confirme_le, provisoire, provisoire_expire FROM compte WHERE email = ${email} FOR UPDATE`;
    if (!compte) throw new Error('compte removed between its creation and its reading');
    if (compte.email_confirme_le) await rappeler(tx, compte, email, at);
    else if (!vientDePartir(compte, at)) await donner(tx, { compteId: compte.id, email, consentement, provisoire }, at);
  });
}

function vientDePartir(compte: Ligne, at: Date): boolean {
  if (!compte.provisoire || !compte.provisoire_expire) return false;
  return compte.provisoire_expire.getTime() > at.getTime() + HEURES_PROVISOIRE * 3_600_000 - DOUBLE_CLIC;
}

async function donner(
  tx: Tx,
  { compteId, email, consentement, provisoire }: { compteId: string; email: string; consentement: boolean; provisoire: Provisoire },
  at: Date,
): Promise<void> {
  await tx.compte.update({
    where: { id: compteId },
    data: {
      provisoire: provisoire.empreinte,
      provisoireExpire: provisoire.expireLe,
    },
  });
  await consignerConsentement(tx, { compteId, donne: consentement, canal: 'creation' }, at);
  await demanderCourriel(tx, {
    cle: `acces_temporaire:${newId()}`,
    sorte: 'acces_temporaire',
    destinataire: email,
    variables: { identifiant: email, validiteHeures: HEURES_PROVISOIRE },
    secret: provisoire.motDePasse,
  });
}

async function rappeler(tx: Tx, { id, provisoire, provisoire_expire }: Ligne, email: string, at: Date): Promise<void> {
  // the writes of `donner`, which change nothing here: the delay does not tell a known address
  await tx.compte.update({ where: { id }, data: { provisoire, provisoireExpire: provisoire_expire } });
  await tx.compte.updateMany({ where: { id, email: '' }, data: { consentementFinLe: null } });
  await demanderCourriel(tx, {
    cle: `compte_existant:${id}:${Math.floor(at.getTime() / DOUBLE_CLIC)}`,
    sorte: 'compte_existant',
    destinataire: email,
    variables: {},
  });
}
