'use client';
import { ChampDate } from '#ui/fields/date.tsx';
import type { Champs } from '#ui/fields/formulaire.tsx';
import { ChampTexte } from '#ui/fields/texte.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { AideNumero } from './aide-numero.tsx';

/** The number and the two dates of a document (S-027 to S-029): what proves who one is, whichever page asks. */
export function ChampsTitre({ champs }: { champs: Champs }) {
  const t = useT();
  return (
    <>
      <ChampTexte
        {...champs.texte('numero')}
        libelle={t('Numéro étranger ou numéro de visa long séjour (VLS)')}
        aide={t('Ou la référence de la confirmation de validation de votre VLS-TS')}
        requis
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <AideNumero />
      <ChampDate
        {...champs.date('debut')}
        exempleAnnee="2025"
        libelle={t('Date de début de validité')}
        aide={t('Du titre, du récépissé ou du visa')}
        requis
      />
      <ChampDate
        {...champs.date('fin')}
        exempleAnnee="2027"
        libelle={t('Date de fin de validité')}
        aide={t('Du titre, du récépissé ou du visa')}
        requis
      />
    </>
  );
}
