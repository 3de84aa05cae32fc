// Regroupement familial, première demande: the child who comes of age (L.423-15), the spouse without a visa that replaces a card (L.423-14;
// Algerians, or admitted from France: R.434-6). The authorisation itself is asked at the OFII, not here (R.434-7).
import type { ListeDePieces, PieceDemandee, Procedure } from '#domain/procedure/definition.ts';
import { OUVERTURE_JUIN_2023, PREMIERE_DEMANDE, TRAVAIL_AVEC_API } from '../blocs/cadre-famille.ts';
import { sixEtapes } from '../blocs/etapes.ts';
import { nilani } from '../blocs/exemples-famille.ts';
import { attestations, enfants, liensFamiliaux } from '../blocs/famille.ts';
import { informationsDes16Ans, travailMineur } from '../blocs/minorite.ts';
import { certificatMedical, contratEngagement, domicile, ephoto, nationalite, visaLongSejour } from '../blocs/pieces.ts';
import {
  EXONERE_APRES_VIOLENCES,
  etatCivilFamille,
  ruptureRegroupement,
  SANS_EXONERATION,
  timbreDe,
  vieCommune,
} from '../blocs/pieces-famille.ts';
import { etatCivil } from '../blocs/pieces-titulaire.ts';
import { ALGERIEN, NON_ALGERIEN } from '../blocs/regles.ts';
import { CONJOINT, ENFANT, personneRejointe, REJOINT_DIX_ANS, titreRejoint } from '../blocs/regroupement.ts';
import { vieCommuneAvantLaCarte } from '../blocs/vie-commune.ts';

const autorisation: PieceDemandee = {
  code: 'decision_rf',
  libelle: 'Décision d’autorisation de regroupement familial',
  groupe: 'Motif de séjour',
  requis: true,
  moment: 'depot',
  mode: { sorte: 'unique', document: 'La décision du préfet qui autorise votre venue ou votre séjour au titre du regroupement familial' },
  source: 'CESEDA L.423-14, L.423-15, R.434-28 ; liste ministérielle de mai 2021',
  certitude: 'D',
  dateSource: '2021-05',
};

/** A child came years ago: the visa of that day has ended, and the DCEM may have taken its place. */
const entreeDeLEnfant: PieceDemandee = {
  code: 'entree_regroupement',
  libelle: 'Justificatif de votre entrée en France par le regroupement familial',
  groupe: 'Informations personnelles',
  requis: true,
  moment: 'depot',
  condition: ENFANT,
  mode: {
    sorte: 'un_parmi',
    choix: [
      'Pages de votre passeport, même périmé, avec le visa de long séjour et le cachet d’entrée',
      'Document de circulation pour étranger mineur',
    ],
  },
  source: 'CESEDA L.412-1 et L.423-15 ; fiche F2209 (2020)',
  certitude: 'P',
  dateSource: '2020-01-21',
};

const liste: ListeDePieces = {
  version: 1,
  effetLe: '2024-07-17',
  source: 'CESEDA annexe 10, L.423-14, L.423-15 et R.412-1 ; liste ministérielle de mai 2021',
  raison: 'Liste d’ouverture',
  pieces: [
    ephoto,
    nationalite,
    etatCivil,
    { ...visaLongSejour, condition: CONJOINT, source: 'CESEDA L.412-1, L.423-14, R.434-34', certitude: 'L', dateSource: '2026-04-03' },
    entreeDeLEnfant,
    domicile,
    autorisation,
    titreRejoint,
    vieCommune,
    ruptureRegroupement,
    etatCivilFamille({
      un: [
        { champ: 'situation_familiale', parmi: ['marie'] },
        { champ: 'enfants_a_charge', parmi: ['oui'] },
      ],
    }),
    contratEngagement,
    timbreDe(
      { tous: [NON_ALGERIEN, { un: [ENFANT, SANS_EXONERATION] }] },
      'CESEDA L.436-1, al. 2, L.436-7, L.436-8 ; fiche F2215 (Algériens)',
    ),
    { ...certificatMedical, source: 'CESEDA R.431-18 et R.434-36', certitude: 'L', dateSource: '2026-04-03' },
  ],
};

export const v1: Procedure = {
  ...PREMIERE_DEMANDE,
  slug: 'regroupement-familial',
  code: 'VPF-RGF-1',
  nom: 'Regroupement familial – première demande',
  titreListe: 'PREMIERE DEMANDE DE TITRE DE SÉJOUR VIE PRIVÉE ET FAMILIALE - REGROUPEMENT FAMILIAL',
  famille: 'regroupement_familial',
  baseLegale: 'CESEDA L.423-14, L.423-15, L.423-17, L.423-18, R.434-36 ; accord franco-algérien, art. 4 et 7 ; accord franco-tunisien',
  public: 'Vous avez été autorisé(e) à rejoindre en France votre conjoint ou votre parent étranger par le regroupement familial.',
  ouverture: OUVERTURE_JUIN_2023,
  // two months after the entry for the spouse (R.431-4), the eve of the nineteenth birthday for the child (R.431-5 2°)
  fenetre: { sorte: 'libre', article: 'R.431-4 et R.431-5 2°' },
  situation: [
    'Vous sollicitez pour la première fois un titre de séjour',
    'Vous avez été autorisé(e) à séjourner en France au titre du regroupement familial',
  ],
  titreDelivre: {
    libelle: 'Carte de séjour temporaire « vie privée et familiale »',
    duree: '1 an',
    selon: [
      { si: { tous: [ALGERIEN, REJOINT_DIX_ANS] }, libelle: 'Certificat de résidence algérien', duree: '10 ans' },
      { si: ALGERIEN, libelle: 'Certificat de résidence algérien « vie privée et familiale »' },
      {
        si: { tous: [{ nationalite: { parmi: ['TN'] } }, REJOINT_DIX_ANS] },
        libelle: 'Carte de résident (accord franco-tunisien)',
        duree: '10 ans',
      },
    ],
  },
  commission: 'L.432-13 1°',
  travailPendantInstruction: TRAVAIL_AVEC_API,
  tarif: 'reduit',
  tarifSelon: [EXONERE_APRES_VIOLENCES, { si: ALGERIEN, tarif: 'gratuit' }],
  agdref: ['9801', '9802'],
  provenance: {
    source: 'CESEDA L.423-14, L.423-15 ; liste ministérielle de mai 2021 ; fiche F2209',
    certitude: 'D',
    dateSource: '2021-05',
  },
  etapes: sixEtapes(
    {
      entete: 'Maintenant, nous allons vous demander de renseigner les informations sur la personne que vous avez rejointe',
      sections: [personneRejointe(vieCommuneAvantLaCarte), liensFamiliaux, enfants, travailMineur('la carte de séjour'), attestations],
    },
    informationsDes16Ans,
  ),
  listes: [liste],
  exemple: { reponses: { ...nilani, date_entree_france: '2026-10-01' }, variantes: { domicile: 'personnel' } },
};
