// Why the history of a dossier leaves the portal; the answer is the PDF itself, so a plain form posts it.
import { ChampTexteLong } from '#ui/fields/texte-long.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import { parentsDe } from '../../instruction/views/fil.ts';
import { peutExporter } from '../loaders.ts';

type Props = { dossier: { id: string; numero: string }; erreur: boolean };

export function VueHistorique({ dossier, erreur }: Props) {
  return (
    <Page titre={t('Exporter l’historique')} parents={parentsDe(dossier)}>
      <p>
        {t(
          'Un PDF signé : chaque événement avec son auteur, l’empreinte des fichiers et des documents, ce qui a été notifié et lu, chaque consultation par un agent. Pour un juge ou un contrôle.',
        )}
      </p>
      <p>{t('Le motif est imprimé sur la première page et gardé au journal de l’administration ; la consultation est enregistrée.')}</p>
      <form action={`/api/agents/dossiers/${dossier.id}/historique`} method="post">
        <ChampTexteLong
          nom="motif"
          libelle={t('Motif')}
          aide={t(
            'Qui le demande, et dans quelle affaire : vingt caractères au moins. Exemple : tribunal administratif de Lille, requête n° 2601234.',
          )}
          requis
          minLength={20}
          maxLength={500}
          erreur={erreur ? t('Écrivez le motif : vingt caractères au moins, cinq cents au plus.') : undefined}
          t={t}
        />
        <button className="fr-btn" type="submit">
          {t('Télécharger l’historique (PDF)')}
        </button>
      </form>
    </Page>
  );
}

/** On the page of the dossier, for who may. */
export async function LienHistorique({ dossierId }: { dossierId: string }) {
  const { peut } = await peutExporter();
  if (!peut) return null;
  return (
    <p className="agent-separe">
      <a className="fr-link" href={`/instruction/${dossierId}/historique`}>
        {t('Exporter tout l’historique en PDF (juge, contrôle)')}
      </a>
    </p>
  );
}
