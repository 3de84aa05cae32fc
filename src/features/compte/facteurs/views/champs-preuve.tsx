'use client';
import type { ReactNode } from 'react';
import type { Action, Moyens } from '#guard/formulaire.ts';
import { ChampMotDePasse } from '#ui/fields/mot-de-passe.tsx';
import { ChampTexte } from '#ui/fields/texte.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { BoutonCle, signerDefi } from './bouton-cle.tsx';

type Props = {
  moyens: Moyens;
  erreurs: Record<string, string>;
  defi: Action;
  /** the button of the form, when it stands right under what is typed */
  children?: ReactNode;
};

/** What a person proves themselves with, among what they have. The fields are those that the guard reads: `preuve.…`. */
export function ChampsPreuve({ moyens, erreurs, defi, children }: Props) {
  const t = useT();
  return (
    <>
      {moyens.code ? (
        <ChampTexte
          nom="preuve.code"
          libelle={t('Code à 6 chiffres')}
          aide={t('Celui que montre en ce moment votre application d’authentification.')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={9}
          requis={!moyens.cle}
          erreur={erreurs['preuve.code']}
          t={t}
        />
      ) : null}
      {moyens.motDePasse ? (
        <ChampMotDePasse
          nom="preuve.motDePasse"
          libelle={t('Votre mot de passe')}
          requis
          autoComplete="current-password"
          erreur={erreurs['preuve.motDePasse']}
          t={t}
        />
      ) : null}
      {moyens.secours ? (
        <details className="portail-question" open={erreurs['preuve.secours'] ? true : undefined}>
          <summary>{t('Utiliser un code de secours')}</summary>
          <ChampTexte
            nom="preuve.secours"
            libelle={t('Code de secours')}
            aide={t('Un des dix codes que vous avez gardés. Chacun sert une fois. Exemple : ABCDE-FGHJK')}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={20}
            erreur={erreurs['preuve.secours']}
            t={t}
          />
        </details>
      ) : null}
      {children}
      {moyens.cle ? (
        <>
          {moyens.code ? <p className="portail-ou">{t('Ou')}</p> : null}
          <input type="hidden" name="preuve.cle" defaultValue="" />
          <BoutonCle defi={defi} demander={signerDefi} champ="preuve.cle" secondaire={moyens.code}>
            {t('Utiliser ma clé d’accès')}
          </BoutonCle>
          <noscript>
            <p>{t('Une clé d’accès demande un navigateur dont les scripts sont actifs.')}</p>
          </noscript>
        </>
      ) : null}
    </>
  );
}
