'use client';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { ChampChoix } from '#ui/fields/choix.tsx';
import { Formulaire } from '#ui/fields/formulaire.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { faireClasser, faireReprendre, faireVerser } from '../actions.ts';
import type { PlaceDePiece } from '../queries.ts';

export function BoutonReprendre({ dossierId, message }: { dossierId: string; message: string }) {
  const t = useT();
  return (
    <Formulaire action={faireReprendre} initial={FORMULAIRE_VIDE}>
      {(_etat, enCours) => (
        <>
          <input type="hidden" name="dossier" value={dossierId} />
          <input type="hidden" name="message" value={message} />
          <button type="submit" className="fr-btn fr-btn--secondary fr-btn--sm" aria-disabled={enCours}>
            {t('Reprendre ce message')}
          </button>
        </>
      )}
    </Formulaire>
  );
}

export function BoutonClasser({ dossierId }: { dossierId: string }) {
  const t = useT();
  return (
    <Formulaire action={faireClasser} initial={FORMULAIRE_VIDE}>
      {(_etat, enCours) => (
        <>
          <input type="hidden" name="dossier" value={dossierId} />
          <button type="submit" className="fr-btn fr-btn--secondary" aria-disabled={enCours}>
            {t('Rien à répondre')}
          </button>
        </>
      )}
    </Formulaire>
  );
}

type Verser = { dossier: { id: string; version: number }; fichier: string; places: readonly PlaceDePiece[]; choisie: string };

/** A file that the person added becomes a version of a piece. */
export function FormulaireVerser({ dossier, fichier, places, choisie }: Verser) {
  const t = useT();
  return (
    <details className="portail-repli">
      <summary>{t('Verser à une pièce')}</summary>
      <div className="portail-repli__corps">
        <Formulaire action={faireVerser} initial={FORMULAIRE_VIDE} id={`verser-${fichier}`}>
          {(etat, enCours) => (
            <>
              <input type="hidden" name="dossier" value={dossier.id} />
              <input type="hidden" name="version" value={dossier.version} />
              <input type="hidden" name="fichier" value={fichier} />
              <ChampChoix
                nom="place"
                libelle={t('Pièce')}
                aide={t('La version actuelle est gardée, et la pièce attend un nouvel avis.')}
                options={places}
                defaultValue={choisie}
                erreur={etat.erreurs.place && t(etat.erreurs.place)}
                requis
                t={t}
              />
              <button type="submit" className="fr-btn fr-btn--secondary fr-btn--sm" aria-disabled={enCours}>
                {t('Verser')}
              </button>
            </>
          )}
        </Formulaire>
      </div>
    </details>
  );
}
