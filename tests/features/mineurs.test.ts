// A parent files for a child: the demandeur is not the usager (D-11).
import { beforeEach, describe, expect, it } from 'vitest';
import type { Representation } from '#domain/access/representation.ts';
import { saisieInitiale } from '#domain/procedure/compile.ts';
import { deposer, validerEtapeChamps } from '#features/dossier/depot/commands.ts';
import { dossierEnCours } from '#features/dossier/depot/queries.ts';
import { schemaSituation } from '#features/dossier/depot/schema.ts';
import { commencer } from '#features/dossier/depot/situation/commands.ts';
import { attribuerNumero, prendreEnCharge } from '#features/dossier/instruction/commands.ts';
import { dossierDe } from '#features/dossier/suivi/queries.ts';
import { db } from '#platform/db.ts';
import { procedureActuelle } from '#procedures/index.ts';
import { AT } from '../support/brouillon.ts';
import { sql, truncate } from '../support/database.ts';
import { donnerPieces, type Personne, personne, socleDuDepot } from '../support/depot.ts';
import { agentDe } from '../support/dossiers.ts';

const SLUG = 'enfant-de-francais';
const lina: Representation = {
  lien: 'mere',
  nom: 'TESTDIALLO',
  prenom: 'Aïssatou',
  enfant: { nom: 'TESTDIALLO', prenom: 'Lina' },
  cle: 'testdiallo lina',
};
const omar: Representation = { ...lina, enfant: { nom: 'TESTDIALLO', prenom: 'Omar' }, cle: 'testdiallo omar' };

let mere: Personne;
beforeEach(async () => {
  await truncate();
  await socleDuDepot();
  mere = await personne('mere');
});

const pour = (representation: Representation | null) =>
  commencer(mere.usager, { compteId: mere.usager.compteId, representation }, SLUG, AT);

const exemple = () => procedureActuelle(SLUG)?.exemple.reponses ?? {};

async function brouillonDe(representation: Representation, naissance = '2009-04-05'): Promise<string> {
  const debut = await pour(representation);
  if (!debut.ok) throw new Error(debut.refus);
  const procedure = procedureActuelle(SLUG);
  if (!procedure) throw new Error(SLUG);
  await sql('update dossier set reponses = $2, etapes_validees = $3 where id = $1', [
    debut.valeur,
    JSON.stringify({
      ...procedure.exemple.reponses,
      date_naissance: naissance,
      nom_naissance: 'TESTDIALLO',
      prenoms: [representation.enfant.prenom],
    }),
    procedure.etapes.filter((e) => e.sorte === 'champs' || e.sorte === 'pieces').map((e) => e.code),
  ]);
  return debut.valeur;
}

describe('un parent', () => {
  it('commence une demande par enfant, et la sienne, sans en faire deux du même', async () => {
    const ids = await Promise.all([pour(lina), pour(lina), pour(omar), pour(null), pour(null)]);
    const valeurs = ids.map((r) => (r.ok ? r.valeur : r.refus));
    expect(valeurs[0]).toBe(valeurs[1]);
    expect(valeurs[3]).toBe(valeurs[4]);
    expect(new Set(valeurs).size).toBe(3);
  });

  it('voit, à chaque étape, pour qui il répond', async () => {
    const id = await brouillonDe(lina);
    expect((await dossierEnCours(mere.portee, id, 'informations'))?.representation).toEqual(lina);
  });

  it('ne fait pas la demande d’un majeur', async () => {
    const id = await brouillonDe(lina);
    const etape = procedureActuelle(SLUG)?.etapes.find((e) => e.code === 'informations');
    if (etape?.sorte !== 'champs') throw new Error('informations');
    const tape = (naissance: string) => saisieInitiale(etape, { ...exemple(), date_naissance: naissance }, mere.usager.email);
    const majeur = await validerEtapeChamps(mere, id, 'informations', tape('1990-03-04'), 0);
    expect(majeur).toMatchObject({ ok: true, valeur: { erreurs: { 'date_naissance.annee': expect.stringContaining('majeure') } } });
    expect(await validerEtapeChamps(mere, id, 'informations', tape('2009-04-05'), 0)).toMatchObject({
      ok: true,
      valeur: { suivante: 'motif' },
    });
  });

  it('dépose ; la preuve et l’histoire disent qui l’a fait et pour qui', async () => {
    const id = await brouillonDe(lina);
    await donnerPieces(id);
    const depot = await deposer(mere, id, '');
    expect(depot).toEqual({ ok: true, valeur: { numero: expect.stringMatching(/^5901/) } });
    const [dossier] = await sql<{ personne_id: string | null; demandeur: string }>(
      'select personne_id, demandeur from dossier where id = $1',
      [id],
    );
    expect(dossier).toMatchObject({ personne_id: null, demandeur: 'TESTDIALLO Lina' });
    const vu = await dossierDe(mere.portee, id, AT);
    expect(vu?.transcript[0]).toEqual({
      titre: 'Représentation d’un mineur',
      lignes: [
        { libelle: 'Demande faite par', valeur: 'Aïssatou TESTDIALLO (mère)' },
        { libelle: 'Pour', valeur: 'Lina TESTDIALLO' },
      ],
    });
  });

  it('reçoit le numéro de l’enfant sans que son propre compte change', async () => {
    const id = await brouillonDe(lina);
    await donnerPieces(id);
    await deposer(mere, id, '');
    const { agent, portee } = await agentDe('59', ['instructeur']);
    await prendreEnCharge(portee, agent, { dossierId: id, version: (await db().dossier.findUniqueOrThrow({ where: { id } })).version }, AT);
    const version = (await db().dossier.findUniqueOrThrow({ where: { id } })).version;
    const donne = await attribuerNumero(portee, agent, { dossierId: id, version }, { sorte: 'nouveau' }, AT);
    expect(donne.ok).toBe(true);
    const encore = await attribuerNumero(portee, agent, { dossierId: id, version: version + 1 }, { sorte: 'nouveau' }, AT);
    expect(encore).toEqual(donne);
    const [compte] = await sql('select numero_etranger, personne_id from compte where id = $1', [mere.usager.compteId]);
    expect(compte).toEqual({ numero_etranger: null, personne_id: null });
    const [enfant] = await sql<{ numero_etranger: string }>(
      'select p.numero_etranger from dossier d join personne p on p.id = d.personne_id where d.id = $1',
      [id],
    );
    expect(donne.ok && donne.valeur.numeroEtranger).toBe(enfant?.numero_etranger);
    expect(await sql(`select destinataire from courriel where sorte = 'numero_du_mineur'`)).toEqual([{ destinataire: mere.usager.email }]);
    expect(await sql(`select 1 from courriel where sorte = 'compte_definitif'`)).toEqual([]);
  });
});

describe('le formulaire du début', () => {
  const saisie = { _entree: 'attaches', situation: 'famille_francais' };

  it('demande, pour un mineur, qui l’on est et qui il est', () => {
    const lu = schemaSituation.safeParse({ ...saisie, demandeur: 'mineur' });
    expect(lu.error?.issues.map((i) => i.path.join('.'))).toEqual([
      'lien',
      'representantNom',
      'representantPrenom',
      'enfantNom',
      'enfantPrenom',
    ]);
  });

  it('ne demande rien de plus pour soi', () => expect(schemaSituation.parse({ ...saisie, enfantNom: 'X' })).toMatchObject({ pour: null }));

  it('fait la même clé quelle que soit la casse', () => {
    const cle = (enfantNom: string, enfantPrenom: string) =>
      schemaSituation.parse({
        ...saisie,
        demandeur: 'mineur',
        lien: 'mere',
        representantNom: 'T',
        representantPrenom: 'A',
        enfantNom,
        enfantPrenom,
      }).pour?.cle;
    expect(cle('Testdiallo', 'Lina')).toBe(cle('TESTDIALLO ', 'lina'));
  });
});
