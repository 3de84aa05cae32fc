'use client';
// Keeps what is typed, one second after the last key and when the page is left. One request at a time; a conflict stops it.
import { useEffect, useRef, useState } from 'react';
import type { Brut } from '#domain/procedure/champs.ts';
import { lieuDe, noterSilence, signalerSilences } from '#features/blocages/views/signaler.ts';

const DELAI = 1000;
const SANS_RESEAU = 'Pas de réseau : votre saisie n’est pas encore gardée. Elle le sera dès que possible.';
const SESSION_FINIE =
  'Votre session est terminée : votre saisie n’est plus gardée. Reconnectez-vous dans un autre onglet, sans fermer cette page ; elle le sera alors.';

export type Sauvegarde = {
  version: number;
  /** version saved by another tab or device; undefined: none */
  conflit: number | undefined;
  message: string;
  planifier: () => void;
  /** stops and gives the version to send with the form */
  arreter: () => Promise<number>;
  /** takes one's own typing over the other version */
  garder: (version: number) => void;
};

export function useSauvegarde(adresse: string, lire: () => { [code: string]: Brut }, versionInitiale: number): Sauvegarde {
  const lieu = lieuDe(adresse);
  const [version, setVersion] = useState(versionInitiale);
  const [conflit, setConflit] = useState<number>();
  const [message, setMessage] = useState('');
  const courante = useRef(versionInitiale);
  const minuterie = useRef<ReturnType<typeof setTimeout>>(undefined);
  const enVol = useRef<Promise<void>>(Promise.resolve());
  const sale = useRef(false);
  const bloque = useRef(false);
  const parti = useRef(false);

  const poster = (versionVue: number) =>
    fetch(adresse, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ valeurs: lire(), version: versionVue }),
      keepalive: true,
    });
  const ecrire = async () => {
    if (!sale.current || bloque.current) return;
    sale.current = false;
    parti.current = true;
    try {
      const reponse = await poster(courante.current);
      const corps: { version?: number; faute?: string } = await reponse.json().catch(() => ({}));
      // a proxy that answers for a service that does not: a fault of ours has its number, and is written down already
      if (reponse.status >= 500 && !corps.faute) noterSilence(lieu);
      else signalerSilences(lieu);
      if (reponse.status === 409) {
        bloque.current = true;
        setConflit(corps.version ?? 0);
        return;
      }
      if (reponse.status === 401) return reporter(SESSION_FINIE);
      if (!reponse.ok) throw new Error(String(reponse.status));
      courante.current = corps.version ?? courante.current;
      setVersion(courante.current);
      setMessage('Saisie gardée.');
    } catch (erreur) {
      if (erreur instanceof TypeError) noterSilence(lieu);
      reporter(SANS_RESEAU);
    } finally {
      parti.current = false;
    }
  };
  /** The page goes away: no time to wait for the request under way, whose version is the next one. */
  const partir = () => {
    if (!sale.current || bloque.current) return;
    if (!parti.current) return void vider();
    sale.current = false;
    poster(courante.current + 1)
      .then(async (reponse) => {
        if (!reponse.ok) return reporter(SANS_RESEAU);
        const { version: gardee }: { version: number } = await reponse.json();
        courante.current = Math.max(courante.current, gardee);
        setVersion(courante.current);
      })
      .catch(() => reporter(SANS_RESEAU));
  };
  /** The typing stays in the page and goes with the next try. */
  const reporter = (pourquoi: string) => {
    sale.current = true;
    setMessage(pourquoi);
    minuterie.current = setTimeout(vider, 5 * DELAI);
  };
  const vider = () => {
    clearTimeout(minuterie.current);
    enVol.current = enVol.current.then(ecrire);
    return enVol.current;
  };

  const dernier = useRef(partir);
  dernier.current = partir;
  useEffect(() => {
    const cacher = () => {
      if (document.visibilityState === 'hidden') dernier.current();
    };
    // before the next page is asked for: a reload must show what was just typed
    const quitter = () => dernier.current();
    document.addEventListener('visibilitychange', cacher);
    window.addEventListener('beforeunload', quitter);
    return () => {
      clearTimeout(minuterie.current);
      document.removeEventListener('visibilitychange', cacher);
      window.removeEventListener('beforeunload', quitter);
    };
  }, []);

  return {
    version,
    conflit,
    message,
    planifier: () => {
      sale.current = true;
      clearTimeout(minuterie.current);
      minuterie.current = setTimeout(vider, DELAI);
    },
    arreter: async () => {
      clearTimeout(minuterie.current);
      sale.current = false;
      await enVol.current;
      return courante.current;
    },
    garder: (autre) => {
      courante.current = autre;
      setVersion(autre);
      bloque.current = false;
      sale.current = true;
      setConflit(undefined);
      void vider();
    },
  };
}
