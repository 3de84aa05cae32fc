// The requests of complement on the page of a dossier: until when, what was answered, what is still to be judged, what may be done.
import { type Echeance, echeanceComplement } from '#domain/delais/complement.ts';
import type { Action } from '#domain/dossier/lifecycle.ts';
import { type Jour, jourLisible } from '#domain/jour.ts';
import { type DossierAffiche, FormulaireDeclare } from '#features/formulaires/views/agent.tsx';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { Badge } from '#ui/feedback/badge.tsx';
import { t } from '#ui/langue/t.ts';
import { Repli } from '#ui/layout/repli.tsx';
import { faireEnregistrerRecommande, faireExaminer, faireLever, faireProlonger } from '../../complements/suites/actions.ts';
import type { ComplementLu, ItemLu } from '../../complements/suites/queries.ts';
import { estOuvert } from '../../complements/suites/schema.ts';
import { dateLisible, instantLisible } from './dates.ts';

export type Agit = { dossier: DossierAffiche; actions: readonly Action[]; jour: Jour };

const EXAMEN: Readonly<Record<NonNullable<ItemLu['examen']>, { ton: 'new' | 'success' | 'error'; mot: string }>> = {
  attendu: { ton: 'new', mot: 'Explication à examiner' },
  accepte: { ton: 'success', mot: 'Explication acceptée' },
  rejete: { ton: 'error', mot: 'À redemander' },
};

/** Two buttons, one for each answer. */
function Examen({ dossier, item }: { dossier: DossierAffiche; item: ItemLu }) {
  const juger = (examen: 'accepte' | 'rejete', bouton: string) => (
    <FormulaireDeclare action={faireExaminer} dossier={dossier} caches={{ item: item.id, examen }} bouton={bouton} secondaire />
  );
  return (
    <div className="portail-actions">
      {juger('accepte', item.piece === null ? t('Accepter la réponse') : t('Accepter l’explication'))}
      {juger('rejete', t('À redemander'))}
    </div>
  );
}

function Item({ item, groupe, agit }: { item: ItemLu; groupe: string | null; agit: Agit | null }) {
  const examen = item.examen && EXAMEN[item.examen];
  return (
    <>
      {groupe ? <p className="fr-text--bold">{groupe}</p> : null}
      <div className="agent-item">
        {item.sujet ? <p>{item.sujet}</p> : null}
        {item.observation ? <p>{t('Observation : {texte}', { texte: item.observation })}</p> : null}
        {item.reponse ? (
          <p>
            <strong>{t('Réponse : {reponse}', { reponse: item.reponse })}</strong>
            {item.raison ? ` – ${item.raison}` : ''} {examen ? <Badge ton={examen.ton}>{t(examen.mot)}</Badge> : null}
          </p>
        ) : null}
        {agit && item.examen === 'attendu' && agit.actions.includes('verifier_piece') ? (
          <Examen dossier={agit.dossier} item={item} />
        ) : null}
      </div>
    </>
  );
}

function etatDe(complement: ComplementLu) {
  if (complement.leveLe) return <Badge ton="neutre">{t('Levée')}</Badge>;
  if (complement.reponduLe === null) return <Badge ton="info">{t('En attente de réponse')}</Badge>;
  return complement.traiteLe === null ? (
    <Badge ton="new">{t('Réponse à examiner')}</Badge>
  ) : (
    <Badge ton="success">{t('Réponse examinée')}</Badge>
  );
}

/** What made the period run. */
const FONDEMENT: Readonly<Record<Echeance['fondement'], string>> = {
  ouverture: 'Lue par la personne le {date} : le délai de 30 jours court depuis ce jour.',
  reputee: 'Réputée notifiée le {date}, date de mise à disposition : non ouverte en quinze jours, avec l’accord de la personne.',
  recommande: 'Lettre recommandée notifiée le {date} : le délai de 30 jours court depuis ce jour.',
};

function Delai({ complement, jour }: { complement: ComplementLu; jour: Jour }) {
  const echeance = complement.delai && echeanceComplement(complement.delai, jour);
  if (!echeance)
    return (
      <p>
        {t('La personne ne l’a pas encore lue.')}{' '}
        {complement.estConsentie
          ? t('Elle a accepté d’être notifiée par voie électronique : sans ouverture en quinze jours, elle sera réputée l’avoir reçue.')
          : t('Elle n’a pas accepté d’être notifiée par voie électronique : le délai ne court qu’à la lecture, ou par lettre recommandée.')}
      </p>
    );
  const { dernierJour, joursRestants } = echeance;
  const reste =
    joursRestants < 0
      ? t('dépassé depuis {n} j', { n: -joursRestants })
      : joursRestants === 0
        ? t('dernier jour')
        : t('encore {n} j', { n: joursRestants });
  return (
    <>
      <p>{t(FONDEMENT[echeance.fondement], { date: jourLisible(echeance.notifieLe) })}</p>
      <p>
        <strong>{t('Réponse attendue au plus tard le {jour}.', { jour: jourLisible(dernierJour) })}</strong> ({reste}){' '}
        {complement.prolongeJusqu === dernierJour ? <Badge ton="info">{t('Délai prolongé')}</Badge> : null}
      </p>
      {joursRestants < 0 ? (
        <p>
          {t(
            'La personne peut encore répondre tant que la demande n’est pas clôturée. Une clôture se propose, elle n’est jamais automatique.',
          )}
        </p>
      ) : null}
    </>
  );
}

function Prolongation({ prolongation }: { prolongation: NonNullable<ComplementLu['prolongation']> }) {
  return (
    <Alerte ton={prolongation.estTraitee ? 'info' : 'warning'} titre={t('La personne demande un délai supplémentaire')} niveau="p">
      <p>
        {t('Le {date} :', { date: dateLisible(prolongation.demandeeLe) })} « {prolongation.motif} »
      </p>
      {prolongation.estTraitee ? null : <p>{t('Accordez un délai ci-dessous, ou répondez-lui par un message.')}</p>}
    </Alerte>
  );
}

/** Open: what the agent may do while waiting. */
function Attente({ complement, agit }: { complement: ComplementLu; agit: Agit }) {
  const { dossier, actions } = agit;
  const peut = (action: Action) => actions.includes(action);
  const sansLecture = complement.delai === null || (complement.delai.ouverteLe === null && !complement.estConsentie);
  return (
    <div className="agent-suites">
      {peut('prolonger_complement') ? (
        <Repli titre={t('Accorder un délai')} ouvert={complement.prolongation?.estTraitee === false}>
          <FormulaireDeclare
            action={faireProlonger}
            dossier={dossier}
            bouton={t('Accorder ce délai')}
            secondaire
            champs={[{ sorte: 'date', nom: 'jusqu', libelle: t('Nouveau dernier jour pour répondre'), requis: true }]}
          />
        </Repli>
      ) : null}
      {peut('enregistrer_recommande') && sansLecture && !complement.recommandeLe ? (
        <Repli titre={t('Enregistrer une lettre recommandée')}>
          <p>{t('Sans accord pour les notifications électroniques, le délai court du jour où la lettre recommandée est notifiée.')}</p>
          <FormulaireDeclare
            action={faireEnregistrerRecommande}
            dossier={dossier}
            bouton={t('Enregistrer la lettre')}
            secondaire
            champs={[
              {
                sorte: 'date',
                nom: 'presentee',
                libelle: t('Jour où la lettre a été notifiée'),
                aide: t(
                  'Le jour où la personne l’a reçue ou retirée. Si elle ne l’a pas retirée dans les quinze jours : le jour de la première présentation.',
                ),
                requis: true,
              },
            ]}
          />
        </Repli>
      ) : null}
      {peut('lever_complement') ? (
        <Repli titre={t('Continuer sans attendre la réponse')}>
          <p>
            {t(
              'L’absence d’une pièce ne suspend pas l’instruction, sauf si cette pièce est indispensable (CRPA, art. L. 114-5-1). La personne en est prévenue.',
            )}
          </p>
          <FormulaireDeclare
            action={faireLever}
            dossier={dossier}
            bouton={t('Lever la demande de complément')}
            secondaire
            champs={[{ sorte: 'long', nom: 'motifLevee', libelle: t('Pourquoi'), lignes: 2, requis: true }]}
          />
        </Repli>
      ) : null}
    </div>
  );
}

type Props = { complements: readonly ComplementLu[]; agit: Agit | null; jour: Jour | null };

/** `agit`, `jour`: null when the dossier is only read (exceptional opening). */
export function Complements({ complements, agit, jour }: Props) {
  if (!complements.length) return null;
  return (
    <section aria-labelledby="complements-titre">
      <h2 className="fr-h5" id="complements-titre">
        {t('Demandes de complément')}
      </h2>
      {complements.map((c, i) => (
        <Repli
          key={c.id}
          ouvert={i === 0}
          titre={
            <>
              {t('Du {date}, par {agent}', { date: dateLisible(c.demandeLe), agent: c.par })} {etatDe(c)}
            </>
          }
        >
          {jour && estOuvert(c) ? <Delai complement={c} jour={jour} /> : null}
          {c.reponduLe ? <p>{t('Réponse reçue le {date}.', { date: instantLisible(c.reponduLe) })}</p> : null}
          {c.leveLe ? <p>{t('Levée le {date} : l’examen continue sans la réponse.', { date: instantLisible(c.leveLe) })}</p> : null}
          {c.prolongation && estOuvert(c) ? <Prolongation prolongation={c.prolongation} /> : null}
          {c.items.map((item, j) => (
            <Item key={item.id} item={item} groupe={item.groupe === c.items[j - 1]?.groupe ? null : item.groupe} agit={agit} />
          ))}
          {c.message ? <p>{t('Message à l’agent : {message}', { message: c.message })}</p> : null}
          {agit && estOuvert(c) ? <Attente complement={c} agit={agit} /> : null}
        </Repli>
      ))}
    </section>
  );
}
