import 'server-only';
// Embedded registry, for demonstration and tests (D-04), over a few tables reached through a port.
//   metropolis  DD  + '03' + 6 digits   (5903000001), as the seeds' examples
//   Corsica     '20' + '03' + 6 digits  : 2A and 2B share one sequence
//   overseas    DDD + '3'  + 6 digits   (9733000001), as D-03 does for requests: 3 digits of department, one of the mark
import type { FichePersonne, FicheRegistre, Identite, Rapprochement, Recherche, Registre, TitreDecrit, Titulaire } from './registre.ts';

/** What the database provides. Each call is atomic. */
export type PortRegistre = {
  /** The next number of a sequence, from 1, never given twice; the key is the 4-digit beginning of the numbers. */
  prochainNumero(prefixe: string): Promise<number>;
  /** Records the reference's card, or gives the one that it already has: unique on reference and on numeroEtranger. */
  inscrire(fiche: FicheRegistre & { reference: string; nomCle: string }): Promise<FicheRegistre>;
  ficheDeReference(reference: string): Promise<FicheRegistre | null>;
  ficheDeNumero(numeroEtranger: string): Promise<FicheRegistre | null>;
  /** Cards whose nomCle (see cleDeNom) equals this one, 200 at most. */
  fichesDeNom(nomCle: string): Promise<FicheRegistre[]>;
  /** Holders of a document with this number (the person's, or the document's own) and these dates; one statement, 2 rows at most. */
  titulaires(titre: TitreDecrit): Promise<Titulaire[]>;
  /** Everything known of one person, their documents included; one statement. */
  personne(cle: { numeroEtranger: string } | { reference: string }): Promise<FichePersonne | null>;
};

/** A name as it is compared: letters only, without accents, in capitals. */
export function cleDeNom(nom: string): string {
  return nom
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/Œ/g, 'OE')
    .replace(/Æ/g, 'AE')
    .replace(/[^\p{L}]/gu, '');
}

export function prefixeNumeroEtranger(departement: string): string {
  if (departement === '2A' || departement === '2B') return '2003';
  if (/^9[78]\d$/.test(departement)) return `${departement}3`;
  if (/^\d{2}$/.test(departement)) return `${departement}03`;
  throw new RangeError(`registre: unknown department ${departement}`);
}

const PLACES = 999_999;

export function registreIntegre(port: PortRegistre): Registre {
  return {
    async chercher(recherche) {
      if ('numeroEtranger' in recherche) {
        const fiche = await port.ficheDeNumero(recherche.numeroEtranger.replace(/\s/g, ''));
        return fiche ? [{ fiche, certitude: 'meme_personne' }] : [];
      }
      const nomCle = cleDeNom(recherche.nomNaissance);
      if (nomCle === '') return [];
      const rapprochements: Rapprochement[] = [];
      for (const fiche of await port.fichesDeNom(nomCle)) {
        if (contredit(recherche, fiche)) continue;
        rapprochements.push({ fiche, certitude: estLaMeme(recherche, fiche) ? 'meme_personne' : 'a_verifier' });
      }
      // 'meme_personne' sorts after 'a_verifier': hence the order reversed.
      return rapprochements
        .toSorted((a, b) => b.certitude.localeCompare(a.certitude) || a.fiche.numeroEtranger.localeCompare(b.fiche.numeroEtranger))
        .slice(0, 20);
    },

    async attribuer({ departement, identite, reference }) {
      const prefixe = prefixeNumeroEtranger(departement);
      const connue = await port.ficheDeReference(reference);
      if (connue) return connue.numeroEtranger;
      const rang = await port.prochainNumero(prefixe);
      if (rang < 1 || rang > PLACES) throw new RangeError(`registre: the sequence ${prefixe} is exhausted`);
      const numeroEtranger = `${prefixe}${String(rang).padStart(6, '0')}`;
      const { nomNaissance, prenoms, dateNaissance, nationalite } = identite;
      const fiche = { numeroEtranger, nomNaissance, prenoms, dateNaissance, nationalite, reference, nomCle: cleDeNom(nomNaissance) };
      // Two calls for one reference at the same instant: the first recorded wins, the other number is lost, not given twice.
      return (await port.inscrire(fiche)).numeroEtranger;
    },

    async verifierTitre({ numero, debut, fin }) {
      const [titulaire, ...autres] = await port.titulaires({ numero: numero.replace(/[\s.-]/g, '').toUpperCase(), debut, fin });
      return titulaire && autres.every((autre) => autre.reference === titulaire.reference) ? titulaire : null;
    },

    async connaitre(cle) {
      const fiche = await port.personne('numeroEtranger' in cle ? { numeroEtranger: cle.numeroEtranger.replace(/\s/g, '') } : cle);
      // one end for two documents (a card remade): the later one counts
      const ordre = (t: FichePersonne['titres'][number]) => `${t.fin} ${t.debut}`;
      return fiche && { ...fiche, titres: fiche.titres.toSorted((a, b) => ordre(b).localeCompare(ordre(a))) };
    },
  };
}

type ParNom = Exclude<Recherche, { numeroEtranger: string }>;

/** Two partial dates contradict each other when neither begins with the other. */
function datesContraires(a: string, b: string): boolean {
  return !a.startsWith(b) && !b.startsWith(a);
}

function contredit(recherche: ParNom, fiche: Identite): boolean {
  if (recherche.dateNaissance && datesContraires(recherche.dateNaissance, fiche.dateNaissance)) return true;
  // Only the first given name: the others are often left out, and a nationality may have changed.
  return recherche.prenoms !== undefined && premier(recherche.prenoms) !== '' && premier(recherche.prenoms) !== premier(fiche.prenoms);
}

function premier(prenoms: string): string {
  return cleDeNom(prenoms.trim().split(/[\s,-]+/)[0] ?? '');
}

function estLaMeme(recherche: ParNom, fiche: Identite): boolean {
  return (
    recherche.prenoms !== undefined &&
    cleDeNom(recherche.prenoms) === cleDeNom(fiche.prenoms) &&
    recherche.dateNaissance?.length === 10 &&
    recherche.dateNaissance === fiche.dateNaissance &&
    recherche.nationalite === fiche.nationalite
  );
}
