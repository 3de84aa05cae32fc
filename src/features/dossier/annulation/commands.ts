// A transaction whose refusal leaves nothing behind it.
import 'server-only';
import type { Resultat } from '#domain/result.ts';

/** A refusal inside the transaction undoes what was written before it. */
class Annulation extends Error {
  readonly resultat: Resultat<never>;
  constructor(resultat: Resultat<never>) {
    super('annulation');
    this.resultat = resultat;
  }
}

/** Runs the work in the transaction that `ouvrir` opens; its refusal is the answer, and nothing stays written. */
export async function annulable<T, B>(
  ouvrir: (travail: (tx: B) => Promise<Resultat<T>>) => Promise<Resultat<T>>,
  travail: (tx: B) => Promise<Resultat<T>>,
): Promise<Resultat<T>> {
  try {
    return await ouvrir(async (tx) => {
      const resultat = await travail(tx);
      if (!resultat.ok) throw new Annulation(resultat);
      return resultat;
    });
  } catch (erreur) {
    if (erreur instanceof Annulation) return erreur.resultat;
    throw erreur;
  }
}
