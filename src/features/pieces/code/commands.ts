// A code typed instead of a file: photograph (S-130) or fiscal stamp. The provider is asked, outside of the lock; then the code is kept.
import 'server-only';
import { ephoto, normaliserEphoto, type VerdictEphoto } from '#adapters/ephoto/ephoto.ts';
import { normaliserTimbre, timbre, type VerdictTimbre } from '#adapters/timbre/timbre.ts';
import type { PorteeDossiers } from '#domain/access/scope.ts';
import { type Jour, jourDe } from '#domain/jour.ts';
import type { Fournisseur } from '#domain/procedure/definition.ts';
import type { CodeRefus } from '#domain/refusals.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { enEuros } from '#domain/tarif/montant.ts';
import { montantDeLaDemande } from '#features/configuration/tarifs/queries.ts';
import type { DossierVerrouille } from '#features/dossier/queries.ts';
import { surBrouillon } from '#features/dossier/store.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { fournisseurAttendu, pieceAttendue } from '../televersement/queries.ts';
import { codeDejaDonne } from './queries.ts';

const REFUS_EPHOTO = {
  deja_utilise: 'ephoto_deja_utilise',
  inconnu: 'ephoto_inconnu',
  expire: 'ephoto_expire',
  format: 'ephoto_format',
} as const satisfies Record<Exclude<VerdictEphoto, 'valide'>, CodeRefus>;

const REFUS_TIMBRE = {
  deja_utilise: 'timbre_deja_utilise',
  inconnu: 'timbre_inconnu',
  format: 'timbre_format',
} as const satisfies Record<Exclude<VerdictTimbre['etat'], 'valide'>, CodeRefus>;

/** What a provider said of a code: the code as it is kept, and what must still be true of it for this request. */
type Verifie = { valeur: string; convient: (dossier: DossierVerrouille, tx: Tx, jour: Jour) => Promise<Resultat<null>> };

/** One line per provider. */
const FOURNISSEURS: Readonly<Record<Fournisseur, (numero: string) => Promise<Resultat<Verifie>>>> = {
  async ephoto(numero) {
    const verdict = await ephoto().verifier(numero);
    if (verdict !== 'valide') return refuse(REFUS_EPHOTO[verdict]);
    return ok({ valeur: normaliserEphoto(numero), convient: async () => ok(null) });
  },
  async timbre(numero) {
    const verdict = await timbre().verifier(numero);
    if (verdict.etat !== 'valide') return refuse(REFUS_TIMBRE[verdict.etat]);
    const valeur = normaliserTimbre(numero);
    return ok({
      valeur,
      async convient(dossier, tx, jour) {
        const attendu = montantDeLaDemande(dossier.procedure, { reponses: dossier.reponses, jour });
        if (attendu !== undefined && attendu !== verdict.montant)
          return refuse('timbre_montant', { attendu: enEuros(attendu), trouve: enEuros(verdict.montant) });
        return (await codeDejaDonne(tx, dossier.id, valeur)) ? refuse('timbre_deja_utilise') : ok(null);
      },
    });
  },
};

type Place = { portee: PorteeDossiers; dossierId: string; piece: string };

/** "Confirmer le numéro ephoto" (S-130), "Vérifier le timbre". Value: the code kept. */
export async function confirmerCode({
  portee,
  dossierId,
  piece: code,
  numero,
  at,
}: Place & { numero: string; at: Date }): Promise<Resultat<string>> {
  const attendu = await fournisseurAttendu(portee, dossierId, code, at);
  if (!attendu.ok) return attendu;
  const fournisseur = attendu.valeur;
  const verifie = await FOURNISSEURS[fournisseur](numero);
  if (!verifie.ok) return verifie;
  const { valeur, convient } = verifie.valeur;
  return surBrouillon(portee, 'joindre', dossierId, async (dossier, tx) => {
    const attendue = await pieceAttendue(tx, { slug: dossier.procedure.slug, reponses: dossier.reponses }, code, at);
    if (attendue?.piece.mode.sorte !== 'code' || attendue.piece.mode.fournisseur !== fournisseur) return refuse('emplacement_inconnu');
    const convenu = await convient(dossier, tx, jourDe(at));
    if (!convenu.ok) return convenu;
    await tx.piece.upsert({
      where: { dossierId_code: { dossierId: dossier.id, code } },
      create: { id: newId(), dossierId: dossier.id, code, valeur },
      update: { valeur },
      select: { id: true },
    });
    return ok(valeur);
  });
}

/** "✕ SUPPRIMER" beside a confirmed code. Removing twice is not an error. */
export async function retirerCode({ portee, dossierId, piece }: Place): Promise<Resultat<null>> {
  return surBrouillon(portee, 'joindre', dossierId, async (dossier, tx) => {
    await tx.piece.deleteMany({ where: { dossierId: dossier.id, code: piece, valeur: { not: null }, fichiers: { none: {} } } });
    return ok(null);
  });
}
