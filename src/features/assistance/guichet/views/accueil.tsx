// Somebody who has no e-mail comes to the desk (R.431-2).
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import { FormulaireAccueil } from './formulaire-accueil.tsx';

export function VueAccueil() {
  return (
    <Page
      titre={t('Recevoir une personne sans adresse électronique')}
      parents={[{ libelle: t('Assistance'), href: '/assistance' }]}
      largeur="texte"
    >
      <p>
        {t(
          'Le dépôt en ligne demande une adresse électronique. Une personne qui n’en a pas dépose sa demande au guichet, avec vous. Elle repart avec sa confirmation imprimée ; les courriers suivants lui arrivent par la poste.',
        )}
      </p>
      <p>{t('Elle a une adresse ? Elle écrit d’abord au centre de contact : vous ouvrez le dépôt depuis son ticket.')}</p>
      <FormulaireAccueil />
    </Page>
  );
}
