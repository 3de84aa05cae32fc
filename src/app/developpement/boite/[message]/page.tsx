import { loaderMessage } from '#features/notifications/courriels/loaders.ts';
import { VueMessage } from '#features/notifications/courriels/views/boite.tsx';
import { langueDemandee, titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Boîte de développement');

type Props = { params: Promise<{ message: string }> };

export default async function Message({ params }: Props) {
  await langueDemandee();
  return <VueMessage {...(await loaderMessage((await params).message))} />;
}
