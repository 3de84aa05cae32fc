// What one came for before having a compte is opened by the first complete log-in of the same browser, once.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { seConnecter } from '#features/compte/connexion/actions.ts';
import { creerCompte } from '#features/compte/creation/actions.ts';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { compteConfirme, MOT_DE_PASSE } from '../support/compte.ts';
import { truncate } from '../support/database.ts';
import { formulaire, mene, navigateur } from '../support/requete.ts';

vi.mock('next/headers', () => import('../support/requete.ts'));

const ANA = 'ana.test@example.org';
const NATIONALITE = '/demander-un-titre/nationalite';

const creer = (retour: string) => mene(creerCompte(FORMULAIRE_VIDE, formulaire({ email: ANA, emailConfirmation: ANA, retour })));
const entrer = (retour = '') =>
  mene(seConnecter(FORMULAIRE_VIDE, formulaire({ identifiant: ANA, motDePasse: MOT_DE_PASSE, ...(retour ? { retour } : {}) })));

beforeEach(async () => {
  navigateur.boite.clear();
  await truncate();
  await compteConfirme({ email: ANA });
});

describe('la démarche voulue avant d’avoir un compte', () => {
  it('s’ouvre à la première entrée, une seule fois', async () => {
    expect(await creer(NATIONALITE)).toBe('/compte/creation?enregistree=1');
    expect(await entrer()).toBe(NATIONALITE);
    expect(await entrer()).toBe('/premiere-demande');
  });

  it('cède à la page demandée en se connectant', async () => {
    await creer(NATIONALITE);
    expect(await entrer('/mon-compte')).toBe('/mon-compte');
  });

  it.each(['//ailleurs.example', 'https://ailleurs.example/demander-un-titre/x', '/demander-un-titre/../agents', '/mon-compte'])(
    'n’est jamais %s',
    async (retour) => {
      await creer(retour);
      expect(await entrer()).toBe('/premiere-demande');
    },
  );

  it('reste dans le navigateur où elle a été choisie', async () => {
    await creer(NATIONALITE);
    navigateur.boite.clear();
    expect(await entrer()).toBe('/premiere-demande');
  });
});
