// Family of a refugee (carte de résident, CESEDA L.424-3) or of a beneficiary of the subsidiary protection (card of several years, L.424-11):
// spouse or partner, child turned 18 (16 to work, L.421-35), parents of a protected minor. No document held: the attestation of deposit only.
import type { Procedure } from '#domain/procedure/definition.ts';
import { TRAVAIL_AVEC_API } from '../blocs/cadre-famille.ts';
import { PROTEGE } from '../blocs/cadre-protection.ts';
import { sixEtapes } from '../blocs/etapes.ts';
import { attestations, liensFamiliaux } from '../blocs/famille.ts';
import { informationsDes16Ans, travailMineur } from '../blocs/minorite.ts';
import { certificatMedical, ephoto, nationalite } from '../blocs/pieces.ts';
import { domicileOuDomiciliation } from '../blocs/pieces-domiciliation.ts';
import { contratDesProteges, piecesFamilleDeProtege, polygamie, timbreSeul } from '../blocs/pieces-protection.ts';
import { etatCivil } from '../blocs/pieces-titulaire.ts';
import { DE_REFUGIE, familleDeProtege, numeroConnu, PAR_REUNIFICATION } from '../blocs/protection.ts';
import { API, DEUX_MOIS_APRES_ENTREE } from '../blocs/regles.ts';

export const v1: Procedure = {
  ...PROTEGE,
  slug: 'famille-de-protege',
  code: 'BPI-FAM-1',
  nom: 'Membre de la famille d’un réfugié ou d’un bénéficiaire de la protection subsidiaire – première carte',
  titreListe: 'PREMIERE DEMANDE DE TITRE DE SÉJOUR - MEMBRE DE FAMILLE DE PROTÉGÉ',
  baseLegale: 'CESEDA L.424-3, L.424-11, L.561-2 à L.561-5',
  public: 'Votre conjoint, votre parent ou votre enfant mineur est réfugié ou a la protection subsidiaire.',
  fenetre: DEUX_MOIS_APRES_ENTREE,
  situation: ['Vous êtes dans une autre situation', 'Vous êtes membre de la famille d’une personne protégée'],
  titreDelivre: {
    libelle: 'Carte de séjour pluriannuelle « membre de la famille d’un bénéficiaire de la protection subsidiaire »',
    duree: '4 ans au plus',
    selon: [{ si: DE_REFUGIE, libelle: 'Carte de résident', duree: '10 ans' }],
  },
  documentProvisoire: API,
  travailPendantInstruction: TRAVAIL_AVEC_API,
  commission: 'L.432-13 2°',
  commissionSi: DE_REFUGIE,
  provenance: { source: 'CESEDA L.424-3, L.424-11 ; service-public.fr, fiches F15401 et F2689', certitude: 'L', dateSource: '2026-04-03' },
  etapes: sixEtapes(
    {
      entete: 'Maintenant, nous allons vous demander de renseigner votre lien avec la personne protégée',
      sections: [numeroConnu, familleDeProtege, liensFamiliaux, travailMineur('la carte'), attestations],
    },
    informationsDes16Ans,
  ),
  listes: [
    {
      version: 1,
      effetLe: '2024-07-17',
      source: 'CESEDA L.424-3, L.424-11, R.431-10, R.412-1 ; service-public.fr, fiches F15401 et F2689',
      raison: 'Liste d’ouverture',
      pieces: [
        ephoto,
        nationalite,
        etatCivil,
        domicileOuDomiciliation,
        ...piecesFamilleDeProtege,
        polygamie,
        contratDesProteges,
        timbreSeul,
        {
          ...certificatMedical,
          condition: PAR_REUNIFICATION,
          source: 'CESEDA R.431-18, dernier alinéa',
          certitude: 'L',
          dateSource: '2026-04-03',
        },
      ],
    },
  ],
  exemple: {
    reponses: {
      numero_etranger: '5999000018',
      nom_naissance: 'TESTSULTANI',
      prenoms: ['Laila'],
      sexe: 'feminin',
      date_naissance: '1991-07-05',
      pays_naissance: 'AF',
      lieu_naissance: 'Hérat',
      nationalites: ['AF'],
      adresse: {
        numero: '6',
        voie: 'Rue d’Iéna',
        complement: '',
        codePostal: '59000',
        ville: 'Lille',
        pays: 'France',
        codeInsee: '59350',
      },
      email: 'laila.testsultani@example.org',
      telephone: '0639980018',
      protege_lien: 'conjoint',
      reunification: 'oui',
      protege_nom: 'TESTNAJIB',
      protege_prenoms: ['Omid'],
      protege_protection: 'refugie',
      date_entree_france: '2026-10-12',
      situation_familiale: 'marie',
      date_union: '2015-09-01',
      pays_union: 'AF',
      non_polygamie: 'oui',
      sanctions_connues: 'oui',
    },
    variantes: { domicile: 'personnel' },
  },
};
