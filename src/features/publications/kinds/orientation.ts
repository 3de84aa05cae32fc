// Where a ground outside of the portal is asked, préfecture by préfecture (S-206 to S-218). What is published for a préfecture takes the
// place of everything shipped for it and that ground; « partout » is told where a préfecture says nothing.
import { MOTIFS_HORS_ANEF, type MotifHorsAnef } from '#domain/orientation/motifs.ts';
import { CANAUX, DEMANDES, type LigneOrientation } from '#domain/orientation/orienter.ts';
import { PARTOUT } from '#features/configuration/orientations/queries.ts';
import { prefectures } from '#features/configuration/prefectures/queries.ts';
import { LIGNES_ORIENTATION } from '#procedures/orientations.ts';
import type { KindReference } from '../schema.ts';

const estMotif = (code: string | undefined): code is MotifHorsAnef => code !== undefined && Object.hasOwn(MOTIFS_HORS_ANEF, code);

function livree(cle: string): LigneOrientation | undefined {
  const [motif, lieu] = cle.split('.');
  if (!estMotif(motif)) return undefined;
  return LIGNES_ORIENTATION.find((l) => l.motifs.includes(motif) && (l.prefecture ?? PARTOUT) === lieu);
}

const enLignes = (lignes: readonly string[] | undefined) => (lignes ?? []).join('\n');

export const orientation: KindReference = {
  sorte: 'orientation',
  cles: async () => {
    const lieux = [{ code: PARTOUT, nom: 'Partout ailleurs' }, ...(await prefectures())];
    return Object.entries(MOTIFS_HORS_ANEF).flatMap(([motif, libelle]) =>
      lieux.map(({ code, nom }) => {
        const cle = `${motif}.${code}`;
        return code === PARTOUT
          ? { cle, libelle: `${libelle} – ${nom}` }
          : { cle, libelle: `${libelle} – ${nom}`, prefecture: code, muette: livree(cle) === undefined };
      }),
    );
  },
  champs: () => [
    { nom: 'canal', libelle: 'Comment la demande se fait', forme: 'choix', options: CANAUX, requis: true },
    { nom: 'demande', libelle: 'Pour', forme: 'choix', options: { toutes: 'Toutes les demandes', ...DEMANDES }, requis: true },
    { nom: 'texte', libelle: 'En une phrase', forme: 'ligne', requis: true },
    { nom: 'etapes', libelle: 'Ce qu’il faut faire', aide: 'Une étape par ligne.', forme: 'long' },
    { nom: 'avertissement', libelle: 'À savoir avant de commencer', forme: 'ligne' },
    { nom: 'adresse', libelle: 'Adresse postale', aide: 'Comme sur l’enveloppe, une ligne par ligne.', forme: 'long' },
    { nom: 'courriel', libelle: 'Adresse électronique', forme: 'courriel' },
    { nom: 'telephone', libelle: 'Téléphone', forme: 'ligne' },
    { nom: 'horaires', libelle: 'Horaires du téléphone', forme: 'ligne' },
    { nom: 'lien_libelle', libelle: 'Nom du site où faire la demande', forme: 'ligne' },
    { nom: 'lien', libelle: 'Son adresse', forme: 'lien' },
    { nom: 'formulaire', libelle: 'Site où trouver le formulaire', forme: 'lien' },
    { nom: 'chemin', libelle: 'Chemin à suivre sur ce site', aide: 'Une rubrique par ligne.', forme: 'long' },
    { nom: 'source', libelle: 'D’où cela vient', forme: 'ligne', requis: true },
  ],
  parDefaut: async (cle) => {
    const [motif, lieu] = cle.split('.');
    if (!estMotif(motif) || (lieu !== PARTOUT && !(await prefectures()).some((p) => p.code === lieu))) return undefined;
    const ligne = livree(cle) ?? livree(`${motif}.${PARTOUT}`) ?? livree(`autre.${PARTOUT}`);
    if (!ligne) return undefined;
    return {
      canal: ligne.canal,
      demande: ligne.demande,
      texte: ligne.texte,
      etapes: enLignes(ligne.etapes),
      avertissement: ligne.avertissement ?? '',
      adresse: enLignes(ligne.adresse),
      courriel: ligne.courriel ?? '',
      telephone: ligne.telephone?.numero ?? '',
      horaires: ligne.telephone?.horaires ?? '',
      lien_libelle: ligne.lien?.libelle ?? '',
      lien: ligne.lien?.href ?? '',
      formulaire: ligne.formulaire?.href ?? '',
      chemin: enLignes(ligne.formulaire?.chemin),
      source: ligne.source,
    };
  },
  verifier: (_cle, { lien = '', lien_libelle = '', canal, adresse = '', courriel = '' }) => [
    ...((lien === '') === (lien_libelle === '')
      ? []
      : [{ champ: 'lien', message: 'Donnez le nom du site et son adresse, ou aucun des deux.' }]),
    ...(canal === 'poste' && adresse === '' ? [{ champ: 'adresse', message: 'Par courrier : écrivez l’adresse postale.' }] : []),
    ...(canal === 'courriel' && courriel === '' ? [{ champ: 'courriel', message: 'Par courriel : écrivez l’adresse électronique.' }] : []),
  ],
};
