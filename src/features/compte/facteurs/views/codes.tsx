'use client';
// Ten recovery codes, in the answer of the very post that drew them: a page read again does not show them.
import { type Action, FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { Formulaire } from '#ui/fields/formulaire.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { useVivant } from './bouton-cle.tsx';
import { Confirmation } from './confirmation.tsx';

function Liste({ codes, suite }: { codes: readonly string[]; suite: string }) {
  const t = useT();
  const vivant = useVivant();
  return (
    <>
      <Alerte ton="warning" annoncer>
        {t('Imprimez ou recopiez ces codes maintenant : ils ne seront plus montrés.')}
      </Alerte>
      <ol className="portail-codes" aria-label={t('Codes de secours')}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p className="portail-sans-impression">
        {t('Chaque code sert une fois. Gardez-les ailleurs que sur le téléphone qu’ils remplacent.')}
      </p>
      <p className="portail-actions portail-sans-impression">
        {vivant ? (
          <button type="button" className="fr-btn fr-btn--secondary" onClick={() => window.print()}>
            {t('Imprimer')}
          </button>
        ) : null}
        <a className="fr-btn" href={suite}>
          {t('J’ai gardé mes codes, continuer')}
        </a>
      </p>
    </>
  );
}

type Props = { action: Action; defi: Action; restants: number; suite: string; plusTard: boolean };

export function FormulaireCodes({ action, defi, restants, suite, plusTard }: Props) {
  const t = useT();
  return (
    <Formulaire action={action} initial={FORMULAIRE_VIDE}>
      {(etat, enCours) =>
        etat.codes ? (
          <Liste codes={etat.codes} suite={suite} />
        ) : (
          <>
            <Confirmation etat={etat} defi={defi} />
            <p className="portail-actions">
              <button type="submit" className="fr-btn" disabled={enCours}>
                {restants > 0 ? t('Remplacer mes codes de secours') : t('Créer mes codes de secours')}
              </button>
              {plusTard ? (
                <a className="fr-btn fr-btn--tertiary" href={suite}>
                  {t('Plus tard')}
                </a>
              ) : null}
            </p>
          </>
        )
      }
    </Formulaire>
  );
}
