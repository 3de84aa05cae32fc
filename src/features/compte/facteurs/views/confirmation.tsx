'use client';
// Asked inside the very form of the act: what was typed stays there, and goes again with the proof.
import { useEffect, useRef } from 'react';
import { MINUTES_CONFIRMATION } from '#domain/access/preuve.ts';
import type { Action, EtatFormulaire } from '#guard/formulaire.ts';
import { useT } from '#ui/langue/use-t.tsx';
import { defiPreuveAgent } from '../actions.ts';
import { ChampsPreuve } from './champs-preuve.tsx';

/** Nothing until the answer of the action asks for a proof. */
export function Confirmation({ etat, defi }: { etat: EtatFormulaire; defi: Action }) {
  const t = useT();
  const bloc = useRef<HTMLFieldSetElement>(null);
  const { confirmation } = etat;
  const aDesErreurs = Object.keys(etat.erreurs).length > 0;
  useEffect(() => {
    // with errors, their summary has the focus
    if (confirmation && !aDesErreurs) bloc.current?.focus();
  }, [confirmation, aDesErreurs]);
  if (!confirmation) return null;
  return (
    <fieldset className="portail-confirmation" ref={bloc} tabIndex={-1} aria-describedby="confirmation-aide">
      <legend className="fr-h6">{t('Confirmez que c’est bien vous')}</legend>
      <p id="confirmation-aide">
        {t('Rien n’est encore enregistré. Après cela, nous ne vous le redemandons pas pendant {n} minutes.', { n: MINUTES_CONFIRMATION })}
      </p>
      <ChampsPreuve moyens={confirmation} erreurs={etat.erreurs} defi={defi} />
    </fieldset>
  );
}

/** The same for the forms of agents. */
export function ConfirmationAgent({ etat }: { etat: EtatFormulaire }) {
  return <Confirmation etat={etat} defi={defiPreuveAgent} />;
}
