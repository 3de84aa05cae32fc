// A section of the page of a dossier (app/instruction/[dossier]/sections): who follows it, and a button to follow it.
import { FormulaireDeclare } from '#features/formulaires/views/agent.tsx';
import { t } from '#ui/langue/t.ts';
import { faireSuivre } from '../actions.ts';
import { chargerSuivi } from '../loaders.ts';

export async function SectionSuivi({ dossierId }: { dossierId: string }) {
  const { suiveurs, suit } = await chargerSuivi(dossierId);
  return (
    <section className="agent-suivi" aria-labelledby="suivi-titre">
      <h2 className="fr-h5" id="suivi-titre">
        {t('Qui suit ce dossier')}
      </h2>
      <p>
        {suiveurs.length
          ? t('Suivi par {noms}.', { noms: suiveurs.map((s) => s.nom).join(', ') })
          : t('Personne ne suit ce dossier, hors l’agent qui l’a en charge.')}
      </p>
      <FormulaireDeclare
        action={faireSuivre}
        caches={{ dossier: dossierId, suivre: suit ? '0' : '1' }}
        bouton={suit ? t('Ne plus suivre') : t('Suivre ce dossier')}
        secondaire
      />
    </section>
  );
}
