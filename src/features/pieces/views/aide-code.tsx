// Where a number checked by a provider comes from, and, out of the official portal, one that the simulator accepts.
import type { ReactNode } from 'react';
import { codesDeDemonstration } from '#adapters/ephoto/simulateur.ts';
import { timbreDeDemonstration } from '#adapters/timbre/simulateur.ts';
import type { Fournisseur } from '#domain/procedure/definition.ts';
import { enEuros } from '#domain/tarif/montant.ts';
import { lien } from '#features/configuration/liens/catalogue.ts';
import { env } from '#platform/env.ts';
import { t } from '#ui/langue/t.ts';

type Aide = {
  numero: string;
  /** how one gets the number; `montant`: cents to be paid */
  origine: (montant: number | undefined) => ReactNode;
  demonstration: (montant: number | undefined) => string;
};

/** One line per provider. */
const AIDES: Readonly<Record<Fournisseur, Aide>> = {
  ephoto: {
    numero: '21, 22 ou 32 lettres et chiffres, avec ou sans espaces.',
    origine: () => (
      <p>
        {t('Si vous n’en disposez pas,')}{' '}
        <a href={lien('photographesAgrees')}>{t('vous pouvez localiser un service photo et signature numériques en suivant ce lien')}</a>.
      </p>
    ),
    demonstration: () => codesDeDemonstration.find((c) => c.verdict === 'valide')?.numero ?? '',
  },
  timbre: {
    numero: '16 chiffres, avec ou sans espaces.',
    origine: (montant) => (
      <p>
        {montant === undefined ? null : (
          <>
            <strong>{t('Montant à payer : {montant}.', { montant: enEuros(montant) })}</strong>{' '}
          </>
        )}
        <a href={lien('timbreFiscal')}>{t('Acheter un timbre fiscal électronique')}</a>
      </p>
    ),
    demonstration: (montant) => timbreDeDemonstration(montant ?? 50_00),
  },
};

export const aideDuNumero = (fournisseur: Fournisseur): string => t(AIDES[fournisseur].numero);

export function AideDuCode({ fournisseur, montant }: { fournisseur: Fournisseur; montant: number | undefined }) {
  const aide = AIDES[fournisseur];
  return (
    <>
      {aide.origine(montant)}
      {env().PORTAIL_OFFICIEL ? null : (
        <p className="fr-hint-text">
          {t('Démonstration : utilisez le numéro')} <span className="portail-numero">{aide.demonstration(montant)}</span>.
        </p>
      )}
    </>
  );
}
