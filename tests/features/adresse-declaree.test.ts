// Who has moved declares it first (D-10): the registre knows the address, and the drafts of the person follow it.
import { beforeEach, expect, it } from 'vitest';
import { garderSaisie } from '#features/dossier/depot/commands.ts';
import { dossierEnCours } from '#features/dossier/depot/queries.ts';
import { declarerAdresse } from '#features/personne/commands.ts';
import { registre } from '#features/personne/registre/commands.ts';
import { db, transaction } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { AT, creerBrouillon } from '../support/brouillon.ts';
import { sql, truncate } from '../support/database.ts';
import { adresseA, type Personne, personne, socleDuDepot } from '../support/depot.ts';

let ana: Personne;
let personneId: string;

async function deMeme(qui: Personne): Promise<string> {
  const id = newId();
  await db().personne.create({
    data: {
      id,
      numeroEtranger: `59990${String(Math.random()).slice(2, 7)}`,
      nomNaissance: 'TESTPEREIRA',
      prenoms: ['Ana'],
      sexe: 'feminin',
      naissanceAnnee: 1970,
      paysNaissance: 'PT',
      lieuNaissance: 'Porto',
      nationalites: ['PT'],
      cleRecherche: 'testpereira ana',
      compte: { connect: { id: qui.usager.compteId } },
    },
  });
  return id;
}

beforeEach(async () => {
  await truncate();
  await socleDuDepot();
  ana = await personne('ana');
  personneId = await deMeme(ana);
});

const { adresse: aLyon } = adresseA('69001', '69381', 'Lyon');

it('le registre la connaît, le brouillon la prend, et la question est reposée', async () => {
  const id = await creerBrouillon(ana.usager, { adresse_inchangee: 'non', telephone: '0639980006' });
  const autre = await creerBrouillon((await personne('autre')).usager);
  await sql('update dossier set personne_id = $2 where id = $1', [id, personneId]);
  const tapee = { adresse: { voie: 'ancienne rue' }, adresse_inchangee: 'non', telephone: '0600000000' };
  await garderSaisie({ portee: ana.portee, at: AT }, id, 'informations', tapee, 0);
  const avant = await dossierEnCours(ana.portee, autre, '');

  await transaction((tx) => declarerAdresse(tx, personneId, aLyon, AT));

  expect((await registre(db()).connaitre({ reference: personneId }))?.adresse).toEqual(aLyon);
  const suivi = await dossierEnCours(ana.portee, id, 'informations');
  expect(suivi?.reponses).toMatchObject({ adresse: aLyon, telephone: '0639980006' });
  expect(suivi?.reponses).not.toHaveProperty('adresse_inchangee');
  expect(suivi?.saisie).toEqual({ valeurs: { telephone: '0600000000' }, version: 2 });
  expect(await dossierEnCours(ana.portee, autre, '')).toEqual(avant);
});

it('ne touche ni une demande déposée, ni celle d’un mineur', async () => {
  const ids = [await creerBrouillon(ana.usager), await creerBrouillon(await personne('b').then((p) => p.usager))];
  await sql('update dossier set personne_id = $1', [personneId]);
  await sql(`update dossier set statut = 'depose' where id = $1`, [ids[0]]);
  await sql(`update dossier set representation = '{"cle":"x"}' where id = $1`, [ids[1]]);
  const photo = () => sql('select reponses, version from dossier order by id');
  const avant = await photo();
  await transaction((tx) => declarerAdresse(tx, personneId, aLyon, AT));
  expect(await photo()).toEqual(avant);
});
