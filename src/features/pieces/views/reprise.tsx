'use client';
import { useActionState } from 'react';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { useT } from '#ui/langue/use-t.tsx';
import { reprendreDocument } from '../actions.ts';

type Props = { dossierId: string; piece: string; objet: string; numero: string; le: string; noms: readonly string[] };

/** An accepted document of a former request, to take over in one gesture. */
export function Reprise({ dossierId, piece, objet, numero, le, noms }: Props) {
  const t = useT();
  const [etat, action, enCours] = useActionState(reprendreDocument, FORMULAIRE_VIDE);
  return (
    <form action={action} className="fr-callout portail-preparer">
      <p className="fr-text--bold">{t('Un document déjà accepté peut servir encore')}</p>
      <p>
        {t(
          '{noms}, joint à votre demande n° {numero} du {le}. Reprenez-le s’il est toujours exact ; l’administration l’examinera à nouveau.',
          {
            noms: noms.join(', '),
            numero,
            le,
          },
        )}
      </p>
      <input type="hidden" name="dossier" value={dossierId} />
      <input type="hidden" name="piece" value={piece} />
      <button className="fr-btn fr-btn--secondary fr-btn--sm" type="submit" aria-disabled={enCours}>
        {t('Reprendre ce document')}
        <span className="fr-sr-only"> : {objet}</span>
      </button>
      {etat.general ? (
        <p className="fr-message fr-message--error" role="alert">
          {t(etat.general)}
        </p>
      ) : null}
    </form>
  );
}
