'use client';
import { LIBELLE_LIEN, LIENS_REPRESENTANT } from '#domain/access/representation.ts';
import type { EtatFormulaire } from '#guard/formulaire.ts';
import { ChampChoix } from '#ui/fields/choix.tsx';
import { texteSaisi } from '#ui/fields/formulaire.tsx';
import { ChampRadios } from '#ui/fields/radios.tsx';
import { ChampTexte } from '#ui/fields/texte.tsx';
import { useT } from '#ui/langue/use-t.tsx';

/** As the person reads them, or the agent d'accueil who asks them. */
const QUESTIONS = {
  personne: {
    question: 'Pour qui faites-vous cette demande ?',
    moi: 'Moi-même',
    mineur: 'Un mineur dont je suis le parent ou le représentant légal',
    lien: 'Vous êtes',
    nom: 'Votre nom',
    prenom: 'Votre prénom',
    suite: 'Aux étapes suivantes, répondez pour l’enfant. Les courriers arrivent dans votre espace.',
  },
  guichet: {
    question: 'Pour qui est cette demande ?',
    moi: 'Pour la personne présente',
    mineur: 'Pour un mineur dont elle est le parent ou le représentant légal',
    lien: 'Qui est-elle pour l’enfant ?',
    nom: 'Nom de la personne présente',
    prenom: 'Prénom de la personne présente',
    suite: 'Aux étapes suivantes, remplissez pour l’enfant. Les courriers vont à la personne présente.',
  },
} as const;

type Props = { etat: EtatFormulaire; lu?: keyof typeof QUESTIONS };

/** Who represents the minor, and the minor. */
export function IdentiteDuMineur({ etat, lu = 'personne' }: Props) {
  const t = useT();
  const q = QUESTIONS[lu];
  const texte = (nom: string, libelle: string) => (
    <ChampTexte nom={nom} libelle={libelle} autoComplete="off" defaultValue={texteSaisi(etat, nom)} erreur={etat.erreurs[nom]} t={t} />
  );
  return (
    <>
      <ChampChoix
        nom="lien"
        libelle={t(q.lien)}
        options={LIENS_REPRESENTANT.map((l) => ({ valeur: l, libelle: t(LIBELLE_LIEN[l]) }))}
        defaultValue={texteSaisi(etat, 'lien')}
        erreur={etat.erreurs.lien}
        t={t}
      />
      {texte('representantNom', t(q.nom))}
      {texte('representantPrenom', t(q.prenom))}
      {texte('enfantNom', t('Nom de l’enfant'))}
      {texte('enfantPrenom', t('Prénom de l’enfant'))}
      <p className="fr-text--sm">{t(q.suite)}</p>
    </>
  );
}

/** For whom one asks (S-181, D-11). The questions about a minor open under their answer, by CSS alone. */
export function ChampsDuMineur({ etat, lu = 'personne' }: Props) {
  const t = useT();
  const q = QUESTIONS[lu];
  return (
    <ChampRadios
      nom="demandeur"
      libelle={<strong>{t(q.question)}</strong>}
      requis
      defaultValue={texteSaisi(etat, 'demandeur') ?? 'moi'}
      t={t}
      options={[
        { valeur: 'moi', libelle: t(q.moi) },
        {
          valeur: 'mineur',
          libelle: t(q.mineur),
          suite: <IdentiteDuMineur etat={etat} lu={lu} />,
        },
      ]}
    />
  );
}
