import { chargerAbandon } from '#features/dossier/depot/loaders.ts';
import { FormulaireAbandon } from '#features/dossier/depot/views/formulaire-abandon.tsx';
import { titrePage } from '#guard/langue.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { Page as Cadre } from '#ui/layout/page.tsx';

export const generateMetadata = titrePage('Abandonner la demande');

export default async function Page({ params }: { params: Promise<{ dossier: string }> }) {
  const { dossierId, nom, retour } = await chargerAbandon((await params).dossier);
  return (
    <Cadre titre={t('Abandonner la demande')} largeur="texte">
      <p>{t(nom)}</p>
      <Alerte ton="warning" titre={t('Voulez-vous vraiment abandonner cette demande ?')} niveau="h2">
        {t('Vos réponses et les fichiers joints seront effacés. Vous pourrez toujours commencer une nouvelle demande.')}
      </Alerte>
      <FormulaireAbandon dossierId={dossierId} retour={retour} />
    </Cadre>
  );
}
