// The words of a mail. The facts it carries (identifiant, password, dates, link) are variables and two places, `{details}` and `{liens}`,
// so that no wording can lose them.
import type { Message } from '#adapters/mail/message.ts';
import { type Contenu, paragraphesDe, remplir, variablesDe } from '#domain/publication/versions.ts';
import { COURRIELS, estSorteCourriel, type SorteCourriel } from '#features/notifications/courriels/catalogue.ts';
import { PLACES, variablesPlates } from '#features/notifications/courriels/schema.ts';
import type { FauteReference, KindReference } from '../schema.ts';

const exempleDe = (sorte: SorteCourriel): Message =>
  COURRIELS[sorte].rendre(COURRIELS[sorte].exemple, { lien: (chemin) => chemin, secret: COURRIELS[sorte].secret?.exemple ?? '' });

const variables = (cle: string): Contenu => (estSorteCourriel(cle) ? variablesPlates(COURRIELS[cle].exemple) : {});

/** Which of the two places the shipped mail needs. */
function placesDe(cle: string): string[] {
  if (!estSorteCourriel(cle)) return [];
  const sortes = exempleDe(cle).contenu.map((b) => b.type);
  return [
    ...(sortes.includes('definitions') || sortes.includes('liste') ? [PLACES.details] : []),
    ...(sortes.includes('lien') ? [PLACES.liens] : []),
  ];
}

/** The shipped words, each value of the example put back as its variable. */
function motsDOrigine(cle: SorteCourriel): Contenu {
  const message = exempleDe(cle);
  const valeurs = Object.entries(variables(cle))
    .filter(([, valeur]) => valeur.length > 3 || /^\d{2,}$/.test(valeur))
    .toSorted(([, a], [, b]) => b.length - a.length);
  const enVariables = (texte: string) =>
    valeurs.reduce(
      (t, [nom, valeur]) => t.replaceAll(/^\d+$/.test(valeur) ? new RegExp(`(?<!\\d)${valeur}(?!\\d)`, 'g') : valeur, `{${nom}}`),
      texte,
    );
  const lignes = message.contenu.map((b) =>
    b.type === 'paragraphe' ? enVariables(b.texte) : b.type === 'lien' ? PLACES.liens : PLACES.details,
  );
  return { sujet: enVariables(message.sujet), corps: lignes.filter((l, i) => lignes.indexOf(l) === i).join('\n\n') };
}

export const courriel: KindReference = {
  sorte: 'courriel',
  cles: async () => Object.entries(COURRIELS).map(([cle, { objet }]) => ({ cle, libelle: objet })),
  champs: () => [
    { nom: 'sujet', libelle: 'Objet', forme: 'ligne', requis: true },
    {
      nom: 'corps',
      libelle: 'Texte',
      aide: 'Un paragraphe se sépare par une ligne vide. {details} et {liens}, seuls sur leur ligne, placent les informations et les liens du courriel. Un paragraphe qui commence par {variable?} n’est écrit que si elle vaut oui.',
      forme: 'long',
      requis: true,
    },
  ],
  parDefaut: async (cle) => (estSorteCourriel(cle) ? motsDOrigine(cle) : undefined),
  variables,
  verifier: (cle, { sujet = '', corps = '' }) => {
    const permises = [...Object.keys(variables(cle)), 'details', 'liens'];
    const inconnues = (champ: string, texte: string): FauteReference[] =>
      variablesDe(texte)
        .filter((v) => !permises.includes(v))
        .map((v) => ({ champ, message: `La variable {${v}} n’existe pas dans ce courriel.` }));
    const lignes = corps.split('\n').map((l) => l.trim());
    const absentes = placesDe(cle)
      .filter((place) => !lignes.includes(place))
      .map((place) => ({
        champ: 'corps',
        message: `Gardez ${place}, seul sur sa ligne : sans lui, la personne n’aurait pas ce dont elle a besoin.`,
      }));
    return [...inconnues('sujet', sujet), ...inconnues('corps', corps), ...absentes];
  },
  apercu: (cle, { sujet = '', corps = '' }) => {
    const valeurs = { ...variables(cle), details: '[informations du courriel]', liens: '[lien du courriel]' };
    return { titre: remplir(sujet, valeurs), paragraphes: paragraphesDe(corps, valeurs) };
  },
};
