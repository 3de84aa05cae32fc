// État civil, adresse, contact: the same questions in every first application (S-089 to S-104).
import type { Provenance, Section } from '#domain/procedure/definition.ts';

const GUIDE: Provenance = { source: 'Guide usager « Famille de Français (Lot 1) »', certitude: 'S', dateSource: '2022-09' };

export const etatCivil: Section = {
  code: 'etat_civil',
  titre: 'État civil',
  champs: [
    { code: 'nom_naissance', type: 'texte', forme: 'nom', max: 80, libelle: 'Nom de naissance', requis: true, autocomplete: 'family-name' },
    { code: 'nom_usage', type: 'texte', forme: 'nom', max: 80, libelle: 'Nom d’usage (facultatif)', libelleCourt: 'Nom d’usage' },
    {
      code: 'prenoms',
      type: 'textes',
      max: 60,
      libelle: 'Prénom(s)',
      ajout: 'Ajouter un prénom',
      requis: true,
      autocomplete: 'given-name',
    },
    {
      code: 'sexe',
      type: 'choix',
      presentation: 'boutons',
      libelle: 'Quel est votre sexe ?',
      libelleCourt: 'Sexe',
      requis: true,
      options: [
        { code: 'masculin', libelle: 'Masculin' },
        { code: 'feminin', libelle: 'Féminin' },
      ],
    },
    {
      code: 'date_naissance',
      type: 'date_partielle',
      libelle: 'Date de naissance',
      requis: true,
      aide: 'Si vous ne connaissez pas le jour ou le mois, laissez-les vides : seule l’année est obligatoire.',
    },
    { code: 'pays_naissance', type: 'pays', libelle: 'Pays de naissance', requis: true },
    { code: 'lieu_naissance', type: 'texte', forme: 'lieu', max: 80, libelle: 'Lieu de naissance', requis: true },
    {
      code: 'nationalites',
      type: 'nationalites',
      libelle: 'Nationalité(s)',
      ajout: 'Ajouter une nationalité',
      requis: true,
      exclut: {
        nationalites: ['FR'],
        message: 'Une personne de nationalité française n’a pas besoin de titre de séjour : cette démarche ne vous concerne pas.',
      },
    },
    {
      code: 'nationalite_retenue',
      type: 'nationalite_retenue',
      parmi: 'nationalites',
      libelle: 'Au titre de quelle nationalité faites-vous cette demande ?',
      libelleCourt: 'Nationalité retenue pour la demande',
      aide: 'Vos nationalités ne suivent pas les mêmes règles : choisissez celle du passeport que vous présentez.',
      requis: true,
      regimes: ['DZ', 'TN'],
    },
  ],
  provenance: GUIDE,
};

export const adresse: Section = {
  code: 'adresse',
  titre: 'Adresse',
  champs: [{ code: 'adresse', type: 'adresse', libelle: 'Adresse', requis: true }],
  provenance: GUIDE,
};

export const contact: Section = {
  code: 'contact',
  titre: 'Informations de contact',
  introduction:
    'Il s’agit des informations de contact utilisées pour l’ensemble des contacts avec l’administration dans le cadre de cette démarche.',
  champs: [
    { code: 'email', type: 'courriel', libelle: 'Email' },
    { code: 'telephone', type: 'telephone', libelle: 'Téléphone', requis: true },
  ],
  provenance: GUIDE,
};
