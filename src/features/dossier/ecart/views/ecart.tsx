// Before a file is destroyed: what goes, what stays, and why it goes.
import { MOTIFS_ECART, type MotifEcart } from '#domain/dossier/evenements.ts';
import { FormulaireDeclare } from '#features/formulaires/views/agent.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import type { DossierEnBref } from '../../instruction/queries.ts';
import { parentsDe } from '../../instruction/views/fil.ts';
import { faireEcarterFichier } from '../actions.ts';

const MOTIF: Readonly<Record<MotifEcart, string>> = {
  medical: 'C’est un document médical : seuls les médecins de l’OFII peuvent le lire',
  autre_personne: 'C’est le document d’une autre personne, qui n’est pas concernée par la demande',
};

type Props = { dossier: DossierEnBref; fichier: { id: string; nom: string; estDUnMessage: boolean } };

export function VueEcart({ dossier, fichier }: Props) {
  return (
    <Page titre={t('Retirer un fichier du dossier')} parents={parentsDe(dossier)} largeur="texte">
      <p>
        {t('Le fichier « {nom} » et son nom seront détruits, dans ce dossier. On ne peut pas revenir en arrière.', { nom: fichier.nom })}
      </p>
      <p>
        {fichier.estDUnMessage
          ? t('L’historique gardera seulement qu’un fichier joint à un message a été retiré. La personne en est prévenue.')
          : t(
              'L’historique gardera seulement qu’un fichier a été retiré de cette pièce. La personne en est prévenue. Un document faux, illisible ou inutile ne se retire pas : donnez un avis sur la pièce.',
            )}
      </p>
      <FormulaireDeclare
        action={faireEcarterFichier}
        dossier={dossier}
        caches={{ fichier: fichier.id }}
        bouton={t('Détruire ce fichier')}
        champs={[
          {
            sorte: 'choix',
            nom: 'motif',
            libelle: t('Pourquoi ce fichier n’a pas sa place ici'),
            options: MOTIFS_ECART.map((m) => ({ valeur: m, libelle: t(MOTIF[m]) })),
          },
        ]}
      />
    </Page>
  );
}
