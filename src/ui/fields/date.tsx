import type { ComponentPropsWithRef } from 'react';
import { francais } from '#ui/langue/langues.ts';
import { decritPar, Groupe, type ProprietesChamp } from './champ.tsx';

export type PartieDate = 'jour' | 'mois' | 'annee';
type Saisie = Omit<ComponentPropsWithRef<'input'>, 'id' | 'className' | 'required'>;

type Props = ProprietesChamp & {
  /** What was typed, part by part: a refused date comes back as it was written. */
  valeurs?: Partial<Record<PartieDate, string>>;
  /** Parts that must be given when the field is required; a birth date may have its year only (S-296). */
  partiesRequises?: readonly PartieDate[];
  /** Properties added to each input: `(partie) => register(`${nom}.${partie}`)`. */
  saisie?: (partie: PartieDate) => Saisie;
  /** A birth year unless said otherwise: a day to come is not of 1984. */
  exempleAnnee?: string;
  /** 'bday' for the person's own birth date: browsers fill it. */
  autoComplete?: 'bday';
};

const parties = ['jour', 'mois', 'annee'] as const;
const toutes: readonly PartieDate[] = parties;
const autoCompletion = { jour: 'bday-day', mois: 'bday-month', annee: 'bday-year' } as const;

/** A date in three inputs, sent as `<nom>.jour`, `<nom>.mois`, `<nom>.annee`. */
export function ChampDate({
  nom,
  libelle,
  aide,
  requis,
  erreur,
  t = francais,
  valeurs,
  partiesRequises = toutes,
  saisie,
  exempleAnnee = '1984',
  autoComplete,
}: Props) {
  const titres = { jour: t('Jour'), mois: t('Mois'), annee: t('Année') };
  const exemples = { jour: t('Exemple : 14'), mois: t('Exemple : 12'), annee: t('Exemple : {annee}', { annee: exempleAnnee }) };
  return (
    <Groupe nom={nom} libelle={libelle} aide={aide} requis={requis} erreur={erreur} t={t} enLigne>
      {parties.map((p) => (
        <div key={p} className={`fr-fieldset__element portail-date--${p}`}>
          <div className="fr-input-group">
            <label className="fr-label" htmlFor={`${nom}.${p}`}>
              {titres[p]}
              <span className="fr-hint-text">{exemples[p]}</span>
            </label>
            <input
              type="text"
              inputMode="numeric"
              maxLength={p === 'annee' ? 4 : 2}
              name={`${nom}.${p}`}
              defaultValue={valeurs?.[p]}
              autoComplete={autoComplete ? autoCompletion[p] : 'off'}
              {...saisie?.(p)}
              className={erreur ? 'fr-input fr-input--error' : 'fr-input'}
              id={`${nom}.${p}`}
              required={requis && partiesRequises.includes(p)}
              aria-invalid={erreur ? true : undefined}
              aria-describedby={decritPar(nom, undefined, erreur)}
            />
          </div>
        </div>
      ))}
    </Groupe>
  );
}
