// Father or mother of a French child: who the child is, who recognised them, and what proves the care (L.423-7, L.423-8; accord
// franco-algérien, art. 6-4; accord franco-tunisien, art. 10-1 c).
import type { Condition, PieceDemandee, Section } from '#domain/procedure/definition.ts';
import { sexeDe } from './famille.ts';
import { nationaliteFrancaise } from './pieces.ts';

const MOTIF = 'Motif de séjour';

/** Tunisians in regular stay have the ten-year card of their agreement, on its own conditions. */
export const TUNISIEN_REGULIER: Condition = { champ: 'en_sejour_regulier', parmi: ['oui'] };
/** Under which rules the care of the child is proved: those of an agreement, or those of the code. */
type Regimes = { accord: Condition; droitCommun: Condition };
export const REGIMES_PREMIERE: Regimes = {
  accord: { un: [{ nationalite: { parmi: ['DZ'] } }, TUNISIEN_REGULIER] },
  droitCommun: { un: [{ nationalite: { hors: ['DZ', 'TN'] } }, { champ: 'en_sejour_regulier', parmi: ['non'] }] },
};
/** A holder is in regular stay. */
export const REGIMES_TITULAIRE: Regimes = {
  accord: { nationalite: { parmi: ['DZ', 'TN'] } },
  droitCommun: { nationalite: { hors: ['DZ', 'TN'] } },
};

export const enfantFrancais: Section = {
  code: 'enfant_francais',
  titre: 'Votre enfant français',
  introduction: 'Si vous avez plusieurs enfants français, indiquez ici l’un d’eux. Vous indiquerez les autres plus loin.',
  provenance: { source: 'CESEDA L.423-7, L.423-8 ; annexe 3', certitude: 'X', dateSource: '2026-04-03' },
  champs: [
    { code: 'enfant_nom_naissance', type: 'texte', forme: 'nom', max: 80, libelle: 'Nom de naissance', requis: true },
    { code: 'enfant_prenoms', type: 'textes', max: 60, libelle: 'Prénom(s)', ajout: 'Ajouter un prénom', requis: true },
    sexeDe('enfant_sexe', 'Sexe'),
    { code: 'enfant_date_naissance', type: 'date', passee: true, libelle: 'Date de naissance', requis: true },
    {
      code: 'enfant_lien',
      type: 'choix',
      presentation: 'boutons',
      libelle: 'Vous êtes',
      libelleCourt: 'Lien avec l’enfant',
      requis: true,
      options: [
        { code: 'pere', libelle: 'Son père' },
        { code: 'mere', libelle: 'Sa mère' },
      ],
    },
    {
      code: 'enfant_en_france',
      type: 'oui_non',
      libelle: 'Cet enfant habite-t-il en France ?',
      requis: true,
      arret: {
        si: { champ: 'enfant_en_france', parmi: ['non'] },
        message:
          'Cette carte est donnée au parent d’un enfant français qui habite en France (CESEDA, art. L. 423-7). Si vous avez d’autres liens en France, votre préfecture peut les examiner.',
        vers: { orientation: 'liens_personnels' },
      },
    },
    {
      code: 'enfant_reconnaissance',
      type: 'choix',
      presentation: 'liste',
      libelle: 'Qui a reconnu l’enfant, par une déclaration en mairie ou devant notaire ?',
      libelleCourt: 'Reconnaissance de l’enfant',
      aide: 'La mère nommée dans l’acte de naissance et le mari de la mère n’ont pas besoin de reconnaître l’enfant.',
      requis: true,
      options: [
        { code: 'aucune', libelle: 'Personne : ce n’était pas nécessaire, ou un jugement a établi la filiation' },
        { code: 'demandeur', libelle: 'Moi' },
        { code: 'autre_parent', libelle: 'Son autre parent' },
        { code: 'les_deux', libelle: 'Son autre parent et moi' },
      ],
    },
  ],
};

/** Only of Tunisians: their agreement gives ten years to who stays regularly. */
export const sejourDesTunisiens: Section = {
  code: 'sejour_tunisien',
  titre: 'Votre séjour',
  provenance: { source: 'Accord franco-tunisien du 17 mars 1988, art. 10-1 c', certitude: 'G', dateSource: '2020-06-23' },
  champs: [
    {
      code: 'en_sejour_regulier',
      type: 'oui_non',
      libelle: 'Êtes-vous en séjour régulier en France aujourd’hui ?',
      libelleCourt: 'En séjour régulier',
      aide: 'Par exemple avec un visa, un titre de séjour ou une autorisation provisoire en cours de validité.',
      requis: true,
      visible: { nationalite: { parmi: ['TN'] } },
    },
  ],
};

const preuves = [
  'Versements réguliers, pension',
  'Achats pour l’enfant : nourriture, vêtements, jouets, frais de loisirs',
  'Attestations d’hébergement, de suivi scolaire ou médical',
  'Témoignages',
  'Tout autre justificatif',
] as const;

const commun = { groupe: MOTIF, requis: true, moment: 'depot', certitude: 'L', dateSource: '2026-04-03' } as const;

/** In order: the child's nationality, birth, care by the applicant, care by the other parent, residence. */
export const piecesEnfantFrancais = ({ accord, droitCommun }: Regimes): readonly PieceDemandee[] => [
  nationaliteFrancaise('nationalite_enfant', 'Justificatif de nationalité française de l’enfant'),
  {
    ...commun,
    code: 'filiation_enfant',
    libelle: 'Acte de naissance de l’enfant',
    mode: {
      sorte: 'unique',
      document: 'Acte de naissance de l’enfant, copie intégrale ou extrait avec filiation ; ou jugement d’adoption',
    },
    source: 'CESEDA L.423-7, R.431-10 3° ; liste ministérielle de mai 2021',
  },
  {
    ...commun,
    code: 'contrib_demandeur',
    libelle: 'Preuves que vous prenez soin de l’enfant et participez à son éducation',
    aide: 'Depuis sa naissance, ou depuis au moins deux ans.',
    condition: droitCommun,
    mode: { sorte: 'au_moins_un', choix: preuves },
    source: 'CESEDA L.423-7 ; liste ministérielle de mai 2021 ; fiche F2209 (2020)',
  },
  {
    ...commun,
    code: 'autorite_parentale',
    libelle: 'Autorité parentale ou prise en charge de l’enfant',
    aide: 'L’une des deux suffit. Si vous êtes Algérien et avez reconnu l’enfant après sa naissance : preuves que vous subvenez à ses besoins depuis sa naissance ou depuis un an.',
    condition: accord,
    mode: { sorte: 'au_moins_un', choix: ['Acte ou décision qui vous donne l’autorité parentale, même partagée', ...preuves] },
    source: 'Accord franco-algérien, art. 6-4 (fiche F2215, 2020) ; accord franco-tunisien, art. 10-1 c',
    certitude: 'P',
    dateSource: '2020-08-11',
  },
  {
    ...commun,
    code: 'contrib_auteur',
    libelle: 'Preuves que l’autre parent prend soin de l’enfant, ou décision de justice',
    aide: 'Demandé parce que l’autre parent a reconnu l’enfant. Sans preuve ni décision, l’administration examine votre vie familiale et l’intérêt de l’enfant.',
    condition: { tous: [{ champ: 'enfant_reconnaissance', parmi: ['autre_parent', 'les_deux'] }, droitCommun] },
    mode: { sorte: 'au_moins_un', choix: ['Décision de justice sur la contribution de l’autre parent', ...preuves] },
    source: 'CESEDA L.423-8 ; code civil, art. 316',
  },
  {
    ...commun,
    code: 'residence_enfant',
    libelle: 'Justificatif de la résidence de l’enfant en France',
    mode: {
      sorte: 'un_parmi',
      choix: ['Certificat de scolarité', 'Attestation de crèche ou d’assistante maternelle', 'Tout autre justificatif'],
    },
    source: 'CESEDA L.423-7 ; liste ministérielle de mai 2021 ; fiche F2209 (2020)',
  },
];
