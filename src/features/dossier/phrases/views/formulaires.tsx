'use client';
import { libelleUsage, USAGES_PHRASE, type UsagePhrase } from '#domain/dossier/phrases.ts';
import { FormulaireAgent } from '#features/formulaires/views/agent.tsx';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { ChampChoix } from '#ui/fields/choix.tsx';
import { Formulaire } from '#ui/fields/formulaire.tsx';
import { ChampRadios } from '#ui/fields/radios.tsx';
import { ChampTexteLong } from '#ui/fields/texte-long.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { faireGarderPhrase, faireModifierPhrase, faireRetirerPhrase } from '../actions.ts';

type Props = {
  /** absent: one more */
  phrase?: { id: string; usage: UsagePhrase; texte: string };
  tientLaPrefecture: boolean;
};

export function FormulairePhrase({ phrase, tientLaPrefecture }: Props) {
  const t = useT();
  return (
    <FormulaireAgent
      action={phrase ? faireModifierPhrase : faireGarderPhrase}
      caches={phrase && { phrase: phrase.id }}
      bouton={phrase ? t('Enregistrer la phrase') : t('Garder la phrase')}
    >
      {(champs) => (
        <>
          <ChampChoix
            {...champs.texte('usage', phrase?.usage)}
            libelle={t('À quoi sert cette phrase ?')}
            requis
            options={USAGES_PHRASE.map((u) => ({ valeur: u, libelle: t(libelleUsage(u)) }))}
          />
          <ChampTexteLong
            {...champs.texte('texte', phrase?.texte)}
            libelle={t('Phrase')}
            aide={t('La personne la lira : dites ce qui ne va pas et ce qu’elle doit faire.')}
            requis
            rows={4}
          />
          {!phrase && tientLaPrefecture ? (
            <ChampRadios
              {...champs.texte('pour', 'moi')}
              libelle={t('Pour qui ?')}
              options={[
                { valeur: 'moi', libelle: t('Pour moi') },
                { valeur: 'prefecture', libelle: t('Pour toute la préfecture') },
              ]}
            />
          ) : null}
        </>
      )}
    </FormulaireAgent>
  );
}

export function RetirerPhrase({ id, texte }: { id: string; texte: string }) {
  const t = useT();
  return (
    <Formulaire action={faireRetirerPhrase} initial={FORMULAIRE_VIDE}>
      {(_etat, enCours) => (
        <>
          <input type="hidden" name="phrase" value={id} />
          <button className="fr-btn fr-btn--sm fr-btn--tertiary" type="submit" disabled={enCours}>
            {t('Retirer')}
            <span className="fr-sr-only"> {t('la phrase « {texte} »', { texte })}</span>
          </button>
        </>
      )}
    </Formulaire>
  );
}
