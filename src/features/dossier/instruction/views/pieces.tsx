// The list of pieces beside the answers: what was given, in which state, and what the agents said of it.
import { MOTIF_PIECE } from '#domain/dossier/complement.ts';
import { tailleLisible } from '#domain/piece/fichier.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { Badge } from '#ui/feedback/badge.tsx';
import { t } from '#ui/langue/t.ts';
import type { FichierLu, PieceLue } from '../pieces/queries.ts';
import { dateLisible } from './dates.ts';

export function BadgeVerdict({ verdict }: { verdict: PieceLue['verdict'] }) {
  if (verdict === null) return <Badge>{t('À vérifier')}</Badge>;
  return verdict === 'conforme' ? <Badge ton="success">{t('Conforme')}</Badge> : <Badge ton="error">{t('Non conforme')}</Badge>;
}

function Fichier({ fichier }: { fichier: FichierLu }) {
  return (
    <li>
      {fichier.nom} ({tailleLisible(fichier.taille)}
      {fichier.estReponse ? t(', reçu le {date} en réponse', { date: dateLisible(fichier.deposeLe) }) : ''})
      {fichier.analyse === 'en_attente' ? <Badge ton="info">{t('Analyse en cours')}</Badge> : null}
      {fichier.analyse === 'infecte' ? <Badge ton="error">{t('Infecté')}</Badge> : null}
    </li>
  );
}

function Piece({ page, piece, estOuverte }: { page: string; piece: PieceLue; estOuverte: boolean }) {
  return (
    <li className="agent-piece">
      <div className="agent-piece__tete">
        <a className="fr-link" href={`${page}?piece=${piece.code}#piece`} aria-current={estOuverte ? 'true' : undefined}>
          {piece.libelle}
        </a>
        <BadgeVerdict verdict={piece.verdict} />
      </div>
      {piece.valeur ? <p className="portail-numero">{piece.valeur}</p> : null}
      {piece.emplacements.map((e) => (
        <div key={e.code}>
          {e.libelle ? <p>{e.libelle}</p> : null}
          {e.fichiers.length ? (
            <ul>
              {e.fichiers.map((f) => (
                <Fichier key={f.id} fichier={f} />
              ))}
            </ul>
          ) : (
            <p>{t('Aucun fichier')}</p>
          )}
        </div>
      ))}
      {piece.anciens.length ? <p>{t('Versions précédentes : {n}', { n: piece.anciens.length })}</p> : null}
      {piece.verdict === 'non_conforme' && piece.motif ? (
        <p>
          {t(MOTIF_PIECE[piece.motif].libelle)}
          {piece.observation ? ` – ${piece.observation}` : ''}
        </p>
      ) : null}
      {piece.verifieePar && piece.verifieeLe ? (
        <p>{t('Vérifiée par {agent} le {date}', { agent: piece.verifieePar, date: dateLisible(piece.verifieeLe) })}</p>
      ) : null}
    </li>
  );
}

/** Said again before deciding: a decision may go against it, knowingly. */
export function NonConformes({ pieces }: { pieces: readonly PieceLue[] }) {
  const fautives = pieces.filter((p) => p.verdict === 'non_conforme');
  if (!fautives.length) return null;
  return (
    <Alerte ton="warning">{t('Pièces jugées non conformes : {pieces}.', { pieces: fautives.map((p) => p.libelle).join(' ; ') })}</Alerte>
  );
}

type Props = {
  /** address of the dossier */
  page: string;
  pieces: readonly PieceLue[];
  manquantes: readonly { code: string; libelle: string }[];
  ouverte: string | null;
};

export function ListePieces({ page, pieces, manquantes, ouverte }: Props) {
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
