import { t } from '#ui/langue/t.ts';

type Props = {
  /** Titles of all the steps, in order. */
  etapes: readonly string[];
  /** Rank of the current step, from 1. */
  courante: number;
  /** Address of a step already done that may be opened again; undefined: not a link. */
  lien?: (rang: number) => string | undefined;
};

/** The stepper of a télé-procédure (S-067): the bar, then the whole list, done steps ticked, the current one marked. */
export function Etapes({ etapes, courante, lien }: Props) {
  const titre = etapes[courante - 1] ?? '';
  const suivante = etapes[courante];
  return (
    <div className="fr-stepper">
      <h2 className="fr-stepper__title">
        {titre}
        <span className="fr-stepper__state">{t('Étape {n} sur {total}', { n: courante, total: etapes.length })}</span>
      </h2>
      <div className="fr-stepper__steps" data-fr-current-step={courante} data-fr-steps={etapes.length} />
      {suivante ? (
        <p className="fr-stepper__details portail-etroit">
          <span className="fr-text--bold">{t('Étape suivante :')}</span> {suivante}
        </p>
      ) : null}
      <ol className="portail-etapes portail-large">
        {etapes.map((libelle, i) => {
          const rang = i + 1;
          const faite = rang < courante;
          const href = faite ? lien?.(rang) : undefined;
          return (
            <li key={libelle} className={faite ? 'portail-etapes__faite' : undefined} aria-current={rang === courante ? 'step' : undefined}>
              {href ? (
                <a className="fr-link" href={href}>
                  {libelle}
                </a>
              ) : (
                libelle
              )}
              {faite ? <span className="fr-sr-only"> {t('(étape terminée)')}</span> : null}
            </li>
          );
        })}
      </ol>
    </div>
  );
}
