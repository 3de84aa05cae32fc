import type { ComponentPropsWithRef } from 'react';
import { Champ, decritPar, type ProprietesChamp } from './champ.tsx';

type Props = ProprietesChamp & Omit<ComponentPropsWithRef<'textarea'>, 'id' | 'className' | 'required'>;

/** Rows that show most of a text without scrolling. */
export const lignesVisibles = (texte: string): number => Math.min(14, Math.max(4, Math.ceil(texte.length / 75) + 1));

export function ChampTexteLong({ nom, libelle, aide, requis, erreur, t, ...rest }: Props) {
  return (
    <Champ nom={nom} libelle={libelle} aide={aide} requis={requis} erreur={erreur} t={t}>
      <textarea
        rows={5}
        name={nom}
        {...rest}
        className={erreur ? 'fr-input fr-input--error' : 'fr-input'}
        id={nom}
        required={requis}
        aria-invalid={erreur ? true : undefined}
        aria-describedby={decritPar(nom, aide, erreur)}
      />
    </Champ>
  );
}
