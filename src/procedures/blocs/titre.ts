// What the registre knows of who already holds a titre (S-184, S-187), and the address to be confirmed (S-189, S-190, D-10).
import type { Section } from '#domain/procedure/definition.ts';

export const titreConnu: Section = {
  code: 'titre_connu',
  titre: 'Votre titre actuel',
  introduction: 'Voici le titre que l’administration connaît. S’il n’est pas le bon, écrivez au centre de contact avant de continuer.',
  champs: [
    { code: 'numero_etranger', type: 'connu', fait: 'numero_etranger', libelle: 'Numéro étranger' },
    { code: 'titre_type', type: 'connu', fait: 'titre_type', libelle: 'Mention du titre' },
    { code: 'titre_debut', type: 'connu', fait: 'titre_debut', libelle: 'Valable à partir du' },
    { code: 'titre_fin', type: 'connu', fait: 'titre_fin', libelle: 'Valable jusqu’au' },
  ],
  provenance: { source: 'Guide usager, renouvellement, étapes 14 et 15', certitude: 'S', dateSource: '2022' },
};

export const adresseVerifiee: Section = {
  code: 'adresse',
  titre: 'Adresse',
  champs: [
    { code: 'adresse', type: 'adresse', libelle: 'Adresse', requis: true },
    {
      code: 'adresse_inchangee',
      type: 'oui_non',
      libelle: 'Habitiez-vous déjà à cette adresse quand vous avez reçu votre titre, ou l’avez-vous déclarée depuis ?',
      libelleCourt: 'Adresse connue de l’administration',
      requis: true,
      arret: {
        si: { champ: 'adresse_inchangee', parmi: ['non'] },
        message:
          'Vous avez déménagé : déclarez d’abord votre changement d’adresse. Cette demande est gardée, vous la retrouverez là où vous l’avez laissée.',
        vers: { procedure: 'changement-d-adresse' },
      },
    },
  ],
  provenance: { source: 'Guide usager, renouvellement, étape 1 (3/3)', certitude: 'S', dateSource: '2022' },
};
