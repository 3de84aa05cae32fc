import { beforeEach, describe, expect, it } from 'vitest';
import { garderReponse, repondreComplement } from '#features/dossier/complements/reponse/commands.ts';
import { complementDe } from '#features/dossier/complements/reponse/queries.ts';
import { type ReponseEnvoyee, schemaReponse } from '#features/dossier/complements/reponse/schema.ts';
import { db } from '#platform/db.ts';
import {
  complementDemande,
  type Demande,
  DOMICILE_PERIME,
  NATIONALITE_ILLISIBLE,
  personne,
  QUESTION,
  reference,
} from '../support/complement.ts';
import { truncate } from '../support/database.ts';
import { fichierPour } from '../support/dossiers.ts';
import { compterRequetes } from '../support/requetes.ts';

const LE = new Date('2026-11-05T10:00:00Z');
const APRES = new Date('2026-11-05T10:00:01Z');

type Choix = { reponse?: string; raison?: string };
const envoi = (d: Demande, items: Record<string, Choix>, plus: Partial<ReponseEnvoyee> = {}): ReponseEnvoyee =>
  schemaReponse.parse({
    complement: d.complementId,
    version: 1,
    items: Object.fromEntries(Object.entries(items).map(([code, r]) => [d.items[code], r])),
    ...plus,
  });
const appel = (d: Demande, at = LE) => ({ acteur: d.usager, portee: d.portee, at });

async function joindre(d: Demande, piece: string): Promise<string> {
  const { id } = await db().piece.findUniqueOrThrow({ where: { dossierId_code: { dossierId: d.dossierId, code: piece } } });
  return fichierPour(id, 'document', 'png', LE, { complementItemId: d.items[piece] });
}
const fichiersDe = (d: Demande, code: string) =>
  db().fichier.findMany({
    where: { piece: { dossierId: d.dossierId, code } },
    orderBy: { deposeLe: 'asc' },
    select: { id: true, complementItemId: true, remplaceLe: true },
  });

beforeEach(async () => {
  await truncate();
  await reference();
});

describe('répondre à un complément', () => {
  it('refuse une réponse incomplète et n’écrit rien', async () => {
    const d = await complementDemande([NATIONALITE_ILLISIBLE, QUESTION]);
    const refus = await repondreComplement(
      appel(d),
      envoi(d, { nationalite: { reponse: 'maintenir', raison: 'Deux pages' } }, { message: 'Bonjour' }),
    );
    expect(refus).toEqual({
      ok: false,
      refus: 'complement_incomplet',
      details: { [`items.${d.items.information}.raison`]: 'Écrivez votre réponse.' },
    });
    const complement = await db().complement.findUniqueOrThrow({ where: { id: d.complementId }, include: { items: true } });
    expect(complement).toMatchObject({ reponduLe: null, message: null, version: 1 });
    expect(complement.items.every((i) => i.reponse === null && i.raison === null)).toBe(true);
    expect(await db().evenement.count({ where: { dossierId: d.dossierId, type: 'complement_repondu' } })).toBe(0);
  });

  it('refuse de maintenir sans raison, et de mettre à jour sans fichier', async () => {
    const d = await complementDemande([NATIONALITE_ILLISIBLE]);
    const champ = (nom: string) => `items.${d.items.nationalite}.${nom}`;
    expect(await repondreComplement(appel(d), envoi(d, { nationalite: { reponse: 'maintenir', raison: ' ' } }))).toMatchObject({
      details: { [champ('raison')]: expect.any(String) },
    });
    expect(await repondreComplement(appel(d), envoi(d, { nationalite: { reponse: 'mettre_a_jour' } }))).toMatchObject({
      details: { [champ('fichiers')]: expect.any(String) },
    });
  });

  it('envoie tout à la fois : l’ancienne version reste, la pièce attend un nouvel avis, l’agent le voit dans l’historique', async () => {
    const d = await complementDemande([NATIONALITE_ILLISIBLE, QUESTION]);
    await db().piece.updateMany({
      where: { dossierId: d.dossierId },
      data: { verdict: 'non_conforme', motif: 'illisible', verifieeLe: LE },
    });
    const nouveau = await joindre(d, 'nationalite');
    const resultat = await repondreComplement(
      appel(d),
      envoi(
        d,
        { nationalite: { reponse: 'mettre_a_jour', raison: 'à oublier' }, information: { raison: ' Depuis mai. ' } },
        { message: ' Voici ma copie. ' },
      ),
    );
    expect(resultat).toEqual({ ok: true, valeur: d.dossierId });
    expect(await fichiersDe(d, 'nationalite')).toEqual([
      { id: expect.any(String), complementItemId: null, remplaceLe: LE },
      { id: nouveau, complementItemId: d.items.nationalite, remplaceLe: null },
    ]);
    const pieces = await db().piece.findMany({ where: { dossierId: d.dossierId }, select: { code: true, verdict: true, motif: true } });
    expect(pieces.filter((p) => p.verdict === null)).toEqual([{ code: 'nationalite', verdict: null, motif: null }]);
    const complement = await db().complement.findUniqueOrThrow({
      where: { id: d.complementId },
      include: { items: { orderBy: { ordre: 'asc' } } },
    });
    expect(complement).toMatchObject({ reponduLe: LE, message: 'Voici ma copie.' });
    expect(complement.items.map((i) => [i.reponse, i.raison])).toEqual([
      ['mettre_a_jour', null],
      ['expliquer', 'Depuis mai.'],
    ]);
    expect(
      await db().evenement.findMany({
        where: { dossierId: d.dossierId, type: 'complement_repondu' },
        select: { faits: true, creeLe: true },
      }),
    ).toEqual([{ faits: { complement: d.complementId }, creeLe: LE }]);
    expect((await complementDe(d.portee, d.complementId, LE))?.items[0]).toMatchObject({
      actuels: [{ emplacement: 'document' }],
      nouveaux: [{ id: nouveau }],
    });
  });

  it('maintient un document : les fichiers joints puis laissés de côté sont oubliés, l’ancien reste courant', async () => {
    const d = await complementDemande([NATIONALITE_ILLISIBLE]);
    const laisse = await joindre(d, 'nationalite');
    const { cle } = await db().fichier.findUniqueOrThrow({ where: { id: laisse } });
    expect(
      await repondreComplement(appel(d), envoi(d, { nationalite: { reponse: 'maintenir', raison: 'La copie comporte 2 pages' } })),
    ).toMatchObject({ ok: true });
    expect(await fichiersDe(d, 'nationalite')).toEqual([{ id: expect.any(String), complementItemId: null, remplaceLe: null }]);
    expect(await db().fichierOrphelin.findUnique({ where: { cle } })).not.toBeNull();
  });

  it('explique une pièce manquante par une lettre, sans laisser de pièce vide quand il n’y en a pas', async () => {
    const manquante = { sorte: 'piece_manquante', pieceCode: 'sejour_regulier', observation: 'Manque' } as const;
    const d = await complementDemande([manquante]);
    await db().piece.create({ data: { id: crypto.randomUUID(), dossierId: d.dossierId, code: 'sejour_regulier' } });
    expect(
      await repondreComplement(appel(d), envoi(d, { sejour_regulier: { reponse: 'expliquer', raison: 'Le consulat est fermé.' } })),
    ).toMatchObject({ ok: true });
    expect(await db().piece.count({ where: { dossierId: d.dossierId, code: 'sejour_regulier' } })).toBe(0);
  });

  it('accepte la répétition de la même réponse et refuse une autre', async () => {
    const d = await complementDemande([QUESTION]);
    const meme = envoi(d, { information: { raison: 'Depuis mai.' } });
    const deux = await Promise.all([repondreComplement(appel(d), meme), repondreComplement(appel(d, APRES), meme)]);
    expect(deux).toEqual([
      { ok: true, valeur: d.dossierId },
      { ok: true, valeur: d.dossierId },
    ]);
    expect(await repondreComplement(appel(d, APRES), meme)).toEqual({ ok: true, valeur: d.dossierId });
    expect(await repondreComplement(appel(d, APRES), envoi(d, { information: { raison: 'Depuis juin.' } }))).toMatchObject({
      refus: 'complement_ferme',
    });
    expect(await db().evenement.count({ where: { dossierId: d.dossierId, type: 'complement_repondu' } })).toBe(1);
    expect((await db().complementItem.findFirstOrThrow({ where: { complementId: d.complementId } })).raison).toBe('Depuis mai.');
  });

  it('garde la saisie et ne laisse pas un onglet écraser l’autre', async () => {
    const d = await complementDemande([QUESTION]);
    const saisie = (raison: string) => envoi(d, { information: { raison } });
    expect(await garderReponse(d.portee, d.complementId, saisie('un'), 1)).toEqual({ ok: true, valeur: 2 });
    expect(await garderReponse(d.portee, d.complementId, saisie('deux'), 1)).toEqual({
      ok: false,
      refus: 'saisie_en_conflit',
      details: { version: '2' },
    });
    expect((await complementDe(d.portee, d.complementId, LE))?.items[0]?.raison).toBe('un');
    expect(await repondreComplement(appel(d), { ...saisie('deux'), version: 1 })).toMatchObject({ refus: 'saisie_en_conflit' });
    expect(await repondreComplement(appel(d), { ...saisie('deux'), version: 2 })).toMatchObject({ ok: true });
    expect(await garderReponse(d.portee, d.complementId, saisie('trois'), 3)).toMatchObject({ refus: 'complement_ferme' });
  });

  it('n’existe pas pour une autre personne', async () => {
    const d = await complementDemande([QUESTION]);
    const autre = await personne();
    expect(await complementDe(autre.portee, d.complementId, LE)).toBeNull();
    expect(await garderReponse(autre.portee, d.complementId, { items: {}, message: '' }, 1)).toMatchObject({ refus: 'introuvable' });
    expect(
      await repondreComplement({ acteur: autre.usager, portee: autre.portee, at: LE }, envoi(d, { information: { raison: 'x' } })),
    ).toMatchObject({
      refus: 'introuvable',
    });
  });

  it('lit autant de requêtes quel que soit le nombre d’éléments', async () => {
    const un = await complementDemande([NATIONALITE_ILLISIBLE]);
    const trois = await complementDemande([NATIONALITE_ILLISIBLE, DOMICILE_PERIME, QUESTION]);
    const [a, b] = [
      await compterRequetes(() => complementDe(un.portee, un.complementId, LE)),
      await compterRequetes(() => complementDe(trois.portee, trois.complementId, LE)),
    ];
    expect(a).toBe(b);
    expect(a).toBeLessThanOrEqual(4);
  });
});
