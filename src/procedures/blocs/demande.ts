// Grounds whose first request and renewal follow the same form: the question that tells them apart, and what depends on it.
import type { Champ, Condition } from '#domain/procedure/definition.ts';

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
