// S-050: what is begun is offered again where the person comes back in.
import { beforeEach, describe, expect, it } from 'vitest';
import { brouillonsDe } from '#features/dossier/depot/queries.ts';
import { abandonner } from '#features/dossier/depot/situation/commands.ts';
import { truncate } from '../support/database.ts';
import { brouillonComplet, type Personne, personne, socleDuDepot } from '../support/depot.ts';

let moi: Personne;
beforeEach(async () => {
  await truncate();
  await socleDuDepot();
  moi = await personne();
});

describe('les demandes à reprendre', () => {
  it('sont les brouillons de la personne, chacun à sa dernière étape, jamais ceux d’une autre', async () => {
    expect(await brouillonsDe(moi.portee)).toEqual([]);
    const id = await brouillonComplet(moi);
    const [repris, ...autres] = await brouillonsDe(moi.portee);
    expect(repris).toEqual({ id, nom: 'Enfant de Français – première demande', etape: 'depot', pour: null });
    expect(autres).toEqual([]);
    expect(await brouillonsDe((await personne('awa.testdiallo')).portee)).toEqual([]);
    expect((await abandonner(moi, id)).ok).toBe(true);
    expect(await brouillonsDe(moi.portee)).toEqual([]);
  });
});
