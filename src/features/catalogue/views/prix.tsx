import type { CodeSupplement } from '#domain/tarif/codes.ts';
import { enEuros } from '#domain/tarif/montant.ts';
import { t } from '#ui/langue/t.ts';
import type { Cas, Fiche, Prix } from '../queries.ts';

const somme = (total: number) => (total === 0 ? t('gratuit') : enEuros(total));

/** The amounts of one case, in a few words: « 225 € », « gratuit ». */
export function enClairPrix({ montants }: Cas<Prix>): string {
  return montants.length === 0 ? t('montant non établi') : [...new Set(montants.map((m) => somme(m.total)))].join(t(' ou '));
}

/** Those of every case that may hold, each once. */
export const enClairPrixPossibles = (cas: readonly Cas<Prix>[]): string => [...new Set(cas.map(enClairPrix))].join(t(' ou '));

const SUPPLEMENTS: Readonly<Record<CodeSupplement, string>> = {
  retard:
    'Si vous déposez après le délai, un droit de visa de régularisation s’ajoute, sauf cas de force majeure ou visa en cours de validité :',
  regularisation:
    'Si vous êtes entré en France sans le visa exigé, ou si vous y êtes resté sans titre, un droit de visa de régularisation s’ajoute :',
};

/** Price on the day, in each case that may hold; what was voted and has no date is told apart, never instead. */
export function Cout({ cout, supplements }: { cout: Fiche['resume']['cout']; supplements: Fiche['supplements'] }) {
  const annonces = cout.flatMap((c) => c.annonces);
  const payant = cout.some((c) => c.montants.some((m) => m.total > 0));
  return (
    <>
      <ul>
        {cout.map((c, i) => (
          <LignesPrix key={c.enCas ?? ''} cas={c} estSuite={i > 0} />
        ))}
      </ul>
      {supplements.retard ? <Supplement code="retard" prix={supplements.retard} /> : null}
      {supplements.regularisation ? <Supplement code="regularisation" prix={supplements.regularisation} /> : null}
      {payant ? (
        <p>{t('Ce montant vous est confirmé à la remise du titre : n’achetez pas de timbre fiscal avant qu’on vous le demande.')}</p>
      ) : null}
      {annonces.length > 0 ? (
        <p className="fr-hint-text">
          {t(
            'La loi de finances pour 2026 prévoit d’autres montants ({montants}). Leur date d’application n’est pas établie : le montant affiché est celui du code en vigueur.',
            {
              montants: [...new Set(annonces.map((m) => (m.cas ? `${t(m.cas.libelle)} : ${enEuros(m.total)}` : enEuros(m.total))))].join(
                ' ; ',
              ),
            },
          )}
        </p>
      ) : null}
    </>
  );
}

/** « Si … : » before what may hold, « Sinon : » before what holds otherwise. */
export function phraseDuCas(enCas: string | undefined, estSuite: boolean): string | null {
  if (enCas) return t('Si {cas} :', { cas: enCas });
  return estSuite ? t('Sinon :') : null;
}

function LignesPrix({ cas, estSuite }: { cas: Cas<Prix>; estSuite: boolean }) {
  const si = phraseDuCas(cas.enCas, estSuite);
  if (cas.montants.length === 0)
    return (
      <li>
        {si} {t('le montant n’est pas établi.')}
      </li>
    );
  return cas.montants.map((m) => (
    <li key={m.cas?.code ?? ''}>
      {si} {m.cas ? t('{cas} :', { cas: t(m.cas.libelle) }) : null} <strong>{somme(m.total)}</strong>
      {m.taxe > 0 && m.timbre > 0
        ? ` (${t('taxe de {taxe} et droit de timbre de {timbre}', { taxe: enEuros(m.taxe), timbre: enEuros(m.timbre) })})`
        : null}
      {m.total > 0 ? <span className="fr-hint-text">{m.source}</span> : null}
    </li>
  ));
}

function Supplement({ code, prix }: { code: CodeSupplement; prix: Prix }) {
  return prix.montants.map((m) => (
    <p key={m.source}>
      {t(SUPPLEMENTS[code])} <strong>{enEuros(m.total)}</strong>
      {m.aLaDemande ? ` (${t('dont {part} à la demande, jamais rendus', { part: enEuros(m.aLaDemande) })})` : null}
      <span className="fr-hint-text">{m.source}</span>
    </p>
  ));
}
