import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Page non trouvée');

export { PageNonTrouvee as default } from '#ui/feedback/page-non-trouvee.tsx';
