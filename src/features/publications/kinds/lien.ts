// The addresses the portal sends people to: they move without the code moving.
import { liens } from '#domain/liens.ts';
import type { KindReference } from '../schema.ts';

const NOMS: Readonly<Record<keyof typeof liens, string>> = {
  portailOfficiel: 'Le site officiel',
  servicePublicTitres: 'Fiches « titres de séjour » de service-public',
  traducteursAgrees: 'Traducteurs agréés',
  timbreFiscal: 'Achat d’un timbre fiscal',
  photographesAgrees: 'Photographes agréés',
  ceseda: 'Code de l’entrée et du séjour des étrangers',
  dataGouv: 'Données publiques',
  refugiesInfo: 'Réfugiés.info',
  defenseurDesDroits: 'Défenseur des droits',
  designEtat: 'Système de design de l’État',
  franceConnect: 'FranceConnect',
};

const estLien = (cle: string): cle is keyof typeof liens => Object.hasOwn(liens, cle);

export const lien: KindReference = {
  sorte: 'lien',
  cles: async () => Object.entries(NOMS).map(([cle, libelle]) => ({ cle, libelle })),
  champs: () => [{ nom: 'adresse', libelle: 'Adresse', forme: 'lien', requis: true }],
  parDefaut: async (cle) => (estLien(cle) ? { adresse: liens[cle] } : undefined),
};
