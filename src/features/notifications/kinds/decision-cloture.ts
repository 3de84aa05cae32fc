// A closing: what was missing, and that a new request may be filed. The document says how to contest.
import { z } from 'zod';
import { paragraphes, partie } from '#domain/dossier/lettres.ts';
import { notificationEspace, paragraphe } from '../schema.ts';

export const decisionCloture = notificationEspace({
  sorte: 'decision_cloture',
  titre: 'Notification de décision',
  contenu: { tribunal: z.string(), texte: z.array(z.string()), manquants: z.array(z.string()), suite: z.array(z.string()) },
  exemple: {
    tribunal: 'tribunal administratif de Lille',
    texte: ['Les documents ci-dessous manquent toujours.'],
    manquants: ['Justificatif de domicile'],
    suite: ['Votre demande est donc clôturée.'],
  },
  composer: ({ prefecture, lettre, motifs, cloture }) => ({
    tribunal: prefecture?.tribunal ?? '',
    texte: paragraphes(lettre ? partie(lettre, 'corps') : motifs),
    manquants: cloture?.sorte === 'incomplet' ? cloture.pieces.map((p) => p.libelle) : [],
    suite: paragraphes(partie(lettre ?? undefined, 'suite')),
  }),
  corps: ({ numero, tribunal, texte, manquants, suite }) => [
    paragraphe('Je vous informe que votre demande en ligne n° {numero} a été clôturée.', { numero }),
    ...texte.map((p) => paragraphe(p)),
    ...(manquants.length > 0 ? [{ bloc: 'liste' as const, elements: manquants.map((m) => [paragraphe(m)]) }] : []),
    ...suite.map((p) => paragraphe(p)),
    paragraphe(
      'Si vous n’êtes pas d’accord, vous avez deux mois pour contester cette clôture. Le document joint dit comment ; le tribunal compétent est : {tribunal}.',
      { tribunal },
    ),
    { bloc: 'documents' },
  ],
});
