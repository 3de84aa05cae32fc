// The complement as a letter, for who has no e-mail and reads no notification: printed and posted by the préfecture. It says what is
// missing and the period to give it (CRPA L.114-5), who follows the request (L.111-2), and that the postmark counts (L.112-1).
import type { Bloc } from '#adapters/pdf/bloc.ts';
import { nomDuRepresentant } from '#domain/access/representation.ts';
import { estJoignable } from '#domain/compte/identifiant.ts';
import { JOURS_POUR_REPONDRE } from '#domain/delais/complement.ts';
import { grouperParMotif } from '#domain/dossier/complement.ts';
import { jourDe, jourLisible } from '#domain/jour.ts';
import { civilite, type FaitsDocument, type ItemImprime, identiteDe, type KindDocument } from '../schema.ts';

export const lettreComplement: KindDocument = {
  sorte: 'lettre_complement',
  si: ({ email }) => !estJoignable(email),
  nom: () => 'Lettre de demande de complément',
  verifiable: false,
  composer(faits) {
    const { prefecture, procedure, reponses, representation } = faits;
    const identite = identiteDe(reponses);
    const accueil = [prefecture?.nom, prefecture?.adresse].filter((mot) => mot).join(', ');
    return {
      titre: 'DEMANDE DE COMPLÉMENT',
      contenu: [
        { type: 'paragraphe', texte: [{ gras: prefecture?.nom ?? '' }] },
        { type: 'paragraphe', texte: prefecture?.adresse ?? '' },
        {
          type: 'definitions',
          lignes: [
            { terme: 'À l’attention de', valeur: representation ? nomDuRepresentant(representation) : civilite(identite) },
            { terme: 'Adresse', valeur: identite.adresse || 'Lettre remise en main propre' },
            ...(representation ? [{ terme: 'Demande faite pour', valeur: civilite(identite) }] : []),
            { terme: 'N° de la demande', valeur: faits.numero },
            { terme: 'N° étranger', valeur: faits.numeroEtranger ?? '' },
            { terme: 'Démarche', valeur: procedure.nom },
            { terme: 'Date', valeur: jourLisible(jourDe(faits.le)) },
          ],
        },
        {
          type: 'paragraphe',
          texte: `Je vous informe qu’après avoir pris connaissance des documents justificatifs joints à votre demande, déposée le ${jourLisible(jourDe(faits.deposeLe))}, un complément d’information est nécessaire à la poursuite de son instruction (code des relations entre le public et l’administration, art. L. 114-5).`,
        },
        { type: 'titre', niveau: 2, texte: 'CE QUI VOUS EST DEMANDÉ' },
        ...demandes(faits.demandes),
        { type: 'titre', niveau: 2, texte: 'COMMENT RÉPONDRE' },
        {
          type: 'liste',
          elements: [
            `Au guichet (${accueil}) : venez avec cette lettre, une pièce d’identité et les documents demandés. Un agent enregistre votre réponse devant vous.`,
            'Par la poste, à la même adresse : joignez une copie de cette lettre et les copies des documents, sans vous séparer des originaux.',
          ],
        },
        {
          type: 'encadre',
          titre: `Vous avez ${JOURS_POUR_REPONDRE} jours pour répondre`,
          contenu: [
            `Le délai de ${JOURS_POUR_REPONDRE} jours part du jour où vous recevez cette lettre ; si vous répondez par la poste, le cachet de la poste fait foi (même code, art. L. 112-1).`,
            'Sans les compléments nécessaires dans ce délai, votre demande pourra être considérée comme incomplète par l’administration, qui ne sera pas en mesure de prendre une décision d’acceptation ou de refus, et elle sera clôturée.',
            'Si vous n’avez pas un document, dites pourquoi : une lettre d’explication est une réponse.',
          ],
        },
        ...suivi(faits),
      ],
    };
  },
};

const ligne = ({ piece, observation }: ItemImprime) => (piece ? [{ gras: piece }, observation ? ` : ${observation}` : ''] : observation);

function demandes(items: readonly ItemImprime[]): Bloc[] {
  return grouperParMotif(items).flatMap(({ titre, items: siens }): Bloc[] => [
    { type: 'paragraphe', texte: titre },
    { type: 'liste', elements: siens.map(ligne) },
  ]);
}

function suivi({ signataire, prefecture }: FaitsDocument): Bloc[] {
  const contacts = [prefecture?.telephone, prefecture?.courriel].filter((c) => c).join(' – ');
  const agent = signataire ? `${signataire.prenom} ${signataire.nom}, ${signataire.qualite}` : '';
  const texte = [agent, contacts].filter((mot) => mot !== '').join(' – ');
  return texte === '' ? [] : [{ type: 'paragraphe', texte: [{ gras: 'Demande suivie par : ' }, texte] }];
}
