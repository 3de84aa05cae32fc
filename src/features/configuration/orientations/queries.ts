// Where what is not filed on the portal is asked for, as the préfectures published it.
import 'server-only';
import type { Jour } from '#domain/jour.ts';
import { MOTIFS_HORS_ANEF, type MotifHorsAnef } from '#domain/orientation/motifs.ts';
import { CANAUX, type Canal, estSorteDemande, type LigneOrientation } from '#domain/orientation/orienter.ts';
import type { Contenu } from '#domain/publication/versions.ts';
import { LIGNES_ORIENTATION } from '#procedures/orientations.ts';
import { telephoneDe } from '../contacts/queries.ts';
import { referencesDu } from '../references/queries.ts';

/** The place of an orientation told where a préfecture says nothing. */
export const PARTOUT = 'partout';

const lignesDuTexte = (texte: string | undefined): string[] =>
  (texte ?? '')
    .split('\n')
    .map((l) => l.trim())
    .filter((l) => l !== '');

function enLigne(motif: MotifHorsAnef, lieu: string, contenu: Contenu): LigneOrientation | undefined {
  const { canal = '', demande = '', texte = '', avertissement, courriel, lien, lien_libelle, formulaire, source = '' } = contenu;
  if (!estCanal(canal)) return undefined;
  const [etapes, adresse, chemin] = [contenu.etapes, contenu.adresse, contenu.chemin].map(lignesDuTexte);
  return {
    code: `${motif}.${lieu}`,
    motifs: [motif],
    demande: estSorteDemande(demande) ? demande : 'toutes',
    prefecture: lieu === PARTOUT ? null : lieu,
    canal,
    texte,
    ...(etapes?.length ? { etapes } : {}),
    ...(avertissement ? { avertissement } : {}),
    ...(adresse?.length ? { adresse } : {}),
    ...(courriel ? { courriel } : {}),
    ...telephoneDe(contenu),
    ...(lien && lien_libelle ? { lien: { libelle: lien_libelle, href: lien } } : {}),
    ...(formulaire ? { formulaire: { href: formulaire, chemin: chemin ?? [] } } : {}),
    source,
    certitude: 'O',
    dateSource: '',
  };
}

/** Where grounds outside of the portal are asked: a published row takes the place of those shipped for its ground and préfecture. */
export function lignesOrientation(jour: Jour): readonly LigneOrientation[] {
  const publiees = [...referencesDu('orientation', jour)].flatMap(([cle, contenu]) => {
    const [motif, lieu] = cle.split('.');
    const ligne = estMotif(motif) && lieu ? enLigne(motif, lieu, contenu) : undefined;
    return ligne ? [ligne] : [];
  });
  const remplacees = new Set(publiees.map((l) => l.code));
  const livrees = LIGNES_ORIENTATION.map((l) => ({
    ...l,
    motifs: l.motifs.filter((m) => !remplacees.has(`${m}.${l.prefecture ?? PARTOUT}`)),
  }));
  return [...publiees, ...livrees];
}

const estMotif = (code: string | undefined): code is MotifHorsAnef => code !== undefined && Object.hasOwn(MOTIFS_HORS_ANEF, code);
const estCanal = (code: string): code is Canal => Object.hasOwn(CANAUX, code);
