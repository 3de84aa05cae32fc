// S-148, R.431-15-1: proof of deposit. Without "pré-demande" once the person has a numero etranger (03-instruction 13).
// To the statements of the guide we add what CRPA R.112-11-1 wants in an acknowledgement: the service, silence, appeal.

import type { Bloc } from '#adapters/pdf/bloc.ts';
import { nomDuRepresentant } from '#domain/access/representation.ts';
import { citer } from '#domain/citation.ts';
import { estJoignable } from '#domain/compte/identifiant.ts';
import { type Jour, jourDe, jourLisible } from '#domain/jour.ts';
import type { Silence } from '#domain/procedure/definition.ts';
import { jourDuSilence, silenceDe } from '#domain/procedure/suites.ts';
import type { Prefecture } from '#features/configuration/prefectures/queries.ts';
import { type FaitsDocument, identiteDe, type KindDocument, lignesIdentite, verification } from '../schema.ts';

const nom = (faits: FaitsDocument) =>
  faits.numeroEtranger ? 'Confirmation du dépôt d’une demande' : 'Confirmation du dépôt d’une pré-demande';

export const confirmationDepot: KindDocument = {
  sorte: 'confirmation_depot',
  // what the machine decides at once has a confirmation of its own
  si: ({ procedure }) => procedure.traitement === 'instruction',
  nom,
  verifiable: true,
  signature: 'Confirmation du dépôt',
  composer(faits, { code, adresseVerification }) {
    const jour = jourDe(faits.deposeLe);
    return {
      titre: faits.numeroEtranger ? "CONFIRMATION DU DÉPÔT D'UNE DEMANDE" : "CONFIRMATION DU DÉPÔT D'UNE PRÉ-DEMANDE",
      contenu: [
        { type: 'titre', niveau: 2, texte: 'VOS RÉFÉRENCES' },
        {
          type: 'definitions',
          lignes: [
            { terme: 'Identifiant (N° étranger)', valeur: faits.numeroEtranger ?? '' },
            { terme: 'N° de la demande', valeur: faits.numero },
            { terme: "DATE D'ÉMISSION", valeur: jourLisible(jourDe(faits.le)) },
            ...(faits.guichet ? [{ terme: 'DÉPOSÉE AU GUICHET', valeur: faits.guichet }] : []),
          ],
        },
        { type: 'titre', niveau: 2, texte: 'DEMANDEUR' },
        { type: 'definitions', lignes: lignesIdentite(identiteDe(faits.reponses)) },
        ...(faits.representation
          ? [
              {
                type: 'definitions',
                lignes: [{ terme: 'Demande faite par', valeur: nomDuRepresentant(faits.representation) }],
              } satisfies Bloc,
            ]
          : []),
        {
          type: 'paragraphe',
          texte: `Le ${jourLisible(jour)}, vous avez déposé avec succès une demande${faits.procedure.sorte === 'autre' ? ` (${faits.procedure.nom})` : ' de titre de séjour'} qui sera examinée par la préfecture compétente.`,
        },
        { type: 'paragraphe', texte: [{ gras: 'Ce document constitue la preuve de dépôt de votre demande.' }] },
        {
          type: 'paragraphe',
          texte: [
            {
              gras: 'Il ne constitue pas une preuve de régularité du séjour et ne permet pas l’ouverture de droits associés à un séjour régulier.',
            },
          ],
        },
        {
          type: 'paragraphe',
          texte: estJoignable(faits.email)
            ? 'Vous serez informé(e) de l’avancement et de la suite donnée à votre démarche par un courrier électronique vous invitant à vous connecter à votre espace personnel.'
            : 'Vous serez informé(e) de l’avancement et de la suite donnée à votre démarche par la poste, à l’adresse indiquée ci-dessus.',
        },
        ...service(faits, jour),
        ...verification(code, adresseVerification, 'cette confirmation'),
      ],
    };
  },
};

function service({ prefecture, procedure, reponses }: FaitsDocument, depot: Jour): Bloc[] {
  if (!prefecture) return [];
  const silence = silenceDe(procedure, { reponses, jour: depot });
  const contacts = [prefecture.nom, prefecture.adresse, prefecture.telephone, prefecture.courriel]
    .filter((c) => c !== null && c !== '')
    .join(' – ');
  return [
    { type: 'titre', niveau: 2, texte: 'SERVICE CHARGÉ DE VOTRE DEMANDE' },
    { type: 'paragraphe', texte: contacts },
    ...(silence ? [phraseDuSilence(silence, depot, prefecture)] : []),
  ];
}

function phraseDuSilence(silence: Silence, depot: Jour, { tribunal }: Prefecture): Bloc {
  return {
    type: 'paragraphe',
    texte: `Si votre demande est complète, le silence gardé par l’administration jusqu’au ${jourLisible(jourDuSilence(silence, depot))} vaut décision implicite de rejet (${citer(silence.article)}). Une demande de complément suspend ce délai. Ce rejet peut être contesté dans les deux mois devant le ${tribunal}, ou par un recours gracieux auprès du préfet ou hiérarchique auprès du ministre de l’intérieur.`,
  };
}
