// On the page of the dossier: the transfer that a change of address calls for, or the way to ask one.
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { chargerTransfertPropose } from '../loaders.ts';

export async function SectionTransfert({ dossierId }: { dossierId: string }) {
  const { offert, proposee } = await chargerTransfertPropose(dossierId);
  if (!offert) return null;
  const lien = (
    <a className="fr-link" href={`/instruction/${dossierId}/transfert`}>
      {t('Transférer à une autre préfecture')}
    </a>
  );
  if (!proposee) return <p>{lien}</p>;
  return (
    <Alerte ton="warning" titre={t('Transfert à proposer')} niveau="h2">
      <p>{t('La personne a déclaré une nouvelle adresse : {prefecture} est compétente.', { prefecture: proposee })}</p>
      <p>{lien}</p>
    </Alerte>
  );
}
