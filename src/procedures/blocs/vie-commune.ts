// Marriage and life together: what ends the right to a card, and what does not (L.423-1 to L.423-5, L.423-17, L.423-18).
import type { Champ, ChampSimple, Condition, Option, Section } from '#domain/procedure/definition.ts';
import { etatMatrimonial } from './famille.ts';

const RUPTURES = {
  non: { code: 'non', libelle: 'Non, nous vivons ensemble' },
  violences: { code: 'violences', libelle: 'Oui, à cause de violences' },
  polygamie: { code: 'polygamie', libelle: 'Oui, parce que j’ai subi une situation de polygamie' },
  deces: { code: 'deces', libelle: 'Oui, mon conjoint est décédé' },
  separation: { code: 'separation', libelle: 'Oui, pour une autre raison' },
} as const;

/** Life goes on together: the couple declares it. */
export const VIE_COMMUNE: Condition = { champ: 'vie_commune_rompue', parmi: ['non'] };
/** It ended, and the law does not hold it against the person (L.423-4, L.423-5). */
export const RUPTURE_EXCUSEE: Condition = { champ: 'vie_commune_rompue', parmi: ['violences', 'polygamie', 'deces'] };

const question = (options: readonly Option[]): Champ<'choix'> => ({
  code: 'vie_commune_rompue',
  type: 'choix',
  presentation: 'boutons',
  libelle: 'La vie commune a-t-elle cessé ?',
  libelleCourt: 'Fin de la vie commune',
  aide: 'Après des violences ou un décès, vous gardez vos droits : personne ne vous demandera de prouver une vie commune.',
  requis: true,
  options,
});

/** Spouse of a French national. Another separation ends this right: other grounds remain. */
const vieCommuneFrancais: ChampSimple = {
  ...question([RUPTURES.non, RUPTURES.violences, RUPTURES.polygamie, RUPTURES.deces, RUPTURES.separation]),
  arret: {
    si: { champ: 'vie_commune_rompue', parmi: ['separation'] },
    message:
      'La carte de conjoint de Français suppose la vie commune, sauf violences, polygamie subie ou décès (CESEDA, art. L. 423-1 à L. 423-5). Votre demande relève d’un autre motif.',
    vers: { orientation: 'liens_personnels' },
  },
};

/** Spouse who came by family reunification, who already has a card: the préfet may then refuse the renewal for three years (L.423-17). */
export const vieCommuneRegroupement: Champ<'choix'> = {
  ...question([RUPTURES.non, RUPTURES.violences, RUPTURES.deces, RUPTURES.separation]),
  visible: { champ: 'lien_regroupement', parmi: ['conjoint'] },
};

/** Before the first card, a separation ends the right (L.423-17, al. 2). */
export const vieCommuneAvantLaCarte: Champ<'choix'> = {
  ...vieCommuneRegroupement,
  arret: {
    si: { champ: 'vie_commune_rompue', parmi: ['separation'] },
    message:
      'Quand la vie commune a cessé avant la demande, sauf violences ou décès, le titre ne peut pas être accordé à ce motif (CESEDA, art. L. 423-17 et L. 423-18).',
    vers: { orientation: 'liens_personnels' },
  },
};

/** C06: only marriage is filed here. */
const marie: ChampSimple = {
  ...etatMatrimonial,
  arret: {
    si: { champ: 'situation_familiale', parmi: ['celibataire', 'pacse', 'concubin'] },
    message:
      'Cette démarche s’adresse aux personnes mariées avec un Français. Le PACS et le concubinage relèvent des liens personnels et familiaux, qui se demandent auprès de votre préfecture.',
    vers: { orientation: 'liens_personnels' },
  },
};

export const mariageAvecFrancais: Section = {
  code: 'mariage',
  titre: 'Mariage et vie commune',
  provenance: { source: 'CESEDA L.423-1 à L.423-6', certitude: 'X', dateSource: '2026-04-03' },
  champs: [
    marie,
    { code: 'conjoint_date_mariage', type: 'date', passee: true, libelle: 'Date du mariage', requis: true },
    { code: 'conjoint_pays_mariage', type: 'pays', libelle: 'Pays du mariage', requis: true },
    vieCommuneFrancais,
  ],
};
