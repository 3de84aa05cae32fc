// Who is in, and from where.
import type { Action } from '#guard/formulaire.ts';
import { Badge } from '#ui/feedback/badge.tsx';
import { t } from '#ui/langue/t.ts';
import { Instant } from '#ui/layout/instant.tsx';
import { terminerAutresAgent, terminerAutresUsager, terminerSessionAgent, terminerSessionUsager } from '../actions.ts';
import type { SessionLue } from '../queries.ts';
import { BoutonSession } from './bouton-session.tsx';

const ACTIONS: Readonly<Record<'usager' | 'agent', { une: Action; autres: Action }>> = {
  usager: { une: terminerSessionUsager, autres: terminerAutresUsager },
  agent: { une: terminerSessionAgent, autres: terminerAutresAgent },
};

function nomDe({ navigateur, systeme }: SessionLue): string {
  if (navigateur && systeme) return t('{navigateur} sur {systeme}', { navigateur, systeme });
  return navigateur ?? systeme ?? t('Appareil inconnu');
}

function moyenDe({ moyen }: SessionLue): string {
  switch (moyen) {
    case 'lien':
      return t('par un lien reçu par courriel');
    case 'franceconnect':
      return t('avec FranceConnect');
    case 'proconnect':
      return t('avec ProConnect');
    default:
      return t('avec le mot de passe');
  }
}

export function Sessions({ porte, sessions }: { porte: 'usager' | 'agent'; sessions: readonly SessionLue[] }) {
  const { une, autres } = ACTIONS[porte];
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{t('Appareils connectés')}</h2>
      <p>{t('Un appareil que vous ne reconnaissez pas ? Fermez sa session, puis changez votre mot de passe.')}</p>
      <ul className="portail-liste-nue">
        {sessions.map((s) => (
          <li key={s.id} className="portail-carte">
            <div className="portail-carte__tete">
              <h3 className="fr-h6">{nomDe(s)}</h3>
              {s.estIci ? <Badge ton="success">{t('Cette session')}</Badge> : null}
            </div>
            <p className="fr-mb-1w">
              {t('Entrée le')} <Instant le={s.creeLe} precis t={t} />, {moyenDe(s)}. {t('Vue pour la dernière fois le')}{' '}
              <Instant le={s.vueLe} precis t={t} />.
            </p>
            {s.estIci ? null : (
              <BoutonSession action={une} session={s.id} precision={nomDe(s)}>
                {t('Fermer cette session')}
              </BoutonSession>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? <BoutonSession action={autres}>{t('Fermer toutes les autres sessions')}</BoutonSession> : null}
    </section>
  );
}
