import type { ComponentPropsWithRef, ReactNode } from 'react';
import { Groupe, type ProprietesChamp } from './champ.tsx';

/** `suite`: what opens under an option once chosen (shown by CSS alone, or always without :has()). */
export type OptionRadio = { valeur: string; libelle: ReactNode; aide?: ReactNode; suite?: ReactNode };

type Props = ProprietesChamp & { options: readonly OptionRadio[]; enLigne?: boolean; defaultValue?: string } & Omit<
    ComponentPropsWithRef<'input'>,
    'id' | 'className' | 'required' | 'type' | 'value' | 'defaultValue' | 'defaultChecked'
  >;

/** Radio buttons. The group's id is the name; each button is `<nom>.<valeur>`. */
export function ChampRadios({ nom, libelle, aide, requis, erreur, t, options, enLigne = false, defaultValue, ...rest }: Props) {
  return (
    <Groupe nom={nom} libelle={libelle} aide={aide} requis={requis} erreur={erreur} t={t} enLigne={enLigne}>
      {options.map((o) => (
        <div className="fr-fieldset__element" key={o.valeur}>
          <div className="fr-radio-group">
            <input
              name={nom}
              {...rest}
              type="radio"
              id={`${nom}.${o.valeur}`}
              value={o.valeur}
              required={requis}
              defaultChecked={defaultValue === undefined ? undefined : o.valeur === defaultValue}
            />
            <label className="fr-label" htmlFor={`${nom}.${o.valeur}`}>
              {o.libelle}
              {o.aide ? <span className="fr-hint-text">{o.aide}</span> : null}
            </label>
          </div>
          {o.suite ? <div className="portail-suite">{o.suite}</div> : null}
        </div>
      ))}
    </Groupe>
  );
}
