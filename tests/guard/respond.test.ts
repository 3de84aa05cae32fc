import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { refuse } from '#domain/result.ts';
import { actionPublique } from '#guard/action.ts';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { reponseOctets } from '#guard/octets.ts';
import { etatDuRefus, lireFormulaire } from '#guard/respond.ts';
import { type Route, routePublique } from '#guard/route.ts';
import { formulaire, mene } from '../support/requete.ts';

vi.mock('next/headers', () => import('../support/requete.ts'));

describe('lireFormulaire', () => {
  it('range les noms à points, écarte les fichiers et les clés du cadre', () => {
    const donnees = formulaire({ 'prenoms.0': 'Grace', 'prenoms.1': 'Ada', 'adresse.voie': 'Rue', $ACTION_ID: 'x', _version: '3' });
    donnees.set('fichier', new File(['x'], 'a.pdf'));
    expect(lireFormulaire(donnees)).toEqual({ prenoms: { 0: 'Grace', 1: 'Ada' }, adresse: { voie: 'Rue' }, _version: '3' });
  });
  it('ne touche pas au prototype', () => {
    lireFormulaire(formulaire({ '__proto__.pirate': 'oui', 'constructor.prototype.pirate': 'oui', 'a.__proto__.pirate': 'oui' }));
    expect({}).not.toHaveProperty('pirate');
  });
});

describe('une réponse à un refus', () => {
  it('dit sa phrase, détails compris, et rend ce qui était tapé', () =>
    expect(etatDuRefus(refuse('trop_de_tentatives', { minutes: '15' }), { nom: 'TESTA' })).toEqual({
      erreurs: {},
      general: 'Trop d’essais. Attendez 15 minutes puis recommencez.',
      valeurs: { nom: 'TESTA' },
    }));
  it('est un 404 quand la chose n’est pas à la personne', () =>
    expect(() => etatDuRefus(refuse('introuvable'), {})).toThrow(/NEXT_HTTP_ERROR_FALLBACK;404|NEXT_NOT_FOUND/));
});

describe('une action', () => {
  const schema = z.object({ email: z.email('Écrivez une adresse.'), motDePasse: z.string().min(1, 'Écrivez un mot de passe.') });
  const jouer = (run: Parameters<typeof actionPublique<typeof schema>>[2], champs: Record<string, string>) =>
    mene(actionPublique('essai', schema, run)(FORMULAIRE_VIDE, formulaire(champs)));
  const bons = { email: 'a@example.org', motDePasse: 'secret' };

  it('dit chaque erreur près de son champ, sans avoir rien fait', async () => {
    const run = vi.fn(async () => ({ vers: '/' }));
    expect(await jouer(run, { email: 'x' })).toMatchObject({
      erreurs: { email: 'Écrivez une adresse.', motDePasse: expect.any(String) },
      valeurs: { email: 'x' },
    });
    expect(run).not.toHaveBeenCalled();
  });
  it('ne rend jamais un mot de passe', async () =>
    expect(JSON.stringify(await jouer(async () => refuse('identifiants_inconnus'), bons))).not.toContain('secret'));
  it('mène où elle le dit', async () => expect(await jouer(async () => ({ vers: '/mon-compte' }), bons)).toBe('/mon-compte'));
  it('donne un numéro à une faute, et rien de sa cause', async () => {
    const etat = await jouer(async () => Promise.reject(new Error('connexion perdue')), bons);
    expect(etat).toMatchObject({ faute: expect.stringMatching(/^[2-9A-Z]{8}$/), valeurs: { email: 'a@example.org' } });
    expect(JSON.stringify(etat)).not.toContain('connexion perdue');
  });
});

describe('une route', () => {
  const ok = routePublique('essai', async () => new Response('fait'));
  const demander = (route: Route, headers: Record<string, string>, method = 'POST') =>
    route(new Request('http://localhost:3000/api/x', { method, headers }), { params: Promise.resolve({}) });

  it.each<[string, Record<string, string>, string, number]>([
    ['une page d’ici', { 'sec-fetch-site': 'same-origin' }, 'POST', 200],
    ['un autre site', { 'sec-fetch-site': 'cross-site' }, 'POST', 403],
    ['un sous-domaine', { 'sec-fetch-site': 'same-site' }, 'POST', 403],
    ['une origine étrangère, sans sec-fetch-site', { origin: 'https://ailleurs.example', host: 'localhost:3000' }, 'POST', 403],
    ['notre origine, sans sec-fetch-site', { origin: 'http://localhost:3000', host: 'localhost:3000' }, 'POST', 200],
    ['un lien d’ailleurs, qui ne fait que lire', { 'sec-fetch-site': 'cross-site' }, 'GET', 200],
  ])('écrite depuis %s', async (_cas, headers, method, statut) => expect((await demander(ok, headers, method)).status).toBe(statut));

  it('répond 500 avec un numéro quand elle échoue, sans sa cause', async () => {
    const reponse = await demander(
      routePublique('essai', async () => Promise.reject(new Error('mot de passe de la base'))),
      { 'sec-fetch-site': 'same-origin' },
    );
    const { message, faute } = (await reponse.json()) as { message: string; faute: string };
    expect(reponse.status).toBe(500);
    expect(message).toContain(faute);
    expect(message).not.toContain('base');
  });
});

describe('des octets rendus', () => {
  it('ne se gardent ni ne se devinent, et gardent leur nom accentué', () => {
    const { headers } = reponseOctets(Uint8Array.of(1), {
      type: 'application/pdf',
      nom: 'Pièce d’identité "1".pdf',
      taille: 1,
      affichage: 'a_enregistrer',
    });
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="Piece didentite 1.pdf"; filename*=UTF-8''${encodeURIComponent('Pièce d’identité "1".pdf')}`,
    );
  });
  it('portent un nom avec apostrophes, parenthèses ou signe coupé, sans faute', () => {
    const { headers } = reponseOctets(Uint8Array.of(1), {
      type: 'application/pdf',
      nom: "L'été (copie)*\ud800.pdf",
      taille: 1,
      affichage: 'a_enregistrer',
    });
    expect(headers.get('content-disposition')).toMatch(/filename\*=UTF-8''L%27%C3%A9t%C3%A9%20%28copie%29%2A%EF%BF%BD\.pdf$/);
  });
  it('ne laissent pas un nom ajouter un en-tête', () => {
    const { headers } = reponseOctets(Uint8Array.of(1), {
      type: 'application/pdf',
      nom: 'a"\r\nSet-Cookie: x=1;.pdf',
      taille: 1,
      affichage: 'dans_la_page',
    });
    expect(headers.get('content-disposition')).not.toMatch(/[\r\n]/);
    expect(headers.get('set-cookie')).toBeNull();
  });
});
