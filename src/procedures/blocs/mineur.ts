// A request made for a child by who represents them (D-11): the demandeur is the child, under the same codes; `representant_*` is who asks.
import type { Champ, Condition, PieceDemandee, Section } from '#domain/procedure/definition.ts';
import { etatCivil } from './identite.ts';

export const MINEUR: Condition = { age: { moinsDe: 18 } };

const SEXE_DE_L_ENFANT = 'Quel est le sexe de l’enfant ?';
const PAS_POUR_UN_FRANCAIS = {
  nationalites: ['FR'],
  message: 'Un enfant français voyage avec une carte d’identité ou un passeport : cette démarche ne le concerne pas.',
};

const deLEnfant = (champ: Champ): Champ =>
  champ.type === 'choix'
    ? { ...champ, libelle: SEXE_DE_L_ENFANT }
    : champ.type === 'nationalites'
      ? { ...champ, exclut: PAS_POUR_UN_FRANCAIS }
      : champ.type === 'texte' || champ.type === 'textes'
        ? { ...champ, autocomplete: 'off' }
        : champ;

/** The same questions and codes as for oneself, about the child: nothing of the parent's is filled in by the browser. */
export const etatCivilDeLEnfant: Section = { ...etatCivil, titre: 'État civil de l’enfant', champs: etatCivil.champs.map(deLEnfant) };

export const filiationMineur: PieceDemandee = {
  code: 'filiation_mineur',
  libelle: 'Document attestant la filiation du mineur',
  groupe: 'Le mineur et son représentant',
  requis: true,
  moment: 'depot',
  mode: {
    sorte: 'un_parmi',
    choix: ['Acte de naissance de l’enfant : copie intégrale ou extrait avec filiation', 'Livret de famille', 'Acte délivré par l’Ofpra'],
  },
  source: 'CESEDA R.561-9 1° ; service-public.fr, fiche F2718',
  certitude: 'L',
  dateSource: '2026-04-03',
};

/** F2718: what proves the parental authority depends on the parents; the person says which case is theirs. */
export const qualiteRepresentant: PieceDemandee = {
  code: 'qualite_rep',
  libelle: 'Qualité de représentant légal ou autorité parentale',
  groupe: 'Le mineur et son représentant',
  requis: true,
  moment: 'depot',
  mode: {
    sorte: 'variante',
    question: 'Quelle est la situation des parents ?',
    variantes: [
      { code: 'maries', libelle: 'Mariés', mode: { sorte: 'unique', document: 'Extrait d’acte de mariage' } },
      { code: 'divorces', libelle: 'Divorcés ou séparés par un jugement', mode: { sorte: 'unique', document: 'Jugement de divorce' } },
      {
        code: 'non_maries',
        libelle: 'Non mariés',
        mode: {
          sorte: 'un_parmi',
          choix: [
            'Acte de naissance de l’enfant mentionnant la reconnaissance avant 1 an',
            'Déclaration conjointe d’exercice de l’autorité parentale faite devant le greffe du tribunal',
            'Décision de justice sur l’autorité parentale',
          ],
        },
      },
      {
        code: 'tiers',
        libelle: 'L’enfant est confié à un tiers ou à un tuteur',
        mode: { sorte: 'un_parmi', choix: ['Délégation de l’autorité parentale', 'Décision de tutelle ou de placement'] },
      },
    ],
  },
  source: 'CESEDA R.561-9 2° ; service-public.fr, fiche F2718',
  certitude: 'P',
  dateSource: '2020-01-22',
};
