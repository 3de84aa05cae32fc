// Inviting an agent: they choose their password and their second factor by the link.

import type { RoleAgent } from '#domain/access/actors.ts';
import type { Prefecture } from '#features/configuration/prefectures/queries.ts';
import { FormulaireDeclare } from '#features/formulaires/views/agent.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import { faireInviter } from '../actions.ts';
import { champsAgent, PARENTS_AGENT } from './agent.tsx';

type Props = { prefectures: readonly Prefecture[]; attribuables: readonly RoleAgent[] };

export function VueInvitation({ prefectures, attribuables }: Props) {
  return (
    <Page titre={t('Inviter un agent')} parents={PARENTS_AGENT()} largeur="texte">
      <p>
        {t('Un lien part à son adresse professionnelle, valable une fois : l’agent y choisit son mot de passe, puis un second facteur.')}
      </p>
      <FormulaireDeclare
        action={faireInviter}
        bouton={t('Envoyer l’invitation')}
        champs={[
          { sorte: 'texte', nom: 'email', type: 'email', libelle: t('Adresse professionnelle'), requis: true },
          ...champsAgent(attribuables, prefectures),
        ]}
      />
    </Page>
  );
}
