// Everything that happened, latest first, by kind; for the chef, who opened it lately.
import { FAMILLES_EVENEMENT, type FamilleEvenement } from '#domain/dossier/histoire.ts';
import { t } from '#ui/langue/t.ts';
import { Repli } from '#ui/layout/repli.tsx';
import type { LectureAgent, LigneHistorique } from '../suivi/queries.ts';
import { instantLisible } from './dates.ts';

const SORTES: readonly FamilleEvenement[] = ['demande', 'examen', 'echanges', 'decision', 'titre', 'acces'];
/** More only when asked: a long life is long to read. */
const PREMIERES = 20;

type Props = { page: string; lignes: readonly LigneHistorique[]; choix: string | null; lectures: readonly LectureAgent[] | null };

export function Historique({ page, lignes, choix, lectures }: Props) {
  const sorte = SORTES.find((s) => s === choix);
  const triees = sorte ? lignes.filter((l) => l.famille === sorte) : lignes;
  const montrees = sorte || choix === 'tout' ? triees : triees.slice(0, PREMIERES);
  const presentes = SORTES.filter((s) => lignes.some((l) => l.famille === s));
  const lien = (valeur: string | null, libelle: string, estCourant: boolean) => (
    <a
      className="fr-link fr-link--sm"
      href={`${page}${valeur ? `?histoire=${valeur}` : ''}#historique`}
      aria-current={estCourant ? 'true' : undefined}
    >
      {libelle}
    </a>
  );
  return (
    <section aria-labelledby="historique-titre" id="historique">
      <h2 className="fr-h5" id="historique-titre">
        {t('Historique')}
      </h2>
      {presentes.length > 1 ? (
        <ul className="agent-tri" aria-label={t('Montrer')}>
          <li>{lien(null, t('Tout'), !sorte)}</li>
          {presentes.map((s) => (
            <li key={s}>{lien(s, t(FAMILLES_EVENEMENT[s]), s === sorte)}</li>
          ))}
        </ul>
      ) : null}
      <ol className="agent-historique">
        {montrees.map((l) => (
          <li key={l.id}>
            <span className="agent-historique__date">{instantLisible(l.le)}</span> {t(l.phrase)}{' '}
            {l.precision ? <em>{l.precision}</em> : null} <span>({l.auteur})</span>
          </li>
        ))}
      </ol>
      {montrees.length < triees.length ? (
        <p>{lien('tout', t('Voir tout l’historique ({n} lignes)', { n: triees.length }), false)}</p>
      ) : null}
      {lectures ? (
        <Repli titre={t('Dernières consultations')}>
          {lectures.length ? (
            <ol className="agent-historique">
              {lectures.map((l) => (
                <li key={`${l.le.getTime()} ${l.agent} ${l.objet}`}>
                  <span className="agent-historique__date">{instantLisible(l.le)}</span> {l.agent} : {t(OBJET[l.objet] ?? l.objet)},{' '}
                  {t(l.finalite)}
                </li>
              ))}
            </ol>
          ) : (
            <p>{t('Aucune consultation pour l’instant.')}</p>
          )}
        </Repli>
      ) : null}
    </section>
  );
}

const OBJET: Readonly<Record<string, string>> = { dossier: 'le dossier', fichier: 'un fichier', document: 'un document' };
