// The messages of a dossier, oldest first, for either side.
import type { ReactNode } from 'react';
import { tailleLisible } from '#domain/piece/fichier.ts';
import { Badge } from '#ui/feedback/badge.tsx';
import { t } from '#ui/langue/t.ts';
import { Instant } from '#ui/layout/instant.tsx';
import type { JointeLue, MessageLu } from '../queries.ts';

export function Jointes({
  fichiers,
  lecture,
  suite,
}: {
  fichiers: readonly JointeLue[];
  lecture: string;
  suite?: (f: JointeLue) => ReactNode;
}) {
  if (fichiers.length === 0) return null;
  return (
    <ul className="portail-fichiers">
      {fichiers.map((f) => (
        <li key={f.id}>
          {f.etat === 'sain' ? (
            <a className="fr-link" href={`${lecture}/${f.id}`} target="_blank" rel="noopener">
              {f.nom}
              <span className="fr-sr-only"> {t('(nouvelle fenêtre)')}</span>
            </a>
          ) : (
            f.nom
          )}{' '}
          ({tailleLisible(f.taille)}) {f.etat === 'en_attente' ? <Badge ton="info">{t('Analyse antivirus en cours')}</Badge> : null}
          {f.etat === 'infecte' ? <Badge ton="error">{t('Supprimé : il contenait un virus')}</Badge> : null}
          {suite?.(f)}
        </li>
      ))}
    </ul>
  );
}

type Props = {
  messages: readonly MessageLu[];
  de: (message: MessageLu) => string;
  lecture: string;
  /** under a message: its state, what may be done with it */
  apres?: (message: MessageLu) => ReactNode;
  suiteFichier?: (message: MessageLu, fichier: JointeLue) => ReactNode;
};

export function Fil({ messages, de, lecture, apres, suiteFichier }: Props) {
  return (
    <ol className="portail-echange">
      {messages.map((m) => (
        <li key={m.id} className={m.de === 'agent' ? 'portail-echange__agent' : undefined}>
          <p className="fr-text--bold fr-mb-1v">
            {de(m)} – <Instant le={m.envoyeLe ?? m.creeLe} precis t={t} />{' '}
            {m.sorte === 'complement' ? <Badge ton="info">{t('Éléments ajoutés')}</Badge> : null}
          </p>
          {m.texte ? <p className="portail-echange__texte">{m.texte}</p> : null}
          <Jointes fichiers={m.fichiers} lecture={lecture} suite={suiteFichier ? (f) => suiteFichier(m, f) : undefined} />
          {apres?.(m)}
        </li>
      ))}
    </ol>
  );
}
