'use client';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { ChampChoix } from '#ui/fields/choix.tsx';
import { Formulaire } from '#ui/fields/formulaire.tsx';
import { ChampMotDePasse } from '#ui/fields/mot-de-passe.tsx';
import { ChampTexte } from '#ui/fields/texte.tsx';
import { languesOffertes } from '#ui/langue/langues.ts';
import { useT } from '#ui/langue/use-t.tsx';
import type { PreuveDemandee } from '../../preuve/queries.ts';
import { ChampPreuve } from '../../preuve/views/champ-preuve.tsx';
import { annulerAdresse, confirmerAdresse, demanderAdresse, enregistrerLangue, enregistrerTelephone, reprendre } from '../actions.ts';

export function FormulaireAdresse({ preuve }: { preuve: PreuveDemandee }) {
  const t = useT();
  return (
    <Formulaire action={demanderAdresse} initial={FORMULAIRE_VIDE} className="portail-formulaire">
      {(etat, enCours, champs) => (
        <>
          <p className="fr-text--sm">{t('Les champs marqués d’un * sont obligatoires')}</p>
          <ChampTexte
            {...champs.texte('nouvelleAdresse')}
            type="email"
            libelle={t('Nouvelle adresse électronique')}
            aide={t('Exemple : prenom.nom@example.org')}
            requis
            autoComplete="email"
          />
          <ChampTexte
            {...champs.texte('nouvelleAdresseConfirmation')}
            type="email"
            libelle={t('La même adresse, une deuxième fois')}
            requis
            autoComplete="email"
          />
          <ChampPreuve demande={preuve} erreurs={etat.erreurs} />
          <button type="submit" className="fr-btn" disabled={enCours}>
            {t('Recevoir le lien de confirmation')}
          </button>
        </>
      )}
    </Formulaire>
  );
}

export function FormulaireAnnulation() {
  const t = useT();
  return (
    <Formulaire action={annulerAdresse} initial={FORMULAIRE_VIDE}>
      {(_etat, enCours) => (
        <button type="submit" className="fr-btn fr-btn--secondary" disabled={enCours}>
          {t('Annuler ce changement d’adresse')}
        </button>
      )}
    </Formulaire>
  );
}

export function FormulaireTelephone({ telephone }: { telephone: string | null }) {
  const t = useT();
  return (
    <Formulaire action={enregistrerTelephone} initial={FORMULAIRE_VIDE} className="portail-formulaire">
      {(_etat, enCours, champs) => (
        <>
          <ChampTexte
            {...champs.texte('telephone', telephone ?? '')}
            type="tel"
            libelle={t('Numéro de téléphone')}
            aide={t('Exemple : 06 39 98 00 01, ou +213 5 55 12 34 56 pour un numéro étranger. Laissez vide pour l’effacer.')}
            autoComplete="tel"
          />
          <button type="submit" className="fr-btn fr-btn--secondary" disabled={enCours}>
            {t('Enregistrer le téléphone')}
          </button>
        </>
      )}
    </Formulaire>
  );
}

export function FormulaireLangue({ langue }: { langue: string }) {
  const t = useT();
  return (
    <Formulaire action={enregistrerLangue} initial={FORMULAIRE_VIDE} className="portail-formulaire">
      {(_etat, enCours, champs) => (
        <>
          <ChampChoix
            {...champs.texte('langue', langue)}
            libelle={t('Langue du site')}
            options={languesOffertes.map(({ code, nom }) => ({ valeur: code, libelle: nom }))}
          />
          <button type="submit" className="fr-btn fr-btn--secondary" disabled={enCours}>
            {t('Enregistrer la langue')}
          </button>
        </>
      )}
    </Formulaire>
  );
}

export function FormulaireConfirmation({ jeton }: { jeton: string }) {
  const t = useT();
  return (
    <Formulaire action={confirmerAdresse} initial={FORMULAIRE_VIDE}>
      {(_etat, enCours) => (
        <>
          <input type="hidden" name="jeton" value={jeton} />
          <button type="submit" className="fr-btn" disabled={enCours}>
            {t('Utiliser cette adresse')}
          </button>
        </>
      )}
    </Formulaire>
  );
}

export function FormulaireRetour({ retour }: { retour: string }) {
  const t = useT();
  return (
    <Formulaire action={reprendre} initial={FORMULAIRE_VIDE} className="portail-formulaire">
      {(_etat, enCours, champs) => (
        <>
          <input type="hidden" name="retour" value={retour} />
          <ChampMotDePasse
            {...champs.texte('motDePasse')}
            libelle={t('Le mot de passe que vous aviez avant ce changement')}
            requis
            autoComplete="current-password"
          />
          <button type="submit" className="fr-btn" disabled={enCours}>
            {t('Reprendre mon compte')}
          </button>
        </>
      )}
    </Formulaire>
  );
}
