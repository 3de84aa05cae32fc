// S-176: accepted, a title is being made, the attestation holds until then. The words are those signed: S-176, unless an agent rewrote it.
import { notificationEspace, paragraphe, TEXTE_RECRIT, texteRecrit } from '../schema.ts';

export const decisionFavorable = notificationEspace({
  sorte: 'decision_favorable',
  titre: 'Notification de décision',
  si: ({ procedure }) => procedure.sorte !== 'autre',
  contenu: { texte: TEXTE_RECRIT },
  exemple: {},
  composer: (faits) => ({ texte: texteRecrit(faits, 'favorable', { numero: faits.numero }) }),
  corps: ({ numero, texte }) => [
    ...(texte?.map((p) => paragraphe(p)) ?? [
      paragraphe(
        'Je vous informe que votre demande en ligne de titre de séjour n° {numero} a été acceptée. Un nouveau titre de séjour est en cours de fabrication et vous sera prochainement remis.',
        { numero },
      ),
      paragraphe(
        'Dans l’attente de cette remise, vous trouverez en pièce jointe l’attestation de décision favorable qui vous permettra de justifier votre droit au séjour et de maintenir vos droits associés dans l’attente de la remise de votre nouveau titre en préfecture.',
      ),
      paragraphe(
        'L’administration vous recontactera pour que vous veniez retirer ce titre en préfecture, et vous précisera le montant de la taxe à acquitter.',
      ),
    ]),
    { bloc: 'documents' },
  ],
});
