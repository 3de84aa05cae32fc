// The texts on which the request of this person is decided, as a letter cites them. A definition names those of every nationality; an
// act names its own (CRPA L.211-5): an agreement is said only to whom it concerns.
import { citer } from '../citation.ts';
import { plusMois } from '../jour.ts';
import { texteDeReponse } from '../procedure/champs.ts';
import { bornesDeNaissance, CHAMP_NAISSANCE, type Contexte, nationalitesDeLaDemande } from '../procedure/condition.ts';

const ACCORDS = { DZ: 'accord franco-algérien', TN: 'accord franco-tunisien' } as const;
const MAJORITE_MOIS = 18 * 12;
/** « L.423-12 (et L.421-35 de 16 à 18 ans) » */
const DU_MINEUR = / \(et ([^)]*) de 16 à 18 ans\)/;

/**
 * « CESEDA, art. L. 426-20 et L. 433-1 ». The Algerian agreement governs wholly on what an Algerian stays (CE, 25 mai 1988, Ziani,
 * n° 81420): the CESEDA is not cited beside it. The Tunisian one leaves to the CESEDA what it does not treat (its art. 11).
 */
export function fondementDe({ baseLegale }: { baseLegale: string }, { reponses, jour }: Contexte): string {
  const nationalites = nationalitesDeLaDemande(reponses);
  const textes = baseLegale.split(' ; ');
  const accordDe = (texte: string) => Object.entries(ACCORDS).find(([, accord]) => texte.startsWith(accord))?.[0];
  const siens = textes.filter((texte) => {
    const pays = accordDe(texte);
    return pays === undefined || nationalites.includes(pays);
  });
  const algerien = siens.filter((texte) => accordDe(texte) === 'DZ');
  const naissance = texteDeReponse(reponses[CHAMP_NAISSANCE]);
  const majeur = naissance === '' || plusMois(bornesDeNaissance(naissance)[1], MAJORITE_MOIS) <= jour;
  return (algerien.length > 0 ? algerien : siens)
    .map((texte) => citer(texte.replace(DU_MINEUR, majeur ? '' : ', $1').replace(/^CESEDA (?=[LRD]\.)/, '')))
    .join(' ; ');
}
