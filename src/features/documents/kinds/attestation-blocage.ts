// A technical blockage stated by the portal itself (R.431-2, arrete of 1 August 2023): who, which draft, when, which page, which
// errors, what it opens. Signed by the portal, because a préfecture must be able to trust it without calling anybody.
import type { Bloc, Texte } from '#adapters/pdf/bloc.ts';
import { jourDe, jourLisible } from '#domain/jour.ts';
import { contactCitoyens } from '#domain/liens.ts';
import { etapeDe } from '#domain/procedure/navigate.ts';
import { type FaitsDocument, identiteDe, type KindDocument, lignesIdentite } from '../schema.ts';

const numeroDe = ({ evenementId, le }: FaitsDocument) => `AB-${jourDe(le).slice(0, 4)}-${String(evenementId).padStart(6, '0')}`;

const HEURE = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', hour: '2-digit', minute: '2-digit', second: '2-digit' });
const instant = (iso: string) => `${jourLisible(jourDe(new Date(iso)))} à ${HEURE.format(new Date(iso))} (heure de Paris)`;

/** `R-`: the service did not answer, and it is the browser that told so. */
const ligne = ({ le, erreur }: { le: string; erreur: string }): Texte => [
  `Le ${instant(le)}, erreur n° `,
  { gras: erreur },
  erreur.startsWith('R-') ? ' (service sans réponse, signalé par le navigateur)' : '',
];

export const attestationBlocage: KindDocument = {
  sorte: 'attestation_blocage',
  nom: (faits) => `Attestation de blocage n° ${numeroDe(faits)}`,
  verifiable: true,
  signature: 'Attestation de blocage délivrée par le portail (CESEDA, art. R. 431-2)',
  composer(faits, { code, adresseVerification }) {
    const { blocage, procedure } = faits;
    const fautes = blocage?.fautes ?? [];
    const identite = lignesIdentite(identiteDe(faits.reponses)).filter(({ valeur }) => valeur !== '');
    return {
      titre: 'ATTESTATION DE BLOCAGE',
      contenu: [
        {
          type: 'definitions',
          lignes: [
            { terme: 'N° de l’attestation', valeur: numeroDe(faits) },
            { terme: 'Délivrée le', valeur: instant(faits.le.toISOString()) },
          ],
        },
        { type: 'titre', niveau: 2, texte: 'PERSONNE EMPÊCHÉE' },
        {
          type: 'definitions',
          lignes: [
            ...identite,
            { terme: 'N° étranger', valeur: faits.numeroEtranger ?? 'Aucun, à la connaissance du portail' },
            { terme: 'Adresse électronique', valeur: faits.email },
          ],
        },
        { type: 'titre', niveau: 2, texte: 'DEMANDE EMPÊCHÉE' },
        {
          type: 'definitions',
          lignes: [
            { terme: 'Démarche', valeur: procedure.nom },
            { terme: 'Référence du brouillon', valeur: faits.dossierId },
            { terme: 'Étape', valeur: etapeDe(procedure, blocage?.etape ?? '')?.titre ?? '' },
            { terme: 'Page', valeur: blocage?.page ?? '' },
          ],
        },
        { type: 'titre', niveau: 2, texte: 'ÉCHECS CONSTATÉS PAR LE PORTAIL' },
        {
          type: 'paragraphe',
          texte: `Le portail atteste que cette étape n’a pas pu être affichée ou enregistrée, du fait du service et non de la personne, ${fautes.length} fois :`,
        },
        { type: 'liste', elements: fautes.map(ligne) },
        {
          type: 'encadre',
          titre: 'À quoi sert cette attestation',
          contenu: [
            'Elle est une preuve de l’impossibilité de déposer la demande en ligne (CESEDA, art. R. 431-2 ; arrêté du 1er août 2023). Après un signalement au centre de contact citoyens resté sans solution, elle permet de demander à la préfecture la solution de substitution : le dépôt de la même demande au guichet, avec les mêmes pièces.',
            'Elle n’est pas une preuve de dépôt de la demande, ni de régularité du séjour : signalez-vous avant la fin de validité de votre titre ou de votre visa.',
          ],
        },
        { type: 'titre', niveau: 2, texte: 'QUE FAIRE MAINTENANT' },
        {
          type: 'liste',
          elements: [
            'Essayez de nouveau plus tard : ce qui était enregistré est conservé.',
            `Écrivez au centre de contact citoyens par la page « Nous contacter » du portail, ou appelez le ${contactCitoyens.telephone} (appel gratuit), en donnant le numéro de cette attestation.`,
            'Gardez cette attestation, et le numéro de ticket qui vous sera donné.',
          ],
        },
        ...verification(code, adresseVerification),
      ],
    };
  },
};

function verification(code: string | null, adresse: string | null): Bloc[] {
  if (!code || !adresse) return [];
  return [
    {
      type: 'qr',
      contenu: adresse,
      alt: `Code QR menant à la page de vérification de cette attestation : ${adresse}`,
      legende: [
        'Cette attestation est signée électroniquement, et se vérifie. Code de vérification : ',
        { gras: code.replace(/(.{4})(?=.)/g, '$1-') },
        '. Scannez ce code, ou saisissez-le sur ',
        { lien: adresse, texte: 'la page de vérification du portail' },
        '.',
      ],
    },
  ];
}
