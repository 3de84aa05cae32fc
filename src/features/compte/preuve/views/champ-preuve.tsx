'use client';
import { ChampMotDePasse } from '#ui/fields/mot-de-passe.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { defiPreuveUsager } from '../../facteurs/actions.ts';
import { ChampsPreuve } from '../../facteurs/views/champs-preuve.tsx';
import type { PreuveDemandee } from '../queries.ts';

/** The password of now, or the word that a recent log-in is asked instead; then the second factor, when the compte has one. */
export function ChampPreuve({ demande, erreurs }: { demande: PreuveDemandee; erreurs: Record<string, string> }) {
  const t = useT();
  return (
    <>
      {demande.aMotDePasse ? (
        <ChampMotDePasse
          nom="motDePasse"
          libelle={t('Votre mot de passe actuel')}
          aide={t('Pour être sûrs que c’est bien vous')}
          requis
          autoComplete="current-password"
          erreur={erreurs.motDePasse}
          t={t}
        />
      ) : (
        <p>{t('Pour continuer, votre connexion doit dater de moins de 15 minutes. Sinon, reconnectez-vous d’abord.')}</p>
      )}
      {demande.facteur ? <ChampsPreuve moyens={demande.facteur} erreurs={erreurs} defi={defiPreuveUsager} /> : null}
    </>
  );
}
