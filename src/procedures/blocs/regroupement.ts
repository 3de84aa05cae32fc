// Family reunification: who is joined, by whom, and what they hold (L.423-14 to L.423-18, R.434-36).
import type { Champ, Condition, PieceDemandee, Section } from '#domain/procedure/definition.ts';
import { identiteProche } from './famille.ts';

export const CONJOINT: Condition = { champ: 'lien_regroupement', parmi: ['conjoint'] };
export const ENFANT: Condition = { champ: 'lien_regroupement', parmi: ['enfant'] };
/** Algerians and Tunisians have a title as long as that of the person they join (accords). */
export const REJOINT_DIX_ANS: Condition = { champ: 'rejoint_titre', parmi: ['dix_ans'] };

/** `vieCommune`: the question as the first request or the renewal asks it. */
export const personneRejointe = (vieCommune: Champ<'choix'>): Section => ({
  code: 'personne_rejointe',
  titre: 'La personne que vous avez rejointe en France',
  provenance: { source: 'CESEDA L.423-14, L.423-15, R.434-36', certitude: 'X', dateSource: '2026-04-03' },
  champs: [
    {
      code: 'lien_regroupement',
      type: 'choix',
      presentation: 'boutons',
      libelle: 'Vous avez rejoint',
      libelleCourt: 'Personne rejointe',
      requis: true,
      options: [
        { code: 'conjoint', libelle: 'Mon mari ou ma femme' },
        { code: 'enfant', libelle: 'Mon père ou ma mère' },
      ],
    },
    ...identiteProche('rejoint'),
    {
      code: 'rejoint_titre',
      type: 'choix',
      presentation: 'liste',
      libelle: 'Quel titre de séjour cette personne a-t-elle ?',
      requis: true,
      options: [
        { code: 'un_an', libelle: 'Carte de séjour temporaire ou certificat de résidence d’un an' },
        { code: 'pluriannuelle', libelle: 'Carte de séjour pluriannuelle' },
        { code: 'dix_ans', libelle: 'Carte de résident ou certificat de résidence de dix ans' },
      ],
    },
    {
      code: 'regroupement_decision',
      type: 'date',
      passee: true,
      libelle: 'Date de l’autorisation de regroupement familial',
      aide: 'Elle est écrite sur la décision du préfet, envoyée à la personne que vous avez rejointe.',
      requis: true,
    },
    vieCommune,
  ],
});

export const titreRejoint: PieceDemandee = {
  code: 'titre_rejoint',
  libelle: 'Titre de séjour de la personne que vous avez rejointe',
  groupe: 'Motif de séjour',
  requis: true,
  moment: 'depot',
  mode: { sorte: 'unique', document: 'Sa carte de séjour, sa carte de résident ou son certificat de résidence, recto et verso' },
  source: 'CESEDA L.423-14, L.423-15 ; liste ministérielle de mai 2021',
  certitude: 'D',
  dateSource: '2021-05',
};
