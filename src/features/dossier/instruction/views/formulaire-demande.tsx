'use client';
import { INFORMATIONS_OFFERTES, MOTIF_PIECE, MOTIFS_PIECE } from '#domain/dossier/complement.ts';
import { type DossierAffiche, FormulaireAgent } from '#features/formulaires/views/agent.tsx';
import { ChampCase } from '#ui/fields/case.tsx';
import { ChampChoix } from '#ui/fields/choix.tsx';
import { ChampTexteLong } from '#ui/fields/texte-long.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { faireDemanderComplement } from '../../complements/demande/actions.ts';
import type { ManquanteProposee } from '../../complements/suites/schema.ts';

/** A piece given; `motif` is set when it was judged non conforme, and then proposed. */
export type ElementOffert = { code: string; libelle: string; motif: string | null; observation: string | null };

type Props = {
  dossier: DossierAffiche;
  pieces: readonly ElementOffert[];
  manquantes: readonly ManquanteProposee[];
};

const INFORMATIONS = Array.from({ length: INFORMATIONS_OFFERTES }, (_, i) => String(i));

export function FormulaireDemande({ dossier, pieces, manquantes }: Props) {
  const t = useT();
  const motifs = MOTIFS_PIECE.map((m) => ({ valeur: m, libelle: t(MOTIF_PIECE[m].libelle) }));
  return (
    <FormulaireAgent action={faireDemanderComplement} dossier={dossier} bouton={t('Envoyer la demande de complément')}>
      {(champs) => (
        <>
          {pieces.length ? <h2 className="fr-h5">{t('Pièces à revoir')}</h2> : null}
          {pieces.map((p) => {
            const nom = `pieces.${p.code}`;
            return (
              <div className="agent-choix" key={p.code}>
                <ChampCase {...champs.coche(`${nom}.retenu`, p.motif !== null)} value="oui" libelle={p.libelle} />
                <div className="agent-choix__suite">
                  <ChampChoix {...champs.texte(`${nom}.motif`, p.motif ?? undefined)} libelle={t('Motif')} options={motifs} />
                  <ChampTexteLong {...champs.texte(`${nom}.observation`, p.observation ?? undefined)} libelle={t('Observation')} rows={2} />
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
                  {...champs.coche(`${nom}.retenu`, m.reponse === 'rejete')}
                  value="oui"
                  libelle={m.reponse === 'accepte' ? t('{piece} (explication acceptée)', { piece: m.libelle }) : m.libelle}
                />
                <div className="agent-choix__suite">
                  <ChampTexteLong {...champs.texte(`${nom}.observation`, m.observation)} libelle={t('Observation')} rows={2} />
                </div>
              </div>
            );
          })}
          <h2 className="fr-h5">{t('Informations')}</h2>
          {INFORMATIONS.map((i) => (
            <ChampTexteLong
              key={i}
              {...champs.texte(`informations.${i}`)}
              libelle={i === '0' ? t('Information demandée (facultatif)') : t('Autre information demandée (facultatif)')}
              aide={t('Une question, à laquelle la personne répond par écrit.')}
              rows={2}
            />
          ))}
        </>
      )}
    </FormulaireAgent>
  );
}
