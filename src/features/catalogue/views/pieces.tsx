import { jourLisible } from '#domain/jour.ts';
import type { BlocListe, PieceListee } from '#domain/procedure/liste.ts';
import { Badge } from '#ui/feedback/badge.tsx';
import { t } from '#ui/langue/t.ts';
import { Repli } from '#ui/layout/repli.tsx';
import type { FicheChargee } from '../loaders.ts';

/** The pieces in force, for what is known of the person; a condition that is not decided is said in words. */
export function Pieces({ fiche, sousTitre }: { fiche: FicheChargee; sousTitre: 'h3' | 'h4' }) {
  const { sections, liste, procedure, saisie } = fiche;
  const adaptee = saisie.situation.nationalite !== undefined || saisie.naissance !== undefined;
  return (
    <>
      <p>
        {adaptee
          ? t('Cette liste tient compte de ce que vous avez dit. Ce qui reste à vérifier est indiqué.')
          : t('Voici la liste complète. Dites votre nationalité et votre année de naissance pour ne voir que ce qui vous concerne.')}
      </p>
      <p>
        <a className="fr-link fr-link--download" href={`/api/procedures/${procedure.slug}/liste-des-pieces`} download>
          {t('Télécharger la liste complète des pièces')}
          <span className="fr-link__detail">{t('PDF')}</span>
        </a>
      </p>
      {sections.map((section) => (
        <Repli key={section.titre} titre={t(section.titre)} niveau={sousTitre} ouvert>
          {section.blocs.map((bloc) => (
            <Bloc key={`${bloc.titre} ${bloc.si ?? ''}`} bloc={bloc} section={section.titre} />
          ))}
        </Repli>
      ))}
      {liste ? (
        <p className="fr-hint-text">
          {t('Liste version {version}, en vigueur depuis le {jour}. Source : {source}.', {
            version: liste.version,
            jour: jourLisible(liste.effetLe),
            source: liste.source,
          })}
        </p>
      ) : (
        <p>{t('Aucune pièce n’est demandée.')}</p>
      )}
    </>
  );
}

const memes = (a: string, b: string) => a.localeCompare(b, 'fr', { sensitivity: 'base' }) === 0;

function Bloc({ bloc, section }: { bloc: BlocListe; section: string }) {
  return (
    <div className="fr-mb-3w">
      {memes(bloc.titre, section) ? null : <p className="portail-sous-groupe fr-text--bold">{t(bloc.titre)}</p>}
      {bloc.si ? <p className="fr-mb-1w">{t('{condition} :', { condition: bloc.si })}</p> : null}
      <ul className="portail-liste-nue">
        {bloc.pieces.map((piece) => (
          <Piece key={piece.libelle} piece={piece} />
        ))}
      </ul>
    </div>
  );
}

function Piece({ piece }: { piece: PieceListee }) {
  return (
    <li className="portail-piece">
      <p className="fr-mb-1v">
        <strong>{t(piece.libelle)}</strong>{' '}
        <Badge ton={piece.requis ? 'info' : 'neutre'} icone={false}>
          {piece.requis ? t('Requis') : t('Facultatif')}
        </Badge>
      </p>
      {piece.aide ? <p className="fr-hint-text">{t(piece.aide)}</p> : null}
      {piece.validiteMois ? <p className="fr-hint-text">{t('De moins de {n} mois le jour du dépôt.', { n: piece.validiteMois })}</p> : null}
      {piece.formats ? (
        <p className="fr-hint-text">
          {t('Formats acceptés pour ce justificatif : {formats}.', { formats: piece.formats.map((f) => `.${f}`).join(', ') })}
        </p>
      ) : null}
      {piece.consignes.map((c) => (
        <div key={`${c.cas ?? ''} ${c.phrase} ${c.documents.join()}`}>
          <p className="portail-consigne">
            {c.cas ? <strong>{t('{cas} :', { cas: t(c.cas) })} </strong> : null}
            {t(c.phrase)}
          </p>
          {c.documents.length > 0 ? (
            <ul>
              {c.documents.map((document) => (
                <li key={document}>{t(document)}</li>
              ))}
            </ul>
          ) : null}
        </div>
      ))}
    </li>
  );
}
