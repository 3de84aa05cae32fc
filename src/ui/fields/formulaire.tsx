'use client';
// A form that posts to a server action and shows its answer. Before scripts it is a plain post: the same page comes back, filled.
import { type ReactNode, useActionState } from 'react';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { ResumeErreurs } from '#ui/feedback/resume-erreurs.tsx';
import type { Traduire } from '#ui/langue/langues.ts';
import { useT } from '#ui/langue/use-t.tsx';

type Etat = { erreurs: Record<string, string>; general?: string; faute?: string; succes?: string; valeurs?: unknown };

type Props<E extends Etat> = {
  action: (etat: Awaited<E>, donnees: FormData) => Promise<E>;
  initial: Awaited<E>;
  id?: string;
  className?: string;
  children: (etat: Awaited<E>, enCours: boolean, champs: Champs) => ReactNode;
};

/** What was typed in a field at the last try, to give back as its default value. */
export function texteSaisi(etat: Etat, nom: string): string | undefined {
  const { valeurs } = etat;
  const valeur: unknown =
    typeof valeurs === 'object' && valeurs !== null ? new Map<string, unknown>(Object.entries(valeurs)).get(nom) : undefined;
  return typeof valeur === 'string' ? valeur : undefined;
}

/** The same for what has several inputs: the parts of a date, boxes by code. Undefined before any try. */
export function textesSaisis(etat: Etat, nom: string): Record<string, string> | undefined {
  const { valeurs } = etat;
  if (typeof valeurs !== 'object' || valeurs === null) return undefined;
  const lu: unknown = new Map<string, unknown>(Object.entries(valeurs)).get(nom);
  if (typeof lu !== 'object' || lu === null) return {};
  return Object.fromEntries(Object.entries(lu).flatMap(([cle, v]): [string, string][] => (typeof v === 'string' ? [[cle, v]] : [])));
}

type Parties = Record<string, string>;
/** What ties a field to the answer of the form: its name, its error, what was typed in it at the last try (or `initiale`). */
export type Champs = {
  texte: (nom: string, initiale?: string) => { nom: string; defaultValue?: string; erreur?: string; t: Traduire };
  coche: (nom: string) => { nom: string; defaultChecked: boolean; erreur?: string; t: Traduire };
  date: (nom: string, initiale?: Parties) => { nom: string; valeurs?: Parties; erreur?: string; t: Traduire };
};

export function lier(etat: Etat, t: Traduire): Champs {
  const erreur = (...noms: string[]) => {
    const dite = noms.map((n) => etat.erreurs[n]).find(Boolean);
    return dite && t(dite);
  };
  return {
    texte: (nom, initiale) => ({ nom, defaultValue: texteSaisi(etat, nom) ?? initiale, erreur: erreur(nom), t }),
    coche: (nom) => ({ nom, defaultChecked: texteSaisi(etat, nom) === 'on', erreur: erreur(nom), t }),
    // the error of a day stands on the part that is wrong
    date: (nom, initiale) => ({
      nom,
      valeurs: textesSaisis(etat, nom) ?? initiale,
      erreur: erreur(nom, `${nom}.jour`, `${nom}.mois`, `${nom}.annee`),
      t,
    }),
  };
}

/** Error summary (errors in the order of the state, which is the order of the schema), success, then the fields given by `children`. */
export function Formulaire<E extends Etat>({ action, initial, id, className, children }: Props<E>) {
  const t = useT();
  const [etat, envoyer, enCours] = useActionState<E, FormData>(action, initial);
  const erreurs = Object.entries(etat.erreurs).map(([champ, message]) => ({ champ, message: t(message) }));
  const faute = etat.faute ? t('Une erreur est survenue de notre côté. Numéro à citer : {faute}', { faute: etat.faute }) : undefined;
  return (
    <form action={envoyer} noValidate id={id} className={className}>
      <ResumeErreurs erreurs={erreurs} general={faute ?? (etat.general ? t(etat.general) : undefined)} envoi={etat} />
      {etat.succes ? (
        <Alerte ton="success" annoncer>
          {t(etat.succes)}
        </Alerte>
      ) : null}
      {children(etat, enCours, lier(etat, t))}
    </form>
  );
}
