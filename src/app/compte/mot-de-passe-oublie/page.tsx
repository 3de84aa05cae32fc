import { MotDePasseOublie } from '#features/compte/oubli/views/oubli.tsx';
import { langueDemandee, titrePage } from '#guard/langue.ts';

export const generateMetadata = titrePage('Mot de passe oublié');

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: Props) {
  await langueDemandee();
  return <MotDePasseOublie estEnvoye={(await searchParams).envoye !== undefined} />;
}
