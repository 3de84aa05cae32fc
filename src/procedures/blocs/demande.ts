// Grounds whose first request and renewal follow the same form: the question that tells them apart, and what depends on it.
import type { Champ, Condition, EtapeChamps } from '#domain/procedure/definition.ts';
import { informationsPersonnelles } from './etapes.ts';

export const natureDemande: Champ<'choix'> = {
  code: 'nature_demande',
  type: 'choix',
  presentation: 'boutons',
  libelle: 'Que demandez-vous ?',
  libelleCourt: 'Nature de la demande',
  requis: true,
  options: [
    { code: 'premiere', libelle: 'Un premier titre' },
    { code: 'renouvellement', libelle: 'Le renouvellement du titre que je détiens' },
  ],
};

export const enRenouvellement: Condition = { champ: 'nature_demande', parmi: ['renouvellement'] };

/** Before 16 nobody needs a titre de sejour (L.411-1); from 16 one may be asked by who wants to work (L.421-35). */
export const informationsDes16Ans: EtapeChamps = {
  ...informationsPersonnelles,
  sections: informationsPersonnelles.sections.map((section) => ({
    ...section,
    champs: section.champs.map((champ) =>
      champ.code === 'date_naissance'
        ? {
            ...champ,
            arret: {
              si: { age: { moinsDe: 16 } },
              message:
                'Cette démarche s’adresse aux personnes de 16 ans et plus. Avant 16 ans, un enfant n’a pas besoin de titre de séjour (CESEDA, art. L. 411-1).',
            },
          }
        : champ,
    ),
  })),
};

export const souhaiteTravailler: Champ<'oui_non'> = {
  code: 'souhaite_travailler',
  type: 'oui_non',
  libelle: 'Vous avez entre 16 et 18 ans : souhaitez-vous exercer une activité professionnelle ?',
  libelleCourt: 'Souhaite travailler (16 à 18 ans)',
  aide: 'De 16 à 18 ans, le titre est délivré aux jeunes qui déclarent vouloir travailler ou suivre une formation professionnelle.',
  visible: { age: { moinsDe: 18 } },
};
