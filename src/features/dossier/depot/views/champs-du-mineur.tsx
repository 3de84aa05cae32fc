'use client';
import { LIBELLE_LIEN, LIENS_REPRESENTANT } from '#domain/access/representation.ts';
import type { EtatFormulaire } from '#guard/formulaire.ts';
import { ChampChoix } from '#ui/fields/choix.tsx';
import { texteSaisi } from '#ui/fields/formulaire.tsx';
import { ChampRadios } from '#ui/fields/radios.tsx';
import { ChampTexte } from '#ui/fields/texte.tsx';
import { useT } from '#ui/langue/use-t.tsx';

/** For whom one asks (S-181, D-11). The questions about a minor open under their answer, by CSS alone. */
export function ChampsDuMineur({ etat }: { etat: EtatFormulaire }) {
  const t = useT();
  const texte = (nom: string, libelle: string) => (
    <ChampTexte nom={nom} libelle={libelle} autoComplete="off" defaultValue={texteSaisi(etat, nom)} erreur={etat.erreurs[nom]} t={t} />
  );
  return (
    <ChampRadios
      nom="beneficiaire"
      libelle={<strong>{t('Pour qui faites-vous cette demande ?')}</strong>}
      requis
      defaultValue={texteSaisi(etat, 'beneficiaire') ?? 'moi'}
      t={t}
      options={[
        { valeur: 'moi', libelle: t('Moi-même') },
        {
          valeur: 'mineur',
          libelle: t('Un mineur dont je suis le parent ou le représentant légal'),
          suite: (
            <>
              <ChampChoix
                nom="lien"
                libelle={t('Vous êtes')}
                options={LIENS_REPRESENTANT.map((l) => ({ valeur: l, libelle: t(LIBELLE_LIEN[l]) }))}
                defaultValue={texteSaisi(etat, 'lien')}
                erreur={etat.erreurs.lien}
                t={t}
              />
              {texte('representantNom', t('Votre nom'))}
              {texte('representantPrenom', t('Votre prénom'))}
              {texte('enfantNom', t('Nom de l’enfant'))}
              {texte('enfantPrenom', t('Prénom de l’enfant'))}
              <p className="fr-text--sm">{t('Aux étapes suivantes, répondez pour l’enfant. Les courriers arrivent dans votre espace.')}</p>
            </>
          ),
        },
      ]}
    />
  );
}
