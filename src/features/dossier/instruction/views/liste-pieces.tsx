'use client';
// The list of pieces beside the answers: what was given, in which state, and what the agents said of it. Of the browser although
// nothing moves in it, as the table of the queue (ui/layout/tableau.tsx): dozens of files travel as texts, not as elements.
import { Badge } from '#ui/feedback/badge.tsx';
import { useT } from '#ui/langue/use-t.tsx';

export type FichierDeListe = { id: string; texte: string; analyse?: 'en_attente' | 'infecte' };
export type PieceDeListe = {
  code: string;
  libelle: string;
  verdict: 'conforme' | 'non_conforme' | null;
  valeur: string | null;
  lieux: readonly { code: string; libelle: string | null; fichiers: readonly FichierDeListe[] }[];
  remarques: readonly string[];
};

function Verdict({ verdict }: { verdict: PieceDeListe['verdict'] }) {
  const t = useT();
  if (verdict === null) return <Badge>{t('À vérifier')}</Badge>;
  return verdict === 'conforme' ? <Badge ton="success">{t('Conforme')}</Badge> : <Badge ton="error">{t('Non conforme')}</Badge>;
}

function Analyse({ etat }: { etat: FichierDeListe['analyse'] }) {
  const t = useT();
  if (!etat) return null;
  return etat === 'infecte' ? <Badge ton="error">{t('Infecté')}</Badge> : <Badge ton="info">{t('Analyse en cours')}</Badge>;
}

function Piece({ page, piece, estOuverte }: { page: string; piece: PieceDeListe; estOuverte: boolean }) {
  const t = useT();
  return (
    <li className="agent-piece">
      <div className="agent-piece__tete">
        <a className="fr-link" href={`${page}?piece=${piece.code}#piece`} aria-current={estOuverte ? 'true' : undefined}>
          {piece.libelle}
        </a>
        <Verdict verdict={piece.verdict} />
      </div>
      {piece.valeur ? <p className="portail-numero">{piece.valeur}</p> : null}
      {piece.lieux.map((lieu) => (
        <div key={lieu.code}>
          {lieu.libelle ? <p>{lieu.libelle}</p> : null}
          {lieu.fichiers.length ? (
            <ul>
              {lieu.fichiers.map((f) => (
                <li key={f.id}>
                  {f.texte}
                  <Analyse etat={f.analyse} />
                </li>
              ))}
            </ul>
          ) : (
            <p>{t('Aucun fichier')}</p>
          )}
        </div>
      ))}
      {piece.remarques.map((r) => (
        <p key={r}>{r}</p>
      ))}
    </li>
  );
}

type Props = {
  /** address of the page of the dossier */
  page: string;
  pieces: readonly PieceDeListe[];
  manquantes: readonly { code: string; libelle: string }[];
  /** code of the piece that is being read */
  ouverte: string | null;
};

export function ListeDesPieces({ page, pieces, manquantes, ouverte }: Props) {
  const t = useT();
  const verifiees = pieces.filter((p) => p.verdict !== null).length;
  return (
    <section aria-labelledby="pieces-titre">
      <h2 className="fr-h5" id="pieces-titre">
        {t('Pièces')}
      </h2>
      <p>{t('{faites} sur {toutes} vérifiées', { faites: verifiees, toutes: pieces.length })}</p>
      <ul className="agent-pieces">
        {pieces.map((p) => (
          <Piece key={p.code} page={page} piece={p} estOuverte={p.code === ouverte} />
        ))}
      </ul>
      {manquantes.length ? (
        <>
          <h3 className="fr-h6">{t('Pièces de la liste non jointes')}</h3>
          <p className="fr-text--sm">
            {t('Elles ne sont pas toujours dues : cela dépend de l’âge, de la nationalité ou du choix de la personne.')}
          </p>
          <ul>
            {manquantes.map((m) => (
              <li key={m.code}>{m.libelle}</li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}
