'use client';
// What narrows the queue: one GET form, so the address keeps it all and nothing needs a script. A component of the browser only so that
// its options travel once, as texts.
import { ChampCase } from '#ui/fields/case.tsx';
import { ChampChoix, type Option } from '#ui/fields/choix.tsx';
import { ChampTexte } from '#ui/fields/texte.tsx';
import { useT } from '#ui/langue/use-t.tsx';

type Props = {
  onglet: string;
  procedures: readonly Option[];
  agents: readonly Option[];
  /** only for who has dossiers in charge */
  peutAvoirEnCharge: boolean;
  choisis: { procedure: string; agent: string; retard: boolean; suivis: boolean; du: string; au: string; tri: string };
};

export function FiltresCorbeille({ onglet, procedures, agents, peutAvoirEnCharge, choisis }: Props) {
  const t = useT();
  return (
    <form action="/instruction">
      <input type="hidden" name="onglet" value={onglet} />
      <div className="administration-filtres">
        <ChampChoix
          nom="procedure"
          libelle={t('Procédure')}
          options={procedures}
          defaultValue={choisis.procedure}
          invite={t('Toutes')}
          t={t}
        />
        {peutAvoirEnCharge ? (
          <ChampChoix
            nom="agent"
            libelle={t('En charge')}
            invite={t('Tous les agents')}
            defaultValue={choisis.agent}
            options={[
              { valeur: 'moi', libelle: t('À moi ou à ceux que je remplace') },
              { valeur: 'remplaces', libelle: t('À ceux que je remplace') },
              { valeur: 'personne', libelle: t('À personne') },
            ]}
            groupes={[{ libelle: t('Un agent'), options: agents }]}
            t={t}
          />
        ) : null}
        <ChampChoix
          nom="tri"
          libelle={t('Ordre')}
          invite={t('Le plus urgent d’abord')}
          defaultValue={choisis.tri}
          options={[
            { valeur: 'depot', libelle: t('Le plus ancien dépôt d’abord') },
            { valeur: 'recent', libelle: t('Le plus récent dépôt d’abord') },
          ]}
          t={t}
        />
      </div>
      <div className="administration-filtres">
        <ChampTexte nom="du" type="date" libelle={t('Déposés du')} defaultValue={choisis.du} t={t} />
        <ChampTexte nom="au" type="date" libelle={t('Au')} defaultValue={choisis.au} t={t} />
        <ChampCase nom="retard" value="1" libelle={t('En retard seulement')} defaultChecked={choisis.retard} t={t} />
        {peutAvoirEnCharge ? (
          <ChampCase nom="suivis" value="1" libelle={t('Ceux que je suis')} defaultChecked={choisis.suivis} t={t} />
        ) : null}
      </div>
      <p className="portail-actions">
        <button type="submit" className="fr-btn">
          {t('Filtrer')}
        </button>
        <a className="fr-btn fr-btn--secondary" href={`/instruction?onglet=${onglet}`}>
          {t('Tout montrer')}
        </a>
      </p>
    </form>
  );
}
