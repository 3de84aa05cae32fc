// R.431-17: the validation of a VLS-TS is recorded. Its reference is the identifiant with which the person logs in (S-025, S-230).
import { jourDe, jourLisible } from '#domain/jour.ts';
import { afficherDate, texteDeReponse } from '#domain/procedure/champs.ts';
import { mentionDe } from '#domain/titre/titres.ts';
import { identiteDe, type KindDocument, lignesIdentite, verification } from '../schema.ts';

const NOM = 'Confirmation de la validation de l’enregistrement de votre VLS-TS';

export const confirmationVlsTs: KindDocument = {
  sorte: 'confirmation_vls_ts',
  nom: () => NOM,
  verifiable: true,
  signature: 'Confirmation de la validation du visa',
  valable: ({ le, reponses }) => ({ du: jourDe(le), jusqu: texteDeReponse(reponses.titre_fin) || null }),
  composer(faits, { code, adresseVerification }) {
    const { reponses } = faits;
    const date = (champ: string) => afficherDate(texteDeReponse(reponses[champ]));
    return {
      titre: 'CONFIRMATION DE LA VALIDATION DE L’ENREGISTREMENT DE VOTRE VLS-TS',
      contenu: [
        {
          type: 'definitions',
          lignes: [
            { terme: 'Référence (identifiant du compte)', valeur: faits.numeroEtranger ?? faits.numeroVisa ?? '' },
            { terme: 'N° de la validation', valeur: faits.numero },
            { terme: 'Validé le', valeur: jourLisible(jourDe(faits.le)) },
          ],
        },
        { type: 'titre', niveau: 2, texte: 'TITULAIRE' },
        { type: 'definitions', lignes: lignesIdentite(identiteDe(reponses)) },
        { type: 'titre', niveau: 2, texte: 'VISA' },
        {
          type: 'definitions',
          lignes: [
            { terme: 'Visa', valeur: mentionDe(texteDeReponse(reponses.titre_type)) },
            { terme: 'Numéro du visa', valeur: texteDeReponse(reponses.visa_numero) },
            { terme: 'Valable du', valeur: `${date('titre_debut')} au ${date('titre_fin')}` },
            { terme: 'Entrée en France le', valeur: date('date_entree_france') },
          ],
        },
        {
          type: 'paragraphe',
          texte:
            'La date d’entrée en France et l’adresse ont été déclarées et la taxe est acquittée. Votre visa permet de séjourner en France au-delà de trois mois, jusqu’à sa date de fin (CESEDA, art. R. 431-16 et R. 431-17).',
        },
        {
          type: 'encadre',
          titre: 'Gardez ce document',
          contenu: [
            'Présentez-le avec votre visa : ils prouvent ensemble la régularité de votre séjour.',
            'La référence ci-dessus est votre identifiant sur ce portail : elle servira à demander votre carte de séjour, entre quatre et deux mois avant la fin du visa.',
          ],
        },
        ...verification(code, adresseVerification, 'cette confirmation'),
      ],
    };
  },
};
