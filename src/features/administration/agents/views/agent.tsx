// One agent: who they are, what they may, and the gestures of an administrator.
import type { RoleAgent } from '#domain/access/actors.ts';
import { ROLES } from '#domain/access/roles.ts';
import type { Prefecture } from '#features/configuration/prefectures/queries.ts';
import { type ChampDeclare, FormulaireDeclare } from '#features/formulaires/views/agent.tsx';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { ListeResume } from '#ui/layout/liste-resume.tsx';
import { Page } from '#ui/layout/page.tsx';
import { Repli } from '#ui/layout/repli.tsx';
import { ACCUEIL } from '../../views/fil.ts';
import { faireDesactiverAgent, faireModifierAgent, faireReactiverAgent, faireReinitialiser, faireReinviter } from '../actions.ts';
import type { AgentGere } from '../queries.ts';
import { optionsRoles } from './roles.ts';

const FAIT: Readonly<Record<string, string>> = {
  invite: 'L’invitation est partie par courriel. Le lien est valable une fois.',
  modifie: 'Les changements sont enregistrés. Ils valent dès la prochaine page que cet agent ouvre.',
  desactive: 'L’agent est désactivé et ses sessions sont fermées.',
  reactive: 'L’agent peut de nouveau se connecter.',
  facteurs: 'Le second facteur est effacé. Une nouvelle invitation est partie par courriel : l’agent en choisira un autre par son lien.',
};

type Prefectures = readonly Prefecture[];
type Props = { agent: AgentGere; prefectures: Prefectures; attribuables: readonly RoleAgent[]; estSoi: boolean; fait: string | null };

export const PARENTS_AGENT = () => [ACCUEIL(), { libelle: t('Agents'), href: '/administration/agents' }];

type Initial = { nom?: string; prenom?: string; qualite?: string; roles?: readonly RoleAgent[]; prefectureCode?: string | null };

/** The fields of an agent, shared by the invitation and the change. */
export function champsAgent(attribuables: readonly RoleAgent[], prefectures: Prefectures, initial: Initial = {}): ChampDeclare[] {
  return [
    { sorte: 'texte', nom: 'nom', libelle: t('Nom'), valeur: initial.nom, requis: true },
    { sorte: 'texte', nom: 'prenom', libelle: t('Prénom'), valeur: initial.prenom, requis: true },
    {
      sorte: 'texte',
      nom: 'qualite',
      libelle: t('Qualité'),
      aide: t('Imprimée sous les décisions (CRPA, art. L. 212-1). Exemple : Cheffe du bureau du séjour'),
      valeur: initial.qualite,
      requis: true,
    },
    {
      sorte: 'cases',
      nom: 'roles',
      libelle: t('Rôles'),
      aide: t('Lire des dossiers, gérer des agents et contrôler les lectures ne se cumulent pas.'),
      cochees: initial.roles,
      options: optionsRoles(attribuables),
      requis: true,
    },
    {
      sorte: 'choix',
      nom: 'prefecture',
      libelle: t('Préfecture'),
      invite: t('Aucune (rôle national)'),
      valeur: initial.prefectureCode ?? (prefectures.length === 1 ? prefectures[0]?.code : ''),
      options: prefectures.map((p) => ({ valeur: p.code, libelle: `${p.code} – ${p.nom}` })),
    },
  ];
}

function ARepartir({ agent }: { agent: AgentGere }) {
  if (!agent.enCharge.length) return null;
  return (
    <Repli titre={t('Dossiers en charge, à répartir si l’agent part : {n}', { n: agent.enCharge.length })} ouvert={!agent.actif}>
      <p>{t('Ils restent dans la corbeille de la préfecture. Le chef de bureau les confie à quelqu’un d’autre.')}</p>
      <ul>
        {agent.enCharge.map((numero) => (
          <li key={numero} className="portail-numero">
            {numero}
          </li>
        ))}
      </ul>
    </Repli>
  );
}

function Gestes({ agent }: { agent: AgentGere }) {
  const caches = { agent: agent.id, version: String(agent.version) };
  return (
    <section className="agent-separe" aria-labelledby="acces-titre">
      <h2 className="fr-h5" id="acces-titre">
        {t('Accès de cet agent')}
      </h2>
      {agent.actif && agent.facteurs === 0 ? (
        <>
          <p>{t('Cet agent n’a pas encore de second facteur : il le choisit par le lien d’une invitation, qui sert une fois.')}</p>

          <FormulaireDeclare action={faireReinviter} caches={caches} bouton={t('Renvoyer l’invitation')} secondaire />
        </>
      ) : null}
      {agent.actif && agent.facteurs > 0 ? (
        <>
          <p>
            {t(
              'Si cet agent a perdu son téléphone, ses clés et ses codes de secours, effacez son second facteur après avoir vérifié que c’est bien lui qui le demande.',
            )}
          </p>
          <FormulaireDeclare action={faireReinitialiser} caches={caches} bouton={t('Effacer le second facteur')} secondaire />
        </>
      ) : null}
      {agent.actif ? (
        <>
          <p className="fr-mt-4w">{t('Désactiver ferme aussitôt ses sessions. Ses actes passés et ses signatures restent.')}</p>
          <FormulaireDeclare action={faireDesactiverAgent} caches={caches} bouton={t('Désactiver cet agent')} secondaire />
        </>
      ) : (
        <FormulaireDeclare action={faireReactiverAgent} caches={caches} bouton={t('Réactiver cet agent')} />
      )}
    </section>
  );
}

export function VueAgent({ agent, prefectures, attribuables, estSoi, fait }: Props) {
  const annonce = FAIT[fait ?? ''];
  const hors = agent.roles.filter((r) => !attribuables.includes(r));
  return (
    <Page titre={`${agent.prenom} ${agent.nom}`} parents={PARENTS_AGENT()} largeur="texte">
      {annonce ? (
        <Alerte ton="success" annoncer>
          {t(annonce)}
        </Alerte>
      ) : null}
      {agent.actif ? null : <Alerte ton="warning">{t('Cet agent est désactivé : il ne peut pas se connecter.')}</Alerte>}
      <ListeResume
        lignes={[
          { terme: t('Adresse professionnelle'), valeur: agent.email },
          { terme: t('Rôles'), valeur: agent.roles.map((r) => t(ROLES[r].libelle)).join(', ') },
          { terme: t('Préfecture'), valeur: agent.prefecture ?? t('National') },
          {
            terme: t('Second facteur'),
            valeur: agent.facteurs > 0 ? t('en place') : t('aucun : à choisir par le lien d’une invitation'),
          },
        ]}
      />
      <ARepartir agent={agent} />
      {estSoi ? <Alerte ton="info">{t('C’est vous : un autre administrateur doit changer vos droits.')}</Alerte> : null}
      {!estSoi && hors.length ? (
        <Alerte ton="info">
          {t('Vous ne gérez pas cet agent, qui tient le rôle : {roles}.', { roles: hors.map((r) => t(ROLES[r].libelle)).join(', ') })}
        </Alerte>
      ) : null}
      {!estSoi && !hors.length ? (
        <>
          <h2 className="fr-h5">{t('Modifier')}</h2>
          <FormulaireDeclare
            action={faireModifierAgent}
            caches={{ agent: agent.id, version: String(agent.version) }}
            champs={champsAgent(attribuables, prefectures, agent)}
            bouton={t('Enregistrer')}
          />
          <Gestes agent={agent} />
        </>
      ) : null}
    </Page>
  );
}
