import { writeFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Storage } from '#adapters/storage/storage.ts';
import { storage } from '#adapters/storage/storage.ts';
import type { Agent } from '#domain/access/actors.ts';
import { porteeAgent, porteeGuichet } from '#domain/access/scope.ts';
import { adresseAbsente } from '#domain/compte/identifiant.ts';
import type { TypeEvenement } from '#domain/dossier/evenements.ts';
import type { PieceDemandee } from '#domain/procedure/definition.ts';
import { sectionsDeLaListe } from '#domain/procedure/liste.ts';
import { DOCUMENTS } from '#features/documents/catalogue.ts';
import { produireDocuments, rendreListe } from '#features/documents/commands.ts';
import { listeDuDossier, ouvrirDocument, verifier } from '#features/documents/queries.ts';
import { codeSaisi } from '#features/documents/schema.ts';
import { closeDb, db } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { v1 } from '#procedures/enfant-de-francais/v1.ts';
import { PROCEDURES, procedureActuelle } from '#procedures/index.ts';
import { publierListes } from '../support/brouillon.ts';
import { truncate } from '../support/database.ts';
import { AU_DEPOT, dossierPropose, evenement, MOTIFS, NUMERO, porteeDuCompte } from '../support/dossiers.ts';
import { avisDePdfsig, avisDeQpdf, SANS_FAUTE, SIGNATURE_VALIDE } from '../support/lecteurs.ts';

beforeEach(truncate);
afterEach(closeDb);

const agent = (prefecture: string) => {
  const portee = porteeAgent({
    sorte: 'agent',
    agentId: newId(),
    sessionId: '',
    nom: '',
    roles: ['instructeur'],
    prefecture,
  } satisfies Agent);
  if (!portee) throw new Error('sans préfecture');
  return portee;
};

async function lire(pdf: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
  return text.replace(/\s+/g, ' ');
}

/** `sorte`: which of the documents of the event; absent: its first. */
async function produit(dossierId: string, type: TypeEvenement, faits: Record<string, string> = {}, sorte?: string) {
  const id = await evenement(dossierId, type, faits);
  await produireDocuments(id);
  const document = await db().document.findFirstOrThrow({ where: { evenementId: BigInt(id), sorte }, orderBy: { id: 'asc' } });
  const octets = await buffer(await storage().get(document.cle));
  if (process.env.VOIR) writeFileSync(`${process.env.VOIR}/${document.sorte}.pdf`, octets);
  return { id, document, octets, texte: await lire(octets) };
}

/** The dossier becomes one of another procedure: its worked example. */
async function suivre(dossierId: string, slug: string): Promise<void> {
  const procedure = procedureActuelle(slug);
  if (!procedure) throw new Error(slug);
  const reponses = JSON.parse(JSON.stringify(procedure.exemple.reponses));
  await db().dossier.update({ where: { id: dossierId }, data: { procedure: slug, procedureVersion: 1, listeVersion: 1, reponses } });
}

/** What the documents that follow the decision stand on: an appointment, a titre handed over. Gives the facts that name it. */
async function suitesDe(dossierId: string): Promise<{ convocation: string }> {
  const convocation = newId();
  await publierListes();
  const [debutLe, finLe] = [new Date('2026-12-08T08:00:00Z'), new Date('2026-12-08T08:20:00Z')];
  await db().lieu.create({
    data: {
      ...{ id: newId(), prefectureCode: '59', nom: 'Accueil des étrangers', adresse: '12 rue des Essais, 59000 Lille' },
      convocations: { create: { id: convocation, dossierId, sorte: 'remise', debutLe, finLe } },
    },
  });
  const controles = {
    ...{ identite: 'passeport', ancienTitre: 'rendu', montantDu: 225_00, pieces: ['certificat_medical'], empreintes: 'deux_index' },
    ...{ timbres: [{ numero: '1022500000000901', montant: 225_00 }], noticeSignee: true, copieRemise: true },
  };
  const [debut, fin] = [new Date('2026-12-01'), new Date('2036-11-30')];
  await db().remise.create({
    data: {
      dossierId,
      commandeLe: AU_DEPOT,
      recuLe: AU_DEPOT,
      numeroTitre: 'X9Y8Z7W6V5',
      debutLe: debut,
      finLe: fin,
      remisLe: finLe,
      controles,
    },
  });
  return { convocation };
}

const IDENTITE = ['TESTCOLLINS', 'Marshall', '04/03/1990', 'MONTRÉAL, CANADA', 'CANADIENNE', '25 Rue Nationale', '59000 Lille', 'FRANCE'];

describe('chaque document du catalogue', () => {
  const avec = Object.entries(DOCUMENTS).flatMap(([type, kinds]) => kinds.map((kind) => [kind.sorte, type as TypeEvenement] as const));

  const FAITS: Partial<Record<TypeEvenement, object>> = {
    blocage_atteste: { etape: 'informations', page: '/', fautes: [{ le: '2026-11-20T10:00:00.000Z', erreur: 'ABCD2345' }] },
    api_delivree: { du: '2027-02-04', jusqu: '2027-05-03', motif: 'fin_de_document' },
  };
  /** kinds of documents that are only of some procedures */
  const PROCEDURE: Readonly<Record<string, string>> = { attestation_acceptation: 'duplicata', confirmation_vls_ts: 'validation-vls-ts' };
  it.each(avec)('%s est un PDF balisé, en français, titré, aux polices incorporées', async (sorte, type) => {
    const { dossierId, agentId } = await dossierPropose({ numeroEtranger: '5999000014' });
    const slug = PROCEDURE[sorte];
    if (slug) await suivre(dossierId, slug);
    // some are only for who has no e-mail
    if (sorte === 'lettre_complement') await db().compte.updateMany({ data: { email: adresseAbsente('sans-adresse', dossierId) } });
    const { document, octets } = await produit(
      dossierId,
      type,
      { signataire: agentId, ...FAITS[type], ...(await suitesDe(dossierId)) },
      sorte,
    );
    const brut = octets.toString('latin1');
    expect(document).toMatchObject({ sorte, dossierId, taille: octets.length });
    expect(brut.startsWith('%PDF-1.7')).toBe(true);
    for (const marque of ['/StructTreeRoot', '/Lang (fr-FR)', '/MarkInfo', '/DisplayDocTitle true', '/FontFile'])
      expect(brut).toContain(marque);
    const kind = Object.values(DOCUMENTS)
      .flat()
      .find((k) => k.sorte === sorte);
    expect(brut.includes('/Type /Sig'), 'signé').toBe(kind?.signature !== undefined);
    expect(avisDeQpdf(octets)).toMatch(SANS_FAUTE);
    if (kind?.signature) expect(avisDePdfsig(octets)).toMatch(SIGNATURE_VALIDE);
  });

  it('qui prouve quelque chose à un tiers se vérifie et porte la signature du portail', () => {
    const preuves = Object.values(DOCUMENTS)
      .flat()
      .filter((k) => k.verifiable);
    expect(preuves.filter((k) => k.signature === undefined).map((k) => k.sorte)).toEqual([]);
  });
});

describe('ce que la machine ou une décision accorde hors d’un titre', () => {
  it('la confirmation d’un VLS-TS porte l’identifiant, le visa, ses dates et l’entrée (S-025, S-230)', async () => {
    const { dossierId } = await dossierPropose({ numeroEtranger: '5999000014' });
    await suivre(dossierId, 'validation-vls-ts');
    const { texte, document } = await produit(dossierId, 'validation_automatique', { numero: NUMERO });
    expect(document.nom).toBe('Confirmation de la validation de l’enregistrement de votre VLS-TS');
    for (const attendu of ['5999000014', 'TESTNGUYEN', 'FRA123456789', '01/09/2026 au 31/08/2027', '03/09/2026', 'R. 431-17', 'Étudiant'])
      expect(texte).toContain(attendu);
  });

  it.each([
    ['changement-d-adresse', 'ATTESTATION DE CHANGEMENT D’ADRESSE', 'La nouvelle adresse est enregistrée : 25 Rue Nationale, 59000 Lille'],
    ['changement-de-situation-familiale', 'ATTESTATION DE CHANGEMENT DE SITUATION', 'situation familiale est enregistré'],
    ['duplicata', 'ATTESTATION DE DEMANDE DE DUPLICATA', 'L’ancien titre n’est plus valable, même s’il est retrouvé'],
    ['document-de-circulation', 'ATTESTATION D’ACCEPTATION', 'Document de circulation pour étranger mineur'],
    ['autorisation-de-travail', 'ATTESTATION D’ACCEPTATION', 'Autorisation de travail'],
  ])('%s : dit ce qui change, sans attester d’un séjour régulier', async (slug, titre, suite) => {
    const { dossierId, agentId } = await dossierPropose({ numeroEtranger: '5999000014' });
    await suivre(dossierId, slug);
    const { texte } = await produit(dossierId, 'decision_favorable', { signataire: agentId });
    expect(texte).toContain(titre);
    expect(texte).toContain(suite);
    expect(texte).not.toContain('R. 431-15-1');
    // the compte is the employer's: their number is not the worker's
    expect(texte.includes('5999000014')).toBe(slug !== 'autorisation-de-travail');
  });
});

describe('l’accusé de réception (CRPA R.112-11-1)', () => {
  it('dit quand, qui, le jour du silence et les recours', async () => {
    const { dossierId } = await dossierPropose();
    const { texte, octets, document } = await produit(dossierId, 'depose', { numero: NUMERO, prefecture: '59' }, 'accuse_de_reception');
    for (const attendu of [
      'ACCUSÉ DE RÉCEPTION D’UNE DEMANDE',
      NUMERO,
      'Reçue le : 22/11/2026',
      'Préfecture du Nord',
      'si vous n’avez reçu aucune réponse le 22/03/2027, elle est rejetée par une décision implicite (CESEDA, art. R.* 432-1 et R. 432-2)',
      'demander les motifs de ce rejet',
      'tribunal administratif de Lille',
      'recours gracieux auprès du préfet',
      'CRPA, art. L. 114-5',
      'ne justifie pas de la régularité du séjour',
    ])
      expect(texte).toContain(attendu);
    expect(octets.toString('latin1')).toContain('/ByteRange');
    expect(document.codeVerification).toBeNull();
  });

  it('ne promet aucun jour là où aucun texte n’en donne', async () => {
    const { dossierId } = await dossierPropose();
    await suivre(dossierId, 'changement-d-adresse');
    const { texte } = await produit(dossierId, 'depose', {}, 'accuse_de_reception');
    expect(texte).not.toContain('implicite');
    expect(texte).toContain('Aucun texte propre à cette démarche');
  });
});

describe('l’attestation de prolongation de l’instruction (R.431-15-1)', () => {
  const PERIODE = { du: '2027-02-04', jusqu: '2027-05-03', motif: 'fin_de_document', delegation: 'arrêté n° 2026-010' };

  it('porte l’identité, le titre détenu, la validité, le droit au travail, l’agent et son arrêté', async () => {
    const { dossierId, agentId } = await dossierPropose({ numeroEtranger: '5999000014' });
    await suivre(dossierId, 'conjoint-de-francais-renouvellement');
    await db().dossier.update({ where: { id: dossierId }, data: { deposeLe: AU_DEPOT } });
    const { texte, document, octets } = await produit(dossierId, 'api_delivree', { ...PERIODE, signataire: agentId });
    for (const attendu of [
      'ATTESTATION DE PROLONGATION DE L’INSTRUCTION',
      '5999000014',
      NUMERO,
      'Valable du 04/02/2027 au 03/05/2027 inclus.',
      'Document détenu : ',
      'Accompagnée du document de séjour expiré',
      'CESEDA, art. R. 431-15-1',
      'Elle autorise son titulaire à travailler (CESEDA, art. R. 431-15-2)',
      'arrêté n° 2026-010',
      'Dominique TESTVALID',
      'Code de vérification',
    ])
      expect(texte).toContain(attendu);
    // one sheet: its code is not left at home
    expect(texte).toContain('Page 1/1');
    expect(octets.toString('latin1')).toContain('/ByteRange');
    expect(await verifier(document.codeVerification ?? '', '2027-05-03')).toMatchObject({ etat: 'valide', finLe: '2027-05-03' });
    expect(await verifier(document.codeVerification ?? '', '2027-05-04')).toMatchObject({ etat: 'echu' });
  });

  it.each([
    ['refugie', 'Mention : « reconnu réfugié ».', 'R. 431-15-3'],
    ['protection-subsidiaire', 'Mention : « a obtenu le bénéfice de la protection subsidiaire ».', 'R. 431-15-4'],
  ])('%s : porte sa mention, sans titre détenu, par le téléservice', async (slug, mention, article) => {
    const { dossierId } = await dossierPropose({ numeroEtranger: '5999000014' });
    await suivre(dossierId, slug);
    const { texte } = await produit(dossierId, 'api_delivree', { du: '2026-11-22', jusqu: '2027-05-21', motif: 'depot' });
    for (const attendu of [mention, article, 'Valable du 22/11/2026 au 21/05/2027', 'par le téléservice', 'à travailler'])
      expect(texte).toContain(attendu);
    expect(texte).not.toContain('Document détenu');
  });

  it('ne donne pas le droit de travailler à qui ne l’a pas', async () => {
    const { dossierId, agentId } = await dossierPropose({ numeroEtranger: '5999000014' });
    await suivre(dossierId, 'visiteur');
    const { texte } = await produit(dossierId, 'api_delivree', { ...PERIODE, signataire: agentId });
    expect(texte).toContain('Elle n’autorise pas, par elle-même, son titulaire à travailler.');
  });
});

describe('la confirmation du dépôt (S-148)', () => {
  it('porte chaque champ et chaque mention du modèle', async () => {
    const { dossierId } = await dossierPropose({ reponses: { nom_usage: 'Testmartin' } });
    const { texte, document } = await produit(dossierId, 'depose', { numero: NUMERO, prefecture: '59' });
    expect(document.nom).toBe('Confirmation du dépôt d’une pré-demande');
    for (const attendu of [
      "CONFIRMATION DU DÉPÔT D'UNE PRÉ-DEMANDE",
      'VOS RÉFÉRENCES',
      'Identifiant (N° étranger) :',
      'N° de la demande :',
      NUMERO,
      "DATE D'ÉMISSION :",
      '22/11/2026',
      'Nom de naissance :',
      'Nom d’usage :',
      'TESTMARTIN',
      'Prénom :',
      'Né(e) le :',
      'À :',
      'Nationalité :',
      'Adresse :',
      ...IDENTITE,
      'Le 22/11/2026, vous avez déposé avec succès une demande de titre de séjour qui sera examinée par la préfecture compétente.',
      'Ce document constitue la preuve de dépôt de votre demande.',
      'Il ne constitue pas une preuve de régularité du séjour et ne permet pas l’ouverture de droits associés à un séjour régulier.',
      'Vous serez informé(e) de l’avancement et de la suite donnée à votre démarche par un courrier électronique vous invitant à vous connecter à votre espace personnel.',
      // R.112-11-1: service, silence (four months), appeal
      'Préfecture du Nord',
      '22/03/2027',
      'tribunal administratif de Lille',
      'Démonstration, service non officiel',
    ])
      expect(texte).toContain(attendu);
    // S-148 has none: a third party to whom it is shown may check it all the same
    expect(document.codeVerification).toMatch(/^[0-9A-Z]{12}$/);
  });

  it('ne parle plus de pré-demande à qui a un numéro étranger', async () => {
    const { dossierId } = await dossierPropose({ numeroEtranger: '5999000014' });
    const { texte } = await produit(dossierId, 'depose');
    expect(texte).toContain("CONFIRMATION DU DÉPÔT D'UNE DEMANDE");
    expect(texte).toContain('5999000014');
    expect(texte).not.toContain('PRÉ-DEMANDE');
  });

  it('montre une date de naissance partielle telle qu’elle est connue', async () => {
    const { dossierId } = await dossierPropose({ reponses: { date_naissance: '1990-03' } });
    const { texte } = await produit(dossierId, 'depose');
    expect(texte).toContain('Né(e) le : 03/1990');
  });
});

describe('l’attestation de décision favorable', () => {
  it('dit le titre, le séjour, le travail, et se vérifie par son code', async () => {
    const { dossierId, agentId } = await dossierPropose({ numeroEtranger: '5999000014' });
    const { texte, document } = await produit(dossierId, 'decision_favorable', { signataire: agentId });
    for (const attendu of [
      ...IDENTITE,
      '5999000014',
      NUMERO,
      'Carte de résident',
      '10 ans',
      '22/11/2026',
      'Préfecture du Nord',
      'R. 431-15-1',
      'autorise son titulaire à exercer une activité professionnelle',
    ])
      expect(texte).toContain(attendu);
    const code = document.codeVerification ?? '';
    expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{12}$/);
    expect(texte.replace(/ /g, '')).toContain(code.replace(/(.{4})(?=.)/g, '$1-'));
    expect(await verifier(codeSaisi(` ${code.toLowerCase().slice(0, 4)}-${code.slice(4)} `), '2026-12-01')).toEqual({
      etat: 'valide',
      nom: 'Attestation de décision favorable',
      numero: '5901•••••••••••0370',
      produitLe: '2026-11-22',
      finLe: null,
    });
    expect(await verifier('ABCDEFGHJKMN', '2026-12-01')).toBeNull();
  });

  it('nomme le certificat de résidence d’un Algérien', async () => {
    const { dossierId, agentId } = await dossierPropose({ reponses: { nationalites: ['DZ'] } });
    const { texte } = await produit(dossierId, 'decision_favorable', { signataire: agentId });
    expect(texte).toContain('Certificat de résidence algérien');
  });

  it('n’est plus valide une fois révoquée, échue, ou le titre remis', async () => {
    const { dossierId, agentId } = await dossierPropose();
    const { document } = await produit(dossierId, 'decision_favorable', { signataire: agentId });
    const code = document.codeVerification ?? '';
    const etat = async () => (await verifier(code, '2026-12-01'))?.etat;
    await db().document.update({ where: { id: document.id }, data: { valableJusqu: new Date('2026-11-30') } });
    expect(await etat()).toBe('echu');
    await db().document.update({ where: { id: document.id }, data: { valableJusqu: null } });
    await db().document.update({ where: { id: document.id }, data: { revoqueLe: AU_DEPOT } });
    expect(await etat()).toBe('revoque');
    // replaced by the titre: that is what the third party is told
    await db().dossier.update({ where: { id: dossierId }, data: { statut: 'remis' } });
    expect(await etat()).toBe('echu');
  });
});

describe('la décision de refus', () => {
  it('porte visas, motifs, dispositif, auteur et voies de recours', async () => {
    const { dossierId, agentId } = await dossierPropose();
    const { texte, document } = await produit(dossierId, 'decision_refus', { signataire: agentId });
    for (const attendu of [
      'Le préfet du Nord,',
      'Vu le code de l’entrée et du séjour',
      'CESEDA, art. L. 423-12 ;',
      'L. 211-2',
      NUMERO,
      ...MOTIFS.split('\n'),
      'Article 1er.',
      'Monsieur TESTCOLLINS Marshall est refusée',
      'Pour le préfet du Nord et par délégation,',
      'Dominique TESTVALID',
      'Cheffe du bureau de l’admission au séjour',
      '22/11/2026',
      'tribunal administratif de Lille',
      'deux mois',
      'Recours gracieux',
      'Recours hiérarchique',
      'Télérecours citoyens',
    ])
      expect(texte).toContain(attendu);
    expect(document.codeVerification).toBeNull();
  });
});

describe('produire', () => {
  const compter = async () => ({ lignes: await db().document.count() });

  it('ne produit qu’une fois, même deux fois en même temps', async () => {
    const { dossierId } = await dossierPropose();
    const id = await evenement(dossierId, 'depose', {});
    await Promise.all([produireDocuments(id), produireDocuments(id)]);
    await produireDocuments(id);
    expect(await compter()).toEqual({ lignes: 2 });
  });

  it('reprend après une mort entre l’écriture du fichier et celle de la ligne, sans laisser d’octets perdus', async () => {
    const { dossierId } = await dossierPropose();
    const id = await evenement(dossierId, 'depose', {});
    const noms: string[] = [];
    const tue: Storage = {
      ...storage(),
      async put(source, cle) {
        const ecrit = await storage().put(source, cle);
        noms.push(ecrit.cle);
        throw new Error('tué après l’écriture');
      },
    };
    await expect(produireDocuments(id, tue)).rejects.toThrow('tué');
    expect(await compter()).toEqual({ lignes: 0 });
    await produireDocuments(id);
    const { cle, taille } = await db().document.findFirstOrThrow();
    expect(cle).toBe(noms[0]);
    expect((await buffer(await storage().get(cle))).length).toBe(taille);
  });

  it('ne laisse ni ligne ni fichier quand le stockage refuse', async () => {
    const { dossierId } = await dossierPropose();
    const id = await evenement(dossierId, 'depose', {});
    await expect(produireDocuments(id, { ...storage(), put: () => Promise.reject(new Error('disque plein')) })).rejects.toThrow(
      'disque plein',
    );
    expect(await compter()).toEqual({ lignes: 0 });
  });
});

describe('lire un document', () => {
  it('l’ouvre à la personne et à sa préfecture, à personne d’autre', async () => {
    const { dossierId, compteId, agentId } = await dossierPropose();
    const autre = await dossierPropose().catch(() => null);
    expect(autre).toBeNull(); // one number, one dossier: the database refuses a twin
    const { document } = await produit(dossierId, 'decision_favorable', { signataire: agentId });
    expect((await ouvrirDocument(porteeDuCompte(compteId), document.id))?.octets.nom).toBe(
      `Attestation-de-decision-favorable-${NUMERO}.pdf`,
    );
    expect(await ouvrirDocument(porteeDuCompte(agentId), document.id)).toBeNull();
    expect((await ouvrirDocument(agent('59'), document.id))?.dossierId).toBe(dossierId);
    expect(await ouvrirDocument(agent('69'), document.id)).toBeNull();
    expect(await ouvrirDocument(porteeDuCompte(compteId), 'pas-un-identifiant')).toBeNull();
  });
});

describe('la liste des pièces (S-204)', () => {
  const titres = (pieces: readonly PieceDemandee[]) => sectionsDeLaListe(v1, pieces).map((s) => s.titre);

  it('tire ses sections des conditions, comme l’annexe du guide', () => {
    expect(titres(v1.listes[0]?.pieces ?? [])).toEqual([
      'JUSTIFICATIFS COMMUNS A TOUS LES DEMANDEURS',
      'MOTIF DE SÉJOUR',
      'DEMANDEURS TOUTES NATIONALITÉS (hors algériens et tunisiens)',
      'DEMANDEURS ALGERIENS OU TUNISIENS',
      'A LA REMISE DU TITRE',
    ]);
    expect(sectionsDeLaListe(v1, v1.listes[0]?.pieces ?? [])[1]?.blocs.map((b) => b.si)).toEqual([
      undefined,
      'Si vous avez plus de 21 ans',
    ]);
  });

  it('n’oublie ni ne répète aucune pièce, dans aucune procédure', () => {
    for (const procedure of PROCEDURES.flat()) {
      for (const liste of procedure.listes) {
        const rendues = sectionsDeLaListe(procedure, liste.pieces).flatMap((s) => s.blocs.flatMap((b) => b.pieces.map((p) => p.libelle)));
        expect(rendues.toSorted()).toEqual(liste.pieces.map((p) => p.libelle).toSorted());
      }
    }
  });

  it('suit la liste en vigueur pour un brouillon, et celle du dépôt ensuite', async () => {
    const { dossierId, compteId } = await dossierPropose();
    for (const liste of v1.listes)
      await db().listePieces.create({
        data: {
          procedure: v1.slug,
          version: liste.version,
          etat: liste.version === 2 ? 'publiee' : 'remplacee',
          effetLe: new Date(liste.effetLe),
          source: liste.source,
          raison: liste.raison,
          pieces: JSON.parse(JSON.stringify(liste.pieces)),
        },
      });
    await db().dossier.update({ where: { id: dossierId }, data: { listeVersion: 1 } });
    const version = async (jour: string) => (await listeDuDossier(porteeDuCompte(compteId), dossierId, jour))?.version;
    expect(await version('2026-11-22')).toBe(1);
    await db().dossier.update({ where: { id: dossierId }, data: { statut: 'brouillon' } });
    expect(await version('2026-11-22')).toBe(2);
    expect(await version('2024-07-16')).toBe(1);
    expect(await version('2022-08-31')).toBeUndefined();
    expect(await listeDuDossier(porteeDuCompte(dossierId), dossierId, '2026-11-22')).toBeNull();
    // one's own desk opens one dossier, and never answers for another
    const guichet = (confie: string) =>
      porteeGuichet({ dossierId: confie, droits: ['voir'], mandatId: null, par: { sorte: 'agent', id: newId() } });
    expect(await listeDuDossier(guichet(dossierId), dossierId, '2026-11-22')).not.toBeNull();
    expect(await listeDuDossier(guichet(dossierId), newId(), '2026-11-22')).toBeNull();
  });

  it('se rend avec ses documents, sa version et ses liens', async () => {
    const liste = v1.listes[1];
    if (!liste) throw new Error('sans liste');
    const { contenu, octets } = await rendreListe({ procedure: v1, ...liste }, AU_DEPOT);
    if (process.env.VOIR) writeFileSync(`${process.env.VOIR}/liste.pdf`, contenu);
    const texte = await lire(contenu);
    for (const attendu of [
      'PREMIERE DEMANDE DE TITRE DE SÉJOUR VIE PRIVÉE ET FAMILIALE - ENFANT DE FRANÇAIS',
      'Liste des documents justificatifs à fournir',
      'Annexe 10',
      'Cette liste ne s’applique pas aux cas qui relèvent d’un accord international.',
      'INFORMATIONS PERSONNELLES',
      'Justificatif de nationalité *',
      'Certificat de nationalité de moins de 6 mois avec photo',
      'À l’hôtel',
      'Si vous avez plus de 21 ans :',
      'Contrat d’engagement à respecter les principes de la République *',
      'DEMANDEURS TOUTES NATIONALITÉS (hors algériens)',
      'version 2, en vigueur depuis le 17/07/2024',
      '10 Mo',
    ])
      expect(texte).toContain(attendu);
    expect(octets.nom).toBe('Liste-des-pieces-enfant-de-francais-version-2.pdf');
  });
});
