// The questions that lead to a procedure (S-062 to S-064, S-081 to S-087). A leaf names a procedure, or says honestly
// that the démarche is not open here yet.

import type { Entree } from '#domain/procedure/situation.ts';

export const QUESTION_ENTREE = 'Je n’ai pas de numéro d’étranger et je souhaite faire une première demande en ligne :';

export const ENTREES: readonly Entree[] = [
  {
    code: 'attaches',
    libelle: 'Car j’ai des attaches familiales en France',
    question: 'Dites-nous quelle est votre situation ?',
    contexte:
      'Vous sollicitez un titre de séjour pour vous même et vous n’êtes pas titulaire d’un titre de séjour ou d’un numéro étranger.',
    reponses: [
      {
        code: 'famille_francais',
        libelle: 'Je suis membre de famille d’un citoyen français',
        suite: {
          reponses: [
            {
              code: 'conjoint',
              libelle: 'Je suis le conjoint ou la conjointe d’un citoyen français',
              suite: { procedure: 'conjoint-de-francais' },
            },
            {
              code: 'parent_enfant',
              libelle: 'Je suis le père ou la mère d’un enfant français mineur (- de 18 ans) résident en France',
              suite: { procedure: 'parent-d-enfant-francais' },
            },
            {
              code: 'ascendant',
              libelle: 'Je suis à la charge de mon enfant français majeur (+ de 18 ans) ou de son conjoint français',
              suite: { procedure: 'ascendant-de-francais' },
            },
            {
              code: 'enfant',
              libelle: 'Je suis l’enfant (+ de 16 ans) d’un citoyen français',
              suite: { procedure: 'enfant-de-francais' },
            },
            // C06: only marriage is filed here
            { code: 'pacse', libelle: 'Je suis pacsé(e) avec un citoyen français', suite: { orientation: 'liens_personnels' } },
          ],
        },
      },
      { code: 'ne_en_france', libelle: 'Je suis un ressortissant étranger né en France', suite: { procedure: 'ne-en-france' } },
      {
        code: 'regroupement',
        libelle: 'J’ai rejoint mon conjoint ou mon parent étranger par le regroupement familial',
        suite: { procedure: 'regroupement-familial' },
      },
    ],
  },
  {
    code: 'union_europeenne',
    libelle:
      'Car je suis citoyen de l’union européenne, de l’espace économique européen ou suisse ou membre de famille d’un citoyen de l’union européenne, de l’espace économique européen ou suisse',
    question: 'Dites-nous quelle est votre situation ?',
    contexte:
      'Vous sollicitez un titre de séjour pour vous même et vous n’êtes pas titulaire d’un titre de séjour ou d’un numéro étranger.',
    reponses: [
      {
        code: 'citoyen',
        libelle: 'Je suis citoyen de l’Union européenne, de l’Espace économique européen ou suisse',
        suite: {
          reponses: [
            { code: 'travailleur', libelle: 'Je travaille, à mon compte ou pour un employeur', suite: { procedure: 'citoyen-ue' } },
            { code: 'etudiant', libelle: 'Je suis étudiant(e)', suite: { procedure: 'citoyen-ue' } },
            { code: 'inactif', libelle: 'Je suis retraité(e) ou sans activité', suite: { procedure: 'citoyen-ue' } },
            {
              code: 'permanent',
              libelle: 'Je vis en France depuis cinq ans, ou j’ai droit au séjour permanent',
              suite: { procedure: 'ue-sejour-permanent' },
            },
          ],
        },
      },
      {
        code: 'membre_famille',
        libelle: 'Je suis membre de famille d’un citoyen de l’Union européenne, de l’Espace économique européen ou suisse',
        suite: { procedure: 'famille-ue' },
      },
    ],
  },
  {
    // D-15: grounds opened online since, which the guide of 2022 does not show
    code: 'autre',
    libelle: 'Je suis dans une autre situation',
    question: 'Dites-nous quelle est votre situation ?',
    contexte:
      'Vous sollicitez un titre de séjour pour vous même et vous n’êtes pas titulaire d’un titre de séjour ou d’un numéro étranger.',
    reponses: [
      {
        code: 'vulnerabilite',
        libelle: 'Je suis victime, ou protégé(e) par un juge (en ligne depuis le 3 octobre 2023)',
        suite: {
          reponses: [
            {
              code: 'traite',
              libelle: 'Je suis victime de traite des êtres humains ou de proxénétisme : j’ai porté plainte ou je témoigne',
              suite: { procedure: 'victime-de-traite' },
            },
            {
              code: 'ordonnance',
              libelle: 'Je bénéficie d’une ordonnance de protection (violences dans le couple ou mariage forcé)',
              suite: { procedure: 'ordonnance-de-protection' },
            },
          ],
        },
      },
      {
        code: 'ase',
        libelle: 'J’ai été confié(e) à l’aide sociale à l’enfance avant mes 16 ans (en ligne depuis le 3 octobre 2023)',
        suite: { procedure: 'confie-a-l-ase' },
      },
      {
        code: 'soins',
        libelle: 'Mon état de santé nécessite des soins en France (en ligne ; date d’ouverture à confirmer)',
        suite: { procedure: 'soins' },
      },
      {
        code: 'protection',
        libelle: 'Je suis protégé(e) par l’Ofpra ou la CNDA, ou de la famille d’une personne protégée (en ligne depuis le 1er mai 2021)',
        suite: {
          reponses: [
            { code: 'refugie', libelle: 'Je suis reconnu(e) réfugié(e)', suite: { procedure: 'refugie' } },
            { code: 'subsidiaire', libelle: 'J’ai obtenu la protection subsidiaire', suite: { procedure: 'protection-subsidiaire' } },
            {
              code: 'famille',
              libelle: 'Je suis le conjoint, l’enfant ou le parent d’une personne réfugiée ou sous protection subsidiaire',
              suite: { procedure: 'famille-de-protege' },
            },
            { code: 'apatride', libelle: 'Je suis apatride, ou membre de la famille d’un apatride', suite: { orientation: 'apatride' } },
          ],
        },
      },
      {
        code: 'etudes',
        libelle: 'Je fais des études en France et je n’ai pas de visa valant titre de séjour (en ligne depuis le 1er mai 2021)',
        suite: { procedure: 'etudiant' },
      },
      {
        code: 'talent_famille',
        libelle:
          'Je suis de la famille d’un titulaire d’une carte « talent » : enfant entré mineur, ou famille venue d’un autre État membre (en ligne depuis le 1er mai 2021)',
        suite: { procedure: 'talent-famille' },
      },
      { code: 'aucune', libelle: 'Ma situation n’est dans aucune de ces listes', suite: { orientation: 'autre' } },
    ],
  },
];
