import type { ComponentPropsWithRef } from 'react';
import { francais } from '#ui/langue/langues.ts';
import { Champ, decritPar, type ProprietesChamp } from './champ.tsx';

export type Option = { valeur: string; libelle: string };

/** Options under a heading. */
export type GroupeOptions = { libelle: string; options: readonly Option[] };

type Props = ProprietesChamp & { options: readonly Option[]; groupes?: readonly GroupeOptions[]; invite?: string } & Omit<
    ComponentPropsWithRef<'select'>,
    'id' | 'className' | 'required'
  >;

/** A drop-down list. Above some fifty options prefer ChampChoixLong. */
export function ChampChoix({ nom, libelle, aide, requis, erreur, t = francais, options, groupes = [], invite, ...rest }: Props) {
  const ecrire = (o: Option) => (
    <option key={o.valeur} value={o.valeur}>
      {o.libelle}
    </option>
  );
  return (
    <Champ nom={nom} libelle={libelle} aide={aide} requis={requis} erreur={erreur} t={t} genre="select">
      <select
        // React empties the form after an action: a list made anew takes what was chosen as its own default, an old one forgets it
        key={String(rest.defaultValue ?? '')}
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
        {options.map(ecrire)}
        {groupes.map((g) => (
          <optgroup key={g.libelle} label={g.libelle}>
            {g.options.map(ecrire)}
          </optgroup>
        ))}
      </select>
    </Champ>
  );
}

const enTexte = (texte: string): string => texte.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const ecrites = new WeakMap<readonly Option[], string>();

/** The options of a constant list as one text, written once per process; `choisie` is marked. */
function optionsEcrites(options: readonly Option[], invite: string, choisie: string): string {
  const toutes = ecrites.get(options) ?? options.map((o) => `<option value="${enTexte(o.valeur)}">${enTexte(o.libelle)}</option>`).join('');
  ecrites.set(options, toutes);
  const debut = `<option value="${enTexte(choisie)}"`;
  return `<option value="">${enTexte(invite)}</option>${toutes}`.replace(`${debut}>`, () => `${debut} selected="">`);
}

type Longue = Omit<Props, 'defaultValue'> & { defaultValue?: string };

/**
 * A drop-down list of hundreds of options, always the same array. React would write each option piece by piece, which is a tenth
 * of the page of a step; here the texts, all constants of ours and escaped, are written as one.
 */
export function ChampChoixLong({ nom, libelle, aide, requis, erreur, t = francais, options, invite, defaultValue = '', ...rest }: Longue) {
  return (
    <Champ nom={nom} libelle={libelle} aide={aide} requis={requis} erreur={erreur} t={t} genre="select">
      <select
        name={nom}
        {...rest}
        defaultValue={defaultValue}
        className="fr-select"
        id={nom}
        required={requis}
        aria-invalid={erreur ? true : undefined}
        aria-describedby={decritPar(nom, aide, erreur)}
        dangerouslySetInnerHTML={{ __html: optionsEcrites(options, invite ?? t('Sélectionner une option'), defaultValue) }}
      />
    </Champ>
  );
}
