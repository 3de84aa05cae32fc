import { statutUsager } from '#domain/dossier/statuts.ts';
import { t } from '#ui/langue/t.ts';
import { Instant } from '#ui/layout/instant.tsx';
import { Carte } from '#ui/layout/liste-resume.tsx';
import type { DossierSuivi } from '../queries.ts';
import { AlerteComplement } from './complement-ouvert.tsx';
import { BadgeStatut } from './statut.tsx';

/** One dossier of "Mon compte". */
export function CarteDossier({ dossier }: { dossier: DossierSuivi }) {
  const { id, nom, numero, statut, objet, attente, reprise, modifieLe, deposeLe, complement, mineur } = dossier;
  return (
    <Carte
      titre={nom}
      niveau="h3"
      marque={<BadgeStatut statut={statut} objet={objet} />}
      actions={
        reprise ? (
          <>
            <a className="fr-btn" href={reprise}>
              {t('Reprendre ma demande')}
              <span className="fr-sr-only"> {nom}</span>
            </a>
            <a className="fr-btn fr-btn--secondary" href={`/demarches/${id}/abandon`}>
              {t('Abandonner la demande')}
              <span className="fr-sr-only"> {nom}</span>
            </a>
          </>
        ) : (
          <a className="fr-btn fr-btn--secondary" href={`/mon-compte/dossiers/${id}`}>
            {t('Suivre cette demande')}
            <span className="fr-sr-only"> {numero ?? nom}</span>
          </a>
        )
      }
    >
      {mineur ? <p className="fr-text--bold">{t('Pour {nom}', { nom: mineur })}</p> : null}
      {numero ? (
        <p>
          {t('Demande n°')} <span className="portail-numero">{numero}</span>
        </p>
      ) : null}
      <p>
        {deposeLe ? t('Déposée le') : t('Dernière modification le')} <Instant le={deposeLe ?? modifieLe} precis={!deposeLe} t={t} />
      </p>
      <p>{t(statutUsager(statut, objet, attente).explication)}</p>
      {complement ? <AlerteComplement complement={complement} /> : null}
    </Carte>
  );
}
