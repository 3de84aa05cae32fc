import { ENTREES, QUESTION_ENTREE } from '#procedures/situations.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import type { Brouillon } from '../queries.ts';
import { FormulaireEntree } from './formulaire-entree.tsx';

export function PageEntree({ brouillons = [] }: { brouillons?: readonly Brouillon[] }) {
  return (
    <Page titre={t('Demander un titre de séjour')} largeur="texte">
      {brouillons.map(({ id, nom, etape, pour }) => (
        <Alerte ton="info" titre={t('Vous avez commencé une demande')} niveau="h2" key={id}>
          <p>{pour ? t('{demarche}, pour {nom}', { demarche: t(nom), nom: pour }) : t(nom)}</p>
          <p>
            <a className="fr-btn fr-btn--sm" href={`/demarches/${id}/${etape}`}>
              {t('Reprendre ma demande')}
              <span className="fr-sr-only"> {t(nom)}</span>
            </a>
          </p>
        </Alerte>
      ))}
      <FormulaireEntree question={t(QUESTION_ENTREE)} options={ENTREES.map((e) => ({ valeur: e.code, libelle: t(e.libelle) }))} />
      <p className="fr-mt-4w">
        {t('Vous ne demandez pas un titre de séjour ?')}{' '}
        <a href="/services/nationalite-francaise">{t('Demander la nationalité française')}</a>
        {' · '}
        <a href="/services/autorisation-de-travail">{t('Je demande une autorisation de travail')}</a>
      </p>
    </Page>
  );
}
