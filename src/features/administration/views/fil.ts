// Where the pages of the administration stand.
import { t } from '#ui/langue/t.ts';

export const ACCUEIL = () => ({ libelle: t('Administration'), href: '/administration' });
