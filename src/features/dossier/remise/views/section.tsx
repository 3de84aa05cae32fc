// On the page of a dossier: where its titre stands, its appointments, and the page where they are given.
import { t } from '#ui/langue/t.ts';
import { ListeResume } from '#ui/layout/liste-resume.tsx';
import { chargerSectionTitre } from '../loaders.ts';
import { lignesDuTitre, RendezVousPasses } from './fiche.tsx';

const OU_CONVOQUER = ['en_instruction', 'accepte'];

export async function SectionTitre({ dossierId }: { dossierId: string }) {
  const fiche = await chargerSectionTitre(dossierId);
  if (!fiche.remise && fiche.rendezVous.length === 0 && !(fiche.peutConvoquer && OU_CONVOQUER.includes(fiche.statut))) return null;
  return (
    <section className="agent-separe" aria-labelledby="titre-et-rendez-vous">
      <h2 className="fr-h5" id="titre-et-rendez-vous">
        {t('Titre et rendez-vous')}
      </h2>
      {fiche.remise ? <ListeResume lignes={lignesDuTitre(fiche)} /> : null}
      <RendezVousPasses rendezVous={fiche.rendezVous} />
      {fiche.peutConvoquer ? (
        <p>
          <a className="fr-link" href={`/instruction/${dossierId}/titre`}>
            {t('Convoquer, enregistrer le titre')}
          </a>
        </p>
      ) : null}
    </section>
  );
}
