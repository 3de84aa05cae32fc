// Every page, byte route and form of a real dossier, tried by those it does not concern: nobody, another usager, an agent of another préfecture.
import { randomUUID } from 'node:crypto';
import type { APIRequestContext, APIResponse, Page } from '@playwright/test';
import { MOT_DE_PASSE_DEMONSTRATION, usagerDeDemonstration } from '../prisma/demonstration.ts';
import { ouvrirUnCompte, seConnecter } from './support/compte.ts';
import { faireLaDemande } from './support/demarche.ts';
import { scan } from './support/fichiers.ts';
import {
  AGENT_DU_RHONE,
  demanderComplement,
  entrerCommeAgent,
  INSTRUCTEUR,
  ouvrirDossier,
  prendreEnCharge,
} from './support/instruction.ts';
import { personne } from './support/personnes.ts';
import { type Accueil, PORTES, type Porte } from './support/portes.ts';
import { expect, test } from './support/test.ts';

type Parametres = Readonly<Record<string, string>>;

/** A part of an address that has no value would try another page: said before anything is tried. */
const adresse = ({ url }: Porte, parametres: Parametres): string =>
  url.replace(/\[(\w+)\]/g, (tout, nom: string) => {
    const valeur = parametres[nom];
    if (valeur === undefined) throw new Error(`${url} : donner une valeur à ${tout}`);
    return valeur;
  });

async function pousser(qui: APIRequestContext, porte: Porte, parametres: Parametres): Promise<Accueil | string> {
  const options = { maxRedirects: 0, headers: { accept: 'application/json, text/html' } };
  const reponse = porte.method
    ? await qui.post(adresse(porte, parametres), { ...options, data: { version: 0, valeurs: {} } })
    : await qui.get(adresse(porte, parametres), options);
  return accueilDe(reponse);
}

function accueilDe(reponse: APIResponse): Accueil | string {
  const vers = reponse.headers().location;
  if (vers) {
    const { pathname, origin } = new URL(vers, reponse.url());
    if (origin !== new URL(reponse.url()).origin) return 'fournisseur';
    if (pathname === '/connexion/franceconnect') return 'échec FranceConnect';
    if (pathname === '/agents/connexion/proconnect') return 'échec ProConnect';
    if (pathname === '/connexion') return 'connexion';
    if (pathname === '/agents/connexion') return 'connexion des agents';
    return pathname === '/' ? 'accueil' : `vers ${pathname}`;
  }
  const statut = reponse.status();
  if (statut === 200) return 'ouverte';
  return statut === 401 || statut === 404 ? statut : `statut ${statut}`;
}

/** Identifiers that the pages of the owner show. */
async function trouver(page: Page, chemin: string, motif: RegExp): Promise<string> {
  let trouve = '';
  await expect(async () => {
    trouve = motif.exec(await (await page.request.get(chemin)).text())?.[1] ?? '';
    expect(trouve, `${motif} dans ${chemin}`).not.toBe('');
  }).toPass({ timeout: 30_000 });
  return trouve;
}

type Formulaire = { page: string; champs: [string, string][] };

/** Forms as a browser without scripts would post them. */
async function formulairesDe(page: Page, chemin: string): Promise<Formulaire[]> {
  await page.goto(chemin);
  const tous = await page
    .locator('main form')
    .evaluateAll((formes) =>
      formes
        .filter((f) => f instanceof HTMLFormElement && f.method === 'post')
        .map((f) => [...new FormData(f as HTMLFormElement).entries()].filter((c): c is [string, string] => typeof c[1] === 'string')),
    );
  return tous.map((champs) => ({ page: chemin, champs })).filter(({ champs }) => champs.some(([nom]) => nom.startsWith('$ACTION')));
}

const rejouer = (qui: APIRequestContext, { page, champs }: Formulaire) =>
  qui.post(page, { multipart: Object.fromEntries(champs), maxRedirects: 0 });

test('aucune porte ne s’ouvre à qui elle ne revient pas', async ({ page, autreNavigateur, veille }) => {
  test.setTimeout(240_000);
  veille.tolerer(/404|401/);
  const titulaire = personne('portes');
  await ouvrirUnCompte(page, titulaire);
  const { dossier, numero } = await faireLaDemande(page, titulaire);

  const instructeur = await autreNavigateur();
  await entrerCommeAgent(instructeur, INSTRUCTEUR);
  await ouvrirDossier(instructeur, numero);
  await prendreEnCharge(instructeur);
  const pageDuDossier = `/instruction/${dossier}`;
  await demanderComplement(instructeur, [{ piece: 'nationalite', motif: 'illisible', observation: 'La deuxième page est floue.' }]);

  const notification = await trouver(page, '/mon-compte/notifications', /\/mon-compte\/notifications\/([0-9a-f-]{36})/);
  const fichier = await trouver(page, `/mon-compte/dossiers/${dossier}`, /\/api\/fichiers\/([0-9a-f-]{36})/);
  const document = await trouver(page, `/mon-compte/dossiers/${dossier}`, /\/api\/documents\/([0-9a-f-]{36})/);
  const complement = await trouver(page, `/mon-compte/notifications/${notification}`, /complement\\?":\{\\?"id\\?":\\?"([0-9a-f-]{36})/);
  // the form of the centre de contact, as the page posts it
  await page.request.post('/api/televersement/contact', {
    multipart: {
      ...{ sujet: 'autre', message: 'Un message du titulaire, avec sa capture.', nom: titulaire.nom, email: titulaire.email, dossier },
      captures: await scan(),
    },
  });
  const ticket = await trouver(page, '/mon-compte/tickets', /\/mon-compte\/tickets\/([0-9a-f-]{36})/);
  const capture = await trouver(page, `/mon-compte/tickets/${ticket}`, /\/api\/captures\/([0-9a-f-]{36})/);
  const parametres: Parametres = {
    ticket,
    capture,
    dossier,
    fichier,
    notification,
    document,
    complement,
    // of nobody
    rendezVous: dossier,
    lieu: dossier,
    etape: 'confirmation',
    piece: 'nationalite',
    emplacement: 'document',
    service: 'timbre-fiscal',
    motif: 'salarie',
    procedure: 'enfant-de-francais',
    modele: 'contrat-engagement',
    message: 'inconnu',
    partie: 'html',
    sorte: 'prefecture',
    cle: '59',
    version: '1',
    // nobody's
    agent: randomUUID(),
  };

  const personneIci = await autreNavigateur();
  const autre = await autreNavigateur();
  await seConnecter(autre, usagerDeDemonstration.numeroEtranger, MOT_DE_PASSE_DEMONSTRATION);
  const ailleurs = await autreNavigateur();
  await entrerCommeAgent(ailleurs, AGENT_DU_RHONE);
  const etrangers = { personne: personneIci.request, autreUsager: autre.request, agentAilleurs: ailleurs.request } as const;

  for (const [role, qui] of Object.entries(etrangers)) {
    const obtenus: string[] = [];
    const attendus: string[] = [];
    for (const porte of PORTES) {
      obtenus.push(`${porte.url} : ${await pousser(qui, porte, parametres)}`);
      attendus.push(`${porte.url} : ${Object.entries(porte).find(([nom]) => nom === role)?.[1]}`);
    }
    expect.soft(obtenus, role).toEqual(attendus);
  }

  await test.step('les mêmes adresses s’ouvrent à qui elles reviennent', async () => {
    for (const url of [
      `/mon-compte/dossiers/${dossier}`,
      `/mon-compte/notifications/${notification}`,
      `/api/documents/${document}`,
      `/mon-compte/tickets/${ticket}`,
      `/api/captures/${capture}`,
      `/demarches/${dossier}/confirmation`,
    ])
      expect((await page.request.get(url)).status(), url).toBe(200);
    for (const url of [pageDuDossier, `/api/agents/fichiers/${fichier}`])
      expect((await instructeur.request.get(url)).status(), url).toBe(200);
  });

  await test.step('leurs formulaires ne servent à personne d’autre', async () => {
    const duTitulaire = await formulairesDe(page, `/mon-compte/notifications/${notification}`);
    const deLAgent = [
      ...(await formulairesDe(instructeur, pageDuDossier)),
      ...(await formulairesDe(instructeur, `${pageDuDossier}/numero`)),
    ];
    expect(duTitulaire.length + deLAgent.length).toBeGreaterThan(1);
    const avant = await (await page.request.get(`/mon-compte/dossiers/${dossier}`)).text();
    for (const [role, qui] of Object.entries(etrangers)) {
      for (const formulaire of [...duTitulaire, ...deLAgent]) {
        const reponse = await rejouer(qui, formulaire);
        const accueil = accueilDe(reponse);
        // either sent to a log-in page, or told that nothing is there; never sent on to the next page
        const refusee =
          ['connexion', 'connexion des agents', 404].includes(accueil) ||
          (accueil === 'ouverte' && /fr-alert--error|n&#x27;êtes pas autorisé|n’y avez pas accès/.test(await reponse.text()));
        expect.soft(refusee, `${role} ${formulaire.page} ${formulaire.champs.map(([n]) => n).join()} : ${accueil}`).toBe(true);
      }
    }
    const histoire = (html: string) => html.match(/portail-historique[\s\S]*?<\/ol>/)?.[0];
    expect(histoire(await (await page.request.get(`/mon-compte/dossiers/${dossier}`)).text())).toBe(histoire(avant));
  });
});
