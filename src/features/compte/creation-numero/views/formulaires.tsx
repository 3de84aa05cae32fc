'use client';
import { type EtatFormulaire, FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { ChampDate } from '#ui/fields/date.tsx';
import { Formulaire, texteSaisi } from '#ui/fields/formulaire.tsx';
import { ChampTexte } from '#ui/fields/texte.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { ChampsAdresse } from '../../creation/views/champs-adresse.tsx';
import { declarerTitre, donnerAdresse } from '../actions.ts';
import { AideNumero } from './aide-numero.tsx';

const PARTIES = ['jour', 'mois', 'annee'] as const;

/** The parts of a date as they were typed. */
function partiesSaisies({ valeurs }: EtatFormulaire, nom: string): Partial<Record<(typeof PARTIES)[number], string>> {
  const date = typeof valeurs === 'object' && valeurs !== null ? Object.entries(valeurs).find(([cle]) => cle === nom)?.[1] : undefined;
  if (typeof date !== 'object' || date === null) return {};
  const saisies = new Map(Object.entries(date));
  return Object.fromEntries(PARTIES.map((p) => [p, String(saisies.get(p) ?? '')]));
}

const erreurDe = ({ erreurs }: EtatFormulaire, nom: string) => PARTIES.map((p) => erreurs[`${nom}.${p}`]).find(Boolean);

/** S-027 to S-030. */
export function FormulaireTitre() {
  const t = useT();
  return (
    <Formulaire action={declarerTitre} initial={FORMULAIRE_VIDE}>
      {(etat) => (
        <>
          <p className="fr-text--sm">{t('Les champs marqués d’un * sont obligatoires')}</p>
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
            valeurs={partiesSaisies(etat, 'debut')}
            erreur={erreurDe(etat, 'debut')}
            t={t}
          />
          <ChampDate
            nom="fin"
            libelle={t('Date de fin de validité')}
            aide={t('Du titre, du récépissé ou du visa')}
            requis
            valeurs={partiesSaisies(etat, 'fin')}
            erreur={erreurDe(etat, 'fin')}
            t={t}
          />
          <button type="submit" className="fr-btn">
            {t('Créer un compte')}
          </button>
        </>
      )}
    </Formulaire>
  );
}

/** S-032. */
export function FormulaireAdresse({ preuve }: { preuve: string }) {
  const t = useT();
  return (
    <Formulaire action={donnerAdresse} initial={FORMULAIRE_VIDE}>
      {(etat) => (
        <>
          <input type="hidden" name="preuve" value={preuve} />
          <ChampsAdresse
            etat={etat}
            aide={t('Exemple : prenom.nom@example.org. Choisissez une adresse que vous consultez souvent : nous y écrirons.')}
          />
          <button type="submit" className="fr-btn">
            {t('Valider')}
          </button>
        </>
      )}
    </Formulaire>
  );
}
