'use client';
// A form that posts to a server action and shows its answer. Before scripts it is a plain post: the same page comes back, filled.
import { type ReactNode, useActionState } from 'react';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { type Resultat, Resultats } from '#ui/feedback/resultats.tsx';
import { ResumeErreurs } from '#ui/feedback/resume-erreurs.tsx';
import type { Traduire } from '#ui/langue/langues.ts';
import { useT } from '#ui/langue/use-t.tsx';

type Etat = {
  erreurs: Record<string, string>;
  general?: string;
  faute?: string;
  succes?: string;
  resultats?: readonly Resultat[];
  valeurs?: unknown;
};

type Props<E extends Etat> = {
  action: (etat: Awaited<E>, donnees: FormData) => Promise<E>;
  initial: Awaited<E>;
  id?: string;
  className?: string;
  /** names the form to a screen reader */
  nom?: string;
  children: (etat: Awaited<E>, enCours: boolean, champs: Champs) => ReactNode;
};

/** What was sent at the last try, at a dotted path ('pieces.passeport.motif'). */
function envoye({ valeurs }: Etat, chemin: string): unknown {
  return chemin
    .split('.')
    .reduce<unknown>(
      (noeud, cle) => (typeof noeud === 'object' && noeud !== null ? new Map<string, unknown>(Object.entries(noeud)).get(cle) : undefined),
      valeurs,
    );
}

/** What was typed in a field at the last try, to give back as its default value. */
export function texteSaisi(etat: Etat, chemin: string): string | undefined {
  const valeur = envoye(etat, chemin);
  return typeof valeur === 'string' ? valeur : undefined;
}

/** The same for what has several inputs: the parts of a date, boxes by code. Undefined before any try. */
export function textesSaisis(etat: Etat, chemin: string): Record<string, string> | undefined {
  if (typeof etat.valeurs !== 'object' || etat.valeurs === null) return undefined;
  const lu = envoye(etat, chemin);
  if (typeof lu !== 'object' || lu === null) return {};
  return Object.fromEntries(Object.entries(lu).flatMap(([cle, v]): [string, string][] => (typeof v === 'string' ? [[cle, v]] : [])));
}

type Parties = Record<string, string>;
/** What ties a field to the answer of the form: its name, its error, what was typed in it at the last try (or `initiale`). */
export type Champs = {
  texte: (nom: string, initiale?: string) => { nom: string; defaultValue: string; erreur?: string; t: Traduire };
  /** `initiale`: ticked before any try */
  coche: (nom: string, initiale?: boolean) => { nom: string; defaultChecked: boolean; erreur?: string; t: Traduire };
  date: (nom: string, initiale?: Parties) => { nom: string; valeurs?: Parties; erreur?: string; t: Traduire };
};

export function lier(etat: Etat, t: Traduire): Champs {
  const erreur = (...noms: string[]) => {
    const dite = noms.map((n) => etat.erreurs[n]).find(Boolean);
    return dite && t(dite);
  };
  return {
    // never undefined: React would leave what the field held for the thing shown before
    texte: (nom, initiale = '') => ({ nom, defaultValue: texteSaisi(etat, nom) ?? initiale, erreur: erreur(nom), t }),
    // the browser sends a box that is ticked, and nothing for another
    coche: (nom, initiale = false) => ({
      nom,
      defaultChecked: etat.valeurs ? texteSaisi(etat, nom) !== undefined : initiale,
      erreur: erreur(nom),
      t,
    }),
    // the error of a day stands on the part that is wrong
    date: (nom, initiale) => ({
      nom,
      valeurs: textesSaisis(etat, nom) ?? initiale,
      erreur: erreur(nom, `${nom}.jour`, `${nom}.mois`, `${nom}.annee`),
      t,
    }),
  };
}

/** Error summary (errors in the order of the state, which is the order of the schema), what was done, then the fields given by `children`. */
export function Formulaire<E extends Etat>({ action, initial, id, className, nom, children }: Props<E>) {
  const t = useT();
  const [etat, envoyer, enCours] = useActionState<E, FormData>(action, initial);
  const erreurs = Object.entries(etat.erreurs).map(([champ, message]) => ({ champ, message: t(message) }));
  const faute = etat.faute ? t('Une erreur est survenue de notre côté. Numéro à citer : {faute}', { faute: etat.faute }) : undefined;
  return (
    <form action={envoyer} noValidate id={id} className={className} aria-label={nom}>
      <ResumeErreurs erreurs={erreurs} general={faute ?? (etat.general ? t(etat.general) : undefined)} envoi={etat} />
      {etat.succes ? (
        <Alerte ton="success" annoncer>
          {t(etat.succes)}
        </Alerte>
      ) : null}
      {etat.resultats ? <Resultats resultats={etat.resultats} /> : null}
      {children(etat, enCours, lier(etat, t))}
    </form>
  );
}
