import { chargerContact } from '#features/assistance/contact/loaders.ts';
import { VueContact } from '#features/assistance/contact/views/contact.tsx';
import { titrePage } from '#guard/langue.ts';
import { env } from '#platform/env.ts';

export const generateMetadata = titrePage('Nous contacter');

export default async function Page({ searchParams }: PageProps<'/contact'>) {
  return <VueContact {...(await chargerContact(await searchParams))} officiel={env().PORTAIL_OFFICIEL} />;
}
