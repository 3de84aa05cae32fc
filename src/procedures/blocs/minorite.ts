// Young people: before 16 nobody needs a titre (L.411-1); from 16 to 18 it goes to who wants to work (L.421-35).
import type { Arret, Champ, Section } from '#domain/procedure/definition.ts';
import { informationsAvec } from './etapes.ts';

export const AVANT_16_ANS: Arret = {
  si: { age: { moinsDe: 16 } },
  message:
    'Cette démarche s’adresse aux personnes de 16 ans et plus. Avant 16 ans, un enfant n’a pas besoin de titre de séjour (CESEDA, art. L. 411-1).',
};

export const informationsDes16Ans = informationsAvec({ date_naissance: AVANT_16_ANS });

export const souhaiteTravailler: Champ<'oui_non'> = {
  code: 'souhaite_travailler',
  type: 'oui_non',
  libelle: 'Vous avez entre 16 et 18 ans : souhaitez-vous exercer une activité professionnelle ?',
  libelleCourt: 'Souhaite travailler (16 à 18 ans)',
  aide: 'De 16 à 18 ans, le titre est délivré aux jeunes qui déclarent vouloir travailler ou suivre une formation professionnelle.',
  visible: { age: { moinsDe: 18 } },
};

/** `titre`: what is delivered, feminine (« la carte de résident »). */
export const travailMineur = (titre: string): Section => ({
  code: 'travail_mineur',
  titre: 'Activité professionnelle',
  provenance: { source: 'CESEDA L.421-35', certitude: 'X', dateSource: '2026-04-03' },
  champs: [
    {
      ...souhaiteTravailler,
      aide: `De 16 à 18 ans, ${titre} est délivrée aux jeunes qui déclarent vouloir travailler (CESEDA, art. L. 421-35).`,
    },
  ],
});
