'use client';
// One view per type of champ: the switch is total, the compiler asks for a missing one.
import type { UseFormRegister } from 'react-hook-form';
import { LISTE_NATIONALITES, LISTE_PAYS, nomDeLaNationalite } from '#domain/pays.ts';
import { afficherReponse, type Brut } from '#domain/procedure/champs.ts';
import type { Champ, ChampRepetition } from '#domain/procedure/definition.ts';
import { estNoeud, lignesDe, valeurEn } from '#domain/procedure/saisie.ts';
import { ChampCase } from '#ui/fields/case.tsx';
import { Groupe } from '#ui/fields/champ.tsx';
import { ChampChoix, ChampChoixLong } from '#ui/fields/choix.tsx';
import { ChampDate } from '#ui/fields/date.tsx';
import { ChampRadios } from '#ui/fields/radios.tsx';
import { ChampTexte } from '#ui/fields/texte.tsx';
import { ChampTexteLong } from '#ui/fields/texte-long.tsx';
import type { Traduire } from '#ui/langue/langues.ts';
import { VueAdresse } from './adresse.tsx';

export type Saisisseur = {
  t: Traduire;
  register: UseFormRegister<Record<string, unknown>>;
  /** current values, for the first rendering and the number of rows */
  valeurs: Brut;
  erreurs: Readonly<Record<string, string>>;
  /** nationalities typed so far, for the question on the one retained */
  nationalites: readonly string[];
  ajouter: (chemin: string, vide: Brut) => void;
  retirer: (chemin: string, rang: number) => void;
  poser: (chemin: string, valeur: string) => void;
};

const enOptions = (liste: readonly { code: string; libelle: string }[]) => liste.map(({ code, libelle }) => ({ valeur: code, libelle }));
const OPTIONS_PAYS = enOptions(LISTE_PAYS);
const OPTIONS_NATIONALITES = enOptions(LISTE_NATIONALITES);

const texteEn = (valeurs: Brut, nom: string): string => {
  const valeur = valeurEn(valeurs, nom);
  return typeof valeur === 'string' ? valeur : '';
};

/** The first error at a name or under it. */
export function erreurSous(erreurs: Readonly<Record<string, string>>, nom: string): string | undefined {
  return erreurs[nom] ?? Object.entries(erreurs).find(([chemin]) => chemin.startsWith(`${nom}.`))?.[1];
}

export function VueChamp({ champ, nom, saisisseur }: { champ: Champ; nom: string; saisisseur: Saisisseur }) {
  const { t, register, valeurs, erreurs } = saisisseur;
  const commun = {
    nom,
    libelle: t(champ.libelle),
    aide: champ.aide ? t(champ.aide) : undefined,
    requis: champ.requis,
    erreur: erreurs[nom],
    t,
  };
  const entree = { ...register(nom), defaultValue: texteEn(valeurs, nom) };
  switch (champ.type) {
    case 'texte':
      return (
        <ChampTexte
          {...commun}
          {...entree}
          autoComplete={champ.autocomplete}
          inputMode={champ.forme === 'siret' || champ.forme === 'chiffres' ? 'numeric' : undefined}
          maxLength={champ.forme === 'siret' ? undefined : champ.max}
        />
      );
    case 'nombre':
      return (
        <ChampTexte
          {...commun}
          {...entree}
          libelle={champ.unite ? t('{libelle} (en {unite})', { libelle: t(champ.libelle), unite: t(champ.unite) }) : commun.libelle}
          inputMode="numeric"
        />
      );
    case 'cases':
      return (
        <Groupe {...commun} erreur={erreurSous(erreurs, nom)}>
          {champ.options.map(({ code, libelle }) => (
            <div className="fr-fieldset__element" key={code}>
              <ChampCase
                nom={`${nom}.${code}`}
                libelle={t(libelle)}
                t={t}
                {...register(`${nom}.${code}`)}
                value="oui"
                defaultChecked={texteEn(valeurs, `${nom}.${code}`) === 'oui'}
              />
            </div>
          ))}
        </Groupe>
      );
    case 'connu':
      return (
        <FaitConnu libelle={commun.libelle} valeur={entree.defaultValue ? afficherReponse(entree.defaultValue, champ) : t('Non connu')} />
      );
    case 'texte_long':
      return <ChampTexteLong {...commun} {...entree} maxLength={champ.max} />;
    case 'telephone':
      return <ChampTexte {...commun} {...entree} type="tel" autoComplete="tel" />;
    case 'courriel':
      return <ChampTexte {...commun} {...entree} type="email" readOnly />;
    case 'choix':
      return champ.presentation === 'liste' ? (
        <ChampChoix {...commun} {...entree} options={enOptions(champ.options)} />
      ) : (
        <ChampRadios
          {...commun}
          {...register(nom)}
          defaultValue={entree.defaultValue}
          enLigne={champ.options.length < 3}
          options={enOptions(champ.options)}
        />
      );
    case 'oui_non':
      return (
        <ChampRadios
          {...commun}
          {...register(nom)}
          defaultValue={entree.defaultValue}
          enLigne
          options={[
            { valeur: 'oui', libelle: t('Oui') },
            { valeur: 'non', libelle: t('Non') },
          ]}
        />
      );
    case 'pays':
      return <ChampChoixLong {...commun} {...entree} options={OPTIONS_PAYS} />;
    case 'nationalite_retenue':
      return (
        <ChampRadios
          {...commun}
          {...register(nom)}
          defaultValue={entree.defaultValue}
          options={saisisseur.nationalites.map((code) => ({ valeur: code, libelle: nomDeLaNationalite(code) }))}
        />
      );
    case 'attestation':
      return <ChampCase {...commun} {...register(nom)} value="oui" defaultChecked={entree.defaultValue === 'oui'} />;
    case 'date':
    case 'date_partielle': {
      const parties = valeurEn(valeurs, nom);
      const partie = (p: string) => (estNoeud(parties) && typeof parties[p] === 'string' ? parties[p] : '');
      return (
        <ChampDate
          {...commun}
          erreur={erreurSous(erreurs, nom)}
          valeurs={{ jour: partie('jour'), mois: partie('mois'), annee: partie('annee') }}
          partiesRequises={champ.type === 'date' ? undefined : ['annee']}
          saisie={(p) => register(`${nom}.${p}`)}
        />
      );
    }
    case 'textes':
    case 'nationalites':
      return <VueListe champ={champ} nom={nom} saisisseur={saisisseur} />;
    case 'adresse':
      return <VueAdresse {...commun} erreurs={erreurs} saisisseur={saisisseur} />;
    case 'repetition':
      return <VueRepetition champ={champ} nom={nom} saisisseur={saisisseur} />;
  }
}

/** What the registre knows: read, never typed (S-184). */
function FaitConnu({ libelle, valeur }: { libelle: string; valeur: string }) {
  return (
    <dl className="portail-fait">
      <dt>{libelle}</dt>
      <dd>{valeur}</dd>
    </dl>
  );
}

/** The rows of a list, at least one, with the name of their input. */
function lignesNommees(valeurs: Brut, nom: string): { ligne: string; rang: number }[] {
  const nombre = Math.max(1, lignesDe(valeurEn(valeurs, nom)).length);
  return Array.from({ length: nombre }, (_, rang) => ({ ligne: `${nom}.${rang}`, rang }));
}

/** A repeated line: first names, nationalities (S-093, S-098). */
function VueListe({
  champ,
  nom,
  saisisseur,
}: {
  champ: Extract<Champ, { type: 'textes' | 'nationalites' }>;
  nom: string;
  saisisseur: Saisisseur;
}) {
  const { t, register, valeurs, erreurs, ajouter, retirer } = saisisseur;
  return (
    <div className="portail-liste">
      {lignesNommees(valeurs, nom).map(({ ligne, rang }) => {
        const commun = {
          nom: ligne,
          libelle: rang === 0 ? t(champ.libelle) : t('{libelle} : {n}', { libelle: t(champ.libelle), n: rang + 1 }),
          requis: champ.requis && rang === 0,
          erreur: erreurs[ligne],
          t,
        };
        const entree = { ...register(ligne), defaultValue: texteEn(valeurs, ligne) };
        return (
          <div className="portail-liste__ligne" key={ligne}>
            {champ.type === 'textes' ? (
              <ChampTexte {...commun} {...entree} autoComplete={rang === 0 ? champ.autocomplete : 'off'} maxLength={champ.max} />
            ) : (
              <ChampChoixLong {...commun} {...entree} options={OPTIONS_NATIONALITES} />
            )}
            {rang > 0 ? (
              <BoutonLigne intention={`retirer:${nom}:${rang}`} icone="fr-icon-close-line" faire={() => retirer(nom, rang)}>
                {t('Retirer')} <span className="fr-sr-only">{commun.libelle}</span>
              </BoutonLigne>
            ) : null}
          </div>
        );
      })}
      <BoutonLigne intention={`ajouter:${nom}`} icone="fr-icon-add-line" faire={() => ajouter(nom, '')}>
        {t(champ.ajout)}
      </BoutonLigne>
    </div>
  );
}

/** A repeated block of questions: Enfant 1, Enfant 2… (S-118, S-119). */
function VueRepetition({ champ, nom, saisisseur }: { champ: ChampRepetition; nom: string; saisisseur: Saisisseur }) {
  const { t, valeurs, erreurs, ajouter, retirer } = saisisseur;
  const lignes = lignesNommees(valeurs, nom);
  return (
    <div>
      {lignes.map(({ ligne, rang }) => {
        const titre = t('{element} {n}', { element: t(champ.element), n: rang + 1 });
        return (
          <Groupe nom={ligne} libelle={<strong>{titre}</strong>} key={ligne} t={t}>
            <div className="portail-bloc">
              {champ.champs.map((c) => (
                <VueChamp champ={c} nom={`${ligne}.${c.code}`} saisisseur={saisisseur} key={c.code} />
              ))}
              {lignes.length > 1 ? (
                <BoutonLigne intention={`retirer:${nom}:${rang}`} icone="fr-icon-close-line" faire={() => retirer(nom, rang)}>
                  {t('Retirer')} {titre}
                </BoutonLigne>
              ) : null}
            </div>
          </Groupe>
        );
      })}
      {erreurs[`${nom}.ajouter`] ? <p className="fr-message fr-message--error">{erreurs[`${nom}.ajouter`]}</p> : null}
      <BoutonLigne id={`${nom}.ajouter`} intention={`ajouter:${nom}:bloc`} icone="fr-icon-add-line" faire={() => ajouter(nom, {})}>
        {t(champ.ajout)}
      </BoutonLigne>
    </div>
  );
}

/** Adds or removes a row: at once with scripts, by a round trip without. */
function BoutonLigne({
  intention,
  icone,
  faire,
  id,
  children,
}: {
  intention: string;
  icone: string;
  faire: () => void;
  id?: string;
  children: React.ReactNode;
}) {
  return (
    <button
      className={`fr-btn fr-btn--tertiary-no-outline fr-btn--sm fr-btn--icon-left ${icone}`}
      id={id}
      type="submit"
      name="_intention"
      value={intention}
      formNoValidate
      onClick={(e) => {
        e.preventDefault();
        faire();
      }}
    >
      {children}
    </button>
  );
}
