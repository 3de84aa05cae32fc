// The convocation: date, hour, place, amount of the stamps, what to bring, whom to ask to move it (03-instruction 8, 13).

import { heureLisible, jourEnLettres, jourLocal } from '#domain/horloge.ts';
import { jourDe, jourLisible } from '#domain/jour.ts';
import { montantEnMots } from '#domain/rendez-vous/apporter.ts';
import { HEURES_POUR_DEPLACER, OBJET_RENDEZ_VOUS } from '#domain/rendez-vous/regles.ts';
import { civilite, identiteDe, type KindDocument, verification } from '../schema.ts';

export const convocation: KindDocument = {
  sorte: 'convocation',
  si: ({ rendezVous }) => rendezVous !== null,
  nom: () => 'Convocation',
  verifiable: true,
  signature: 'Convocation à la préfecture',
  valable: ({ le, rendezVous }) => ({ du: jourDe(le), jusqu: rendezVous ? jourLocal(rendezVous.debut, rendezVous.lieu.fuseau) : null }),
  composer(faits, { code, adresseVerification }) {
    const { rendezVous, prefecture, reponses } = faits;
    if (!rendezVous) throw new Error(`événement ${faits.evenementId} : rendez-vous absent`);
    const { debut, lieu, sorte, apporter, montants } = rendezVous;
    const montant = montantEnMots(montants);
    const contacts = [prefecture?.courriel, lieu.telephone ?? prefecture?.telephone].filter((mot) => mot).join(' – ');
    return {
      titre: 'CONVOCATION',
      contenu: [
        {
          type: 'definitions',
          lignes: [
            { terme: 'À l’attention de', valeur: civilite(identiteDe(reponses)) },
            { terme: 'N° de la demande', valeur: faits.numero },
            { terme: 'N° étranger', valeur: faits.numeroEtranger ?? '' },
            { terme: 'Préfecture', valeur: prefecture?.nom ?? '' },
            { terme: 'Établie le', valeur: jourLisible(jourDe(faits.le)) },
          ],
        },
        { type: 'titre', niveau: 2, texte: 'VOTRE RENDEZ-VOUS' },
        {
          type: 'definitions',
          lignes: [
            { terme: 'Date', valeur: [{ gras: jourEnLettres(debut, lieu.fuseau) }] },
            { terme: 'Heure', valeur: [{ gras: heureLisible(debut, lieu.fuseau) }] },
            { terme: 'Lieu', valeur: `${lieu.nom}, ${lieu.adresse}` },
            { terme: 'Objet', valeur: OBJET_RENDEZ_VOUS[sorte] },
            ...(sorte === 'remise' ? [{ terme: 'Timbres fiscaux', valeur: montant ?? 'Aucun' }] : []),
          ],
        },
        { type: 'titre', niveau: 2, texte: 'À APPORTER' },
        { type: 'liste', elements: apporter.map((mots) => mots.charAt(0).toLocaleUpperCase('fr') + mots.slice(1)) },
        {
          type: 'encadre',
          titre: 'Empêché(e) ?',
          contenu: [
            `Déplacez ce rendez-vous dans votre espace personnel, jusqu’à ${HEURES_POUR_DEPLACER} heures avant. Ensuite, ou sans accès à internet : ${contacts || (prefecture?.nom ?? 'la préfecture')}.`,
            sorte === 'remise'
              ? 'Votre titre est gardé à la préfecture jusqu’à ce que vous veniez le chercher.'
              : 'La délivrance du titre est subordonnée au relevé de la photographie et des empreintes (CESEDA, art. R. 431-9).',
          ],
        },
        ...verification(code, adresseVerification, 'cette convocation'),
      ],
    };
  },
};
