// The menu, by account (S-002 to S-006), the footer (S-007) and the tiles of the home page (S-017 to S-022), as data.
import { lien } from '#features/configuration/liens/catalogue.ts';
import { t } from '#ui/langue/t.ts';
import type { EntreeMenu } from '#ui/layout/entete.tsx';

/** Kind of account of the visitor; null: nobody is logged in. */
export type GenreCompte = null | 'temporaire' | 'definitif';

/** The services of the portal that have an address. */
export const chemins = {
  demander: '/demander-un-titre',
  catalogue: '/catalogue',
  moiMeme: '/demander-un-titre/moi-meme',
  premierTitre: '/compte/creation',
  creationAvecNumero: '/compte/creation-avec-numero',
  premiereDemande: '/premiere-demande',
  connexion: '/connexion',
  monCompte: '/mon-compte',
  vlsTs: '/services/valider-mon-vls-ts',
  changement: '/services/declarer-un-changement',
  documentVoyage: '/services/document-de-voyage',
  // the same, for who is logged in: what their titre opens
  monChangement: '/demander-un-titre/moi-meme?famille=changement',
  monDocumentVoyage: '/demander-un-titre/moi-meme?famille=voyage',
  timbre: '/services/timbre-fiscal',
  nationalite: '/demander-un-titre/nationalite',
  autorisationTravail: '/demander-un-titre/autorisation-de-travail',
  contact: '/contact',
  aide: '/aide',
} as const;

const marquer = (entrees: readonly EntreeMenu[], chemin: string): EntreeMenu[] =>
  entrees.map((e) => ({ ...e, actuelle: e.href === '/' ? chemin === '/' : chemin === e.href || chemin.startsWith(`${e.href}/`) }));

/** The main menu for an account, the entry of `chemin` marked. */
export function menuPrincipal(compte: GenreCompte, chemin: string): EntreeMenu[] {
  const entrees = [
    { libelle: t('Accueil'), href: '/' },
    ...(compte ? [] : [{ libelle: t('Valider mon VLS-TS'), href: chemins.vlsTs }]),
    { libelle: t('Demander un titre de séjour'), href: chemins.demander },
    { libelle: t('Acheter un timbre fiscal électronique'), href: chemins.timbre },
    ...(compte ? [{ libelle: t('Déclarer un changement'), href: chemins.monChangement }] : []),
    { libelle: t('Document de voyage'), href: compte ? chemins.monDocumentVoyage : chemins.documentVoyage },
  ];
  return marquer(entrees, chemin);
}

/** Top-right links (S-002). Capitals are the style sheet's: a screen reader would spell them. */
export function menuOutils(chemin: string): EntreeMenu[] {
  return marquer(
    [
      { libelle: t('Nous contacter'), href: chemins.contact },
      { libelle: t('Besoin d’aide ?'), href: chemins.aide },
    ],
    chemin,
  );
}

export function menuPied(): EntreeMenu[] {
  return [
    { libelle: t('Contact'), href: chemins.contact },
    { libelle: t('Plan du site'), href: '/plan-du-site' },
    { libelle: t('Quelle démarche me concerne ?'), href: chemins.catalogue },
    { libelle: t('Mentions légales'), href: '/mentions-legales' },
    { libelle: t('Accessibilité'), href: '/accessibilite' },
    { libelle: t('Data.gouv.fr'), href: lien('dataGouv') },
  ];
}

export type TuileAccueil = { titre: string; href: string; pictogramme: string };

/** The tiles offered to an account: five to a stranger, three to somebody logged in. */
export function tuilesAccueil(compte: GenreCompte): TuileAccueil[] {
  const vls = { titre: t('Je valide mon VLS-TS'), href: chemins.vlsTs, pictogramme: 'success' };
  const demande = {
    titre: t('Je demande ou renouvelle un titre de séjour'),
    href: chemins.demander,
    pictogramme: 'national-identity-card-passport',
  };
  const premier = {
    titre: t('Je demande un premier titre -sans numéro étranger, sans visa-'),
    href: chemins.premierTitre,
    pictogramme: 'document-add',
  };
  const changement = {
    titre: t('Je déclare un changement de situation'),
    href: compte ? chemins.monChangement : chemins.changement,
    pictogramme: 'document-signature',
  };
  if (compte)
    return [demande, changement, { titre: t('Je demande un Document de Voyage'), href: chemins.monDocumentVoyage, pictogramme: 'airport' }];
  return [
    vls,
    demande,
    premier,
    changement,
    { titre: t('Je demande un document de voyage'), href: chemins.documentVoyage, pictogramme: 'airport' },
  ];
}
