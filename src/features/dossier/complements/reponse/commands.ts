// Answering a complement: what is typed is kept, then everything goes at once (S-165, S-173).
import 'server-only';
import type { Agent, Usager } from '#domain/access/actors.ts';
import { confiesAvec, type PorteeDossiers } from '#domain/access/scope.ts';
import { choixFait, manquesDeLaReponse, type ReponseSaisie } from '#domain/dossier/complement-reponse.ts';
import { ok, type Resultat, refuse } from '#domain/result.ts';
import { attenteDuDossier } from '#features/dossier/queries.ts';
import { enJson, executer } from '#features/dossier/store.ts';
import { db, type Tx } from '#platform/db.ts';
import { isId } from '#platform/ids.ts';
import { itemsDe } from './queries.ts';
import type { ReponseEnvoyee, SaisieReponse } from './schema.ts';

/** `acteur`: an agent at the desk, whose scope says so. */
export type Appel = { acteur: Usager | Agent; portee: PorteeDossiers; at: Date };

/**
 * Keeps what is typed and gives the new version. Refused `saisie_en_conflit` with the stored version when another tab or device saved
 * meanwhile, `complement_ferme` once sent.
 */
export async function garderReponse(
  portee: PorteeDossiers,
  complementId: string,
  saisie: SaisieReponse,
  versionVue: number,
): Promise<Resultat<number>> {
  if (!isId(complementId)) return refuse('introuvable');
  const contenu = JSON.stringify({ items: saisie.items, message: saisie.message });
  const [ecrite] = await db().$queryRaw<{ version: number }[]>`
    UPDATE complement m SET saisie = ${contenu}::jsonb, version = m.version + 1 FROM dossier d
    WHERE m.id = ${complementId}::uuid AND d.id = m.dossier_id AND (d.compte_id = ${portee.compteId}::uuid OR d.id = ANY(${confiesAvec(portee, 'repondre')}::uuid[])) AND m.repondu_le IS NULL AND m.leve_le IS NULL
      AND m.version = ${versionVue}
    RETURNING m.version`;
  if (ecrite) return ok(ecrite.version);
  const etat = await etatDe(db(), portee, complementId);
  if (!etat) return refuse('introuvable');
  return estFerme(etat) ? refuse('complement_ferme') : refuse('saisie_en_conflit', { version: String(etat.version) });
}

type Etat = { dossier_id: string; repondu_le: Date | null; leve_le: Date | null; message: string | null; version: number };

async function etatDe(base: Pick<Tx, '$queryRaw'>, portee: PorteeDossiers, complementId: string): Promise<Etat | null> {
  const [etat] = await base.$queryRaw<Etat[]>`
    SELECT m.dossier_id, m.repondu_le, m.leve_le, m.message, m.version
    FROM complement m JOIN dossier d ON d.id = m.dossier_id
    WHERE m.id = ${complementId}::uuid AND (d.compte_id = ${portee.compteId}::uuid OR d.id = ANY(${confiesAvec(portee, 'voir')}::uuid[]))`;
  return etat ?? null;
}

const estFerme = ({ repondu_le, leve_le }: Etat) => repondu_le !== null || leve_le !== null;

/** Names of the fields of the form that lack something → what to do; goes in the details of `complement_incomplet`. */
export const champDe = (item: string, champ: string) => `items.${item}.${champ}`;

/**
 * "Valider et envoyer": all the items or nothing, then the files replaced become older versions and the pieces answered wait again for
 * the agent's eye. Refused `complement_incomplet` (details: field → sentence) with nothing written. The same answer sent twice (double
 * click, retry after a cut) succeeds; another one is refused `complement_ferme`. Gives the id of the dossier.
 */
export async function repondreComplement({ acteur, portee, at }: Appel, envoi: ReponseEnvoyee): Promise<Resultat<string>> {
  const avant = await etatDe(db(), portee, envoi.complement);
  if (!avant) return refuse('introuvable');
  if (avant.repondu_le) return dejaEnvoyee(portee, envoi);
  const resultat = await executer(
    { action: 'repondre_complement', dossierId: avant.dossier_id, portee, acteur, at },
    async (dossier, tx) => {
      const etat = await etatDe(tx, portee, envoi.complement);
      if (!etat || estFerme(etat)) return refuse('complement_ferme');
      if (etat.version !== envoi.version) return refuse('saisie_en_conflit', { version: String(etat.version) });
      const items = await itemsDe(tx, envoi.complement);
      const nombres = await fichiersJoints(tx, envoi.complement);
      const aRepondre = items.map((i) => ({ id: i.id, sorte: i.sorte, nombreDeFichiers: nombres.get(i.id) ?? 0 }));
      const manques = manquesDeLaReponse(aRepondre, envoi.items);
      if (manques.length > 0)
        return refuse('complement_incomplet', Object.fromEntries(manques.map((m) => [champDe(m.item, m.champ), m.phrase])));
      const reponses = items.map((i) => ({ ...retenir(i.sorte, envoi.items[i.id]), id: i.id, piece: i.piece_code }));
      await ecrire(tx, dossier.id, envoi, reponses, at);
      return ok({
        colonnes: { attente: await attenteDuDossier(tx, dossier.id) },
        faits: {
          complement: envoi.complement,
          ...(dossier.statut === 'propose' && dossier.proposition && { tombe: dossier.proposition.sens }),
        },
        valeur: dossier.id,
      });
    },
  );
  // two clicks at once: the second waited for the lock and finds the answer of the first
  if (!resultat.ok && (resultat.refus === 'complement_ferme' || resultat.refus === 'statut_incompatible'))
    return dejaEnvoyee(portee, envoi);
  return resultat;
}

/** What is stored for an item: the choice, and the text only when it goes with that choice. */
function retenir(sorte: Parameters<typeof choixFait>[0], saisie: ReponseSaisie | undefined) {
  const choix = choixFait(sorte, saisie?.reponse);
  const raison = choix?.texte === 'aucun' ? '' : (saisie?.raison.trim() ?? '');
  return {
    reponse: choix?.code ?? null,
    raison: raison === '' ? null : raison,
    avecFichiers: choix !== null && choix.fichiers !== 'aucun',
  };
}

type Retenue = ReturnType<typeof retenir> & { id: string; piece: string | null };

async function fichiersJoints(tx: Tx, complementId: string): Promise<Map<string, number>> {
  const lignes = await tx.$queryRaw<{ item: string; nombre: number }[]>`
    SELECT f.complement_item_id AS item, count(*)::int AS nombre FROM fichier f JOIN complement_item i ON i.id = f.complement_item_id
    WHERE i.complement_id = ${complementId}::uuid AND f.analyse <> 'infecte' GROUP BY 1`;
  return new Map(lignes.map((l) => [l.item, l.nombre]));
}

async function ecrire(tx: Tx, dossierId: string, envoi: ReponseEnvoyee, reponses: readonly Retenue[], at: Date): Promise<void> {
  const message = envoi.message.trim();
  await tx.complement.update({
    where: { id: envoi.complement },
    data: { reponduLe: at, message: message === '' ? null : message, saisie: enJson(null), version: { increment: 1 } },
    select: { id: true },
  });
  const lignes = JSON.stringify(reponses.map(({ id, reponse, raison }) => ({ id, reponse, raison })));
  await tx.$executeRaw`
    UPDATE complement_item i SET reponse = r.reponse, raison = r.raison
    FROM jsonb_to_recordset(${lignes}::jsonb) AS r(id uuid, reponse text, raison text) WHERE i.id = r.id`;
  await oublierFichiers(
    tx,
    reponses.filter((r) => !r.avecFichiers).map((r) => r.id),
  );
  // a new file takes the place of those of its emplacement; a letter of explanation takes the place of none
  const remplacantes = reponses.filter((r) => r.reponse === 'mettre_a_jour' || r.reponse === 'fournir').map((r) => r.id);
  await tx.$executeRaw`
    UPDATE fichier f SET remplace_le = ${at} FROM fichier n
    WHERE n.complement_item_id = ANY(${remplacantes}::uuid[]) AND n.analyse <> 'infecte' AND n.piece_id = f.piece_id AND n.emplacement = f.emplacement
      AND f.remplace_le IS NULL AND f.complement_item_id IS DISTINCT FROM n.complement_item_id`;
  // a piece opened for a file that was then removed holds nothing: it must not wait for a verdict
  await tx.piece.deleteMany({ where: { dossierId, variante: null, valeur: null, fichiers: { none: {} } } });
  const codes = reponses.flatMap((r) => (r.piece === null ? [] : [r.piece]));
  await tx.piece.updateMany({
    where: { dossierId, code: { in: codes } },
    data: { verdict: null, motif: null, observation: null, verifieeLe: null, verifieePar: null },
  });
}

/** Files joined, then left aside by another choice: their bytes go with the cleaning job, in the same transaction. */
export async function oublierFichiers(tx: Tx, items: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    WITH partis AS (DELETE FROM fichier WHERE complement_item_id = ANY(${[...items]}::uuid[]) RETURNING cle)
    INSERT INTO fichier_orphelin (cle) SELECT cle FROM partis`;
}

/** After the sending: the same answer again is a success, another one is refused. */
async function dejaEnvoyee(portee: PorteeDossiers, envoi: ReponseEnvoyee): Promise<Resultat<string>> {
  const etat = await etatDe(db(), portee, envoi.complement);
  if (etat?.leve_le) return refuse('complement_ferme');
  if (!etat?.repondu_le) return refuse('statut_incompatible');
  const items = await itemsDe(db(), envoi.complement);
  const estLaMeme =
    (etat.message ?? '') === envoi.message.trim() &&
    items.every((i) => {
      const { reponse, raison } = retenir(i.sorte, envoi.items[i.id]);
      return reponse === i.reponse && raison === i.raison;
    });
  return estLaMeme ? ok(etat.dossier_id) : refuse('complement_ferme');
}
