'use client';
// How a piece is given. Every field of every mode is in the page, and CSS shows those of the mode chosen: nothing to load again.
import type { Brut } from '#domain/procedure/champs.ts';
import { MODES_EN_CLAIR } from '#domain/procedure/difference.ts';
import { lignesDe, valeurEn } from '#domain/procedure/saisie.ts';
import { SORTES_DE_MODE, SORTES_SIMPLES } from '#domain/procedure/sortes.ts';
import { ChampCase } from '#ui/fields/case.tsx';
import { ChampChoix, type Option } from '#ui/fields/choix.tsx';
import { ChampTexte } from '#ui/fields/texte.tsx';
import { ChampTexteLong } from '#ui/fields/texte-long.tsx';
import { useT } from '#ui/langue/use-t.tsx';

type Commun = { valeurs: Brut; erreurs: Readonly<Record<string, string>>; modeles: readonly Option[] };

/** Properties of a field by its name: what it holds, what is wrong with it. */
function useChamps({ valeurs, erreurs }: Pick<Commun, 'valeurs' | 'erreurs'>) {
  const t = useT();
  const de = (nom: string) => {
    const valeur = valeurEn(valeurs, nom);
    return typeof valeur === 'string' ? valeur : undefined;
  };
  return { t, de, champ: (nom: string) => ({ nom, erreur: erreurs[nom], t, defaultValue: de(nom) }) };
}

/** Rows already there, and one more to fill. */
const rangs = (valeurs: Brut, chemin: string) => Array.from({ length: lignesDe(valeurEn(valeurs, chemin)).length + 1 }, (_, i) => i);

function AutreLigne() {
  const t = useT();
  return (
    <button type="submit" name="_geste" value="afficher" className="fr-btn fr-btn--sm fr-btn--tertiary">
      {t('Ajouter une ligne')}
    </button>
  );
}

function Elements({ prefixe, ...commun }: Commun & { prefixe: string }) {
  const { t, de, champ } = useChamps(commun);
  return (
    <div className="listes-pour listes-pour--elements">
      {rangs(commun.valeurs, `${prefixe}.elements`).map((i) => {
        const nom = (partie: string) => `${prefixe}.elements.${i}.${partie}`;
        return (
          <fieldset className="listes-groupe" key={i}>
            <legend className="fr-text--bold">{t('Document {n}', { n: i + 1 })}</legend>
            <ChampTexteLong {...champ(nom('document'))} libelle={t('Document')} aide={t('Laissez vide pour l’enlever.')} rows={2} />
            <ChampTexte {...champ(nom('code'))} libelle={t('Code')} aide={t('Vide : tiré de l’intitulé.')} />
            <ChampCase
              nom={nom('siConcerne')}
              libelle={t('Seulement si la personne est concernée')}
              t={t}
              defaultChecked={de(nom('siConcerne')) !== undefined}
            />
          </fieldset>
        );
      })}
      <AutreLigne />
    </div>
  );
}

/** The fields of the modes that a variant may have too. */
function ModeSimple({ prefixe, modeles, ...commun }: Commun & { prefixe: string }) {
  const { t, champ } = useChamps(commun);
  return (
    <>
      <div className="listes-pour listes-pour--document">
        <ChampTexteLong {...champ(`${prefixe}.document`)} libelle={t('Document demandé')} rows={3} />
      </div>
      <div className="listes-pour listes-pour--choix">
        <ChampTexteLong {...champ(`${prefixe}.choix`)} libelle={t('Documents au choix')} aide={t('Un par ligne.')} rows={6} />
      </div>
      <div className="listes-pour listes-pour--modele">
        <ChampChoix {...champ(`${prefixe}.modele`)} libelle={t('Modèle à télécharger')} options={modeles} />
      </div>
      <div className="listes-pour listes-pour--periode">
        <ChampChoix
          {...champ(`${prefixe}.periode`)}
          libelle={t('Période')}
          options={[
            { valeur: 'annee', libelle: t('une année') },
            { valeur: 'semestre', libelle: t('un semestre') },
          ]}
        />
        <ChampTexte {...champ(`${prefixe}.nombre`)} libelle={t('Nombre de périodes, en remontant depuis le dépôt')} inputMode="numeric" />
      </div>
      <Elements {...commun} modeles={modeles} prefixe={prefixe} />
    </>
  );
}

function Variantes(commun: Commun) {
  const { t, champ } = useChamps(commun);
  return (
    <div className="listes-pour listes-pour--variantes">
      <ChampTexte {...champ('mode.question')} libelle={t('Question qui sépare les cas')} />
      {rangs(commun.valeurs, 'variantes').map((i) => {
        const prefixe = `variantes.${i}`;
        return (
          <fieldset className="listes-groupe listes-mode" key={i}>
            <legend className="fr-text--bold">{t('Cas {n}', { n: i + 1 })}</legend>
            <ChampTexte
              {...champ(`${prefixe}.libelle`)}
              libelle={t('Le cas, comme la personne le choisit')}
              aide={t('Laissez vide pour l’enlever.')}
            />
            <ChampTexte {...champ(`${prefixe}.code`)} libelle={t('Code')} aide={t('Vide : tiré du cas.')} />
            <div className="listes-sorte">
              <ChampChoix
                {...champ(`${prefixe}.sorte`)}
                libelle={t('Ce cas se prouve par')}
                options={SORTES_SIMPLES.map((s) => ({ valeur: s, libelle: t(MODES_EN_CLAIR[s]) }))}
              />
            </div>
            <ModeSimple {...commun} prefixe={prefixe} />
          </fieldset>
        );
      })}
      <AutreLigne />
    </div>
  );
}

export function ChampsDuMode({ declarations, ...commun }: Commun & { declarations: readonly Option[] }) {
  const { t, champ } = useChamps(commun);
  return (
    <div className="listes-mode">
      <div className="listes-sorte">
        <ChampChoix
          {...champ('mode.sorte')}
          libelle={t('La pièce se donne par')}
          requis
          options={SORTES_DE_MODE.map((s) => ({ valeur: s, libelle: t(MODES_EN_CLAIR[s]) }))}
        />
      </div>
      <ModeSimple {...commun} prefixe="mode" />
      <div className="listes-pour listes-pour--code">
        <ChampChoix
          {...champ('mode.fournisseur')}
          libelle={t('Vérifié par')}
          options={[
            { valeur: 'ephoto', libelle: t('Photographie et signature numériques (ephoto)') },
            { valeur: 'timbre', libelle: t('Timbre fiscal électronique') },
          ]}
        />
        <ChampTexte {...champ('mode.libelle')} libelle={t('Nom du numéro')} />
        <ChampTexte {...champ('mode.confirmer')} libelle={t('Texte du bouton')} />
      </div>
      <div className="listes-pour listes-pour--declaration">
        <ChampChoix {...champ('mode.champ')} libelle={t('Déclaration du formulaire')} options={declarations} />
      </div>
      <Variantes {...commun} />
    </div>
  );
}
