// A favourable decision on what is no titre de sejour: the attestation says what it changes.
import { z } from 'zod';
import { notificationEspace, paragraphe, TEXTE_RECRIT, texteRecrit } from '../schema.ts';

export const demandeAcceptee = notificationEspace({
  sorte: 'demande_acceptee',
  titre: 'Notification de décision',
  si: ({ procedure }) => procedure.sorte === 'autre',
  contenu: { demarche: z.string(), texte: TEXTE_RECRIT },
  exemple: { demarche: 'Changement d’adresse' },
  composer: (faits) => ({
    demarche: faits.procedure.nom,
    texte: texteRecrit(faits, 'favorable_autre', { numero: faits.numero, demarche: faits.procedure.nom }),
  }),
  corps: ({ numero, demarche, texte }) => [
    ...(texte?.map((p) => paragraphe(p)) ?? [
      paragraphe('Je vous informe que votre demande en ligne n° {numero} ({demarche}) a été acceptée.', { numero, demarche }),
      paragraphe('L’attestation jointe dit ce que cette décision change, et ce que vous avez à faire.'),
    ]),
    { bloc: 'documents' },
  ],
});
