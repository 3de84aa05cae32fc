'use client';
import { useState, useSyncExternalStore } from 'react';
import { useT } from '#ui/langue/use-t.tsx';

const jamais = () => () => {};

/** Shows or masks the password of the field `champ`; absent without scripts. */
export function VoirMotDePasse({ champ }: { champ: string }) {
  const t = useT();
  const vivant = useSyncExternalStore(
    jamais,
    () => true,
    () => false,
  );
  const [visible, setVisible] = useState(false);
  if (!vivant) return null;
  const basculer = () => {
    const saisie = document.getElementById(champ);
    if (!(saisie instanceof HTMLInputElement)) return;
    saisie.type = visible ? 'password' : 'text';
    setVisible(!visible);
  };
  return (
    <button
      type="button"
      className="fr-btn fr-btn--tertiary-no-outline fr-btn--sm portail-voir"
      aria-pressed={visible}
      aria-controls={champ}
      onClick={basculer}
    >
      {t('Afficher le mot de passe')}
    </button>
  );
}
