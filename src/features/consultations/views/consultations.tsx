// "Qui a consulté mon dossier", day by day.
import { jourLisible } from '#domain/jour.ts';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import type { JourDeConsultation, LigneConsultation, PageConsultations } from '../queries.ts';

const heure = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', hour: '2-digit', minute: '2-digit' });

function compte(n: number, un: string, plusieurs: string): string[] {
  return n === 0 ? [] : [n === 1 ? t(un) : t(plusieurs, { n })];
}

/** "dossier ouvert 2 fois, 3 justificatifs, 1 document". */
function detail({ ouvertures, fichiers, documents }: LigneConsultation): string {
  return [
    ...compte(ouvertures, 'dossier ouvert une fois', 'dossier ouvert {n} fois'),
    ...compte(fichiers, 'un justificatif lu', '{n} justificatifs lus'),
    ...compte(documents, 'un document lu', '{n} documents lus'),
  ].join(', ');
}

function heures({ premiere, derniere }: LigneConsultation): string {
  const [de, a] = [heure.format(premiere), heure.format(derniere)];
  return de === a ? t('à {heure}', { heure: de }) : t('entre {de} et {a}', { de, a });
}

function Jour({ jour, lignes }: JourDeConsultation) {
  return (
    <section aria-labelledby={`jour-${jour}`} className="portail-consultations">
      <h2 id={`jour-${jour}`} className="fr-h6">
        <time dateTime={jour}>{jourLisible(jour)}</time>
      </h2>
      <ul>
        {lignes.map((l) => (
          <li key={`${l.service} ${l.finalite}`}>
            <strong>{l.service}</strong>
            {' – '}
            {t(l.finalite)}
            <br />
            <span className="fr-hint-text">
              {heures(l)}
              {t(' : ')}
              {detail(l)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Pages({ dossierId, page, pages }: PageConsultations) {
  if (pages === 1) return null;
  const href = (n: number) => `/mon-compte/dossiers/${dossierId}/consultations?page=${n}`;
  return (
    <nav aria-label={t('Pages des consultations')} className="portail-ligne">
      {page > 1 ? (
        <a className="fr-link" href={href(page - 1)}>
          {t('Jours plus récents')}
        </a>
      ) : null}
      <span>{t('{page} sur {pages}', { page, pages })}</span>
      {page < pages ? (
        <a className="fr-link" href={href(page + 1)}>
          {t('Jours plus anciens')}
        </a>
      ) : null}
    </nav>
  );
}

export function VueConsultations({ consultations }: { consultations: PageConsultations }) {
  const { dossierId, numero, jours } = consultations;
  const dossier = `/mon-compte/dossiers/${dossierId}`;
  return (
    <Page
      titre={t('Qui a consulté mon dossier ?')}
      parents={[
        { libelle: t('Mon compte'), href: '/mon-compte' },
        { libelle: numero ? t('Demande n° {numero}', { numero }) : t('Brouillon'), href: dossier },
      ]}
      largeur="texte"
    >
      <p>
        {t(
          'Chaque fois qu’un agent de l’administration ouvre votre dossier, un justificatif ou un document, la lecture est enregistrée (CESEDA, art. R. 142-22). Vous voyez ici la date, le service et la raison.',
        )}
      </p>
      {jours.length === 0 ? <p>{t('Aucun agent n’a encore consulté ce dossier.')}</p> : null}
      {jours.map((j) => (
        <Jour key={j.jour} {...j} />
      ))}
      <Pages {...consultations} />
      <p className="fr-mt-3w">
        {t('Une lecture vous étonne ?')}{' '}
        <a className="fr-link" href="/contact">
          {t('Nous contacter')}
        </a>
      </p>
      <p>
        <a className="fr-link" href={dossier}>
          {t('< Retour à ma demande')}
        </a>
      </p>
    </Page>
  );
}
