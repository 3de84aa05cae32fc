// Withdrawing one's request: what it entails in plain words, then a confirmation (C33).
import { phraseDuRefus } from '#domain/refusals.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import type { Retrait } from '../queries.ts';
import { FormulaireRetrait } from './formulaire-retrait.tsx';

export function VueRetrait({ id, numero, nom, statut, empechement, rendezVous }: Retrait) {
  const parents = [
    { libelle: t('Mon compte'), href: '/mon-compte' },
    { libelle: t('Demande n° {numero}', { numero }), href: `/mon-compte/dossiers/${id}` },
  ];
  return (
    <Page titre={t('Retirer ma demande')} parents={parents} largeur="texte">
      <p>
        {t(nom)}, {t('demande n°')} <strong className="portail-numero">{numero}</strong>
      </p>
      {empechement ? (
        <Alerte ton="info" titre={t('Cette demande ne peut pas être retirée')} niveau="h2">
          <p>
            {empechement === 'statut_incompatible'
              ? t('On ne retire qu’une demande en cours. Celle-ci : {statut}.', { statut: t(statut) })
              : t(phraseDuRefus(empechement))}
          </p>
        </Alerte>
      ) : (
        <>
          <h2 className="fr-h5">{t('Ce que le retrait entraîne')}</h2>
          <ul>
            <li>{t('L’examen de votre demande s’arrête tout de suite : aucune décision ne sera prise.')}</li>
            <li>
              {t(
                'Si une attestation de prolongation de l’instruction vous a été délivrée, elle n’est plus valable : elle ne justifie plus de votre droit au séjour ni de votre droit au travail.',
              )}
            </li>
            <li>{t('Si vous restez en France, vérifiez que vous avez un titre de séjour ou un visa en cours de validité.')}</li>
            {rendezVous > 0 ? <li>{t('Vos rendez-vous à venir pour cette demande sont annulés.')}</li> : null}
            <li>{t('Vous n’avez aucune taxe à payer.')}</li>
            <li>
              {t('Vos documents sont gardés le temps prévu par la loi, puis effacés. Vous retrouverez cette demande dans « Mon compte ».')}
            </li>
            <li>{t('Un retrait ne s’annule pas. Vous pourrez déposer une nouvelle demande, qui sera examinée depuis le début.')}</li>
          </ul>
          <FormulaireRetrait dossierId={id} />
        </>
      )}
      <p>
        <a className="fr-link portail-majuscules" href={`/mon-compte/dossiers/${id}`}>
          {t('< Retour à ma demande')}
        </a>
      </p>
    </Page>
  );
}
