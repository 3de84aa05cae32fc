// Creation of a compte with a number, through the doors: the document, the e-mail, the link, the password.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { adresseAbsente } from '#domain/compte/identifiant.ts';
import { REFUS } from '#domain/refusals.ts';
import { confirmerAdresse, creerAvecMotDePasse } from '#features/compte/confirmation/actions.ts';
import { seConnecter } from '#features/compte/connexion/actions.ts';
import { creerCompte } from '#features/compte/creation/actions.ts';
import { declarerTitre, donnerAdresse } from '#features/compte/creation-numero/actions.ts';
import { loaderConfirmation, loaderCreationNumero } from '#features/compte/creation-numero/loaders.ts';
import { ouvrirParLien } from '#features/compte/lien/actions.ts';
import { loaderLien } from '#features/compte/lien/loaders.ts';
import { reinitialiser } from '#features/compte/mot-de-passe/actions.ts';
import { demanderLienConnexion } from '#features/compte/oubli/actions.ts';
import { registre } from '#features/personne/registre/commands.ts';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { loaderUsager } from '#guard/loader.ts';
import { db } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { TITRES_DU_CONTRAT } from '../adapters/registre.contract.ts';
import { compteConfirme, courrielsDe, MOT_DE_PASSE, secretDuCourriel } from '../support/compte.ts';
import { sql, truncate } from '../support/database.ts';
import { formulaire, mene, navigateur } from '../support/requete.ts';
import { requetesDe } from '../support/requetes.ts';

vi.mock('next/headers', () => import('../support/requete.ts'));
vi.mock('#platform/clock.ts', () => ({ now: () => maintenant }));

const LE = new Date('2026-11-22T10:00:00Z');
let maintenant = LE;
const plusTard = (minutes: number) => {
  maintenant = new Date(maintenant.getTime() + minutes * 60_000);
};
const FARID = 'farid.testtitre@example.org';
const TITRE = { numero: '5999100001', debut: '2023-02-01', fin: '2033-01-31' };
const VISA = { numero: 'FRA991000002', debut: '2026-09-01', fin: '2027-08-31' };
const ENREGISTREE = '/compte/creation-avec-numero?enregistree=1';
const CREE = '/compte/confirmation?cree=1';
const poster = (action: typeof seConnecter, champs: Record<string, string>) => mene(action(FORMULAIRE_VIDE, formulaire(champs)));
const date = (nom: string, jour: string) => {
  const [annee = '', mois = '', j = ''] = jour.split('-');
  return { [`${nom}.jour`]: j, [`${nom}.mois`]: mois, [`${nom}.annee`]: annee };
};
const declarer = ({ numero, debut, fin }: typeof TITRE) => poster(declarerTitre, { numero, ...date('debut', debut), ...date('fin', fin) });
const preuveDe = async (titre: typeof TITRE) => new URLSearchParams(String(await declarer(titre)).split('?')[1]).get('preuve') ?? '';
async function demander(titre: typeof TITRE, email: string, plus: Record<string, string> = {}) {
  return poster(donnerAdresse, { preuve: await preuveDe(titre), email, emailConfirmation: email, ...plus });
}
const jetonDe = (email: string) => secretDuCourriel(email, 'confirmation_compte');
const confirmer = (jeton: string, motDePasse = MOT_DE_PASSE) =>
  poster(creerAvecMotDePasse, { jeton, motDePasse, motDePasseConfirmation: motDePasse });
const connecter = (identifiant: string, motDePasse = MOT_DE_PASSE) => poster(seConnecter, { identifiant, motDePasse });
const pageUsager = loaderUsager(async ({ usager }) => usager.compteId);

beforeEach(async () => {
  maintenant = LE;
  navigateur.boite.clear();
  navigateur.entetes.set('x-forwarded-for', '192.0.2.10');
  navigateur.entetes.set('x-chemin', '/mon-compte');
  await truncate();
  for (const { debut, fin, type, titulaire } of TITRES_DU_CONTRAT) {
    const { nomNaissance, prenoms, dateNaissance, sexe, lieuNaissance, nationalite } = titulaire.etatCivil;
    const [annee, mois, jour] = dateNaissance.split('-').map(Number);
    await db().personne.create({
      data: {
        id: newId(),
        numeroEtranger: titulaire.numeroEtranger,
        nomNaissance,
        prenoms: prenoms.split(' '),
        sexe,
        naissanceAnnee: annee ?? 0,
        naissanceMois: mois ?? null,
        naissanceJour: jour ?? null,
        paysNaissance: 'PT',
        lieuNaissance,
        nationalites: [{ PRT: 'PT', VNM: 'VN', USA: 'US' }[nationalite] ?? ''],
        cleRecherche: nomNaissance.toLowerCase(),
        titres: { create: { id: newId(), ...titulaire.titre, type, debutLe: new Date(debut), finLe: new Date(fin) } },
      },
    });
  }
});

describe('le registre embarqué sur PostgreSQL', () => {
  it.each(TITRES_DU_CONTRAT)('reconnaît le titulaire de $numero', async ({ numero, debut, fin, titulaire }) => {
    expect(await registre(db()).verifierTitre({ numero, debut, fin })).toEqual({ ...titulaire, reference: expect.any(String) });
  });

  it.each(TITRES_DU_CONTRAT)(
    'connaît la personne de $numero et son titre, en une requête',
    async ({ numero, debut, fin, type, titulaire }) => {
      const reference = (await registre(db()).verifierTitre({ numero, debut, fin }))?.reference ?? '';
      const { sorte, mention } = titulaire.titre;
      const connues: unknown[] = [];
      const requetes = await requetesDe(async () => connues.push(await registre(db()).connaitre({ reference })));
      expect(requetes).toHaveLength(1);
      expect(connues).toEqual([
        {
          numeroEtranger: titulaire.numeroEtranger,
          etatCivil: titulaire.etatCivil,
          nationalites: [titulaire.etatCivil.nationalite],
          adresse: null,
          titres: [{ type, sorte, mention, debut, fin, invalideLe: null }],
        },
      ]);
      expect(await registre(db()).connaitre({ reference: 'inconnue' })).toBeNull();
    },
  );

  it('répond rien à ce qui est faux, par la même requête', async () => {
    const faux = [TITRE, { ...TITRE, numero: '5999100009' }, { ...TITRE, debut: '2023-02-02' }, { ...TITRE, fin: '2033-02-01' }];
    const reponses: unknown[] = [];
    const requetes = await requetesDe(async () => {
      for (const titre of faux) reponses.push(await registre(db()).verifierTitre(titre));
    });
    expect(reponses.map((r) => r !== null)).toEqual([true, false, false, false]);
    expect(requetes).toHaveLength(4);
    expect(new Set(requetes).size).toBe(1);
  });
});

describe('le titre déclaré', () => {
  it('dit la même phrase quoi qu’il y ait de faux, et rend ce qui était tapé', async () => {
    for (const faux of [
      { ...TITRE, numero: '5999100009' },
      { ...TITRE, debut: '2023-02-02' },
      { ...TITRE, fin: '2033-02-01' },
      { ...TITRE, numero: 'FRA991000002' },
    ]) {
      expect(await declarer(faux)).toMatchObject({ erreurs: {}, general: REFUS.titre_inconnu, valeurs: { numero: faux.numero } });
    }
    expect(await db().jeton.count()).toBe(0);
  });

  it('accepte le numéro comme on le recopie', async () => {
    expect(await declarer({ ...TITRE, numero: ' 59 99 10-00.01 ' })).toMatch(/^\/compte\/creation-avec-numero\?preuve=/);
    expect(await declarer({ ...VISA, numero: 'fra 991 000 002' })).toMatch(/\?preuve=/);
  });

  it.each([
    [{ numero: '' }, 'numero'],
    [{ numero: '???' }, 'numero'],
    [{ debut: '2023-02-30' }, 'debut.jour'],
    [{ debut: '' }, 'debut.jour'],
    [{ fin: '33-01-31' }, 'fin.annee'],
    [{ debut: '2033-01-31', fin: '2023-02-01' }, 'fin.jour'],
  ])('dit quoi corriger : %o', async (change, ou) => {
    expect(await declarer({ ...TITRE, ...change })).toMatchObject({ erreurs: { [ou]: expect.any(String) } });
  });

  it('s’arrête au sixième échec sur un numéro depuis un réseau, et ralentit partout au vingtième', async () => {
    const faux = (i: number) => ({ ...TITRE, debut: `2023-03-${String(i + 1).padStart(2, '0')}` });
    const FREINE = { general: expect.stringContaining('contactez-nous') };
    for (let i = 0; i < 5; i += 1) expect(await declarer(faux(i))).toMatchObject({ general: REFUS.titre_inconnu });
    expect(await declarer(TITRE)).toMatchObject(FREINE);
    for (let i = 5; i < 20; i += 1) {
      navigateur.entetes.set('x-forwarded-for', `198.51.100.${i}`);
      expect(await declarer(faux(i))).toMatchObject({ general: REFUS.titre_inconnu });
    }
    navigateur.entetes.set('x-forwarded-for', '203.0.113.1');
    expect(await declarer(faux(21))).toMatchObject({ general: REFUS.titre_inconnu });
    expect(await declarer(TITRE)).toMatchObject(FREINE);
    // slowed, never closed: the holder gets through half an hour later
    plusTard(30);
    expect(await declarer(TITRE)).toMatch(/preuve=/);
    expect(await declarer(VISA)).toMatch(/preuve=/);
  });
});

describe('l’adresse donnée', () => {
  it('demande deux fois la même (C24)', async () => {
    const preuve = await preuveDe(TITRE);
    expect(await poster(donnerAdresse, { preuve, email: FARID, emailConfirmation: 'autre@example.org' })).toMatchObject({
      erreurs: { emailConfirmation: expect.stringContaining('différentes') },
    });
    expect(await poster(donnerAdresse, { preuve, email: FARID, emailConfirmation: FARID })).toBe(ENREGISTREE);
  });

  it('ne sert qu’une fois, pendant trente minutes', async () => {
    const preuve = await preuveDe(TITRE);
    const donner = () => poster(donnerAdresse, { preuve, email: FARID, emailConfirmation: FARID });
    expect(await loaderCreationNumero({ preuve })).toEqual({ etape: 'adresse', preuve });
    expect((await Promise.all([donner(), donner()])).filter((r) => r === ENREGISTREE)).toHaveLength(1);
    expect(await donner()).toMatchObject({ general: REFUS.preuve_expiree });
    expect(await loaderCreationNumero({ preuve })).toEqual({ etape: 'titre', estPerimee: true });
    const tardive = await preuveDe(TITRE);
    plusTard(30);
    expect(await loaderCreationNumero({ preuve: tardive })).toEqual({ etape: 'titre', estPerimee: true });
  });

  it('répond pareil, par le même travail, que le numéro ou l’adresse soient connus ou non ; seule la boîte connue apprend quelque chose', async () => {
    await compteConfirme({ email: 'ana.test@example.org', numeroEtranger: TITRE.numero });
    await compteConfirme({ email: 'autre.test@example.org', numeroEtranger: '5999100099' });
    const formes: string[][] = [];
    for (const [titre, email] of [
      [VISA, 'libre.test@example.org'],
      [TITRE, FARID],
      [VISA, 'autre.test@example.org'],
    ] as const) {
      const preuve = await preuveDe(titre);
      const donner = async () => expect(await poster(donnerAdresse, { preuve, email, emailConfirmation: email })).toBe(ENREGISTREE);
      formes.push(await requetesDe(donner));
    }
    expect(formes[1]).toEqual(formes[0]);
    expect(formes[2]).toEqual(formes[0]);
    expect((await db().courriel.findMany({ orderBy: { id: 'asc' } })).map((c) => [c.destinataire, c.sorte])).toEqual([
      ['libre.test@example.org', 'confirmation_compte'],
      ['ana.test@example.org', 'compte_existant_numero'],
      ['autre.test@example.org', 'compte_existant'],
    ]);
    expect(await db().compte.count()).toBe(2);
  });

  it('n’est pas inondée : cinq courriels par heure, la même page ensuite', async () => {
    for (let i = 0; i < 8; i += 1) expect(await demander(TITRE, FARID)).toBe(ENREGISTREE);
    expect(await courrielsDe(FARID)).toHaveLength(5);
    expect(await confirmer(await jetonDe(FARID))).toBe(CREE);
  });
});

describe('le lien de confirmation', () => {
  it('crée le compte au bouton seulement, une fois, et ouvre avec le numéro', async () => {
    await demander(TITRE, FARID, { consentement: 'on' });
    const jeton = await jetonDe(FARID);
    // a mail scanner opens the link twice
    expect([await loaderConfirmation({ jeton }), await loaderConfirmation({ jeton })]).toEqual([
      { etape: 'mot_de_passe', jeton },
      { etape: 'mot_de_passe', jeton },
    ]);
    expect(await db().compte.count()).toBe(0);
    expect(await confirmer(jeton, 'abcdefgh')).toMatchObject({ erreurs: { motDePasse: expect.stringContaining('majuscule') } });
    expect(await confirmer(jeton, 'Testtitre#2026')).toMatchObject({ erreurs: { motDePasse: expect.stringContaining('Sans votre nom') } });
    expect(await confirmer(jeton)).toBe(CREE);
    expect(await confirmer(jeton)).toMatchObject({ general: REFUS.lien_expire });
    expect(await loaderConfirmation({ jeton })).toEqual({ etape: 'perimee' });
    const compte = await db().compte.findUniqueOrThrow({ where: { email: FARID }, include: { personne: true, consentements: true } });
    expect(compte).toMatchObject({
      numeroEtranger: TITRE.numero,
      emailConfirmeLe: LE,
      consentementLe: LE,
      consentements: [{ donne: true, canal: 'creation' }],
      personne: { nomNaissance: 'TESTTITRE', numeroEtranger: TITRE.numero },
    });
    expect(await connecter(TITRE.numero)).toBe('/');
    expect(await db().personne.count()).toBe(TITRES_DU_CONTRAT.length);
  });

  it('meurt au bout de 24 heures', async () => {
    await demander(TITRE, FARID);
    plusTard(24 * 60);
    expect(await confirmer(await jetonDe(FARID))).toMatchObject({ general: REFUS.lien_expire });
    expect(await db().compte.count()).toBe(0);
  });

  it('ne donne le numéro qu’à un seul de deux liens pressés au même instant, et tue les autres', async () => {
    await demander(TITRE, FARID);
    await demander(TITRE, 'autre.test@example.org');
    await demander(TITRE, 'tiers.test@example.org');
    const jetons = [await jetonDe(FARID), await jetonDe('autre.test@example.org')];
    const issues = await Promise.all(jetons.map((jeton) => confirmer(jeton)));
    expect(issues.filter((i) => i === CREE)).toHaveLength(1);
    expect(await db().compte.count()).toBe(1);
    expect(await confirmer(await jetonDe('tiers.test@example.org'))).toMatchObject({ general: REFUS.lien_expire });
  });

  it('sans mot de passe ne confirme rien pour un titre', async () => {
    await demander(TITRE, FARID);
    expect(await poster(confirmerAdresse, { jeton: await jetonDe(FARID) })).toMatchObject({ general: REFUS.lien_expire });
    expect(await db().compte.count()).toBe(0);
  });

  it('ne prend pas l’adresse d’un compte qui a reçu son numéro entre-temps', async () => {
    await demander(TITRE, FARID);
    await compteConfirme({ email: FARID, numeroEtranger: '5999100099' });
    expect(await confirmer(await jetonDe(FARID))).toMatchObject({ general: REFUS.adresse_deja_prise });
    expect(await connecter('5999100099')).toBe('/');
  });

  it('fait la personne que le registre connaît et pas le portail', async () => {
    await demander(VISA, FARID);
    await sql(
      "update jeton set contenu = jsonb_set(jsonb_set(contenu, '{titulaire,reference}', '\"ailleurs-1\"'), '{titulaire,titre,numero}', '\"FRA991000055\"') where sorte = 'confirmation_compte'",
    );
    expect(await poster(confirmerAdresse, { jeton: await jetonDe(FARID) })).toBe(CREE);
    const compte = await db().compte.findUniqueOrThrow({ where: { email: FARID }, include: { personne: true } });
    expect(compte.personne).toMatchObject({
      nomNaissance: 'TESTVISA',
      prenoms: ['Minh'],
      naissanceAnnee: 2001,
      naissanceMois: null,
      nationalites: ['VN'],
    });
  });
});

describe('une adresse qui a déjà un compte temporaire (S-151 à S-153)', () => {
  it('le fait monter en place : un compte, une histoire, anciens accès fermés, adresse acceptée 90 jours', async () => {
    await compteConfirme({ email: FARID });
    expect(await connecter(FARID)).toBe('/premiere-demande');
    const compteId = await mene(pageUsager());
    await demander(TITRE, FARID);
    // nothing has changed yet: the number goes to whoever opens the mailbox
    expect(await mene(pageUsager())).toBe(compteId);
    expect(await confirmer(await jetonDe(FARID), 'Lune#Bleue43')).toBe(CREE);
    expect(await mene(pageUsager())).toMatch(/^\/connexion\?.*retour=%2Fmon-compte/);
    expect(await db().compte.count()).toBe(1);
    expect(await connecter(FARID)).toMatchObject({ general: REFUS.identifiants_inconnus });
    expect(await connecter(TITRE.numero, 'Lune#Bleue43')).toBe('/');
    expect(await mene(pageUsager())).toBe(compteId);
    expect(await connecter(FARID, 'Lune#Bleue43')).toBe('/');
    plusTard(90 * 24 * 60);
    expect(await connecter(FARID, 'Lune#Bleue43')).toMatchObject({ general: expect.stringContaining('finit par 001') });
  });

  it('sert aussi à qui n’a jamais confirmé, et tue le mot de passe provisoire', async () => {
    await poster(creerCompte, { email: FARID, emailConfirmation: FARID });
    const provisoire = await secretDuCourriel(FARID, 'acces_temporaire');
    await demander(TITRE, FARID);
    expect(await confirmer(await jetonDe(FARID))).toBe(CREE);
    expect(await connecter(FARID, provisoire)).toMatchObject({ general: REFUS.identifiants_inconnus });
    expect(await connecter(TITRE.numero)).toBe('/');
  });

  it('rattache les dossiers déjà là à la personne', async () => {
    const compteId = await compteConfirme({ email: FARID });
    await sql(
      "insert into dossier (id, procedure, procedure_version, liste_version, compte_id, statut) values (gen_random_uuid(), 'enfant-francais', 1, 1, $1, 'brouillon')",
      [compteId],
    );
    await demander(TITRE, FARID);
    await confirmer(await jetonDe(FARID));
    const personne = await db().personne.findUniqueOrThrow({
      where: { numeroEtranger: TITRE.numero },
      include: { dossiers: true, compte: true },
    });
    expect(personne.compte?.id).toBe(compteId);
    expect(personne.dossiers).toHaveLength(1);
  });
});

it('un compte ouvert au guichet sans adresse prend celle que son titulaire donne, avec ses dossiers', async () => {
  const personne = await db().personne.findUniqueOrThrow({ where: { numeroEtranger: TITRE.numero } });
  const compte = await db().compte.create({
    data: { id: newId(), email: adresseAbsente('sans-adresse', newId()), numeroEtranger: TITRE.numero, personneId: personne.id },
  });
  expect(await demander(TITRE, FARID)).toBe(ENREGISTREE);
  expect(await confirmer(await jetonDe(FARID))).toBe(CREE);
  expect(await db().compte.findMany({ select: { id: true, email: true } })).toEqual([{ id: compte.id, email: FARID }]);
  expect(await connecter(TITRE.numero)).toMatch(/^\//);
  // it has an address now: nobody gives it another this way
  await demander(TITRE, 'voleur.test@example.org');
  expect(await courrielsDe('voleur.test@example.org')).toEqual([]);
});

describe('le visa (S-037)', () => {
  it('ne demande que l’adresse ; le numéro du visa ouvre ensuite par un lien, sans mot de passe', async () => {
    expect(await demander(VISA, FARID)).toBe(ENREGISTREE);
    const jeton = await jetonDe(FARID);
    expect(await loaderConfirmation({ jeton })).toEqual({ etape: 'adresse', jeton });
    expect(await poster(confirmerAdresse, { jeton })).toBe(CREE);
    expect(await connecter('FRA991000002', 'x')).toMatchObject({ general: REFUS.identifiants_inconnus });
    expect(await poster(demanderLienConnexion, { identifiant: 'fra 991 000 002' })).toBe('/connexion/lien?envoye=1');
    const lien = await secretDuCourriel(FARID, 'lien_connexion');
    expect(await poster(ouvrirParLien, { jeton: lien })).toBe('/');
    expect(await mene(pageUsager())).toEqual(expect.stringMatching(/^[0-9a-f-]{36}$/));
  });
});

describe('le lien de connexion', () => {
  const demanderLien = (identifiant: string) => poster(demanderLienConnexion, { identifiant });

  it('répond pareil, connu ou non, et n’ouvre qu’au bouton, une fois', async () => {
    await compteConfirme({ email: FARID, numeroEtranger: TITRE.numero });
    expect(await demanderLien(TITRE.numero)).toBe('/connexion/lien?envoye=1');
    expect(await demanderLien('5999100099')).toBe('/connexion/lien?envoye=1');
    expect(await db().courriel.count()).toBe(1);
    const jeton = await secretDuCourriel(FARID, 'lien_connexion');
    expect([await loaderLien({ jeton }), await loaderLien({ jeton })]).toEqual([
      { etape: 'ouvrir', jeton },
      { etape: 'ouvrir', jeton },
    ]);
    expect(await db().session.count()).toBe(0);
    const ouverts = await Promise.all([poster(ouvrirParLien, { jeton }), poster(ouvrirParLien, { jeton })]);
    expect(ouverts.filter((o) => o === '/')).toHaveLength(1);
    expect(await poster(ouvrirParLien, { jeton })).toMatchObject({ general: REFUS.lien_expire });
    expect(await loaderLien({ jeton })).toEqual({ etape: 'perime' });
    expect((await db().session.findMany()).map((s) => [s.moyen, s.niveau])).toEqual([['lien', 'complete']]);
  });

  it('meurt au bout d’une heure, et quand le mot de passe change', async () => {
    await compteConfirme({ email: FARID });
    await demanderLien(FARID);
    const jeton = await secretDuCourriel(FARID, 'lien_connexion');
    plusTard(60);
    expect(await poster(ouvrirParLien, { jeton })).toMatchObject({ general: REFUS.lien_expire });
  });

  it('n’ouvre à qui n’a pas encore de mot de passe que la page pour en choisir un (D-01)', async () => {
    await poster(creerCompte, { email: FARID, emailConfirmation: FARID });
    await demanderLien(FARID);
    expect(await poster(ouvrirParLien, { jeton: await secretDuCourriel(FARID, 'lien_connexion') })).toBe('/compte/reinitialisation');
    expect(await mene(pageUsager())).toBe('/compte/reinitialisation');
    expect(await poster(reinitialiser, { motDePasse: MOT_DE_PASSE, motDePasseConfirmation: MOT_DE_PASSE })).toBe('/premiere-demande');
  });

  it('fait entrer le titulaire sur un appareil neuf pendant que mille essais ferment la porte du mot de passe', async () => {
    await compteConfirme({ email: FARID });
    for (let i = 0; i < 60; i += 1) {
      navigateur.entetes.set('x-forwarded-for', `198.51.100.${i}`);
      await connecter(FARID, 'faux');
    }
    navigateur.entetes.set('x-forwarded-for', '203.0.113.7');
    expect(await connecter(FARID)).toMatchObject({ general: expect.stringContaining('Recevoir un lien de connexion') });
    await demanderLien(FARID);
    expect(await poster(ouvrirParLien, { jeton: await secretDuCourriel(FARID, 'lien_connexion') })).toBe('/premiere-demande');
    // and the browser is known from now on
    expect(await connecter(FARID)).toBe('/premiere-demande');
  });

  it('ne sert pas de lien de mot de passe, ni l’inverse', async () => {
    await compteConfirme({ email: FARID });
    await demanderLien(FARID);
    const jeton = await secretDuCourriel(FARID, 'lien_connexion');
    expect(await confirmer(jeton)).toMatchObject({ general: REFUS.lien_expire });
  });
});
