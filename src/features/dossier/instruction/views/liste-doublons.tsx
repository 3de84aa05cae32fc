'use client';
// Other requests, as texts. One form around them: each has its button, named by the request that it sets aside.
import { type DossierAffiche, FormulaireAgent } from '#features/formulaires/views/agent.tsx';
import { Badge, type TonBadge } from '#ui/feedback/badge.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { faireEcarterDoublon } from '../suivi/actions.ts';

export type DemandeDite = {
  numero: string;
  /** whose, born when, what was asked */
  texte: string;
  /** its page and its statut; null: in another préfecture */
  ici: { adresse: string; statut: string } | null;
  /** how much it looks alike; null: the person's own */
  ressemblance: { ton: TonBadge; mot: string } | null;
};

function Une({ demande: { numero, texte, ici, ressemblance }, peutEcarter }: { demande: DemandeDite; peutEcarter: boolean }) {
  const t = useT();
  return (
    <li className="agent-item">
      <p>
        {ici ? (
          <>
            <a className="fr-link" href={ici.adresse}>
              {numero}
            </a>{' '}
            <Badge icone={false}>{ici.statut}</Badge>
            <br />
          </>
        ) : null}
        {texte}
      </p>
      {ressemblance ? (
        <div className="agent-gestes">
          <Badge ton={ressemblance.ton}>{ressemblance.mot}</Badge>
          {peutEcarter ? (
            <button className="fr-btn fr-btn--secondary" type="submit" name="numero" value={numero}>
              {t('Ce n’est pas la même personne')}
              <span className="fr-sr-only"> {t('(demande n° {numero})', { numero })}</span>
            </button>
          ) : null}
        </div>
      ) : null}
    </li>
  );
}

type Props = { dossier: DossierAffiche; demandes: readonly DemandeDite[]; peutEcarter: boolean };

export function ListeDoublons({ dossier, demandes, peutEcarter }: Props) {
  const liste = (
    <ul className="agent-fichiers">
      {demandes.map((d) => (
        <Une key={d.numero} demande={d} peutEcarter={peutEcarter} />
      ))}
    </ul>
  );
  if (!peutEcarter) return liste;
  return (
    <FormulaireAgent action={faireEcarterDoublon} dossier={dossier} bouton={null}>
      {() => liste}
    </FormulaireAgent>
  );
}
