// The civil status that the administration knows changes; what it was stays readable in the dossiers deposited before, which keep their
// answers (the event says which fields, never their values).
import 'server-only';
import { changementsEtatCivil } from '#domain/personne/changement.ts';
import { changerEtatCivil } from '#features/personne/commands.ts';
import type { KindEffet } from '../schema.ts';

const NOMS = { nomNaissance: 'nom de naissance', nomUsage: 'nom d’usage', prenoms: 'prénoms' } as const;

export const etatCivil: KindEffet = async (tx, { personneId, reponses }) => {
  const changements = changementsEtatCivil(reponses);
  await changerEtatCivil(tx, personneId, changements);
  const champs = Object.entries(NOMS).flatMap(([champ, nom]) => (champ in changements ? [nom] : []));
  const quoi = champs.length > 0 ? `État civil : ${champs.join(', ')}.` : 'Situation familiale.';
  return { remarque: quoi, signale: () => ({ remarque: quoi, vers: null }) };
};
