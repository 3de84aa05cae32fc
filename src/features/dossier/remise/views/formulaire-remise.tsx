'use client';
// The hand-over, check by check: nothing is given while one is missing.
import {
  DOCUMENTS_IDENTITE,
  EMPREINTES,
  MOTS_ANCIEN_TITRE,
  MOTS_DOCUMENT_IDENTITE,
  MOTS_EMPREINTES,
  SORTS_ANCIEN_TITRE,
} from '#domain/titre/remise.ts';
import { FormulaireAgent } from '#features/formulaires/views/agent.tsx';
import { ChampCase } from '#ui/fields/case.tsx';
import { Groupe } from '#ui/fields/champ.tsx';
import { ChampChoix } from '#ui/fields/choix.tsx';
import { ChampTexteLong } from '#ui/fields/texte-long.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { faireRemettre } from '../actions.ts';

type Props = {
  dossier: string;
  demandeur: string;
  naissance: string;
  ancienTitre: string | null;
  /** « 225 € »; null: nothing is due */
  montant: string | null;
  /** the amounts to choose from, when there are several */
  cas: readonly string[];
  pieces: readonly { code: string; libelle: string; requise: boolean }[];
};

export function FormulaireRemise({ dossier, demandeur, naissance, ancienTitre, montant, cas, pieces }: Props) {
  const t = useT();
  return (
    <FormulaireAgent
      action={faireRemettre}
      caches={{ dossier }}
      bouton={t('Remettre le titre')}
      className="agent-formulaire portail-formulaire"
    >
      {(champs) => (
        <>
          <ChampCase
            {...champs.coche('identiteVue')}
            libelle={t('C’est bien {nom}, né(e) le {date}', { nom: demandeur, date: naissance })}
            requis
          />
          <ChampChoix
            {...champs.texte('identite')}
            libelle={t('Identité vérifiée avec')}
            options={DOCUMENTS_IDENTITE.map((d) => ({ valeur: d, libelle: t(MOTS_DOCUMENT_IDENTITE[d]) }))}
            requis
          />
          <ChampChoix
            {...champs.texte('ancienTitre', ancienTitre === null ? 'aucun' : undefined)}
            libelle={t('Ancien titre')}
            aide={ancienTitre ?? t('La demande n’en mentionne pas.')}
            options={SORTS_ANCIEN_TITRE.map((s) => ({ valeur: s, libelle: t(MOTS_ANCIEN_TITRE[s]) }))}
            requis
          />
          {cas.length > 1 ? (
            <ChampChoix
              {...champs.texte('cas')}
              libelle={t('Cas du montant')}
              options={cas.map((c) => ({ valeur: c, libelle: c }))}
              requis
            />
          ) : null}
          {montant === null ? (
            <p>{t('Aucun timbre fiscal n’est dû.')}</p>
          ) : (
            <ChampTexteLong
              {...champs.texte('timbres')}
              libelle={t('Timbres fiscaux électroniques : {montant}', { montant })}
              aide={t('Les 16 chiffres de chaque timbre, un par ligne. Ils sont vérifiés, puis consommés.')}
              rows={2}
            />
          )}
          {pieces.length > 0 ? (
            <Groupe nom="pieces" libelle={t('Pièces attendues à la remise')} t={t}>
              {pieces.map(({ code, libelle, requise }) => (
                <div className="fr-fieldset__element" key={code}>
                  <ChampCase
                    {...champs.coche(`pieces.${code}`)}
                    libelle={requise ? libelle : `${libelle} (${t('si la personne est concernée')})`}
                  />
                </div>
              ))}
            </Groupe>
          ) : null}
          <ChampChoix
            {...champs.texte('empreintes')}
            libelle={t('Empreintes enregistrées dans le titre')}
            options={EMPREINTES.map((e) => ({ valeur: e, libelle: t(MOTS_EMPREINTES[e]) }))}
            requis
          />
          <ChampCase {...champs.coche('notice')} libelle={t('La notice d’information est signée (R. 431-20)')} requis />
          <ChampCase
            {...champs.coche('copie')}
            libelle={t('La copie des données du composant électronique est remise (R. 142-23)')}
            requis
          />
        </>
      )}
    </FormulaireAgent>
  );
}
