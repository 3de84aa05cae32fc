// The free slots, in a list by day (works with a keyboard, on a telephone, without scripts), and the way to later ones.
import { jourDit } from '#domain/horloge.ts';
import { FormulaireDeclare } from '#features/formulaires/views/agent.tsx';
import type { Action } from '#guard/formulaire.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import type { Creneaux } from '../queries.ts';

type Props = {
  creneaux: Creneaux;
  action: Action;
  caches: Readonly<Record<string, string>>;
  libelle: string;
  bouton: string;
  /** address of this page, to see later slots */
  page: string;
  /** what to do when there is none */
  aucun: string;
  secondaire?: boolean;
};

export function ChoixCreneau({ creneaux: { jours, suite }, page, aucun, libelle, ...formulaire }: Props) {
  if (jours.length === 0) return <Alerte ton="warning">{aucun}</Alerte>;
  const plusieurs = new Set(jours.flatMap((j) => j.creneaux.map((c) => c.lieu))).size > 1;
  const groupes = jours.map(({ jour, creneaux }) => ({
    libelle: jourDit(jour),
    options: creneaux.map(({ valeur, heure, lieu }) => ({ valeur, libelle: plusieurs ? `${heure} – ${lieu}` : heure })),
  }));
  return (
    <>
      <FormulaireDeclare
        {...formulaire}
        champs={[{ sorte: 'choix', nom: 'creneau', libelle, invite: t('Choisir un créneau'), options: [], groupes, requis: true }]}
      />
      {suite ? (
        <p>
          <a className="fr-link" href={`${page}?apres=${suite}`}>
            {t('Voir des créneaux plus tardifs')}
          </a>
        </p>
      ) : null}
    </>
  );
}
