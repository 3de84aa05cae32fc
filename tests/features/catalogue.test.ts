// What the catalogue answers before any compte: from memory, or with one statement.
import { beforeEach, describe, expect, it } from 'vitest';
import { agendaDuDepot, rendreListePublique } from '#features/catalogue/commands.ts';
import { DEMARCHES, demarche, ficheDe, ouvertureAu, RAYONS, resumeDe } from '#features/catalogue/queries.ts';
import { adresseFiche, lireSaisie } from '#features/catalogue/schema.ts';
import { releverReferences } from '#features/configuration/references/queries.ts';
import { listePublique } from '#features/documents/queries.ts';
import { db } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { visaLongSejour } from '#procedures/blocs/pieces.ts';
import { v1 as enfant } from '#procedures/enfant-de-francais/v1.ts';
import { truncate } from '../support/database.ts';
import { compterRequetes } from '../support/requetes.ts';

const AT = new Date('2026-11-22T12:00:00Z');
const JOUR = '2026-11-22';
const saisie = (recherche = '') => lireSaisie(new URLSearchParams(recherche));
const libelles = async (recherche = '') =>
  (await ficheDe(enfant, saisie(recherche), JOUR)).sections.flatMap((s) => s.blocs.flatMap((b) => b.pieces.map((p) => p.libelle)));

beforeEach(async () => {
  await truncate();
  await releverReferences();
});

describe('une fiche', () => {
  it('se lit en une requête, et un résumé en aucune', async () => {
    expect(await compterRequetes(() => ficheDe(enfant, saisie(), JOUR))).toBe(1);
    expect(await compterRequetes(async () => DEMARCHES.map((p) => resumeDe(p, saisie('nationalite=DZ&fin=2027-03-31'), JOUR)))).toBe(0);
  });

  it('existe pour chaque démarche, qu’elle ait ou non une liste publiée, et se range sous sa famille', async () => {
    for (const procedure of DEMARCHES) {
      const fiche = await ficheDe(procedure, saisie(), JOUR);
      expect(fiche.titres.length, procedure.slug).toBeGreaterThan(0);
      expect(
        fiche.resume.cout.every((c) => c.montants.length > 0),
        `${procedure.slug} a un prix`,
      ).toBe(true);
    }
    expect(RAYONS.flatMap((r) => r.demarches).length).toBe(DEMARCHES.length);
  });

  it('montre la liste publiée plutôt que celle du code, et le dit', async () => {
    await db().listePieces.create({
      data: {
        procedure: enfant.slug,
        version: 9,
        etat: 'publiee',
        effetLe: new Date('2026-01-01T00:00:00Z'),
        source: 'Arrêté d’essai',
        raison: 'Essai',
        pieces: JSON.parse(JSON.stringify((enfant.listes[0]?.pieces ?? []).slice(0, 1))),
      },
    });
    expect((await ficheDe(enfant, saisie(), JOUR)).liste).toEqual({ version: 9, effetLe: '2026-01-01', source: 'Arrêté d’essai' });
    expect(await libelles()).toHaveLength(1);
  });

  it('ne demande que ce qui concerne cette nationalité et cet âge', async () => {
    const visa = visaLongSejour.libelle;
    expect(await libelles('nationalite=DZ')).not.toContain(visa);
    expect(await libelles('nationalite=CA')).toContain(visa);
    const ressources = 'Justificatif de ressources du parent français';
    expect(await libelles('naissance=2008')).not.toContain(ressources);
    expect(await libelles('naissance=1990')).toContain(ressources);
  });

  it('dit le titre selon la nationalité, et les deux quand on ne la connaît pas', async () => {
    const titres = async (recherche: string) => (await ficheDe(enfant, saisie(recherche), JOUR)).titres.map((t) => t.libelle);
    expect(await titres('nationalite=DZ')).toEqual(['Certificat de résidence algérien']);
    expect(await titres('nationalite=CA')).toEqual(['Carte de résident']);
    expect(await titres('')).toEqual(['Certificat de résidence algérien', 'Carte de résident']);
  });
});

describe('une ouverture', () => {
  it('vient de la définition, puis de ce que l’administration publie', async () => {
    expect(ouvertureAu(enfant, '2023-04-04').estOuverte).toBe(false);
    expect(ouvertureAu(enfant, '2023-04-05').estOuverte).toBe(true);
    const agent = await db().agent.create({
      data: { id: newId(), email: 'ada.testadmin@example.org', nom: 'TESTADMIN', prenom: 'Ada', qualite: 'Administratrice', roles: [] },
      select: { id: true },
    });
    await db().publication.create({
      data: {
        id: newId(),
        sorte: 'ouverture',
        cle: enfant.slug,
        version: 1,
        etat: 'publiee',
        effetLe: new Date('2020-01-01T00:00:00Z'),
        contenu: { depuis: '2020-01-01', jusqua: '2020-12-31', message: 'Travaux', source: 'Essai' },
        auteurId: agent.id,
      },
    });
    await releverReferences();
    expect(ouvertureAu(enfant, JOUR)).toEqual({ estOuverte: false, depuis: '2020-01-01', jusqua: '2020-12-31', message: 'Travaux' });
  });
});

describe('la fenêtre', () => {
  const renouvellement = { ...enfant, fenetre: { sorte: 'fin_de_titre', ouvreJours: 120, fermeJours: 60, article: 'R.431-5 1°' } } as const;
  const etat = (recherche: string) => resumeDe(renouvellement, saisie(recherche), JOUR).fenetre.etat;
  it.each([
    ['fin=2027-12-31', 'trop_tot'],
    ['fin=2027-02-28', 'ouverte'],
    ['fin=2026-12-31', 'tardive'],
    ['fin=2026-10-31', 'expiree'],
    ['fin=2026-01-31', 'plus_de_six_mois'],
    ['fin=2026-12-31&titre=resident_ue', 'libre'],
    ['', 'libre'],
  ])('%s : %s', (recherche, attendu) => expect(etat(recherche)).toBe(attendu));
});

describe('ce qui est tapé', () => {
  it('se lit avec indulgence, et revient dans l’adresse de la fiche', () => {
    const lue = saisie('departement=59000&nationalite=DZ&naissance=2006&fin.jour=3&fin.mois=4&fin.annee=2027&titre=aucun&situation=etudes');
    expect(lue).toMatchObject({
      fin: '2027-04-03',
      naissance: '2006',
      situation: { nationalite: 'DZ', famille: 'etudes', titre: 'aucun' },
      erreurs: [],
    });
    expect(adresseFiche('x', lue)).toBe('/catalogue/x?nationalite=DZ&naissance=2006&titre=aucun&fin=2027-04-03&departement=59');
  });
  it('dit ce qui n’est pas compris, et ignore ce qui n’existe pas', () => {
    const lue = saisie(
      'departement=Atlantide&naissance=90&fin.jour=31&fin.mois=2&fin.annee=2027&nationalite=ZZ&situation=constructor&titre=toString',
    );
    expect(lue.erreurs).toEqual(['departement', 'naissance', 'fin']);
    expect(lue.situation).toEqual({});
  });
});

describe('à emporter', () => {
  it('la liste des pièces en PDF, dessinée une fois par jour', async () => {
    const liste = await listePublique(enfant, JOUR);
    if (!liste) throw new Error('liste');
    const premier = await rendreListePublique(liste, AT);
    expect(Buffer.from(premier.contenu.subarray(0, 5)).toString()).toBe('%PDF-');
    expect(await rendreListePublique(liste, AT)).toBe(premier);
    expect(await rendreListePublique(liste, new Date('2026-11-23T12:00:00Z'))).not.toBe(premier);
  });

  it('un calendrier de trois jours avant la fin du titre, et rien pour ce qui n’en dépend pas', () => {
    const renouvellement = {
      ...enfant,
      fenetre: { sorte: 'fin_de_titre', ouvreJours: 120, fermeJours: 60, article: 'R.431-5 1°' },
    } as const;
    const texte = new TextDecoder().decode(agendaDuDepot(renouvellement, '2027-03-31', AT)?.contenu);
    expect([...texte.matchAll(/DTSTART;VALUE=DATE:(\d+)/g)].map((m) => m[1])).toEqual(['20261201', '20270115', '20270130']);
    expect(agendaDuDepot(enfant, '2027-03-31', AT)).toBeNull();
  });

  it('rien pour une démarche qui n’existe pas', () => expect(demarche('inconnue')).toBeUndefined());
});
