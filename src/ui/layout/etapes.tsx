import { t } from '#ui/langue/t.ts';
import { type Html, html } from './html.ts';

type Props = {
  /** Titles of all the steps, in order. */
  etapes: readonly string[];
  /** Rank of the current step, from 1. */
  courante: number;
};

/** The stepper of a télé-procédure (S-067): the bar, then the whole list, done steps ticked, the current one marked. */
export function Etapes({ etapes, courante }: Props) {
  return <div className="fr-stepper" dangerouslySetInnerHTML={texte(etapes, courante)} />;
}

function texte(etapes: readonly string[], courante: number): Html {
  const suivante = etapes[courante];
  const liste = etapes.map((libelle, i) => {
    if (i + 1 < courante)
      return html`<li class="portail-etapes__faite">${libelle}<span class="fr-sr-only"> ${t('(étape terminée)')}</span></li>`;
    return i + 1 === courante ? html`<li aria-current="step">${libelle}</li>` : html`<li>${libelle}</li>`;
  });
  return html`
    <h2 class="fr-stepper__title">
      ${etapes[courante - 1] ?? ''}
      <span class="fr-stepper__state">${t('Étape {n} sur {total}', { n: courante, total: etapes.length })}</span>
    </h2>
    <div class="fr-stepper__steps" data-fr-current-step="${String(courante)}" data-fr-steps="${String(etapes.length)}"></div>
    ${
      suivante
        ? html`<p class="fr-stepper__details portail-etroit"><span class="fr-text--bold">${t('Étape suivante :')}</span> ${suivante}</p>`
        : null
    }
    <ol class="portail-etapes portail-large">${liste}</ol>`;
}
