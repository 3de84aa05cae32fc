// One entry per type of champ: how what was typed becomes an answer (normalising rather than refusing), how an answer is
// put back in the inputs, how it reads, and every error it can give. Total over the types: the compiler asks for a missing one.
import { composeJour, estJour, type Jour, jourLisible } from '../jour.ts';
import { estNationalite, estPays, nomDeLaNationalite, nomDuPays } from '../pays.ts';
import { mentionDe } from '../titre/titres.ts';
import type { Adresse, Champ, ChampSimple, FaitConnu, Reponse, Reponses, TypeChamp } from './definition.ts';
import { estNoeud } from './saisie.ts';

/** What forms carry: nested plain values, exactly as typed. */
export type Brut = string | undefined | null | readonly Brut[] | { readonly [cle: string]: Brut };

/** Where in the form, and what to do about it. `chemin` is the name of the input: 'date_naissance.annee'. */
export type Erreur = { chemin: string; message: string };

export type Lecture = { valeur?: Reponse; erreurs: readonly Erreur[] };

/** `connues`: the answers kept before this reading, from which read-only facts are taken. */
export type ContexteChamp = { jour: Jour; email: string; reponses: Reponses; connues?: Reponses };

type Kind<T extends TypeChamp> = {
  lire(brut: Brut, champ: Champ<T>, chemin: string, contexte: ContexteChamp): Lecture;
  ecrire(reponse: Reponse | undefined, champ: Champ<T>): Brut;
  afficher(reponse: Reponse, champ: Champ<T>): string;
};

const aucune: readonly Erreur[] = [];
const erreur = (chemin: string, message: string): Lecture => ({ erreurs: [{ chemin, message }] });
const lu = (valeur: Reponse): Lecture => ({ valeur, erreurs: aucune });

const texteDe = (brut: Brut): string => (typeof brut === 'string' ? brut.normalize('NFC').replace(/\s+/gu, ' ').trim() : '');
const partie = (brut: Brut, cle: string): Brut => (estNoeud(brut) && Object.hasOwn(brut, cle) ? brut[cle] : undefined);
const liste = (brut: Brut): readonly Brut[] => {
  if (Array.isArray(brut)) return brut;
  if (brut !== null && typeof brut === 'object') return Object.values(brut);
  return brut === undefined || brut === null ? [] : [brut];
};
const enTexte = (reponse: Reponse | undefined): string => (typeof reponse === 'string' ? reponse : '');
const enTextes = (reponse: Reponse | undefined): string[] =>
  Array.isArray(reponse) ? reponse.filter((r): r is string => typeof r === 'string') : [];

const manquant = (champ: Champ, chemin: string): Lecture =>
  champ.requis ? erreur(chemin, `Renseignez « ${champ.libelle} ».`) : { erreurs: aucune };

// A letter of another script than Latin. Modifier letters (ʻ in Oʻzbekiston) belong to no script and are kept.
const autreEcriture = /(?!\p{Script=Latin}|\p{Lm})\p{L}/u;
const LETTRES_LATINES = 'Écrivez en lettres latines, comme sur la page d’identité de votre passeport.';

function lireLigne(brut: Brut, champ: Champ, chemin: string, max: number): Lecture {
  const texte = texteDe(brut);
  if (texte === '') return manquant(champ, chemin);
  if (autreEcriture.test(texte)) return erreur(chemin, LETTRES_LATINES);
  if (texte.length > max) return erreur(chemin, `Écrivez au plus ${max} caractères.`);
  return lu(texte);
}

/** SIRET: 14 digits, Luhn's key. La Poste's own establishments (SIREN 356 000 000) follow another key: a sum that five divides. */
function estSiret(chiffres: string): boolean {
  if (!/^\d{14}$/.test(chiffres)) return false;
  const valeurs = [...chiffres].map(Number);
  if (chiffres.startsWith('356000000') && valeurs.reduce((a, b) => a + b, 0) % 5 === 0) return true;
  const somme = valeurs.reduce((total, v, i) => total + (i % 2 === 1 ? v : v > 4 ? 2 * v - 9 : 2 * v), 0);
  return somme % 10 === 0;
}

function lireChiffres(brut: Brut, champ: Champ<'texte'>, chemin: string): Lecture {
  const chiffres = texteDe(brut).replace(/[\s.-]/g, '');
  if (chiffres === '') return manquant(champ, chemin);
  if (!/^\d+$/.test(chiffres)) return erreur(chemin, 'Écrivez seulement des chiffres.');
  if (champ.forme === 'siret' && !estSiret(chiffres))
    return erreur(chemin, 'Ce numéro SIRET n’existe pas : il comporte 14 chiffres, vérifiez-les.');
  return chiffres.length > champ.max ? erreur(chemin, `Écrivez au plus ${champ.max} chiffres.`) : lu(chiffres);
}

function lireNombre(brut: Brut, champ: Champ<'nombre'>, chemin: string): Lecture {
  const texte = texteDe(brut).replace(/\s/g, '');
  if (texte === '') return manquant(champ, chemin);
  if (!/^\d{1,9}$/.test(texte)) return erreur(chemin, 'Écrivez un nombre entier, en chiffres.');
  const nombre = Number(texte);
  const unite = champ.unite ? ` ${champ.unite}` : '';
  if (nombre < champ.min || nombre > champ.max) return erreur(chemin, `Écrivez un nombre de ${champ.min} à ${champ.max}${unite}.`);
  return lu(String(nombre));
}

/** Boxes come as an object of ticked codes from a form, or as a list of codes. */
function lireCases(brut: Brut, champ: Champ<'cases'>, chemin: string): Lecture {
  const coches = champ.options
    .map((o) => o.code)
    .filter((code) => (Array.isArray(brut) ? brut.includes(code) : texteDe(partie(brut, code)) === 'oui'));
  const [premiere] = champ.options;
  if (coches.length > 0) return lu(coches);
  return champ.requis ? erreur(`${chemin}.${premiere?.code ?? ''}`, 'Cochez au moins une case.') : { erreurs: aucune };
}

function lireCode(brut: Brut, champ: Champ, chemin: string, admis: (code: string) => boolean): Lecture {
  const code = texteDe(brut);
  if (code === '') return champ.requis ? erreur(chemin, `Choisissez une réponse pour « ${champ.libelle} ».`) : { erreurs: aucune };
  return admis(code) ? lu(code) : erreur(chemin, 'Choisissez une réponse de la liste.');
}

type PartiesDate = { jour: string; mois: string; annee: string };
const partiesDate = (brut: Brut): PartiesDate => ({
  jour: texteDe(partie(brut, 'jour')),
  mois: texteDe(partie(brut, 'mois')),
  annee: texteDe(partie(brut, 'annee')),
});

function lireDate(brut: Brut, champ: Champ, chemin: string, jourCourant: Jour, options: { partielle: boolean; passee: boolean }): Lecture {
  const { jour, mois, annee } = partiesDate(brut);
  if (!jour && !mois && !annee) return manquant(champ, options.partielle ? `${chemin}.annee` : `${chemin}.jour`);
  if (!/^\d{4}$/.test(annee)) return erreur(`${chemin}.annee`, 'Écrivez l’année en quatre chiffres, par exemple 1990.');
  if (Number(annee) < 1900) return erreur(`${chemin}.annee`, 'Vérifiez l’année : elle est trop ancienne.');
  if (mois !== '' && !(/^\d{1,2}$/.test(mois) && Number(mois) >= 1 && Number(mois) <= 12))
    return erreur(`${chemin}.mois`, 'Le mois est un nombre de 1 à 12.');
  if (jour !== '' && !(/^\d{1,2}$/.test(jour) && Number(jour) >= 1 && Number(jour) <= 31))
    return erreur(`${chemin}.jour`, 'Le jour est un nombre de 1 à 31.');
  if (!options.partielle && jour === '') return erreur(`${chemin}.jour`, 'Indiquez le jour.');
  if (!options.partielle && mois === '') return erreur(`${chemin}.mois`, 'Indiquez le mois.');
  if (mois === '' && jour !== '') return erreur(`${chemin}.mois`, 'Indiquez le mois, ou laissez aussi le jour vide.');
  const precise =
    mois === '' ? annee : jour === '' ? `${annee}-${mois.padStart(2, '0')}` : composeJour(Number(annee), Number(mois), Number(jour));
  if (precise.length === 10 && !estJour(precise)) return erreur(`${chemin}.jour`, 'Cette date n’existe pas dans le calendrier.');
  if (options.passee && precise > jourCourant.slice(0, precise.length)) return erreur(`${chemin}.annee`, 'Cette date est dans le futur.');
  return lu(precise);
}

function ecrireDate(reponse: Reponse | undefined): Brut {
  const [annee = '', mois = '', jour = ''] = enTexte(reponse).split('-');
  return { jour, mois, annee };
}

/** A whole or partial date as known: 2008, 03/2008, 12/03/2008 (D-17). */
export function afficherDate(reponse: string): string {
  const [annee = '', mois, jour] = reponse.split('-');
  if (!mois) return annee;
  return jour ? jourLisible(reponse) : `${mois}/${annee}`;
}

/** First names or nationalities of one person. */
const LIGNES_MAX = 20;

function lireTextes(brut: Brut, champ: Champ, chemin: string, lireUn: (b: Brut, c: string) => Lecture, premier: string): Lecture {
  const lectures = liste(brut).map((b, i) => ({ vide: texteDe(b) === '', lecture: lireUn(b, `${chemin}.${i}`) }));
  const pleines = lectures.filter((l) => !l.vide);
  const erreurs = pleines.flatMap((l) => l.lecture.erreurs);
  if (erreurs.length > 0) return { erreurs };
  const valeurs = [...new Set(pleines.flatMap((l) => (typeof l.lecture.valeur === 'string' ? [l.lecture.valeur] : [])))];
  if (valeurs.length === 0) return manquant(champ, premier);
  if (valeurs.length > LIGNES_MAX) return erreur(premier, `Vous pouvez en indiquer au plus ${LIGNES_MAX}.`);
  return lu(valeurs);
}

const PARTIES_ADRESSE = ['numero', 'voie', 'complement', 'codePostal', 'ville', 'codeInsee'] as const;

/** Characters of one line of an address. */
const PARTIE_ADRESSE_MAX = 120;

function lireAdresse(brut: Brut, champ: Champ, chemin: string): Lecture {
  const lue = Object.fromEntries(PARTIES_ADRESSE.map((p) => [p, texteDe(partie(brut, p))]));
  const { numero = '', voie = '', complement = '', ville = '', codeInsee = '' } = lue;
  const codePostal = (lue.codePostal ?? '').replace(/\s/g, '');
  if (!voie && !codePostal && !ville) return manquant(champ, `${chemin}.voie`);
  const erreurs: Erreur[] = [];
  if (!voie) erreurs.push({ chemin: `${chemin}.voie`, message: 'Indiquez la voie, par exemple « rue Nationale ».' });
  if (!/^\d{5}$/.test(codePostal)) erreurs.push({ chemin: `${chemin}.codePostal`, message: 'Le code postal comporte 5 chiffres.' });
  if (!ville) erreurs.push({ chemin: `${chemin}.ville`, message: 'Indiquez la ville.' });
  if (codeInsee && !/^(\d{2}|2[AB])\d{3}$/.test(codeInsee))
    erreurs.push({ chemin: `${chemin}.codeInsee`, message: 'Le code INSEE comporte 5 caractères. Vous pouvez le laisser vide.' });
  for (const [nom, texte] of Object.entries(lue))
    if (autreEcriture.test(texte)) erreurs.push({ chemin: `${chemin}.${nom}`, message: 'Écrivez l’adresse en lettres latines.' });
  for (const [nom, texte] of Object.entries(lue))
    if (texte.length > PARTIE_ADRESSE_MAX)
      erreurs.push({ chemin: `${chemin}.${nom}`, message: `Écrivez au plus ${PARTIE_ADRESSE_MAX} caractères.` });
  if (erreurs.length > 0) return { erreurs };
  return lu({ numero, voie, complement, codePostal, ville, pays: 'France', codeInsee });
}

const estAdresse = (reponse: Reponse | undefined): reponse is Adresse =>
  typeof reponse === 'object' && !Array.isArray(reponse) && 'codePostal' in reponse;

/** An address on one line, as printed. */
export function ligneAdresse(a: Adresse): string {
  return [[a.numero, a.voie].filter(Boolean).join(' '), a.complement, `${a.codePostal} ${a.ville}`, a.pays].filter(Boolean).join(', ');
}

export const adresseDe = (reponse: Reponse | undefined): Adresse | undefined => (estAdresse(reponse) ? reponse : undefined);
export const textesDe = enTextes;
export const texteDeReponse = enTexte;

/** The blocks of a repeated champ. */
export function blocsDe(reponse: Reponse | undefined): readonly Reponses[] {
  if (!Array.isArray(reponse)) return [];
  return reponse.filter((r): r is Reponses => typeof r === 'object' && r !== null && !Array.isArray(r));
}

function lireRepetition(brut: Brut, champ: Champ<'repetition'>, chemin: string, contexte: ContexteChamp): Lecture {
  const blocs = liste(brut);
  if (blocs.length === 0) return manquant(champ, `${chemin}.ajouter`);
  if (blocs.length > champ.max) return erreur(`${chemin}.ajouter`, `Vous pouvez en indiquer au plus ${champ.max}.`);
  const lus = blocs.map((bloc, i) =>
    champ.champs.map((c) => ({ code: c.code, ...lireChamp(partie(bloc, c.code), c, `${chemin}.${i}.${c.code}`, contexte) })),
  );
  const erreurs = lus.flat().flatMap((l) => l.erreurs);
  if (erreurs.length > 0) return { erreurs };
  return lu(lus.map((bloc) => Object.fromEntries(bloc.flatMap((l) => (l.valeur === undefined ? [] : [[l.code, l.valeur] as const])))));
}

const libelleOption = (options: readonly { code: string; libelle: string }[], code: string) =>
  options.find((o) => o.code === code)?.libelle ?? code;

export const CHAMPS: { readonly [T in TypeChamp]: Kind<T> } = {
  texte: {
    lire: (brut, champ, chemin) =>
      champ.forme === 'siret' || champ.forme === 'chiffres' ? lireChiffres(brut, champ, chemin) : lireLigne(brut, champ, chemin, champ.max),
    ecrire: enTexte,
    afficher: enTexte,
  },
  texte_long: {
    lire(brut, champ, chemin) {
      const texte = typeof brut === 'string' ? brut.normalize('NFC').trim() : '';
      if (texte === '') return manquant(champ, chemin);
      return texte.length > champ.max ? erreur(chemin, `Écrivez au plus ${champ.max} caractères.`) : lu(texte);
    },
    ecrire: enTexte,
    afficher: enTexte,
  },
  textes: {
    lire: (brut, champ, chemin) => lireTextes(brut, champ, chemin, (b, c) => lireLigne(b, champ, c, champ.max), `${chemin}.0`),
    ecrire: (reponse) => (enTextes(reponse).length > 0 ? enTextes(reponse) : ['']),
    afficher: (reponse) => enTextes(reponse).join(', '),
  },
  choix: {
    lire: (brut, champ, chemin) => lireCode(brut, champ, chemin, (code) => champ.options.some((o) => o.code === code)),
    ecrire: enTexte,
    afficher: (reponse, champ) => libelleOption(champ.options, enTexte(reponse)),
  },
  oui_non: {
    lire: (brut, champ, chemin) => lireCode(brut, champ, chemin, (code) => code === 'oui' || code === 'non'),
    ecrire: enTexte,
    afficher: (reponse) => (reponse === 'oui' ? 'Oui' : 'Non'),
  },
  cases: {
    lire: lireCases,
    ecrire: (reponse) => Object.fromEntries(enTextes(reponse).map((code) => [code, 'oui'])),
    afficher: (reponse, champ) =>
      enTextes(reponse)
        .map((code) => libelleOption(champ.options, code))
        .join(' ; '),
  },
  nombre: {
    lire: lireNombre,
    ecrire: enTexte,
    afficher: (reponse, champ) => (champ.unite ? `${enTexte(reponse)} ${champ.unite}` : enTexte(reponse)),
  },
  date: {
    lire: (brut, champ, chemin, { jour }) => lireDate(brut, champ, chemin, jour, { partielle: false, passee: champ.passee }),
    ecrire: ecrireDate,
    afficher: (reponse) => afficherDate(enTexte(reponse)),
  },
  date_partielle: {
    lire: (brut, champ, chemin, { jour }) => lireDate(brut, champ, chemin, jour, { partielle: true, passee: true }),
    ecrire: ecrireDate,
    afficher: (reponse) => afficherDate(enTexte(reponse)),
  },
  pays: {
    lire: (brut, champ, chemin) => lireCode(brut, champ, chemin, estPays),
    ecrire: enTexte,
    afficher: (reponse) => nomDuPays(enTexte(reponse)),
  },
  nationalites: {
    lire(brut, champ, chemin) {
      const lecture = lireTextes(brut, champ, chemin, (b, c) => lireCode(b, champ, c, estNationalite), `${chemin}.0`);
      const exclue = enTextes(lecture.valeur).some((n) => champ.exclut?.nationalites.includes(n));
      return exclue && champ.exclut ? erreur(`${chemin}.0`, champ.exclut.message) : lecture;
    },
    ecrire: (reponse) => (enTextes(reponse).length > 0 ? enTextes(reponse) : ['']),
    afficher: (reponse) => enTextes(reponse).map(nomDeLaNationalite).join(', '),
  },
  nationalite_retenue: {
    lire: (brut, champ, chemin, { reponses }) => lireCode(brut, champ, chemin, (code) => enTextes(reponses[champ.parmi]).includes(code)),
    ecrire: enTexte,
    afficher: (reponse) => nomDeLaNationalite(enTexte(reponse)),
  },
  adresse: {
    lire: lireAdresse,
    ecrire(reponse) {
      const adresse = adresseDe(reponse);
      return Object.fromEntries(PARTIES_ADRESSE.map((p) => [p, adresse?.[p] ?? '']));
    },
    afficher: (reponse) => (estAdresse(reponse) ? ligneAdresse(reponse) : ''),
  },
  telephone: {
    lire(brut, champ, chemin) {
      const numero = texteDe(brut)
        .replace(/[\s.\-()/]/g, '')
        .replace(/^00/, '+');
      if (numero === '') return manquant(champ, chemin);
      return /^\+?\d{8,15}$/.test(numero)
        ? lu(numero)
        : erreur(
            chemin,
            'Écrivez un numéro de téléphone de 10 chiffres, ou précédé de l’indicatif du pays, par exemple +33 6 39 98 00 00.',
          );
    },
    ecrire: enTexte,
    afficher: enTexte,
  },
  courriel: {
    // what is typed here is ignored: the address is the compte's
    lire: (_brut, _champ, _chemin, { email }) => lu(email),
    ecrire: enTexte,
    afficher: enTexte,
  },
  connu: {
    // what is typed here is ignored: the fact is the registre's, kept since the request was begun
    lire: (_brut, champ, _chemin, { connues }) => {
      const fait = connues?.[champ.code];
      return fait === undefined ? { erreurs: aucune } : lu(fait);
    },
    ecrire: enTexte,
    afficher: (reponse, champ) => afficherFait(champ.fait, enTexte(reponse)),
  },
  attestation: {
    lire: (brut, champ, chemin) =>
      texteDe(brut) === 'oui' ? lu('oui') : champ.requis ? erreur(chemin, 'Cochez cette case pour continuer.') : { erreurs: aucune },
    ecrire: enTexte,
    afficher: (reponse) => (reponse === 'oui' ? 'Oui' : 'Non'),
  },
  repetition: {
    lire: lireRepetition,
    ecrire: (reponse, champ) => blocsDe(reponse).map((bloc) => ecrireBloc(champ.champs, bloc)),
    afficher: (reponse, champ) =>
      blocsDe(reponse)
        .map((bloc, i) => `${champ.element} ${i + 1} : ${champ.champs.flatMap((c) => ligneDuBloc(c, bloc)).join(', ')}`)
        .join(' ; '),
  },
};

/** A fact of the registre as a person reads it. */
function afficherFait(fait: FaitConnu, valeur: string): string {
  switch (fait) {
    case 'numero_etranger':
      return valeur;
    case 'titre_type':
      return mentionDe(valeur);
    case 'titre_debut':
    case 'titre_fin':
      return afficherDate(valeur);
  }
}

function ecrireBloc(champs: readonly ChampSimple[], bloc: Reponses): Brut {
  return Object.fromEntries(champs.map((c) => [c.code, ecrireChamp(bloc[c.code], c)]));
}

function ligneDuBloc(champ: ChampSimple, bloc: Reponses): string[] {
  const reponse = bloc[champ.code];
  return reponse === undefined ? [] : [afficherReponse(reponse, champ)];
}

/** Reads one champ: an answer, or errors saying what to do; an optional champ left empty gives neither. */
export function lireChamp<T extends TypeChamp>(brut: Brut, champ: Champ<T>, chemin: string, contexte: ContexteChamp): Lecture {
  const kind: Kind<T> = CHAMPS[champ.type];
  return kind.lire(brut, champ, chemin, contexte);
}

/** Puts an answer back into the shape of the inputs. */
export function ecrireChamp<T extends TypeChamp>(reponse: Reponse | undefined, champ: Champ<T>): Brut {
  const kind: Kind<T> = CHAMPS[champ.type];
  return kind.ecrire(reponse, champ);
}

/** The answer as a person reads it. */
export function afficherReponse<T extends TypeChamp>(reponse: Reponse, champ: Champ<T>): string {
  const kind: Kind<T> = CHAMPS[champ.type];
  return kind.afficher(reponse, champ);
}
