import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { menuPied } from '#features/accueil/views/menu.ts';
import { loaderEntete } from '#features/compte/entete/loaders.ts';
import { CompteEntete } from '#features/compte/entete/views/compte.tsx';
import { menusDe } from '#features/compte/entete/views/menus.ts';
import { langueDemandee } from '#guard/langue.ts';
import { env } from '#platform/env.ts';
import { Coquille } from '#ui/layout/coquille.tsx';
import { marianne } from '#ui/layout/police.ts';
import '#ui/layout/styles.ts';
import { dictionnaireDe, sensDe } from '#ui/langue/langues.ts';
import { FournisseurLangue } from '#ui/langue/use-t.tsx';

export function generateMetadata(): Metadata {
  const { PORTAIL_NOM, PORTAIL_OFFICIEL } = env();
  return {
    title: { default: PORTAIL_NOM, template: `%s – ${PORTAIL_NOM}` },
    robots: PORTAIL_OFFICIEL ? undefined : { index: false, follow: false },
    icons: { icon: '/favicon.svg' },
    formatDetection: { telephone: false, email: false, address: false },
  };
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' };

export default async function Layout({ children }: { children: ReactNode }) {
  const demande = await headers();
  const langue = await langueDemandee();
  const chemin = demande.get('x-chemin') ?? '/';
  const e = env();
  const visiteur = await loaderEntete(chemin);
  const page = (
    <Coquille
      langue={langue}
      marque={{ ministere: e.PORTAIL_MINISTERE, service: e.PORTAIL_NOM, direction: e.PORTAIL_DIRECTION, officiel: e.PORTAIL_OFFICIEL }}
      {...menusDe(visiteur, chemin)}
      liensPied={menuPied()}
      hrefContact={/^\/(contact)?$/.test(chemin) ? '/contact' : `/contact?page=${encodeURIComponent(chemin)}`}
      compte={<CompteEntete visiteur={visiteur} />}
    >
      {children}
    </Coquille>
  );
  return (
    <html lang={langue === 'zz' ? 'fr' : langue} dir={sensDe(langue)} className={marianne.variable}>
      {e.PORTAIL_OFFICIEL ? (
        <head>
          <link rel="stylesheet" href="/etat/logo.css" />
        </head>
      ) : null}
      <body>
        {langue === 'fr' ? (
          page
        ) : (
          <FournisseurLangue langue={langue} dictionnaire={dictionnaireDe(langue)}>
            {page}
          </FournisseurLangue>
        )}
      </body>
    </html>
  );
}
