// What is due to a dossier, on the page of its agent: when, what, to whom, under which text. The most urgent first.
import { direEcheance, type EcheanceDue, prochaine } from '#domain/delais/echeances.ts';
import { type CodeRegle, type Destinataire, REGLES } from '#domain/delais/regles.ts';
import { type Jour, jourLisible, joursEntre } from '#domain/jour.ts';
import { Badge } from '#ui/feedback/badge.tsx';
import { t } from '#ui/langue/t.ts';
import { chargerEcheances } from '../loaders.ts';
import type { Articles } from '../queries.ts';

/** "Titre expire dans 12 jours, API due". */
export function phraseDe(code: CodeRegle, le: Jour, jour: Jour): string {
  const { texte, quand } = direEcheance(code, le, jour);
  return t(texte, { quand: t(quand.texte, { n: quand.n }) });
}

/** A term months away presses nobody. */
const PROCHE_JOURS = 30;

const QUI: Readonly<Record<Destinataire, string>> = { usager: 'la personne', agent: 'l’agent', chef: 'le chef' };

function article({ code }: EcheanceDue, articles: Articles): string {
  if (code === 'silence') return articles.silence ?? REGLES[code].article;
  return code === 'attestation_fin_de_document' || code === 'attestation_depot'
    ? (articles.attestation ?? REGLES[code].article)
    : REGLES[code].article;
}

export async function SectionEcheances({ dossierId }: { dossierId: string }) {
  const { dues, articles, jour } = await chargerEcheances(dossierId);
  const visibles = dues.filter(({ code }) => REGLES[code].a.length > 0);
  if (visibles.length === 0) return null;
  const premiere = prochaine(dues);
  const urgente = premiere && joursEntre(jour, premiere.le) <= PROCHE_JOURS ? premiere : null;
  return (
    <section aria-labelledby="echeances-titre">
      <h2 className="fr-h5" id="echeances-titre">
        {t('Échéances')}
      </h2>
      <ul>
        {visibles.map((due) => (
          <li key={due.cle}>
            <strong>{jourLisible(due.le)}</strong> : {phraseDe(due.code, due.le, jour)}{' '}
            {due.cle === urgente?.cle ? <Badge ton={due.le < jour ? 'error' : 'warning'}>{t('le plus urgent')}</Badge> : null}
            <br />
            <span className="fr-text--sm">
              {t(REGLES[due.code].libelle)} – {article(due, articles)} –{' '}
              {t('dit à {qui}', { qui: REGLES[due.code].a.map((a) => t(QUI[a])).join(', ') })}
            </span>{' '}
            {REGLES[due.code].effet === 'a_confirmer' ? (
              <a className="fr-link fr-link--sm" href="/instruction/attestations">
                {t('Attestations à délivrer')}
              </a>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
