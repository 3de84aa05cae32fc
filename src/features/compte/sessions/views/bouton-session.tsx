'use client';
import { type Action, FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { Formulaire } from '#ui/fields/formulaire.tsx';

type Props = { action: Action; session?: string; precision?: string; children: string };

export function BoutonSession({ action, session, precision, children }: Props) {
  return (
    <Formulaire action={action} initial={FORMULAIRE_VIDE}>
      {(_etat, enCours) => (
        <>
          {session ? <input type="hidden" name="session" value={session} /> : null}
          <button type="submit" className="fr-btn fr-btn--tertiary fr-btn--sm" disabled={enCours}>
            {children}
            {precision ? <span className="fr-sr-only"> {precision}</span> : null}
          </button>
        </>
      )}
    </Formulaire>
  );
}
