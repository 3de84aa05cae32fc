import { chargerQuestions } from '#features/listes/loaders.ts';
import { VueQuestions } from '#features/listes/views/questions.tsx';
import { titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Questions de la démarche et leurs sources');

export default async function Page({ params }: PageProps<'/administration/listes/[procedure]/questions'>) {
  return <VueQuestions {...(await chargerQuestions((await params).procedure))} />;
}
