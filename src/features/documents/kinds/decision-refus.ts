// A refusal states its reasons in law and fact (CRPA L.211-2, L.211-5), its author's first name, name and quality (L.212-1; notified
// through a teleservice it needs no signature, L.212-2), and the ways and periods of appeal (CJA R.421-5).
import { jourDe, jourLisible } from '#domain/jour.ts';
import { titreAccorde } from '#domain/procedure/suites.ts';
import { civilite, identiteDe, type KindDocument, lignesIdentite, signature } from '../schema.ts';

export const decisionRefus: KindDocument = {
  sorte: 'decision_refus',
  nom: () => 'Décision de refus',
  verifiable: false,
  composer(faits) {
    const { procedure, reponses, prefecture } = faits;
    const identite = identiteDe(reponses);
    const le = jourLisible(jourDe(faits.le));
    const autorite = prefecture?.autorite ?? 'Le préfet';
    const personne = civilite(identite);
    return {
      titre: 'DÉCISION DE REFUS DE TITRE DE SÉJOUR',
      contenu: [
        { type: 'paragraphe', texte: [{ gras: prefecture?.nom ?? '' }] },
        { type: 'paragraphe', texte: prefecture?.adresse ?? '' },
        {
          type: 'definitions',
          lignes: [
            { terme: 'N° de la demande', valeur: faits.numero },
            { terme: 'N° étranger', valeur: faits.numeroEtranger ?? '' },
            { terme: 'Date de la décision', valeur: le },
          ],
        },
        { type: 'definitions', lignes: lignesIdentite(identite) },
        { type: 'paragraphe', texte: [{ gras: `${autorite},` }] },
        {
          type: 'liste',
          elements: [
            'Vu le code de l’entrée et du séjour des étrangers et du droit d’asile ;',
            `Vu les dispositions applicables à la demande : ${procedure.baseLegale} ;`,
            'Vu le code des relations entre le public et l’administration, notamment ses articles L. 211-2, L. 211-5 et L. 212-1 ;',
            `Vu la demande n° ${faits.numero}, déposée le ${jourLisible(jourDe(faits.deposeLe))} par ${personne} (${procedure.nom}) ;`,
          ],
        },
        { type: 'titre', niveau: 2, texte: 'MOTIFS' },
        ...faits.motifs
          .split(/\n+/)
          .map((motif) => motif.trim())
          .filter((motif) => motif !== '')
          .map((motif) => ({ type: 'paragraphe' as const, texte: motif })),
        { type: 'titre', niveau: 2, texte: 'DÉCIDE' },
        {
          type: 'paragraphe',
          texte: [
            { gras: 'Article 1er. ' },
            `La demande de titre de séjour (${titreAccorde(procedure, { reponses, jour: jourDe(faits.deposeLe) }).libelle.toLocaleLowerCase('fr')}) présentée par ${personne} est refusée.`,
          ],
        },
        {
          type: 'paragraphe',
          texte: [{ gras: 'Article 2. ' }, 'La présente décision est notifiée à la personne intéressée dans son espace personnel.'],
        },
        { type: 'paragraphe', texte: `Le ${le}` },
        ...signature(faits),
        {
          type: 'paragraphe',
          texte:
            'Décision notifiée par un téléservice : elle comporte les prénom, nom et qualité de son auteur et la mention du service, et se trouve dispensée de signature (CRPA, art. L. 212-2).',
        },
        { type: 'titre', niveau: 2, texte: 'VOIES ET DÉLAIS DE RECOURS' },
        {
          type: 'liste',
          elements: [
            [
              { gras: 'Recours contentieux : ' },
              `dans les deux mois suivant la notification, devant le ${prefecture?.tribunal ?? 'tribunal administratif de votre lieu de résidence'}, par courrier ou par l’application Télérecours citoyens : `,
              { lien: 'https://www.telerecours.fr', texte: 'www.telerecours.fr' },
              '. Vous pouvez demander l’aide juridictionnelle.',
            ],
            [
              { gras: 'Recours gracieux : ' },
              `dans le même délai, auprès de l’auteur de la décision (${prefecture?.adresse ?? 'préfecture'}).`,
            ],
            [{ gras: 'Recours hiérarchique : ' }, 'dans le même délai, auprès du ministre de l’intérieur, place Beauvau, 75008 Paris.'],
            'Un recours gracieux ou hiérarchique formé dans ces deux mois interrompt le délai du recours contentieux (CRPA, art. L. 411-2). Le silence gardé pendant deux mois sur ce recours vaut rejet (art. L. 411-7) ; le tribunal peut alors être saisi dans les deux mois.',
          ],
        },
      ],
    };
  },
};
