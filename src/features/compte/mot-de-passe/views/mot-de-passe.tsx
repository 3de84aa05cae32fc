import { REGLE_DU_PORTAIL } from '#domain/compte/mot-de-passe.ts';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import { parentsDe } from '../../facteurs/views/ajout.tsx';
import { changerMotDePasseAgent, changerMotDePasseUsager } from '../actions.ts';
import { FormulaireChangement, FormulaireNouveau, FormulaireReinitialisation } from './formulaires.tsx';
import { LienPerdu } from './lien-perdu.tsx';

/** S-046 to S-049: forced after a provisional password. */
export function Reinitialisation({ identifiant, termes }: { identifiant: string; termes: readonly string[] }) {
  return (
    <Page titre={t('Réinitialisation du mot de passe')} ici={null} largeur="texte">
      <p>{t(REGLE_DU_PORTAIL)}</p>
      <div className="portail-formulaire">
        <FormulaireReinitialisation identifiant={identifiant} termes={termes} />
      </div>
    </Page>
  );
}

/** The page of the link of C23. Reading it changes nothing: mail scanners follow links. */
export function NouveauMotDePasse({ jeton }: { jeton: string | null }) {
  return (
    <Page titre={t('Réinitialisation du mot de passe')} ici={t('Nouveau mot de passe')} largeur="texte">
      {jeton === null ? (
        <LienPerdu href="/compte/mot-de-passe-oublie" />
      ) : (
        <>
          <p>{t(REGLE_DU_PORTAIL)}</p>
          <div className="portail-formulaire">
            <FormulaireNouveau jeton={jeton} />
          </div>
        </>
      )}
    </Page>
  );
}

type Changement = { porte: 'usager' | 'agent'; identifiant: string; termes: readonly string[] };

/** From inside the account. */
export function ChangementMotDePasse({ porte, identifiant, termes }: Changement) {
  return (
    <Page titre={t('Changer mon mot de passe')} parents={parentsDe(porte)} largeur="texte">
      <p>{t('Vos autres sessions seront fermées.')}</p>
      <div className="portail-formulaire">
        <FormulaireChangement
          action={porte === 'usager' ? changerMotDePasseUsager : changerMotDePasseAgent}
          identifiant={identifiant}
          termes={termes}
        />
      </div>
    </Page>
  );
}
