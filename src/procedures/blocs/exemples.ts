// Civil status, address and telephone of the people of the worked examples: fictional, surnames begin with TEST.
import type { Reponses } from '#domain/procedure/definition.ts';

export const lille: Reponses = {
  adresse: {
    numero: '25',
    voie: 'Rue Nationale',
    complement: '',
    codePostal: '59000',
    ville: 'Lille',
    pays: 'France',
    codeInsee: '59350',
  },
  telephone: '0199000001',
};
