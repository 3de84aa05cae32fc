// One dossier read exceptionally: the page of the agents, without any act, with what is being done said on top.
import type { DossierInstruit } from '#features/dossier/instruction/queries.ts';
import { instantLisible } from '#features/dossier/instruction/views/dates.ts';
import { VueDossier } from '#features/dossier/instruction/views/dossier.tsx';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { ACCUEIL } from '../../views/fil.ts';

type Props = {
  dossier: DossierInstruit;
  agentId: string;
  ouverture: { motif: string; finLe: Date };
  piece: string | null;
  fichier: string | null;
};

export function VueDossierOuvert({ dossier, agentId, ouverture, piece, fichier }: Props) {
  const octets = `/api/administration/dossiers/${dossier.id}`;
  return (
    <VueDossier
      dossier={dossier}
      actions={[]}
      agentId={agentId}
      ouverture={{ piece, fichier, apres: null, fait: null }}
      ailleurs={{
        adresses: { page: `/administration/bris-de-glace/${dossier.id}`, fichiers: `${octets}/fichiers`, documents: `${octets}/documents` },
        parents: [ACCUEIL(), { libelle: t('Ouvertures exceptionnelles de dossiers'), href: '/administration/bris-de-glace' }],
        avis: (
          <Alerte ton="warning" titre={t('Ouverture exceptionnelle, en lecture seule')} niveau="h2">
            <p>
              {t('Jusqu’au {fin}. Motif : {motif} Chaque lecture est enregistrée.', {
                fin: instantLisible(ouverture.finLe),
                motif: ouverture.motif,
              })}
            </p>
          </Alerte>
        ),
      }}
    />
  );
}
