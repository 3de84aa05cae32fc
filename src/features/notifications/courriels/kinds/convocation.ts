// S-200, S-228: where, when and with what. The convocation is attached, and a file for the calendar. It says neither what was asked nor
// what was decided beyond the appointment itself.
import { z } from 'zod';
import { FUSEAUX, PARIS } from '#domain/adresse/fuseau.ts';
import { heureLisible, jourEnLettres } from '#domain/horloge.ts';
import { OBJET_RENDEZ_VOUS, SORTES_RENDEZ_VOUS } from '#domain/rendez-vous/regles.ts';
import { type Agenda, courriel, personneSaluee, saluer } from '../schema.ts';

/**
 * Instants in ISO 8601. Absent from the mails written before: `premier`, `rang` (the moves of an appointment keep its identifier), `fuseau`
 * (each place has its clock).
 */
export const rendezVousEcrit = z.object({
  id: z.string(),
  premier: z.string().optional(),
  rang: z.number().int().default(0),
  sorte: z.enum(SORTES_RENDEZ_VOUS),
  debut: z.string(),
  fin: z.string(),
  lieu: z.string(),
  adresse: z.string(),
  fuseau: z.enum(FUSEAUX).default(PARIS),
});
export type RendezVousEcrit = z.infer<typeof rendezVousEcrit>;

export const RENDEZ_VOUS_EXEMPLE: RendezVousEcrit = {
  id: '01890000-0000-7000-8000-000000000000',
  rang: 0,
  sorte: 'remise',
  debut: '2026-12-08T08:00:00.000Z',
  fin: '2026-12-08T08:20:00.000Z',
  lieu: 'Accueil des étrangers – Lille',
  adresse: '12 rue Jean Sans Peur, 59000 Lille',
  fuseau: PARIS,
};

/** Same appointment, moved or not, same identifier: a calendar that already holds it replaces it, or takes it away. */
export const agendaDu = (
  { id, premier = id, rang, sorte, debut, fin, lieu, adresse }: RendezVousEcrit,
  { annule = false }: { annule?: boolean } = {},
): Agenda => ({
  nom: annule ? 'rendez-vous-annule.ics' : 'rendez-vous.ics',
  methode: annule ? 'CANCEL' : 'PUBLISH',
  evenement: {
    id: `rendez-vous-${premier}`,
    sequence: annule ? rang + 1 : rang,
    summary: `Préfecture : ${OBJET_RENDEZ_VOUS[sorte].toLocaleLowerCase('fr')}`,
    place: `${lieu}, ${adresse}`,
    start: new Date(debut),
    end: new Date(fin),
    alarmDays: 1,
  },
});

export const lignesDu = ({ sorte, debut, lieu, adresse, fuseau }: RendezVousEcrit) => [
  { terme: 'Date', valeur: jourEnLettres(new Date(debut), fuseau) },
  { terme: 'Heure', valeur: heureLisible(new Date(debut), fuseau) },
  { terme: 'Lieu', valeur: `${lieu}, ${adresse}` },
  { terme: 'Objet', valeur: OBJET_RENDEZ_VOUS[sorte] },
];

export const convocation = courriel({
  sorte: 'convocation',
  objet: 'Rendez-vous donné ou déplacé',
  variables: z.object({
    personne: personneSaluee,
    numero: z.string(),
    dossier: z.string(),
    rendezVous: rendezVousEcrit,
    apporter: z.array(z.string()),
    estDeplace: z.boolean(),
  }),
  pieces: true,
  agenda: ({ rendezVous }) => agendaDu(rendezVous),
  exemple: {
    personne: { nom: 'TESTCITOTO', prenom: 'Citoto' },
    numero: '5901202209220000317',
    dossier: '01890000-0000-7000-8000-000000000001',
    rendezVous: RENDEZ_VOUS_EXEMPLE,
    apporter: ['votre passeport', 'des timbres fiscaux électroniques pour 225 €'],
    estDeplace: false,
  },
  rediger: ({ personne, numero, dossier, rendezVous, apporter, estDeplace }, { lien }) => ({
    sujet: estDeplace ? 'Votre rendez-vous à la préfecture est déplacé' : 'Votre convocation à la préfecture',
    nom: saluer(personne),
    contenu: [
      {
        type: 'paragraphe',
        texte: estDeplace
          ? 'Votre rendez-vous est déplacé. Voici le nouveau, le précédent est annulé :'
          : 'Vous êtes convoqué(e) à la préfecture :',
      },
      { type: 'definitions', lignes: [...lignesDu(rendezVous), { terme: 'N° de la demande', valeur: numero }] },
      { type: 'paragraphe', texte: 'Venez avec :' },
      { type: 'liste', elements: apporter },
      {
        type: 'paragraphe',
        texte:
          'La date et l’heure doivent être respectées. Vous pouvez déplacer ce rendez-vous vous-même, jusqu’à 24 heures avant, dans votre espace personnel. Signalez-y aussi tout changement de numéro de téléphone.',
      },
      { type: 'lien', libelle: 'Voir ou déplacer mon rendez-vous', href: lien(`/mon-compte/dossiers/${dossier}/rendez-vous`) },
    ],
  }),
});
