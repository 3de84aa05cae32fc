'use client';
import { useState } from 'react';
import { reglesDuMotDePasse } from '#domain/compte/mot-de-passe.ts';
import { ChampMotDePasse } from '#ui/fields/mot-de-passe.tsx';
import { useT } from '#ui/langue/use-t.tsx';

const AUCUN: ReadonlySet<string> = new Set();

/** The two fields (S-047, S-048) and the rules, which follow what is typed once scripts run (D-02). The list of common passwords stays on the server. */
export function ChampsChoix({ erreurs, termes }: { erreurs: Record<string, string>; termes: readonly string[] }) {
  const t = useT();
  // a refused password is wiped from its field: what was known of it goes with the answer
  const [vu, setVu] = useState({ saisi: '', erreurs });
  const saisi = vu.erreurs === erreurs ? vu.saisi : '';
  const regles = reglesDuMotDePasse(saisi, termes, AUCUN);
  return (
    <>
      <div onInput={(e) => e.target instanceof HTMLInputElement && setVu({ saisi: e.target.value, erreurs })}>
        <ChampMotDePasse
          nom="motDePasse"
          libelle={t('Nouveau mot de passe :')}
          requis
          autoComplete="new-password"
          erreur={erreurs.motDePasse}
          t={t}
        />
      </div>
      <ul className="portail-regles" aria-label={t('Règles du mot de passe')}>
        {regles.map((regle) => (
          <li key={regle.code} className={saisi && regle.estRemplie ? 'portail-regle--remplie' : undefined}>
            {t(regle.libelle)}
            {saisi ? <span className="fr-sr-only">{regle.estRemplie ? t(' : rempli') : t(' : à remplir')}</span> : null}
          </li>
        ))}
      </ul>
      <ChampMotDePasse
        nom="motDePasseConfirmation"
        libelle={t('Confirmation du mot de passe :')}
        requis
        autoComplete="new-password"
        erreur={erreurs.motDePasseConfirmation}
        t={t}
      />
    </>
  );
}
