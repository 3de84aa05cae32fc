// A mandat has been ended: told to the other party.
import { z } from 'zod';
import { courriel } from '../schema.ts';

export const mandatFini = courriel({
  sorte: 'mandat_fini',
  objet: 'Fin d’un mandat',
  variables: z.object({ par: z.string() }),
  exemple: { par: 'Marshall TESTCOLLINS' },
  rediger: ({ par }, { lien }) => ({
    sujet: 'Un mandat a pris fin',
    nom: null,
    contenu: [
      { type: 'paragraphe', texte: `${par} a mis fin au mandat qui vous liait. La demande concernée n’est plus accessible par ce mandat.` },
      { type: 'lien', libelle: 'Voir mes mandats', href: lien('/mon-compte/mandats') },
    ],
  }),
});
