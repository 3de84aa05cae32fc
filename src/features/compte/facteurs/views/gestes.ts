// The actions of each place where second factors are kept: the same pages, three doors.
import type { Action } from '#guard/formulaire.ts';
import {
  ajouterApplicationAgent,
  ajouterApplicationUsager,
  ajouterCleAgent,
  ajouterCleUsager,
  creerCodesAgent,
  creerCodesUsager,
  defiCleAgent,
  defiCleEnrolee,
  defiCleUsager,
  defiPreuveAgent,
  defiPreuveUsager,
  garderCleAgent,
  garderCleEnrolee,
  garderCleUsager,
  retirerFacteurAgent,
  retirerFacteurUsager,
  verifierApplicationAgent,
  verifierApplicationEnrolee,
  verifierApplicationUsager,
} from '../actions.ts';
import type { Lieu } from '../schema.ts';

type Ajout = { verifierApplication: Action; defiCle: Action; garderCle: Action };

export const AJOUTS: Readonly<Record<Lieu, Ajout>> = {
  usager: { verifierApplication: verifierApplicationUsager, defiCle: defiCleUsager, garderCle: garderCleUsager },
  agent: { verifierApplication: verifierApplicationAgent, defiCle: defiCleAgent, garderCle: garderCleAgent },
  enrolement: { verifierApplication: verifierApplicationEnrolee, defiCle: defiCleEnrolee, garderCle: garderCleEnrolee },
};

type Gestes = { defi: Action; ajouterApplication: Action; ajouterCle: Action; retirer: Action; creerCodes: Action };

export const GESTES: Readonly<Record<'usager' | 'agent', Gestes>> = {
  usager: {
    defi: defiPreuveUsager,
    ajouterApplication: ajouterApplicationUsager,
    ajouterCle: ajouterCleUsager,
    retirer: retirerFacteurUsager,
    creerCodes: creerCodesUsager,
  },
  agent: {
    defi: defiPreuveAgent,
    ajouterApplication: ajouterApplicationAgent,
    ajouterCle: ajouterCleAgent,
    retirer: retirerFacteurAgent,
    creerCodes: creerCodesAgent,
  },
};
