// Name, authority, address and contacts of a préfecture, as documents and pages print them.
import { prefectures } from '#features/configuration/prefectures/queries.ts';
import type { KindReference } from '../schema.ts';

export const prefecture: KindReference = {
  sorte: 'prefecture',
  cles: async () => {
    return (await prefectures()).map(({ code, nom }) => ({ cle: code, libelle: `${code} – ${nom}`, prefecture: code }));
  },
  champs: () => [
    { nom: 'nom', libelle: 'Nom', forme: 'ligne', requis: true },
    { nom: 'autorite', libelle: 'Autorité qui décide', aide: 'Par exemple : Le préfet du Nord.', forme: 'ligne', requis: true },
    { nom: 'adresse', libelle: 'Adresse postale du service', forme: 'ligne', requis: true },
    { nom: 'courriel', libelle: 'Adresse électronique', forme: 'courriel' },
    { nom: 'telephone', libelle: 'Téléphone', forme: 'ligne' },
    { nom: 'site', libelle: 'Site', forme: 'lien' },
    {
      nom: 'tribunal',
      libelle: 'Tribunal compétent',
      aide: 'Par exemple : tribunal administratif de Lille.',
      forme: 'ligne',
      requis: true,
    },
  ],
  parDefaut: async (cle) => {
    const lue = (await prefectures()).find((p) => p.code === cle);
    if (!lue) return undefined;
    const { nom, autorite, adresse, courriel, telephone, site, tribunal } = lue;
    return { nom, autorite, adresse, courriel: courriel ?? '', telephone: telephone ?? '', site: site ?? '', tribunal };
  },
  appliquer: async (tx, cle, { nom = '', autorite = '', adresse = '', tribunal = '', courriel, telephone, site }) => {
    const ouRien = (texte: string | undefined) => texte || null;
    await tx.prefecture.update({
      where: { code: cle },
      data: { nom, autorite, adresse, tribunal, courriel: ouRien(courriel), telephone: ouRien(telephone), site: ouRien(site) },
      select: { code: true },
    });
  },
};
