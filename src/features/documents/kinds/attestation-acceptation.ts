// What is accepted and is no titre de sejour: a declared change, a duplicata, a travel document, a work permit, the nationality. It says
// what was accepted and what follows, and never that the stay is regular: that is R.431-15-1's.
import { jourDe, jourLisible } from '#domain/jour.ts';
import { adresseDe, ligneAdresse } from '#domain/procedure/champs.ts';
import type { Effet, Procedure } from '#domain/procedure/definition.ts';
import { titreAccorde } from '#domain/procedure/suites.ts';
import { type FaitsDocument, identiteDe, type KindDocument, lignesIdentite, signature, verification } from '../schema.ts';

/** Name of the document, and what it proves, by effect. */
const EFFETS: Readonly<Record<Effet, { nom: string; suite: (faits: FaitsDocument) => string }>> = {
  adresse: {
    nom: 'Attestation de changement d’adresse',
    suite: ({ reponses }) => {
      const adresse = adresseDe(reponses.adresse);
      return adresse
        ? `La nouvelle adresse est enregistrée : ${ligneAdresse(adresse)}. Le titre de séjour reste valable jusqu’à sa date de fin.`
        : 'La nouvelle adresse est enregistrée. Le titre de séjour reste valable jusqu’à sa date de fin.';
    },
  },
  etat_civil: {
    nom: 'Attestation de changement de situation',
    suite: () =>
      'Le changement d’état civil ou de situation familiale est enregistré. Le titre de séjour reste valable jusqu’à sa date de fin.',
  },
  titre_invalide: {
    nom: 'Attestation de demande de duplicata',
    suite: () =>
      'Un duplicata est en cours de fabrication. L’ancien titre n’est plus valable, même s’il est retrouvé : il doit alors être rendu à la préfecture.',
  },
};

const nomDe = ({ effet }: Procedure) => (effet ? EFFETS[effet].nom : 'Attestation d’acceptation');

export const attestationAcceptation: KindDocument = {
  sorte: 'attestation_acceptation',
  si: ({ procedure }) => procedure.sorte === 'autre',
  nom: ({ procedure }) => nomDe(procedure),
  verifiable: true,
  signature: 'Attestation d’acceptation',
  valable: ({ le }) => ({ du: jourDe(le), jusqu: null }),
  composer(faits, { code, adresseVerification }) {
    const { procedure, reponses, prefecture } = faits;
    const le = jourLisible(jourDe(faits.le));
    const titre = titreAccorde(procedure, { reponses, jour: jourDe(faits.deposeLe) });
    const suite = procedure.effet
      ? EFFETS[procedure.effet].suite(faits)
      : `La demande est acceptée : ${titre.libelle} (${titre.duree.toLocaleLowerCase('fr')}).`;
    return {
      titre: nomDe(procedure).toLocaleUpperCase('fr'),
      contenu: [
        {
          type: 'definitions',
          lignes: [
            { terme: 'N° étranger', valeur: faits.numeroEtranger ?? '' },
            { terme: 'N° de la demande', valeur: faits.numero },
            { terme: 'Démarche', valeur: procedure.nom },
            { terme: 'Préfecture', valeur: prefecture?.nom ?? '' },
            { terme: 'Date de la décision', valeur: le },
          ],
        },
        { type: 'titre', niveau: 2, texte: 'PERSONNE CONCERNÉE' },
        { type: 'definitions', lignes: lignesIdentite(identiteDe(reponses)) },
        {
          type: 'paragraphe',
          texte: `${prefecture?.autorite ?? 'Le préfet'} atteste qu’une décision favorable a été prise le ${le} sur la demande ci-dessus.`,
        },
        { type: 'encadre', titre: 'Ce que cela change', contenu: [suite] },
        ...signature(faits),
        ...verification(code, adresseVerification, 'cette attestation'),
      ],
    };
  },
};
