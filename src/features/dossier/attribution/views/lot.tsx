'use client';
// One gesture on the dossiers ticked in the list (the boxes name this form). Without scripts: a plain post, the same page comes back.
import { useActionState } from 'react';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { ResumeErreurs } from '#ui/feedback/resume-erreurs.tsx';
import { ChampChoix, type Option } from '#ui/fields/choix.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { faireLot } from '../actions.ts';
import type { Geste } from '../schema.ts';
import { ResultatsDuLot } from './resultats.tsx';

const LIBELLE: Readonly<Record<Geste, string>> = {
  prendre_en_charge: 'Prendre en charge',
  suivre: 'Suivre',
  ne_plus_suivre: 'Ne plus suivre',
  attribuer: 'Attribuer à un agent',
  retirer_a_l_agent: 'Retirer à leur agent',
};

/** `vide`: no line to tick; what a batch did just before stays told. */
type Props = { gestes: readonly Geste[]; agents: readonly Option[]; vide: boolean };

export function LotCorbeille({ gestes, agents, vide }: Props) {
  const t = useT();
  const [etat, envoyer, enCours] = useActionState(faireLot, FORMULAIRE_VIDE);
  const dite = (champ: string) => (etat.erreurs[champ] ? t(etat.erreurs[champ]) : undefined);
  return (
    <form id="lot" className="agent-lot" action={envoyer} noValidate aria-label={t('Dossiers cochés')}>
      <ResumeErreurs
        erreurs={Object.entries(etat.erreurs).map(([champ, message]) => ({
          champ: champ === 'agent' ? 'lot-agent' : champ,
          message: t(message),
        }))}
        general={etat.faute ? t('Une erreur est survenue de notre côté. Numéro à citer : {faute}', { faute: etat.faute }) : etat.general}
        envoi={etat}
      />
      {etat.resultats ? <ResultatsDuLot resultats={etat.resultats} /> : null}
      {vide ? null : (
        <div className="administration-filtres">
          <ChampChoix
            nom="geste"
            libelle={t('Pour les dossiers cochés')}
            invite={t('Choisir un geste')}
            options={gestes.map((g) => ({ valeur: g, libelle: t(LIBELLE[g]) }))}
            erreur={dite('geste')}
            t={t}
          />
          {agents.length ? <ChampAgent agents={agents} erreur={dite('agent')} /> : null}
          <button type="submit" className="fr-btn" disabled={enCours}>
            {t('Appliquer')}
          </button>
        </div>
      )}
    </form>
  );
}

/** Not the `agent` of the filters, which is on the same page: its own id. */
function ChampAgent({ agents, erreur }: { agents: readonly Option[]; erreur: string | undefined }) {
  const t = useT();
  return (
    <div className={erreur ? 'fr-select-group fr-select-group--error' : 'fr-select-group'}>
      <label className="fr-label" htmlFor="lot-agent">
        {t('Agent, pour une attribution')}
      </label>
      <select
        className="fr-select"
        id="lot-agent"
        name="agent"
        defaultValue=""
        aria-invalid={erreur ? true : undefined}
        aria-describedby={erreur ? 'lot-agent-erreur' : undefined}
      >
        <option value="">{t('Sélectionner une option')}</option>
        {agents.map((a) => (
          <option key={a.valeur} value={a.valeur}>
            {a.libelle}
          </option>
        ))}
      </select>
      {erreur ? (
        <p className="fr-message fr-message--error" id="lot-agent-erreur">
          {erreur}
        </p>
      ) : null}
    </div>
  );
}
