'use client';
import { INFORMATIONS_OFFERTES, MOTIF_PIECE, MOTIFS_PIECE } from '#domain/dossier/complement.ts';
import { ChampCase } from '#ui/fields/case.tsx';
import { ChampChoix } from '#ui/fields/choix.tsx';
import { ChampTexteLong } from '#ui/fields/texte-long.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { faireDemanderComplement } from '../../complements/demande/actions.ts';
import type { ManquanteProposee } from '../../complements/suites/schema.ts';
import { FormulaireAgent } from './formulaire.tsx';

/** A piece given; `motif` is set when it was judged non conforme, and then proposed. */
export type ElementOffert = { code: string; libelle: string; motif: string | null; observation: string | null };

type Props = {
  dossier: { id: string; version: number };
  pieces: readonly ElementOffert[];
  manquantes: readonly ManquanteProposee[];
};

const INFORMATIONS = Array.from({ length: INFORMATIONS_OFFERTES }, (_, i) => String(i));

export function FormulaireDemande({ dossier, pieces, manquantes }: Props) {
  const t = useT();
  const motifs = MOTIFS_PIECE.map((m) => ({ valeur: m, libelle: t(MOTIF_PIECE[m].libelle) }));
  return (
    <FormulaireAgent action={faireDemanderComplement} dossier={dossier} bouton={t('Envoyer la demande de complément')}>
      {({ erreurs, valeurs }, tape) => {
        // once refused, what was ticked or not is what the person sees again
        const estRefusee = valeurs !== undefined;
        return (
          <>
            {pieces.length ? <h2 className="fr-h5">{t('Pièces à revoir')}</h2> : null}
            {pieces.map((p) => {
              const nom = `pieces.${p.code}`;
              return (
                <div className="agent-choix" key={p.code}>
                  <ChampCase
                    nom={`${nom}.retenu`}
                    value="oui"
                    libelle={p.libelle}
                    t={t}
                    defaultChecked={estRefusee ? tape(`${nom}.retenu`) === 'oui' : p.motif !== null}
                  />
                  <div className="agent-choix__suite">
                    <ChampChoix
                      nom={`${nom}.motif`}
                      libelle={t('Motif')}
                      t={t}
                      options={motifs}
                      erreur={erreurs[`${nom}.motif`]}
                      defaultValue={tape(`${nom}.motif`) ?? p.motif ?? ''}
                    />
                    <ChampTexteLong
                      nom={`${nom}.observation`}
                      libelle={t('Observation')}
                      t={t}
                      rows={2}
                      erreur={erreurs[`${nom}.observation`]}
                      defaultValue={tape(`${nom}.observation`) ?? p.observation ?? ''}
                    />
                  </div>
                </div>
              );
            })}
            {manquantes.length ? <h2 className="fr-h5">{t('Pièces manquantes')}</h2> : null}
            {manquantes.map((m) => {
              const nom = `manquantes.${m.code}`;
              return (
                <div className="agent-choix" key={m.code}>
                  <ChampCase
                    nom={`${nom}.retenu`}
                    value="oui"
                    libelle={m.reponse === 'accepte' ? t('{piece} (explication acceptée)', { piece: m.libelle }) : m.libelle}
                    t={t}
                    defaultChecked={estRefusee ? tape(`${nom}.retenu`) === 'oui' : m.reponse === 'rejete'}
                  />
                  <div className="agent-choix__suite">
                    <ChampTexteLong
                      nom={`${nom}.observation`}
                      libelle={t('Observation')}
                      t={t}
                      rows={2}
                      erreur={erreurs[`${nom}.observation`]}
                      defaultValue={tape(`${nom}.observation`) ?? m.observation}
                    />
                  </div>
                </div>
              );
            })}
            <h2 className="fr-h5">{t('Informations')}</h2>
            {INFORMATIONS.map((i) => (
              <ChampTexteLong
                key={i}
                nom={`informations.${i}`}
                libelle={i === '0' ? t('Information demandée (facultatif)') : t('Autre information demandée (facultatif)')}
                aide={t('Une question, à laquelle la personne répond par écrit.')}
                t={t}
                rows={2}
                erreur={erreurs[`informations.${i}`]}
                defaultValue={tape(`informations.${i}`) ?? ''}
              />
            ))}
          </>
        );
      }}
    </FormulaireAgent>
  );
}
