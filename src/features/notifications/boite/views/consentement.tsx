'use client';
// The agreement to be notified electronically (D-07, CRPA R.112-17): what it changes is said before it is given, and it is revocable.
import { useActionState } from 'react';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { ResumeErreurs } from '#ui/feedback/resume-erreurs.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { Instant } from '#ui/layout/instant.tsx';
import { choisirConsentement } from '../actions.ts';

type Props = { consentement: { le: Date | null; finLe: Date | null }; vientDeChanger: boolean };

function Etat({ le, finLe }: Props['consentement']) {
  const t = useT();
  if (le && !finLe)
    return (
      <p>
        {t('Vous avez accepté, le')} <Instant le={le} precis t={t} />
        {t(
          ', de recevoir vos notifications par voie électronique. Un message que vous n’ouvrez pas dans les quinze jours est réputé reçu le jour où il a été mis à votre disposition.',
        )}
      </p>
    );
  return (
    <p>
      {finLe ? (
        <>
          {t('Vous avez retiré votre accord le')} <Instant le={finLe} precis t={t} />.{' '}
        </>
      ) : (
        <>{t('Vous n’avez pas donné votre accord.')} </>
      )}
      {t(
        'Vos messages restent lisibles ici. Un message que vous n’avez pas ouvert n’est pas réputé reçu : l’administration vous l’envoie par lettre recommandée avant de clôturer une demande.',
      )}
    </p>
  );
}

export function ConsentementNotifications({ consentement, vientDeChanger }: Props) {
  const t = useT();
  const [etat, action, enCours] = useActionState(choisirConsentement, FORMULAIRE_VIDE);
  const estActif = consentement.le !== null && consentement.finLe === null;
  return (
    <section aria-labelledby="consentement">
      <h2 id="consentement">{t('Notifications électroniques')}</h2>
      {vientDeChanger ? (
        <Alerte ton="success" annoncer>
          {estActif ? t('Votre accord est enregistré.') : t('Le retrait de votre accord est enregistré.')}
        </Alerte>
      ) : null}
      <Etat {...consentement} />
      <form action={action}>
        <ResumeErreurs
          erreurs={[]}
          general={etat.faute ? t('Une erreur est survenue de notre côté. Numéro à citer : {n}', { n: etat.faute }) : etat.general}
        />
        <button className="fr-btn fr-btn--secondary" type="submit" name="accepte" value={estActif ? 'non' : 'oui'} disabled={enCours}>
          {estActif ? t('Retirer mon accord') : t('Donner mon accord')}
        </button>
      </form>
    </section>
  );
}
