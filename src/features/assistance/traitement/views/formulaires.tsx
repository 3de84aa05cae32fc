'use client';
import { MESSAGE_MAXIMUM } from '#domain/assistance/ticket.ts';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { ChampCase } from '#ui/fields/case.tsx';
import { ChampChoix, type Option } from '#ui/fields/choix.tsx';
import { Formulaire, texteSaisi } from '#ui/fields/formulaire.tsx';
import { ChampTexteLong } from '#ui/fields/texte-long.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { clore, constater, repondre, transmettreTicket } from '../actions.ts';

type Lu = { ticket: string; version: number };

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
      {(etat, enCours) => (
        <>
          <Vu {...lu} />
          <ChampTexteLong
            nom="texte"
            libelle={t('Réponse')}
            aide={t('Elle part par courrier électronique, et reste dans les échanges. Ne demandez jamais de mot de passe.')}
            erreur={etat.erreurs.texte && t(etat.erreurs.texte)}
            defaultValue={texteSaisi(etat, 'texte')}
            maxLength={MESSAGE_MAXIMUM}
            requis
            t={t}
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

export function FormulaireTransmettre({
  prefectures,
  prefecture,
  ...lu
}: Lu & { prefectures: readonly Option[]; prefecture: string | null }) {
  const t = useT();
  return (
    <Formulaire action={transmettreTicket} initial={FORMULAIRE_VIDE}>
      {(etat, enCours) => (
        <>
          <Vu {...lu} />
          <ChampChoix
            nom="prefecture"
            libelle={t('Préfecture qui verra ce ticket')}
            options={prefectures}
            erreur={etat.erreurs.prefecture && t(etat.erreurs.prefecture)}
            defaultValue={texteSaisi(etat, 'prefecture') ?? prefecture ?? ''}
            requis
            t={t}
          />
          <button type="submit" className="fr-btn fr-btn--secondary" aria-disabled={enCours}>
            {t('Transmettre')}
          </button>
        </>
      )}
    </Formulaire>
  );
}

export function FormulaireImpossibilite({
  prefectures,
  prefecture,
  ...lu
}: Lu & { prefectures: readonly Option[]; prefecture: string | null }) {
  const t = useT();
  return (
    <Formulaire action={constater} initial={FORMULAIRE_VIDE}>
      {(etat, enCours) => (
        <>
          <Vu {...lu} />
          <ChampTexteLong
            nom="motif"
            libelle={t('Ce qui empêche le dépôt en ligne')}
            aide={t('La personne lira ce motif. Il doit venir du service, pas d’une pièce manquante.')}
            erreur={etat.erreurs.motif && t(etat.erreurs.motif)}
            defaultValue={texteSaisi(etat, 'motif')}
            maxLength={500}
            rows={3}
            requis
            t={t}
          />
          <ChampChoix
            nom="guichet"
            libelle={t('Préfecture qui recevra la personne à son guichet')}
            options={prefectures}
            erreur={etat.erreurs.guichet && t(etat.erreurs.guichet)}
            defaultValue={texteSaisi(etat, 'guichet') ?? prefecture ?? ''}
            requis
            t={t}
          />
          <button type="submit" className="fr-btn" aria-disabled={enCours}>
            {t('Constater l’impossibilité')}
          </button>
        </>
      )}
    </Formulaire>
  );
}
