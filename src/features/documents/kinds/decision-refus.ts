// A refusal states its reasons in law and fact (CRPA L.211-2, L.211-5), its author's first name, name and quality (L.212-1; notified
// through a teleservice it needs no signature, L.212-2), and the ways and periods of appeal (CJA R.421-5). Its words are those signed.
import { fondementDe } from '#domain/dossier/fondement.ts';
import { composerLettre, type Lettre, objetDeLaDemande, paragraphes, partie } from '#domain/dossier/lettres.ts';
import { jourDe, jourLisible } from '#domain/jour.ts';
import { titreAccorde } from '#domain/procedure/suites.ts';
import {
  civilite,
  DISPENSE_DE_SIGNATURE,
  enTete,
  type FaitsDocument,
  identiteDe,
  type KindDocument,
  signature,
  voiesDeRecours,
} from '../schema.ts';

const estTitre = ({ sorte }: FaitsDocument['procedure']) => sorte !== 'autre';

/** Of a refusal proposed before letters were kept: the template, with its motives. */
function ancienne({ procedure, reponses, numero, deposeLe }: FaitsDocument): Lettre {
  return composerLettre('refus', {
    demandeur: civilite(identiteDe(reponses)),
    numero,
    depose_le: jourLisible(jourDe(deposeLe)),
    demarche: procedure.nom,
    objet: objetDeLaDemande(estTitre(procedure), titreAccorde(procedure, { reponses, jour: jourDe(deposeLe) }).libelle, procedure.nom),
    base_legale: fondementDe(procedure, { reponses, jour: jourDe(deposeLe) }),
    notification: 'dans son espace personnel',
  });
}

const ARTICLE = /^(Article \S+\.?)\s/;

export const decisionRefus: KindDocument = {
  sorte: 'decision_refus',
  nom: () => 'Décision de refus',
  verifiable: false,
  signature: 'Décision',
  composer(faits) {
    const { prefecture, lettre } = faits;
    const texte = lettre ?? ancienne(faits);
    const motifs = lettre ? [...paragraphes(partie(lettre, 'droit')), ...paragraphes(partie(lettre, 'fait'))] : paragraphes(faits.motifs);
    return {
      titre: estTitre(faits.procedure) ? 'DÉCISION DE REFUS DE TITRE DE SÉJOUR' : 'DÉCISION DE REFUS',
      contenu: [
        ...enTete(faits),
        { type: 'paragraphe', texte: [{ gras: `${prefecture?.autorite ?? 'Le préfet'},` }] },
        { type: 'liste', elements: paragraphes(partie(texte, 'visas')) },
        { type: 'titre', niveau: 2, texte: 'MOTIFS' },
        ...motifs.map((motif) => ({ type: 'paragraphe' as const, texte: motif })),
        { type: 'titre', niveau: 2, texte: 'DÉCIDE' },
        ...paragraphes(partie(texte, 'dispositif')).map((ligne) => {
          const article = ARTICLE.exec(ligne)?.[1];
          return { type: 'paragraphe' as const, texte: article ? [{ gras: article }, ligne.slice(article.length)] : ligne };
        }),
        { type: 'paragraphe', texte: `Le ${jourLisible(jourDe(faits.le))}` },
        ...signature(faits),
        { type: 'paragraphe', texte: DISPENSE_DE_SIGNATURE },
        ...voiesDeRecours(faits, faits.oqtf),
      ],
    };
  },
};
