// Étranger né en France, renouvellement: a card of four years (L.411-4, L.433-4), on the common pieces and the titre held (annexe 10, point 4).
// Born in France: no contract of integration (L.413-5 4°), so neither language nor examination is asked.
import type { ListeDePieces, Procedure } from '#domain/procedure/definition.ts';
import { OUVERTURE_JUIN_2023, RENOUVELLEMENT } from '../blocs/cadre-famille.ts';
import { quatreEtapes } from '../blocs/etapes.ts';
import { mariam, titulaire } from '../blocs/exemples-famille.ts';
import { attestations, enfants, liensSansEntree } from '../blocs/famille.ts';
import { residenceHabituelle } from '../blocs/integration.ts';
import { contratEngagement, domicile, ephoto, nationalite, timbre } from '../blocs/pieces.ts';
import { titreActuel } from '../blocs/pieces-titulaire.ts';
import { ALGERIEN } from '../blocs/regles.ts';

const liste: ListeDePieces = {
  version: 1,
  effetLe: '2024-07-17',
  source: 'CESEDA annexe 10, ligne « étranger né en France », points 1, 3 et 4 ; L.433-1 ; R.412-1',
  raison: 'Liste d’ouverture',
  pieces: [
    ephoto,
    titreActuel,
    nationalite,
    domicile,
    residenceHabituelle({ champ: 'titre_type', parmi: ['ne_en_france_pluriannuelle'] }),
    contratEngagement,
    timbre,
  ],
};

export const v1: Procedure = {
  ...RENOUVELLEMENT,
  slug: 'ne-en-france-renouvellement',
  code: 'VPF-NEF-R',
  nom: 'Étranger né en France – renouvellement',
  titreListe: 'RENOUVELLEMENT DE TITRE DE SÉJOUR VIE PRIVÉE ET FAMILIALE - ÉTRANGER NÉ EN FRANCE',
  famille: 'ne_en_france',
  baseLegale: 'CESEDA L.423-13, L.433-1, L.433-4, R.433-4 ; accord franco-algérien, art. 6-6',
  public: 'Votre titre d’étranger né en France arrive à sa fin.',
  acces: { sorte: 'titre', titres: ['ne_en_france_temporaire', 'ne_en_france_pluriannuelle', 'algerien_ne_en_france'] },
  ouverture: OUVERTURE_JUIN_2023,
  titreDelivre: {
    libelle: 'Carte de séjour pluriannuelle « vie privée et familiale »',
    duree: '4 ans',
    selon: [{ si: ALGERIEN, libelle: 'Certificat de résidence algérien « vie privée et familiale »', duree: '1 an' }],
  },
  commission: 'L.432-13 1°',
  tarif: 'normal_renouvellement',
  agdref: ['9809'],
  provenance: { source: 'CESEDA L.433-4 et annexe 10, point 4', certitude: 'L', dateSource: '2026-04-03' },
  etapes: quatreEtapes({ titre: 'Votre famille', sections: [liensSansEntree, enfants, attestations] }),
  listes: [liste],
  exemple: {
    reponses: { ...mariam, ...titulaire('5999000011', 'ne_en_france_temporaire', '2026-01-15', '2027-01-14') },
    variantes: { domicile: 'particulier' },
  },
};
