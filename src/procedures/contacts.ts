// How to reach a préfecture, by theme (S-212). Nord: from its leaflet. Nothing is invented for the others: their site, and what their
// administrators write.
import type { LigneContact } from '#domain/orientation/orienter.ts';

const DEPLIANT_NORD = {
  prefecture: '59',
  source: 'Dépliant de la préfecture du Nord « Service de demande en ligne ANEF »',
  certitude: 'S',
  dateSource: '2023-10',
} as const;

export const CONTACTS: readonly LigneContact[] = [
  { ...DEPLIANT_NORD, theme: 'vie_privee_familiale', courriel: 'pref-etrangers@nord.gouv.fr' },
  { ...DEPLIANT_NORD, theme: 'talent_entrepreneur', courriel: 'pref-immigration-professionnelle@nord.gouv.fr' },
  { ...DEPLIANT_NORD, theme: 'salarie', courriel: 'pref-travailleurs-etrangers@nord.gouv.fr' },
  { ...DEPLIANT_NORD, theme: 'etudiant', courriel: 'pref-etudiants-etrangers@nord.gouv.fr' },
  { ...DEPLIANT_NORD, theme: 'protection_union_sante_mineurs', courriel: 'pref-dcsp@nord.gouv.fr' },
  {
    ...DEPLIANT_NORD,
    theme: null,
    courriel: 'pref-titres-etrangers@nord.gouv.fr',
    objet: 'Si vous avez manqué le rendez-vous de remise de votre titre',
  },
  {
    ...DEPLIANT_NORD,
    theme: null,
    telephone: { numero: '03 20 30 54 28', horaires: 'du lundi au vendredi, de 8 h 30 à 11 h 30' },
    objet: 'Permanence téléphonique',
  },
];
