// The agents' page: everything said, what is about to leave and can be taken back, what the person added and may become a piece.
import { OUVERTS } from '#domain/dossier/statuts.ts';
import { FormulaireDeclare } from '#features/formulaires/views/agent.tsx';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { Badge } from '#ui/feedback/badge.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import { Repli } from '#ui/layout/repli.tsx';
import { instantLisible } from '../../instruction/views/dates.ts';
import { faireClasser, faireReprendre, faireVerser } from '../actions.ts';
import type { ConversationAgent, JointeLue, MessageLu } from '../queries.ts';
import { Fil } from './fil.tsx';
import { FormulaireMessage } from './formulaire-message.tsx';

const FAIT: Readonly<Record<string, string>> = {
  ecrit: 'Votre message est enregistré. Il part dans quelques minutes : d’ici là, vous pouvez le reprendre.',
  repris: 'Le message est repris : la personne ne l’a pas reçu et n’en saura rien. Corrigez-le ci-dessous, ou laissez-le.',
  ecart: 'Le fichier est détruit. La personne est prévenue qu’il a été retiré.',
  classe: 'Les messages de la personne sont classés : ils n’attendent plus de réponse.',
};

type Props = ConversationAgent & {
  cle: string;
  peutEcrire: boolean;
  peutInstruire: boolean;
  at: Date;
  fait: string | null;
  erreurFichier: string | null;
};

/** Where an agent's message stands. */
function Etat({ m, dossierId, at }: { m: MessageLu; dossierId: string; at: Date }) {
  if (m.de === 'usager')
    return m.traiteLe === null ? (
      <p>
        <Badge ton="new">{t('À traiter')}</Badge>
      </p>
    ) : null;
  if (m.envoyeLe === null)
    return (
      <>
        <p>
          <Badge ton="warning">{t('Pas encore parti')}</Badge>{' '}
          {m.partLe && m.partLe > at ? t('Départ le {instant}.', { instant: instantLisible(m.partLe) }) : t('Départ en cours.')}
        </p>
        {m.estSien ? (
          <FormulaireDeclare
            action={faireReprendre}
            caches={{ dossier: dossierId, message: m.id }}
            bouton={t('Reprendre ce message')}
            secondaire
          />
        ) : null}
      </>
    );
  return (
    <p className="fr-hint-text">
      {m.luLe ? t('Lu par la personne le {instant}.', { instant: instantLisible(m.luLe) }) : t('Pas encore lu.')}
    </p>
  );
}

export function VueConversationAgent(props: Props) {
  const { dossier, messages, brouillon, places, cle, peutEcrire, peutInstruire, at, fait, erreurFichier } = props;
  const parents = [
    { libelle: t('Dossiers à instruire'), href: '/instruction' },
    { libelle: dossier.numero, href: `/instruction/${dossier.id}` },
  ];
  const peutVerser = peutInstruire && (dossier.statut === 'depose' || dossier.statut === 'en_instruction');
  const peutEcarter = peutInstruire && OUVERTS.some((s) => s === dossier.statut);
  const aTraiter = messages.some((m) => m.de === 'usager' && m.traiteLe === null);
  const verser = (m: MessageLu, f: JointeLue) => {
    if (m.de !== 'usager' || f.etat !== 'sain') return null;
    const piece = places.find((p) => p.valeur.startsWith(`${f.pieceCode}.`));
    return (
      <>
        {piece ? <span> {t('– pour : {piece}', { piece: piece.libelle })}</span> : null}
        {peutVerser ? (
          <Repli titre={t('Verser à une pièce')}>
            <FormulaireDeclare
              action={faireVerser}
              dossier={dossier}
              caches={{ fichier: f.id }}
              bouton={t('Verser')}
              secondaire
              champs={[
                {
                  sorte: 'choix',
                  nom: 'place',
                  libelle: t('Pièce'),
                  aide: t('La version actuelle est gardée, et la pièce attend un nouvel avis.'),
                  options: places,
                  valeur: piece?.valeur,
                  requis: true,
                },
              ]}
            />
          </Repli>
        ) : null}
        {peutEcarter ? (
          <p className="fr-text--sm">
            <a className="fr-link fr-link--sm" href={`/instruction/${dossier.id}/ecart/${f.id}`}>
              {t('Retirer ce fichier : document médical, ou d’une autre personne')}
              <span className="fr-sr-only"> {t(': {nom}', { nom: f.nom })}</span>
            </a>
          </p>
        ) : null}
      </>
    );
  };
  return (
    <Page titre={t('Messages')} ici={t('Messages')} parents={parents} largeur="texte">
      {fait && FAIT[fait] ? (
        <Alerte ton="success" annoncer>
          {t(FAIT[fait])}
        </Alerte>
      ) : null}
      {dossier.sansAdresse ? (
        <Alerte ton="warning">
          {t('Cette personne n’a pas d’adresse électronique : elle ne sera prévenue de rien. Écrivez-lui par la poste.')}
        </Alerte>
      ) : null}
      {messages.length === 0 ? (
        <p>{t('Aucun message pour l’instant.')}</p>
      ) : (
        <Fil
          messages={messages}
          lecture="/api/agents/messages"
          de={(m) => (m.de === 'agent' ? (m.nom ?? t('Un agent')) : (m.nom ?? t('La personne')))}
          apres={(m) => <Etat m={m} dossierId={dossier.id} at={at} />}
          suiteFichier={verser}
        />
      )}
      <div id="fin" />
      {aTraiter && peutInstruire ? (
        <FormulaireDeclare action={faireClasser} caches={{ dossier: dossier.id }} bouton={t('Rien à répondre')} secondaire />
      ) : null}
      {peutEcrire ? (
        <section aria-labelledby="ecrire">
          <h2 className="fr-h5" id="ecrire">
            {t('Écrire à la personne')}
          </h2>
          <FormulaireMessage
            cote="agent"
            dossierId={dossier.id}
            cle={cle}
            brouillon={brouillon}
            libelle={t('Votre message')}
            aide={t('Pour demander une pièce, utilisez la demande de complément : elle ouvre un délai.')}
            bouton={t('Envoyer le message')}
            erreurFichier={erreurFichier}
          />
        </section>
      ) : null}
    </Page>
  );
}
