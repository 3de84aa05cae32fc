'use client';
// The attestations of the dossiers ticked in the list (the boxes name this form). Without scripts: a plain post, the same page comes back.
import { useActionState } from 'react';
import { ResultatsDuLot } from '#features/dossier/attribution/views/resultats.tsx';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { ResumeErreurs } from '#ui/feedback/resume-erreurs.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { faireDelivrer } from '../attestations/actions.ts';

export function LotAttestations() {
  const t = useT();
  const [etat, envoyer, enCours] = useActionState(faireDelivrer, FORMULAIRE_VIDE);
  return (
    <form id="lot" className="agent-lot" action={envoyer} noValidate aria-label={t('Dossiers cochés')}>
      <ResumeErreurs
        erreurs={Object.entries(etat.erreurs).map(([champ, message]) => ({ champ, message: t(message) }))}
        general={etat.faute ? t('Une erreur est survenue de notre côté. Numéro à citer : {faute}', { faute: etat.faute }) : etat.general}
        envoi={etat}
      />
      {etat.resultats ? <ResultatsDuLot resultats={etat.resultats} /> : null}
      <p>
        <button type="submit" className="fr-btn" disabled={enCours}>
          {t('Délivrer les attestations des dossiers cochés')}
        </button>
      </p>
    </form>
  );
}
