'use client';
// The attestations of the dossiers ticked in the list (the boxes name this form). Without scripts: a plain post, the same page comes back.
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { Formulaire } from '#ui/fields/formulaire.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { faireDelivrer } from '../attestations/actions.ts';

export function LotAttestations() {
  const t = useT();
  return (
    <Formulaire action={faireDelivrer} initial={FORMULAIRE_VIDE} id="lot" className="agent-lot" nom={t('Dossiers cochés')}>
      {(_etat, enCours) => (
        <p>
          <button type="submit" className="fr-btn" disabled={enCours}>
            {t('Délivrer les attestations des dossiers cochés')}
          </button>
        </p>
      )}
    </Formulaire>
  );
}
