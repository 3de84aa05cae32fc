'use client';
// The summary of a refused form: links to the fields, focused when it appears. Without scripts the links still work.
import { useEffect, useRef } from 'react';
import { useT } from '#ui/langue/use-t.tsx';

export type ErreurChamp = { champ: string; message: string };

/**
 * `erreurs` in the order of the page; `champ` is the field's name, which is also its id. Nothing is shown when empty. `envoi` is another
 * value at each answer: the same refusal heard twice takes the focus twice.
 */
export function ResumeErreurs({ erreurs, general, envoi }: { erreurs: readonly ErreurChamp[]; general?: string; envoi?: unknown }) {
  const t = useT();
  const bloc = useRef<HTMLDivElement>(null);
  const empreinte = JSON.stringify([general, erreurs]);
  useEffect(() => {
    if (empreinte || envoi) bloc.current?.focus();
  }, [empreinte, envoi]);
  if (!erreurs.length && !general) return null;
  const titre =
    erreurs.length > 1 ? t('Il y a {n} erreurs dans le formulaire', { n: erreurs.length }) : t('Il y a une erreur dans le formulaire');
  return (
    <div className="fr-alert fr-alert--error portail-erreurs" role="alert" tabIndex={-1} ref={bloc} id="erreurs">
      <h2 className="fr-alert__title">{erreurs.length ? titre : t('Votre envoi n’a pas été accepté')}</h2>
      {general ? <p>{general}</p> : null}
      {erreurs.length ? (
        <ul>
          {erreurs.map((e) => (
            <li key={e.champ}>
              <a href={`#${e.champ}`}>{e.message}</a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
