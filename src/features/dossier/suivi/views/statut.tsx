import { type Objet, type Statut, statutUsager } from '#domain/dossier/statuts.ts';
import { Badge, type TonBadge } from '#ui/feedback/badge.tsx';
import { t } from '#ui/langue/t.ts';

const TON: Readonly<Record<Statut, TonBadge>> = {
  brouillon: 'neutre',
  abandonne: 'neutre',
  depose: 'info',
  en_instruction: 'info',
  propose: 'info',
  accepte: 'success',
  remis: 'success',
  refuse: 'neutre',
  clos: 'neutre',
  retire: 'neutre',
};

/** The word of the portal for a statut (S-196 to S-199). */
export function BadgeStatut({ statut, objet }: { statut: Statut; objet: Objet }) {
  return (
    <Badge ton={TON[statut]} icone={false}>
      {t(statutUsager(statut, objet).libelle)}
    </Badge>
  );
}
