// The titre lost, stolen or damaged is dead from the decision on, even if it is found (L.436-2).
import 'server-only';
import { jourDe } from '#domain/jour.ts';
import { texteDeReponse } from '#domain/procedure/champs.ts';
import { invaliderTitre } from '#features/personne/commands.ts';
import type { KindEffet } from '../schema.ts';

export const titreInvalide: KindEffet = async (tx, { personneId, reponses, at }) => {
  const titre = { debut: texteDeReponse(reponses.titre_debut), fin: texteDeReponse(reponses.titre_fin) };
  const trouve = await invaliderTitre(tx, personneId, titre, jourDe(at));
  return {
    remarque: trouve ? 'Ancien titre invalidé au registre.' : 'Le registre ne connaît pas ce titre : à invalider à la main.',
    signale: () => ({ remarque: 'Le titre de la personne est perdu, volé ou détérioré : il n’est plus valable.', vers: null }),
  };
};
