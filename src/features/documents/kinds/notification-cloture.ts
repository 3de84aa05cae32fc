// A closing (03-instruction 6): what was missing and under which text, when it was asked and read, how to contest, that a new request may
// be filed. Not a refusal of the right to stay; a closing of a request that was complete would be one, and could be attacked (Conseil
// d'Etat, 10 October 2023, n° 472831): the ways of appeal are always told.
import { paragraphes, partie } from '#domain/dossier/lettres.ts';
import { jourDe, jourLisible } from '#domain/jour.ts';
import { DISPENSE_DE_SIGNATURE, enTete, type KindDocument, signature, voiesDeRecours } from '../schema.ts';

export const notificationCloture: KindDocument = {
  sorte: 'notification_cloture',
  nom: () => 'Notification de clôture',
  verifiable: false,
  composer(faits) {
    const { lettre, cloture, motifs } = faits;
    const textes = (code: 'corps' | 'suite') =>
      paragraphes(lettre ? partie(lettre, code) : code === 'corps' ? motifs : '').map((texte) => ({ type: 'paragraphe' as const, texte }));
    return {
      titre: 'CLÔTURE DE VOTRE DEMANDE',
      contenu: [
        ...enTete(faits),
        ...textes('corps'),
        ...(cloture?.sorte === 'incomplet'
          ? [
              { type: 'titre' as const, niveau: 2 as const, texte: 'CE QUI MANQUE' },
              {
                type: 'liste' as const,
                elements: cloture.pieces.map((p) => [{ gras: p.libelle }, ` (${p.texte}). ${p.empechement}`]),
              },
            ]
          : []),
        { type: 'titre', niveau: 2, texte: 'CE QUI EST DÉCIDÉ' },
        ...textes('suite'),
        { type: 'paragraphe', texte: `Le ${jourLisible(jourDe(faits.le))}` },
        ...signature(faits),
        { type: 'paragraphe', texte: DISPENSE_DE_SIGNATURE },
        ...voiesDeRecours(faits, false),
      ],
    };
  },
};
