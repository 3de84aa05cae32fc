// The queue: what there is to do, the most urgent first. Links and GET forms: everything works without scripts.

import type { ReactNode } from 'react';
import { direEcheance, estCodeRegle } from '#domain/delais/echeances.ts';
import { ATTENTE_AGENT, STATUT_AGENT } from '#domain/dossier/statuts.ts';
import { type Jour, jourDe, jourLisible } from '#domain/jour.ts';
import { PROCEDURES } from '#procedures/index.ts';
import { ChampRecherche } from '#ui/fields/recherche.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import { type Cellule, type LigneTableau, type Mot, Tableau } from '#ui/layout/tableau.tsx';
import type { Collegue, Corbeille, LigneCorbeille } from '../corbeille/queries.ts';
import {
  COLONNES,
  COMPTE_MAXIMUM,
  type Colonne,
  ecrireCurseur,
  ecrireDemande,
  type Filtres,
  ONGLETS,
  type Onglet,
  type Reglage,
  SANS_FILTRE,
  type Tri,
} from '../corbeille/schema.ts';
import { ColonnesCorbeille } from './corbeille-colonnes.tsx';
import { FiltresCorbeille } from './corbeille-filtres.tsx';
import { dateLisible, depuis } from './dates.ts';
import { RaccourcisCorbeille } from './raccourcis.tsx';

const TITRE: Readonly<Record<Onglet, string>> = {
  a_verifier: 'À vérifier',
  a_instruire: 'À instruire',
  reponses_recues: 'Réponses reçues',
  en_attente: 'En attente',
  a_signer: 'À signer',
  a_remettre: 'À remettre',
  en_production: 'En fabrication',
  en_retard: 'En retard',
  decides: 'Décidés',
};

const VIDE: Readonly<Record<Onglet, string>> = {
  a_verifier: 'Aucune demande n’attend d’être prise en charge.',
  a_instruire: 'Aucun dossier n’est à instruire.',
  reponses_recues: 'Aucune réponse n’attend d’être examinée.',
  en_attente: 'Aucun dossier n’attend un complément ni un avis.',
  a_signer: 'Aucune décision n’attend d’être signée.',
  a_remettre: 'Aucun titre n’attend d’être remis.',
  en_production: 'Aucun titre n’est en cours de fabrication.',
  en_retard: 'Aucun dossier n’est en retard.',
  decides: 'Aucune décision n’a encore été prise.',
};

type Props = Corbeille & {
  onglet: Onglet;
  filtres: Filtres;
  tri: Tri;
  estSuite: boolean;
  regler: Reglage | null;
  colonnes: readonly Colonne[];
  collegues: readonly Collegue[];
  peutOuvrir: boolean;
  peutAvoirEnCharge: boolean;
  at: Date;
  /** what may be done of several dossiers at once; a form that has the id `lot` */
  lot: ReactNode;
};

function nombre(n: number): string {
  return n > COMPTE_MAXIMUM ? t('plus de {n}', { n: COMPTE_MAXIMUM }) : String(n);
}

function adresse(parametres: Record<string, string>): string {
  return `/instruction?${new URLSearchParams(parametres)}`;
}

function Onglets({ comptes, onglet, filtres, tri }: Pick<Props, 'comptes' | 'onglet' | 'filtres' | 'tri'>) {
  return (
    <nav aria-label={t('Dossiers par état')}>
      <ul className="agent-onglets">
        {ONGLETS.map((o) => (
          <li key={o}>
            <a href={adresse(ecrireDemande(o, filtres, tri))} aria-current={o === onglet ? 'page' : undefined}>
              {`${t(TITRE[o])} (${nombre(comptes[o])})`}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const OPTIONS_PROCEDURES = PROCEDURES.flatMap((versions) => versions.slice(-1)).map(({ slug, nom }) => ({ valeur: slug, libelle: nom }));

const agentChoisi = ({ agent }: Filtres): string => (agent === null ? '' : typeof agent === 'object' ? agent.id : agent);

/** What narrows the list, in words: with a long list, one must know why it is short. */
function filtresActifs(filtres: Filtres, collegues: readonly Collegue[]): string[] {
  const { procedure, agent, retard, suivis, du, au } = filtres;
  const mots: string[] = [];
  if (procedure !== null) mots.push(OPTIONS_PROCEDURES.find((o) => o.valeur === procedure)?.libelle ?? procedure);
  if (agent === 'moi') mots.push(t('à moi ou à ceux que je remplace'));
  if (agent === 'remplaces') mots.push(t('à ceux que je remplace'));
  if (agent === 'personne') mots.push(t('à personne'));
  if (agent !== null && typeof agent === 'object')
    mots.push(t('à {agent}', { agent: collegues.find((c) => c.id === agent.id)?.nom ?? t('un ancien agent') }));
  if (retard) mots.push(t('en retard'));
  if (suivis) mots.push(t('que je suis'));
  if (du !== null) mots.push(t('déposés à partir du {jour}', { jour: jourLisible(du) }));
  if (au !== null) mots.push(t('déposés jusqu’au {jour}', { jour: jourLisible(au) }));
  return mots;
}

function signaux({ estRestreint, attente, statut, agentAbsent, aRemplacer, estSuivi }: LigneCorbeille, bac: Onglet): Cellule {
  const mots: Mot[] = [];
  if (estRestreint) mots.push({ ton: 'warning', mot: t('Accès restreint') });
  if (attente === 'reponse' && bac !== 'reponses_recues') mots.push({ ton: 'new', mot: t(ATTENTE_AGENT.reponse) });
  if (attente === 'complement' || attente === 'avis') mots.push({ ton: 'info', mot: t(ATTENTE_AGENT[attente]) });
  if (statut === 'accepte' && attente === 'remise' && bac === 'decides') mots.push({ ton: 'info', mot: t(ATTENTE_AGENT.remise) });
  if (agentAbsent) mots.push({ ton: 'info', mot: aRemplacer ? t('Agent absent : vous le remplacez') : t('Agent absent') });
  if (estSuivi) mots.push({ ton: 'info', mot: t('Suivi') });
  return mots.length ? mots : '';
}

/** Why this dossier stands here: what is due next, and when. */
function urgence({ echeanceLe, echeanceCode }: LigneCorbeille, aujourdhui: Jour): Cellule {
  if (echeanceLe === null) return '–';
  const date = jourLisible(echeanceLe);
  const raison = echeanceCode !== null && estCodeRegle(echeanceCode) ? direEcheance(echeanceCode, echeanceLe, aujourdhui) : null;
  const dite = raison ? t(raison.texte, { quand: t(raison.quand.texte, { n: raison.quand.n }) }) : '';
  const mots = dite ? [`${date} –`, dite] : [date];
  return echeanceLe < aujourdhui ? [{ ton: 'error', mot: t('En retard') }, ...mots] : mots;
}

type Montree = { titre: string; cellule: (l: LigneCorbeille) => Cellule };

function colonnesMontrees({ colonnes, onglet, at }: Pick<Props, 'colonnes' | 'onglet' | 'at'>): Montree[] {
  const aujourdhui = jourDe(at);
  const choix: Readonly<Record<Colonne, Montree>> = {
    procedure: { titre: t('Procédure'), cellule: (l) => l.procedure },
    echeance: { titre: t('À faire avant le'), cellule: (l) => urgence(l, aujourdhui) },
    depose: { titre: t('Déposé le'), cellule: (l) => `${dateLisible(l.deposeLe)} (${depuis(l.deposeLe, aujourdhui)})` },
    agent: { titre: t('Agent'), cellule: (l) => l.agent ?? '–' },
    etat: { titre: t('État'), cellule: (l) => t(STATUT_AGENT[l.statut]) },
  };
  // a tab of several states says which one on each line
  const voulues =
    (onglet === 'decides' || onglet === 'en_retard') && !colonnes.includes('etat') ? [...colonnes, 'etat' as const] : colonnes;
  return [
    { titre: t('N° de demande'), cellule: (l) => l.numero },
    { titre: t('Demandeur'), cellule: (l) => l.demandeur },
    ...COLONNES.filter((c) => voulues.includes(c)).map((c) => choix[c]),
    { titre: t('À noter'), cellule: (l) => signaux(l, onglet) },
  ];
}

type PropsRegler = Pick<Props, 'onglet' | 'filtres' | 'tri' | 'collegues' | 'colonnes' | 'peutAvoirEnCharge'> & { regler: Reglage };

function Regler({ regler, onglet, filtres, tri, collegues, colonnes, peutAvoirEnCharge }: PropsRegler) {
  return (
    <section id="regler" aria-labelledby="regler-titre">
      <h2 className="fr-h6" id="regler-titre">
        {regler === 'filtres' ? t('Filtrer et ordonner') : t('Choisir les colonnes')}
      </h2>
      {regler === 'filtres' ? (
        <FiltresCorbeille
          onglet={onglet}
          procedures={OPTIONS_PROCEDURES}
          agents={collegues.map((c) => ({ valeur: c.id, libelle: c.nom }))}
          peutAvoirEnCharge={peutAvoirEnCharge}
          choisis={{
            procedure: filtres.procedure ?? '',
            agent: agentChoisi(filtres),
            retard: filtres.retard,
            suivis: filtres.suivis,
            du: filtres.du ?? '',
            au: filtres.au ?? '',
            tri: tri === 'urgence' ? '' : tri,
          }}
        />
      ) : (
        <ColonnesCorbeille toutes={COLONNES} choisies={colonnes} />
      )}
      <p>
        <a className="fr-link" href={adresse(ecrireDemande(onglet, filtres, tri))}>
          {t('Refermer')}
        </a>
      </p>
    </section>
  );
}

export function VueCorbeille(props: Props) {
  const { lignes, suivant, comptes, onglet, filtres, tri, estSuite, regler, collegues, colonnes, peutOuvrir, peutAvoirEnCharge, lot } =
    props;
  const actifs = filtresActifs(filtres, collegues);
  const legende = actifs.length ? t('{titre} : {filtres}', { titre: t(TITRE[onglet]), filtres: actifs.join(', ') }) : t(TITRE[onglet]);
  const courant = ecrireDemande(onglet, filtres, tri);
  const reglage = (quoi: Reglage) => `${adresse({ ...courant, regler: quoi })}#regler`;
  const montrees = colonnesMontrees(props);
  const enLigne = (l: LigneCorbeille): LigneTableau => ({
    cle: l.id,
    cellules: montrees.map((m) => m.cellule(l)),
  });
  const sesDossiers = filtres.agent === 'moi';
  return (
    <Page titre={t('Dossiers à instruire')} ici={null}>
      <form className="agent-recherche" action="/instruction/recherche">
        <ChampRecherche nom="q" libelle={t('Nom, numéro, adresse électronique ou téléphone')} />
      </form>
      <Onglets comptes={comptes} onglet={onglet} filtres={filtres} tri={tri} />
      <p className="agent-gestes">
        {peutAvoirEnCharge ? (
          <a
            className="fr-link"
            href={adresse(ecrireDemande(onglet, sesDossiers ? SANS_FILTRE : { ...SANS_FILTRE, agent: 'moi' }, 'urgence'))}
          >
            {sesDossiers ? t('Voir les dossiers de toute la préfecture') : t('Voir mes dossiers et ceux que je remplace')}
          </a>
        ) : null}
        <a className="fr-link" href={reglage('filtres')}>
          {actifs.length ? t('Filtrer et ordonner ({n})', { n: actifs.length }) : t('Filtrer et ordonner')}
        </a>
        <a className="fr-link" href={reglage('colonnes')}>
          {t('Choisir les colonnes')}
        </a>
      </p>
      {regler ? <Regler {...{ regler, onglet, filtres, tri, collegues, colonnes, peutAvoirEnCharge }} /> : null}
      <div className="agent-liste">
        <Tableau
          legende={legende}
          colonnes={montrees.map((m) => m.titre)}
          lignes={lignes.map(enLigne)}
          {...(peutOuvrir ? { vers: '/instruction/' } : {})}
          choix={lot ? { formulaire: 'lot', nom: 'dossiers', libelle: t('Cocher') } : undefined}
          vide={actifs.length ? t('Aucun dossier ne répond à ces filtres.') : t(VIDE[onglet])}
        />
        {/* stays when the list is empty: it says what became of the last ones */}
        {lot}
      </div>
      <RaccourcisCorbeille />
      {estSuite || suivant ? (
        <nav className="portail-actions" aria-label={t('Pages de la liste')}>
          {estSuite ? (
            <a className="fr-btn fr-btn--secondary" href={adresse(courant)}>
              {t('Revenir au début')}
            </a>
          ) : null}
          {suivant ? (
            <a className="fr-btn" href={adresse({ ...courant, apres: ecrireCurseur(suivant) })}>
              {t('Page suivante')}
            </a>
          ) : null}
        </nav>
      ) : null}
    </Page>
  );
}
