// The frame of the pages of "Mon compte": the way back, and where else to go. Links and <details> only: it works without scripts.
import type { ReactNode } from 'react';
import { t } from '#ui/langue/t.ts';
import type { Etage } from '#ui/layout/fil-ariane.tsx';
import { Page } from '#ui/layout/page.tsx';
import { chemins } from './menu.ts';

/** A new page of the compte = one line here. */
const rubriques = () => [
  { libelle: t('Mes demandes'), href: chemins.monCompte },
  { libelle: t('Mes notifications'), href: '/mon-compte/notifications' },
  { libelle: t('Mes coordonnées'), href: '/mon-compte/coordonnees' },
  { libelle: t('Sécurité'), href: '/mon-compte/securite' },
  { libelle: t('Mon consentement'), href: '/mon-compte/consentement' },
  { libelle: t('Mes mandats'), href: '/mon-compte/mandats' },
  { libelle: t('Mes échanges'), href: '/mon-compte/tickets' },
  { libelle: t('Mes données'), href: '/mon-compte/donnees' },
];

function Liens({ ici }: { ici: string }) {
  return (
    <ul>
      {rubriques().map((r) => (
        <li key={r.href}>
          <a href={r.href} aria-current={r.href === ici ? 'page' : undefined}>
            {r.libelle}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Beside the content on a wide screen, folded above it on a phone. */
export function RubriquesCompte({ ici }: { ici: string }) {
  return (
    <div>
      <nav className="portail-rubriques portail-large" aria-label={t('Rubriques de mon compte')}>
        <Liens ici={ici} />
      </nav>
      <details className="portail-rubriques portail-etroit">
        <summary>{t('Rubriques de mon compte')}</summary>
        <nav aria-label={t('Rubriques de mon compte')}>
          <Liens ici={ici} />
        </nav>
      </details>
    </div>
  );
}

type Props = { titre: string; ici: string; fil?: string; dans?: Etage; chapo?: ReactNode; children: ReactNode };

/** A page of the compte. `ici`: its address; `fil`: its name in the breadcrumb when it is not its title; `dans`: the page of the compte it belongs to. */
export function PageCompte({ titre, ici, fil, dans, chapo, children }: Props) {
  return (
    <Page
      titre={titre}
      ici={fil}
      parents={[{ libelle: t('Mon compte'), href: chemins.monCompte }, ...(dans ? [dans] : [])]}
      chapo={chapo}
      rubriques={<RubriquesCompte ici={ici} />}
    >
      {children}
    </Page>
  );
}
