'use client';
import { MESSAGE_MAXIMUM } from '#domain/assistance/ticket.ts';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { Formulaire } from '#ui/fields/formulaire.tsx';
import { ChampTexte } from '#ui/fields/texte.tsx';
import { ChampTexteLong } from '#ui/fields/texte-long.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { demanderLien, ouvrirSuivi, repondreTicket, repondreVisiteur } from '../actions.ts';

/** `ticket`: in the space of its compte; absent: during a visit. */
export function FormulaireReponse({ ticket, clos }: { ticket?: string; clos: boolean }) {
  const t = useT();
  return (
    <Formulaire action={ticket ? repondreTicket : repondreVisiteur} initial={FORMULAIRE_VIDE}>
      {(_etat, enCours, champs) => (
        <>
          {ticket ? <input type="hidden" name="ticket" value={ticket} /> : null}
          <ChampTexteLong
            {...champs.texte('texte')}
            libelle={t('Votre message')}
            aide={clos ? t('Ce ticket est clos : votre message le rouvrira.') : undefined}
            maxLength={MESSAGE_MAXIMUM}
            requis
          />
          <button type="submit" className="fr-btn" aria-disabled={enCours}>
            {t('Envoyer')}
          </button>
        </>
      )}
    </Formulaire>
  );
}

export function FormulaireOuvrir({ jeton }: { jeton: string }) {
  const t = useT();
  return (
    <Formulaire action={ouvrirSuivi} initial={FORMULAIRE_VIDE}>
      {(_etat, enCours) => (
        <>
          <input type="hidden" name="jeton" value={jeton} />
          <button type="submit" className="fr-btn" aria-disabled={enCours}>
            {t('Ouvrir mes échanges')}
          </button>
        </>
      )}
    </Formulaire>
  );
}

export function FormulaireLien() {
  const t = useT();
  return (
    <Formulaire action={demanderLien} initial={FORMULAIRE_VIDE}>
      {(_etat, enCours, champs) => (
        <>
          <ChampTexte
            {...champs.texte('numero')}
            libelle={t('Numéro du ticket')}
            aide={t('Exemple : 2026-004217')}
            autoComplete="off"
            requis
          />
          <ChampTexte
            {...champs.texte('email')}
            type="email"
            libelle={t('Adresse électronique donnée dans le formulaire')}
            autoComplete="email"
            requis
          />
          <button type="submit" className="fr-btn" aria-disabled={enCours}>
            {t('Recevoir un nouveau lien')}
          </button>
        </>
      )}
    </Formulaire>
  );
}
