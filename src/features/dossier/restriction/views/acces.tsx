// Who may open this dossier: everybody of the prefecture, or a list.
import type { Action } from '#domain/dossier/lifecycle.ts';
import { FormulaireDeclare } from '#features/formulaires/views/agent.tsx';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import type { DossierEnBref } from '../../instruction/queries.ts';
import { parentsDe } from '../../instruction/views/fil.ts';
import { faireHabiliter, faireLeverRestriction, faireRestreindre } from '../actions.ts';
import type { Habilitable } from '../queries.ts';

const FAIT: Readonly<Record<string, string>> = {
  restreint: 'L’accès est restreint. Choisissez maintenant qui d’autre doit pouvoir ouvrir ce dossier, au moins pour le signer.',
  habilites: 'La liste des agents habilités est enregistrée.',
  leve: 'La restriction est levée : les agents de la préfecture voient de nouveau ce dossier.',
};

type Props = { dossier: DossierEnBref; actions: readonly Action[]; agents: readonly Habilitable[]; fait: string | null };

function Restreint({ dossier, actions, agents }: Omit<Props, 'fait'>) {
  const habilites = agents.filter((a) => a.estHabilite);
  return (
    <>
      <Alerte ton="warning" titre={t('Accès restreint')} niveau="h2">
        <p>
          {t(
            'Seuls les agents de cette liste et le référent vulnérabilité trouvent ce dossier. L’adresse de la personne n’est imprimée sur aucun document.',
          )}
        </p>
      </Alerte>
      {actions.includes('habiliter') ? (
        <FormulaireDeclare
          action={faireHabiliter}
          dossier={dossier}
          bouton={t('Enregistrer la liste')}
          champs={[
            {
              sorte: 'cases',
              nom: 'habilites',
              libelle: t('Agents habilités'),
              aide: t('Le moins possible : qui instruit, et une autre personne pour signer.'),
              cochees: habilites.map((a) => a.id),
              options: agents.map((a) => ({ valeur: a.id, libelle: `${a.nom}, ${a.qualite}` })),
            },
          ]}
        />
      ) : (
        <>
          <h2 className="fr-h5">{t('Agents habilités')}</h2>
          <ul>
            {habilites.map((a) => (
              <li key={a.id}>{`${a.nom}, ${a.qualite}`}</li>
            ))}
          </ul>
          <p>{t('Le chef de bureau habilité ou le référent vulnérabilité change cette liste.')}</p>
        </>
      )}
      {actions.includes('lever_restriction') ? (
        <section className="agent-separe" aria-labelledby="lever-titre">
          <h2 className="fr-h5" id="lever-titre">
            {t('Lever la restriction')}
          </h2>
          <p>{t('Tous les agents de la préfecture qui lisent des dossiers verront de nouveau celui-ci.')}</p>
          <FormulaireDeclare action={faireLeverRestriction} dossier={dossier} bouton={t('Lever la restriction')} secondaire />
        </section>
      ) : null}
    </>
  );
}

export function VueAcces({ dossier, actions, agents, fait }: Props) {
  const annonce = FAIT[fait ?? ''];
  return (
    <Page titre={t('Accès au dossier')} parents={parentsDe(dossier)} largeur="texte">
      {annonce ? (
        <Alerte ton="success" annoncer>
          {t(annonce)}
        </Alerte>
      ) : null}
      {dossier.estRestreint ? (
        <Restreint dossier={dossier} actions={actions} agents={agents} />
      ) : (
        <>
          <p>{t('Tous les agents de la préfecture qui lisent des dossiers peuvent ouvrir celui-ci.')}</p>
          <p>
            {t(
              'Restreignez l’accès quand la personne est vulnérable : ordonnance de protection, violences, traite, menace. Vous restez habilité, avec l’agent en charge du dossier.',
            )}
          </p>
          {actions.includes('restreindre') ? (
            <FormulaireDeclare action={faireRestreindre} dossier={dossier} bouton={t('Restreindre l’accès')} />
          ) : null}
        </>
      )}
    </Page>
  );
}
