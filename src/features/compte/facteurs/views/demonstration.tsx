// Plays the telephones of the demonstration agents, beside the development mailbox.
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import { Tableau } from '#ui/layout/tableau.tsx';
import type { CodeDemonstration } from '../demonstration/queries.ts';

export function CodesDemonstration({ agents }: { agents: readonly CodeDemonstration[] }) {
  return (
    <Page
      titre={t('Codes des agents de démonstration')}
      chapo={<p>{t('Un agent se connecte avec son mot de passe et le code de son téléphone. Cette page joue les téléphones.')}</p>}
    >
      <p>{t('Chaque code sert une fois. Rechargez la page pour en avoir un autre.')}</p>
      <Tableau
        legende={t('Codes à 6 chiffres')}
        vide={t('Aucun agent de démonstration.')}
        colonnes={[t('Agent'), t('Adresse professionnelle'), t('Code')]}
        lignes={agents.map((a) => ({
          cle: a.email,
          cellules: [a.nom, a.email, a.code ?? t('Attendez {n} secondes', { n: a.secondes })],
        }))}
      />
      <p className="portail-actions">
        <a className="fr-btn fr-btn--secondary" href="/developpement/codes">
          {t('Actualiser')}
        </a>
        <a className="fr-btn fr-btn--tertiary" href="/developpement/boite">
          {t('Boîte de développement')}
        </a>
      </p>
    </Page>
  );
}
