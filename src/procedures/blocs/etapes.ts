// The six steps of a first application and the figures known for them (S-067, S-076 to S-078).
import type { Arret, Etape, EtapeChamps, Section } from '#domain/procedure/definition.ts';
import { adresse, contact, etatCivil } from './identite.ts';
import { adresseVerifiee, titreConnu } from './titre.ts';

export const informationsPersonnelles: EtapeChamps = {
  code: 'informations',
  titre: 'Informations personnelles',
  sorte: 'champs',
  progression: 20,
  minutes: 15,
  entete: 'Maintenant, nous allons vous demander de renseigner vos informations personnelles',
  sections: [etatCivil, adresse, contact],
};

/** The same questions, some of which stop who is not concerned; `arrets` by code of champ. */
export const informationsAvec = (arrets: Readonly<Record<string, Arret>>): EtapeChamps => ({
  ...informationsPersonnelles,
  sections: informationsPersonnelles.sections.map((section) => ({
    ...section,
    champs: section.champs.map((champ) => ({ ...champ, arret: arrets[champ.code] ?? champ.arret })),
  })),
});

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

/** The same six for who already has a titre and asks another one: the titre known takes the place of the questions on the situation. */
export const sixEtapesTitulaire = (motif: { entete: string; sections: readonly Section[] }): readonly Etape[] => [
  {
    code: 'titre',
    titre: 'Votre titre actuel',
    sorte: 'champs',
    progression: 5,
    entete: 'Vérifiez ce que l’administration sait du titre que vous avez.',
    sections: [titreConnu],
  },
  ...sixEtapes(motif).slice(1),
];

const VERIFIER = 'Informations personnelles';

/**
 * The four steps of who holds a titre: three screens of verification, pieces, deposit, confirmation (S-186 to S-193). `liens`: what is
 * asked on the second screen, children and the facts of the ground.
 */
export const quatreEtapes = (liens: { titre: string; sections: readonly Section[] }): readonly Etape[] => [
  {
    code: 'etat_civil',
    titre: 'Votre titre et votre état civil',
    jalon: VERIFIER,
    sorte: 'champs',
    progression: 10,
    minutes: 10,
    entete: 'Vérifiez ce que l’administration sait de vous. Corrigez ce qui n’est pas exact.',
    sections: [titreConnu, etatCivil],
  },
  { code: 'liens', jalon: VERIFIER, sorte: 'champs', progression: 30, minutes: 8, ...liens },
  {
    code: 'coordonnees',
    titre: 'Votre adresse et votre téléphone',
    jalon: VERIFIER,
    sorte: 'champs',
    progression: 45,
    minutes: 6,
    sections: [adresseVerifiee, contact],
  },
  {
    code: 'justificatifs',
    titre: 'Pièces justificatives',
    sorte: 'pieces',
    progression: 60,
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
