// The button behind the link of a creation with a number (S-035, S-036): the only place where a number becomes a compte without an agent.
import 'server-only';
import { hash } from '#adapters/password-hash/password-hash.ts';
import { estJoignable } from '#domain/compte/identifiant.ts';
import { JOURS_EMAIL_ACCEPTE } from '#domain/compte/mot-de-passe.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { rattacher } from '#features/dossier/store.ts';
import { personneDuTitulaire } from '#features/personne/commands.ts';
import { type Tx, transaction } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { revoquerAcces } from '../commands.ts';
import { consignerConsentement } from '../consentement/commands.ts';
import { type Confirmation, compteDuTitulaire, estVisa } from '../creation-numero/commands.ts';
import { contenuConfirmation } from '../creation-numero/schema.ts';
import { consommerJeton, lireJeton } from '../jetons/commands.ts';
import { jugerMotDePasse } from '../mot-de-passe/commands.ts';

/**
 * Makes the compte, or gives the number to the temporary compte that has this address: one person, one history (S-153). The holder of
 * the mailbox has just proven both the titre and the address, so what the temporary compte was waiting for is done. `motDePasse` null:
 * a visa only (S-037). Refuses `lien_expire`, `mot_de_passe_refuse` (the link stays good), `compte_deja_cree`, `adresse_deja_prise`.
 */
export async function confirmerCompte(
  { jeton, motDePasse }: { jeton: string; motDePasse: string | null },
  at: Date,
): Promise<Resultat<{ compteId: string }>> {
  const lue = contenuConfirmation.safeParse((await lireJeton('confirmation_compte', jeton, at))?.contenu);
  if (!lue.success || (motDePasse === null && !estVisa(lue.data.titulaire))) return refuse('lien_expire');
  const { titulaire, email } = lue.data;
  const { nomNaissance, nomUsage, prenoms } = titulaire.etatCivil;
  const noms = [nomNaissance, nomUsage, ...prenoms.split(/\s+/)];
  const juge = motDePasse === null ? ok(null) : jugerMotDePasse(motDePasse, { email, numeroEtranger: titulaire.numeroEtranger, noms });
  if (!juge.ok) return juge;
  const empreinte = motDePasse === null ? null : await hash(motDePasse);
  return transaction(async (tx) => {
    // two links for one person, or for one address, pressed at the same instant: the second one sees what the first did
    for (const cle of [`titulaire ${titulaire.reference}`, `adresse ${email}`].toSorted())
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${cle}, 0))`;
    if (!(await consommerJeton(tx, 'confirmation_compte', jeton, at))) return refuse('lien_expire');
    return etablir(tx, lue.data, empreinte, at);
  });
}

type LigneCompte = { id: string; numero_etranger: string | null; numero_visa: string | null; personne_id: string | null };

async function etablir(
  tx: Tx,
  { titulaire, email, consentement }: Confirmation,
  empreinte: string | null,
  at: Date,
): Promise<Resultat<{ compteId: string }>> {
  const dejaLa = await compteDuTitulaire(tx, titulaire);
  if (dejaLa && estJoignable(dejaLa.email)) return refuse('compte_deja_cree');
  const [temporaire] = await tx.$queryRaw<LigneCompte[]>`
    SELECT id, numero_etranger, numero_visa, personne_id FROM compte WHERE email = ${email} FOR UPDATE`;
  // an address with a number, or a person, of its own is somebody else's; and one cannot have two comptes
  if (temporaire?.numero_etranger || temporaire?.numero_visa || temporaire?.personne_id || (dejaLa && temporaire))
    return refuse('adresse_deja_prise');
  const personneId = await personneDuTitulaire(tx, titulaire, at);
  const compteId = dejaLa?.id ?? temporaire?.id ?? newId();
  const identite = { personneId, numeroEtranger: titulaire.numeroEtranger, numeroVisa: titulaire.titre.numero, emailConfirmeLe: at };
  const acces = empreinte === null ? {} : { motDePasse: empreinte, provisoire: null, provisoireExpire: null };
  if (dejaLa) {
    // made at the desk without an address: its holder, now proven, gives it one
    await tx.compte.update({ where: { id: compteId }, data: { email, ...identite, ...acces }, select: { id: true } });
    await revoquerAcces(tx, compteId, at);
  } else if (temporaire) {
    // the address was the identifiant until now: it still opens for a while, then says which number to use (D-04, 03-instruction 3)
    const emailAccepteJusqu = new Date(at.getTime() + JOURS_EMAIL_ACCEPTE * 86_400_000);
    await tx.compte.update({ where: { id: compteId }, data: { ...identite, ...acces, emailAccepteJusqu }, select: { id: true } });
    await revoquerAcces(tx, compteId, at);
    await rattacher(tx, compteId, personneId);
  } else {
    await tx.compte.create({ data: { id: compteId, email, ...identite, ...acces, creeLe: at }, select: { id: true } });
  }
  if (consentement) await consignerConsentement(tx, { compteId, donne: true, canal: 'creation' }, at);
  // the other links asked for this person die: one titre, one compte
  await tx.$executeRaw`
    DELETE FROM jeton WHERE sorte IN ('confirmation_compte', 'preuve_titre') AND utilise_le IS NULL
      AND contenu->'titulaire'->>'reference' = ${titulaire.reference}`;
  return ok({ compteId });
}
