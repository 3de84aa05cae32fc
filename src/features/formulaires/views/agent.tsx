'use client';
// The forms of agents. One frame: what is refused, what is sent along, what was typed, the proof that may be asked, the button.
// Inside, fields declared as data by a page (`FormulaireDeclare`), or written out where they depend on each other.
import type { ReactNode } from 'react';
import { ConfirmationAgent } from '#features/compte/facteurs/views/confirmation.tsx';
import { type Action, type EtatFormulaire, FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { ChampCase } from '#ui/fields/case.tsx';
import { Groupe } from '#ui/fields/champ.tsx';
import { ChampChoix, type GroupeOptions, type Option } from '#ui/fields/choix.tsx';
import { ChampDate } from '#ui/fields/date.tsx';
import { type Champs, Formulaire } from '#ui/fields/formulaire.tsx';
import { ChampRadios, type OptionRadio } from '#ui/fields/radios.tsx';
import { ChampTexte } from '#ui/fields/texte.tsx';
import { ChampTexteLong } from '#ui/fields/texte-long.tsx';

/** `dernier`: the last event that the page shows; without it a conflict says only the very last thing that happened. */
export type DossierAffiche = { id: string; version: number; dernier?: string };

type Cadre = {
  action: Action;
  /** the dossier and the version that are on screen */
  dossier?: DossierAffiche;
  /** sent along, not shown */
  caches?: Readonly<Record<string, string>>;
  /** null: the buttons are among the fields */
  bouton: ReactNode;
  /** names the button to a screen reader, in a list of forms */
  precision?: string;
  secondaire?: boolean;
};

const duDossier = ({ id, version, dernier }: DossierAffiche): Readonly<Record<string, string>> => ({
  dossier: id,
  version: String(version),
  ...(dernier ? { depuis: dernier } : {}),
});

type PropsAgent = Cadre & { className?: string; children: (champs: Champs, etat: EtatFormulaire) => ReactNode };

export function FormulaireAgent(props: PropsAgent) {
  const { action, dossier, caches, bouton, precision, secondaire = false, className = 'agent-formulaire', children } = props;
  const envoyes = Object.entries({ ...(dossier ? duDossier(dossier) : {}), ...caches });
  return (
    <Formulaire action={action} initial={FORMULAIRE_VIDE} className={className}>
      {(etat, enCours, champs) => (
        <>
          {envoyes.map(([nom, valeur]) => (
            // who has been told what changed meanwhile, and sends again, sends knowingly
            <input
              key={nom}
              type="hidden"
              name={nom}
              value={nom === 'version' ? String(Math.max(Number(valeur), etat.conflit ?? 0)) : valeur}
            />
          ))}
          {/* a refused form comes back as it was typed: React empties the fields after an action */}
          <div key={JSON.stringify(etat.valeurs ?? null)}>{children(champs, etat)}</div>
          <ConfirmationAgent etat={etat} />
          {bouton === null ? null : (
            <button className={secondaire ? 'fr-btn fr-btn--secondary' : 'fr-btn'} type="submit" disabled={enCours}>
              {bouton}
              {precision ? <span className="fr-sr-only"> {precision}</span> : null}
            </button>
          )}
        </>
      )}
    </Formulaire>
  );
}

type Base = { nom: string; libelle: string; aide?: string; requis?: boolean };
export type ChampDeclare =
  | (Base & { sorte: 'texte'; valeur?: string; type?: 'text' | 'email' })
  | (Base & { sorte: 'long'; valeur?: string; lignes?: number })
  /** valeur: 'YYYY-MM-DD' */
  | (Base & { sorte: 'date'; valeur?: string | null })
  | (Base & { sorte: 'choix'; valeur?: string; options: readonly Option[]; groupes?: readonly GroupeOptions[]; invite?: string })
  | (Base & { sorte: 'radios'; valeur?: string; options: readonly OptionRadio[] })
  /** one box, sent as "oui" */
  | (Base & { sorte: 'case' })
  /** boxes named `nom.valeur` */
  | (Base & { sorte: 'cases'; cochees?: readonly string[]; options: readonly (Option & { aide?: string })[] });

function UnChamp({ champ, champs }: { champ: ChampDeclare; champs: Champs }) {
  const { nom, libelle, aide, requis } = champ;
  const commun = { libelle, aide, requis };
  switch (champ.sorte) {
    case 'texte':
      return <ChampTexte {...commun} {...champs.texte(nom, champ.valeur)} type={champ.type ?? 'text'} autoComplete="off" />;
    case 'long':
      return <ChampTexteLong {...commun} {...champs.texte(nom, champ.valeur)} rows={champ.lignes ?? 4} />;
    case 'date': {
      const [annee, mois, jour] = champ.valeur?.split('-') ?? [];
      const initiale = annee && mois && jour ? { jour, mois, annee } : undefined;
      return <ChampDate {...commun} {...champs.date(nom, initiale)} exempleAnnee="2027" />;
    }
    case 'choix': {
      const { options, groupes, invite, valeur } = champ;
      return <ChampChoix {...commun} {...champs.texte(nom, valeur)} {...{ options, groupes, invite }} />;
    }
    case 'radios':
      return <ChampRadios {...commun} {...champs.texte(nom, champ.valeur)} options={champ.options} />;
    case 'case':
      return <ChampCase {...commun} {...champs.coche(nom)} value="oui" />;
    case 'cases': {
      const { erreur, t } = champs.texte(nom);
      return (
        <Groupe {...commun} {...{ nom, erreur, t }}>
          {champ.options.map((o) => (
            <div className="fr-fieldset__element" key={o.valeur}>
              <ChampCase {...champs.coche(`${nom}.${o.valeur}`, champ.cochees?.includes(o.valeur))} libelle={o.libelle} aide={o.aide} />
            </div>
          ))}
        </Groupe>
      );
    }
  }
}

type PropsDeclare = Cadre & {
  champs?: readonly ChampDeclare[];
  /** texts of several paragraphs: the whole width */
  large?: boolean;
};

/** Fields as data: the page that declares them needs no script of its own. */
export function FormulaireDeclare({ champs: declares = [], large = false, ...cadre }: PropsDeclare) {
  return (
    <FormulaireAgent {...cadre} className={large ? 'agent-formulaire' : 'agent-formulaire portail-formulaire'}>
      {(champs) => declares.map((champ) => <UnChamp key={champ.nom} champ={champ} champs={champs} />)}
    </FormulaireAgent>
  );
}
