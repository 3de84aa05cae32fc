// The account area of the header, by visitor (S-003 to S-005, S-038).
import { CompteAnonyme } from '#features/accueil/views/compte-anonyme.tsx';
import { t } from '#ui/langue/t.ts';
import { quitterAgent, quitterUsager } from '../actions.ts';
import type { Visiteur } from '../loaders.ts';
import { Cloche } from './cloche.tsx';

function Sortie({ action }: { action: (donnees: FormData) => Promise<void> }) {
  return (
    <form action={action}>
      <button type="submit" className="fr-btn fr-btn--tertiary-no-outline fr-btn--sm fr-btn--icon-left fr-icon-logout-box-r-line">
        {t('Se déconnecter')}
      </button>
    </form>
  );
}

function CompteAgent({ nom }: { nom: string | null }) {
  if (nom === null) return null;
  return (
    <>
      <a className="fr-btn fr-btn--tertiary-no-outline fr-btn--sm" href="/agents/mon-compte">
        <span className="fr-sr-only">{t('Mon compte d’agent :')} </span>
        {nom}
      </a>
      <Sortie action={quitterAgent} />
    </>
  );
}

export function CompteEntete({ visiteur }: { visiteur: Visiteur }) {
  if (visiteur.etat === 'anonyme') return <CompteAnonyme />;
  if (visiteur.etat === 'agent') return <CompteAgent nom={visiteur.nom} />;
  if (visiteur.etat === 'provisoire') return <Sortie action={quitterUsager} />;
  const { genre, nom, cloche } = visiteur;
  return (
    <>
      {genre === 'definitif' || cloche.lignes.length > 0 ? <Cloche {...cloche} /> : null}
      <details className="portail-depliant" name="entete">
        <summary className="fr-btn fr-btn--tertiary-no-outline fr-btn--sm">
          <span className="fr-icon-account-circle-fill portail-icone" aria-hidden="true" />
          <span className="portail-compte__nom">{nom}</span>
        </summary>
        <div className="portail-depliant__liste">
          <a className="fr-nav__link portail-majuscules" href="/mon-compte">
            {t('Accéder à mon compte')}
          </a>
          <Sortie action={quitterUsager} />
        </div>
      </details>
    </>
  );
}
