'use client';
// One slot to choose, in a list by day: works with a keyboard, on a telephone, without scripts.
import { type Action, FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { ChampChoix, type GroupeOptions } from '#ui/fields/choix.tsx';
import { Formulaire } from '#ui/fields/formulaire.tsx';
import { useT } from '#ui/langue/use-t.tsx';

type Props = {
  action: Action;
  caches: Readonly<Record<string, string>>;
  groupes: readonly GroupeOptions[];
  libelle: string;
  bouton: string;
  secondaire?: boolean;
};

export function FormulaireCreneau({ action, caches, groupes, libelle, bouton, secondaire = false }: Props) {
  const t = useT();
  return (
    <Formulaire action={action} initial={FORMULAIRE_VIDE} className="agent-formulaire portail-formulaire">
      {(_etat, enCours, champs) => (
        <>
          {Object.entries(caches).map(([nom, valeur]) => (
            <input key={nom} type="hidden" name={nom} value={valeur} />
          ))}
          <ChampChoix
            {...champs.texte('creneau')}
            libelle={libelle}
            options={[]}
            groupes={groupes}
            invite={t('Choisir un créneau')}
            requis
          />
          <button className={secondaire ? 'fr-btn fr-btn--secondary' : 'fr-btn'} type="submit" disabled={enCours}>
            {bouton}
          </button>
        </>
      )}
    </Formulaire>
  );
}
