// One piece under the eyes of the agent: its current file, its other files and former versions, two of them side by side, the verdict.
import { tailleLisible } from '#domain/piece/fichier.ts';
import { t } from '#ui/langue/t.ts';
import type { PhraseLue } from '../../phrases/queries.ts';
import type { FichierLu, PieceLue } from '../pieces/queries.ts';
import type { Adresses } from './adresses.ts';
import { AvisPiece } from './avis.tsx';
import { dateLisible } from './dates.ts';
import { RaccourcisPiece } from './raccourcis.tsx';
import { Volet } from './volet.tsx';

type Voisine = { code: string; libelle: string } | undefined;

function Voisines({ page, avant, apres }: { page: string; avant: Voisine; apres: Voisine }) {
  const lien = (piece: Voisine, rel: 'prev' | 'next', sens: string) =>
    piece ? (
      <a className="fr-link fr-link--sm" rel={rel} href={`${page}?piece=${piece.code}#piece`}>
        {sens}
        <span className="fr-sr-only"> {t(': {piece}', { piece: piece.libelle })}</span>
      </a>
    ) : null;
  if (!avant && !apres) return null;
  return (
    <nav className="agent-voisines" aria-label={t('D’une pièce à l’autre')}>
      {lien(avant, 'prev', t('Pièce précédente'))}
      {lien(apres, 'next', t('Pièce suivante'))}
    </nav>
  );
}

const version = ({ remplaceLe, estReponse, deposeLe }: FichierLu): string => {
  if (remplaceLe) return t('ancienne version, remplacée le {date}', { date: dateLisible(remplaceLe) });
  return estReponse ? t('en vigueur, reçu le {date} en réponse', { date: dateLisible(deposeLe) }) : t('en vigueur');
};

type Props = {
  adresses: Adresses;
  dossier: { id: string; version: number; dernier: string };
  piece: PieceLue;
  /** what is shown; `avec`: beside it, to compare */
  fichier: FichierLu | null;
  avec: FichierLu | null;
  voisines: { avant: Voisine; apres: Voisine };
  peutVerifier: boolean;
  /** a file that has no place in the dossier may be destroyed */
  peutEcarter: boolean;
  phrases: readonly PhraseLue[];
};

function Fichiers({ adresses, piece, fichier, avec }: Pick<Props, 'adresses' | 'piece' | 'fichier' | 'avec'>) {
  const tous = [...piece.emplacements.flatMap((e) => e.fichiers), ...piece.anciens];
  if (tous.length < 2) return null;
  const page = `${adresses.page}?piece=${piece.code}`;
  return (
    <ul className="agent-fichiers">
      {tous.map((f) => (
        <li key={f.id}>
          <a
            className="fr-link fr-link--sm"
            href={`${page}&fichier=${f.id}#piece`}
            aria-current={f.id === fichier?.id && !avec ? 'true' : undefined}
          >
            {f.nom}
          </a>{' '}
          {tailleLisible(f.taille)}, {version(f)}{' '}
          {fichier && f.id !== fichier.id && f.id !== avec?.id ? (
            <a className="fr-link fr-link--sm" href={`${page}&fichier=${fichier.id}&avec=${f.id}#piece`}>
              {t('Comparer')}
              <span className="fr-sr-only"> {t('{nom} et {autre}', { nom: fichier.nom, autre: f.nom })}</span>
            </a>
          ) : null}
        </li>
      ))}
      {fichier && avec ? (
        <li>
          <a className="fr-link fr-link--sm" href={`${page}&fichier=${fichier.id}#piece`}>
            {t('Ne plus comparer')}
          </a>
        </li>
      ) : null}
    </ul>
  );
}

export function Visionneuse({ adresses, dossier, piece, fichier, avec, voisines, peutVerifier, peutEcarter, phrases }: Props) {
  return (
    <section className="agent-visionneuse" id="piece" aria-labelledby="piece-titre" tabIndex={-1}>
      <h2 className="fr-h5" id="piece-titre">
        {piece.libelle}
      </h2>
      <Voisines page={adresses.page} {...voisines} />
      {piece.variante ? <p className="fr-text--sm">{piece.variante}</p> : null}
      {piece.valeur ? (
        <p>
          {t('Code :')} <strong className="portail-numero">{piece.valeur}</strong>
        </p>
      ) : null}
      <Fichiers adresses={adresses} piece={piece} fichier={fichier} avec={avec} />
      {fichier ? (
        <div className={avec ? 'agent-volets agent-volets--deux' : 'agent-volets'}>
          <Volet adresses={adresses} fichier={fichier} nom="a" legende={avec ? version(fichier) : null} />
          {avec ? <Volet adresses={adresses} fichier={avec} nom="b" legende={version(avec)} /> : null}
        </div>
      ) : null}
      {!fichier && !piece.valeur ? <p>{t('Aucun fichier n’est joint.')}</p> : null}
      {peutVerifier ? <AvisPiece key={piece.code} dossier={dossier} piece={piece} phrases={phrases} /> : null}
      {fichier && peutEcarter ? (
        <p className="agent-separe fr-text--sm">
          <a className="fr-link fr-link--sm" href={`${adresses.page}/ecart/${fichier.id}`}>
            {t('Retirer ce fichier : document médical, ou d’une autre personne')}
          </a>
        </p>
      ) : null}
      <RaccourcisPiece key={`raccourcis-${piece.code}`} />
    </section>
  );
}
