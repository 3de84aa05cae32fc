// Where the pages of one dossier stand.
import { t } from '#ui/langue/t.ts';

export function parentsDe({ id, numero }: { id: string; numero: string }) {
  return [
    { libelle: t('Dossiers à instruire'), href: '/instruction' },
    { libelle: numero, href: `/instruction/${id}` },
  ];
}
