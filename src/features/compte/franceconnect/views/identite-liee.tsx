import { t } from '#ui/langue/t.ts';
import { Instant } from '#ui/layout/instant.tsx';
import { Carte } from '#ui/layout/liste-resume.tsx';
import { BoutonFranceConnect } from './bloc-franceconnect.tsx';
import { FormulaireDelier } from './formulaire-delier.tsx';

type Props = { estProposee: boolean; lieeLe: Date | null; estDefinitif: boolean };

/** FranceConnect on the security page of the compte. */
export function IdentiteLiee({ estProposee, lieeLe, estDefinitif }: Props) {
  if (!estProposee && !lieeLe) return null;
  return (
    <Carte titre="FranceConnect">
      {lieeLe ? (
        <>
          <p>
            {t('Une identité FranceConnect ouvre ce compte depuis le')} <Instant le={lieeLe} t={t} />.
          </p>
          <FormulaireDelier />
        </>
      ) : estDefinitif ? (
        <>
          <p>{t('Vous pouvez lier FranceConnect à ce compte : il l’ouvrira sans mot de passe. Votre mot de passe servira toujours.')}</p>
          <BoutonFranceConnect retour="/mon-compte/securite" />
        </>
      ) : (
        <p>{t('Vous pourrez lier FranceConnect à ce compte quand vous aurez votre numéro étranger.')}</p>
      )}
    </Carte>
  );
}
