// S-200, S-228, S-229: an appointment given, or moved. The mail says the whole of it; the telephone, when and where.
import { z } from 'zod';
import { heureLisible, jourEnLettres } from '#domain/horloge.ts';
import { montantEnMots } from '#domain/rendez-vous/apporter.ts';
import { OBJET_RENDEZ_VOUS } from '#domain/rendez-vous/regles.ts';
import type { FaitsDocument } from '#features/documents/schema.ts';
import type { RendezVousDit } from '#features/rendez-vous/queries.ts';
import { RENDEZ_VOUS_EXEMPLE, type RendezVousEcrit } from '../courriels/kinds/convocation.ts';
import { nomDAppel, notificationEspace, paragraphe } from '../schema.ts';

/** The appointment of the event. Throws when the event has none: a fault of ours. */
export function rendezVousDe({ rendezVous, evenementId }: FaitsDocument): RendezVousDit {
  if (!rendezVous) throw new Error(`événement ${evenementId} : rendez-vous absent`);
  return rendezVous;
}

export const ecrire = ({ id, premier, rang, sorte, debut, fin, lieu }: RendezVousDit): RendezVousEcrit => ({
  ...{ id, premier, rang, sorte, lieu: lieu.nom, adresse: lieu.adresse, fuseau: lieu.fuseau },
  debut: debut.toISOString(),
  fin: fin.toISOString(),
});

export const convocation = notificationEspace({
  sorte: 'convocation',
  titre: 'Convocation',
  contenu: {
    dossier: z.string(),
    convocation: z.string(),
    jour: z.string(),
    heure: z.string(),
    lieu: z.string(),
    adresse: z.string(),
    objet: z.string(),
    montant: z.string().nullable(),
    apporter: z.array(z.string()),
    estDeplace: z.boolean(),
  },
  exemple: {
    dossier: '01890000-0000-7000-8000-000000000001',
    convocation: RENDEZ_VOUS_EXEMPLE.id,
    jour: 'mardi 8 décembre 2026',
    heure: '09:00',
    lieu: RENDEZ_VOUS_EXEMPLE.lieu,
    adresse: RENDEZ_VOUS_EXEMPLE.adresse,
    objet: OBJET_RENDEZ_VOUS.remise,
    montant: '225 €',
    apporter: ['votre passeport'],
    estDeplace: false,
  },
  composer: (faits) => {
    const rendezVous = rendezVousDe(faits);
    return {
      dossier: faits.dossierId,
      convocation: rendezVous.id,
      jour: jourEnLettres(rendezVous.debut, rendezVous.lieu.fuseau),
      heure: heureLisible(rendezVous.debut, rendezVous.lieu.fuseau),
      lieu: rendezVous.lieu.nom,
      adresse: rendezVous.lieu.adresse,
      objet: OBJET_RENDEZ_VOUS[rendezVous.sorte],
      montant: montantEnMots(rendezVous.montants),
      apporter: [...rendezVous.apporter],
      estDeplace: faits.type === 'rendez_vous_deplace',
    };
  },
  courriel: (faits) => {
    const rendezVous = rendezVousDe(faits);
    return {
      sorte: 'convocation',
      variables: {
        personne: nomDAppel(faits),
        numero: faits.numero,
        dossier: faits.dossierId,
        rendezVous: ecrire(rendezVous),
        apporter: [...rendezVous.apporter],
        estDeplace: faits.type === 'rendez_vous_deplace',
      },
    };
  },
  corps: ({ numero, dossier, convocation: id, jour, heure, lieu, adresse, objet, montant, apporter, estDeplace }) => [
    estDeplace
      ? paragraphe('Votre rendez-vous est déplacé. Le nouveau a lieu le {jour} à {heure}. Le précédent est annulé.', { jour, heure })
      : paragraphe('Vous êtes convoqué(e) le {jour} à {heure}.', { jour, heure }),
    paragraphe('{objet}, pour votre demande n° {numero}.', { objet, numero }),
    { bloc: 'adresse', lignes: [lieu, adresse] },
    ...(montant ? [paragraphe('Montant des timbres fiscaux électroniques à apporter : {montant}.', { montant })] : []),
    paragraphe('Venez avec :'),
    { bloc: 'liste', elements: apporter.map((mots) => [paragraphe('{mots}', { mots })]) },
    { bloc: 'documents' },
    { bloc: 'lien', texte: 'Ajouter ce rendez-vous à mon agenda', href: `/api/rendez-vous/${id}/agenda`, telecharger: true },
    { bloc: 'lien', texte: 'Voir ou déplacer mon rendez-vous', href: `/mon-compte/dossiers/${dossier}/rendez-vous` },
  ],
});
