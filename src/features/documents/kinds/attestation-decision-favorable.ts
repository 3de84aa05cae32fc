// R.431-15-1 (last paragraph): proves regular stay from the favourable decision until the title is handed over. Its right to work
// is R.431-15-2's. A third party checks it by its code; the QR is a link to our page, not an imitation of a 2D-DOC.
import { citer } from '#domain/citation.ts';
import { jourDe, jourLisible } from '#domain/jour.ts';
import { titreAccorde, travailAutorise } from '#domain/procedure/suites.ts';
import { duTitulaire, type KindDocument, signature, verification } from '../schema.ts';

const NOM = 'Attestation de décision favorable';

export const attestationDecisionFavorable: KindDocument = {
  sorte: 'attestation_decision_favorable',
  si: ({ procedure }) => procedure.sorte !== 'autre',
  nom: () => NOM,
  verifiable: true,
  signature: 'Attestation de décision favorable',
  valable: ({ le }) => ({ du: jourDe(le), jusqu: null }),
  composer(faits, { code, adresseVerification }) {
    const { procedure, reponses, prefecture } = faits;
    const le = jourLisible(jourDe(faits.le));
    const contexte = { reponses, jour: jourDe(faits.deposeLe) };
    const titre = titreAccorde(procedure, contexte);
    const travail = travailAutorise(procedure, contexte);
    return {
      titre: 'ATTESTATION DE DÉCISION FAVORABLE',
      contenu: [
        ...duTitulaire(faits, { terme: 'Date de la décision', valeur: le }),
        { type: 'titre', niveau: 2, texte: 'TITRE ACCORDÉ' },
        {
          type: 'definitions',
          lignes: [
            { terme: 'Titre et durée', valeur: `${titre.libelle}, ${titre.duree}` },
            { terme: 'Motif', valeur: procedure.nom },
          ],
        },
        {
          type: 'paragraphe',
          texte: `${prefecture?.autorite ?? 'Le préfet'} atteste qu’une décision favorable a été prise le ${le} sur la demande de titre de séjour ci-dessus. Le titre est en cours de fabrication.`,
        },
        {
          type: 'encadre',
          titre: 'Portée de cette attestation',
          contenu: [
            'Elle justifie de la régularité du séjour de son titulaire et maintient les droits qui y sont associés, du jour de la décision jusqu’à la remise du titre (CESEDA, art. R. 431-15-1).',
            travail
              ? `Elle autorise son titulaire à exercer une activité professionnelle (${citer(travail)}).`
              : 'Elle n’autorise pas, par elle-même, l’exercice d’une activité professionnelle.',
          ],
        },
        ...signature(faits),
        ...verification(code, adresseVerification, 'cette attestation'),
      ],
    };
  },
};
