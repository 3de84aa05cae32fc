import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import type { EchecAgent } from '../schema.ts';

function phrase(echec: EchecAgent): string {
  switch (echec) {
    case 'annule':
      return t('Vous avez annulé votre passage par ProConnect.');
    case 'panne':
      return t('ProConnect ne répond pas en ce moment. Votre adresse professionnelle et votre mot de passe ouvrent toujours votre espace.');
    case 'trop':
      return t('Trop de départs vers ProConnect depuis ce réseau. Attendez 15 minutes puis recommencez.');
    case 'inconnu':
      return t(
        'ProConnect vous a reconnu, mais aucun agent actif de ce portail n’a votre adresse professionnelle. Demandez une invitation à votre administrateur.',
      );
    case 'sans_facteur':
      return t(
        'ProConnect vous a reconnu avec un seul facteur, et vous n’en avez pas encore d’autre sur ce portail. Demandez une nouvelle invitation à votre administrateur.',
      );
    case 'refuse':
      return t('La réponse de ProConnect n’a pas pu être vérifiée. Rien n’a été ouvert. Recommencez.');
    case 'ancien':
      return t('Ce passage par ProConnect est trop ancien, a déjà servi ou a commencé dans un autre navigateur. Recommencez.');
  }
}

/** Why one is still outside. */
export function EchecProConnect({ echec }: { echec: EchecAgent }) {
  return (
    <Page titre={t('Connexion avec ProConnect')} ici={null} largeur="texte">
      <Alerte ton={echec === 'annule' ? 'info' : 'warning'}>{phrase(echec)}</Alerte>
      <p className="portail-actions">
        <a className="fr-btn" href="/agents/connexion">
          {t('Revenir à la page de connexion')}
        </a>
      </p>
    </Page>
  );
}
