'use client';
import { MESSAGE_MAXIMUM } from '#domain/assistance/ticket.ts';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { ChampCase } from '#ui/fields/case.tsx';
import { ChampChoix, type Option } from '#ui/fields/choix.tsx';
import { Formulaire } from '#ui/fields/formulaire.tsx';
import { ChampTexteLong } from '#ui/fields/texte-long.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { clore, constater, repondre, transmettreTicket } from '../actions.ts';

type Lu = { ticket: string; version: number };

/** `prefecture`: the one that the person named. */
type VersPrefecture = Lu & { prefectures: readonly Option[]; prefecture: string | null };

function Vu({ ticket, version }: Lu) {
  return (
    <>
      <input type="hidden" name="ticket" value={ticket} />
      <input type="hidden" name="version" value={version} />
    </>
  );
}

export function FormulaireRepondre(lu: Lu) {
  const t = useT();
  return (
    <Formulaire action={repondre} initial={FORMULAIRE_VIDE}>
      {(_etat, enCours, champs) => (
        <>
          <Vu {...lu} />
          <ChampTexteLong
            {...champs.texte('texte')}
            libelle={t('Réponse')}
            aide={t('Elle part par courrier électronique, et reste dans les échanges. Ne demandez jamais de mot de passe.')}
            maxLength={MESSAGE_MAXIMUM}
            requis
          />
          <ChampCase nom="clore" libelle={t('Clore le ticket avec cette réponse')} t={t} />
          <button type="submit" className="fr-btn" aria-disabled={enCours}>
            {t('Répondre')}
          </button>
        </>
      )}
    </Formulaire>
  );
}

export function FormulaireEtat({ clos, ...lu }: Lu & { clos: boolean }) {
  const t = useT();
  return (
    <Formulaire action={clore} initial={FORMULAIRE_VIDE}>
      {(_etat, enCours) => (
        <>
          <Vu {...lu} />
          <input type="hidden" name="etat" value={clos ? 'ouvert' : 'clos'} />
          <button type="submit" className="fr-btn fr-btn--secondary" aria-disabled={enCours}>
            {clos ? t('Rouvrir le ticket') : t('Clore sans répondre')}
          </button>
        </>
      )}
    </Formulaire>
  );
}

export function FormulaireTransmettre({ prefectures, prefecture, ...lu }: VersPrefecture) {
  const t = useT();
  return (
    <Formulaire action={transmettreTicket} initial={FORMULAIRE_VIDE}>
      {(_etat, enCours, champs) => (
        <>
          <Vu {...lu} />
          <ChampChoix
            {...champs.texte('prefecture', prefecture ?? '')}
            libelle={t('Préfecture qui verra ce ticket')}
            options={prefectures}
            requis
          />
          <button type="submit" className="fr-btn fr-btn--secondary" aria-disabled={enCours}>
            {t('Transmettre')}
          </button>
        </>
      )}
    </Formulaire>
  );
}

export function FormulaireImpossibilite({ prefectures, prefecture, ...lu }: VersPrefecture) {
  const t = useT();
  return (
    <Formulaire action={constater} initial={FORMULAIRE_VIDE}>
      {(_etat, enCours, champs) => (
        <>
          <Vu {...lu} />
          <ChampTexteLong
            {...champs.texte('motif')}
            libelle={t('Ce qui empêche le dépôt en ligne')}
            aide={t('La personne lira ce motif. Il doit venir du service, pas d’une pièce manquante.')}
            maxLength={500}
            rows={3}
            requis
          />
          <ChampChoix
            {...champs.texte('guichet', prefecture ?? '')}
            libelle={t('Préfecture qui recevra la personne à son guichet')}
            options={prefectures}
            requis
          />
          <button type="submit" className="fr-btn" aria-disabled={enCours}>
            {t('Constater l’impossibilité')}
          </button>
        </>
      )}
    </Formulaire>
  );
}
