'use client';
import { valeurEn } from '#domain/procedure/saisie.ts';
// The forms of the administration, declared as data by the pages: fields, what they hold, where they go.
import { ConfirmationAgent } from '#features/compte/facteurs/views/confirmation.tsx';
import { type Action, type EtatFormulaire, FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { ChampCase } from '#ui/fields/case.tsx';
import { Groupe } from '#ui/fields/champ.tsx';
import { ChampChoix, type Option } from '#ui/fields/choix.tsx';
import { ChampDate } from '#ui/fields/date.tsx';
import { Formulaire } from '#ui/fields/formulaire.tsx';
import { ChampTexte } from '#ui/fields/texte.tsx';
import { ChampTexteLong } from '#ui/fields/texte-long.tsx';
import { useT } from '#ui/langue/use-t.tsx';

type Base = { nom: string; libelle: string; aide?: string; requis?: boolean };
export type ChampDeclare =
  | (Base & { sorte: 'texte'; valeur?: string; type?: 'text' | 'email' })
  | (Base & { sorte: 'long'; valeur?: string; lignes?: number })
  /** valeur: 'YYYY-MM-DD' */
  | (Base & { sorte: 'date'; valeur?: string | null })
  | (Base & { sorte: 'choix'; valeur?: string; options: readonly Option[]; invite?: string })
  /** boxes named `nom.valeur` */
  | (Base & { sorte: 'cases'; cochees?: readonly string[]; options: readonly (Option & { aide?: string })[] });

type Props = {
  action: Action;
  champs: readonly ChampDeclare[];
  /** sent along, not shown */
  caches?: Readonly<Record<string, string>>;
  bouton: string;
  /** names the button to a screen reader, in a list of forms */
  precision?: string;
  secondaire?: boolean;
};

function saisi(etat: EtatFormulaire, chemin: string): string | undefined {
  const valeur = valeurEn(etat.valeurs, chemin);
  return typeof valeur === 'string' ? valeur : undefined;
}

function Cases({ champ, etat }: { champ: Extract<ChampDeclare, { sorte: 'cases' }>; etat: EtatFormulaire }) {
  const t = useT();
  const { nom, libelle, aide, requis, options, cochees = [] } = champ;
  return (
    <Groupe nom={nom} libelle={libelle} aide={aide} requis={requis} erreur={etat.erreurs[nom]} t={t}>
      {options.map((o) => (
        <div className="fr-fieldset__element" key={o.valeur}>
          <ChampCase
            nom={`${nom}.${o.valeur}`}
            libelle={o.libelle}
            aide={o.aide}
            t={t}
            defaultChecked={etat.valeurs === undefined ? cochees.includes(o.valeur) : saisi(etat, `${nom}.${o.valeur}`) !== undefined}
          />
        </div>
      ))}
    </Groupe>
  );
}

function UnChamp({ champ, etat }: { champ: ChampDeclare; etat: EtatFormulaire }) {
  const t = useT();
  const { nom, libelle, aide, requis } = champ;
  const commun = { nom, libelle, aide, requis, erreur: etat.erreurs[nom], t };
  switch (champ.sorte) {
    case 'texte':
      return <ChampTexte {...commun} type={champ.type ?? 'text'} autoComplete="off" defaultValue={saisi(etat, nom) ?? champ.valeur} />;
    case 'long':
      return <ChampTexteLong {...commun} rows={champ.lignes ?? 4} defaultValue={saisi(etat, nom) ?? champ.valeur} />;
    case 'date': {
      const [annee, mois, jour] = champ.valeur?.split('-') ?? [];
      const de = (partie: string, initiale?: string) => saisi(etat, `${nom}.${partie}`) ?? initiale;
      return (
        <ChampDate
          {...commun}
          exempleAnnee="2027"
          valeurs={{ jour: de('jour', jour), mois: de('mois', mois), annee: de('annee', annee) }}
        />
      );
    }
    case 'choix':
      return <ChampChoix {...commun} options={champ.options} invite={champ.invite} defaultValue={saisi(etat, nom) ?? champ.valeur} />;
    case 'cases':
      return <Cases champ={champ} etat={etat} />;
  }
}

export function FormulaireDeclare({ action, champs, caches = {}, bouton, precision, secondaire = false }: Props) {
  return (
    <Formulaire action={action} initial={FORMULAIRE_VIDE} className="agent-formulaire portail-formulaire">
      {(etat, enCours) => (
        <>
          {Object.entries(caches).map(([nom, valeur]) => (
            <input key={nom} type="hidden" name={nom} value={valeur} />
          ))}
          {/* a refused form comes back as it was typed: React empties the fields after an action */}
          <div key={JSON.stringify(etat.valeurs ?? null)}>
            {champs.map((champ) => (
              <UnChamp key={champ.nom} champ={champ} etat={etat} />
            ))}
          </div>
          <ConfirmationAgent etat={etat} />
          <button className={secondaire ? 'fr-btn fr-btn--secondary' : 'fr-btn'} type="submit" disabled={enCours}>
            {bouton}
            {precision ? <span className="fr-sr-only"> {precision}</span> : null}
          </button>
        </>
      )}
    </Formulaire>
  );
}
