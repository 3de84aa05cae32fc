// Asking for a complement: what is judged non conforme, or was lost to a virus, is proposed first.

import { type MotifPiece, motifPropose } from '#domain/dossier/complement.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import type { ManquanteProposee } from '../../complements/suites/schema.ts';
import { type ElementOffert, FormulaireDemande } from './formulaire-demande.tsx';

type Props = {
  dossier: { id: string; numero: string; demandeur: string; version: number };
  pieces: readonly (ElementOffert & { motif: MotifPiece | null; aRefournir: boolean })[];
  manquantes: readonly ManquanteProposee[];
  /** requests made so far */
  tours: number;
  peutDemander: boolean;
  estOuvert: boolean;
};

export function VueDemander({ dossier, pieces, manquantes, tours, peutDemander, estOuvert }: Props) {
  const parents = [
    { libelle: t('Dossiers à instruire'), href: '/instruction' },
    { libelle: dossier.numero, href: `/instruction/${dossier.id}` },
  ];
  return (
    <Page titre={t('Demander un complément')} parents={parents} largeur="texte">
      <p>
        {t(
          '{demandeur} recevra une notification. Le délai de 30 jours court quand elle est lue ; le délai au terme duquel le silence vaut refus est suspendu jusqu’à la réponse (CRPA, art. L. 114-5).',
          { demandeur: dossier.demandeur },
        )}
      </p>
      {tours >= 2 && !estOuvert && peutDemander ? (
        <Alerte ton="warning" titre={t('Déjà {n} demandes de complément sur ce dossier', { n: tours })} niveau="h2">
          <p>
            {t(
              'Chaque demande ouvre un nouveau délai de 30 jours. Demandez en une fois tout ce qui manque, ou continuez avec ce qui est là : l’absence d’une pièce qui n’est pas indispensable ne suspend pas l’instruction (CRPA, art. L. 114-5-1).',
            )}
          </p>
        </Alerte>
      ) : null}
      {estOuvert ? (
        <Alerte ton="info">{t('Une demande de complément est déjà ouverte sur ce dossier : attendez sa réponse.')}</Alerte>
      ) : null}
      {!estOuvert && !peutDemander ? (
        <Alerte ton="info">{t('Un complément se demande pendant l’instruction, par un instructeur.')}</Alerte>
      ) : null}
      {!estOuvert && peutDemander ? (
        <FormulaireDemande dossier={dossier} pieces={pieces.map((p) => ({ ...p, ...motifPropose(p) }))} manquantes={manquantes} />
      ) : null}
    </Page>
  );
}
