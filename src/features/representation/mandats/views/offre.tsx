import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import type { DemandeAConfier } from '../queries.ts';
import { FormulaireMandat } from './formulaires.tsx';

const PARENTS = () => [
  { libelle: t('Mon compte'), href: '/mon-compte' },
  { libelle: t('Mes mandats'), href: '/mon-compte/mandats' },
];

/** Offering a mandat on one of one's dossiers. */
export function VueOffre({
  demandes,
  finProposee,
  choisie,
}: {
  demandes: readonly DemandeAConfier[];
  finProposee: string;
  choisie: string;
}) {
  return (
    <Page titre={t('Confier une demande à quelqu’un')} parents={PARENTS()} largeur="texte">
      {demandes.length === 0 ? (
        <p>
          {t('Un mandat porte sur une demande commencée : commencez-la d’abord, puis revenez ici.')}{' '}
          <a className="fr-link" href="/premiere-demande">
            {t('Commencer une demande')}
          </a>
        </p>
      ) : (
        <>
          <p>
            {t(
              'La personne agit avec son propre compte, sur cette demande seulement, jusqu’à la date choisie. Chacun de ses actes porte son nom et le vôtre.',
            )}
          </p>
          <FormulaireMandat demandes={demandes} finProposee={finProposee} choisie={choisie} />
        </>
      )}
    </Page>
  );
}
