'use client';
// Who else has the dossier open. Written by the server; with scripts, asked again every minute, and told when the dossier changed meanwhile.
import { useEffect, useState } from 'react';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { useT } from '#ui/langue/use-t.tsx';

export type PresentDit = { nom: string; minutes: number };
type Reponse = { presents: PresentDit[]; version: number; changements: string[] };

const PERIODE = 60_000;

/** `depuis`: last event that the page shows. */
export function Presence(props: { dossierId: string; version: number; depuis: string; presents: readonly PresentDit[] }) {
  const { dossierId, version, depuis, presents } = props;
  const t = useT();
  const [vu, setVu] = useState<Reponse | null>(null);
  useEffect(() => {
    const signaler = async () => {
      if (document.visibilityState !== 'visible') return;
      const reponse = await fetch(`/api/agents/dossiers/${dossierId}/presence?depuis=${depuis}`, { method: 'POST' }).catch(() => null);
      if (reponse?.ok) setVu(await reponse.json());
    };
    const minuterie = setInterval(signaler, PERIODE);
    document.addEventListener('visibilitychange', signaler);
    return () => {
      clearInterval(minuterie);
      document.removeEventListener('visibilitychange', signaler);
    };
  }, [dossierId, depuis]);
  const la = vu?.presents ?? presents;
  const aChange = vu !== null && vu.version > version;
  return (
    <div role="status" className="agent-presence">
      {la.map(({ nom, minutes }) => (
        <p key={nom}>
          {minutes < 1
            ? t('{nom} vient d’ouvrir ce dossier.', { nom })
            : t('{nom} a ce dossier ouvert depuis {n} min.', { nom, n: minutes })}
        </p>
      ))}
      {aChange ? (
        <Alerte ton="warning" titre={t('Ce dossier a changé depuis que vous l’avez ouvert')}>
          <ul>
            {vu.changements.map((c) => (
              <li key={c}>{c}</li>
            ))}
          </ul>
          <p>{t('Ce que vous avez saisi reste dans cette page. Rechargez-la pour voir le dossier tel qu’il est.')}</p>
        </Alerte>
      ) : null}
    </div>
  );
}
