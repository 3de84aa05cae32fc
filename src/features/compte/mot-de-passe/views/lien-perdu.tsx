import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';

/** A link that was used, or too old: what to do. `href`: where another one is asked for. */
export function LienPerdu({ href }: { href: string }) {
  return (
    <>
      <Alerte ton="error" titre={t('Ce lien ne fonctionne plus')} niveau="h2">
        {t('Il a expiré ou il a déjà servi. Demandez-en un nouveau.')}
      </Alerte>
      <p className="portail-actions">
        <a className="fr-btn" href={href}>
          {t('Demander un nouveau lien')}
        </a>
      </p>
    </>
  );
}
