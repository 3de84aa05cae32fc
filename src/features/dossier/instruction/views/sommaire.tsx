// The parts of a long page, to go straight to one: many dossiers are opened for a single answer or message.
import { t } from '#ui/langue/t.ts';
import type { DossierInstruit } from '../queries.ts';

export function Sommaire({ dossier }: { dossier: Pick<DossierInstruit, 'complements'> }) {
  const parties = [
    { ancre: 'pieces-titre', libelle: t('Pièces') },
    { ancre: 'reponses-titre', libelle: t('Réponses') },
    { ancre: 'controles-titre', libelle: t('Contrôles') },
    ...(dossier.complements.length > 0 ? [{ ancre: 'complements-titre', libelle: t('Demandes de complément') }] : []),
    { ancre: 'messages-titre', libelle: t('Messages') },
    { ancre: 'notes-titre', libelle: t('Notes internes') },
    { ancre: 'documents-titre', libelle: t('Documents délivrés') },
    { ancre: 'historique-titre', libelle: t('Historique') },
  ];
  return (
    <nav aria-label={t('Dans ce dossier')}>
      <ul className="agent-tri">
        {parties.map(({ ancre, libelle }) => (
          <li key={ancre}>
            <a className="fr-link fr-link--sm" href={`#${ancre}`}>
              {libelle}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
