// Which etape may be opened, which comes before and after. An etape opens only when every earlier one is validated;
// the first that is not is where the person resumes (S-050, S-286).
import type { Etape, EtapeChamps, Procedure } from './definition.ts';

export type Avancement = { etapesValidees: readonly string[]; estDepose: boolean };

export function etapesAChamps(procedure: Procedure): EtapeChamps[] {
  return procedure.etapes.filter((e): e is EtapeChamps => e.sorte === 'champs');
}

/** The first screen where something is asked. */
export function premiereEtape(procedure: Procedure): Etape | undefined {
  return procedure.etapes.find((e) => e.sorte !== 'situation');
}

export function etapeDe(procedure: Procedure, code: string): Etape | undefined {
  return procedure.etapes.find((e) => e.code === code);
}

/** Where to resume: the first etape not validated; the confirmation once deposited. */
export function etapeCourante(procedure: Procedure, avancement: Avancement): Etape {
  const derniere = procedure.etapes.at(-1);
  const reprise = procedure.etapes.find((e) => !estValidee(e, avancement));
  const etape = avancement.estDepose ? derniere : (reprise ?? derniere);
  if (!etape) throw new Error(`La procédure ${procedure.slug} n'a aucune étape.`);
  return etape;
}

function estValidee(etape: Etape, avancement: Avancement): boolean {
  switch (etape.sorte) {
    case 'situation':
      return true; // a dossier exists only once its situation is said
    case 'champs':
    case 'pieces':
      return avancement.etapesValidees.includes(etape.code);
    case 'depot':
    case 'confirmation':
      return avancement.estDepose;
  }
}

/** True when the person may open this etape now. After the deposit only the confirmation remains. */
export function estAccessible(procedure: Procedure, code: string, avancement: Avancement): boolean {
  const index = procedure.etapes.findIndex((e) => e.code === code);
  const etape = procedure.etapes[index];
  if (!etape) return false;
  if (avancement.estDepose) return etape.sorte === 'confirmation';
  if (etape.sorte === 'confirmation') return false;
  return procedure.etapes.slice(0, index).every((e) => estValidee(e, avancement));
}

export function etapeSuivante(procedure: Procedure, code: string): Etape | undefined {
  const index = procedure.etapes.findIndex((e) => e.code === code);
  return index < 0 ? undefined : procedure.etapes[index + 1];
}

export function etapePrecedente(procedure: Procedure, code: string): Etape | undefined {
  const index = procedure.etapes.findIndex((e) => e.code === code);
  return index <= 0 ? undefined : procedure.etapes[index - 1];
}

export type Jalon = { code: string; titre: string; estFaite: boolean; estCourante: boolean; ecran?: { rang: number; total: number } };

/** For the stepper: each numbered step, which may hold several screens (S-186), whether it is done and whether it is the one shown. */
export function jalons(procedure: Procedure, code: string, avancement: Avancement): Jalon[] {
  const index = procedure.etapes.findIndex((e) => e.code === code);
  return groupes(procedure.etapes).map((ecrans) => {
    const premier = ecrans[0];
    const rang = ecrans.findIndex((e) => e.code === code) + 1;
    return {
      code: premier.code,
      titre: premier.jalon ?? premier.titre,
      estFaite: ecrans.every((e) => procedure.etapes.indexOf(e) < index && estValidee(e, avancement)),
      estCourante: rang > 0,
      ...(rang > 0 && ecrans.length > 1 ? { ecran: { rang, total: ecrans.length } } : {}),
    };
  });
}

/** Neighbouring screens of one numbered step, together. */
function groupes(etapes: readonly Etape[]): [Etape, ...Etape[]][] {
  const rangees: [Etape, ...Etape[]][] = [];
  for (const etape of etapes) {
    const derniere = rangees.at(-1);
    if (derniere && etape.jalon !== undefined && derniere[0].jalon === etape.jalon) derniere.push(etape);
    else rangees.push([etape]);
  }
  return rangees;
}
