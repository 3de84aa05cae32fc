// One version of a list with its sources; when it is a draft, the page from which each piece is edited.
import { jourLisible } from '#domain/jour.ts';
import type { Champ, PieceDemandee } from '#domain/procedure/definition.ts';
import { PARTIES, partieEnClair } from '#domain/procedure/difference.ts';
import { ETATS_LISTE, type EtatListe } from '#domain/procedure/liste-vie.ts';
import { FormulaireDeclare } from '#features/formulaires/views/agent.tsx';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { Badge } from '#ui/feedback/badge.tsx';
import { t } from '#ui/langue/t.ts';
import { ListeResume } from '#ui/layout/liste-resume.tsx';
import { Page } from '#ui/layout/page.tsx';
import { faireAbandonner, faireRetirer } from '../actions.ts';
import type { ListeEditee } from '../queries.ts';
import { adresseListe, NOUVELLE } from '../schema.ts';
import { DEMARCHE } from './fil.ts';
import { GestesDePiece } from './gestes.tsx';
import { TON_ETAT } from './procedure.tsx';

const FAIT: Readonly<Record<string, string>> = {
  piece: 'La pièce est enregistrée dans le brouillon.',
  deplacee: 'La pièce est déplacée.',
  retiree: 'La pièce est retirée du brouillon.',
};

type Props = {
  slug: string;
  nom: string;
  prefecture: string | null;
  estEditable: boolean;
  estRetirable: boolean;
  etat: EtatListe;
  liste: ListeEditee;
  champs: readonly Champ[];
  fait: string | null;
};

const MONTREES = ['condition', 'mode', 'aide', 'moment', 'formats', 'validiteMois', 'source', 'certitude', 'dateSource'] as const;

function Gestes({ slug, liste, piece, rang }: { slug: string; liste: ListeEditee; piece: PieceDemandee; rang: number }) {
  return (
    <>
      <p>
        <a className="fr-btn fr-btn--sm" href={adresseListe(slug, liste.version, `/pieces/${piece.code}`)}>
          {t('Modifier')}
          <span className="fr-sr-only"> {piece.libelle}</span>
        </a>
      </p>
      <GestesDePiece
        procedure={slug}
        version={liste.version}
        revision={liste.revision}
        piece={piece.code}
        libelle={piece.libelle}
        premiere={rang === 0}
        derniere={rang === liste.pieces.length - 1}
      />
    </>
  );
}

export function PieceLue({ piece, champs }: { piece: PieceDemandee; champs: readonly Champ[] }) {
  return (
    <ListeResume
      lignes={MONTREES.map((partie) => ({ terme: t(PARTIES[partie]), valeur: partieEnClair(piece, partie, champs) }))
        .filter((l) => l.valeur !== '')
        .map(({ terme, valeur }) => ({ terme, valeur: <span className="listes-lignes">{valeur}</span> }))}
    />
  );
}

export function VueVersion({ slug, nom, prefecture, estEditable, estRetirable, etat, liste, champs, fait }: Props) {
  const annonce = FAIT[fait ?? ''];
  const { version, pieces, modifications } = liste;
  const caches = { procedure: slug, version: String(version), revision: String(liste.revision) };
  const derniere = modifications.at(-1);
  return (
    <Page titre={t('{nom}, version {n}', { nom: t(nom), n: version })} ici={t('Version {n}', { n: version })} parents={DEMARCHE(slug, nom)}>
      {annonce ? (
        <Alerte ton="success" annoncer>
          {t(annonce)}
        </Alerte>
      ) : null}
      <p>
        <Badge ton={TON_ETAT[etat]} icone={false}>
          {t(ETATS_LISTE[etat])}
        </Badge>
      </p>
      <ListeResume
        lignes={[
          ...(prefecture !== null && liste.cle !== slug ? [{ terme: t('Ajouts de la préfecture'), valeur: prefecture }] : []),
          ...(liste.estBrouillon ? [] : [{ terme: t('Premier jour'), valeur: jourLisible(liste.effetLe) }]),
          { terme: t('Source'), valeur: liste.source || t('à dire à la publication') },
          ...(liste.raison ? [{ terme: t('Raison'), valeur: liste.raison }] : []),
          ...(liste.estBrouillon && liste.base !== null
            ? [{ terme: t('Commencée depuis'), valeur: t('la version {n}', { n: liste.base }) }]
            : []),
          ...(liste.estBrouillon && derniere ? [{ terme: t('Dernier changement'), valeur: `${derniere.nom} : ${derniere.quoi}` }] : []),
        ]}
      />
      {estEditable ? (
        <div className="portail-actions">
          <a className="fr-btn" href={adresseListe(slug, version, '/verifier')}>
            {t('Vérifier et publier')}
          </a>
          <a className="fr-btn fr-btn--secondary" href={adresseListe(slug, version, `/pieces/${NOUVELLE}`)}>
            {t('Ajouter une pièce')}
          </a>
        </div>
      ) : null}
      {estRetirable ? (
        <FormulaireDeclare
          action={faireRetirer}
          caches={{ procedure: slug, version: String(version) }}
          bouton={t('Retirer cette publication')}
          secondaire
        />
      ) : null}
      <h2 className="fr-h4">{t('Pièces ({n})', { n: pieces.length })}</h2>
      {pieces.length === 0 ? <p>{t('Aucune pièce.')}</p> : null}
      {pieces.map((piece, i) => (
        <section key={piece.code} id={piece.code} className="portail-carte listes-piece" aria-labelledby={`${piece.code}-titre`}>
          <p className="fr-text--sm">{[piece.groupe, piece.sousGroupe].filter(Boolean).join(' – ')}</p>
          <h3 className="fr-h6" id={`${piece.code}-titre`}>
            {t(piece.libelle)} <span className="fr-text--regular">({piece.requis ? t('obligatoire') : t('facultative')})</span>
          </h3>
          <p className="fr-hint-text">{t('Code : {code}', { code: piece.code })}</p>
          <PieceLue piece={piece} champs={champs} />
          {estEditable ? <Gestes slug={slug} liste={liste} piece={piece} rang={i} /> : null}
        </section>
      ))}
      {estEditable ? (
        <section className="agent-separe" aria-label={t('Abandonner le brouillon')}>
          <p>{t('Abandonner efface ce brouillon. Les versions publiées ne changent pas.')}</p>
          <FormulaireDeclare action={faireAbandonner} caches={caches} bouton={t('Abandonner le brouillon')} secondaire />
        </section>
      ) : null}
    </Page>
  );
}
