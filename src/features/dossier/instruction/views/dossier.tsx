// One dossier: who, what is to be done, the answers beside the pieces, one piece open, what happened.
import type { ReactNode } from 'react';
import { controlesDe } from '#domain/dossier/controles.ts';
import type { Action } from '#domain/dossier/lifecycle.ts';
import { ATTENTE_AGENT, STATUT_AGENT } from '#domain/dossier/statuts.ts';
import { jourLisible } from '#domain/jour.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { Badge } from '#ui/feedback/badge.tsx';
import { t } from '#ui/langue/t.ts';
import type { Etage } from '#ui/layout/fil-ariane.tsx';
import { Page } from '#ui/layout/page.tsx';
import type { PhraseLue } from '../../phrases/queries.ts';
import type { AutreDemande } from '../doublons/queries.ts';
import type { PieceLue } from '../pieces/queries.ts';
import type { Present } from '../presence/commands.ts';
import type { DossierInstruit } from '../queries.ts';
import type { LectureAgent } from '../suivi/queries.ts';
import { ActionsDossier } from './actions-dossier.tsx';
import { type Adresses, adressesInstruction } from './adresses.ts';
import { Alertes } from './alertes.tsx';
import { Complements } from './complements.tsx';
import { Controles } from './controles.tsx';
import { dateLisible } from './dates.ts';
import { Doublons, doublonsOuverts } from './doublons.tsx';
import { Historique } from './historique.tsx';
import { Notes } from './notes.tsx';
import { ListePieces } from './pieces.tsx';
import { Presence } from './presence.tsx';
import { RaccourcisPiece } from './raccourcis.tsx';
import { Reponses } from './reponses.tsx';
import { Sommaire } from './sommaire.tsx';
import { Documents } from './suivi.tsx';
import { Visionneuse } from './visionneuse.tsx';

const FAIT: Readonly<Record<string, string>> = {
  prise_en_charge: 'Vous avez pris ce dossier en charge.',
  numero: 'Le numéro étranger est attribué : la personne est prévenue par courriel.',
  complement: 'La demande de complément est envoyée : la personne est prévenue.',
  levee: 'La demande de complément est levée : la personne est prévenue.',
  prolongation: 'Le délai est prolongé : la personne est prévenue.',
  recommande: 'La lettre recommandée est enregistrée.',
  explication_acceptee: 'L’explication est acceptée.',
  explication_rejetee: 'La réponse est à redemander : elle est proposée dans une nouvelle demande de complément.',
  versement: 'Le document est versé à la pièce : l’ancienne version est gardée.',
  retrait: 'Le retrait est enregistré : la personne est prévenue.',
  proposition: 'La décision est proposée. Une autre personne la relira avant de la signer.',
  annulation: 'La décision est annulée : la demande est de nouveau examinée, la personne est prévenue.',
  renvoi: 'La proposition est renvoyée à l’instructeur.',
  decision: 'La décision est signée : la personne est prévenue.',
  avis: 'L’avis sur la pièce est enregistré.',
  ecart: 'Le fichier est détruit. La personne est prévenue qu’il a été retiré.',
  note: 'La note est ajoutée. La personne ne la lit pas.',
  controle: 'Le contrôle est marqué.',
  doublon: 'C’est noté : cette autre demande est de quelqu’un d’autre.',
};

/** Nobody is told by mail: what the agent does instead. */
const FAIT_SANS_ADRESSE: Readonly<Record<string, string>> = {
  ...FAIT,
  numero: 'Le numéro étranger est attribué : écrivez-le à la personne, par la poste.',
  complement:
    'La demande de complément est enregistrée. Une lettre se prépare dans « Documents délivrés » : imprimez-la et envoyez-la par la poste.',
  decision: 'La décision est signée. Imprimez-la depuis « Documents délivrés » et envoyez-la par la poste.',
};

export type Ouverture = {
  piece: string | null;
  fichier: string | null;
  /** beside `fichier`, to compare */
  avec?: string | null;
  apres: string | null;
  fait: string | null;
  /** kind of events, or `tout` */
  histoire?: string | null;
};
/** What is read around the dossier; absent during an exceptional opening, which reads the dossier alone. */
export type Autour = {
  presents: readonly Present[];
  autres: readonly AutreDemande[];
  /** of the agents; null: not for this reader */
  lectures: readonly LectureAgent[] | null;
};
type Props = {
  dossier: DossierInstruit;
  actions: readonly Action[];
  agentId: string;
  ouverture: Ouverture;
  at?: Date;
  autour?: Autour;
  /** with which a verdict may be said, when a piece is open */
  phrases?: readonly PhraseLue[];
  /** sections of other rooms (app/instruction/[dossier]/sections.tsx): under the identity, and before the documents */
  enTete?: ReactNode;
  suite?: ReactNode;
  /** exceptional opening: where its parts are read, where it comes from, what is said on top */
  ailleurs?: { adresses: Adresses; parents: readonly Etage[]; avis: ReactNode };
};

/** The piece asked for; after a verdict, the next one without a verdict. */
function pieceOuverte(pieces: readonly PieceLue[], { piece, apres }: Ouverture): PieceLue | undefined {
  if (apres === null) return pieces.find((p) => p.code === piece);
  const rang = pieces.findIndex((p) => p.code === apres);
  const suite = [...pieces.slice(rang + 1), ...pieces.slice(0, rang + 1)];
  return suite.find((p) => p.verdict === null) ?? pieces[rang];
}

/** The file asked for, or the first one in force; beside it, another of the same piece. */
function fichiersOuverts(piece: PieceLue, { fichier: demande, avec: second }: Ouverture) {
  const actuels = piece.emplacements.flatMap((e) => e.fichiers);
  const tous = [...actuels, ...piece.anciens];
  const fichier = tous.find((f) => f.id === demande) ?? actuels[0] ?? null;
  return { fichier, avec: tous.find((f) => f.id === second && f.id !== fichier?.id) ?? null };
}

function voisinesDe(pieces: readonly PieceLue[], ouverte: PieceLue) {
  const rang = pieces.indexOf(ouverte);
  const bref = (piece: PieceLue | undefined) => piece && { code: piece.code, libelle: piece.libelle };
  return { avant: bref(pieces[rang - 1]), apres: bref(pieces[rang + 1]) };
}

const minutesEntre = (debut: Date, fin: Date) => Math.max(0, Math.floor((fin.getTime() - debut.getTime()) / 60_000));

const depuis = (jour: string | null) => (jour ? t('en vigueur depuis le {jour}', { jour: jourLisible(jour) }) : '');

/** The version under which it was filed: what could be asked of this person (D-05). */
function listeEnMots({ version, effetLe, locale }: DossierInstruit['liste']): string {
  const nationale = t('version {n}, {depuis}', { n: version, depuis: depuis(effetLe) });
  if (!locale) return nationale;
  return `${nationale} ; ${t('ajouts de la préfecture, version {n}, {depuis}', { n: locale.version, depuis: depuis(locale.effetLe) })}`;
}

function Identite({ dossier }: { dossier: DossierInstruit }) {
  const lignes: [string, ReactNode][] = [
    [
      t('N° de demande'),
      <span key="n" className="portail-numero">
        {dossier.numero}
      </span>,
    ],
    [t('Numéro étranger'), dossier.numeroEtranger ?? t('pas encore attribué')],
    [t('Procédure'), dossier.procedure],
    [t('Liste des pièces'), listeEnMots(dossier.liste)],
    [t('Préfecture'), dossier.prefecture.nom],
    [t('Déposé le'), dateLisible(dossier.deposeLe)],
    [t('Agent'), dossier.agent ?? t('personne')],
    ...(dossier.decideLe ? [[t('Décidé le'), dateLisible(dossier.decideLe)] satisfies [string, string]] : []),
  ];
  return (
    <dl className="agent-identite">
      {lignes.map(([terme, valeur]) => (
        <div key={terme}>
          <dt>{terme}</dt>
          <dd>{valeur}</dd>
        </div>
      ))}
    </dl>
  );
}

function Lecture({
  dossier,
  actions,
  adresses,
  ouverte,
  ouverture,
  phrases,
}: {
  dossier: DossierInstruit;
  actions: readonly Action[];
  adresses: Adresses;
  ouverte: PieceLue | undefined;
  ouverture: Ouverture;
  phrases: readonly PhraseLue[];
}) {
  const fichiers = ouverte ? fichiersOuverts(ouverte, ouverture) : null;
  const colonne = (
    <div className="agent-colonne">
      {ouverte && fichiers ? (
        <Visionneuse
          adresses={adresses}
          dossier={{ id: dossier.id, version: dossier.version, dernier: dossier.dernier }}
          piece={ouverte}
          {...fichiers}
          voisines={voisinesDe(dossier.pieces, ouverte)}
          peutVerifier={actions.includes('verifier_piece')}
          peutEcarter={actions.includes('ecarter_fichier')}
          phrases={phrases}
        />
      ) : (
        <>
          <p className="agent-invite">{t('Choisissez une pièce pour la lire à côté des réponses.')}</p>
          <RaccourcisPiece />
        </>
      )}
    </div>
  );
  const liste = (
    <div>
      <ListePieces page={adresses.page} pieces={dossier.pieces} manquantes={dossier.manquantes} ouverte={ouverte?.code ?? null} />
      <Reponses transcript={dossier.transcript} observations={dossier.observations} />
    </div>
  );
  // two versions side by side take the whole width, before the rest
  if (fichiers?.avec)
    return (
      <div className="agent-cote-a-cote agent-cote-a-cote--comparer">
        {colonne}
        {liste}
      </div>
    );
  return (
    <div className="agent-cote-a-cote">
      {liste}
      {colonne}
    </div>
  );
}

export function VueDossier({ dossier, actions, agentId, ouverture, at, autour, phrases = [], enTete, suite, ailleurs }: Props) {
  const adresses = ailleurs?.adresses ?? adressesInstruction(dossier.id);
  const parents = ailleurs?.parents ?? [{ libelle: t('Dossiers à instruire'), href: '/instruction' }];
  const ouverte = pieceOuverte(dossier.pieces, ouverture);
  const faits = dossier.email === '' ? FAIT_SANS_ADRESSE : FAIT;
  const annonce = ouverture.apres === null ? faits[ouverture.fait ?? ''] : faits.avis;
  const affiche = { id: dossier.id, version: dossier.version };
  const doublons = autour ? doublonsOuverts(autour.autres, dossier.ecartes).length : 0;
  return (
    <Page titre={dossier.demandeur} ici={dossier.numero} parents={parents}>
      {ailleurs?.avis}
      <p>
        <Badge ton="info" icone={false}>
          {t(STATUT_AGENT[dossier.statut])}
        </Badge>{' '}
        {dossier.attente ? <Badge ton={dossier.attente === 'reponse' ? 'new' : 'info'}>{t(ATTENTE_AGENT[dossier.attente])}</Badge> : null}{' '}
        {dossier.estRestreint ? <Badge ton="warning">{t('Accès restreint')}</Badge> : null}
      </p>
      {autour && at ? (
        <Presence
          dossierId={dossier.id}
          version={dossier.version}
          depuis={dossier.dernier}
          presents={autour.presents.map(({ nom, depuis: debut }) => ({ nom, minutes: minutesEntre(debut, at) }))}
        />
      ) : null}
      {annonce ? (
        <Alerte ton="success" annoncer>
          {t(annonce)}
        </Alerte>
      ) : null}
      <Identite dossier={dossier} />
      {enTete}
      <Alertes alertes={dossier.alertes} />
      <ActionsDossier dossier={dossier} actions={actions} agentId={agentId} />
      {ailleurs ? null : <Sommaire dossier={dossier} />}
      <Lecture {...{ dossier, actions, adresses, ouverte, ouverture }} phrases={phrases} />
      <Controles
        dossier={affiche}
        controles={controlesDe({ ...dossier.faitsControles, doublons })}
        notes={dossier.notes}
        peutMarquer={actions.includes('noter')}
      />
      {autour ? (
        <Doublons
          dossier={affiche}
          identite={dossier.identite}
          autres={autour.autres}
          ecartes={dossier.ecartes}
          peutEcarter={actions.includes('ecarter_doublon')}
        />
      ) : null}
      {ailleurs ? <Complements complements={dossier.complements} jour={null} agit={null} /> : null}
      {suite}
      <Notes dossier={affiche} notes={dossier.notes} peutNoter={actions.includes('noter')} />
      <Documents documents={dossier.documents} adresse={adresses.documents} />
      <Historique page={adresses.page} lignes={dossier.historique} choix={ouverture.histoire ?? null} lectures={autour?.lectures ?? null} />
    </Page>
  );
}
