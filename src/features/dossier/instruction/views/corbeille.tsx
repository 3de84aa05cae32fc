// The queue: what waits, oldest first. Links and one GET form: everything works without scripts.
import { STATUT_AGENT } from '#domain/dossier/statuts.ts';
import { jourDe } from '#domain/jour.ts';
import { ChampRecherche } from '#ui/fields/recherche.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import { type Cellule, type LigneTableau, type Mot, Tableau } from '#ui/layout/tableau.tsx';
import type { Corbeille, LigneCorbeille } from '../corbeille/queries.ts';
import { COMPTE_MAXIMUM, ecrireCurseur, ONGLETS, type Onglet } from '../corbeille/schema.ts';
import { dateLisible, depuis } from './dates.ts';

const TITRE: Readonly<Record<Onglet, string>> = {
  a_prendre_en_charge: 'À prendre en charge',
  en_instruction: 'En instruction',
  reponses_recues: 'Réponses reçues',
  a_signer: 'À signer',
  decides: 'Décidés',
};

const VIDE: Readonly<Record<Onglet, string>> = {
  a_prendre_en_charge: 'Aucune demande n’attend d’être prise en charge.',
  en_instruction: 'Aucun dossier n’est en instruction.',
  reponses_recues: 'Aucune réponse n’attend d’être examinée.',
  a_signer: 'Aucune décision n’attend d’être signée.',
  decides: 'Aucune décision n’a encore été prise.',
};

type Props = Corbeille & {
  onglet: Onglet;
  recherche: string;
  estSuite: boolean;
  peutOuvrir: boolean;
  peutAvoirEnCharge: boolean;
  miens: boolean;
  at: Date;
};

function nombre(n: number): string {
  return n > COMPTE_MAXIMUM ? t('plus de 1 000') : String(n);
}

const MIENS = { miens: '1' };

function adresse(parametres: Record<string, string>): string {
  return `/instruction?${new URLSearchParams(parametres)}`;
}

const titreDe = (onglet: Onglet, miens: boolean) =>
  miens ? t('{titre}, à moi ou à ceux que je remplace', { titre: t(TITRE[onglet]) }) : t(TITRE[onglet]);

function Onglets({ comptes, onglet, miens }: { comptes: Corbeille['comptes']; onglet: Onglet | null; miens: boolean }) {
  return (
    <nav aria-label={t('Dossiers par état')}>
      <ul className="agent-onglets">
        {ONGLETS.map((o) => (
          <li key={o}>
            <a href={adresse({ statut: o, ...(miens ? MIENS : {}) })} aria-current={o === onglet ? 'page' : undefined}>
              {t(TITRE[o])} <span>({nombre(comptes[o])})</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function signaux({ estRestreint, reponseRecue, complementOuvert, agentAbsent, aRemplacer }: LigneCorbeille): Cellule {
  const mots: Mot[] = [];
  if (estRestreint) mots.push({ ton: 'warning', mot: t('Accès restreint') });
  if (reponseRecue) mots.push({ ton: 'new', mot: t('Réponse reçue') });
  else if (complementOuvert) mots.push({ ton: 'info', mot: t('Complément demandé') });
  if (agentAbsent) mots.push({ ton: 'info', mot: aRemplacer ? t('Agent absent : vous le remplacez') : t('Agent absent') });
  return mots.length ? mots : '';
}

export function VueCorbeille({ lignes, suivant, comptes, onglet, recherche, miens, estSuite, peutOuvrir, peutAvoirEnCharge, at }: Props) {
  const aujourdhui = jourDe(at);
  const legende = recherche === '' ? titreDe(onglet, miens) : t('Résultats pour « {recherche} »', { recherche });
  const courant: Record<string, string> = {
    ...(recherche === '' ? { statut: onglet } : { q: recherche }),
    ...(miens ? MIENS : {}),
  };
  // in a tab of one statut the column would say the same thing on each line
  const ditEtat = recherche !== '' || onglet === 'decides';
  const etat = (mot: () => string) => (ditEtat ? [mot()] : []);
  const colonnes = [t('N° de demande'), t('Demandeur'), t('Procédure'), t('Déposé le'), t('Agent'), ...etat(() => t('État')), t('À noter')];
  const enLigne = (l: LigneCorbeille): LigneTableau => ({
    cle: l.id,
    ...(peutOuvrir ? { href: `/instruction/${l.id}` } : {}),
    cellules: [
      l.numero,
      l.demandeur,
      l.procedure,
      `${dateLisible(l.deposeLe)} (${depuis(l.deposeLe, aujourdhui)})`,
      l.agent ?? '–',
      ...etat(() => t(STATUT_AGENT[l.statut])),
      signaux(l),
    ],
  });
  return (
    <Page titre={t('Dossiers à instruire')} ici={null}>
      <form className="agent-recherche" action="/instruction">
        <ChampRecherche nom="q" libelle={t('Numéro de demande ou nom')} defaultValue={recherche} />
      </form>
      <Onglets comptes={comptes} onglet={recherche === '' ? onglet : null} miens={miens} />
      {peutAvoirEnCharge && recherche === '' ? (
        <p>
          <a className="fr-link" href={adresse(miens ? { statut: onglet } : { statut: onglet, ...MIENS })}>
            {miens ? t('Voir les dossiers de toute la préfecture') : t('Voir mes dossiers et ceux que je remplace')}
          </a>
        </p>
      ) : null}
      <Tableau
        legende={legende}
        colonnes={colonnes}
        lignes={lignes.map(enLigne)}
        vide={
          recherche === ''
            ? t(VIDE[onglet])
            : t('Aucun dossier de votre préfecture ne commence ainsi. Cherchez le début du nom de naissance, ou du numéro.')
        }
      />
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
