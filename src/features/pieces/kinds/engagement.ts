// Two written commitments of one sentence: not to work (visiteur, L. 426-20), to keep one's home abroad (saisonnier, L. 421-34).
// No official form is known of: the sentence is that of the law.
import 'server-only';
import type { Modele } from '../catalogue.ts';
import { SIGNATURE } from './contrat-engagement.ts';

const engagement = (modele: Pick<Modele, 'titre' | 'sujet' | 'fichier'>, phrase: string, suite: string): Modele => ({
  ...modele,
  date: new Date('2024-07-17T00:00:00Z'),
  contenu: [
    {
      type: 'encadre',
      titre: 'Modèle de démonstration',
      contenu: ['Vous pouvez aussi écrire cet engagement à la main, sur papier libre, le dater et le signer.'],
    },
    { type: 'titre', niveau: 2, texte: 'Ce à quoi je m’engage' },
    { type: 'paragraphe', texte: phrase },
    { type: 'titre', niveau: 2, texte: 'Ce que la loi prévoit' },
    { type: 'paragraphe', texte: suite },
    ...SIGNATURE,
  ],
});

export const engagementNonActivite: Modele = engagement(
  {
    titre: 'Engagement de n’exercer aucune activité professionnelle en France',
    sujet: 'CESEDA, article L. 426-20',
    fichier: 'engagement-non-activite.pdf',
  },
  'Je m’engage à n’exercer en France aucune activité professionnelle pendant la durée de validité de ma carte de séjour « visiteur ».',
  'La carte de séjour « visiteur » n’autorise pas l’exercice d’une activité professionnelle (CESEDA, article L. 426-20).',
);

export const engagementResidenceEtranger: Modele = engagement(
  {
    titre: 'Engagement de maintenir ma résidence habituelle hors de France',
    sujet: 'CESEDA, article L. 421-34',
    fichier: 'engagement-residence-hors-de-france.pdf',
  },
  'Je m’engage à maintenir ma résidence habituelle hors de France, et à ne pas séjourner en France plus de six mois par an au titre de mon travail saisonnier.',
  'La carte « travailleur saisonnier » donne le droit de séjourner et de travailler en France pendant les périodes qu’elle fixe, six mois par an au plus (CESEDA, article L. 421-34).',
);
