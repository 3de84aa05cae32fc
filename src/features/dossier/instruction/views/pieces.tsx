// What the agents see of the pieces: the list beside the answers, and what was judged not conforme said again before deciding.
import { MOTIF_PIECE } from '#domain/dossier/complement.ts';
import { tailleLisible } from '#domain/piece/fichier.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import type { FichierLu, PieceLue } from '../pieces/queries.ts';
import { dateLisible } from './dates.ts';
import { type FichierDeListe, ListeDesPieces, type PieceDeListe } from './liste-pieces.tsx';

function fichierDeListe({ id, nom, taille, estReponse, deposeLe, analyse, reprisDe }: FichierLu): FichierDeListe {
  const reponse = estReponse ? t(', reçu le {date} en réponse', { date: dateLisible(deposeLe) }) : '';
  const repris = reprisDe
    ? t(', repris de la demande n° {numero}, joint le {date}', { numero: reprisDe, date: dateLisible(deposeLe) })
    : '';
  return { id, texte: `${nom} (${tailleLisible(taille)}${reponse}${repris})`, ...(analyse === 'sain' ? {} : { analyse }) };
}

function remarques({ anciens, verdict, motif, observation, verifieePar, verifieeLe }: PieceLue): string[] {
  const dites: string[] = [];
  if (anciens.length) dites.push(t('Versions précédentes : {n}', { n: anciens.length }));
  if (verdict === 'non_conforme' && motif) dites.push(`${t(MOTIF_PIECE[motif].libelle)}${observation ? ` – ${observation}` : ''}`);
  if (verifieePar && verifieeLe) dites.push(t('Vérifiée par {agent} le {date}', { agent: verifieePar, date: dateLisible(verifieeLe) }));
  return dites;
}

const pieceDeListe = (piece: PieceLue): PieceDeListe => ({
  code: piece.code,
  libelle: piece.libelle,
  verdict: piece.verdict,
  valeur: piece.valeur,
  lieux: piece.emplacements.map((e) => ({ code: e.code, libelle: e.libelle, fichiers: e.fichiers.map(fichierDeListe) })),
  remarques: remarques(piece),
});

type Props = {
  /** address of the page of the dossier */
  page: string;
  pieces: readonly PieceLue[];
  manquantes: readonly { code: string; libelle: string }[];
  ouverte: string | null;
};

export function ListePieces({ page, pieces, manquantes, ouverte }: Props) {
  return <ListeDesPieces page={page} pieces={pieces.map(pieceDeListe)} manquantes={manquantes} ouverte={ouverte} />;
}

/** Said again before deciding: a decision may go against it, knowingly. */
export function NonConformes({ pieces }: { pieces: readonly PieceLue[] }) {
  const fautives = pieces.filter((p) => p.verdict === 'non_conforme');
  if (!fautives.length) return null;
  return (
    <Alerte ton="warning">{t('Pièces jugées non conformes : {pieces}.', { pieces: fautives.map((p) => p.libelle).join(' ; ') })}</Alerte>
  );
}
