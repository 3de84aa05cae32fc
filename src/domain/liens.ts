// Addresses outside the portal, as data: they move without the code moving. None is called by the portal; all are links.
export const liens = {
  portailOfficiel: 'https://administration-etrangers-en-france.interieur.gouv.fr/',
  servicePublicTitres: 'https://www.service-public.fr/particuliers/vosdroits/F39',
  traducteursAgrees: 'https://www.service-public.fr/particuliers/vosdroits/F12956',
  timbreFiscal: 'https://timbres.impots.gouv.fr/',
  photographesAgrees: 'https://permisdeconduire.ants.gouv.fr/Services-associes/Ou-faire-ma-photo-et-ma-signature-numerisee',
  ceseda: 'https://www.legifrance.gouv.fr/codes/id/LEGITEXT000006070158/',
  dataGouv: 'https://www.data.gouv.fr/',
  refugiesInfo: 'https://refugies.info/',
  defenseurDesDroits: 'https://www.defenseurdesdroits.fr/',
  designEtat: 'https://www.systeme-de-design.gouv.fr/',
  franceConnect: 'https://franceconnect.gouv.fr/',
} as const;

/** Centre de contact citoyens (S-015): free call. */
export const contactCitoyens = { telephone: '0 806 001 620', appel: 'tel:+33806001620' } as const;

/**
 * Where the medical certificate goes (R.425-12, F17164). The address printed on the notice of the préfecture prevails: no text that we hold
 * gives it (certitude G).
 */
export const serviceMedicalOfii: readonly string[] = [
  'Office français de l’immigration et de l’intégration',
  'Service médical – Étrangers malades',
  '48 rue de la Roquette',
  '75011 Paris',
];
