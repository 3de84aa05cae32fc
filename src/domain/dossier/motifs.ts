// Motives of a decision: a refusal is reasoned in law and in fact, in writing (CRPA L.211-2, L.211-5). One text carries both,
// as it is read where the letter is not shown.

export type Motifs = { droit: string; fait: string };

const EN_DROIT = 'En droit : ';
const EN_FAIT = 'En fait : ';

/** Both in one text. */
export function composerMotifs({ droit, fait }: Motifs): string {
  return `${EN_DROIT}${droit.trim()}\n\n${EN_FAIT}${fait.trim()}`;
}

export type ModeleMotifs = Motifs & { code: string; libelle: string };

/**
 * `estTitre`: a titre de séjour is asked, and not another thing. `baseLegale`: of the procedure; `fondement`: what of it concerns this
 * person, as a letter cites it. `accordAlgerien`: decided under the agreement of 1968, and not under the CESEDA.
 */
export type FaitsMotifs = { baseLegale: string; fondement: string; accordAlgerien: boolean; estTitre: boolean };

const FILIATION = /L\.(414-4|423-7|423-11|423-12|423-14|424-3)\b/;
/** Cards of the citizens of the Union and their family: the bars of book IV are not theirs. */
const LIVRE_II = /\bL\.2\d\d-/;
/** L.412-5 does not speak of the renewal of a carte de résident: L.432-3 and L.433-2 do, and want a « menace grave ». */
const RENOUVELLEMENT_RESIDENT = /\bL\.433-2\b/;
const RESIDENT_SEUL = /^CESEDA L\.433-2\b/;

const FAITS_ORDRE_PUBLIC =
  'Il ressort des pièces du dossier que [faits, dates, condamnations]. Par leur nature et leur caractère récent, ces faits caractérisent une menace pour l’ordre public.';

/** Sentences offered to the agent, to complete with the facts of the dossier, where their text applies. The brackets must be replaced. */
export function modelesMotifs(faits: FaitsMotifs): readonly ModeleMotifs[] {
  return modeles(faits.fondement).flatMap(({ si, ...modele }) => (si(faits) ? [modele] : []));
}

const selonLeCeseda = ({ estTitre, baseLegale, accordAlgerien }: FaitsMotifs) => estTitre && !accordAlgerien && !LIVRE_II.test(baseLegale);

function modeles(fondement: string): readonly (ModeleMotifs & { si: (faits: FaitsMotifs) => boolean })[] {
  return [
    {
      code: 'condition_non_remplie',
      libelle: 'Une condition du titre n’est pas remplie',
      droit: `Aux termes des dispositions applicables (${fondement}), la demande est accueillie quand la personne justifie de [condition].`,
      si: () => true,
      fait: 'Il ressort des pièces du dossier que [faits propres à la personne]. La condition tenant à [condition] n’est donc pas remplie.',
    },
    {
      code: 'filiation_non_etablie',
      libelle: 'Le lien de filiation n’est pas établi',
      droit: `Aux termes des dispositions applicables (${fondement}), la demande suppose que le lien de filiation invoqué soit établi. L’acte de l’état civil étranger fait foi dans les conditions de l’article 47 du code civil.`,
      si: ({ baseLegale: base }) => FILIATION.test(base),
      fait: 'L’acte produit le [date] ne permet pas d’établir la filiation avec [parent ou enfant] parce que [raison précise].',
    },
    {
      code: 'ordre_public',
      libelle: 'Menace pour l’ordre public',
      droit:
        'Aux termes de l’article L. 412-5 du code de l’entrée et du séjour des étrangers et du droit d’asile, la circonstance que la présence d’un étranger en France constitue une menace pour l’ordre public fait obstacle à la délivrance et au renouvellement des cartes de séjour temporaire et pluriannuelle, ainsi qu’à la délivrance de la carte de résident.',
      si: (faits) => selonLeCeseda(faits) && !RESIDENT_SEUL.test(faits.baseLegale),
      fait: FAITS_ORDRE_PUBLIC,
    },
    {
      code: 'ordre_public_accord_algerien',
      libelle: 'Menace pour l’ordre public (certificat de résidence d’un an)',
      // the agreement says nothing of it: settled case law of the Conseil d'Etat. The certificate of ten years is renewed by right (art. 7 bis).
      droit:
        'L’accord franco-algérien du 27 décembre 1968 ne prive pas l’autorité compétente du pouvoir qui lui appartient, en application de la réglementation générale relative à l’entrée et au séjour des étrangers en France, de refuser la délivrance d’un certificat de résidence d’un an à un ressortissant algérien dont la présence en France constitue une menace pour l’ordre public.',
      si: (faits) => faits.accordAlgerien && faits.estTitre && !RESIDENT_SEUL.test(faits.baseLegale),
      fait: FAITS_ORDRE_PUBLIC,
    },
    {
      code: 'ordre_public_grave',
      libelle: 'Menace grave pour l’ordre public (renouvellement d’une carte de résident)',
      droit:
        'Aux termes des articles L. 432-3 et L. 433-2 du code de l’entrée et du séjour des étrangers et du droit d’asile, le renouvellement de la carte de résident peut être refusé à l’étranger dont la présence constitue une menace grave pour l’ordre public.',
      si: (faits) => selonLeCeseda(faits) && RENOUVELLEMENT_RESIDENT.test(faits.baseLegale),
      fait: 'Il ressort des pièces du dossier que [faits, dates, condamnations]. Par leur gravité et leur caractère récent, ces faits caractérisent une menace grave pour l’ordre public.',
    },
  ];
}
