// Which etape may be opened, which comes before and after. An etape opens only when every earlier one is validated;
// the first that is not is where the person resumes (S-050, S-286).
import type { Etape, EtapeChamps, Procedure } from './definition.ts';

export type Avancement = { etapesValidees: readonly string[]; estDepose: boolean };

export function etapesAChamps(procedure: Procedure): EtapeChamps[] {
  return procedure.etapes.filter((e): e is EtapeChamps => e.sorte === 'champs');
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

/** For the stepper: each etape with whether it is done and whether it is the one shown. */
export function jalons(procedure: Procedure, code: string, avancement: Avancement) {
  const index = procedure.etapes.findIndex((e) => e.code === code);
  return procedure.etapes.map((e, i) => ({
    code: e.code,
    titre: e.titre,
    estFaite: i < index && estValidee(e, avancement),
    estCourante: i === index,
  }));
}
