import type { ComponentPropsWithRef } from 'react';
import { francais } from '#ui/langue/langues.ts';
import { Champ, decritPar, type ProprietesChamp } from './champ.tsx';

export type Option = { valeur: string; libelle: string };

type Props = ProprietesChamp & { options: readonly Option[]; invite?: string } & Omit<
    ComponentPropsWithRef<'select'>,
    'id' | 'className' | 'required'
  >;

/** A drop-down list. Above some fifty options prefer ChampSuggere: a long list travels twice (HTML and React). */
export function ChampChoix({ nom, libelle, aide, requis, erreur, t = francais, options, invite, ...rest }: Props) {
  return (
    <Champ nom={nom} libelle={libelle} aide={aide} requis={requis} erreur={erreur} t={t} genre="select">
      <select
        name={nom}
        defaultValue=""
        {...rest}
        className="fr-select"
        id={nom}
        required={requis}
        aria-invalid={erreur ? true : undefined}
        aria-describedby={decritPar(nom, aide, erreur)}
      >
        <option value="">{invite ?? t('Sélectionner une option')}</option>
        {options.map((o) => (
          <option key={o.valeur} value={o.valeur}>
            {o.libelle}
          </option>
        ))}
      </select>
    </Champ>
  );
}

type Suggere = ProprietesChamp & { listeId: string } & Omit<ComponentPropsWithRef<'input'>, 'id' | 'className' | 'required' | 'list'>;

/** A text field with suggestions: works without scripts; several fields may share one <Suggestions id>. */
export function ChampSuggere({ nom, libelle, aide, requis, erreur, t, listeId, ...rest }: Suggere) {
  return (
    <Champ nom={nom} libelle={libelle} aide={aide} requis={requis} erreur={erreur} t={t}>
      <input
        type="text"
        name={nom}
        autoComplete="off"
        {...rest}
        list={listeId}
        className={erreur ? 'fr-input fr-input--error' : 'fr-input'}
        id={nom}
        required={requis}
        aria-invalid={erreur ? true : undefined}
        aria-describedby={decritPar(nom, aide, erreur)}
      />
    </Champ>
  );
}

export function Suggestions({ id, libelles }: { id: string; libelles: readonly string[] }) {
  return (
    <datalist id={id}>
      {libelles.map((l) => (
        <option key={l} value={l} />
      ))}
    </datalist>
  );
}
