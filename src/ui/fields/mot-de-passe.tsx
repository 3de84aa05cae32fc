import type { ComponentPropsWithRef } from 'react';
import { Champ, decritPar, type ProprietesChamp } from './champ.tsx';
import { VoirMotDePasse } from './voir-mot-de-passe.tsx';

type Props = ProprietesChamp &
  Omit<ComponentPropsWithRef<'input'>, 'id' | 'className' | 'required' | 'type'> & { autoComplete: 'current-password' | 'new-password' };

/** A masked field. Its "show" button comes with scripts only. */
export function ChampMotDePasse({ nom, libelle, aide, requis, erreur, t, ...rest }: Props) {
  return (
    <div className="portail-mot-de-passe">
      <Champ nom={nom} libelle={libelle} aide={aide} requis={requis} erreur={erreur} t={t}>
        <input
          name={nom}
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          {...rest}
          type="password"
          className={erreur ? 'fr-input fr-input--error' : 'fr-input'}
          id={nom}
          required={requis}
          aria-invalid={erreur ? true : undefined}
          aria-describedby={decritPar(nom, aide, erreur)}
        />
        <VoirMotDePasse champ={nom} />
      </Champ>
    </div>
  );
}
