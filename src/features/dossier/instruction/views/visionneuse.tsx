// One piece under the eyes of the agent: its current file, its other files and former versions, and the verdict.
import { tailleLisible } from '#domain/piece/fichier.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import type { FichierLu, PieceLue } from '../pieces/queries.ts';
import type { Adresses } from './adresses.ts';
import { AvisPiece } from './avis.tsx';
import { dateLisible } from './dates.ts';

const LISIBLE_PAR_LE_NAVIGATEUR: ReadonlySet<string> = new Set(['jpg', 'png', 'bmp']);

/** TIFF is shown by no browser but one: the route makes a PNG of it. */
function adresseDuFichier({ fichiers }: Adresses, fichier: Pick<FichierLu, 'id' | 'type'>): string {
  return `${fichiers}/${fichier.id}${fichier.type === 'tiff' ? '?apercu=1' : ''}`;
}

function Contenu({ adresses, fichier }: { adresses: Adresses; fichier: FichierLu }) {
  if (fichier.analyse === 'en_attente')
    return <Alerte ton="info">{t('L’antivirus analyse encore ce fichier : il sera visible ensuite.')}</Alerte>;
  if (fichier.analyse === 'infecte')
    return <Alerte ton="error">{t('Ce fichier contient un virus : il ne peut pas être ouvert. Demandez-en un autre.')}</Alerte>;
  const adresse = adresseDuFichier(adresses, fichier);
  return (
    <>
      <p className="fr-text--sm">
        <a className="fr-link" href={`${adresses.fichiers}/${fichier.id}`} target="_blank" rel="noopener">
          {t('Ouvrir {nom} dans un nouvel onglet', { nom: fichier.nom })}
        </a>
      </p>
      {LISIBLE_PAR_LE_NAVIGATEUR.has(fichier.type) || fichier.type === 'tiff' ? (
        <picture>
          <img className="agent-image" src={adresse} alt={t('Contenu du fichier {nom}', { nom: fichier.nom })} />
        </picture>
      ) : (
        <iframe
          className="agent-cadre"
          src={`${adresse}#navpanes=0&view=FitH`}
          title={t('Contenu du fichier {nom}', { nom: fichier.nom })}
        />
      )}
    </>
  );
}

type Props = {
  adresses: Adresses;
  dossier: { id: string; version: number };
  piece: PieceLue;
  fichier: FichierLu | null;
  peutVerifier: boolean;
  /** a file that has no place in the dossier may be destroyed */
  peutEcarter: boolean;
};

export function Visionneuse({ adresses, dossier, piece, fichier, peutVerifier, peutEcarter }: Props) {
  const tous = [...piece.emplacements.flatMap((e) => e.fichiers), ...piece.anciens];
  return (
    <section className="agent-visionneuse" id="piece" aria-labelledby="piece-titre" tabIndex={-1}>
      <h2 className="fr-h5" id="piece-titre">
        {piece.libelle}
      </h2>
      {piece.variante ? <p className="fr-text--sm">{piece.variante}</p> : null}
      {piece.valeur ? (
        <p>
          {t('Code :')} <strong className="portail-numero">{piece.valeur}</strong>
        </p>
      ) : null}
      {tous.length > 1 ? (
        <ul className="agent-fichiers">
          {tous.map((f) => (
            <li key={f.id}>
              <a
                className="fr-link fr-link--sm"
                href={`${adresses.page}?piece=${piece.code}&fichier=${f.id}#piece`}
                aria-current={f.id === fichier?.id ? 'true' : undefined}
              >
                {f.nom}
              </a>{' '}
              {tailleLisible(f.taille)},{' '}
              {f.remplaceLe ? t('ancienne version, remplacée le {date}', { date: dateLisible(f.remplaceLe) }) : t('en vigueur')}
            </li>
          ))}
        </ul>
      ) : null}
      {fichier ? <Contenu adresses={adresses} fichier={fichier} /> : null}
      {!fichier && !piece.valeur ? <p>{t('Aucun fichier n’est joint.')}</p> : null}
      {fichier && peutEcarter ? (
        <p className="fr-text--sm">
          <a className="fr-link fr-link--sm" href={`${adresses.page}/ecart/${fichier.id}`}>
            {t('Retirer ce fichier : document médical, ou d’une autre personne')}
          </a>
        </p>
      ) : null}
      {peutVerifier ? <AvisPiece key={piece.code} dossier={dossier} piece={piece} /> : null}
    </section>
  );
}
