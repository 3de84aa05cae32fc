import { createServer, type Server } from 'node:http';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Adresses, ChercherCommunes } from '#adapters/adresse/adresse.ts';
import { type LigneCommune, lireCommunes } from '#adapters/adresse/communes.ts';
import { adresseIntegree } from '#adapters/adresse/integree.ts';
import { adresseNationale } from '#adapters/adresse/nationale.ts';
import { cleDeRecherche, lireSaisie } from '#adapters/adresse/saisie.ts';

const lignes: LigneCommune[] = [];
beforeAll(async () => {
  for await (const ligne of lireCommunes()) lignes.push(ligne);
});

/** What the table answers, over the same rows in memory. */
const chercher: ChercherCommunes = async ({ codePostal, noms }, limite) =>
  lignes
    .filter(
      (l) =>
        (codePostal === undefined || l.codesPostaux.some((cp) => cp.startsWith(codePostal))) &&
        (noms === undefined || noms.some((nom) => l.nomNormalise.startsWith(nom))),
    )
    .toSorted(
      (a, b) => Number(noms?.includes(b.nomNormalise) ?? 0) - Number(noms?.includes(a.nomNormalise) ?? 0) || b.population - a.population,
    )
    .slice(0, limite);

describe('la liste des communes', () => {
  it('a toutes les communes qui ont un code postal, outre-mer compris', () => {
    expect(lignes.length).toBeGreaterThan(34_900);
    const par = new Map(lignes.map((l) => [l.codeInsee, l]));
    expect(par.size).toBe(lignes.length);
    expect(par.get('59350')).toMatchObject({ nom: 'Lille', departement: '59', nomNormalise: 'lille' });
    expect(par.get('97302')).toMatchObject({ nom: 'Cayenne', departement: '973', codesPostaux: ['97300'] });
    expect(par.get('98818')?.departement).toBe('988');
    expect(par.get('75112')).toMatchObject({ nom: 'Paris', codesPostaux: ['75012'], departement: '75' });
    expect(par.has('75056') || par.has('69123') || par.has('13055')).toBe(false);
  });
});

describe('la lecture de ce qui est tape', () => {
  it.each([
    ['20 Rue Nationale 59000 Lille', '20', 'Rue Nationale', '59000', 'Lille'],
    ['20 bis, rue de l’Église, 59 000 LILLE', '20 bis', 'rue de l’Église', '59000', 'LILLE'],
    ['3B allée des Frères-Lumière 69003 Lyon', '3B', 'allée des Frères-Lumière', '69003', 'Lyon'],
    ['12-14 rue du 8 mai 1945 75012', '12-14', 'rue du 8 mai 1945', '75012', ''],
    ['Rue du 11 Novembre 97300 Cayenne', '', 'Rue du 11 Novembre', '97300', 'Cayenne'],
    ['59000 Lille', '', '', '59000', 'Lille'],
    ['5 rue A. Paré 59000 LILLE CEDEX 02', '5', 'rue A. Paré', '59000', 'LILLE'],
    ['4 avenue du Général', '4', 'avenue du Général', '', ''],
  ])('comprend « %s »', (texte, numero, voie, codePostal, ville) => {
    expect(lireSaisie(texte)).toEqual({ numero, voie, codePostal, ville });
  });

  it('compare les noms sans accents, ni tirets, ni apostrophes, ni abreviation', () => {
    expect(cleDeRecherche('L’Haÿ-les-Roses')).toBe('l hay les roses');
    expect(cleDeRecherche('ST DENIS')).toBe(cleDeRecherche('Saint-Denis'));
    expect(cleDeRecherche('Œuilly')).toBe('oeuilly');
  });
});

describe('les suggestions hors ligne', () => {
  const integree = () => adresseIntegree(chercher);
  const premiere = async (texte: string) => (await integree().suggerer(texte, 5))[0];

  it('completent l’exemple du guide (S-099)', async () => {
    expect(await premiere('20 Rue Nationale 59000 Lille')).toEqual({
      libelle: '20 Rue Nationale 59000 Lille',
      numero: '20',
      voie: 'Rue Nationale',
      codePostal: '59000',
      ville: 'Lille',
      codeInsee: '59350',
      source: 'integree',
    });
  });

  it.each([
    ['7 rue de Charenton 75012', '75112', 'Paris'],
    ['1 cours Lafayette 69003 lyon', '69383', 'Lyon'],
    ['2 avenue du Général de Gaulle 97300 Cayenne', '97302', 'Cayenne'],
    ['rue de la République 97150', '97801', 'Saint-Martin'],
    ['1 cours Napoléon 20000 Ajaccio', '2A004', 'Ajaccio'],
    ['8 rue du Sec Arembault lille', '59350', 'Lille'],
    ['12 rue de Paris roubaix', '59512', 'Roubaix'],
    ['Saint Denis', '97411', 'Saint-Denis'],
    ['3 place de la mairie 59650 villeneuve', '59009', "Villeneuve-d'Ascq"],
  ])('trouvent « %s »', async (texte, codeInsee, ville) => expect(await premiere(texte)).toMatchObject({ codeInsee, ville }));

  it('otent la ville de la rue quand il n’y a pas de code postal', async () => {
    expect(await premiere('8 rue de la Clef Lille')).toMatchObject({ numero: '8', voie: 'rue de la Clef', ville: 'Lille' });
  });

  it('proposent les communes du code postal quand la ville ne lui correspond pas', async () => {
    expect((await integree().suggerer('1 rue Haute 59000 Nulleparville', 5)).map((s) => s.codeInsee)).toEqual(['59350']);
  });

  it('ne donnent jamais plus que demande, ni rien pour presque rien', async () => {
    expect(await integree().suggerer('saint', 5)).toHaveLength(5);
    expect(await integree().suggerer('pa', 5)).toEqual([]);
    expect(await integree().suggerer('12345', 5)).toEqual([]);
  });
});

describe('l’API nationale', () => {
  let server: Server | undefined;
  let demandes: string[] = [];
  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
    demandes = [];
  });
  const secours: Adresses = {
    suggerer: async () => [{ libelle: 'secours', numero: '', voie: '', codePostal: '', ville: '', codeInsee: '', source: 'integree' }],
  };
  const lance = async (corps: string | null, statut = 200) => {
    server = createServer((request, response) => {
      demandes.push(request.url ?? '');
      if (corps !== null) response.writeHead(statut, { 'content-type': 'application/json' }).end(corps);
    });
    await new Promise<void>((pret) => server?.listen(0, '127.0.0.1', pret));
    const adresse = server.address();
    return adresseNationale({
      url: `http://127.0.0.1:${typeof adresse === 'object' && adresse ? adresse.port : 0}/search/`,
      secours,
      delai: 150,
    });
  };
  const feature = {
    label: '20 Rue Nationale 59800 Lille',
    housenumber: '20',
    street: 'Rue Nationale',
    type: 'housenumber',
    postcode: '59800',
    city: 'Lille',
    citycode: '59350',
    name: '20 Rue Nationale',
  };

  it('donne ses suggestions', async () => {
    const api = await lance(
      JSON.stringify({
        features: [
          { properties: feature },
          { properties: { label: 'Lille', name: 'Lille', type: 'municipality', postcode: '59000', city: 'Lille', citycode: '59350' } },
        ],
      }),
    );
    expect(await api.suggerer(' 20 rue nationale & lille ', 2)).toEqual([
      {
        libelle: '20 Rue Nationale 59800 Lille',
        numero: '20',
        voie: 'Rue Nationale',
        codePostal: '59800',
        ville: 'Lille',
        codeInsee: '59350',
        source: 'nationale',
      },
      { libelle: 'Lille', numero: '', voie: '', codePostal: '59000', ville: 'Lille', codeInsee: '59350', source: 'nationale' },
    ]);
    expect(demandes).toEqual(['/search/?q=20+rue+nationale+%26+lille&limit=2&autocomplete=1']);
  });

  it.each([
    ['ne repond pas', null, 200],
    ['est en panne', '{}', 500],
    ['repond autre chose', '{"erreur":true}', 200],
    ['repond n’importe quoi', '<html>', 200],
  ])('laisse la place a la liste embarquee quand elle %s, et se repose', async (_cas, corps, statut) => {
    const api = await lance(corps, statut);
    expect((await api.suggerer('lille', 3))[0]?.libelle).toBe('secours');
    expect((await api.suggerer('lille', 3))[0]?.libelle).toBe('secours');
    expect(demandes).toHaveLength(1);
  });
});
