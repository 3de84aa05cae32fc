import { ENTREES, QUESTION_ENTREE } from '#procedures/situations.ts';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import { FormulaireEntree } from './formulaire-entree.tsx';

export function PageEntree() {
  return (
    <Page titre={t('Demander un titre de séjour')} largeur="texte">
      <FormulaireEntree question={t(QUESTION_ENTREE)} options={ENTREES.map((e) => ({ valeur: e.code, libelle: t(e.libelle) }))} />
    </Page>
  );
}
