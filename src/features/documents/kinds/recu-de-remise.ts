// The receipt of the hand-over (03-instruction 13), and the copy on paper of what the chip holds (R.142-23): of the fingerprints, their
// number and their nature only.
import type { Bloc } from '#adapters/pdf/bloc.ts';
import { jourDe, jourLisible } from '#domain/jour.ts';
import { titreAccorde } from '#domain/procedure/suites.ts';
import { enEuros } from '#domain/tarif/montant.ts';
import { type Controles, MOTS_ANCIEN_TITRE, MOTS_DOCUMENT_IDENTITE, MOTS_EMPREINTES } from '#domain/titre/remise.ts';
import { duTitulaire, identiteDe, type KindDocument, lignesIdentite, verification } from '../schema.ts';

/** Only the end of a stamp: enough to recognise it, not to use it. */
const finDe = (numero: string) => `•••• ${numero.slice(-4)}`;

function timbres({ timbres: donnes, montantDu }: Controles): string {
  if (donnes.length === 0) return montantDu === 0 ? 'Aucun : rien n’est dû' : '';
  return `${enEuros(montantDu)} (${donnes.map((t) => `${finDe(t.numero)} : ${enEuros(t.montant)}`).join(', ')})`;
}

export const recuDeRemise: KindDocument = {
  sorte: 'recu_de_remise',
  si: ({ remise }) => remise?.controles !== null && remise?.controles !== undefined,
  nom: () => 'Reçu de remise du titre',
  verifiable: true,
  signature: 'Remise du titre',
  composer(faits, { code, adresseVerification }) {
    const { remise, procedure, reponses } = faits;
    const controles = remise?.controles;
    if (!remise || !controles) throw new Error(`événement ${faits.evenementId} : remise absente`);
    const titre = titreAccorde(procedure, { reponses, jour: jourDe(faits.deposeLe) });
    const periode = remise.debut && remise.fin ? `du ${jourLisible(remise.debut)} au ${jourLisible(remise.fin)}` : '';
    return {
      titre: 'REÇU DE REMISE DU TITRE',
      contenu: [
        ...duTitulaire(
          faits,
          { terme: 'Remis le', valeur: jourLisible(jourDe(remise.remisLe ?? faits.le)) },
          { terme: 'Par', valeur: remise.par ?? '' },
        ),
        { type: 'titre', niveau: 2, texte: 'TITRE REMIS' },
        {
          type: 'definitions',
          lignes: [
            { terme: 'Titre', valeur: titre.libelle },
            { terme: 'N° du titre', valeur: remise.numeroTitre ?? '' },
            { terme: 'Valable', valeur: periode },
          ],
        },
        { type: 'titre', niveau: 2, texte: 'CONTRÔLES FAITS AU GUICHET' },
        {
          type: 'definitions',
          lignes: [
            { terme: 'Identité vérifiée avec', valeur: MOTS_DOCUMENT_IDENTITE[controles.identite] },
            { terme: 'Ancien titre', valeur: MOTS_ANCIEN_TITRE[controles.ancienTitre] },
            { terme: 'Timbres fiscaux', valeur: timbres(controles) },
            { terme: 'Notice d’information', valeur: 'Signée par le titulaire (CESEDA, art. R. 431-20)' },
          ],
        },
        {
          type: 'paragraphe',
          texte:
            'Les attestations délivrées pour cette demande ont perdu leur effet ce jour : le titre les remplace (CESEDA, art. R. 431-15-1).',
        },
        ...signatures(),
        { type: 'saut' },
        { type: 'titre', niveau: 2, texte: 'COPIE DES DONNÉES DU COMPOSANT ÉLECTRONIQUE' },
        {
          type: 'paragraphe',
          texte:
            'Copie sur papier des données à caractère personnel enregistrées dans le composant électronique du titre (CESEDA, art. R. 142-23).',
        },
        {
          type: 'definitions',
          lignes: [
            ...lignesIdentite(identiteDe(reponses)).filter(({ terme }) => terme !== 'Adresse'),
            { terme: 'N° étranger', valeur: faits.numeroEtranger ?? '' },
            { terme: 'N° du titre', valeur: remise.numeroTitre ?? '' },
            { terme: 'Valable', valeur: periode },
            { terme: 'Photographie', valeur: 'Image numérisée du visage' },
            { terme: 'Empreintes digitales', valeur: MOTS_EMPREINTES[controles.empreintes] },
          ],
        },
        ...verification(code, adresseVerification, 'ce reçu'),
      ],
    };
  },
};

function signatures(): Bloc[] {
  return [
    {
      type: 'definitions',
      lignes: [
        { terme: 'Signature du titulaire', place: 3 },
        { terme: 'Signature de l’agent', place: 3 },
      ],
    },
  ];
}
