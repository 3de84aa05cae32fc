import type { ComponentPropsWithRef } from 'react';
import { decritPar, Etoile, Groupe, MessageErreur, type ProprietesChamp } from './champ.tsx';

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

type PropsCases = ProprietesChamp & { options: readonly { valeur: string; libelle: string }[]; defaultValues?: readonly string[] } & Omit<
    ComponentPropsWithRef<'input'>,
    'id' | 'className' | 'required' | 'type' | 'value'
  >;

/** Several checkboxes of one name. The group's id is the name; each box is `<nom>.<valeur>`. */
export function ChampCases({ nom, libelle, aide, requis, erreur, t, options, defaultValues, ...rest }: PropsCases) {
  return (
    <Groupe nom={nom} libelle={libelle} aide={aide} requis={requis} erreur={erreur} t={t}>
      {options.map((o) => (
        <div className="fr-fieldset__element" key={o.valeur}>
          <div className="fr-checkbox-group">
            <input
              name={nom}
              {...rest}
              type="checkbox"
              id={`${nom}.${o.valeur}`}
              value={o.valeur}
              defaultChecked={defaultValues?.includes(o.valeur)}
            />
            <label className="fr-label" htmlFor={`${nom}.${o.valeur}`}>
              {o.libelle}
            </label>
          </div>
        </div>
      ))}
    </Groupe>
  );
}
