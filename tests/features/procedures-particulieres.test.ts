// Requests that are not an adult's own, or that few may see: by a representative, by an employer, of a person protected (C21, C40).
import { beforeEach, describe, expect, it } from 'vitest';
import type { Representation } from '#domain/access/representation.ts';
import { saisieInitiale } from '#domain/procedure/compile.ts';
import type { Reponses } from '#domain/procedure/definition.ts';
import { deposer, validerEtapeChamps } from '#features/dossier/depot/commands.ts';
import { commencer } from '#features/dossier/depot/situation/commands.ts';
import { attribuerNumero, prendreEnCharge } from '#features/dossier/instruction/commands.ts';
import { dossierInstruit } from '#features/dossier/instruction/queries.ts';
import { db } from '#platform/db.ts';
import { procedureActuelle } from '#procedures/index.ts';
import { AT } from '../support/brouillon.ts';
import { truncate } from '../support/database.ts';
import { donnerPieces, type Personne, personne, socleDuDepot } from '../support/depot.ts';
import { agentDe } from '../support/dossiers.ts';

let moi: Personne;
beforeEach(async () => {
  await truncate();
  await socleDuDepot();
  moi = await personne();
});

const FANTA: Representation = {
  lien: 'mere',
  nom: 'TESTDIALLO',
  prenom: 'Aïssatou',
  enfant: { nom: 'TESTDIALLO', prenom: 'Fanta' },
  cle: 'testdiallo fanta',
};

const commence = (slug: string, representation: Representation | null = null) =>
  commencer(moi.usager, { compteId: moi.usager.compteId, representation }, slug, AT);

/** A draft with the answers of the worked example and every piece. */
async function pret(slug: string, reponses: Reponses = {}, representation: Representation | null = null): Promise<string> {
  const procedure = procedureActuelle(slug);
  const debut = await commence(slug, representation);
  if (!procedure || !debut.ok) throw new Error(slug);
  const id = debut.valeur;
  await db().dossier.update({
    where: { id },
    data: {
      reponses: JSON.parse(JSON.stringify({ ...procedure.exemple.reponses, ...reponses })),
      etapesValidees: procedure.etapes.filter((e) => e.sorte === 'champs' || e.sorte === 'pieces').map((e) => e.code),
    },
  });
  await donnerPieces(id);
  return id;
}

const depose = async (id: string) => {
  const fait = await deposer(moi, id, '');
  if (!fait.ok) throw new Error(fait.refus);
  return db().dossier.findUniqueOrThrow({ where: { id } });
};

describe('un document pour un mineur (C21)', () => {
  it('ne se commence pas pour soi', async () =>
    expect(await commence('document-de-circulation')).toMatchObject({ ok: false, refus: 'representant_attendu' }));

  it.each(['2026-10-30', '2018-04-22', '2008-11-21'])('s’ouvre à un enfant né le %s', async (naissance) => {
    const debut = await commence('document-de-circulation', FANTA);
    if (!debut.ok) throw new Error(debut.refus);
    const etape = procedureActuelle('document-de-circulation')?.etapes.find((e) => e.code === 'enfant');
    if (etape?.sorte !== 'champs') throw new Error('enfant');
    const exemple = procedureActuelle('document-de-circulation')?.exemple.reponses ?? {};
    const brut = saisieInitiale(etape, { ...exemple, date_naissance: naissance }, '');
    expect(await validerEtapeChamps(moi, debut.valeur, 'enfant', brut, 0)).toEqual({ ok: true, valeur: { suivante: 'motif' } });
  });

  it('se refuse à un majeur', async () => {
    const debut = await commence('document-de-circulation', FANTA);
    if (!debut.ok) throw new Error(debut.refus);
    const etape = procedureActuelle('document-de-circulation')?.etapes.find((e) => e.code === 'enfant');
    if (etape?.sorte !== 'champs') throw new Error('enfant');
    const exemple = procedureActuelle('document-de-circulation')?.exemple.reponses ?? {};
    const brut = saisieInitiale(etape, { ...exemple, date_naissance: '2008-11-20' }, '');
    expect(await validerEtapeChamps(moi, debut.valeur, 'enfant', brut, 0)).toMatchObject({
      valeur: { erreurs: { 'date_naissance.annee': expect.stringContaining('majeure') } },
    });
  });

  it('se dépose au nom de l’enfant, à la préfecture où il habite', async () => {
    const id = await pret('document-de-circulation', {}, FANTA);
    expect(await depose(id)).toMatchObject({ demandeur: 'TESTDIALLO Fanta', prefectureCode: '59', personneId: null, statut: 'depose' });
  });
});

describe('une autorisation de travail', () => {
  it('va à la préfecture de l’établissement, au nom du salarié, et n’est rattachée à aucune personne', async () => {
    const lyon = {
      numero: '1',
      voie: 'rue des Essais',
      complement: '',
      codePostal: '69003',
      ville: 'Lyon',
      pays: 'France',
      codeInsee: '69383',
    };
    const id = await pret('autorisation-de-travail', { employeur_adresse: lyon });
    expect(await depose(id)).toMatchObject({ demandeur: 'TESTHADDAD Sami', prefectureCode: '69', personneId: null });
  });

  it('se demande pour plusieurs salariés à la fois', async () => {
    await depose(await pret('autorisation-de-travail'));
    const second = await pret('autorisation-de-travail', { nom_naissance: 'TESTAUTRE' });
    expect(await depose(second)).toMatchObject({ demandeur: 'TESTAUTRE Sami' });
  });

  it('ne donne jamais de numéro étranger au compte de l’employeur', async () => {
    const id = await pret('autorisation-de-travail');
    await depose(id);
    const { agent, portee } = await agentDe('59', ['instructeur']);
    const vu = async () => ({ dossierId: id, version: (await db().dossier.findUniqueOrThrow({ where: { id } })).version });
    expect(await prendreEnCharge(portee, agent, await vu(), AT)).toMatchObject({ ok: true });
    expect(await attribuerNumero(portee, agent, await vu(), { sorte: 'nouveau' }, AT)).toMatchObject({ ok: false });
    expect(await db().compte.findUniqueOrThrow({ where: { id: moi.usager.compteId } })).toMatchObject({
      numeroEtranger: null,
      personneId: null,
    });
  });
});

describe('une personne protégée (C40)', () => {
  it.each(['ordonnance-de-protection', 'victime-de-traite'])(
    '%s : dès le dépôt, hors de la liste, le dossier n’existe pas',
    async (slug) => {
      const id = await pret(slug);
      expect(await depose(id)).toMatchObject({ restreint: true });
      const [ordinaire, referent] = [await agentDe('59', ['instructeur']), await agentDe('59', ['referent_vulnerabilite'])];
      expect(await dossierInstruit(ordinaire.portee, id)).toBeNull();
      expect(await dossierInstruit(referent.portee, id)).toMatchObject({ estRestreint: true });
    },
  );

  it('une autre démarche reste ouverte à tous les agents de la préfecture', async () => {
    const id = await pret('confie-a-l-ase');
    expect(await depose(id)).toMatchObject({ restreint: false });
    const { portee } = await agentDe('59', ['instructeur']);
    expect(await dossierInstruit(portee, id)).toMatchObject({ estRestreint: false });
  });
});

describe('un titre qui finit bientôt', () => {
  it('se renouvelle : pas de duplicata à moins de trois mois de sa fin, mais un changement d’adresse se déclare toujours', async () => {
    const duplicata = await pret('duplicata', { titre_fin: '2027-02-19' });
    expect(await deposer(moi, duplicata, '')).toMatchObject({ ok: false, refus: 'titre_finit_bientot', details: { fin: '19/02/2027' } });
    const changement = await pret('changement-d-adresse', { titre_fin: '2027-02-19' });
    expect(await deposer(moi, changement, '')).toMatchObject({ ok: true });
  });
});
