// On top of the page of the dossier: the transfer that a change of address calls for. Its button stands with the others.
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { chargerTransfertPropose } from '../loaders.ts';

export async function SectionTransfert({ dossierId }: { dossierId: string }) {
  const { proposee } = await chargerTransfertPropose(dossierId);
  if (!proposee) return null;
  return (
    <Alerte ton="warning" titre={t('Transfert à proposer')} niveau="h2">
      <p>{t('La personne a déclaré une nouvelle adresse : {prefecture} est compétente.', { prefecture: proposee })}</p>
    </Alerte>
  );
}
