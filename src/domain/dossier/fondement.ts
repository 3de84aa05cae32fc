// The texts on which the request of this person is decided, as a letter cites them. A definition names those of every nationality; an
// act names its own (CRPA L.211-5): an agreement is said only to whom it concerns. Read from the words of the definitions: those are
// published and move no more (tests/architecture/procedures.frozen.json), a field beside them would ask a v2 of each.
import { citer } from '../citation.ts';
import { plusMois } from '../jour.ts';
import { texteDeReponse } from '../procedure/champs.ts';
import { bornesDeNaissance, CHAMP_NAISSANCE, type Contexte, nationalitesDeLaDemande } from '../procedure/condition.ts';

/** « accord franco-algérien, art. 7 bis »: an act adds the day of the agreement, which some definitions leave out. */
const ACCORDS = {
  DZ: { debut: /^accord franco-algérien(?: du 27 décembre 1968)?/, nom: 'accord franco-algérien du 27 décembre 1968' },
  TN: { debut: /^accord franco-tunisien(?: du 17 mars 1988)?/, nom: 'accord franco-tunisien du 17 mars 1988' },
} as const;
/** Where a form comes from, which is no text of law. */
const FICHE = /^Service-public\.fr/;
const MAJORITE_MOIS = 18 * 12;
/** « L.423-12 (et L.421-35 de 16 à 18 ans) » */
const DU_MINEUR = / \(et ([^)]*) de 16 à 18 ans\)/;

const selonLAccord = ({ debut, nom }: (typeof ACCORDS)[keyof typeof ACCORDS], textes: readonly string[]) =>
  textes.filter((texte) => debut.test(texte)).map((texte) => texte.replace(debut, nom));

/** This request is decided under the Algerian agreement, and not under the CESEDA. */
export const estRegieParLAccordAlgerien = ({ baseLegale }: { baseLegale: string }, { reponses }: Contexte): boolean =>
  nationalitesDeLaDemande(reponses).includes('DZ') && baseLegale.split(' ; ').some((texte) => ACCORDS.DZ.debut.test(texte));

/**
 * « CESEDA, art. L. 426-20 et L. 433-1 ». The Algerian agreement governs wholly on what an Algerian stays (CE, 25 mai 1988, Ziani,
 * n° 81420): the CESEDA is not cited beside it. The Tunisian one leaves to the CESEDA what it does not treat (its art. 11).
 */
export function fondementDe({ baseLegale }: { baseLegale: string }, { reponses, jour }: Contexte): string {
  const textes = baseLegale.split(' ; ').filter((texte) => !FICHE.test(texte));
  const nationalites = nationalitesDeLaDemande(reponses);
  const algerien = selonLAccord(ACCORDS.DZ, nationalites.includes('DZ') ? textes : []);
  if (algerien.length > 0) return algerien.join(' ; ');
  const tunisien = selonLAccord(ACCORDS.TN, nationalites.includes('TN') ? textes : []);
  const naissance = texteDeReponse(reponses[CHAMP_NAISSANCE]);
  const majeur = naissance === '' || plusMois(bornesDeNaissance(naissance)[1], MAJORITE_MOIS) <= jour;
  const communs = textes
    .filter((texte) => !ACCORDS.DZ.debut.test(texte) && !ACCORDS.TN.debut.test(texte))
    .map((texte) => citer(texte.replace(DU_MINEUR, majeur ? '' : ', $1').replace(/^CESEDA (?=[LRD]\.)/, '')));
  return [...communs, ...tunisien].join(' ; ');
}
