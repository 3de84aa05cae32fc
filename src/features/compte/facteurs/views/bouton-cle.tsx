'use client';
// A passkey needs the browser: these buttons are absent without scripts. The library comes with the first press, not with the page.
import { type MouseEvent, useState, useSyncExternalStore } from 'react';
import { type Action, FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { useT } from '#ui/langue/use-t.tsx';

const jamais = () => () => {};
/** True once scripts run. */
export const useVivant = () =>
  useSyncExternalStore(
    jamais,
    () => true,
    () => false,
  );

type Props = {
  /** gives the challenge */
  defi: Action;
  /** asks the browser, with the challenge as JSON; gives what it answered, as JSON */
  demander: (defi: string) => Promise<string>;
  /** field of the same form that carries the answer */
  champ: string;
  secondaire?: boolean;
  children: string;
};

const parler = async (defi: Action, t: (phrase: string) => string): Promise<{ defi: string } | { message: string }> => {
  const etat = await defi(FORMULAIRE_VIDE, new FormData());
  return etat.defi ? { defi: etat.defi } : { message: etat.general ?? t('Rechargez la page, puis recommencez.') };
};

export function BoutonCle({ defi, demander, champ, secondaire = false, children }: Props) {
  const t = useT();
  const vivant = useVivant();
  const [message, setMessage] = useState<string | null>(null);
  const [enCours, setEnCours] = useState(false);
  if (!vivant) return null;
  const presser = async ({ currentTarget: { form } }: MouseEvent<HTMLButtonElement>) => {
    const reponse = form?.elements.namedItem(champ);
    if (!form || !(reponse instanceof HTMLInputElement)) return;
    setMessage(null);
    setEnCours(true);
    try {
      const donne = await parler(defi, t);
      if ('message' in donne) return setMessage(donne.message);
      reponse.value = await demander(donne.defi);
      form.requestSubmit();
    } catch {
      // the person said no, or took too long: browsers tell nothing more, on purpose
      setMessage(t('Votre appareil n’a pas confirmé. Recommencez quand vous voulez.'));
    } finally {
      setEnCours(false);
    }
  };
  return (
    <div className="portail-cle">
      <button type="button" className={secondaire ? 'fr-btn fr-btn--secondary' : 'fr-btn'} disabled={enCours} onClick={presser}>
        {children}
      </button>
      <div role="alert">{message ? <p className="fr-message fr-message--error">{message}</p> : null}</div>
    </div>
  );
}

export async function signerDefi(defi: string): Promise<string> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  return JSON.stringify(await startAuthentication({ optionsJSON: JSON.parse(defi) }));
}

export async function creerCle(defi: string): Promise<string> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  return JSON.stringify(await startRegistration({ optionsJSON: JSON.parse(defi) }));
}
