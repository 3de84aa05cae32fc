// A parcel of cards: one line for each.
import { FormulaireDeclare } from '#features/formulaires/views/agent.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import { faireRecevoirLot } from '../actions.ts';

export function VueArrivees() {
  return (
    <Page
      titre={t('Arrivage de titres')}
      parents={[{ libelle: t('Accueil du jour'), href: '/accueil-du-jour' }]}
      largeur="texte"
      chapo={
        <p>{t('Recopiez le bordereau : une ligne par titre. Chaque personne est prévenue, puis convoquée au premier créneau libre.')}</p>
      }
    >
      <FormulaireDeclare
        action={faireRecevoirLot}
        bouton={t('Enregistrer ces titres')}
        champs={[
          {
            sorte: 'long',
            nom: 'bordereau',
            libelle: t('Titres reçus'),
            aide: t(
              'Numéro de demande ou numéro étranger ; numéro du titre ; début ; fin. Exemple : 5903000273 ; AB12CD34E ; 01/12/2026 ; 30/11/2036',
            ),
            lignes: 10,
            requis: true,
          },
        ]}
      />
    </Page>
  );
}
