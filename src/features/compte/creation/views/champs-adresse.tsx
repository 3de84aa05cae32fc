'use client';
import { ChampCase } from '#ui/fields/case.tsx';
import type { Champs } from '#ui/fields/formulaire.tsx';
import { ChampTexte } from '#ui/fields/texte.tsx';
import { useT } from '#ui/langue/use-t.tsx';

/** The e-mail twice (S-041, S-042), then the agreement of D-07, asked apart and never ticked in advance. */
export function ChampsAdresse({ champs, aide }: { champs: Champs; aide: string }) {
  const t = useT();
  return (
    <>
      <p className="fr-text--sm">{t('Les champs marqués d’un * sont obligatoires')}</p>
      <ChampTexte {...champs.texte('email')} type="email" libelle={t('Adresse email')} aide={aide} requis autoComplete="email" />
      <ChampTexte
        {...champs.texte('emailConfirmation')}
        type="email"
        libelle={t('Confirmation de l’adresse email')}
        requis
        autoComplete="email"
      />
      <fieldset className="portail-consentement">
        <legend className="fr-text--bold">{t('Comment recevoir les courriers de l’administration ?')}</legend>
        <p>
          {t(
            'Si vous acceptez, les courriers sur votre demande (document manquant, décision…) arrivent dans votre espace sur ce site. Un courriel vous prévient à chaque fois.',
          )}
        </p>
        <p>
          {t(
            'Attention : un courrier compte comme reçu le jour où vous l’ouvrez. Si vous ne l’ouvrez pas, il compte comme reçu au bout de 15 jours, à la date où il a été mis dans votre espace. Les délais pour répondre partent de cette date.',
          )}
        </p>
        <p>
          {t(
            'Vous pouvez refuser : votre compte est créé quand même et votre demande est traitée pareil. Vous pouvez changer d’avis plus tard.',
          )}
        </p>
        <ChampCase
          {...champs.coche('consentement')}
          libelle={t('J’accepte de recevoir les courriers de l’administration par voie électronique, dans mon espace (facultatif)')}
        />
      </fieldset>
    </>
  );
}
