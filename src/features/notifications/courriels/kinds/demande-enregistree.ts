// S-149, S-225: the request is recorded; the confirmation of deposit is attached.
import { z } from 'zod';
import { courriel, personneSaluee, saluer } from '../schema.ts';

export const demandeEnregistree = courriel({
  sorte: 'demande_enregistree',
  objet: 'Dépôt d’une demande',
  variables: z.object({ personne: personneSaluee, numero: z.string() }),
  pieces: true,
  exemple: { personne: { nom: 'TESTCOLLINS', prenom: 'Marshall' }, numero: '5901202612220000370' },
  rediger: ({ personne, numero }, { lien }) => ({
    sujet: 'Votre demande de titre de séjour est enregistrée',
    nom: saluer(personne),
    contenu: [
      {
        type: 'paragraphe',
        texte: 'Votre demande de titre de séjour a bien été enregistrée. Elle sera instruite par les services de l’État.',
      },
      { type: 'definitions', lignes: [{ terme: 'N° de la demande', valeur: numero }] },
      {
        type: 'paragraphe',
        texte:
          'Vous serez informé(e) de l’état d’avancement de votre dossier et, si nécessaire, d’une demande de pièces complémentaires, par message électronique vous invitant à vous connecter à votre espace personnel.',
      },
      { type: 'paragraphe', texte: 'Vous trouverez en pièce jointe la confirmation du dépôt. Elle est aussi dans votre espace personnel.' },
      { type: 'lien', libelle: 'Se connecter', href: lien('/connexion') },
    ],
  }),
});
