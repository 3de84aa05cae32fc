'use client';
// One gesture on the dossiers ticked in the list (the boxes name this form). Without scripts: a plain post, the same page comes back.
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { ChampChoix, type Option } from '#ui/fields/choix.tsx';
import { Formulaire } from '#ui/fields/formulaire.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { faireLot } from '../actions.ts';
import type { Geste } from '../schema.ts';

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
  return (
    <Formulaire action={faireLot} initial={FORMULAIRE_VIDE} id="lot" className="agent-lot" nom={t('Dossiers cochés')}>
      {({ erreurs }, enCours) =>
        vide ? null : (
          <div className="administration-filtres">
            <ChampChoix
              nom="geste"
              libelle={t('Pour les dossiers cochés')}
              invite={t('Choisir un geste')}
              options={gestes.map((g) => ({ valeur: g, libelle: t(LIBELLE[g]) }))}
              erreur={erreurs.geste && t(erreurs.geste)}
              t={t}
            />
            {agents.length ? (
              <ChampChoix
                nom="pour"
                libelle={t('Agent, pour une attribution')}
                options={agents}
                erreur={erreurs.pour && t(erreurs.pour)}
                t={t}
              />
            ) : null}
            <button type="submit" className="fr-btn" disabled={enCours}>
              {t('Appliquer')}
            </button>
          </div>
        )
      }
    </Formulaire>
  );
}
