// D-07: the agreement to be notified electronically, its state and its history.
import { beforeEach, describe, expect, it } from 'vitest';
import { changerConsentement, consignerConsentement } from '#features/compte/consentement/commands.ts';
import { consentementDe } from '#features/compte/consentement/queries.ts';
import { demanderAcces } from '#features/compte/creation/commands.ts';
import { db, transaction } from '#platform/db.ts';
import { personne } from '../support/complement.ts';
import { courrielsDe } from '../support/compte.ts';
import { sql, truncate } from '../support/database.ts';

const LE = new Date('2026-11-05T10:00:00.123Z');
const APRES = new Date('2026-11-06T10:00:00Z');
const ENCORE = new Date('2026-12-01T10:00:00Z');

beforeEach(truncate);

describe('l’accord pour les notifications électroniques', () => {
  it('se donne, se retire et se redonne, avec sa date ; le redemander ne change rien', async () => {
    const { portee, usager } = await personne();
    const etat = async () => (await consentementDe(portee)).etat;
    await changerConsentement(portee, false, LE);
    expect(await etat()).toEqual({ le: null, finLe: null });
    await changerConsentement(portee, true, LE);
    await changerConsentement(portee, true, APRES);
    expect(await etat()).toEqual({ le: LE, finLe: null });
    await changerConsentement(portee, false, APRES);
    expect(await etat()).toEqual({ le: LE, finLe: APRES });
    await changerConsentement(portee, true, ENCORE);
    expect(await etat()).toEqual({ le: ENCORE, finLe: null });
    const { historique } = await consentementDe(portee);
    expect(historique.map(({ donne, canal, le }) => ({ donne, canal, le }))).toEqual([
      { donne: true, canal: 'compte', le: ENCORE },
      { donne: false, canal: 'compte', le: APRES },
      { donne: true, canal: 'compte', le: LE },
    ]);
    expect(await courrielsDe(usager.email)).toEqual(['consentement_change', 'consentement_change', 'consentement_change']);
  });

  it('n’écrit qu’une ligne quand deux clics arrivent ensemble', async () => {
    const { portee, usager } = await personne();
    await Promise.all(Array.from({ length: 5 }, () => changerConsentement(portee, true, LE)));
    expect((await consentementDe(portee)).historique).toHaveLength(1);
    expect(await courrielsDe(usager.email)).toEqual(['consentement_change']);
  });

  it('demandé à la création, entre dans l’histoire ; refusé, n’y écrit rien', async () => {
    await demanderAcces({ email: 'oui@example.org', consentement: true }, LE);
    await demanderAcces({ email: 'non@example.org', consentement: false }, LE);
    const lignes = await db().consentement.findMany({ include: { compte: true } });
    expect(lignes.map((l) => [l.compte.email, l.donne, l.canal, l.le])).toEqual([['oui@example.org', true, 'creation', LE]]);
    expect((await db().compte.findUniqueOrThrow({ where: { email: 'oui@example.org' } })).consentementLe).toEqual(LE);
    expect(await courrielsDe('oui@example.org')).toEqual(['acces_temporaire']);
  });

  it('a une histoire que la base refuse de récrire', async () => {
    const { portee } = await personne();
    await changerConsentement(portee, true, LE);
    await expect(sql('update consentement set donne = false')).rejects.toThrow('ajout seul');
  });

  it('n’est celui de personne quand le compte n’existe pas', async () => {
    const inconnu = '00000000-0000-7000-8000-000000000000';
    expect(await transaction((tx) => consignerConsentement(tx, { compteId: inconnu, donne: true, canal: 'guichet' }, LE))).toBe(false);
  });
});
