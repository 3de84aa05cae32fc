'use client';
// The frame of every form of an agent: the summary of what is refused, the dossier and the version that was on screen.
import { type ReactNode, useActionState } from 'react';
import type { Brut } from '#domain/procedure/champs.ts';
import { valeurEn } from '#domain/procedure/saisie.ts';
import { ConfirmationAgent } from '#features/compte/facteurs/views/confirmation.tsx';
import { type Action, type EtatFormulaire, FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { ResumeErreurs } from '#ui/feedback/resume-erreurs.tsx';
import { useT } from '#ui/langue/use-t.tsx';

/** `dernier`: the last event that the page shows; without it a conflict says only the very last thing that happened. */
export type DossierAffiche = { id: string; version: number; dernier?: string };

type Props = {
  action: Action;
  dossier: DossierAffiche;
  /** What the fields show: what was typed comes back first. */
  children: (etat: EtatFormulaire, tape: (chemin: string) => string | undefined) => ReactNode;
  /** null: the buttons are among the children */
  bouton: ReactNode;
  secondaire?: boolean;
};

const texte = (brut: Brut): string | undefined => (typeof brut === 'string' ? brut : undefined);

export function FormulaireAgent({ action, dossier, children, bouton, secondaire = false }: Props) {
  const t = useT();
  const [etat, envoyer, enCours] = useActionState(action, FORMULAIRE_VIDE);
  const general = etat.faute ? t('Une erreur est survenue de notre côté. Numéro à citer : {faute}', { faute: etat.faute }) : etat.general;
  return (
    <form className="agent-formulaire" action={envoyer} noValidate>
      <ResumeErreurs
        erreurs={Object.entries(etat.erreurs).map(([champ, message]) => ({ champ, message }))}
        general={general}
        envoi={etat}
      />
      <input type="hidden" name="dossier" value={dossier.id} />
      {/* who has been told what changed meanwhile, and sends again, sends knowingly */}
      <input type="hidden" name="version" value={Math.max(dossier.version, etat.conflit ?? 0)} />
      {dossier.dernier ? <input type="hidden" name="depuis" value={dossier.dernier} /> : null}
      {/* a refused form comes back as it was typed: React empties the fields after an action */}
      <div key={JSON.stringify(etat.valeurs ?? null)}>{children(etat, (chemin) => texte(valeurEn(etat.valeurs, chemin)))}</div>
      <ConfirmationAgent etat={etat} />
      {bouton === null ? null : (
        <button className={secondaire ? 'fr-btn fr-btn--secondary' : 'fr-btn'} type="submit" disabled={enCours}>
          {bouton}
        </button>
      )}
    </form>
  );
}
