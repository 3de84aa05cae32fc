// The silence of the administration has made a decision of rejection (R.*432-1): what the person may do, and until when (CRPA L.232-4, CJA R.421-2).
import { z } from 'zod';
import { citer } from '#domain/citation.ts';
import { dernierJourDeRecours } from '#domain/delais/recours.ts';
import { jourDe, jourLisible } from '#domain/jour.ts';
import { silenceDe } from '#domain/procedure/suites.ts';
import { notificationEspace, paragraphe } from '../schema.ts';

const fait = z.object({ le: z.iso.date() });

export const silenceAtteint = notificationEspace({
  sorte: 'silence_atteint',
  titre: 'Information sur vos droits',
  contenu: { le: z.string(), recours: z.string(), tribunal: z.string(), dossier: z.string(), article: z.string().default('R.*432-1') },
  exemple: {
    le: '2027-03-22',
    recours: '2027-05-24',
    tribunal: 'tribunal administratif de Lille',
    dossier: '01890000-0000-7000-8000-000000000000',
    article: 'R.*432-1, R.432-2',
  },
  composer: ({ details, prefecture, dossierId, procedure, reponses, deposeLe }) => {
    const { le } = fait.parse(details);
    return {
      le,
      recours: dernierJourDeRecours(le, false, prefecture?.code ?? null),
      tribunal: prefecture?.tribunal ?? 'tribunal administratif',
      dossier: dossierId,
      article: silenceDe(procedure, { reponses, jour: jourDe(deposeLe) })?.article ?? 'R.*432-1',
    };
  },
  corps: ({ numero, le, recours, tribunal, dossier, article }) => [
    paragraphe(
      'L’administration n’a pas répondu à votre demande en ligne n° {numero} dans le délai prévu par la loi, fini le {le}. Si votre demande était complète, ce silence vaut rejet ({article}).',
      { numero, le: jourLisible(le), article: citer(article) },
    ),
    paragraphe(
      'Votre demande n’est pas perdue : l’administration peut encore l’accepter, et l’examen continue. Votre dossier reste ouvert.',
    ),
    {
      bloc: 'liste',
      elements: [
        [
          paragraphe(
            'Vous pouvez demander les motifs de ce rejet, par un message dans votre dossier. L’administration a un mois pour répondre ; le délai de recours repart alors pour deux mois (CRPA, art. L. 232-4).',
          ),
        ],
        [
          paragraphe('Vous pouvez saisir le {tribunal} jusqu’au {recours} inclus, y compris en ligne sur www.telerecours.fr.', {
            tribunal,
            recours: jourLisible(recours),
          }),
        ],
        [
          paragraphe(
            'Vous pouvez aussi, dans le même délai, écrire au préfet ou au ministre de l’intérieur pour demander un nouvel examen.',
          ),
        ],
      ],
    },
    { bloc: 'lien', href: `/mon-compte/dossiers/${dossier}`, texte: 'Voir ma demande' },
  ],
});
