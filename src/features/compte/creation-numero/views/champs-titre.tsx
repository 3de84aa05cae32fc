'use client';
import type { EtatFormulaire } from '#guard/formulaire.ts';
import { ChampDate } from '#ui/fields/date.tsx';
import { texteSaisi, textesSaisis } from '#ui/fields/formulaire.tsx';
import { ChampTexte } from '#ui/fields/texte.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { AideNumero } from './aide-numero.tsx';

const erreurDe = ({ erreurs }: EtatFormulaire, nom: string) => ['jour', 'mois', 'annee'].map((p) => erreurs[`${nom}.${p}`]).find(Boolean);

/** The number and the two dates of a document (S-027 to S-029): what proves who one is, whichever page asks. */
export function ChampsTitre({ etat }: { etat: EtatFormulaire }) {
  const t = useT();
  return (
    <>
      <ChampTexte
        nom="numero"
        libelle={t('Numéro étranger ou numéro de visa long séjour (VLS)')}
        aide={t('Ou la référence de la confirmation de validation de votre VLS-TS')}
        requis
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        defaultValue={texteSaisi(etat, 'numero')}
        erreur={etat.erreurs.numero}
        t={t}
      />
      <AideNumero />
      <ChampDate
        nom="debut"
        libelle={t('Date de début de validité')}
        aide={t('Du titre, du récépissé ou du visa')}
        requis
        valeurs={textesSaisis(etat, 'debut')}
        erreur={erreurDe(etat, 'debut')}
        t={t}
      />
      <ChampDate
        nom="fin"
        libelle={t('Date de fin de validité')}
        aide={t('Du titre, du récépissé ou du visa')}
        requis
        valeurs={textesSaisis(etat, 'fin')}
        erreur={erreurDe(etat, 'fin')}
        t={t}
      />
    </>
  );
}
