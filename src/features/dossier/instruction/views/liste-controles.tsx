'use client';
// One form around the checks: each has its button, the remark goes with the one that is pressed.
import { type DossierAffiche, FormulaireAgent } from '#features/formulaires/views/agent.tsx';
import { Badge, type TonBadge } from '#ui/feedback/badge.tsx';
import { ChampTexteLong } from '#ui/fields/texte-long.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { faireMarquer } from '../suivi/actions.ts';

export type ControleDit = {
  code: string;
  titre: string;
  ton: TonBadge;
  mot: string;
  constat: string;
  article: string;
  marque: string | null;
  bouton: { valeur: string; libelle: string };
};

function Un({ controle: c, peutMarquer }: { controle: ControleDit; peutMarquer: boolean }) {
  return (
    <li className="agent-controle" id={`controle-${c.code}`}>
      <div className="agent-controle__texte">
        <strong>{c.titre}</strong> <Badge ton={c.ton}>{c.mot}</Badge>
        <p>{c.constat}</p>
        {c.marque ? <p>{c.marque}</p> : null}
        <p className="agent-controle__article">{c.article}</p>
      </div>
      {peutMarquer ? (
        <button className="fr-btn fr-btn--sm fr-btn--tertiary" type="submit" name="marque" value={c.bouton.valeur}>
          {c.bouton.libelle}
          <span className="fr-sr-only"> : {c.titre}</span>
        </button>
      ) : null}
    </li>
  );
}

export function ListeControles(props: { dossier: DossierAffiche; controles: readonly ControleDit[]; peutMarquer: boolean }) {
  const { dossier, controles, peutMarquer } = props;
  const t = useT();
  const liste = (
    <ul className="agent-controles">
      {controles.map((c) => (
        <Un key={c.code} controle={c} peutMarquer={peutMarquer} />
      ))}
    </ul>
  );
  if (!peutMarquer) return liste;
  return (
    <FormulaireAgent action={faireMarquer} dossier={dossier} bouton={null}>
      {(champs) => (
        <>
          <ChampTexteLong
            {...champs.texte('remarque')}
            libelle={t('Remarque (facultatif)')}
            aide={t('Elle accompagne le contrôle dont vous pressez le bouton. La personne ne la lit pas.')}
            rows={1}
          />
          {liste}
        </>
      )}
    </FormulaireAgent>
  );
}
