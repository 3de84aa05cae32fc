// Appointments and hand-over on a real Postgres: capacity with two agents at once, moves, misses, reminders, SMS to the current number.
import { buffer } from 'node:stream/consumers';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Courrier } from '#adapters/mail/message.ts';
import type { Sms } from '#adapters/sms/sms.ts';
import { storage } from '#adapters/storage/storage.ts';
import { timbreDeDemonstration } from '#adapters/timbre/simulateur.ts';
import { SYSTEME, type Usager } from '#domain/access/actors.ts';
import { porteeAdministration, porteeMachine, porteeUsager } from '#domain/access/scope.ts';
import { PARIS } from '#domain/adresse/fuseau.ts';
import { instantDe } from '#domain/horloge.ts';
import { jourDe } from '#domain/jour.ts';
import type { Resultat } from '#domain/result.ts';
import { ajouterPlage, fermerLeJour, modifierLieu, ouvrirLieu } from '#features/administration/lieux/commands.ts';
import { schemaPlage } from '#features/administration/lieux/schema.ts';
import { produireDocuments } from '#features/documents/commands.ts';
import { verifier } from '#features/documents/queries.ts';
import { annulerDecision, signerDecision } from '#features/dossier/decision/commands.ts';
import { dossierInstruit } from '#features/dossier/instruction/queries.ts';
import {
  agendaDuRendezVous,
  commanderTitre,
  type Remise,
  recevoirLot,
  recevoirTitre,
  remettre,
  suivre,
} from '#features/dossier/remise/commands.ts';
import { chercherAuGuichet, creneauxDepuis, ficheAccueil, monRendezVous, rendezVousDuJour } from '#features/dossier/remise/queries.ts';
import { retirerDemande, retirerParLettre } from '#features/dossier/retrait/commands.ts';
import { dossierDe } from '#features/dossier/suivi/queries.ts';
import { transfererDossier } from '#features/dossier/transfert/commands.ts';
import { passerLaNuit } from '#features/horloge/commands.ts';
import { notifier } from '#features/notifications/commands.ts';
import { envoyerCourriel } from '#features/notifications/courriels/commands.ts';
import { envoyerTexto } from '#features/notifications/textos/commands.ts';
import {
  annulerRendezVous,
  constaterAbsence,
  convoquer,
  deplacerRendezVous,
  rappelerRendezVous,
  releverBiometrie,
} from '#features/rendez-vous/commands.ts';
import { creneauxProposes } from '#features/rendez-vous/lieux/queries.ts';
import { closeDb, db, driver } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { closeQueue, prepareQueues } from '#platform/queue.ts';
import { sql, truncate } from '../support/database.ts';
import { agentDe, compteTemporaire, dossierDepose, type Qui, socle } from '../support/dossiers.ts';

const AT = new Date('2026-11-23T09:00:00Z');
/** a Tuesday */
const MARDI = '2026-12-08';
const NEUF_HEURES = instantDe(MARDI, 540, PARIS);
const NEUF_VINGT = instantDe(MARDI, 560, PARIS);

let accueil: Qui;
let instructeur: Qui;
let lieuId: string;

beforeEach(async () => {
  await truncate();
  await prepareQueues();
  await socle();
  accueil = await agentDe('59', ['accueil'], 'TESTACCUEIL');
  instructeur = await agentDe('59', ['instructeur'], 'TESTINSTRUC');
  lieuId = await lieu('59');
});
afterEach(async () => {
  await closeQueue();
  await closeDb();
});

/** Tuesdays from 9 to 10, twenty minutes, two people. */
async function lieu(prefectureCode: string, capacite = 2): Promise<string> {
  const id = newId();
  await db().lieu.create({
    data: {
      id,
      prefectureCode,
      nom: 'Accueil des étrangers',
      adresse: '12 rue des Essais, 59000 Lille',
      plages: { create: [{ id: newId(), jour: 2, debut: 540, fin: 600, duree: 20, capacite }] },
    },
  });
  return id;
}

const refus = (resultat: Resultat<unknown>) => (resultat.ok ? 'ok' : resultat.refus);
const parAgent = ({ agent, portee }: Qui, at = AT) => ({ acteur: agent, portee, at });

let prochain = 1;
/** A person with a number, a telephone, an accepted request; `titre`: how far it went. */
async function accepte(titre: 'rien' | 'commande' | 'recu' = 'recu', procedure = 'enfant-de-francais') {
  const rang = prochain++;
  const numeroEtranger = `59030${String(rang).padStart(5, '0')}`;
  const personneId = newId();
  await db().personne.create({
    data: {
      ...{ id: personneId, numeroEtranger, nomNaissance: 'TESTCOLLINS', prenoms: ['Marshall'], sexe: 'masculin', naissanceAnnee: 1990 },
      ...{ paysNaissance: 'CA', lieuNaissance: 'Montréal', nationalites: ['CA'], cleRecherche: 'testcollins marshall' },
    },
  });
  const { id: compteId, email } = await compteTemporaire();
  await db().compte.update({ where: { id: compteId }, data: { numeroEtranger, personneId, telephone: '06 39 98 00 01' } });
  const dossier = await dossierDepose({ compteId, personneId, statut: 'accepte', pieces: false, procedure });
  if (titre !== 'rien') await commanderTitre({ portee: porteeMachine(compteId), acteur: SYSTEME, dossierId: dossier.id, at: AT });
  if (titre === 'recu') {
    const recu = { dossierId: dossier.id, numeroTitre: `X9Y8Z7${String(rang).padStart(3, '0')}`, debut: '2026-12-01', fin: '2036-11-30' };
    expect(refus(await recevoirTitre(accueil.portee, accueil.agent, recu, AT))).toBe('ok');
  }
  const usager: Usager = { sorte: 'usager', compteId, sessionId: newId(), email, nom: null, numeroEtranger, langue: 'fr', confies: [] };
  return { ...dossier, email, personneId, numeroEtranger, usager, portee: porteeUsager(usager) };
}

async function convoque(dossierId: string, debut = NEUF_HEURES, sorte: 'remise' | 'biometrie' = 'remise'): Promise<string> {
  const fait = await convoquer(parAgent(accueil), { dossierId, sorte, lieuId, debut });
  if (!fait.ok) throw new Error(fait.refus);
  return fait.valeur.convocation;
}

/** The job of the last event of this type: documents, messages, what follows. */
async function apres(dossierId: string, type: string, at = AT): Promise<string> {
  const { id } = await db().evenement.findFirstOrThrow({ where: { dossierId, type }, orderBy: { id: 'desc' }, select: { id: true } });
  await produireDocuments(String(id));
  await notifier(String(id), at);
  await suivre(String(id), at);
  return String(id);
}

const etats = async (dossierId: string) =>
  (await db().convocation.findMany({ where: { dossierId }, orderBy: { creeLe: 'asc' }, select: { etat: true } })).map((c) => c.etat);

describe('les lieux', () => {
  it('ne se tiennent que dans sa préfecture, et deux horaires ne se croisent pas', async () => {
    const { agent } = await agentDe('59', ['chef']);
    const portee = porteeAdministration(agent);
    if (!portee) throw new Error('sans portée');
    const ouvert = await ouvrirLieu(portee, agent, { nom: 'Annexe', adresse: '1 rue Neuve, 59000 Lille', telephone: '' }, AT);
    if (!ouvert.ok) throw new Error(ouvert.refus);
    const heures = { lieu: ouvert.valeur, jours: [1, 3], debut: 540, fin: 720, duree: 30, capacite: 2 };
    expect(refus(await ajouterPlage(portee, agent, heures, AT))).toBe('ok');
    expect(refus(await ajouterPlage(portee, agent, { ...heures, jours: [2, 3], debut: 700, fin: 760 }, AT))).toBe('plages_chevauchees');
    expect(await db().plage.count({ where: { lieuId: ouvert.valeur } })).toBe(2);
    const rhone = await agentDe('69', ['chef']);
    const ailleurs = porteeAdministration(rhone.agent);
    if (!ailleurs) throw new Error('sans portée');
    expect(refus(await fermerLeJour(ailleurs, rhone.agent, { lieu: ouvert.valeur, jour: MARDI, motif: '' }, AT))).toBe('lieu_inconnu');
    expect(await db().acteAdministration.count({ where: { cibleId: ouvert.valeur } })).toBe(2);
  });

  it('ne reçoivent pas avant six heures : la nuit, une heure peut manquer ou revenir', () => {
    const heures = { lieu: newId(), jours: { '1': 'on' }, fin: '12:00', duree: '20', capacite: '2' };
    expect(schemaPlage.safeParse({ ...heures, debut: '6:00' }).success).toBe(true);
    expect(schemaPlage.safeParse({ ...heures, debut: '5:59' }).error?.issues).toMatchObject([
      { path: ['debut'], message: 'Les rendez-vous commencent à 06:00 au plus tôt.' },
    ]);
  });

  it('fermés un jour, fériés, ou fermés tout à fait, ne donnent plus de créneau', async () => {
    const creneaux = () => creneauxProposes(driver(), '59', instantDe('2026-12-01', 0, PARIS), 30);
    const jours = async () => [...new Set((await creneaux()).map((c) => jourDe(c.debut)))];
    expect(await jours()).toEqual(['2026-12-01', '2026-12-08', '2026-12-15', '2026-12-22', '2026-12-29']);
    await db().fermeture.create({ data: { lieuId, jour: new Date(`${MARDI}T00:00:00Z`) } });
    expect(await jours()).not.toContain(MARDI);
    await db().plage.updateMany({ data: { jour: 5 } });
    // Friday 25 December is a public holiday
    expect(await jours()).toEqual(['2026-12-04', '2026-12-11', '2026-12-18']);
    const { agent } = await agentDe('59', ['chef']);
    const portee = porteeAdministration(agent);
    if (!portee) throw new Error('sans portée');
    await modifierLieu(portee, agent, lieuId, { nom: 'Fermé', adresse: 'rue des Essais', telephone: '', ouvert: false }, AT);
    expect(await creneaux()).toEqual([]);
  });
});

describe('un rendez-vous', () => {
  it('ne se donne que sur un créneau du lieu, libre, de la préfecture du dossier', async () => {
    const { id: dossierId } = await accepte();
    const demander = (debut: Date, la = lieuId) => convoquer(parAgent(accueil), { dossierId, sorte: 'remise', lieuId: la, debut });
    expect(refus(await demander(instantDe(MARDI, 550, PARIS)))).toBe('creneau_pris');
    expect(refus(await demander(instantDe('2026-11-17', 540, PARIS)))).toBe('creneau_pris');
    expect(refus(await demander(NEUF_HEURES, await lieu('69')))).toBe('creneau_pris');
    expect(refus(await demander(NEUF_HEURES))).toBe('ok');
    expect(refus(await demander(NEUF_VINGT))).toBe('rendez_vous_deja_donne');
  });

  it('de remise attend le titre ; de biométrie, l’instruction', async () => {
    const commande = await accepte('commande');
    expect(refus(await convoquer(parAgent(accueil), { dossierId: commande.id, sorte: 'remise', lieuId, debut: NEUF_HEURES }))).toBe(
      'titre_non_arrive',
    );
    expect(refus(await convoquer(parAgent(accueil), { dossierId: commande.id, sorte: 'biometrie', lieuId, debut: NEUF_HEURES }))).toBe(
      'rendez_vous_sans_objet',
    );
    const instruit = await dossierDepose({ statut: 'en_instruction', pieces: false });
    const convocation = await convoque(instruit.id, NEUF_HEURES, 'biometrie');
    expect(refus(await releverBiometrie(parAgent(accueil, NEUF_HEURES), { dossierId: instruit.id, convocation }))).toBe('ok');
    expect(await etats(instruit.id)).toEqual(['honoree']);
  });

  it('n’est pas donné à plus de monde que la capacité, même demandé par dix agents au même instant', async () => {
    const dossiers = await Promise.all(Array.from({ length: 10 }, () => accepte()));
    const issues = await Promise.all(
      dossiers.map(({ id: dossierId }) => convoquer(parAgent(accueil), { dossierId, sorte: 'remise', lieuId, debut: NEUF_HEURES })),
    );
    expect(issues.map(refus).toSorted()).toEqual([...Array.from({ length: 8 }, () => 'creneau_pris'), 'ok', 'ok']);
    expect(await db().convocation.count({ where: { debutLe: NEUF_HEURES, etat: 'prevue' } })).toBe(2);
  });

  it('n’est pas donné deux fois à la même personne par deux agents au même instant', async () => {
    const { id: dossierId } = await accepte();
    const issues = await Promise.all(
      [NEUF_HEURES, NEUF_VINGT].map((debut) => convoquer(parAgent(accueil), { dossierId, sorte: 'remise', lieuId, debut })),
    );
    expect(issues.map(refus).toSorted()).toEqual(['ok', 'rendez_vous_deja_donne']);
  });

  it('se déplace par la personne jusqu’à 24 heures avant, et rend sa place', async () => {
    const marshall = await accepte();
    const convocation = await convoque(marshall.id);
    const vers = (at: Date, debut = NEUF_VINGT) =>
      deplacerRendezVous({ acteur: marshall.usager, portee: marshall.portee, at }, { dossierId: marshall.id, convocation, lieuId, debut });
    expect(refus(await vers(new Date('2026-12-07T09:00:00Z')))).toBe('rendez_vous_trop_proche');
    expect(refus(await vers(AT))).toBe('ok');
    expect(refus(await vers(AT))).toBe('rendez_vous_inconnu');
    expect(await etats(marshall.id)).toEqual(['deplacee', 'prevue']);
    for (const autre of [await accepte(), await accepte()]) await convoque(autre.id);
    expect(
      refus(await convoquer(parAgent(accueil), { dossierId: (await accepte()).id, sorte: 'remise', lieuId, debut: NEUF_HEURES })),
    ).toBe('creneau_pris');
  });

  it('refusé, laisse l’ancien comme il était', async () => {
    const marshall = await accepte();
    const convocation = await convoque(marshall.id);
    for (const autre of [await accepte(), await accepte()]) await convoque(autre.id, NEUF_VINGT);
    const fait = await deplacerRendezVous(
      { acteur: marshall.usager, portee: marshall.portee, at: AT },
      { dossierId: marshall.id, convocation, lieuId, debut: NEUF_VINGT },
    );
    expect(refus(fait)).toBe('creneau_pris');
    expect(await etats(marshall.id)).toEqual(['prevue']);
  });

  it('d’un autre ne se voit ni ne se déplace', async () => {
    const marshall = await accepte();
    const convocation = await convoque(marshall.id);
    const autre = await accepte();
    const place = { dossierId: marshall.id, convocation, lieuId, debut: NEUF_VINGT };
    expect(refus(await deplacerRendezVous({ acteur: autre.usager, portee: autre.portee, at: AT }, place))).toBe('introuvable');
    const rhone = await agentDe('69', ['accueil']);
    expect(refus(await annulerRendezVous(parAgent(rhone), { dossierId: marshall.id, convocation }))).toBe('introuvable');
  });
});

describe('la convocation', () => {
  it('part par courriel avec son PDF et son agenda, par SMS sans rien de la demande, et se vérifie', async () => {
    const { id: dossierId, numero, email } = await accepte();
    await convoque(dossierId);
    const evenementId = BigInt(await apres(dossierId, 'convocation_envoyee'));
    const document = await db().document.findFirstOrThrow({ where: { evenementId } });
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(await buffer(await storage().get(document.cle)))), {
      mergePages: true,
    });
    for (const attendu of [
      numero,
      'mardi 8 décembre 2026',
      '09:00',
      '12 rue des Essais',
      '225 €',
      'Certificat médical délivré par l’OFII',
      'passeport',
    ])
      expect(text.replace(/\s+/g, ' ')).toContain(attendu);
    const courriel = await db().courriel.findFirstOrThrow({ where: { destinataire: email, sorte: 'convocation' } });
    expect(courriel.documents).toEqual([document.id]);
    expect(await db().courriel.count({ where: { destinataire: email, sorte: 'nouvelle_notification' } })).toBe(0);
    const texto = await db().texto.findFirstOrThrow();
    expect(texto.texte).toBe(
      'Vous avez rendez-vous le 08/12/2026 à 09:00, Accueil des étrangers. Détails sur votre espace Étrangers en France.',
    );
    expect(texto.texte.length).toBeLessThanOrEqual(160);
    const code = document.codeVerification ?? '';
    expect(await verifier(code, '2026-12-01')).toMatchObject({ etat: 'valide', nom: 'Convocation', finLe: MARDI });
    expect(await verifier(code, '2026-12-09')).toMatchObject({ etat: 'echu' });
    const { id: convocation } = await db().convocation.findFirstOrThrow();
    await annulerRendezVous(parAgent(accueil), { dossierId, convocation });
    expect(await verifier(code, '2026-12-01')).toMatchObject({ etat: 'revoque' });
  });

  it('son SMS va au numéro que le compte a au moment de l’envoi, une fois', async () => {
    const { id: dossierId, compteId } = await accepte();
    await convoque(dossierId);
    await apres(dossierId, 'convocation_envoyee');
    await db().compte.update({ where: { id: compteId }, data: { telephone: '+33 7 00 00 00 02' } });
    const recus: string[] = [];
    const operateur: Sms = {
      async envoyer({ telephone }) {
        recus.push(telephone);
        return { canal: 'journal' };
      },
    };
    const { id } = await db().texto.findFirstOrThrow();
    expect(await envoyerTexto(id, AT, operateur)).toBe('envoye');
    expect(await envoyerTexto(id, AT, operateur)).toBe('deja_traite');
    expect(recus).toEqual(['+33700000002']);
  });

  it('sans téléphone, ne laisse pas de SMS en attente ; refusée par l’opérateur, repart', async () => {
    const { id: dossierId, compteId } = await accepte();
    await convoque(dossierId);
    await apres(dossierId, 'convocation_envoyee');
    const { id } = await db().texto.findFirstOrThrow();
    const panne: Sms = { envoyer: () => Promise.reject(new Error('503')) };
    await expect(envoyerTexto(id, AT, panne)).rejects.toThrow('503');
    expect(await db().texto.findUniqueOrThrow({ where: { id } })).toMatchObject({
      etat: 'a_envoyer',
      tentatives: 1,
      derniereErreur: '503',
    });
    await db().compte.update({ where: { id: compteId }, data: { telephone: null } });
    expect(await envoyerTexto(id, AT, panne)).toBe('sans_numero');
  });

  it('se rappelle une semaine avant, une seule fois, le jour, même par deux travaux à la fois', async () => {
    const { id: dossierId } = await accepte();
    await convoque(dossierId);
    expect(await rappelerRendezVous(new Date('2026-11-30T10:00:00Z'))).toBe(0);
    expect(await rappelerRendezVous(new Date('2026-12-01T02:00:00Z'))).toBe(0);
    const jour = new Date('2026-12-01T10:00:00Z');
    const comptes = await Promise.all([rappelerRendezVous(jour), rappelerRendezVous(jour)]);
    expect(comptes.toSorted()).toEqual([0, 1]);
    expect(await rappelerRendezVous(new Date('2026-12-02T10:00:00Z'))).toBe(0);
    await apres(dossierId, 'rendez_vous_rappele', jour);
    expect((await db().texto.findFirstOrThrow()).texte).toContain('Rappel : rendez-vous le 08/12/2026 à 09:00');
    expect(await db().courriel.count({ where: { sorte: 'rappel_rendez_vous' } })).toBe(1);
  });
});

/** What the calendar file of the last mail of this kind says, line by line. */
async function agendaDuCourriel(sorte: string): Promise<string[]> {
  const { id } = await db().courriel.findFirstOrThrow({ where: { sorte }, orderBy: { creeLe: 'desc' }, select: { id: true } });
  const envoyes: Courrier[] = [];
  const mail = { envoyer: async (courrier: Courrier) => void envoyes.push(courrier), fermer: async () => undefined };
  expect(await envoyerCourriel(id, AT, { mail, storage: storage() })).toBe('envoye');
  const fichier = envoyes[0]?.pieces.find((p) => p.type.startsWith('text/calendar'));
  if (!fichier) throw new Error('sans fichier d’agenda');
  return [
    fichier.type,
    ...fichier.contenu
      .toString('utf8')
      .replace(/\r\n[ \t]/g, '')
      .split('\r\n'),
  ];
}

it('arrivé, le titre se dit ; et nul ne demande de prendre un rendez-vous à qui en a un', async () => {
  const { id: dossierId, portee } = await accepte();
  const lire = async () => {
    const dossier = await dossierDe(portee, dossierId, AT);
    return { attente: dossier?.attente, retrait: dossier?.dates.some((d) => d.code === 'retrait_du_titre') };
  };
  expect(await lire()).toEqual({ attente: 'remise', retrait: true });
  const convocation = await convoque(dossierId);
  expect(await lire()).toEqual({ attente: 'remise', retrait: false });
  await annulerRendezVous(parAgent(accueil), { dossierId, convocation });
  expect((await lire()).retrait).toBe(true);
});

describe('le fichier d’agenda', () => {
  const UID = (id: string) => `UID:rendez-vous-${id}`;

  it('déplacé, change le rendez-vous que l’agenda tient ; annulé, le retire', async () => {
    const { id: dossierId } = await accepte();
    const premier = await convoque(dossierId);
    await apres(dossierId, 'convocation_envoyee');
    expect(await agendaDuCourriel('convocation')).toEqual(
      expect.arrayContaining([UID(premier), 'SEQUENCE:0', 'METHOD:PUBLISH', 'DTSTART:20261208T080000Z']),
    );

    const deplace = await deplacerRendezVous(parAgent(accueil), { dossierId, convocation: premier, lieuId, debut: NEUF_VINGT });
    if (!deplace.ok) throw new Error(deplace.refus);
    await apres(dossierId, 'rendez_vous_deplace');
    expect(await agendaDuCourriel('convocation')).toEqual(
      expect.arrayContaining([UID(premier), 'SEQUENCE:1', 'METHOD:PUBLISH', 'DTSTART:20261208T082000Z']),
    );

    const { convocation } = deplace.valeur;
    expect(refus(await annulerRendezVous(parAgent(accueil), { dossierId, convocation }))).toBe('ok');
    await apres(dossierId, 'rendez_vous_annule');
    const annule = await agendaDuCourriel('rendez_vous_annule');
    expect(annule[0]).toContain('method=CANCEL');
    expect(annule).toEqual(expect.arrayContaining([UID(premier), 'SEQUENCE:2', 'METHOD:CANCEL', 'STATUS:CANCELLED']));

    // a new appointment after a cancelled one is another one
    const second = await convoque(dossierId);
    await apres(dossierId, 'convocation_envoyee');
    expect(await agendaDuCourriel('convocation')).toEqual(expect.arrayContaining([UID(second), 'SEQUENCE:0']));
  });

  it('à Cayenne (C08), dit neuf heures de Cayenne partout où il est écrit', async () => {
    const dite = { nom: 'Préfecture de la Guyane', autorite: 'Le préfet', adresse: '97300 CAYENNE', tribunal: 'tribunal administratif' };
    await db().prefecture.create({ data: { code: '973', ...dite } });
    const guyane = await agentDe('973', ['accueil'], 'TESTACCUEIL');
    const { id: dossierId, portee } = await accepte();
    await db().dossier.update({ where: { id: dossierId }, data: { prefectureCode: '973' } });
    const debut = instantDe(MARDI, 540, 'America/Cayenne');
    const place = { dossierId, sorte: 'remise', lieuId: await lieu('973') } as const;
    expect(refus(await convoquer(parAgent(guyane), { ...place, debut: NEUF_HEURES }))).toBe('creneau_pris');
    const pris = await convoquer(parAgent(guyane), { ...place, debut });
    if (!pris.ok) throw new Error(pris.refus);
    await apres(dossierId, 'convocation_envoyee');
    expect(await agendaDuCourriel('convocation')).toEqual(expect.arrayContaining(['DTSTART:20261208T120000Z', 'DTEND:20261208T122000Z']));
    expect((await db().texto.findFirstOrThrow()).texte).toContain('le 08/12/2026 à 09:00');
    const { cle } = await db().document.findFirstOrThrow({ where: { dossierId, sorte: 'convocation' } });
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(await buffer(await storage().get(cle)))), {
      mergePages: true,
    });
    for (const attendu of ['mardi 8 décembre 2026', '09:00']) expect(text.replace(/\s+/g, ' ')).toContain(attendu);
    expect((await dossierDe(portee, dossierId, AT))?.rendezVous).toEqual({ jour: MARDI, heure: '09:00' });
    expect((await creneauxDepuis('973', MARDI, AT)).jours[0]).toMatchObject({
      jour: MARDI,
      creneaux: [{ heure: '09:00', places: 1 }, { heure: '09:20' }, { heure: '09:40' }],
    });
    expect((await rendezVousDuJour(guyane.portee, MARDI, null)).map((l) => l.dossierId)).toEqual([dossierId]);
    const suivi = (await dossierInstruit(guyane.portee, dossierId))?.historique.find((h) => h.precision?.includes('Accueil'));
    expect(suivi?.precision).toContain('08/12/2026 à 09:00');
  });

  it('d’une place rendue, téléchargé dans l’espace, est celui de la place qui la remplace', async () => {
    const { id: dossierId, portee } = await accepte();
    const premier = await convoque(dossierId);
    const deplace = await deplacerRendezVous(parAgent(accueil), { dossierId, convocation: premier, lieuId, debut: NEUF_VINGT });
    if (!deplace.ok) throw new Error(deplace.refus);
    expect(await monRendezVous(portee, premier)).toMatchObject({ id: deplace.valeur.convocation, premier, rang: 1, debut: NEUF_VINGT });
    await annulerRendezVous(parAgent(accueil), { dossierId, convocation: deplace.valeur.convocation });
    const annule = await monRendezVous(portee, premier);
    if (!annule) throw new Error('rendez-vous perdu');
    const { contenu, octets } = agendaDuRendezVous(annule, AT);
    expect(new TextDecoder().decode(contenu)).toContain('METHOD:CANCEL');
    expect(octets.nom).toBe('rendez-vous-annule.ics');
    expect(await monRendezVous((await accepte()).portee, premier)).toBeNull();
  });
});

describe('la personne qui ne vient pas', () => {
  it('est convoquée de nouveau, puis plus d’office après trois fois : une alerte, et le titre reste', async () => {
    const { id: dossierId } = await accepte();
    await convoque(dossierId);
    for (let fois = 1; fois <= 3; fois += 1) {
      const { id: convocation, debutLe } = await db().convocation.findFirstOrThrow({ where: { dossierId, etat: 'prevue' } });
      const avant = new Date(debutLe.getTime() - 60_000);
      const apresLHeure = new Date(debutLe.getTime() + 3_600_000);
      expect(refus(await constaterAbsence(parAgent(accueil, avant), { dossierId, convocation }))).toBe('rendez_vous_a_venir');
      expect(refus(await constaterAbsence(parAgent(accueil, apresLHeure), { dossierId, convocation }))).toBe('ok');
      await apres(dossierId, 'rendez_vous_manque', apresLHeure);
    }
    expect(await etats(dossierId)).toEqual(['manquee', 'manquee', 'manquee']);
    // the night names somebody, and keeps them named
    const dernier = await db().convocation.findFirstOrThrow({ where: { dossierId }, orderBy: { debutLe: 'desc' } });
    for (const jours of [1, 2]) await passerLaNuit(new Date(dernier.debutLe.getTime() + jours * 86_400_000));
    const manques = { dossierId, code: 'rendez_vous_manques' };
    expect(await db().alerte.findMany({ where: manques, select: { leveeLe: true } })).toEqual([{ leveeLe: null }]);
    expect(await db().dossier.findUniqueOrThrow({ where: { id: dossierId } })).toMatchObject({ statut: 'accepte', attente: 'remise' });
    const messages = await db().notification.findMany({ where: { sorte: 'rendez_vous_manque' }, orderBy: { evenementId: 'asc' } });
    expect(messages.map((m) => JSON.parse(JSON.stringify(m.contenu)).estLeDernier)).toEqual([false, false, true]);
  });
});

describe('la fabrication', () => {
  it('attend les empreintes de qui est convoqué pour elles (R.431-9), et part seule une fois relevées', async () => {
    const { id: dossierId } = await accepte('rien');
    await db().dossier.update({ where: { id: dossierId }, data: { statut: 'en_instruction' } });
    const convocation = await convoque(dossierId, NEUF_HEURES, 'biometrie');
    await db().dossier.update({ where: { id: dossierId }, data: { statut: 'accepte' } });
    await db().evenement.create({ data: { dossierId, type: 'decision_favorable', acteurSorte: 'systeme', faits: {} } });
    const { id } = await db().evenement.findFirstOrThrow({ where: { type: 'decision_favorable' } });
    await suivre(String(id), AT);
    expect(await db().remise.count()).toBe(0);
    const commander = () => commanderTitre({ portee: instructeur.portee, acteur: instructeur.agent, dossierId, at: AT });
    expect(refus(await commander())).toBe('biometrie_attendue');
    // missed: still awaited
    expect(refus(await constaterAbsence(parAgent(accueil, new Date('2026-12-08T12:00:00Z')), { dossierId, convocation }))).toBe('ok');
    expect(refus(await commander())).toBe('biometrie_attendue');
    // the machine gives another one
    await apres(dossierId, 'rendez_vous_manque', new Date('2026-12-08T12:00:00Z'));
    const { id: seconde, debutLe } = await db().convocation.findFirstOrThrow({ where: { dossierId, etat: 'prevue' } });
    expect(refus(await releverBiometrie(parAgent(accueil, debutLe), { dossierId, convocation: seconde }))).toBe('ok');
    await apres(dossierId, 'biometrie_relevee');
    await apres(dossierId, 'biometrie_relevee');
    expect(await db().evenement.count({ where: { dossierId, type: 'titre_commande' } })).toBe(1);
    // during the examination, it decides nothing
    const { id: enCours } = await dossierDepose({ statut: 'en_instruction', pieces: false });
    const releve = await convoque(enCours, NEUF_VINGT, 'biometrie');
    await releverBiometrie(parAgent(accueil, NEUF_VINGT), { dossierId: enCours, convocation: releve });
    await apres(enCours, 'biometrie_relevee');
    expect(await db().remise.count({ where: { dossierId: enCours } })).toBe(0);
  });

  it('est commandée seule après la décision, une fois, pour ce qui donne un titre', async () => {
    const marshall = await accepte('rien');
    await db().evenement.create({ data: { dossierId: marshall.id, type: 'decision_favorable', acteurSorte: 'systeme', faits: {} } });
    const { id } = await db().evenement.findFirstOrThrow({ where: { type: 'decision_favorable' } });
    await suivre(String(id), AT);
    await suivre(String(id), AT);
    expect(await db().evenement.count({ where: { dossierId: marshall.id, type: 'titre_commande' } })).toBe(1);
    expect(await db().dossier.findUniqueOrThrow({ where: { id: marshall.id } })).toMatchObject({ attente: 'production' });
    const adresse = await accepte('rien', 'changement-d-adresse');
    await db().evenement.create({ data: { dossierId: adresse.id, type: 'decision_favorable', acteurSorte: 'systeme', faits: {} } });
    const { id: autre } = await db().evenement.findFirstOrThrow({ where: { dossierId: adresse.id, type: 'decision_favorable' } });
    await suivre(String(autre), AT);
    expect(await db().remise.count({ where: { dossierId: adresse.id } })).toBe(0);
  });

  it('arrive par lot : chaque ligne dit ce qu’elle devient, et la machine convoque', async () => {
    const un = await accepte('commande');
    const deux = await accepte('commande');
    const recu = { numeroTitre: 'ABCD123456', debut: '2026-12-01', fin: '2036-11-30' };
    const issues = await recevoirLot(
      accueil.portee,
      accueil.agent,
      [
        { rang: 1, cle: un.numero, ...recu },
        { rang: 2, cle: deux.numeroEtranger, ...recu },
        { rang: 3, cle: '5999999999', ...recu, numeroTitre: 'ZZZZ99999' },
      ],
      AT,
    );
    expect(issues.map((i) => refus(i.issue))).toEqual(['ok', 'titre_deja_recu', 'titre_non_attendu']);
    expect(await db().dossier.findUniqueOrThrow({ where: { id: un.id } })).toMatchObject({ attente: 'remise' });
    await apres(un.id, 'titre_recu');
    await apres(un.id, 'titre_recu');
    // ten days ahead at least: Tuesday 8 December
    expect(await db().convocation.findMany({ where: { dossierId: un.id }, select: { debutLe: true, sorte: true, etat: true } })).toEqual([
      { debutLe: NEUF_HEURES, sorte: 'remise', etat: 'prevue' },
    ]);
    expect(await db().document.count({ where: { dossierId: un.id, sorte: 'notice_information' } })).toBe(1);
  });
});

describe('un rendez-vous que plus rien ne justifie', () => {
  type Prepare = { id: string; acte: () => Promise<Resultat<unknown>>; sorte?: 'biometrie' | 'remise' };
  const enInstruction = async () => {
    const { id: compteId, email } = await compteTemporaire();
    await db().compte.update({ where: { id: compteId }, data: { telephone: '06 39 98 00 02' } });
    const { id } = await dossierDepose({ compteId, statut: 'en_instruction', pieces: false });
    const usager: Usager = {
      sorte: 'usager',
      compteId,
      sessionId: newId(),
      email,
      nom: null,
      numeroEtranger: null,
      langue: 'fr',
      confies: [],
    };
    return { id, usager, portee: porteeUsager(usager) };
  };
  const vu = async (dossierId: string) => {
    const { version } = await db().dossier.findUniqueOrThrow({ where: { id: dossierId }, select: { version: true } });
    return { dossierId, version };
  };
  const ACTES = {
    transfert: async () => {
      const { id } = await enInstruction();
      const motif = 'changement_d_adresse' as const;
      return { id, acte: async () => transfererDossier(instructeur.portee, instructeur.agent, await vu(id), { vers: '69', motif }, AT) };
    },
    'retrait par la personne': async () => {
      const { id, usager, portee } = await enInstruction();
      return { id, acte: () => retirerDemande({ acteur: usager, portee, at: AT }, id) };
    },
    'retrait sur lettre': async () => {
      const { id } = await enInstruction();
      const lettre = { lettreLe: '2026-11-20', remarque: 'Je quitte la France.' };
      return { id, acte: async () => retirerParLettre(instructeur.portee, instructeur.agent, { vu: await vu(id), ...lettre }, AT) };
    },
    'refus signé': async () => {
      const { id } = await enInstruction();
      const { agent, portee } = await agentDe('59', ['valideur'], 'TESTVALID');
      const acte = async () => {
        const proposition = { sens: 'refus', par: instructeur.agent.agentId, motifs: 'Rien.', le: AT.toISOString() };
        await db().dossier.update({ where: { id }, data: { statut: 'propose', proposition } });
        return signerDecision(portee, agent, await vu(id), 'refus', AT);
      };
      return { id, acte };
    },
    'décision annulée': async () => {
      const { id } = await accepte();
      const { agent, portee } = await agentDe('59', ['valideur'], 'TESTVALID');
      const annulation = { motif: 'retrait' as const, remarque: 'Erreur.' };
      return { id, sorte: 'remise' as const, acte: async () => annulerDecision(portee, agent, await vu(id), annulation, AT) };
    },
  };

  it.each(Object.entries(ACTES))(
    '%s : annulé du même geste, dit à la personne, sa place rendue, sa convocation révoquée',
    async (_, preparer) => {
      await db().plage.updateMany({ where: { lieuId }, data: { capacite: 1 } });
      const { id: dossierId, acte, sorte = 'biometrie' }: Prepare = await preparer();
      const convocation = await convoque(dossierId, NEUF_HEURES, sorte);
      await apres(dossierId, 'convocation_envoyee');
      const papier = await db().document.findFirstOrThrow({ where: { dossierId, sorte: 'convocation' } });
      const autre = await accepte();
      const prendre = () => convoquer(parAgent(accueil), { dossierId: autre.id, sorte: 'remise', lieuId, debut: NEUF_HEURES });
      expect(refus(await prendre())).toBe('creneau_pris');
      await db().texto.deleteMany();

      expect(refus(await acte())).toBe('ok');
      expect(await etats(dossierId)).toEqual(['annulee']);
      expect(await db().evenement.findMany({ where: { dossierId, type: 'rendez_vous_annule' }, select: { faits: true } })).toEqual([
        { faits: { convocation } },
      ]);
      expect((await verifier(papier.codeVerification ?? '', '2026-11-24'))?.etat).toBe('revoque');
      await apres(dossierId, 'rendez_vous_annule');
      expect(await db().notification.count({ where: { dossierId, sorte: 'rendez_vous_annule' } })).toBe(1);
      expect(await db().texto.findMany({ select: { texte: true } })).toEqual([
        { texte: 'Votre rendez-vous le 08/12/2026 à 09:00, Accueil des étrangers est annulé. Détails sur votre espace.' },
      ]);
      expect(refus(await prendre())).toBe('ok');
    },
  );

  it('le titre d’une décision annulée n’est plus à remettre', async () => {
    const { id, acte } = await ACTES['décision annulée']();
    expect(refus(await acte())).toBe('ok');
    expect(await db().remise.count({ where: { dossierId: id } })).toBe(0);
  });
});

describe('la remise', () => {
  let rangDuTimbre = 900;
  let controles: Remise;
  // the simulator remembers what was used up, from one test to the next
  beforeEach(() => {
    rangDuTimbre += 1;
    controles = {
      identite: 'passeport',
      ancienTitre: 'aucun',
      timbres: [timbreDeDemonstration(225_00, rangDuTimbre)],
      cas: null,
      pieces: ['certificat_medical'],
      empreintes: 'deux_index',
      noticeSignee: true,
      copieRemise: true,
    };
  });

  it('remet le titre, l’inscrit au registre à la place de l’ancien, éteint les attestations, et donne un reçu', async () => {
    const marshall = await accepte();
    await db().titre.create({
      data: {
        ...{ id: newId(), personneId: marshall.personneId, sorte: 'vls_ts', mention: 'VLS-TS' },
        ...{ debutLe: new Date('2026-01-01'), finLe: new Date('2026-12-31') },
      },
    });
    await db().evenement.create({ data: { dossierId: marshall.id, type: 'decision_favorable', acteurSorte: 'systeme', faits: {} } });
    const { id: decision } = await db().evenement.findFirstOrThrow({ where: { type: 'decision_favorable' } });
    await produireDocuments(String(decision));
    const attestation = await db().document.findFirstOrThrow({ where: { sorte: 'attestation_decision_favorable' } });
    await convoque(marshall.id);
    const jour = new Date('2026-12-08T08:05:00Z');
    expect(refus(await remettre(accueil.portee, accueil.agent, marshall.id, controles, jour))).toBe('ok');
    expect(await db().dossier.findUniqueOrThrow({ where: { id: marshall.id } })).toMatchObject({ statut: 'remis', attente: null });
    expect(await etats(marshall.id)).toEqual(['honoree']);
    const titres = await sql(
      'select sorte, type, mention, numero, debut_le::text, fin_le::text, invalide_le::text from titre where personne_id = $1 order by fin_le',
      [marshall.personneId],
    );
    expect(titres).toEqual([
      {
        sorte: 'vls_ts',
        type: null,
        mention: 'VLS-TS',
        numero: null,
        debut_le: '2026-01-01',
        fin_le: '2026-12-31',
        invalide_le: '2026-12-08',
      },
      {
        ...{
          sorte: 'titre',
          type: 'resident',
          mention: 'Carte de résident',
          debut_le: '2026-12-01',
          fin_le: '2036-11-30',
          invalide_le: null,
        },
        numero: expect.stringMatching(/^X9Y8Z7/),
      },
    ]);
    expect(await verifier(attestation.codeVerification ?? '', '2026-12-08')).toMatchObject({ etat: 'echu' });
    const evenementId = BigInt(await apres(marshall.id, 'titre_remis', jour));
    const recu = await db().document.findFirstOrThrow({ where: { evenementId } });
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(await buffer(await storage().get(recu.cle)))), {
      mergePages: true,
    });
    const lu = text.replace(/\s+/g, ' ');
    for (const attendu of [
      'REÇU DE REMISE',
      marshall.numero,
      'Passeport',
      '225 €',
      `•••• ${controles.timbres[0]?.slice(-4)}`,
      'Deux empreintes, des deux index',
      'R. 142-23',
    ])
      expect(lu).toContain(attendu);
    // only the end of the stamp is printed
    expect(lu).not.toContain(controles.timbres[0]);
    expect(await verifier(recu.codeVerification ?? '', '2027-12-08')).toMatchObject({ etat: 'valide' });
  });

  it('n’est pas faite deux fois, ni avant l’arrivée du titre', async () => {
    const commande = await accepte('commande');
    expect(refus(await remettre(accueil.portee, accueil.agent, commande.id, controles, AT))).toBe('titre_non_arrive');
    const { id } = await accepte();
    const issues = await Promise.all([1, 2].map(() => remettre(accueil.portee, accueil.agent, id, controles, AT)));
    expect(issues.map(refus).toSorted()).toEqual(['ok', 'statut_incompatible']);
  });

  it('demande les timbres du bon montant, valables, et qui n’ont pas servi', async () => {
    const { id } = await accepte();
    const avec = (timbres: string[], plus: Partial<Remise> = {}) =>
      remettre(accueil.portee, accueil.agent, id, { ...controles, timbres, ...plus }, AT);
    const essais = [
      await avec([]),
      await avec([timbreDeDemonstration(50_00)]),
      await avec(['2022500000000001']),
      await avec(['9022500000000001']),
      await avec([timbreDeDemonstration(100_00), timbreDeDemonstration(100_00)]),
      await avec(controles.timbres.slice(), { pieces: [] }),
      await avec([timbreDeDemonstration(200_00), timbreDeDemonstration(25_00)]),
    ];
    expect(essais.map(refus)).toEqual([
      'timbres_insuffisants',
      'timbres_insuffisants',
      'timbre_deja_utilise',
      'timbre_inconnu',
      'timbre_deja_donne',
      'controles_incomplets',
      'ok',
    ]);
  });

  it('deux guichets ne prennent pas le même timbre', async () => {
    const [un, deux] = [await accepte(), await accepte()];
    const issues = await Promise.all([un, deux].map(({ id }) => remettre(accueil.portee, accueil.agent, id, controles, AT)));
    expect(issues.map(refus).toSorted()).toEqual(['ok', 'timbre_deja_utilise']);
  });

  it('deux guichets qui prennent les deux mêmes timbres, dans l’autre sens, ne se bloquent pas', async () => {
    const deux = [100_00, 125_00].map((montant, i) => timbreDeDemonstration(montant, 700 + rangDuTimbre * 2 + i));
    const [ici, la] = [await accepte(), await accepte()];
    const prendre = (id: string, timbres: string[]) => remettre(accueil.portee, accueil.agent, id, { ...controles, timbres }, AT);
    for (let i = 0; i < 5; i += 1) {
      const issues = await Promise.all([prendre(ici.id, deux), prendre(la.id, deux.toReversed())]);
      expect(issues.map(refus).toSorted()).toEqual(['ok', 'timbre_deja_utilise']);
      await sql(`update dossier set statut = 'accepte' where id = any($1)`, [[ici.id, la.id]]);
      await sql('update remise set remis_le = null, controles = null');
    }
  });

  it('n’est pas le fait d’un instructeur', async () => {
    const { id } = await accepte();
    expect(refus(await remettre(instructeur.portee, instructeur.agent, id, controles, AT))).toBe('non_autorise');
  });
});

describe('le guichet', () => {
  it('montre la journée par lieu, trouve par numéro, et ne montre rien du contenu', async () => {
    const marshall = await accepte();
    await convoque(marshall.id);
    expect(await rendezVousDuJour(accueil.portee, MARDI, null)).toMatchObject([
      { demandeur: 'TESTCOLLINS Marshall', sorte: 'remise', etat: 'prevue' },
    ]);
    expect(await rendezVousDuJour(accueil.portee, MARDI, newId())).toEqual([]);
    for (const cle of [marshall.numero, marshall.numeroEtranger])
      expect(
        (await chercherAuGuichet(accueil.portee, cle)).map((l) => l.dossierId),
        cle,
      ).toEqual([marshall.id]);
    const fiche = await ficheAccueil(accueil.portee, marshall.id, AT);
    expect(fiche).toMatchObject({ demandeur: 'TESTCOLLINS Marshall', montants: [{ cas: null, total: 225_00 }] });
    expect(JSON.stringify(fiche)).not.toMatch(/Nationale|reponses|observations|disposition/);
    const rhone = await agentDe('69', ['accueil']);
    expect(await ficheAccueil(rhone.portee, marshall.id, AT)).toBeNull();
    expect(await chercherAuGuichet(rhone.portee, marshall.numero)).toEqual([]);
  });

  it('ne voit pas un dossier à accès restreint (C40)', async () => {
    const marshall = await accepte();
    await convoque(marshall.id);
    await db().dossier.update({ where: { id: marshall.id }, data: { restreint: true } });
    expect(await rendezVousDuJour(accueil.portee, MARDI, null)).toEqual([]);
    expect(await ficheAccueil(accueil.portee, marshall.id, AT)).toBeNull();
    expect(
      refus(
        await remettre(
          accueil.portee,
          accueil.agent,
          marshall.id,
          {
            identite: 'passeport',
            ancienTitre: 'aucun',
            timbres: [],
            cas: null,
            pieces: [],
            empreintes: 'aucune',
            noticeSignee: true,
            copieRemise: true,
          },
          AT,
        ),
      ),
    ).toBe('introuvable');
  });
});
