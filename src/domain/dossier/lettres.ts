// Letters of a decision: a template per kind, filled with the facts of the dossier and the articles, edited by the instructeur then by
// the valideur. The list of variables is closed; none is ever printed empty, and no bracket of a template is ever left.
import type { CodeRefus } from '../refusals.ts';
import { ok, type Resultat, refuse } from '../result.ts';
import { IRRECEVABLE, type RaisonIrrecevable } from './cloture.ts';
import { type FaitsMotifs, modelesMotifs } from './motifs.ts';

/** What a template may say, with the words that stand in brackets for the agent while the dossier does not give it. */
export const VARIABLES = {
  demandeur: 'civilité, nom et prénom',
  numero: 'numéro de la demande',
  depose_le: 'jour du dépôt',
  demarche: 'démarche',
  objet: 'objet de la demande',
  base_legale: 'articles applicables',
  notification: 'moyen de notification',
  avis_commission: 'avis de la commission du titre de séjour',
  avis_ofii: 'avis du collège de médecins',
  complement_le: 'jour de la demande de complément',
  disponible_le: 'jour de la mise à disposition',
  lecture: 'lecture de la demande de complément',
  dernier_jour: 'dernier jour pour répondre',
  raison: 'raison de l’irrecevabilité',
  orientation: 'service où s’adresser',
} as const;
export type Variable = keyof typeof VARIABLES;
export type Valeurs = Readonly<Partial<Record<Variable, string>>>;

export const PARTIES = {
  visas: 'Visas',
  droit: 'Motifs de droit',
  fait: 'Motifs de fait',
  dispositif: 'Dispositif',
  corps: 'Texte de la lettre',
  suite: 'Suites',
} as const;
export type CodePartie = keyof typeof PARTIES;

export const MODELES_LETTRE = ['favorable', 'favorable_autre', 'refus', 'incomplet', 'irrecevable'] as const;
export type ModeleLettre = (typeof MODELES_LETTRE)[number];

export type Partie = { code: CodePartie; texte: string };
export type Lettre = { modele: ModeleLettre; parties: readonly Partie[] };

/** A line kept only when this variable is known: a visa of an opinion that was given. */
type Ligne = string | { si: Variable; texte: string };

const NOUVELLE_DEMANDE = 'Vous pouvez déposer à tout moment une nouvelle demande, accompagnée de tous les documents demandés.';

const MODELES: Readonly<Record<ModeleLettre, readonly { code: CodePartie; lignes: readonly Ligne[] }[]>> = {
  // S-176
  favorable: [
    {
      code: 'corps',
      lignes: [
        'Je vous informe que votre demande en ligne de titre de séjour n° {numero} a été acceptée. Un nouveau titre de séjour est en cours de fabrication et vous sera prochainement remis.',
        'Dans l’attente de cette remise, vous trouverez en pièce jointe l’attestation de décision favorable qui vous permettra de justifier votre droit au séjour et de maintenir vos droits associés dans l’attente de la remise de votre nouveau titre en préfecture.',
        'L’administration vous recontactera pour que vous veniez retirer ce titre en préfecture, et vous précisera le montant de la taxe à acquitter.',
      ],
    },
  ],
  favorable_autre: [
    {
      code: 'corps',
      lignes: [
        'Je vous informe que votre demande en ligne n° {numero} ({demarche}) a été acceptée.',
        'L’attestation jointe dit ce que cette décision change, et ce que vous avez à faire.',
      ],
    },
  ],
  refus: [
    {
      code: 'visas',
      lignes: [
        'Vu le code de l’entrée et du séjour des étrangers et du droit d’asile ;',
        'Vu les dispositions applicables à la demande : {base_legale} ;',
        'Vu le code des relations entre le public et l’administration, notamment ses articles L. 211-2, L. 211-5 et L. 212-1 ;',
        'Vu la demande n° {numero}, déposée le {depose_le} par {demandeur} ({demarche}) ;',
        { si: 'avis_commission', texte: 'Vu l’avis de la commission du titre de séjour, {avis_commission} (CESEDA, art. L. 432-13) ;' },
        { si: 'avis_ofii', texte: 'Vu l’avis du collège de médecins du service médical de l’OFII, {avis_ofii} (CESEDA, art. L. 425-9) ;' },
      ],
    },
    { code: 'droit', lignes: [] },
    { code: 'fait', lignes: [] },
    {
      code: 'dispositif',
      lignes: [
        'Article 1er. La demande {objet} présentée par {demandeur} est refusée.',
        'Article 2. La présente décision est notifiée à la personne intéressée {notification}.',
      ],
    },
  ],
  incomplet: [
    {
      code: 'corps',
      lignes: [
        'Vous avez déposé le {depose_le} la demande n° {numero} ({demarche}).',
        'Le {complement_le}, l’administration vous a demandé de la compléter. Cette demande de complément a été mise à votre disposition le {disponible_le} et {lecture}. Le délai pour y répondre a pris fin le {dernier_jour} ; aucune réponse n’est parvenue.',
        'Les documents ci-dessous manquent toujours. Sans eux, la demande est incomplète et ne peut pas être examinée (CESEDA, art. R. 431-10 et R. 431-11).',
      ],
    },
    {
      code: 'suite',
      lignes: ['Votre demande est donc clôturée, sans décision sur votre droit au séjour.', NOUVELLE_DEMANDE],
    },
  ],
  irrecevable: [
    {
      code: 'corps',
      lignes: [
        'Vous avez déposé le {depose_le} la demande n° {numero} ({demarche}).',
        'Cette demande ne peut pas être reçue ici : {raison}.',
        '{orientation}',
      ],
    },
    { code: 'suite', lignes: ['Votre demande est donc clôturée, sans décision sur votre droit au séjour.'] },
  ],
};

const TROU = /\{(\w+)\}/g;

/** A template filled; what the dossier does not give stands in brackets, to be replaced before the letter is proposed. */
export function composerLettre(modele: ModeleLettre, valeurs: Valeurs): Lettre {
  const valeur = (nom: string) =>
    Object.entries(valeurs)
      .find(([n]) => n === nom)?.[1]
      ?.trim() ?? '';
  const libelle = (nom: string) => Object.entries(VARIABLES).find(([n]) => n === nom)?.[1] ?? nom;
  const remplir = (texte: string) => texte.replace(TROU, (_, nom: string) => valeur(nom) || `[${libelle(nom)}]`);
  return {
    modele,
    parties: MODELES[modele].map(({ code, lignes }) => ({
      code,
      texte: lignes
        .filter((l) => typeof l === 'string' || valeur(l.si) !== '')
        .map((l) => remplir(typeof l === 'string' ? l : l.texte))
        .join('\n\n'),
    })),
  };
}

/** The same letter with these words in place of its own; a part that is not given keeps its text. Line ends as the browser sends them are made plain. */
export function reecrire(lettre: Lettre, textes: Textes): Lettre {
  return {
    modele: lettre.modele,
    parties: lettre.parties.map(({ code, texte }) => ({ code, texte: (textes[code] ?? texte).replace(/\r\n?/g, '\n').trim() })),
  };
}

export function partie(lettre: Lettre | undefined, code: CodePartie): string {
  return lettre?.parties.find((p) => p.code === code)?.texte ?? '';
}

/** What the agent wrote in place of the words of a template; a part left out keeps them. */
export type Textes = Readonly<Partial<Record<CodePartie, string>>>;

export type FaitsLettre = FaitsMotifs & { valeurs: Valeurs };

/** Which letter: a refusal may begin with a model of motives, an inadmissible request says why. */
export type ChoixLettre =
  | { sens: 'favorable' | 'incomplet' }
  | { sens: 'refus'; modele?: string }
  | { sens: 'irrecevable'; raison: RaisonIrrecevable };

/** « de titre de séjour (carte de résident) », « (Changement d’adresse) »: what a refusal refuses. */
export const objetDeLaDemande = (estTitre: boolean, titre: string, demarche: string): string =>
  estTitre ? `de titre de séjour (${titre.charAt(0).toLocaleLowerCase('fr')}${titre.slice(1)})` : `(${demarche})`;

/** The letter as its template makes it, before anybody writes. */
export function lettreDuModele(choix: ChoixLettre, faits: FaitsLettre): Lettre {
  const { valeurs, estTitre } = faits;
  switch (choix.sens) {
    case 'favorable':
      return composerLettre(estTitre ? 'favorable' : 'favorable_autre', valeurs);
    case 'incomplet':
      return composerLettre('incomplet', valeurs);
    case 'irrecevable': {
      const { raison, orientation } = IRRECEVABLE[choix.raison];
      return composerLettre('irrecevable', { ...valeurs, raison, orientation });
    }
    case 'refus': {
      const motifs = modelesMotifs(faits).find((m) => m.code === choix.modele);
      return reecrire(composerLettre('refus', valeurs), motifs ? { droit: motifs.droit, fait: motifs.fait } : {});
    }
  }
}

/** The first place that cannot be printed, for the agent: part and words. */
export type Defaut = { partie: CodePartie; refus: Extract<CodeRefus, 'lettre_partie_vide' | 'lettre_a_completer'>; passage: string };

export function defautDe({ parties }: Lettre): Defaut | null {
  for (const { code, texte } of parties) {
    if (texte.trim() === '') return { partie: code, refus: 'lettre_partie_vide', passage: '' };
    const passage = /\[[^\]\n]*\]|\{\w*\}|\[[^\]]*$/.exec(texte)?.[0];
    if (passage !== undefined) return { partie: code, refus: 'lettre_a_completer', passage };
  }
  return null;
}

/** Refusals: `lettre_partie_vide`, `lettre_a_completer`, both with the place. */
export function verifierLettre(lettre: Lettre): Resultat<Lettre> {
  const defaut = defautDe(lettre);
  return defaut === null ? ok(lettre) : refuse(defaut.refus, { partie: PARTIES[defaut.partie], passage: defaut.passage });
}

/** The paragraphs of a part, as they are printed. */
export function paragraphes(texte: string): string[] {
  return texte
    .split(/\n+/)
    .map((p) => p.trim())
    .filter((p) => p !== '');
}

/** The whole letter on one line, as the history keeps it: « Visas : … Motifs de droit : … ». */
export const enMots = ({ parties }: Lettre): string =>
  parties.map(({ code, texte }) => `${PARTIES[code]} : ${paragraphes(texte).join(' ')}`).join(' ');

/** What is signed, in one string: its fingerprint is kept with the decision. */
export function texteSigne({ modele, parties }: Lettre): string {
  return [modele, ...parties.map(({ code, texte }) => `## ${code}\n${paragraphes(texte).join('\n')}`)].join('\n');
}
