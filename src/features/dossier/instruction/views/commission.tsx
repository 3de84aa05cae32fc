// Before which refusals of this request the commission du titre de séjour is asked (L.432-13).
import type { ReactNode } from 'react';
import type { Saisine } from '#domain/dossier/commission.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';

export function MentionCommission({ saisine: { conditionsRemplies, engagement }, children }: { saisine: Saisine; children?: ReactNode }) {
  if (conditionsRemplies === null && engagement === null) return null;
  return (
    <Alerte ton="info">
      {conditionsRemplies
        ? t(
            'Avant de refuser ce titre à une personne qui en remplit les conditions, la commission du titre de séjour est saisie (CESEDA, art. {article}).',
            { article: conditionsRemplies },
          )
        : null}
      {conditionsRemplies && engagement ? ' ' : null}
      {engagement
        ? t(
            'Avant de refuser ce renouvellement pour un manquement au contrat d’engagement, la commission du titre de séjour est saisie (CESEDA, art. {article}).',
            { article: engagement },
          )
        : null}{' '}
      {children}
    </Alerte>
  );
}
