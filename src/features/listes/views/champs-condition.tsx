'use client';
// A condition as rows of controls: answers, nationality, age, in groups that may hold groups.
import { LISTE_NATIONALITES } from '#domain/pays.ts';
import { type Noeud, RACINE, SORTES_DE_REGLE, type SorteDeRegle } from '#domain/procedure/saisie-condition.ts';
import { ChampCase } from '#ui/fields/case.tsx';
import { Groupe } from '#ui/fields/champ.tsx';
import { ChampChoix, ChampChoixLong } from '#ui/fields/choix.tsx';
import { ChampTexte } from '#ui/fields/texte.tsx';
import { ChampTexteLong } from '#ui/fields/texte-long.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import type { ChampDeRegle } from '../loaders.ts';

const NATIONALITES = LISTE_NATIONALITES.map(({ libelle }) => ({ valeur: libelle, libelle }));
const MOTS: Readonly<Record<SorteDeRegle, string>> = {
  champ: 'Une réponse',
  nationalite: 'La nationalité',
  age: 'L’âge',
  tous: 'Un groupe : toutes ces règles',
  un: 'Un groupe : au moins une de ces règles',
  non: 'Sauf si…',
};
const TITRES_DE_GROUPE = { tous: 'Toutes ces règles', un: 'Au moins une de ces règles', non: 'Sauf si' } as const;

type Commun = { champs: readonly ChampDeRegle[]; erreurs: Readonly<Record<string, string>> };
type Place = Commun & { noeud: Noeud; chemin: string };

function Retirer({ chemin, quoi }: { chemin: string; quoi: string }) {
  const t = useT();
  return (
    <button type="submit" name="_geste" value={`regle-${chemin}`} className="fr-btn fr-btn--sm fr-btn--tertiary">
      {t('Retirer')}
      <span className="fr-sr-only"> {quoi}</span>
    </button>
  );
}

/** A rule more at the end of a group; alone, the first rule of the piece. */
function Ajouter({ chemin, erreurs }: { chemin: string; erreurs: Commun['erreurs'] }) {
  const t = useT();
  const nom = `condition.${chemin}.ajout`;
  return (
    <div className="listes-ajout">
      <ChampChoix
        nom={nom}
        libelle={t('Ajouter une règle')}
        erreur={erreurs[nom]}
        t={t}
        options={SORTES_DE_REGLE.map((s) => ({ valeur: s, libelle: t(MOTS[s]) }))}
      />
      <button type="submit" name="_geste" value={`regle+${chemin}`} className="fr-btn fr-btn--sm fr-btn--secondary">
        {t('Ajouter')}
      </button>
    </div>
  );
}

function RegleDeReponse({ noeud, chemin, champs, erreurs }: Place & { noeud: Extract<Noeud, { sorte: 'champ' }> }) {
  const t = useT();
  const nom = (partie: string) => `condition.${chemin}.${partie}`;
  const choisi = champs.find((c) => c.code === noeud.champ);
  const connues = choisi?.cases ?? [];
  // an answer that the question no longer offers is shown, so as to be taken out on purpose
  const inconnues = choisi?.cases ? noeud.cochees.filter((c) => !connues.some((o) => o.code === c)) : [];
  return (
    <>
      <ChampChoix
        nom={nom('champ')}
        libelle={t('À la question')}
        erreur={erreurs[nom('champ')]}
        t={t}
        defaultValue={noeud.champ}
        options={champs.map((c) => ({ valeur: c.code, libelle: `${c.libelle} (${c.code})` }))}
      />
      <button type="submit" name="_geste" value="afficher" className="fr-btn fr-btn--sm fr-btn--tertiary">
        {t('Montrer les réponses de cette question')}
      </button>
      {choisi?.cases ? (
        <Groupe nom={nom('cochees')} libelle={t('la réponse est')} erreur={erreurs[nom('cochees')]} t={t}>
          {[...connues, ...inconnues.map((code) => ({ code, libelle: t('{code} (n’est plus une réponse)', { code }) }))].map((o) => (
            <div className="fr-fieldset__element" key={o.code}>
              <ChampCase nom={nom(`cochees.${o.code}`)} libelle={t(o.libelle)} t={t} defaultChecked={noeud.cochees.includes(o.code)} />
            </div>
          ))}
        </Groupe>
      ) : null}
      {choisi && !choisi.cases ? (
        <ChampTexteLong
          nom={nom('noms')}
          libelle={t('la réponse est')}
          aide={t('Une réponse par ligne.')}
          erreur={erreurs[nom('noms')]}
          t={t}
          rows={3}
          defaultValue={noeud.noms}
        />
      ) : null}
    </>
  );
}

function RegleDeNationalite({ noeud, chemin, erreurs }: Omit<Place, 'noeud'> & { noeud: Extract<Noeud, { sorte: 'nationalite' }> }) {
  const t = useT();
  const nom = (partie: string) => `condition.${chemin}.${partie}`;
  return (
    <>
      <ChampChoix
        nom={nom('regle')}
        libelle={t('La nationalité est')}
        t={t}
        defaultValue={noeud.regle}
        options={[
          { valeur: 'parmi', libelle: t('une de celles-ci') },
          { valeur: 'hors', libelle: t('aucune de celles-ci') },
        ]}
      />
      <ChampTexteLong
        nom={nom('noms')}
        libelle={t('Nationalités')}
        aide={t('Une par ligne, au féminin. Exemple : Algérienne')}
        erreur={erreurs[nom('noms')]}
        t={t}
        rows={4}
        defaultValue={noeud.noms}
      />
      <div className="listes-ajout">
        <ChampChoixLong nom={nom('plus')} libelle={t('Choisir une nationalité')} t={t} options={NATIONALITES} />
        <button type="submit" name="_geste" value="afficher" className="fr-btn fr-btn--sm fr-btn--tertiary">
          {t('Ajouter cette nationalité')}
        </button>
      </div>
    </>
  );
}

function Rangee({ noeud, chemin, champs, erreurs }: Place) {
  const t = useT();
  const nom = (partie: string) => `condition.${chemin}.${partie}`;
  const sorte = <input type="hidden" name={nom('sorte')} value={noeud.sorte} />;
  switch (noeud.sorte) {
    case 'tous':
    case 'un':
    case 'non':
      return (
        <fieldset className="listes-groupe">
          <legend className="fr-text--bold">{t(TITRES_DE_GROUPE[noeud.sorte])}</legend>
          {noeud.sorte === 'non' ? (
            sorte
          ) : (
            <ChampChoix
              nom={nom('sorte')}
              libelle={t('Il faut')}
              t={t}
              defaultValue={noeud.sorte}
              options={[
                { valeur: 'tous', libelle: t('toutes ces règles') },
                { valeur: 'un', libelle: t('au moins une de ces règles') },
              ]}
            />
          )}
          {noeud.membres.map((membre, i) => (
            <Rangee key={`${chemin}-${String(i)}`} noeud={membre} chemin={`${chemin}-${i}`} champs={champs} erreurs={erreurs} />
          ))}
          {noeud.sorte === 'non' && noeud.membres.length > 0 ? null : <Ajouter chemin={chemin} erreurs={erreurs} />}
          <Retirer chemin={chemin} quoi={t('ce groupe')} />
        </fieldset>
      );
    case 'champ':
      return (
        <fieldset className="listes-groupe">
          <legend className="fr-text--bold">{t(MOTS.champ)}</legend>
          {sorte}
          <RegleDeReponse noeud={noeud} chemin={chemin} champs={champs} erreurs={erreurs} />
          <Retirer chemin={chemin} quoi={t('cette règle')} />
        </fieldset>
      );
    case 'nationalite':
      return (
        <fieldset className="listes-groupe">
          <legend className="fr-text--bold">{t(MOTS.nationalite)}</legend>
          {sorte}
          <RegleDeNationalite noeud={noeud} chemin={chemin} champs={champs} erreurs={erreurs} />
          <Retirer chemin={chemin} quoi={t('cette règle')} />
        </fieldset>
      );
    case 'age':
      return (
        <fieldset className="listes-groupe">
          <legend className="fr-text--bold">{t(MOTS.age)}</legend>
          {sorte}
          <ChampChoix
            nom={nom('regle')}
            libelle={t('La personne a')}
            t={t}
            defaultValue={noeud.regle}
            options={[
              { valeur: 'plusDe', libelle: t('plus de') },
              { valeur: 'moinsDe', libelle: t('moins de') },
            ]}
          />
          <ChampTexte
            nom={nom('annees')}
            libelle={t('Années, au jour du dépôt')}
            erreur={erreurs[nom('annees')]}
            t={t}
            inputMode="numeric"
            defaultValue={noeud.annees}
          />
          <Retirer chemin={chemin} quoi={t('cette règle')} />
        </fieldset>
      );
  }
}

export function ChampsDeCondition({ noeud, champs, erreurs }: Commun & { noeud: Noeud | null }) {
  const t = useT();
  return (
    <>
      <p>{noeud ? t('La pièce est demandée si :') : t('La pièce est demandée à toute personne.')}</p>
      {noeud ? <Rangee noeud={noeud} chemin={RACINE} champs={champs} erreurs={erreurs} /> : null}
      {noeud && 'membres' in noeud ? null : <Ajouter chemin={RACINE} erreurs={erreurs} />}
    </>
  );
}
