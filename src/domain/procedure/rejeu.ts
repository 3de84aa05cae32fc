// The same persons before two versions of a list: who would be asked more, who less.
import { type Jour, plusMois } from '../jour.ts';
import { nomDeLaNationalite } from '../pays.ts';
import { textesDe } from './champs.ts';
import { CHAMP_NAISSANCE, CHAMP_NATIONALITE_RETENUE, CHAMP_NATIONALITES } from './condition.ts';
import type { PieceDemandee, Procedure, Reponse, Reponses } from './definition.ts';
import { LOGEMENTS, type PersonneType } from './personnes.ts';
import { type Exigence, emplacements, type PieceAttendue, piecesAttendues } from './pieces.ts';
import { temoin } from './temoin.ts';
import { champsDeLaProcedure, libelleDeValeur, valeursDe } from './valeurs.ts';

/** Somebody on whom a list is tried: their answers, and the case they choose in each piece with variants. */
export type Essai = { nom: string; portrait: string; reponses: Reponses; variantes: Readonly<Record<string, string>> };

/** `documents`: places to fill under the case chosen by this person. */
export type Demande = { code: string; libelle: string; moment: PieceDemandee['moment']; exigence: Exigence; documents: readonly string[] };

export type Rejeu = {
  essai: Essai;
  plus: readonly Demande[];
  moins: readonly Demande[];
  autrement: readonly { avant: Demande; apres: Demande }[];
};

/** How many persons are asked what, once those asked the same changes are put together. */
export type GroupeDeRejeu = Omit<Rejeu, 'essai'> & { essais: readonly Essai[] };

const ORDINAIRES: Readonly<Record<string, string>> = {
  premiere_demande: 'première demande',
  renouvellement: 'renouvellement',
  autre: 'demande',
};

/** Born so as to have this age that day, birthday six months ago. */
const neA = (age: number, jour: Jour): Jour => plusMois(jour, -12 * age - 6);

/** A person of the gallery, before this procedure: the answers of its example, theirs where it asks for them. */
function essaiDe(personne: PersonneType, procedure: Procedure, jour: Jour): Essai {
  const champs = champsDeLaProcedure(procedure);
  const propres: Record<string, Reponse> = {
    [CHAMP_NATIONALITES]: [personne.nationalite],
    pays_naissance: personne.nationalite,
    [CHAMP_NAISSANCE]: neA(personne.age, jour),
  };
  const retenues = Object.entries(propres).filter(([code]) => champs.some((c) => c.code === code));
  const autres = Object.entries(procedure.exemple.reponses).filter(([code]) => code !== CHAMP_NATIONALITE_RETENUE);
  return {
    nom: personne.nom,
    portrait: `${nomDeLaNationalite(personne.nationalite)}, ${personne.age} ans, ${LOGEMENTS[personne.logement]}, ${ORDINAIRES[procedure.sorte]}`,
    reponses: { ...Object.fromEntries(autres), ...Object.fromEntries(retenues) },
    variantes: { ...procedure.exemple.variantes, domicile: personne.logement },
  };
}

/** A person made for one piece: the answers for which its condition is true, in the words of the questions. */
function essaiPourLaPiece(piece: PieceDemandee, procedure: Procedure, jour: Jour): Essai[] {
  if (!piece.condition) return [];
  const trouve = temoin(piece.condition, procedure, jour);
  if (trouve.etat !== 'possible') return [];
  const champs = champsDeLaProcedure(procedure);
  const dites = Object.entries(trouve.reponses).flatMap(([code, reponse]) => {
    const champ = champs.find((c) => c.code === code);
    const valeurs = typeof reponse === 'string' ? [reponse] : textesDe(reponse);
    if (!champ || valeurs.length === 0 || (!valeursDe(champ) && code !== CHAMP_NAISSANCE)) return [];
    return [`${champ.libelleCourt ?? champ.libelle} : ${valeurs.map((v) => libelleDeValeur(champ, v)).join(', ')}`];
  });
  return [
    {
      nom: `Personne type pour « ${piece.libelle} »`,
      portrait: dites.join(' ; '),
      reponses: { ...procedure.exemple.reponses, ...trouve.reponses },
      variantes: procedure.exemple.variantes,
    },
  ];
}

/** The example of the procedure, the persons of the gallery, and one person for each piece that differs and has a condition. */
export function essaisDe(
  procedure: Procedure,
  personnes: readonly PersonneType[],
  piecesQuiChangent: readonly PieceDemandee[],
  jour: Jour,
): Essai[] {
  return [
    { nom: 'Exemple de la démarche', portrait: procedure.public, ...procedure.exemple },
    ...personnes.map((p) => essaiDe(p, procedure, jour)),
    ...piecesQuiChangent.flatMap((p) => essaiPourLaPiece(p, procedure, jour)),
  ];
}

function demandeDe({ piece, exigence }: PieceAttendue, { variantes }: Essai): Demande {
  const places = emplacements(piece, variantes[piece.code]).map((e) => `${e.libelle ?? piece.libelle}${e.requis ? '' : ' (si concerné)'}`);
  return { code: piece.code, libelle: piece.libelle, moment: piece.moment, exigence, documents: places };
}

function demandesDe(pieces: readonly PieceDemandee[], essai: Essai, jour: Jour): Demande[] {
  const contexte = { reponses: essai.reponses, jour };
  return (['depot', 'remise'] as const).flatMap((moment) => piecesAttendues(pieces, contexte, moment).map((a) => demandeDe(a, essai)));
}

const pareilles = (a: Demande, b: Demande) =>
  a.exigence === b.exigence && a.moment === b.moment && a.documents.join('\n') === b.documents.join('\n');

/** What one person is asked by the first list and by the second. */
export function rejouerPour(avant: readonly PieceDemandee[], apres: readonly PieceDemandee[], essai: Essai, jour: Jour): Rejeu {
  const premieres = demandesDe(avant, essai, jour);
  const secondes = demandesDe(apres, essai, jour);
  return {
    essai,
    plus: secondes.filter((d) => !premieres.some((p) => p.code === d.code)),
    moins: premieres.filter((p) => !secondes.some((d) => d.code === p.code)),
    autrement: secondes.flatMap((d) => {
      const p = premieres.find((x) => x.code === d.code);
      return p && !pareilles(p, d) ? [{ avant: p, apres: d }] : [];
    }),
  };
}

/** Everybody, those asked the same changes together; those asked nothing else are in a group without change. */
export function rejouer(
  avant: readonly PieceDemandee[],
  apres: readonly PieceDemandee[],
  essais: readonly Essai[],
  jour: Jour,
): GroupeDeRejeu[] {
  const rejeux = essais.map((essai) => rejouerPour(avant, apres, essai, jour));
  const cle = ({ plus, moins, autrement }: Rejeu) => JSON.stringify([plus, moins, autrement]);
  return [...Map.groupBy(rejeux, cle).values()].flatMap((memes) => {
    const [premier] = memes;
    if (!premier) return [];
    const { plus, moins, autrement } = premier;
    return [{ plus, moins, autrement, essais: memes.map((m) => m.essai) }];
  });
}
