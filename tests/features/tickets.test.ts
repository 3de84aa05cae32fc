// The centre de contact: a ticket from anybody, its answers, its proofs, and who may read it.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { storage } from '#adapters/storage/storage.ts';
import type { Agent } from '#domain/access/actors.ts';
import { porteeAdministration, porteeUsager } from '#domain/access/scope.ts';
import { dateEtHeure, instantDeParis, numeroDeTicket } from '#domain/assistance/ticket.ts';
import { analyserCapture } from '#features/assistance/captures/commands.ts';
import { ouvrirCapture } from '#features/assistance/captures/queries.ts';
import { deposerTicket } from '#features/assistance/contact/commands.ts';
import { lireRetour } from '#features/assistance/contact/queries.ts';
import { schemaContact } from '#features/assistance/contact/schema.ts';
import { envoyerLienTicket, ouvrirParLien, repondreEnUsager } from '#features/assistance/tickets/commands.ts';
import { echangeDe, numeroDuLien, ticketsDe } from '#features/assistance/tickets/queries.ts';
import { changerEtat, constaterImpossibilite, repondreEnAgent, transmettre } from '#features/assistance/traitement/commands.ts';
import { listeTickets, ticketsVisibles, ticketTraite } from '#features/assistance/traitement/queries.ts';
import { lireFiltres } from '#features/assistance/traitement/schema.ts';
import { db } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { prefectures } from '../../prisma/prefectures.ts';
import { POST } from '../../src/app/api/televersement/contact/route.ts';
import { AT, creerBrouillon, creerUsager, ouvrirSessionDeTest, publierListes } from '../support/brouillon.ts';
import { courrielsDe, secretDuCourriel } from '../support/compte.ts';
import { truncate } from '../support/database.ts';
import { pdfInfecte, png } from '../support/fichiers.ts';
import { navigateur } from '../support/requete.ts';

vi.mock('next/headers', () => import('../support/requete.ts'));

beforeEach(async () => {
  await truncate();
  navigateur.boite.clear();
  for (const nom of [...navigateur.entetes.keys()]) navigateur.entetes.delete(nom);
  await db().prefecture.createMany({ data: [...prefectures], skipDuplicates: true });
});

const EMAIL = 'marshall.testcollins@example.org';
const CHAMPS = {
  sujet: 'blocage',
  message: 'Je ne peux pas joindre mon passeport : la page tourne sans fin.',
  page: '/demarches/x/justificatifs',
  erreur: '',
  jour: '2026-11-19',
  heure: '18:05',
  nom: 'TESTCOLLINS Marshall',
  email: ` ${EMAIL.toUpperCase()} `,
  telephone: '',
};

async function poster(champs: Record<string, string>, fichiers: [string, Uint8Array<ArrayBuffer>][] = []): Promise<string> {
  const corps = new FormData();
  for (const [nom, valeur] of Object.entries(champs)) corps.set(nom, valeur);
  for (const [nom, contenu] of fichiers) corps.append('captures', new File([contenu], nom));
  const requete = new Request('http://localhost:3000/api/televersement/contact', { method: 'POST', body: corps });
  const reponse = await POST(requete, { params: Promise.resolve({}) });
  expect(reponse.status).toBe(303);
  return reponse.headers.get('location') ?? '';
}

const capture = async () => new Uint8Array(await png());
const tous = () => db().ticket.findMany({ include: { messages: true, captures: true } });
const saisie = (autres: Record<string, string> = {}) => schemaContact.parse({ ...CHAMPS, ...autres });
const deposer = async (autres: Record<string, string> = {}) => {
  const numero = await deposerTicket({ auteur: null, saisie: saisie(autres), captures: [], retour: null, avecCourriel: true }, AT);
  return db().ticket.findUniqueOrThrow({ where: { numero } });
};
async function agentQui(role: 'support' | 'accueil', prefecture: string | null) {
  const id = newId();
  await db().agent.create({
    data: { id, email: `${id}@example.org`, nom: 'TESTAGENT', prenom: 'Alix', qualite: 'Agent', roles: [role], prefectureCode: prefecture },
  });
  const agent: Agent = { sorte: 'agent', agentId: id, sessionId: newId(), nom: 'Alix TESTAGENT', roles: [role], prefecture };
  const portee = porteeAdministration(agent, [role]);
  if (!portee) throw new Error('sans portée');
  return { agent, visibles: ticketsVisibles(portee) };
}
const support = () => agentQui('support', null);
const accueil = (prefecture: string) => agentQui('accueil', prefecture);

describe('une heure de Paris', () => {
  it.each(['2026-01-15T09:30:00Z', '2026-07-15T22:30:00Z', '2026-10-25T00:30:00Z', '2026-03-29T01:30:00Z'])(
    '%s se relit la même',
    (iso) => {
      const { jour, heure } = dateEtHeure(new Date(iso));
      expect(dateEtHeure(instantDeParis(jour, heure))).toEqual({ jour, heure });
    },
  );
  it('qui n’existe pas (passage à l’été) tombe quand même', () =>
    expect(instantDeParis('2026-03-29', '02:30').toISOString()).toMatch(/^2026-03-29T01/));
  it('un numéro de ticket se dit au téléphone', () => expect(numeroDeTicket('2026-11-20', 42)).toBe('2026-000042'));
});

describe('le formulaire de contact', () => {
  it('fait un ticket avec ses captures chiffrées et son courriel, sans compte', async () => {
    const vers = await poster(CHAMPS, [['ecran.png', await capture()]]);
    const [ticket] = await tous();
    expect(vers).toBe(`/contact?ticket=${ticket?.numero}`);
    expect(ticket).toMatchObject({ email: EMAIL, sujet: 'blocage', compteId: null, etat: 'ouvert', telephone: null, erreur: null });
    expect(ticket?.numero).toMatch(/^\d{4}-\d{6}$/);
    expect(ticket?.survenuLe?.toISOString()).toBe('2026-11-19T17:05:00.000Z');
    expect(ticket?.messages).toMatchObject([{ auteurSorte: 'usager', texte: CHAMPS.message }]);
    expect(ticket?.captures).toMatchObject([{ nom: 'ecran.png', type: 'png', analyse: 'sain' }]);
    expect(await db().fichierOrphelin.count()).toBe(0);
    expect(await courrielsDe(EMAIL)).toEqual(['ticket_enregistre']);
  });

  it('revient rempli quand il faut corriger, captures gardées, puis aboutit', async () => {
    const vers = await poster({ ...CHAMPS, email: 'marshall', message: 'court' }, [['ecran.png', await capture()]]);
    const secret = /^\/contact\?saisie=([\w-]{43})$/.exec(vers)?.[1] ?? '';
    const retour = await lireRetour(secret, new Date());
    expect(Object.keys(retour?.erreurs ?? {})).toEqual(['message', 'email']);
    expect(retour?.valeurs).toMatchObject({ email: 'marshall', nom: CHAMPS.nom });
    expect(retour?.captures).toMatchObject([{ nom: 'ecran.png' }]);
    // sealed: what was typed is not readable in the table
    expect(JSON.stringify(await db().jeton.findMany())).not.toContain('TESTCOLLINS');
    expect(await tous()).toEqual([]);
    expect(await poster({ ...CHAMPS, saisie: secret })).toMatch(/ticket=/);
    expect((await tous())[0]?.captures).toHaveLength(1);
    // used up: the same form posted again does not bring the same screenshots
    expect(await lireRetour(secret, new Date())).toBeNull();
  });

  it('refuse une capture infectée, déguisée ou de trop, en gardant le reste', async () => {
    const octets = await capture();
    const vers = await poster(CHAMPS, [
      ['ecran.png', octets],
      ['virus.pdf', new Uint8Array(await pdfInfecte())],
    ]);
    const retour = await lireRetour(vers.split('=')[1] ?? '', new Date());
    expect(retour?.erreurs.captures).toMatch(/\.$/);
    expect(retour?.captures.map((c) => c.nom)).toEqual(['ecran.png']);
  });

  it('d’une personne connectée porte son compte, sa demande et la préfecture de son adresse', async () => {
    await publierListes();
    const { usager } = await creerUsager();
    const dossier = await creerBrouillon(usager);
    const autre = await creerUsager('autre.testcollins');
    const etranger = await creerBrouillon(autre.usager);
    navigateur.boite.set('portail-usager', await ouvrirSessionDeTest(usager));
    await poster({ ...CHAMPS, dossier });
    // the dossier of somebody else is as if not given
    await poster({ ...CHAMPS, dossier: etranger, prefecture: '69' });
    const [un, deux] = (await tous()).toSorted((a, b) => a.creeLe.getTime() - b.creeLe.getTime());
    expect(un).toMatchObject({ compteId: usager.compteId, dossierId: dossier, prefectureCode: '59' });
    expect(deux).toMatchObject({ compteId: usager.compteId, dossierId: null, prefectureCode: '69' });
    expect((await ticketsDe(porteeUsager(usager))).length).toBe(2);
    expect(await ticketsDe(autre.portee)).toEqual([]);
  });

  it('est freiné par réseau, dit quand recommencer, et n’envoie pas une pluie de courriels', async () => {
    navigateur.entetes.set('x-forwarded-for', '203.0.113.7');
    for (let i = 0; i < 40; i++) expect(await poster({ ...CHAMPS, message: `${CHAMPS.message} ${i}` })).toMatch(/ticket=/);
    expect(await courrielsDe(EMAIL)).toHaveLength(5);
    const vers = await poster(CHAMPS, [['ecran.png', await capture()]]);
    expect(await lireRetour(vers.split('=')[1] ?? '', new Date())).toMatchObject({
      general: expect.stringContaining('60 minutes'),
      captures: [],
    });
    navigateur.entetes.set('x-forwarded-for', '203.0.113.8');
    expect(await poster(CHAMPS)).toMatch(/ticket=/);
  });
});

describe('une capture que l’antivirus n’a pas encore jugée', () => {
  it('ne se montre qu’une fois saine', async () => {
    const ticket = await deposer();
    const { cle, taille, sha256 } = await storage().put(
      (async function* () {
        yield await capture();
      })(),
    );
    const id = newId();
    await db().ticketCapture.create({ data: { id, ticketId: ticket.id, nom: 'e.png', type: 'png', taille, sha256, cle } });
    expect(await ouvrirCapture({}, id)).toBeNull();
    expect(await analyserCapture(id)).toBe('sain');
    expect(await ouvrirCapture({}, id)).toMatchObject({ octets: { nom: 'e.png', type: 'image/png' } });
    expect(await ouvrirCapture({ compteId: newId() }, id)).toBeNull();
  });
});

describe('le lien d’un ticket sans compte', () => {
  it('ne sert qu’une fois, et le lire ne l’use pas', async () => {
    const ticket = await deposer();
    const secret = await secretDuCourriel(EMAIL, 'ticket_enregistre');
    expect(await numeroDuLien(secret, AT)).toBe(ticket.numero);
    expect(await numeroDuLien(secret, AT)).toBe(ticket.numero);
    expect(await ouvrirParLien(secret, AT)).toEqual({ ok: true, valeur: ticket.id });
    expect(await ouvrirParLien(secret, AT)).toMatchObject({ refus: 'lien_expire' });
    expect(await numeroDuLien(secret, AT)).toBeNull();
    expect(await ouvrirParLien('inconnu', AT)).toMatchObject({ refus: 'lien_expire' });
  });

  it('expire, et un autre ne part qu’à l’adresse du ticket', async () => {
    const ticket = await deposer();
    const secret = await secretDuCourriel(EMAIL, 'ticket_enregistre');
    expect(await ouvrirParLien(secret, new Date(AT.getTime() + 31 * 86_400_000))).toMatchObject({ refus: 'lien_expire' });
    await envoyerLienTicket({ numero: ticket.numero, email: 'pirate@example.org' }, AT);
    await envoyerLienTicket({ numero: '2026-999999', email: EMAIL }, AT);
    expect(await courrielsDe('pirate@example.org')).toEqual([]);
    expect(await courrielsDe('personne@example.org')).toEqual([]);
    expect(await courrielsDe(EMAIL)).toEqual(['ticket_enregistre']);
    await envoyerLienTicket({ numero: ticket.numero, email: EMAIL }, AT);
    expect(await ouvrirParLien(await secretDuCourriel(EMAIL, 'ticket_lien'), AT)).toMatchObject({ valeur: ticket.id });
  });
});

describe('un ticket', () => {
  it('reçoit la réponse d’un agent par courriel et dans les échanges ; la personne le rouvre en répondant', async () => {
    const ticket = await deposer();
    const { agent, visibles } = await support();
    const ordre = { agent, visibles, ticketId: ticket.id, version: 1, at: AT };
    expect((await repondreEnAgent(ordre, { texte: 'Essayez à nouveau.', clore: true })).ok).toBe(true);
    expect(await courrielsDe(EMAIL)).toEqual(['ticket_enregistre', 'ticket_reponse']);
    expect(await echangeDe({ id: ticket.id }, ticket.id)).toMatchObject({
      etat: 'clos',
      messages: [{}, { deLAgent: true, texte: 'Essayez à nouveau.' }],
    });
    const reponse = { portee: { id: ticket.id }, ticketId: ticket.id, compteId: null, texte: 'Toujours bloqué.' };
    const plusTard = new Date(AT.getTime() + 1000);
    expect((await repondreEnUsager(reponse, plusTard)).ok).toBe(true);
    // a double click is one message
    expect((await repondreEnUsager(reponse, plusTard)).ok).toBe(true);
    expect(await ticketTraite(visibles, ticket.id)).toMatchObject({ etat: 'ouvert', version: 3, messages: { length: 3 } });
    expect(await db().acteAdministration.findMany({ select: { type: true, agentId: true, cibleId: true, faits: true } })).toEqual([
      { type: 'ticket_repondu_et_clos', agentId: agent.agentId, cibleId: ticket.id, faits: { ticket: ticket.numero } },
    ]);
  });

  it('modifié par un collègue entre-temps n’est pas écrasé', async () => {
    const ticket = await deposer();
    const { agent, visibles } = await support();
    const ordre = { agent, visibles, ticketId: ticket.id, version: 1, at: AT };
    const deux = await Promise.all([
      repondreEnAgent(ordre, { texte: 'Première réponse.', clore: false }),
      repondreEnAgent(ordre, { texte: 'Seconde réponse.', clore: false }),
    ]);
    expect(deux.map((r) => r.ok || r.refus).toSorted()).toEqual(['ticket_modifie_ailleurs', true]);
    expect(await changerEtat(ordre, 'clos')).toMatchObject({ refus: 'ticket_modifie_ailleurs' });
    expect(await db().ticketMessage.count({ where: { auteurSorte: 'agent' } })).toBe(1);
  });

  it('n’est vu que de l’assistance et de sa préfecture', async () => {
    const ticket = await deposer({ prefecture: '59' });
    const sansPrefecture = await deposer();
    const [nord, rhone, ccc] = [await accueil('59'), await accueil('69'), await support()];
    const vus = async ({ visibles }: { visibles: object }) =>
      (await listeTickets(visibles, lireFiltres({}))).tickets.map((t) => t.numero).toSorted();
    expect(await vus(nord)).toEqual([ticket.numero]);
    expect(await vus(rhone)).toEqual([]);
    expect(await vus(ccc)).toEqual([ticket.numero, sansPrefecture.numero].toSorted());
    expect(await ticketTraite(rhone.visibles, ticket.id)).toBeNull();
    const refuse = { agent: rhone.agent, visibles: rhone.visibles, ticketId: ticket.id, version: 1, at: AT };
    expect(await repondreEnAgent(refuse, { texte: 'Indiscret.', clore: false })).toMatchObject({ refus: 'introuvable' });
    expect((await transmettre({ ...refuse, agent: ccc.agent, visibles: ccc.visibles }, '69')).ok).toBe(true);
    expect(await vus(rhone)).toEqual([ticket.numero]);
    expect(await vus(nord)).toEqual([]);
  });

  it('se retrouve par ses filtres', async () => {
    const ticket = await deposer({ erreur: 'ABCD2345' });
    await deposer({ sujet: 'suivi', nom: 'TESTAUTRE Ada', email: 'ada@example.org' });
    const { visibles } = await support();
    const trouve = async (parametres: Record<string, string>) =>
      (await listeTickets(visibles, lireFiltres(parametres))).tickets.map((t) => t.nom.split(' ')[0]).toSorted();
    expect(await trouve({})).toEqual(['TESTAUTRE', 'TESTCOLLINS']);
    expect(await trouve({ sujet: 'suivi' })).toEqual(['TESTAUTRE']);
    expect(await trouve({ etat: 'clos' })).toEqual([]);
    expect(await trouve({ q: ticket.numero })).toEqual(['TESTCOLLINS']);
    expect(await trouve({ q: 'ADA@EXAMPLE' })).toEqual(['TESTAUTRE']);
    expect(await trouve({ q: 'ABCD2345', etat: 'clos' })).toEqual(['TESTCOLLINS']);
    expect(await trouve({ impossibilite: '1' })).toEqual([]);
  });

  it('ne dit de la demande que où elle en est', async () => {
    await publierListes();
    const { usager, portee } = await creerUsager();
    const dossier = await creerBrouillon(usager);
    const numero = await deposerTicket(
      { auteur: { usager, portee }, saisie: saisie({ dossier }), captures: [], retour: null, avecCourriel: false },
      AT,
    );
    const { id } = await db().ticket.findUniqueOrThrow({ where: { numero } });
    const { visibles } = await support();
    const vu = await ticketTraite(visibles, id);
    expect(vu?.dossier).toEqual({
      id: dossier,
      numero: null,
      procedure: 'Enfant de Français – première demande',
      statut: 'Brouillon',
      estBrouillon: true,
      deposeLe: null,
      echecs: [],
      attestations: [],
    });
    // no answer of the form, anywhere in what the page receives
    expect(JSON.stringify(vu)).not.toMatch(/MONTRÉAL|Nationale|passeport_numero|1990/i);
  });
});

describe('l’impossibilité de déposer en ligne', () => {
  const constat = { motif: 'L’étape « Justificatifs » échoue depuis trois jours.', guichet: '59' };

  it('demande une preuve', async () => {
    const sans = await deposer();
    const { agent, visibles } = await support();
    const ordre = (ticketId: string) => ({ agent, visibles, ticketId, version: 1, at: AT });
    expect(await constaterImpossibilite(ordre(sans.id), constat)).toMatchObject({ refus: 'preuve_manquante' });
    const avec = await deposer({ erreur: 'ABCD2345' });
    expect((await constaterImpossibilite(ordre(avec.id), constat)).ok).toBe(true);
    expect(await db().ticket.findUnique({ where: { id: avec.id } })).toMatchObject({
      impossibiliteLe: AT,
      impossibilitePar: agent.agentId,
      impossibiliteMotif: constat.motif,
      prefectureCode: '59',
      etat: 'repondu',
    });
    expect(await courrielsDe(EMAIL)).toContain('impossibilite_constatee');
    expect(await constaterImpossibilite({ ...ordre(avec.id), version: 2 }, constat)).toMatchObject({
      refus: 'impossibilite_deja_constatee',
    });
    expect(await db().acteAdministration.findFirst({ where: { type: 'impossibilite_constatee' } })).toMatchObject({
      cibleId: avec.id,
      faits: { ticket: avec.numero, prefecture: '59', motif: constat.motif },
    });
  });
});
