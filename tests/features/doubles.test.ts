// Every act of an agent on a dossier, made twice: the same click twice, or two agents at the same instant. One effect. The table is total
// over the life cycle: a new act asks for its line.
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Agent, type RoleAgent, SYSTEME } from '#domain/access/actors.ts';
import { type PorteeAgent, porteeMachine } from '#domain/access/scope.ts';
import { PARIS } from '#domain/adresse/fuseau.ts';
import type { Sens } from '#domain/dossier/evenements.ts';
import { type Action, CYCLE } from '#domain/dossier/lifecycle.ts';
import type { Statut } from '#domain/dossier/statuts.ts';
import { instantDe } from '#domain/horloge.ts';
import type { Resultat } from '#domain/result.ts';
import { attribuer } from '#features/dossier/attribution/commands.ts';
import { demanderAvis, enregistrerCertificat, rendreAvis } from '#features/dossier/avis/commands.ts';
import { demanderComplement } from '#features/dossier/complements/demande/commands.ts';
import { enregistrerRecommande, leverComplement, prolongerComplement } from '#features/dossier/complements/suites/commands.ts';
import {
  annulerDecision,
  corrigerLettre,
  proposerDecision,
  renvoyerProposition,
  signerDecision,
} from '#features/dossier/decision/commands.ts';
import { ecarterFichier } from '#features/dossier/ecart/commands.ts';
import { attribuerNumero, prendreEnCharge, verifierPiece } from '#features/dossier/instruction/commands.ts';
import { ecarterDoublon, noter } from '#features/dossier/instruction/suivi/commands.ts';
import { ecrireEnAgent, fairePartir } from '#features/dossier/messages/commands.ts';
import { schemaMessage } from '#features/dossier/messages/schema.ts';
import { verser } from '#features/dossier/messages/versement/commands.ts';
import { commanderTitre, recevoirTitre } from '#features/dossier/remise/commands.ts';
import { habiliterAgents, leverRestriction, restreindreAcces } from '#features/dossier/restriction/commands.ts';
import { retirerParLettre } from '#features/dossier/retrait/commands.ts';
import type { DossierVu } from '#features/dossier/schema.ts';
import { transfererDossier } from '#features/dossier/transfert/commands.ts';
import { annulerRendezVous, constaterAbsence, convoquer, deplacerRendezVous, releverBiometrie } from '#features/rendez-vous/commands.ts';
import { db } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { prepareQueues } from '#platform/queue.ts';
import { truncate } from '../support/database.ts';
import { agentDe, type DossierDeTest, dossierDepose, type OptionsDossier, socle } from '../support/dossiers.ts';

const at = new Date('2026-11-22T10:00:00Z');
const MARDI = '2026-12-08';
const NEUF_HEURES = instantDe(MARDI, 540, PARIS);
const ROLES: RoleAgent[] = ['instructeur', 'valideur', 'chef', 'accueil'];

type Qui = { agent: Agent; portee: PorteeAgent };
let un: Qui;
let deux: Qui;
let tiers: Qui;
let lieuId: string;

beforeEach(async () => {
  await truncate();
  await prepareQueues();
  await socle();
  un = await agentDe('59', ROLES, 'TESTUN');
  deux = await agentDe('59', ROLES, 'TESTDEUX');
  tiers = await agentDe('59', ['instructeur', 'valideur'], 'TESTTIERS');
  lieuId = newId();
  const plage = { id: newId(), jour: 2, debut: 540, fin: 600, duree: 20, capacite: 2 };
  await db().lieu.create({
    data: { id: lieuId, prefectureCode: '59', nom: 'Lille', adresse: 'rue des Essais', plages: { create: [plage] } },
  });
});

async function vuDe(dossierId: string): Promise<DossierVu> {
  const { version } = await db().dossier.findUniqueOrThrow({ where: { id: dossierId }, select: { version: true } });
  return { dossierId, version };
}

function reussir<T>(resultat: Resultat<T>): T {
  if (!resultat.ok) throw new Error(resultat.refus);
  return resultat.valeur;
}

type Geste = (qui: Qui) => Promise<Resultat<unknown>>;
type Pret = { id: string; geste: Geste };

/** A dossier, then the act on it with the version that was on screen. */
const sur =
  (
    statut: Statut,
    faire: (qui: Qui, vu: DossierVu) => Promise<Resultat<unknown>>,
    { avant, ...options }: OptionsDossier & { avant?: (dossier: DossierDeTest) => Promise<unknown> } = {},
  ) =>
  async (): Promise<Pret> => {
    const dossier = await dossierDepose({ statut, pieces: false, agentId: statut === 'depose' ? undefined : un.agent.agentId, ...options });
    await db().compte.update({ where: { id: dossier.compteId }, data: { numeroEtranger: `59030${dossier.numero.slice(-5)}` } });
    await avant?.(dossier);
    const vu = await vuDe(dossier.id);
    return { id: dossier.id, geste: (qui) => faire(qui, vu) };
  };

const propose =
  (sens: Sens) =>
  async ({ id }: DossierDeTest) => {
    const proposition = { sens, par: tiers.agent.agentId, motifs: 'Rien.', le: at.toISOString() };
    await db().dossier.update({ where: { id }, data: { proposition } });
  };
const signe = (sens: Sens) => sur('propose', (q, vu) => signerDecision(q.portee, q.agent, vu, sens, at), { avant: propose(sens) });

const question = { sorte: 'information' as const, observation: 'Où vivez-vous ?' };
/** An act on an open complement asked long ago. */
const surComplement = (faire: (qui: Qui, vu: DossierVu) => Promise<Resultat<unknown>>) =>
  sur('en_instruction', faire, {
    avant: async ({ id }) =>
      reussir(
        await demanderComplement(tiers.portee, tiers.agent, { ...(await vuDe(id)), items: [question] }, new Date('2026-11-02T09:00:00Z')),
      ),
  });

const qui = ({ agent, portee }: Qui, le = at) => ({ acteur: agent, portee, at: le });
/** An act on an appointment for fingerprints. */
const surRendezVous =
  (faire: (q: Qui, rendezVous: { dossierId: string; convocation: string }) => Promise<Resultat<unknown>>) => async () => {
    const { id: dossierId } = await dossierDepose({ statut: 'en_instruction', pieces: false });
    const { convocation } = reussir(await convoquer(qui(tiers), { dossierId, sorte: 'biometrie', lieuId, debut: NEUF_HEURES }));
    return { id: dossierId, geste: (q: Qui) => faire(q, { dossierId, convocation }) };
  };

const commander = ({ id: dossierId, compteId }: DossierDeTest) =>
  commanderTitre({ portee: porteeMachine(compteId), acteur: SYSTEME, dossierId, at });

async function avisDemande(id: string, sorte: 'fraude' | 'ofii'): Promise<string> {
  reussir(await demanderAvis(tiers.portee, tiers.agent, await vuDe(id), { sorte, question: 'Qu’en dites-vous ?' }, at));
  return (await db().avis.findFirstOrThrow({ where: { dossierId: id } })).id;
}

/** What only agents do, or agents too: what is typed of a request, and sent, is the same gesture at the desk as at home. */
type ParAgent = {
  [A in Action]: Extract<(typeof CYCLE)[A]['par'][number], RoleAgent> extends never ? never : A;
}[Action];
type Ailleurs = { prouvePar: string; phrase: string };

const CAS: Readonly<Record<ParAgent, (() => Promise<Pret>) | Ailleurs>> = {
  enregistrer: { prouvePar: 'depot-saisie', phrase: 'Promise.all' },
  deposer: { prouvePar: 'depot-deposer', phrase: 'Promise.all' },
  repondre_complement: { prouvePar: 'reponse', phrase: 'repondreComplement(appel(d), meme), repondreComplement(' },
  delivrer_api: { prouvePar: 'horloge', phrase: 'delivrerAttestation(portee, agent, id, at), delivrerAttestation(' },
  remettre: { prouvePar: 'rendez-vous', phrase: '[1, 2].map(() => remettre(' },
  prendre_en_charge: sur('depose', (q, vu) => prendreEnCharge(q.portee, q.agent, vu, at)),
  attribuer: sur('depose', (q, vu) => attribuer({ portee: q.portee, acteur: q.agent }, vu.dossierId, tiers.agent.agentId, at, vu.version)),
  transferer: sur('en_instruction', (q, vu) => transfererDossier(q.portee, q.agent, vu, { vers: '69', motif: 'erreur' }, at)),
  noter: sur('en_instruction', ({ portee, agent }, vu) => noter(portee, agent, vu.dossierId, 'Appeler la mairie.', null, at)),
  ecarter_doublon: async () => {
    const autre = await dossierDepose({ statut: 'en_instruction', pieces: false });
    const { id } = await dossierDepose({ statut: 'en_instruction', pieces: false });
    return { id, geste: (q) => ecarterDoublon(q.portee, q.agent, id, autre.numero, at) };
  },
  attribuer_numero: async () => {
    const { id } = await dossierDepose({ statut: 'en_instruction', pieces: false });
    const vu = await vuDe(id);
    return { id, geste: (q) => attribuerNumero(q.portee, q.agent, vu, { sorte: 'nouveau' }, at) };
  },
  verifier_piece: sur('en_instruction', (q, vu) => verifierPiece(q.portee, q.agent, vu, { piece: 'filiation', verdict: 'conforme' }, at), {
    pieces: true,
  }),
  ecarter_fichier: async () => {
    const { id } = await dossierDepose({ statut: 'en_instruction' });
    const { id: fichierId } = await db().fichier.findFirstOrThrow({ where: { piece: { dossierId: id } } });
    const vu = await vuDe(id);
    return { id, geste: (q) => ecarterFichier(q.portee, q.agent, vu, { fichierId, motif: 'medical' }, at) };
  },
  demander_complement: sur('en_instruction', (q, vu) => demanderComplement(q.portee, q.agent, { ...vu, items: [question] }, at)),
  lever_complement: surComplement((q, vu) => leverComplement(q.portee, q.agent, { vu, motif: 'Inutile.' }, at)),
  prolonger_complement: surComplement((q, vu) => prolongerComplement(q.portee, q.agent, { vu, jusqu: '2026-12-31' }, at)),
  enregistrer_recommande: surComplement((q, vu) => enregistrerRecommande(q.portee, q.agent, { vu, presenteeLe: '2026-11-10' }, at)),
  demander_avis: sur('en_instruction', (q, vu) => demanderAvis(q.portee, q.agent, vu, { sorte: 'fraude', question: 'Cet acte ?' }, at)),
  enregistrer_certificat: async () => {
    const { id } = await dossierDepose({ statut: 'en_instruction', pieces: false, procedure: 'soins' });
    const avis = await avisDemande(id, 'ofii');
    const vu = await vuDe(id);
    return { id, geste: (q) => enregistrerCertificat(q.portee, q.agent, vu, { avis, recuLe: '2026-11-20' }, at) };
  },
  rendre_avis: async () => {
    const { id } = await dossierDepose({ statut: 'en_instruction', pieces: false });
    const avis = await avisDemande(id, 'fraude');
    const vu = await vuDe(id);
    const rendu = { avis, sens: 'favorable' as const, texte: 'Rien à dire.', renduLe: '2026-11-22' };
    return { id, geste: (q) => rendreAvis(q.portee, q.agent, vu, rendu, at) };
  },
  verser: async () => {
    const { id, compteId } = await dossierDepose({ statut: 'en_instruction' });
    const { cle, sha256, taille } = await db().fichier.findFirstOrThrow({ where: { piece: { dossierId: id, code: 'nationalite' } } });
    const fichier = newId();
    const joint = { id: fichier, nom: 'bail.pdf', type: 'pdf', taille, sha256: `${sha256}0`, cle, analyse: 'sain' as const };
    const message = {
      id: newId(),
      dossierId: id,
      auteurSorte: 'usager',
      auteurId: compteId,
      sorte: 'complement',
      texte: '',
      partLe: at,
      envoyeLe: at,
    };
    await db().message.create({ data: { ...message, fichiers: { create: [joint] } } });
    const vu = await vuDe(id);
    return { id, geste: (q) => verser(q.portee, q.agent, { vu, fichier, piece: 'nationalite', emplacement: 'document' }, at) };
  },
  retirer: sur('en_instruction', (q, vu) => retirerParLettre(q.portee, q.agent, { vu, lettreLe: '2026-11-20', remarque: 'Je pars.' }, at)),
  proposer: sur('en_instruction', (q, vu) => proposerDecision(q.portee, q.agent, vu, { sens: 'favorable' }, at)),
  renvoyer: sur('propose', (q, vu) => renvoyerProposition(q.portee, q.agent, vu, 'À revoir.', at), { avant: propose('favorable') }),
  corriger_lettre: sur('en_instruction', (q, vu) => corrigerLettre(q.portee, q.agent, vu, { corps: 'Bonjour.' }, at), {
    avant: async ({ id }) => reussir(await proposerDecision(tiers.portee, tiers.agent, await vuDe(id), { sens: 'favorable' }, at)),
  }),
  accepter: signe('favorable'),
  refuser: signe('refus'),
  cloturer: signe('cloture'),
  annuler_decision: sur('accepte', (q, vu) => annulerDecision(q.portee, q.agent, vu, { motif: 'retrait', remarque: 'Erreur.' }, at)),
  commander_titre: sur('accepte', (q, { dossierId }) => commanderTitre({ ...qui(q), dossierId })),
  recevoir_titre: sur(
    'accepte',
    (q, { dossierId }) =>
      recevoirTitre(q.portee, q.agent, { dossierId, numeroTitre: 'X9Y8Z7001', debut: '2026-12-01', fin: '2036-11-30' }, at),
    { avant: commander },
  ),
  convoquer: sur('en_instruction', (q, { dossierId }) => convoquer(qui(q), { dossierId, sorte: 'biometrie', lieuId, debut: NEUF_HEURES })),
  deplacer_rendez_vous: surRendezVous((q, rdv) => deplacerRendezVous(qui(q), { ...rdv, lieuId, debut: instantDe(MARDI, 560, PARIS) })),
  annuler_rendez_vous: surRendezVous((q, rdv) => annulerRendezVous(qui(q), rdv)),
  constater_absence: surRendezVous((q, rdv) => constaterAbsence(qui(q, new Date('2026-12-08T12:00:00Z')), rdv)),
  relever_biometrie: surRendezVous((q, rdv) => releverBiometrie(qui(q, NEUF_HEURES), rdv)),
  restreindre: sur('en_instruction', (q, vu) => restreindreAcces(q.portee, q.agent, vu, at)),
  habiliter: sur('en_instruction', (q, vu) => habiliterAgents(q.portee, q.agent, vu, [un.agent.agentId, tiers.agent.agentId], at), {
    avant: async ({ id }) => reussir(await restreindreAcces(un.portee, un.agent, await vuDe(id), at)),
  }),
  lever_restriction: sur('en_instruction', (q, vu) => leverRestriction(q.portee, q.agent, vu, at), {
    avant: async ({ id }) => reussir(await restreindreAcces(un.portee, un.agent, await vuDe(id), at)),
  }),
};

const A_JOUER = Object.entries(CAS).flatMap(([action, cas]) => (typeof cas === 'function' ? [[action as ParAgent, cas] as const] : []));
const PROUVES = Object.entries(CAS).flatMap(([action, cas]) => (typeof cas === 'function' ? [] : [[action, cas] as const]));

const combien = (dossierId: string, action: Action) => db().evenement.count({ where: { dossierId, type: CYCLE[action].emet } });

/** Two agents who each write a note did two things. */
const CHACUN_LE_SIEN: readonly Action[] = ['noter'];

describe.each(A_JOUER)('%s', (action, preparer) => {
  it('cliqué deux fois : une seule fois', async () => {
    const { id, geste } = await preparer();
    const avant = await combien(id, action);
    const issues = await Promise.all([geste(un), geste(un)]);
    expect(issues.filter((i) => i.ok).length, JSON.stringify(issues)).toBeGreaterThanOrEqual(1);
    // again, from a page that did not move
    await geste(un);
    expect((await combien(id, action)) - avant).toBe(1);
  });

  const foisADeux = CHACUN_LE_SIEN.includes(action) ? 2 : 1;
  it(`par deux agents au même instant : ${foisADeux === 1 ? 'une seule fois' : 'chacun la sienne'}`, async () => {
    const { id, geste } = await preparer();
    const avant = await combien(id, action);
    const issues = await Promise.all([geste(un), geste(deux)]);
    expect(issues.filter((i) => i.ok).length, JSON.stringify(issues)).toBeGreaterThanOrEqual(1);
    expect((await combien(id, action)) - avant).toBe(foisADeux);
  });
});

it.each(PROUVES)('%s : le sait un autre essai', (_, { prouvePar, phrase }) => {
  expect(readFileSync(new URL(`./${prouvePar}.test.ts`, import.meta.url), 'utf8')).toContain(phrase);
});

it('un message d’agent envoyé deux fois part une fois', async () => {
  const { id } = await dossierDepose({ statut: 'en_instruction', pieces: false });
  const saisie = schemaMessage.parse({ dossier: id, cle: newId(), texte: 'Votre demande avance.' });
  const envoyer = () => ecrireEnAgent(qui(un), saisie);
  expect((await Promise.all([envoyer(), envoyer()])).map((i) => i.ok)).toEqual([true, true]);
  const apres = new Date('2026-11-22T11:00:00Z');
  await Promise.all([fairePartir(saisie.cle, apres), fairePartir(saisie.cle, apres)]);
  expect((await envoyer()).ok).toBe(true);
  expect(await combien(id, 'repondre')).toBe(1);
  expect(await db().message.count({ where: { dossierId: id } })).toBe(1);
});
