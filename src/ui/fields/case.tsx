import type { ComponentPropsWithRef } from 'react';
import { decritPar, Etoile, MessageErreur, type ProprietesChamp } from './champ.tsx';

type Props = ProprietesChamp & Omit<ComponentPropsWithRef<'input'>, 'id' | 'className' | 'required' | 'type'>;

/** One checkbox; sends "on" (or `value`). */
export function ChampCase({ nom, libelle, aide, requis, erreur, t, ...rest }: Props) {
  return (
    <div className={erreur ? 'fr-checkbox-group fr-checkbox-group--error portail-case' : 'fr-checkbox-group portail-case'}>
      <input
        name={nom}
        {...rest}
        type="checkbox"
        id={nom}
        required={requis}
        aria-invalid={erreur ? true : undefined}
        aria-describedby={decritPar(nom, aide, erreur)}
      />
      <label className="fr-label" htmlFor={nom}>
        <span>
          {libelle}
          {requis ? <Etoile /> : null}
        </span>
      </label>
      {aide ? (
        <p className="fr-hint-text portail-aide portail-case__aide" id={`${nom}-aide`}>
          {aide}
        </p>
      ) : null}
      <MessageErreur nom={nom} erreur={erreur} t={t} />
    </div>
  );
}
