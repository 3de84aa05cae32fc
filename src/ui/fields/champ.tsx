// What every field shares. A field is uncontrolled and has no state: the same component serves a server page and a client
// form. Its id is its name, so that the error summary's links (#nom) reach it. `t` is given by the caller because a
// component used on both sides can use neither the server's t() nor the client's useT().
import type { ReactNode } from 'react';
import { francais, type Traduire } from '#ui/langue/langues.ts';

export type ProprietesChamp = {
  /** Name and id of the field. */
  nom: string;
  libelle: ReactNode;
  aide?: ReactNode;
  /** Marks the label with * (S-013) and the field as required. */
  requis?: boolean;
  /** Sentence that says what to do. */
  erreur?: string;
  t?: Traduire;
};

/** Ids read with the field: help then error. undefined when there is neither. */
export function decritPar(nom: string, aide: unknown, erreur: unknown): string | undefined {
  return [aide ? `${nom}-aide` : '', erreur ? `${nom}-erreur` : ''].filter(Boolean).join(' ') || undefined;
}

export function Etoile() {
  return (
    <span className="portail-requis" aria-hidden="true">
      {' '}
      *
    </span>
  );
}

export function MessageErreur({ nom, erreur, t = francais }: { nom: string; erreur?: string; t?: Traduire }) {
  if (!erreur) return null;
  return (
    <p className="fr-message fr-message--error" id={`${nom}-erreur`}>
      <span className="fr-sr-only">{t('Erreur :')} </span>
      {erreur}
    </p>
  );
}

/** Label, help, field, error. The help is beside the label, not in it: a label is a name, read each time; help is read after. */
export function Champ({
  nom,
  libelle,
  aide,
  requis,
  erreur,
  t,
  genre = 'input',
  children,
}: ProprietesChamp & { genre?: 'input' | 'select'; children: ReactNode }) {
  return (
    <div className={erreur ? `fr-${genre}-group fr-${genre}-group--error` : `fr-${genre}-group`}>
      <label className="fr-label" htmlFor={nom}>
        {libelle}
        {requis ? <Etoile /> : null}
      </label>
      {aide ? (
        <p className="fr-hint-text portail-aide" id={`${nom}-aide`}>
          {aide}
        </p>
      ) : null}
      {children}
      <MessageErreur nom={nom} erreur={erreur} t={t} />
    </div>
  );
}

/** A group of fields under one legend. Focusable, so that the error summary can lead to it. */
export function Groupe({
  nom,
  libelle,
  aide,
  requis,
  erreur,
  t,
  enLigne = false,
  children,
}: ProprietesChamp & { enLigne?: boolean; children: ReactNode }) {
  const decrit = decritPar(nom, aide, erreur);
  return (
    <fieldset
      className={erreur ? 'fr-fieldset fr-fieldset--error' : 'fr-fieldset'}
      id={nom}
      tabIndex={-1}
      aria-labelledby={`${nom}-legende`}
      aria-describedby={decrit}
    >
      <legend className="fr-fieldset__legend fr-fieldset__legend--regular" id={`${nom}-legende`}>
        {libelle}
        {requis ? <Etoile /> : null}
      </legend>
      {aide ? (
        <p className="fr-hint-text portail-aide" id={`${nom}-aide`}>
          {aide}
        </p>
      ) : null}
      {enLigne ? <div className="portail-en-ligne">{children}</div> : children}
      {erreur ? (
        <div className="fr-messages-group">
          <MessageErreur nom={nom} erreur={erreur} t={t} />
        </div>
      ) : null}
    </fieldset>
  );
}
