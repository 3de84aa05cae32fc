import { beforeEach, describe, expect, it } from 'vitest';
import { ouvrirNotification } from '#features/notifications/boite/commands.ts';
import { estPrechargement, nombreNonLues, notificationDe, notificationsDe } from '#features/notifications/boite/queries.ts';
import { complementDemande, notification, personne, QUESTION, reference } from '../support/complement.ts';
import { truncate } from '../support/database.ts';
import { compterRequetes } from '../support/requetes.ts';

const LE = new Date('2026-11-05T10:00:00.123Z');
const APRES = new Date('2026-11-06T10:00:00Z');
const TOUT = { titre: '', page: 1, parPage: 10 };

beforeEach(async () => {
  await truncate();
  await reference();
});

describe('les notifications d’une personne', () => {
  it('sont ouvertes une seule fois, et l’instant de la première ouverture reste exact', async () => {
    const d = await complementDemande([QUESTION]);
    expect((await notificationDe(d.portee, d.notificationId))?.ouverteLe).toBeNull();
    await ouvrirNotification(d.portee, d.notificationId, LE);
    await ouvrirNotification(d.portee, d.notificationId, APRES);
    expect((await notificationDe(d.portee, d.notificationId))?.ouverteLe).toEqual(LE);
  });

  it('ne sont ni lues ni ouvertes par une autre', async () => {
    const d = await complementDemande([QUESTION]);
    const autre = await personne();
    await ouvrirNotification(autre.portee, d.notificationId, LE);
    expect(await notificationDe(autre.portee, d.notificationId)).toBeNull();
    expect((await notificationsDe(autre.portee, TOUT)).total).toBe(0);
    expect((await notificationDe(d.portee, d.notificationId))?.ouverteLe).toBeNull();
  });

  it('ne sont pas ouvertes par la lecture de la liste', async () => {
    const d = await complementDemande([QUESTION]);
    await notificationsDe(d.portee, TOUT);
    expect(await nombreNonLues(d.portee)).toBe(1);
    await ouvrirNotification(d.portee, d.notificationId, LE);
    expect(await nombreNonLues(d.portee)).toBe(0);
  });

  it('se filtrent par type et se lisent page à page, dans un nombre de requêtes constant', async () => {
    const d = await complementDemande([QUESTION]);
    const peu = await compterRequetes(() => notificationsDe(d.portee, TOUT));
    for (let i = 0; i < 12; i++)
      await notification(d.usager.compteId, d.dossierId, 'decision_favorable', { le: new Date(APRES.getTime() + i * 1000) });
    const boite = await notificationsDe(d.portee, TOUT);
    expect(boite).toMatchObject({
      total: 13,
      page: 1,
      pages: 2,
      parPage: 10,
      titres: ['Demande de complément', 'Notification de décision'],
    });
    expect(boite.lignes[0]?.disponibleLe).toEqual(new Date(APRES.getTime() + 11_000));
    expect(await notificationsDe(d.portee, { ...TOUT, titre: 'Demande de complément' })).toMatchObject({
      total: 1,
      pages: 1,
      lignes: [{ id: d.notificationId }],
    });
    expect(await notificationsDe(d.portee, { ...TOUT, titre: 'inventé', page: 99, parPage: 7 })).toMatchObject({
      total: 13,
      page: 2,
      parPage: 10,
      titre: '',
    });
    expect(await compterRequetes(() => notificationsDe(d.portee, TOUT))).toBe(peu);
  });

  it('ne s’ouvrent pas quand la page est seulement préchargée', () => {
    const entetes = (nom: string, valeur: string) => new Headers({ [nom]: valeur });
    expect(estPrechargement(entetes('Sec-Purpose', 'prefetch;prerender'))).toBe(true);
    expect(estPrechargement(entetes('Purpose', 'prefetch'))).toBe(true);
    expect(estPrechargement(entetes('Next-Router-Prefetch', '1'))).toBe(true);
    expect(estPrechargement(entetes('Sec-Fetch-Mode', 'navigate'))).toBe(false);
  });
});
