// "Mes mandats": who may act for me, for whom I act.
import { type EtatMandat, LIBELLE_DROIT, LIBELLE_QUALITE, nomDuMandataire } from '#domain/access/mandat.ts';
import { jourLisible } from '#domain/jour.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { Badge, type TonBadge } from '#ui/feedback/badge.tsx';
import { t } from '#ui/langue/t.ts';
import { Carte, ListeResume } from '#ui/layout/liste-resume.tsx';
import { Page } from '#ui/layout/page.tsx';
import type { MandatLu, MandatsLus } from '../queries.ts';
import { BoutonRevoquer } from './formulaires.tsx';

const ETAT: Readonly<Record<EtatMandat, { libelle: string; ton: TonBadge }>> = {
  attend_mandataire: { libelle: 'En attente de réponse', ton: 'info' },
  en_vigueur: { libelle: 'En vigueur', ton: 'success' },
  fini: { libelle: 'Terminé', ton: 'neutre' },
  revoque: { libelle: 'Arrêté', ton: 'neutre' },
};

const estVivant = ({ etat }: MandatLu) => etat === 'attend_mandataire' || etat === 'en_vigueur';

export function Droits({ mandat }: { mandat: Pick<MandatLu, 'droits'> }) {
  return (
    <ul>
      {mandat.droits.map((d) => (
        <li key={d}>{t(LIBELLE_DROIT[d])}</li>
      ))}
    </ul>
  );
}

function CarteMandat({ mandat, sens }: { mandat: MandatLu; sens: 'donne' | 'recu' }) {
  const { demande, numero, finLe, etat } = mandat;
  const donne = sens === 'donne';
  const titre = donne
    ? nomDuMandataire({ nom: mandat.mandataire, qualite: mandat.qualite, organisme: mandat.organisme })
    : t('Pour {nom}', { nom: mandat.mandant });
  return (
    <Carte
      titre={titre}
      niveau="h3"
      marque={
        <Badge ton={ETAT[etat].ton} icone={false}>
          {t(ETAT[etat].libelle)}
        </Badge>
      }
      actions={
        estVivant(mandat) ? (
          <>
            {!donne && etat === 'en_vigueur' ? (
              <a className="fr-btn" href={`/mon-compte/dossiers/${mandat.dossierId}`}>
                {t('Ouvrir cette demande')}
                <span className="fr-sr-only"> {mandat.mandant}</span>
              </a>
            ) : null}
            <BoutonRevoquer mandat={mandat.id} precision={titre} />
          </>
        ) : undefined
      }
    >
      <ListeResume
        lignes={[
          { terme: t('Demande'), valeur: numero ? `${demande} – n° ${numero}` : demande },
          ...(donne
            ? [
                { terme: t('Qui est cette personne'), valeur: t(LIBELLE_QUALITE[mandat.qualite]) },
                { terme: t('Adresse électronique'), valeur: mandat.email },
              ]
            : []),
          { terme: t('Droits'), valeur: <Droits mandat={mandat} /> },
          { terme: t('Dernier jour'), valeur: jourLisible(finLe) },
        ]}
      />
    </Carte>
  );
}

export type Annonce = 'donne' | 'accepte' | 'decline' | 'fini' | null;

const ANNONCES: Readonly<Record<Exclude<Annonce, null>, string>> = {
  donne: 'Votre mandat est proposé. La personne reçoit un courriel : il prend effet quand elle l’accepte.',
  accepte: 'Vous avez accepté ce mandat. La personne en est informée.',
  decline: 'Vous avez décliné ce mandat. La personne en est informée.',
  fini: 'Le mandat est arrêté : il n’ouvre plus rien.',
};

export function VueMandats({ donnes, recus, annonce }: MandatsLus & { annonce: Annonce }) {
  return (
    <Page titre={t('Mes mandats')} parents={[{ libelle: t('Mon compte'), href: '/mon-compte' }]}>
      {annonce ? (
        <Alerte ton="success" annoncer>
          {t(ANNONCES[annonce])}
        </Alerte>
      ) : null}
      <p className="fr-text--lead">
        {t('Un mandat permet à une personne de confiance de vous aider dans une demande, avec son propre compte.')}{' '}
        <strong>{t('Ne donnez jamais votre mot de passe.')}</strong>
      </p>
      <section aria-labelledby="donnes">
        <h2 id="donnes">{t('Qui peut agir pour moi')}</h2>
        {donnes.length === 0 ? <p>{t('Vous n’avez donné aucun mandat.')}</p> : null}
        {donnes.map((m) => (
          <CarteMandat mandat={m} sens="donne" key={m.id} />
        ))}
        <p>
          <a className="fr-btn fr-btn--secondary" href="/mon-compte/mandats/nouveau">
            {t('Confier une demande à quelqu’un')}
          </a>
        </p>
      </section>
      <section aria-labelledby="recus">
        <h2 id="recus">{t('Pour qui je peux agir')}</h2>
        {recus.length === 0 ? <p>{t('Personne ne vous a confié de demande.')}</p> : null}
        {recus.map((m) => (
          <CarteMandat mandat={m} sens="recu" key={m.id} />
        ))}
      </section>
    </Page>
  );
}
