'use client';
// The gestures that give many dossiers at once: a choice or two, a button, and what became of each.
import { useActionState } from 'react';
import { type Action, FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { ResumeErreurs } from '#ui/feedback/resume-erreurs.tsx';
import { ChampChoix, type Option } from '#ui/fields/choix.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { ResultatsDuLot } from './resultats.tsx';

type Choix = { nom: string; libelle: string; options: readonly Option[]; invite?: string; requis?: boolean };
type Props = { action: Action; caches?: Readonly<Record<string, string>>; choix?: readonly Choix[]; bouton: string; secondaire?: boolean };

export function GesteDeDistribution({ action, caches = {}, choix = [], bouton, secondaire = false }: Props) {
  const t = useT();
  const [etat, envoyer, enCours] = useActionState(action, FORMULAIRE_VIDE);
  return (
    <form className="agent-formulaire" action={envoyer} noValidate>
      <ResumeErreurs
        erreurs={Object.entries(etat.erreurs).map(([champ, message]) => ({ champ, message: t(message) }))}
        general={etat.faute ? t('Une erreur est survenue de notre côté. Numéro à citer : {faute}', { faute: etat.faute }) : etat.general}
        envoi={etat}
      />
      {etat.resultats ? <ResultatsDuLot resultats={etat.resultats} /> : null}
      {Object.entries(caches).map(([nom, valeur]) => (
        <input key={nom} type="hidden" name={nom} value={valeur} />
      ))}
      {choix.map((c) => (
        <ChampChoix key={c.nom} {...c} erreur={etat.erreurs[c.nom] ? t(etat.erreurs[c.nom] ?? '') : undefined} t={t} />
      ))}
      <button className={secondaire ? 'fr-btn fr-btn--secondary' : 'fr-btn'} type="submit" disabled={enCours}>
        {bouton}
      </button>
    </form>
  );
}
