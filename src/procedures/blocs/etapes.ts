// The six steps of a first application and the figures known for them (S-067, S-076 to S-078).
import type { Etape, EtapeChamps, Section } from '#domain/procedure/definition.ts';
import { adresse, contact, etatCivil } from './identite.ts';

export const informationsPersonnelles: EtapeChamps = {
  code: 'informations',
  titre: 'Informations personnelles',
  sorte: 'champs',
  progression: 20,
  minutes: 15,
  entete: 'Maintenant, nous allons vous demander de renseigner vos informations personnelles',
  sections: [etatCivil, adresse, contact],
};

export const sixEtapes = (
  motif: { entete: string; sections: readonly Section[] },
  informations: EtapeChamps = informationsPersonnelles,
): readonly Etape[] => [
  { code: 'situation', titre: 'Votre situation', sorte: 'situation', progression: 0 },
  informations,
  { code: 'motif', titre: 'Motif de séjour', sorte: 'champs', progression: 45, minutes: 10, ...motif },
  {
    code: 'justificatifs',
    titre: 'Justificatifs',
    sorte: 'pieces',
    progression: 65,
    minutes: 5,
    entete: 'Maintenant, nous allons vous demander de joindre les documents justifiant votre situation',
  },
  {
    code: 'depot',
    titre: 'Dépôt de la demande',
    sorte: 'depot',
    progression: 90,
    entete: 'Dernière étape, je confirme le dépôt définitif de ma demande.',
  },
  { code: 'confirmation', titre: 'Confirmation', sorte: 'confirmation', progression: 100 },
];
