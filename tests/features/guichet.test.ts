// The desk (R.431-2, C39): after a recorded impossibility, an agent d'accueil files for the person, by the same commands.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Agent, RoleAgent } from '#domain/access/actors.ts';
import { porteeAdministration, porteeAgent, porteeUsager } from '#domain/access/scope.ts';
import { saisieInitiale } from '#domain/procedure/compile.ts';
import { ouvrirAuGuichet, recevoirSansAdresse } from '#features/assistance/guichet/commands.ts';
import { departDe } from '#features/assistance/guichet/queries.ts';
import { type Ouverture, schemaOuverture, schemaSansAdresse } from '#features/assistance/guichet/schema.ts';
import { produireDocuments } from '#features/documents/commands.ts';
import { confirmationDepot } from '#features/documents/kinds/confirmation-depot.ts';
import { lettreComplement } from '#features/documents/kinds/lettre-complement.ts';
import { faitsDeLEvenement } from '#features/documents/queries.ts';
import { demanderComplement } from '#features/dossier/complements/demande/commands.ts';
import { repondreComplement } from '#features/dossier/complements/reponse/commands.ts';
import { enregistrerEtape } from '#features/dossier/depot/actions.ts';
import { deposer, garderSaisie, validerEtapeChamps, validerEtapePieces } from '#features/dossier/depot/commands.ts';
import { dossierEnCours } from '#features/dossier/depot/queries.ts';
import { abandonner } from '#features/dossier/depot/situation/commands.ts';
import { dossierInstruit } from '#features/dossier/instruction/queries.ts';
import { dossierDe } from '#features/dossier/suivi/queries.ts';

import { notifier } from '#features/notifications/commands.ts';
import { retirerCode } from '#features/pieces/code/commands.ts';

import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { guichetOuvert } from '#guard/guichet.ts';
import { ouvrirSession } from '#guard/session.ts';
import { db, transaction } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { v1 } from '#procedures/enfant-de-francais/v1.ts';
import { PROCEDURES } from '#procedures/index.ts';
import { POST } from '../../src/app/api/demarches/[dossier]/saisie/[etape]/route.ts';
import { unAgent } from '../support/acces.ts';
import { AT, creerBrouillon, creerUsager } from '../support/brouillon.ts';
import { NATIONALITE_ILLISIBLE, QUESTION } from '../support/complement.ts';
import { sql, truncate } from '../support/database.ts';
import { donnerPieces, socleDuDepot } from '../support/depot.ts';
import { formulaire, mene, navigateur } from '../support/requete.ts';

vi.mock('next/headers', () => import('../support/requete.ts'));

beforeEach(async () => {
  await truncate();
  await socleDuDepot();
  navigateur.boite.clear();
  for (const nom of [...navigateur.entetes.keys()]) navigateur.entetes.delete(nom);
});

const EMAIL = 'marshall.testcollins@example.org';
const OUVERTURE = { piece: 'passeport', fin: '12AB', procedure: v1.slug, pour: null } as const;

async function agent(roles: RoleAgent[] = ['accueil'], prefecture: string | null = '59'): Promise<Agent> {
  const agentId = await unAgent({ roles, prefectureCode: prefecture });
  return { sorte: 'agent', agentId, sessionId: newId(), nom: 'Camille TESTAGENT', roles, prefecture };
}

async function unTicket(champs: { compteId?: string; email?: string; impossibiliteLe?: Date | null; prefectureCode?: string } = {}) {
  const { id } = await db().ticket.create({
    data: {
      id: newId(),
      numero: newId().slice(-11),
      nom: 'TESTCOLLINS Marshall',
      email: EMAIL,
      sujet: 'blocage',
      prefectureCode: '59',
      impossibiliteLe: AT,
      impossibiliteMotif: 'L’étape des justificatifs répond par une erreur.',
      creeLe: AT,
      ...champs,
    },
    select: { id: true },
  });
  return id;
}

async function ouvert(qui: Agent, ticket: string, plus: Partial<Ouverture> = {}): Promise<string> {
  const issue = await ouvrirAuGuichet(qui, ticket, { ...OUVERTURE, ...plus }, AT);
  if (!issue.ok) throw new Error(issue.refus);
  return issue.valeur;
}

async function portee(qui: Agent, dossierId: string, at = AT) {
  const mintee = await guichetOuvert(qui, dossierId, at);
  if (!mintee) throw new Error('guichet fermé');
  return mintee;
}

/** The whole wizard, as the pages call it, with the answers of the example. */
async function remplirEtDeposer(qui: Agent, dossierId: string, email = EMAIL): Promise<string> {
  const appel = { acteur: qui, portee: await portee(qui, dossierId), at: AT };
  for (const etape of v1.etapes.filter((e) => e.sorte === 'champs')) {
    const tape = saisieInitiale(etape, v1.exemple.reponses, email);
    expect(await validerEtapeChamps(appel, dossierId, etape.code, tape, 0)).toMatchObject({
      ok: true,
      valeur: { suivante: expect.any(String) },
    });
  }
  expect(await validerEtapePieces(appel, dossierId, 'justificatifs')).toMatchObject({ ok: true, valeur: { erreurs: expect.any(Object) } });
  await donnerPieces(dossierId);
  expect(await validerEtapePieces(appel, dossierId, 'justificatifs')).toMatchObject({ ok: true, valeur: { suivante: 'depot' } });
  const depot = await deposer(appel, dossierId, '');
  if (!depot.ok) throw new Error(depot.refus);
  return depot.valeur.numero;
}

describe('le guichet ne s’ouvre pas', () => {
  it.each<[string, Parameters<typeof unTicket>[0], RoleAgent[], string | null]>([
    ['sans impossibilité constatée', { impossibiliteLe: null }, ['accueil'], '59'],
    ['pour une autre préfecture', { prefectureCode: '69' }, ['accueil'], '59'],
    ['pour un agent sans préfecture', {}, ['accueil'], null],
  ])('%s', async (_cas, champs, roles, prefecture) => {
    const ticket = await unTicket(champs);
    expect(await ouvrirAuGuichet(await agent(roles, prefecture), ticket, OUVERTURE, AT)).toMatchObject({ refus: 'introuvable' });
    expect(await db().dossier.count()).toBe(0);
    expect(await db().compte.count()).toBe(0);
  });

  it('sur une demande déjà ouverte, à qui n’est pas de cette préfecture ou n’a pas ce pouvoir', async () => {
    const dossier = await ouvert(await agent(), await unTicket());
    expect(await guichetOuvert(await agent(['accueil'], '69'), dossier, AT)).toBeNull();
    expect(await guichetOuvert(await agent(['instructeur', 'valideur', 'chef']), dossier, AT)).toBeNull();
    expect(await guichetOuvert(await agent(['support'], null), dossier, AT)).toBeNull();
    expect(await guichetOuvert(await agent(), dossier, AT)).not.toBeNull();
  });

  it('sur un brouillon en ligne, même si le ticket le nomme', async () => {
    const { usager } = await creerUsager();
    const dossier = await creerBrouillon(usager);
    const ticket = await unTicket({ compteId: usager.compteId });
    await db().ticket.update({ where: { id: ticket }, data: { dossierId: dossier } });
    expect(await guichetOuvert(await agent(), dossier, AT)).toBeNull();
  });

  it('sur le brouillon de la personne dont un ticket sans compte donne l’adresse', async () => {
    const { usager } = await creerUsager();
    const dossier = await creerBrouillon(usager);
    const ticket = await unTicket({ email: usager.email });
    expect(await ouvrirAuGuichet(await agent(), ticket, OUVERTURE, AT)).toMatchObject({ refus: 'compte_a_quelquun' });
    expect(await db().dossier.findMany({ select: { id: true, canal: true } })).toEqual([{ id: dossier, canal: 'en_ligne' }]);
  });

  it('dans le compte d’une personne connue dont un ticket sans compte donne l’adresse', async () => {
    const { usager } = await creerUsager();
    const { id } = await db().personne.create({
      data: {
        id: newId(),
        nomNaissance: 'TESTAUTRE',
        prenoms: ['Ada'],
        cleRecherche: 'testautre ada',
        sexe: 'F',
        naissanceAnnee: 1990,
        nationalites: ['DZA'],
        paysNaissance: 'DZA',
        lieuNaissance: 'Oran',
      },
      select: { id: true },
    });
    await db().compte.update({ where: { id: usager.compteId }, data: { personneId: id } });
    const ticket = await unTicket({ email: usager.email });
    expect(await ouvrirAuGuichet(await agent(), ticket, OUVERTURE, AT)).toMatchObject({ refus: 'compte_a_quelquun' });
    expect(await db().dossier.count()).toBe(0);
  });

  it('sans identité vérifiée, ni adresse relue', () => {
    const lu = schemaOuverture.safeParse({ ticket: newId(), piece: 'passeport', fin: '12 AB', procedure: v1.slug });
    expect(lu.error?.issues.map((i) => i.path.join('.'))).toEqual(['fin', 'identite', 'adresse']);
  });
});

describe('le dépôt au guichet', () => {
  it('va jusqu’au dépôt, dit qui a agi, et garde l’identité vue', async () => {
    const qui = await agent();
    const ticket = await unTicket();
    const dossier = await ouvert(qui, ticket);
    expect(await ouvert(qui, ticket)).toBe(dossier);
    const numero = await remplirEtDeposer(qui, dossier);

    const depose = await db().dossier.findUniqueOrThrow({ where: { id: dossier }, include: { compte: true, evenements: true } });
    expect(depose).toMatchObject({
      numero,
      statut: 'depose',
      canal: 'guichet',
      prefectureCode: '59',
      compte: { email: EMAIL, motDePasse: null },
    });
    expect(new Set(depose.evenements.map((e) => `${e.acteurSorte} ${e.acteurId}`))).toEqual(new Set([`agent ${qui.agentId}`]));
    expect(depose.evenements.map((e) => e.type)).toEqual(['commence', 'etape_validee', 'etape_validee', 'etape_validee', 'depose']);
    expect((await db().ticket.findUniqueOrThrow({ where: { id: ticket } })).dossierId).toBe(dossier);
    const acte = await db().acteAdministration.findFirstOrThrow({ where: { type: 'depot_au_guichet' } });
    expect(acte).toMatchObject({ agentId: qui.agentId, cibleId: dossier, faits: { identite: 'passeport', fin: '12AB' } });

    // the person, in their compte
    const { compteId } = depose;
    const sien = porteeUsager({
      sorte: 'usager',
      compteId,
      sessionId: '',
      email: EMAIL,
      nom: null,
      numeroEtranger: null,
      langue: 'fr',
      confies: [],
    });
    const lu = await dossierDe(sien, dossier, AT);
    expect(lu?.historique.at(-1)).toMatchObject({ libelle: '{qui} a déposé la demande.', qui: 'Un agent d’accueil (Préfecture 59)' });
  });

  it('laisse voir la confirmation un jour, puis plus rien, et rien d’autre que voir', async () => {
    const qui = await agent();
    const dossier = await ouvert(qui, await unTicket());
    await remplirEtDeposer(qui, dossier);
    const apres = await portee(qui, dossier);
    expect(apres.confies[0]?.droits).toEqual(['voir']);
    expect(await guichetOuvert(qui, dossier, new Date(AT.getTime() + 24 * 3_600_000))).toBeNull();
  });

  it('reprend le brouillon de qui a écrit depuis son compte, et le lui dit', async () => {
    const { usager, portee: sien } = await creerUsager();
    const dossier = await creerBrouillon(usager);
    const qui = await agent();
    expect(await ouvert(qui, await unTicket({ compteId: usager.compteId }))).toBe(dossier);
    expect((await dossierEnCours(await portee(qui, dossier), dossier, 'informations'))?.reponses).toMatchObject({
      nom_naissance: v1.exemple.reponses.nom_naissance,
    });
    const evenements = await db().evenement.findMany({ where: { dossierId: dossier } });
    expect(evenements).toMatchObject([{ type: 'repris_au_guichet', acteurSorte: 'agent', acteurId: qui.agentId }]);
    expect((await dossierDe(sien, dossier, AT))?.historique ?? []).toContainEqual(
      expect.objectContaining({ libelle: '{qui} a repris la demande au guichet.', qui: 'Un agent d’accueil (Préfecture 59)' }),
    );
  });

  it('n’atteint aucune autre demande, et n’abandonne pas à la place de la personne', async () => {
    const autre = await creerBrouillon((await creerUsager('autre')).usager);
    const qui = await agent();
    const dossier = await ouvert(qui, await unTicket());
    const appel = { acteur: qui, portee: await portee(qui, dossier), at: AT };
    expect(await garderSaisie(appel, autre, 'informations', {}, 0)).toMatchObject({ refus: 'introuvable' });
    expect(await dossierEnCours(appel.portee, autre, 'informations')).toBeNull();
    expect(await abandonner(appel, dossier)).toMatchObject({ refus: 'non_autorise' });
  });

  it('dit à la personne chaque justificatif touché', async () => {
    const qui = await agent();
    const dossier = await ouvert(qui, await unTicket());
    await retirerCode({ portee: await portee(qui, dossier), dossierId: dossier, piece: 'ephoto' });
    expect(await db().evenement.findFirst({ where: { type: 'piece_modifiee' } })).toMatchObject({
      acteurSorte: 'agent',
      acteurId: qui.agentId,
    });
  });

  it('montre le dépôt commencé sur la page du départ', async () => {
    const qui = await agent();
    const ticket = await unTicket();
    const administration = porteeAdministration(qui, ['accueil']);
    if (!administration) throw new Error('sans portée');
    expect(await departDe(administration, ticket, '2026-11-22')).toMatchObject({ enCours: null, ticket: { email: EMAIL } });
    const dossierId = await ouvert(qui, ticket);
    expect(await departDe(administration, ticket, '2026-11-22')).toMatchObject({ enCours: { dossierId, etape: 'informations' } });
  });
});

describe('une personne sans adresse électronique', () => {
  const SAISIE = { nom: 'TESTSANSMAIL', prenom: 'Awa', telephone: '' };

  async function recue(qui: Agent): Promise<string> {
    const issue = await recevoirSansAdresse(qui, SAISIE, AT);
    if (!issue.ok) throw new Error(issue.refus);
    return issue.valeur;
  }

  it('est reçue sans ticket avant, l’agent répond de l’impossibilité, et n’a pas d’adresse à l’écran', async () => {
    const qui = await agent();
    const ticket = await recue(qui);
    const administration = porteeAdministration(qui, ['accueil']);
    expect(administration && (await departDe(administration, ticket, '2026-11-22'))).toMatchObject({
      ticket: { nom: 'Awa TESTSANSMAIL', email: '', motif: expect.stringContaining('pas d’adresse électronique') },
    });
    expect(await db().acteAdministration.findFirst({ where: { cibleId: ticket } })).toMatchObject({
      type: 'impossibilite_constatee',
      agentId: qui.agentId,
    });
    expect(await recevoirSansAdresse(await agent(['accueil'], null), SAISIE, AT)).toMatchObject({ refus: 'introuvable' });
    const vide = schemaSansAdresse.safeParse({ nom: '', prenom: '', telephone: 'x' });
    expect(vide.error?.issues.map((i) => i.path.join('.'))).toEqual(['nom', 'prenom', 'telephone', 'aide']);
  });

  it('dépose ; aucun courriel ne part ; l’agent qui instruit lit que tout va par la poste, et la preuve le dit', async () => {
    const qui = await agent();
    const dossier = await ouvert(qui, await recue(qui));
    expect((await dossierEnCours(await portee(qui, dossier), dossier, 'informations'))?.email).toBe('');
    await remplirEtDeposer(qui, dossier, '');
    const depose = await db().dossier.findUniqueOrThrow({ where: { id: dossier } });
    expect(JSON.stringify([depose.reponses, depose.transcript])).not.toContain('.invalid');
    const [evenement] = await sql<{ id: string }>("select id::text from evenement where type = 'depose'");
    await notifier(evenement?.id ?? '', AT);
    expect(await db().courriel.count()).toBe(0);
    const instructeur = porteeAgent(await agent(['instructeur']));
    const lu = instructeur && (await dossierInstruit(instructeur, dossier));
    expect(lu).toMatchObject({ email: '', alertes: expect.arrayContaining([{ code: 'sans_adresse' }]) });
    const faits = await transaction((tx) => faitsDeLEvenement(tx, evenement?.id ?? ''));
    const preuve = JSON.stringify(faits && confirmationDepot.composer(faits, { code: null, adresseVerification: null }));
    expect(preuve).toContain('"DÉPOSÉE AU GUICHET","valeur":"Préfecture 59"');
    expect(preuve).toContain('par la poste');
    expect(preuve).not.toContain('courrier électronique');
  });

  /** Deposited at the desk, then an instructeur asks for a document and a piece of information. */
  async function complement(qui: Agent, ticket: string) {
    const dossierId = await ouvert(qui, ticket);
    await remplirEtDeposer(qui, dossierId, '');
    const instructeur = await agent(['instructeur']);
    const vue = porteeAgent(instructeur);
    if (!vue) throw new Error('sans portée');
    await db().dossier.update({ where: { id: dossierId }, data: { statut: 'en_instruction', agentId: instructeur.agentId } });
    const { version } = await db().dossier.findUniqueOrThrow({ where: { id: dossierId } });
    const demande = await demanderComplement(vue, instructeur, { dossierId, version, items: [NATIONALITE_ILLISIBLE, QUESTION] }, AT);
    if (!demande.ok) throw new Error(demande.refus);
    const items = await db().complementItem.findMany({ where: { complementId: demande.valeur.complementId }, orderBy: { ordre: 'asc' } });
    return { dossierId, complementId: demande.valeur.complementId, items: items.map((i) => i.id), vue };
  }

  it('a sa demande de complément dans une lettre, que l’instructeur imprime ; qui a une adresse n’en a pas', async () => {
    const { dossierId, vue } = await complement(await agent(), await recue(await agent()));
    const lettre = async () => {
      const [e] = await sql<{ id: string }>("select id::text from evenement where type = 'complement_demande'");
      const faits = await transaction((tx) => faitsDeLEvenement(tx, e?.id ?? ''));
      await produireDocuments(e?.id ?? '');
      return faits && JSON.stringify(lettreComplement.composer(faits, { code: null, adresseVerification: null }));
    };
    const texte = await lettre();
    for (const attendu of [
      'Veuillez fournir une copie lisible de votre passeport.',
      'Justificatif de nationalité',
      'Depuis quand habitez-vous à cette adresse ?',
      'ne sont pas lisibles',
      '25 Rue Nationale',
      '30 jours',
      'Demande suivie par',
      'TESTAGENT',
    ])
      expect(texte).toContain(attendu);
    expect((await dossierInstruit(vue, dossierId))?.documents.map((d) => d.nom)).toContain('Lettre de demande de complément');
    await db().document.deleteMany({});
    await db().compte.updateMany({ data: { email: EMAIL } });
    await lettre();
    expect(await db().document.count()).toBe(0);
  });

  it('répond au guichet tant qu’une réponse est attendue ; l’histoire dit qui l’a saisie', async () => {
    const qui = await agent();
    const ticket = await recue(qui);
    const { dossierId, complementId, items } = await complement(qui, ticket);
    const administration = porteeAdministration(qui, ['accueil']);
    expect(administration && (await departDe(administration, ticket, '2026-11-22'))).toMatchObject({ aRepondre: dossierId, enCours: null });
    const sienne = await portee(qui, dossierId);
    expect(sienne.confies[0]?.droits).toEqual(['voir', 'joindre', 'repondre']);
    const [nationalite = '', question = ''] = items;
    const envoi = {
      ...{ complement: complementId, version: 1, geste: 'envoyer' as const, message: '' },
      items: {
        [nationalite]: { reponse: 'maintenir' as const, raison: 'Elle n’en a pas d’autre copie.' },
        [question]: { reponse: null, raison: 'Depuis mars.' },
      },
    };
    expect(await repondreComplement({ acteur: await agent(['instructeur']), portee: sienne, at: AT }, envoi)).toMatchObject({
      refus: 'non_autorise',
    });
    expect(await repondreComplement({ acteur: qui, portee: sienne, at: AT }, envoi)).toEqual({ ok: true, valeur: dossierId });
    expect(await db().evenement.findFirst({ where: { type: 'complement_repondu' } })).toMatchObject({
      acteurSorte: 'agent',
      acteurId: qui.agentId,
    });
    expect((await portee(qui, dossierId, AT)).confies[0]?.droits).toEqual(['voir']);
    expect(await guichetOuvert(qui, dossierId, new Date(AT.getTime() + 24 * 3_600_000))).toBeNull();
    expect(administration && (await departDe(administration, ticket, '2026-11-22'))).toMatchObject({ aRepondre: null });
  });

  it.each([
    ['pour une autre préfecture', async () => agent(['accueil'], '69'), async () => undefined],
    ['pour un instructeur', async () => agent(['instructeur']), async () => undefined],
    [
      'quand l’accès est restreint (C40)',
      async () => agent(),
      async (id: string) => db().dossier.update({ where: { id }, data: { restreint: true } }),
    ],
    ['quand elle a pris une adresse', async () => agent(), async () => db().compte.updateMany({ data: { email: EMAIL } })],
  ])('n’a pas de réponse au guichet %s', async (_cas, autre, changer) => {
    const qui = await agent();
    const { dossierId } = await complement(qui, await recue(qui));
    expect(await guichetOuvert(qui, dossierId, AT)).not.toBeNull();
    await changer(dossierId);
    expect(await guichetOuvert(await autre(), dossierId, AT)).toBeNull();
  });

  it('ne partage son compte avec aucune autre', async () => {
    const qui = await agent();
    for (const ticket of [await recue(qui), await recue(qui)]) await ouvert(qui, ticket);
    expect(await db().compte.count()).toBe(2);
  });
});

describe('le mineur représenté au guichet', () => {
  const PARENT = {
    lien: 'mere',
    nom: 'TESTMERE',
    prenom: 'Awa',
    enfant: { nom: 'TESTMERE', prenom: 'Lina' },
    cle: 'testmere lina',
  } as const;

  it('a sa demande dans le compte de qui le représente, qui n’est pas lui', async () => {
    const qui = await agent();
    const ticket = await unTicket();
    const dossier = await ouvert(qui, ticket, { pour: PARENT });
    expect(await db().dossier.findUniqueOrThrow({ where: { id: dossier } })).toMatchObject({
      canal: 'guichet',
      personneId: null,
      representation: PARENT,
    });
    // the representative's own request is another one
    expect(await ouvert(qui, await unTicket())).not.toBe(dossier);
  });

  it('dit ce qui manque, dans les mots de qui remplit', () => {
    const lu = schemaOuverture.safeParse({
      ...{ ticket: newId(), piece: 'passeport', fin: '12AB', identite: 'on', adresse: 'on', procedure: v1.slug },
      demandeur: 'mineur',
    });
    expect(lu.error?.issues.map((i) => [i.path.join('.'), i.message])).toContainEqual(['enfantNom', 'Écrivez le nom de l’enfant.']);
    expect(lu.error?.issues).toHaveLength(5);
  });

  it('est exigé par une démarche de mineur', async () => {
    const slug = PROCEDURES.map(([p]) => p).find((p) => p.demandeur === 'mineur')?.slug ?? '';
    expect(await ouvrirAuGuichet(await agent(), await unTicket(), { ...OUVERTURE, procedure: slug }, AT)).toMatchObject({
      refus: 'mineur_requis',
    });
  });
});

it('le guichet offre toutes les démarches ouvertes ce jour-là, sous les titres du catalogue', async () => {
  const qui = await agent();
  const administration = porteeAdministration(qui, ['accueil']);
  if (!administration) throw new Error('sans portée');
  const ticket = await unTicket();
  const offertes = async (jour: string) => (await departDe(administration, ticket, jour))?.procedures ?? [];
  expect((await offertes('2026-11-22')).map((p) => p.valeur).toSorted()).toEqual(
    PROCEDURES.map((versions) => versions.at(-1) ?? versions[0])
      .filter((p) => p.ouverture.depuis <= '2026-11-22')
      .map((p) => p.slug)
      .toSorted(),
  );
  expect((await offertes('2026-11-22')).find((p) => p.valeur === v1.slug)?.groupe).toBe('Famille de Français');
  expect(await offertes('2000-01-01')).toEqual([]);
});

describe('les portes du guichet', () => {
  const page = (dossier: string) => navigateur.entetes.set('x-chemin', `/guichet/${dossier}/informations`);
  const envoi = (dossier: string) =>
    formulaire({ _dossier: dossier, _etape: 'informations', _version: '0', _intention: 'aller:situation', nom_naissance: 'TESTCOLLINS' });

  it('gardent la saisie d’un agent d’accueil, et mènent à la page du guichet', async () => {
    const qui = await agent();
    const dossier = await ouvert(qui, await unTicket());
    await ouvrirSession('agent', qui.agentId, 'complete', new Date());
    page(dossier);
    expect(await mene(enregistrerEtape(FORMULAIRE_VIDE, envoi(dossier)))).toBe(`/guichet/${dossier}/situation`);
    expect(await db().saisie.count({ where: { dossierId: dossier } })).toBe(1);
  });

  it('renvoient à la connexion des agents sans session d’agent, et n’ouvrent rien à une autre préfecture', async () => {
    const dossier = await ouvert(await agent(), await unTicket());
    page(dossier);
    expect(await mene(enregistrerEtape(FORMULAIRE_VIDE, envoi(dossier)))).toMatch(/^\/agents\/connexion\?expiree=1/);
    await ouvrirSession('agent', (await agent(['accueil'], '69')).agentId, 'complete', new Date());
    await expect(mene(enregistrerEtape(FORMULAIRE_VIDE, envoi(dossier)))).rejects.toThrow();
    expect(await db().saisie.count()).toBe(0);
  });

  it('d’octets : 401 sans session, 404 ailleurs, et jamais une autre demande que celle du guichet', async () => {
    const qui = await agent();
    const dossier = await ouvert(qui, await unTicket());
    const autre = await creerBrouillon((await creerUsager('autre')).usager);
    const sauver = async (cible: string, guichet: string) => {
      const requete = new Request(`http://localhost:3000/api/demarches/${cible}/saisie/informations?guichet=${guichet}`, {
        method: 'POST',
        body: JSON.stringify({ valeurs: { nom_naissance: 'TESTCOLLINS' }, version: 0 }),
      });
      return (await POST(requete, { params: Promise.resolve({ dossier: cible, etape: 'informations' }) })).status;
    };
    expect(await sauver(dossier, dossier)).toBe(401);
    await ouvrirSession('agent', (await agent(['accueil'], '69')).agentId, 'complete', new Date());
    expect(await sauver(dossier, dossier)).toBe(404);
    await ouvrirSession('agent', qui.agentId, 'complete', new Date());
    expect(await sauver(autre, dossier)).toBe(404);
    expect(await sauver(autre, autre)).toBe(404);
    expect(await sauver(dossier, dossier)).toBe(200);
  });
});
