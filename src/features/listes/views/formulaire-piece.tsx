'use client';
import { formats } from '#domain/piece/fichier.ts';
// The form of one piece. Before scripts it is a plain post: every button sends the whole page, which comes back as it was typed.
import type { Brut } from '#domain/procedure/champs.ts';
import { CERTITUDE_EN_CLAIR } from '#domain/procedure/difference.ts';
import { valeurEn } from '#domain/procedure/saisie.ts';
import { lireNoeud } from '#domain/procedure/saisie-condition.ts';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { ChampCase } from '#ui/fields/case.tsx';
import { Groupe } from '#ui/fields/champ.tsx';
import { ChampChoix, type Option } from '#ui/fields/choix.tsx';
import { Formulaire } from '#ui/fields/formulaire.tsx';
import { ChampTexte } from '#ui/fields/texte.tsx';
import { ChampTexteLong } from '#ui/fields/texte-long.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { faireEnregistrerPiece } from '../actions.ts';
import type { ChampDeRegle } from '../loaders.ts';
import { ChampsDeCondition } from './champs-condition.tsx';
import { ChampsDuMode } from './champs-mode.tsx';

type Props = {
  slug: string;
  version: number;
  revision: number;
  ancien: string | null;
  codeFixe: boolean;
  valeurs: { [nom: string]: Brut };
  champs: readonly ChampDeRegle[];
  declarations: readonly Option[];
  groupes: readonly string[];
  modeles: readonly Option[];
};

export function FormulairePiece({ slug, version, revision, ancien, codeFixe, valeurs, champs, declarations, groupes, modeles }: Props) {
  const t = useT();
  return (
    <Formulaire action={faireEnregistrerPiece} initial={FORMULAIRE_VIDE} className="agent-formulaire listes-formulaire">
      {(etat, enCours) => {
        const saisies = etat.valeurs ?? valeurs;
        const de = (nom: string) => {
          const valeur = valeurEn(saisies, nom);
          return typeof valeur === 'string' ? valeur : undefined;
        };
        const champ = (nom: string) => ({ nom, erreur: etat.erreurs[nom], t, defaultValue: de(nom) });
        return (
          <>
            {/* Enter in a field saves: the first button of a form is the one it presses */}
            <button type="submit" className="fr-sr-only" tabIndex={-1} aria-hidden="true" />
            <input type="hidden" name="procedure" value={slug} />
            <input type="hidden" name="version" value={version} />
            <input type="hidden" name="revision" value={etat.conflit ?? de('revision') ?? revision} />
            <input type="hidden" name="ancien" value={ancien ?? ''} />
            <div key={JSON.stringify(etat.valeurs ?? null)}>
              <ChampTexte
                {...champ('code')}
                libelle={t('Code')}
                aide={
                  codeFixe
                    ? t('Fixe depuis la première publication : des fichiers y sont attachés.')
                    : t('Minuscules, chiffres et « _ ». Le même code désigne la même pièce dans toutes les démarches.')
                }
                readOnly={codeFixe}
                requis
                autoComplete="off"
              />
              <ChampTexte {...champ('libelle')} libelle={t('Libellé')} requis />
              <ChampTexteLong
                {...champ('aide')}
                libelle={t('Aide')}
                aide={t('Facultatif. Lue par la personne au-dessus du dépôt.')}
                rows={3}
              />
              <ChampTexte
                {...champ('groupe')}
                libelle={t('Groupe')}
                aide={t('Titre sous lequel la pièce se range.')}
                requis
                list="groupes"
              />
              <datalist id="groupes">
                {groupes.map((g) => (
                  <option key={g} value={g} />
                ))}
              </datalist>
              <ChampTexte {...champ('sousGroupe')} libelle={t('Sous-groupe')} aide={t('Facultatif.')} />
              <ChampCase
                nom="requis"
                libelle={t('Obligatoire')}
                aide={t('Sans elle, la demande ne peut pas être déposée.')}
                t={t}
                defaultChecked={de('requis') !== undefined}
              />
              <ChampChoix
                {...champ('moment')}
                libelle={t('Moment')}
                requis
                options={[
                  { valeur: 'depot', libelle: t('Au dépôt') },
                  { valeur: 'remise', libelle: t('À la remise du titre') },
                ]}
              />
              <section id="condition" aria-labelledby="condition-titre" className="listes-bloc">
                <h2 className="fr-h5" id="condition-titre">
                  {t('À qui elle est demandée')}
                </h2>
                <ChampsDeCondition noeud={lireNoeud(valeurEn(saisies, 'condition'))} champs={champs} erreurs={etat.erreurs} />
              </section>
              <section id="mode" aria-labelledby="mode-titre" className="listes-bloc">
                <h2 className="fr-h5" id="mode-titre">
                  {t('Ce qu’il faut donner')}
                </h2>
                <ChampsDuMode valeurs={saisies} erreurs={etat.erreurs} modeles={modeles} declarations={declarations} />
              </section>
              <Groupe nom="formats" libelle={t('Formats acceptés')} erreur={etat.erreurs.formats} requis t={t}>
                {formats.map((f) => (
                  <div className="fr-fieldset__element" key={f}>
                    <ChampCase nom={`formats.${f}`} libelle={`.${f}`} t={t} defaultChecked={de(`formats.${f}`) !== undefined} />
                  </div>
                ))}
              </Groupe>
              <ChampTexte
                {...champ('validiteMois')}
                libelle={t('Validité, en mois')}
                aide={t('Facultatif : âge au-delà duquel le document n’est plus accepté.')}
                inputMode="numeric"
              />
              <ChampTexte {...champ('source')} libelle={t('Source')} aide={t('Article, liste ou page, comme un juriste la cite.')} requis />
              <ChampChoix
                {...champ('certitude')}
                libelle={t('Certitude')}
                requis
                options={Object.entries(CERTITUDE_EN_CLAIR).map(([valeur, libelle]) => ({ valeur, libelle: t(libelle) }))}
              />
              <ChampTexte
                {...champ('dateSource')}
                libelle={t('Date de la source')}
                aide={t('Année, mois ou jour. Exemples : 2026, 2026-04, 2026-04-03')}
                requis
              />
            </div>
            <div className="portail-actions">
              <button className="fr-btn" type="submit" disabled={enCours}>
                {t('Enregistrer la pièce')}
              </button>
              <a className="fr-btn fr-btn--secondary" href={`/administration/listes/${slug}/${version}`}>
                {t('Revenir sans enregistrer')}
              </a>
            </div>
          </>
        );
      }}
    </Formulaire>
  );
}
