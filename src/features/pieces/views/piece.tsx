// One piece of the list: what is asked, and the place to give it.
import { adresseOctets, type BaseDemarche } from '#domain/access/demarche.ts';
import { jourLisible } from '#domain/jour.ts';
import type { ModePiece, ModePieceSimple, PieceDemandee } from '#domain/procedure/definition.ts';
import { consigne, emplacements, idEmplacement, modeRetenu, type PieceAttendue, validiteADire } from '#domain/procedure/pieces.ts';

import { Etoile, MessageErreur } from '#ui/fields/champ.tsx';
import { t } from '#ui/langue/t.ts';
import { adresseTeleversement, type PieceAffichee } from '../schema.ts';
import { AideDuCode, aideDuNumero } from './aide-code.tsx';
import { Code } from './code.tsx';
import { Emplacement } from './emplacement.tsx';
import { Reprise } from './reprise.tsx';
import { Variante } from './variante.tsx';

/** An accepted piece of a former request (reprise/queries). */
export type Reprenable = { code: string; numero: string; deposeeLe: string; noms: readonly string[] };

type Props = {
  base: BaseDemarche;
  dossierId: string;
  attendue: PieceAttendue;
  donnee?: PieceAffichee;
  reprise?: Reprenable;
  erreurs: Readonly<Record<string, string>>;
  /** cents to be paid for the request; undefined when the table does not say */
  montant?: number;
};

export function Piece({ base, dossierId, attendue, donnee, reprise, erreurs, montant }: Props) {
  const { piece, exigence } = attendue;
  const erreur = erreurs[piece.code];
  const mois = validiteADire(piece);
  return (
    <section
      className="portail-piece"
      id={piece.code}
      tabIndex={-1}
      aria-labelledby={`${piece.code}-titre`}
      aria-describedby={erreur ? `${piece.code}-erreur` : undefined}
    >
      <h4 className="fr-h6" id={`${piece.code}-titre`}>
        {t(piece.libelle)}
        {exigence === 'requise' ? <Etoile /> : null}
        {exigence === 'facultative' ? <span className="fr-text--regular"> {t('(facultatif)')}</span> : null}
      </h4>
      {exigence === 'a_confirmer' ? (
        <p className="fr-hint-text">
          {t(
            'À joindre si vous êtes concerné : vos réponses ne permettent pas de le savoir. Sans ce justificatif, vous pouvez continuer ; l’administration vous le demandera au besoin.',
          )}
        </p>
      ) : null}
      {piece.aide ? <p>{t(piece.aide)}</p> : null}
      {mois ? <p className="fr-hint-text">{t('De moins de {n} mois le jour du dépôt.', { n: mois })}</p> : null}
      {piece.formats ? (
        <p className="fr-hint-text">
          {t('Formats acceptés pour ce justificatif : {formats}.', { formats: piece.formats.map((f) => `.${f}`).join(', ') })}
        </p>
      ) : null}
      <MessageErreur nom={piece.code} erreur={erreur} t={t} />
      {reprise && !donnee?.fichiers.length ? (
        <Reprise
          dossierId={dossierId}
          piece={piece.code}
          objet={t(piece.libelle)}
          numero={reprise.numero}
          le={jourLisible(reprise.deposeeLe)}
          noms={reprise.noms}
        />
      ) : null}
      <Corps base={base} dossierId={dossierId} piece={piece} mode={piece.mode} donnee={donnee} erreurs={erreurs} montant={montant} />
    </section>
  );
}

type PropsCorps = {
  base: BaseDemarche;
  dossierId: string;
  piece: PieceDemandee;
  mode: ModePiece;
  donnee?: PieceAffichee;
  erreurs: Readonly<Record<string, string>>;
  montant?: number;
};

function Corps({ base, dossierId, piece, mode, donnee, erreurs, montant }: PropsCorps) {
  if (mode.sorte === 'declaration') return <p>{t('Ce justificatif est remplacé par l’attestation que vous cochez dans le formulaire.')}</p>;
  if (mode.sorte === 'code')
    return (
      <>
        <AideDuCode fournisseur={mode.fournisseur} montant={montant} />
        <Code
          dossierId={dossierId}
          piece={piece.code}
          libelle={t(mode.libelle)}
          confirmer={t(mode.confirmer)}
          aide={aideDuNumero(mode.fournisseur)}
          valeur={donnee?.valeur ?? null}
        />
      </>
    );
  const simple = modeRetenu(mode, donnee?.variante);
  return (
    <>
      {mode.sorte === 'variante' ? (
        <Variante
          dossierId={dossierId}
          piece={piece.code}
          question={t(mode.question)}
          cas={mode.variantes.map((v) => ({ code: v.code, libelle: t(v.libelle) }))}
          choisi={donnee?.variante ?? null}
        />
      ) : null}
      {simple && simple.sorte !== 'variante' && simple.sorte !== 'code' && simple.sorte !== 'declaration' ? (
        <>
          <Consigne mode={simple} />
          <Emplacements base={base} dossierId={dossierId} piece={piece} donnee={donnee} erreurs={erreurs} />
        </>
      ) : null}
    </>
  );
}

/** The documents asked, "ou" between alternatives as on the guide. Documents with a place of their own are named there. */
function Consigne({ mode }: { mode: ModePieceSimple }) {
  const { phrase, documents } = consigne(mode);
  const separes = mode.sorte === 'tous' || mode.sorte === 'par_periode';
  const autre = mode.sorte === 'un_parmi' || mode.sorte === 'au_moins_un';
  return (
    <>
      <p className="portail-consigne">{t(phrase)}</p>
      {separes ? null : (
        <ul>
          {documents.map((document, i) => (
            <li key={document}>
              {t(document)}
              {autre && i < documents.length - 1 ? <em> {t('ou')}</em> : null}
            </li>
          ))}
        </ul>
      )}
      {mode.sorte === 'formulaire_signe' ? (
        <p>
          <a className="fr-link fr-link--download" href={`/api/modeles/${mode.modele}`} download>
            {t('Télécharger le modèle')}
            <span className="fr-link__detail">{t('PDF')}</span>
          </a>
        </p>
      ) : null}
    </>
  );
}

function Emplacements({ base, dossierId, piece, donnee, erreurs }: Omit<PropsCorps, 'mode'>) {
  return emplacements(piece, donnee?.variante).map((place) => {
    const id = idEmplacement(piece.code, place.code);
    const titre = place.libelle ? `${t(place.libelle)}${place.requis ? '' : ` ${t('(si vous êtes concerné)')}`}` : undefined;
    const message = erreurs[id];
    return (
      <Emplacement
        key={id}
        id={id}
        adresse={adresseOctets(base, dossierId, adresseTeleversement({ dossierId, piece: piece.code, emplacement: place.code }))}
        lecture={adresseOctets(base, dossierId, '')}
        objet={titre ? `${t(piece.libelle)}, ${titre}` : t(piece.libelle)}
        titre={titre}
        fichiers={donnee?.fichiers.filter((f) => f.emplacement === place.code) ?? []}
        erreur={message ? t(message) : undefined}
      />
    );
  });
}
