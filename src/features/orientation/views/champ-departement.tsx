import { DEPARTEMENTS } from '#domain/adresse/departements.ts';
import { ChampTexte } from '#ui/fields/texte.tsx';
import { t } from '#ui/langue/t.ts';

/** A department typed (code, postal code or name) or chosen in the list that browsers propose. No script. */
export function ChampDepartement({ saisi, inconnu, aide }: { saisi: string; inconnu: boolean; aide?: string }) {
  return (
    <>
      <ChampTexte
        nom="departement"
        libelle={t('Où habitez-vous ?')}
        aide={aide ?? t('Le numéro ou le nom de votre département, ou votre code postal. Exemples : 59, Nord, 59000.')}
        erreur={
          inconnu ? t('Nous ne reconnaissons pas ce département. Écrivez son numéro, par exemple 59, ou votre code postal.') : undefined
        }
        defaultValue={saisi}
        list="departements"
        autoComplete="off"
        maxLength={60}
        t={t}
      />
      <datalist id="departements">
        {DEPARTEMENTS.map(({ code, nom }) => (
          <option key={code} value={`${code} – ${nom}`} />
        ))}
      </datalist>
    </>
  );
}
