import { PageCompte } from '#features/accueil/views/page-compte.tsx';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { Instant } from '#ui/layout/instant.tsx';
import type { EtapeBloquee } from '../queries.ts';
import { BoutonAttestation } from './bouton-attestation.tsx';

const contact = ({ page, derniereErreur, dossierId }: EtapeBloquee) =>
  `/contact?${new URLSearchParams({ page, erreur: derniereErreur, dossier: dossierId })}`;

/** What the portal offers by itself after three failures of one step. */
export function BlocageOffert({ blocage, niveau = 'h2' }: { blocage: EtapeBloquee; niveau?: 'h2' | 'h3' }) {
  const { titre, procedure, echecs, attestation, dossierId, etape } = blocage;
  return (
    <Alerte ton="warning" titre={t('Cette étape a échoué de notre fait')} niveau={niveau}>
      <p>
        {t('L’étape « {etape} » de votre demande « {procedure} » a échoué {n} fois ces derniers jours. Ce n’est pas de votre fait.', {
          etape: t(titre),
          procedure: t(procedure),
          n: echecs,
        })}
      </p>
      <p>
        {t(
          'Vous pouvez obtenir une attestation de blocage, signée : elle dit quand, à quelle page et avec quelles erreurs. Elle sert de preuve si vous devez déposer votre demande au guichet de la préfecture.',
        )}
      </p>
      {attestation ? (
        attestation.document ? (
          <p>
            <a className="fr-link fr-icon-download-line fr-link--icon-left" href={`/api/documents/${attestation.document}`} download>
              {t('Télécharger l’attestation de blocage (PDF)')}
            </a>{' '}
            <Instant le={attestation.le} precis t={t} />
          </p>
        ) : (
          <p>
            {t('L’attestation est en préparation : elle sera là dans quelques secondes.')}{' '}
            <a className="fr-link" href="/mon-compte/blocages">
              {t('Actualiser')}
            </a>
          </p>
        )
      ) : null}
      <BoutonAttestation
        dossier={dossierId}
        etape={etape}
        libelle={attestation ? t('Obtenir une nouvelle attestation') : t('Obtenir une attestation de blocage')}
      />
      <p>
        <a className="fr-link" href={contact(blocage)}>
          {t('Signaler ce problème au centre de contact')}
        </a>
      </p>
    </Alerte>
  );
}

/** Several, in the flow of a page that has its own title. */
export function BlocagesOfferts({ blocages, niveau }: { blocages: readonly EtapeBloquee[]; niveau?: 'h2' | 'h3' }) {
  return blocages.map((b) => <BlocageOffert blocage={b} niveau={niveau} key={`${b.dossierId}${b.etape}`} />);
}

/** "Mon compte", one page for all of them: it opens even when the step does not. */
export function VueBlocages({ blocages }: { blocages: readonly EtapeBloquee[] }) {
  return (
    <PageCompte titre={t('Étapes bloquées')} ici="/mon-compte/blocages">
      {blocages.length === 0 ? (
        <p>
          {t('Le portail n’a constaté aucun échec répété sur vos demandes en cours.')}{' '}
          <a className="fr-link" href="/contact">
            {t('Nous contacter')}
          </a>
        </p>
      ) : (
        <BlocagesOfferts blocages={blocages} />
      )}
    </PageCompte>
  );
}
