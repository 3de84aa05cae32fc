// One dossier as its owner follows it: where it stands, what happened, what was sent.
import { parcoursDe } from '#domain/dossier/parcours.ts';
import { OUVERTS, statutUsager } from '#domain/dossier/statuts.ts';
import { jourDit } from '#domain/horloge.ts';
import { tailleLisible } from '#domain/piece/fichier.ts';
import { DatesDuDossier } from '#features/horloge/views/dates.tsx';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { Badge } from '#ui/feedback/badge.tsx';
import { t } from '#ui/langue/t.ts';
import { Etapes } from '#ui/layout/etapes.tsx';
import { Instant } from '#ui/layout/instant.tsx';
import { ListeResume } from '#ui/layout/liste-resume.tsx';
import { Page } from '#ui/layout/page.tsx';
import { Repli } from '#ui/layout/repli.tsx';
import type { Detail, DossierSuivi, FichierDepose, PieceDeposee } from '../queries.ts';
import { AlerteComplement } from './complement-ouvert.tsx';
import { ListeDocuments } from './documents.tsx';
import { BadgeStatut } from './statut.tsx';

type Vu = DossierSuivi & Detail;

function Fichiers({ fichiers }: { fichiers: readonly FichierDepose[] }) {
  return (
    <ul className="portail-fichiers">
      {fichiers.map((f) => (
        <li key={f.id}>
          <a className="fr-link" href={`/api/fichiers/${f.id}`}>
            {f.nom}
          </a>{' '}
          ({tailleLisible(f.taille)}
          {f.remplaceLe ? (
            <>
              {' – '}
              {t('remplacé le')} <Instant le={f.remplaceLe} />
            </>
          ) : null}
          )
        </li>
      ))}
    </ul>
  );
}

function contenuPiece({ valeur, fichiers }: PieceDeposee) {
  if (fichiers.length > 0) return <Fichiers fichiers={fichiers} />;
  return <span className="portail-numero">{valeur}</span>;
}

function Depot({ dossier }: { dossier: Vu }) {
  const { transcript, pieces, observations } = dossier;
  return (
    <section aria-labelledby="depot">
      <h2 id="depot">{t('Ce que vous avez déposé')}</h2>
      {transcript.map((section) => (
        <Repli titre={section.titre} niveau="h3" key={section.titre}>
          {section.lignes.every((l) => l.libelle === '') ? (
            section.lignes.map((l) => <p key={l.valeur}>{l.valeur}</p>)
          ) : (
            <ListeResume lignes={section.lignes.map((l) => ({ terme: l.libelle, valeur: l.valeur }))} />
          )}
        </Repli>
      ))}
      {pieces.length > 0 ? (
        <Repli titre={t('Justificatifs')} niveau="h3">
          <ListeResume lignes={pieces.map((p) => ({ terme: p.libelle, valeur: contenuPiece(p) }))} />
        </Repli>
      ) : null}
      {observations ? (
        <Repli titre={t('Observations à destination de l’administration')} niveau="h3">
          <p className="portail-texte">{observations}</p>
        </Repli>
      ) : null}
    </section>
  );
}

function Historique({ dossier }: { dossier: Vu }) {
  return (
    <section aria-labelledby="historique">
      <h2 id="historique">{t('Historique')}</h2>
      <ol className="portail-historique" reversed>
        {dossier.historique.toReversed().map((fait) => (
          <li key={fait.id}>
            <span className="portail-historique__date">
              <Instant le={fait.le} precis t={t} />
            </span>
            <span>{fait.qui ? t(fait.libelle, { qui: fait.qui }) : t(fait.libelle)}</span>
          </li>
        ))}
      </ol>
      {dossier.deposeLe ? (
        <p>
          <a className="fr-link" href={`/mon-compte/dossiers/${dossier.id}/consultations`}>
            {t('Qui a consulté mon dossier ?')}
          </a>
        </p>
      ) : null}
    </section>
  );
}

function Contact({ dossier }: { dossier: Vu }) {
  const { contact, numero } = dossier;
  if (!contact) return null;
  return (
    <section aria-labelledby="contact">
      <h2 id="contact">{t('Qui traite votre demande ?')}</h2>
      <p>
        {contact.nom}
        <br />
        {contact.adresse}
        {contact.telephone ? (
          <>
            <br />
            {contact.telephone}
          </>
        ) : null}
        {contact.courriel ? (
          <>
            <br />
            <a className="fr-link" href={`mailto:${contact.courriel}`}>
              {contact.courriel}
            </a>
          </>
        ) : null}
      </p>
      {numero ? <p>{t('Si vous écrivez, indiquez votre numéro de demande : {numero}', { numero })}</p> : null}
    </section>
  );
}

function Etat({ dossier }: { dossier: Vu }) {
  const parcours = parcoursDe(dossier.statut, dossier.objet);
  if (parcours) return <Etapes etapes={parcours.etapes.map((e) => t(e))} courante={parcours.rang} />;
  return (
    <p>
      <BadgeStatut statut={dossier.statut} objet={dossier.objet} />
    </p>
  );
}

/** What the person may write, add or withdraw; what the mandat of a mandataire lets them do, the pages say. */
function Echanges({ dossier: { id, statut, messagesNonLus } }: { dossier: Vu }) {
  const estOuvert = OUVERTS.some((s) => s === statut);
  return (
    <section aria-labelledby="echanges">
      <h2 id="echanges">{t('Échanger avec l’administration')}</h2>
      <ul>
        <li>
          <a className="fr-link" href={`/mon-compte/dossiers/${id}/messages`}>
            {t('Messages')}
          </a>{' '}
          {messagesNonLus > 0 ? <Badge ton="new">{t('{n} non lu', { n: messagesNonLus })}</Badge> : null}
        </li>
        {statut === 'depose' || statut === 'en_instruction' ? (
          <li>
            <a className="fr-link" href={`/mon-compte/dossiers/${id}/completer`}>
              {t('Ajouter des éléments à ma demande')}
            </a>
          </li>
        ) : null}
        {estOuvert ? (
          <li>
            <a className="fr-link" href={`/mon-compte/dossiers/${id}/retirer`}>
              {t('Retirer ma demande')}
            </a>
          </li>
        ) : null}
      </ul>
    </section>
  );
}

/** What has just been done, said once. */
const FAIT: Readonly<Record<string, { titre: string; texte: string }>> = {
  reponse: {
    titre: 'Votre réponse est envoyée',
    texte: 'L’agent qui instruit votre demande est prévenu. Vous n’avez rien d’autre à faire pour le moment.',
  },
  delai: {
    titre: 'Votre demande de délai est envoyée',
    texte:
      'L’agent vous répondra dans vos notifications. Tant qu’il n’a pas répondu, le délai ne change pas : répondez dès que vous le pouvez.',
  },
  ajout: {
    titre: 'Vos éléments sont ajoutés',
    texte: 'L’agent qui instruit votre demande les verra avec la mention « ajoutés par la personne ».',
  },
  retrait: {
    titre: 'Votre demande est retirée',
    texte: 'Une confirmation vous est envoyée par courriel et arrive dans vos documents. Vous n’avez rien à payer.',
  },
};

export function VueDossier({ dossier, fait }: { dossier: Vu; fait: string | null }) {
  const { nom, numero, deposeLe, statut, objet, attente, reprise, complement, documents } = dossier;
  const annonce = FAIT[fait ?? ''];
  return (
    <Page
      titre={nom}
      ici={numero ? t('Demande n° {numero}', { numero }) : t('Brouillon')}
      parents={[{ libelle: t('Mon compte'), href: '/mon-compte' }]}
    >
      {annonce && !(fait === 'reponse' && complement) ? (
        <Alerte ton="success" titre={t(annonce.titre)} niveau="h2" annoncer>
          {t(annonce.texte)}
        </Alerte>
      ) : null}
      {dossier.mineur ? <p className="fr-text--bold">{t('Pour {nom}', { nom: dossier.mineur })}</p> : null}
      {numero && deposeLe ? (
        <p>
          {t('Demande n°')} <strong className="portail-numero">{numero}</strong>, {t('déposée le')} <Instant le={deposeLe} precis t={t} />
        </p>
      ) : null}
      <Etat dossier={dossier} />
      <p>{t(statutUsager(statut, objet, attente).explication)}</p>
      {reprise ? (
        <p>
          <a className="fr-btn" href={reprise}>
            {t('Reprendre ma demande')}
          </a>
        </p>
      ) : null}
      {complement ? <AlerteComplement complement={complement} /> : null}
      {dossier.rendezVous ? (
        <Alerte ton="info" titre={t('Vous avez rendez-vous à la préfecture')} niveau="h2">
          <p>{t('{jour} à {heure}', { jour: jourDit(dossier.rendezVous.jour), heure: dossier.rendezVous.heure })}</p>
          <p>
            <a className="fr-link" href={`/mon-compte/dossiers/${dossier.id}/rendez-vous`}>
              {t('Voir ce rendez-vous, ce qu’il faut apporter, ou le déplacer')}
            </a>
          </p>
        </Alerte>
      ) : null}
      {deposeLe ? <Echanges dossier={dossier} /> : null}
      <DatesDuDossier dates={dossier.dates} />
      {documents.length > 0 ? (
        <section aria-labelledby="documents">
          <h2 id="documents">{t('Vos documents')}</h2>
          <ListeDocuments documents={documents} />
        </section>
      ) : null}
      <Historique dossier={dossier} />
      {deposeLe ? <Depot dossier={dossier} /> : null}
      <Contact dossier={dossier} />
      <p>
        <a className="fr-link portail-majuscules" href="/mon-compte">
          {t('< Retour à mon compte')}
        </a>
      </p>
    </Page>
  );
}
