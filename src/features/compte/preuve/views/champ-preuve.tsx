'use client';
import { ChampMotDePasse } from '#ui/fields/mot-de-passe.tsx';
import { useT } from '#ui/langue/use-t.tsx';

/** The password of now, or the word that a recent log-in is asked instead. */
export function ChampPreuve({ aMotDePasse, erreur }: { aMotDePasse: boolean; erreur?: string }) {
  const t = useT();
  if (!aMotDePasse)
    return <p>{t('Pour continuer, votre connexion doit dater de moins de 15 minutes. Sinon, reconnectez-vous d’abord.')}</p>;
  return (
    <ChampMotDePasse
      nom="motDePasse"
      libelle={t('Votre mot de passe actuel')}
      aide={t('Pour être sûrs que c’est bien vous')}
      requis
      autoComplete="current-password"
      erreur={erreur}
      t={t}
    />
  );
}
