// R.431-15-1 to R.431-15-4, R.432-9: proves regular stay while the request is examined, with the document held that has ended, or alone for
// who holds none. Its right to work is that of R.431-15-2. A third party checks it by its code; it stops with the decision.
import { z } from 'zod';
import type { Bloc } from '#adapters/pdf/bloc.ts';
import { citer } from '#domain/citation.ts';
import { JOURS_DE_PROPOSITION } from '#domain/delais/attestation.ts';
import { jourDe, jourLisible } from '#domain/jour.ts';
import { travailAutorise } from '#domain/procedure/suites.ts';
import { duTitulaire, type FaitsDocument, type KindDocument, signature, verification } from '../schema.ts';

const schema = z.object({
  du: z.iso.date(),
  jusqu: z.iso.date(),
  motif: z.enum(['depot', 'fin_de_document', 'renouvellement', 'commission']),
});
const NOM = 'Attestation de prolongation de l’instruction';

export const attestationProlongation: KindDocument = {
  sorte: 'attestation_prolongation',
  nom: () => NOM,
  verifiable: true,
  signature: 'Attestation de prolongation de l’instruction (CESEDA, art. R. 431-15-1)',
  valable: ({ details }) => {
    const { du, jusqu } = schema.parse(details);
    return { du, jusqu };
  },
  composer(faits, { code, adresseVerification }) {
    const { du, jusqu, motif } = schema.parse(faits.details);
    const { procedure, prefecture, titreTenu } = faits;
    const { documentProvisoire: provisoire } = procedure;
    return {
      titre: 'ATTESTATION DE PROLONGATION DE L’INSTRUCTION',
      contenu: [
        ...duTitulaire(faits, { terme: 'Délivrée le', valeur: jourLisible(jourDe(faits.le)) }),
        { type: 'titre', niveau: 2, texte: 'VALIDITÉ' },
        { type: 'paragraphe', texte: [{ gras: `Valable du ${jourLisible(du)} au ${jourLisible(jusqu)} inclus.` }] },
        ...(provisoire.sorte === 'api_immediate'
          ? [{ type: 'paragraphe', texte: [{ gras: `Mention : « ${provisoire.mention} ».` }] } satisfies Bloc]
          : []),
        {
          type: 'definitions',
          lignes: [
            { terme: 'Demande', valeur: `${procedure.nom}, déposée le ${jourLisible(jourDe(faits.deposeLe))}` },
            ...(titreTenu ? [{ terme: 'Document détenu', valeur: `${titreTenu.mention}, jusqu’au ${jourLisible(titreTenu.finLe)}` }] : []),
          ],
        },
        {
          type: 'paragraphe',
          texte: `${prefecture?.autorite ?? 'Le préfet'} atteste que l’instruction de la demande de titre de séjour ci-dessus est en cours.`,
        },
        {
          type: 'encadre',
          titre: 'Portée de cette attestation',
          contenu: [
            portee(faits, motif),
            travail(faits, motif),
            'Elle cesse de valoir dès qu’une décision est prise sur la demande. Elle ne vaut pas titre de séjour.',
          ],
        },
        {
          type: 'paragraphe',
          texte: `Tant que l’administration n’a pas décidé, l’attestation est renouvelée (CESEDA, art. R. 431-15-1). La suivante se prépare dans les ${JOURS_DE_PROPOSITION} jours qui précèdent la fin de celle-ci ; elle est déposée dans l’espace personnel du titulaire.`,
        },
        ...signature(faits),
        ...(faits.signataire ? [] : [automatique(faits)]),
        ...verification(code, adresseVerification, 'cette attestation'),
      ],
    };
  },
};

type Motif = z.infer<typeof schema>['motif'];

function portee({ titreTenu, procedure: { documentProvisoire } }: FaitsDocument, motif: Motif): string {
  const article =
    motif === 'commission' ? 'R.432-9' : documentProvisoire.sorte === 'api_immediate' ? documentProvisoire.article : 'R.431-15-1';
  return titreTenu
    ? `Accompagnée du document de séjour expiré, elle justifie de la régularité du séjour de son titulaire pendant la durée qu’elle précise (${citer(article)}).`
    : `Elle justifie de la régularité du séjour de son titulaire pendant la durée qu’elle précise (${citer(article)}).`;
}

/** Mentions of titres that do not allow to work (L.426-20), or that may not. */
const SANS_TRAVAIL = /visiteur|récépissé|autorisation provisoire/i;

function travail({ procedure, reponses, deposeLe, titreTenu }: FaitsDocument, motif: Motif): string {
  // the words of R.432-9, for who already had the right to work, whatever R.431-15-2 gives to this request
  if (motif === 'commission' && titreTenu && !SANS_TRAVAIL.test(titreTenu.mention))
    return '« Il autorise son titulaire à travailler » (CESEDA, art. R. 432-9).';
  const article = travailAutorise(procedure, { reponses, jour: jourDe(deposeLe) });
  if (article === undefined) return 'Elle n’autorise pas, par elle-même, son titulaire à travailler.';
  const { precision } = procedure.travailPendantInstruction ?? {};
  return `Elle autorise son titulaire à travailler (${citer(article)}).${precision ? ` ${precision}` : ''}`;
}

/** Issued at the deposit without anybody: the law leaves nothing to judge (R.431-15-3, R.431-15-4). */
const automatique = ({ prefecture }: FaitsDocument): Bloc => ({
  type: 'paragraphe',
  texte: `${prefecture?.autorite ?? 'Le préfet'}, par le téléservice (CESEDA, art. R. 431-2), dispensé de signature manuscrite (CRPA, art. L. 212-2).`,
});
