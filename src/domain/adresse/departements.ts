// The 101 departments, their names and the web site of their préfecture (Paris: préfecture de police, R.431-20). Names from the official
// list (package @etalab/decoupage-administratif); sites as two public lists of 2026 agree on them. A site moves: what the administration
// writes for a préfecture comes before what is written here.
import { departementDuCodePostal } from './departement.ts';

export type Departement = { code: string; nom: string; site: string };

const LISTE: readonly (readonly [code: string, nom: string, hote: string])[] = [
  ['01', 'Ain', 'www.ain.gouv.fr'],
  ['02', 'Aisne', 'www.aisne.gouv.fr'],
  ['03', 'Allier', 'www.allier.gouv.fr'],
  ['04', 'Alpes-de-Haute-Provence', 'www.alpes-de-haute-provence.gouv.fr'],
  ['05', 'Hautes-Alpes', 'www.hautes-alpes.gouv.fr'],
  ['06', 'Alpes-Maritimes', 'www.alpes-maritimes.gouv.fr'],
  ['07', 'Ardèche', 'www.ardeche.gouv.fr'],
  ['08', 'Ardennes', 'www.ardennes.gouv.fr'],
  ['09', 'Ariège', 'www.ariege.gouv.fr'],
  ['10', 'Aube', 'www.aube.gouv.fr'],
  ['11', 'Aude', 'www.aude.gouv.fr'],
  ['12', 'Aveyron', 'www.aveyron.gouv.fr'],
  ['13', 'Bouches-du-Rhône', 'www.bouches-du-rhone.gouv.fr'],
  ['14', 'Calvados', 'www.calvados.gouv.fr'],
  ['15', 'Cantal', 'www.cantal.gouv.fr'],
  ['16', 'Charente', 'www.charente.gouv.fr'],
  ['17', 'Charente-Maritime', 'www.charente-maritime.gouv.fr'],
  ['18', 'Cher', 'www.cher.gouv.fr'],
  ['19', 'Corrèze', 'www.correze.gouv.fr'],
  ['21', 'Côte-d’Or', 'www.cote-dor.gouv.fr'],
  ['22', 'Côtes-d’Armor', 'www.cotes-darmor.gouv.fr'],
  ['23', 'Creuse', 'www.creuse.gouv.fr'],
  ['24', 'Dordogne', 'www.dordogne.gouv.fr'],
  ['25', 'Doubs', 'www.doubs.gouv.fr'],
  ['26', 'Drôme', 'www.drome.gouv.fr'],
  ['27', 'Eure', 'www.eure.gouv.fr'],
  ['28', 'Eure-et-Loir', 'www.eure-et-loir.gouv.fr'],
  ['29', 'Finistère', 'www.finistere.gouv.fr'],
  ['2A', 'Corse-du-Sud', 'www.corse-du-sud.gouv.fr'],
  ['2B', 'Haute-Corse', 'www.haute-corse.gouv.fr'],
  ['30', 'Gard', 'www.gard.gouv.fr'],
  ['31', 'Haute-Garonne', 'www.haute-garonne.gouv.fr'],
  ['32', 'Gers', 'www.gers.gouv.fr'],
  ['33', 'Gironde', 'www.gironde.gouv.fr'],
  ['34', 'Hérault', 'www.herault.gouv.fr'],
  ['35', 'Ille-et-Vilaine', 'www.ille-et-vilaine.gouv.fr'],
  ['36', 'Indre', 'www.indre.gouv.fr'],
  ['37', 'Indre-et-Loire', 'www.indre-et-loire.gouv.fr'],
  ['38', 'Isère', 'www.isere.gouv.fr'],
  ['39', 'Jura', 'www.jura.gouv.fr'],
  ['40', 'Landes', 'www.landes.gouv.fr'],
  ['41', 'Loir-et-Cher', 'www.loir-et-cher.gouv.fr'],
  ['42', 'Loire', 'www.loire.gouv.fr'],
  ['43', 'Haute-Loire', 'www.haute-loire.gouv.fr'],
  ['44', 'Loire-Atlantique', 'www.loire-atlantique.gouv.fr'],
  ['45', 'Loiret', 'www.loiret.gouv.fr'],
  ['46', 'Lot', 'www.lot.gouv.fr'],
  ['47', 'Lot-et-Garonne', 'www.lot-et-garonne.gouv.fr'],
  ['48', 'Lozère', 'www.lozere.gouv.fr'],
  ['49', 'Maine-et-Loire', 'www.maine-et-loire.gouv.fr'],
  ['50', 'Manche', 'www.manche.gouv.fr'],
  ['51', 'Marne', 'www.marne.gouv.fr'],
  ['52', 'Haute-Marne', 'www.haute-marne.gouv.fr'],
  ['53', 'Mayenne', 'www.mayenne.gouv.fr'],
  ['54', 'Meurthe-et-Moselle', 'www.meurthe-et-moselle.gouv.fr'],
  ['55', 'Meuse', 'www.meuse.gouv.fr'],
  ['56', 'Morbihan', 'www.morbihan.gouv.fr'],
  ['57', 'Moselle', 'www.moselle.gouv.fr'],
  ['58', 'Nièvre', 'www.nievre.gouv.fr'],
  ['59', 'Nord', 'www.nord.gouv.fr'],
  ['60', 'Oise', 'www.oise.gouv.fr'],
  ['61', 'Orne', 'www.orne.gouv.fr'],
  ['62', 'Pas-de-Calais', 'www.pas-de-calais.gouv.fr'],
  ['63', 'Puy-de-Dôme', 'www.puy-de-dome.gouv.fr'],
  ['64', 'Pyrénées-Atlantiques', 'www.pyrenees-atlantiques.gouv.fr'],
  ['65', 'Hautes-Pyrénées', 'www.hautes-pyrenees.gouv.fr'],
  ['66', 'Pyrénées-Orientales', 'www.pyrenees-orientales.gouv.fr'],
  ['67', 'Bas-Rhin', 'www.bas-rhin.gouv.fr'],
  ['68', 'Haut-Rhin', 'www.haut-rhin.gouv.fr'],
  ['69', 'Rhône', 'www.rhone.gouv.fr'],
  ['70', 'Haute-Saône', 'www.haute-saone.gouv.fr'],
  ['71', 'Saône-et-Loire', 'www.saone-et-loire.gouv.fr'],
  ['72', 'Sarthe', 'www.sarthe.gouv.fr'],
  ['73', 'Savoie', 'www.savoie.gouv.fr'],
  ['74', 'Haute-Savoie', 'www.haute-savoie.gouv.fr'],
  ['75', 'Paris', 'www.prefecturedepolice.interieur.gouv.fr'],
  ['76', 'Seine-Maritime', 'www.seine-maritime.gouv.fr'],
  ['77', 'Seine-et-Marne', 'www.seine-et-marne.gouv.fr'],
  ['78', 'Yvelines', 'www.yvelines.gouv.fr'],
  ['79', 'Deux-Sèvres', 'www.deux-sevres.gouv.fr'],
  ['80', 'Somme', 'www.somme.gouv.fr'],
  ['81', 'Tarn', 'www.tarn.gouv.fr'],
  ['82', 'Tarn-et-Garonne', 'www.tarn-et-garonne.gouv.fr'],
  ['83', 'Var', 'www.var.gouv.fr'],
  ['84', 'Vaucluse', 'www.vaucluse.gouv.fr'],
  ['85', 'Vendée', 'www.vendee.gouv.fr'],
  ['86', 'Vienne', 'www.vienne.gouv.fr'],
  ['87', 'Haute-Vienne', 'www.haute-vienne.gouv.fr'],
  ['88', 'Vosges', 'www.vosges.gouv.fr'],
  ['89', 'Yonne', 'www.yonne.gouv.fr'],
  ['90', 'Territoire de Belfort', 'www.territoire-de-belfort.gouv.fr'],
  ['91', 'Essonne', 'www.essonne.gouv.fr'],
  ['92', 'Hauts-de-Seine', 'www.hauts-de-seine.gouv.fr'],
  ['93', 'Seine-Saint-Denis', 'www.seine-saint-denis.gouv.fr'],
  ['94', 'Val-de-Marne', 'www.val-de-marne.gouv.fr'],
  ['95', 'Val-d’Oise', 'www.val-doise.gouv.fr'],
  ['971', 'Guadeloupe', 'www.guadeloupe.gouv.fr'],
  ['972', 'Martinique', 'www.martinique.gouv.fr'],
  ['973', 'Guyane', 'www.guyane.gouv.fr'],
  ['974', 'La Réunion', 'www.reunion.gouv.fr'],
  ['976', 'Mayotte', 'www.mayotte.gouv.fr'],
];

/** In the order of their codes, overseas last. */
export const DEPARTEMENTS: readonly Departement[] = LISTE.map(([code, nom, hote]) => ({ code, nom, site: `https://${hote}` }));

const parCode = new Map(DEPARTEMENTS.map((d) => [d.code, d]));
const simplifie = (texte: string) =>
  texte
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
const parNom = new Map(DEPARTEMENTS.map((d) => [simplifie(d.nom), d]));

/** What a person typed: a code ('59', '2a', '1'), a postal code, a name, or « 59 – Nord » as the list proposes it; undefined otherwise. */
export function departementSaisi(texte: string): Departement | undefined {
  const net = simplifie(texte);
  const [debut = ''] = net.split(' ');
  const code = /^\d$/.test(debut) ? `0${debut}` : debut.toUpperCase();
  return parNom.get(net) ?? parCode.get(code) ?? parCode.get(departementDuCodePostal(net) ?? departementDuCodePostal(debut) ?? '');
}
