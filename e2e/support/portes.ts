// Every page and every byte route, with what each stranger must get. A file of src/app that is not here fails tests/guard/doors.test.ts.
// The dossier tried belongs to one usager and to the préfecture of Nord; its address, number and files are known to the strangers.

/** 200 · sent to a log-in page · sent elsewhere in the portal · sent to the OpenID provider, or to the page that says why it failed · an HTTP status (404 tells nothing of what exists) */
export type Accueil =
  | 'ouverte'
  | 'connexion'
  | 'connexion des agents'
  | 'accueil'
  | 'fournisseur'
  | 'échec FranceConnect'
  | 'échec ProConnect'
  | `vers /${string}`
  | 401
  | 404;

export type Porte = {
  url: string;
  method?: 'POST';
  personne: Accueil;
  /** another usager, complete session */
  autreUsager: Accueil;
  /** an instructeur of another préfecture, with no usager session */
  agentAilleurs: Accueil;
};

const tous = (accueil: Accueil) => ({ personne: accueil, autreUsager: accueil, agentAilleurs: accueil });
const publique = (url: string): Porte => ({ url, ...tous('ouverte') });
/** A page of the usager's space that concerns one thing. */
const duUsager = (url: string): Porte => ({ url, personne: 'connexion', autreUsager: 404, agentAilleurs: 'connexion' });
/** A page of the usager's space that shows only what is theirs. */
const dUnUsager = (url: string): Porte => ({ url, personne: 'connexion', autreUsager: 'ouverte', agentAilleurs: 'connexion' });
const deLAgent = (url: string): Porte => ({
  url,
  personne: 'connexion des agents',
  autreUsager: 'connexion des agents',
  agentAilleurs: 404,
});
/** A page where an agent finds only what is theirs, whatever their préfecture. */
const dUnAgent = (url: string): Porte => ({
  url,
  personne: 'connexion des agents',
  autreUsager: 'connexion des agents',
  agentAilleurs: 'ouverte',
});
const octetsDuUsager = (url: string, method?: 'POST'): Porte => ({ url, method, personne: 401, autreUsager: 404, agentAilleurs: 401 });
const octetsDeLAgent = (url: string): Porte => ({ url, personne: 401, autreUsager: 401, agentAilleurs: 404 });

export const PORTES: readonly Porte[] = [
  ...[
    '/',
    '/accessibilite',
    '/aide',
    '/contact',
    '/contact/suivi',
    '/demander-un-titre',
    '/mentions-legales',
    '/plan-du-site',
    '/verification',
    '/developpement/boite',
    '/developpement/codes',
  ].map(publique),
  publique('/services/[service]'),
  ...['/catalogue', '/catalogue/[procedure]', '/orientation/[motif]'].map(publique),
  { url: '/developpement/boite/[message]', ...tous(404) },

  ...[
    '/compte/creation',
    '/compte/creation-avec-numero',
    '/compte/confirmation',
    '/connexion/lien',
    '/compte/identifiant-oublie',
    '/compte/mot-de-passe-oublie',
    '/compte/nouveau-mot-de-passe',
    '/agents/connexion',
    '/agents/invitation',
    '/agents/mot-de-passe-oublie',
    '/agents/nouveau-mot-de-passe',
  ].map(publique),
  publique('/mon-compte/courriel'),
  publique('/compte/supprime'),
  { url: '/connexion', personne: 'ouverte', autreUsager: 'accueil', agentAilleurs: 'ouverte' },
  ...['/connexion/franceconnect', '/agents/connexion/proconnect'].map(publique),
  { url: '/connexion/sortie', personne: 'ouverte', autreUsager: 'accueil', agentAilleurs: 'ouverte' },
  // a complete session has no business on the pages of an incomplete one: it is sent to the front page of its door
  { url: '/connexion/facteur', personne: 'connexion', autreUsager: 'accueil', agentAilleurs: 'connexion' },
  ...['/agents/facteur', '/agents/enrolement', '/agents/enrolement/application', '/agents/enrolement/cle'].map((url) => ({
    url,
    ...tous('connexion des agents'),
  })),
  // what an agent may read of themselves
  ...['', '/cle', '/codes', '/mot-de-passe'].map((suite) => dUnAgent(`/agents/mon-compte${suite}`)),
  dUnAgent('/agents/confirmation'),
  // nothing is being added: back to the list
  { ...dUnAgent('/agents/mon-compte/application'), agentAilleurs: 'vers /agents/mon-compte' },
  ...['', '/cle'].map((suite) => dUnUsager(`/mon-compte/securite${suite}`)),
  dUnUsager('/mon-compte/securite/mot-de-passe'),
  ...['/application', '/codes'].map((suite) => ({
    ...dUnUsager(`/mon-compte/securite${suite}`),
    autreUsager: 'vers /mon-compte/securite' as const,
  })),
  { url: '/compte/reinitialisation', personne: 'connexion', autreUsager: 'accueil', agentAilleurs: 'connexion' },

  dUnUsager('/premiere-demande'),
  dUnUsager('/demander-un-titre/moi-meme'),
  dUnUsager('/demander-un-titre/mineur'),
  dUnUsager('/demander-un-titre/[procedure]'),
  dUnUsager('/demarches/nouvelle'),
  dUnUsager('/mon-compte'),
  dUnUsager('/mon-compte/blocages'),
  dUnUsager('/mon-compte/tickets'),
  duUsager('/mon-compte/tickets/[ticket]'),
  dUnUsager('/mon-compte/notifications'),
  dUnUsager('/mon-compte/consentement'),
  dUnUsager('/mon-compte/coordonnees'),
  dUnUsager('/mon-compte/donnees'),
  dUnUsager('/mon-compte/donnees/suppression'),
  dUnUsager('/mon-compte/mandats'),
  dUnUsager('/mon-compte/mandats/nouveau'),
  dUnUsager('/mandats/acceptation'),
  ...[
    '/demarches/[dossier]/[etape]',
    '/demarches/[dossier]/abandon',
    '/mon-compte/dossiers/[dossier]',
    '/mon-compte/dossiers/[dossier]/consultations',
    '/mon-compte/dossiers/[dossier]/rendez-vous',
    '/mon-compte/dossiers/[dossier]/messages',
    '/mon-compte/dossiers/[dossier]/completer',
    '/mon-compte/dossiers/[dossier]/retirer',
    '/mon-compte/notifications/[notification]',
  ].map(duUsager),

  ...['/instruction', '/instruction/recherche'].map(dUnAgent),
  ...[
    '',
    '/acces',
    '/avis',
    '/complement',
    '/decision',
    '/ecart/[fichier]',
    '/historique',
    '/messages',
    '/numero',
    '/proposition',
    '/retrait',
    '/titre',
    '/transfert',
  ].map((suite) => deLAgent(`/instruction/[dossier]${suite}`)),
  // the chef's
  deLAgent('/instruction/attribution'),
  // an instructeur has no part in the assistance
  ...['/assistance', '/assistance/[ticket]'].map(deLAgent),
  // nor at the desk, but for the cards that arrive
  ...['/accueil-du-jour', '/accueil-du-jour/[dossier]'].map(deLAgent),
  dUnAgent('/accueil-du-jour/arrivees'),
  ...['/guichet/nouveau', '/guichet/depart/[ticket]', '/guichet/[dossier]/[etape]', '/guichet/[dossier]/complement'].map(deLAgent),

  // an instructeur of Rhône plans their own absences, and manages nothing
  dUnAgent('/instruction/phrases'),
  dUnAgent('/instruction/avis'),
  // an instructeur of Rhône finds there what is theirs
  ...['/instruction/alertes', '/instruction/attestations'].map(dUnAgent),
  { url: '/instruction/absences', personne: 'connexion des agents', autreUsager: 'connexion des agents', agentAilleurs: 'ouverte' },
  deLAgent('/instruction/pilotage'),
  ...[
    '',
    '/acces',
    '/agents',
    '/agents/[agent]',
    '/agents/invitation',
    '/bris-de-glace',
    '/bris-de-glace/[dossier]',
    '/delegations',
    '/journal',
    '/conservation',
    '/pilotage',
    '/lieux',
    '/lieux/[lieu]',
    '/references',
    '/references/[sorte]',
    '/references/[sorte]/[cle]',
    '/listes',
    '/listes/[procedure]',
    '/listes/[procedure]/questions',
    '/listes/[procedure]/[version]',
    '/listes/[procedure]/[version]/pieces/[piece]',
    '/listes/[procedure]/[version]/verifier',
  ].map((suite) => deLAgent(`/administration${suite}`)),

  ...['/api/connexion/franceconnect', '/api/agents/connexion/proconnect'].map((url) => ({ url, ...tous('fournisseur') })),
  { url: '/api/connexion/franceconnect/retour', ...tous('échec FranceConnect') },
  { url: '/api/agents/connexion/proconnect/retour', ...tous('échec ProConnect') },
  { url: '/api/connexion/sortie', ...tous('accueil') },
  publique('/api/sante'),
  { url: '/api/metriques', ...tous(404) },
  publique('/api/modeles/[modele]'),
  publique('/api/procedures/[procedure]/liste-des-pieces'),
  // open to all, but a calendar needs the end of a titre
  { url: '/api/catalogue/[procedure]/calendrier', ...tous(404) },
  { url: '/api/developpement/boite/[message]/[partie]', ...tous(404) },
  { url: '/api/adresses', personne: 401, autreUsager: 'ouverte', agentAilleurs: 'ouverte' },
  octetsDuUsager('/api/fichiers/[fichier]'),
  octetsDuUsager('/api/documents/[document]'),
  octetsDuUsager('/api/rendez-vous/[rendezVous]/agenda'),
  octetsDuUsager('/api/messages/[fichier]'),
  octetsDuUsager('/api/televersement/messages/[dossier]/[message]', 'POST'),
  { ...octetsDeLAgent('/api/agents/televersement/[dossier]/[message]'), method: 'POST' },
  octetsDeLAgent('/api/agents/messages/[fichier]'),
  octetsDuUsager('/api/mon-compte/donnees', 'POST'),
  octetsDuUsager('/api/demarches/[dossier]/liste-des-pieces'),
  octetsDuUsager('/api/demarches/[dossier]/saisie/[etape]', 'POST'),
  octetsDuUsager('/api/demarches/[dossier]/blocage', 'POST'),
  octetsDuUsager('/api/complements/[complement]/saisie', 'POST'),
  octetsDuUsager('/api/televersement/[dossier]/[piece]/[emplacement]', 'POST'),
  { url: '/api/captures/[capture]', ...tous(404) },
  // the form itself: a page answers, whoever posts; nothing posted here is complete
  { url: '/api/televersement/contact', method: 'POST', ...tous('vers /contact') },
  octetsDeLAgent('/api/agents/captures/[capture]'),
  octetsDeLAgent('/api/agents/fichiers/[fichier]'),
  { url: '/api/agents/dossiers/[dossier]/presence', method: 'POST', personne: 401, autreUsager: 401, agentAilleurs: 404 },
  octetsDeLAgent('/api/agents/documents/[document]'),
  { ...octetsDeLAgent('/api/agents/dossiers/[dossier]/historique'), method: 'POST' },
  octetsDeLAgent('/api/pilotage'),
  octetsDeLAgent('/api/administration/acces'),
  octetsDeLAgent('/api/administration/dossiers/[dossier]/fichiers/[fichier]'),
  octetsDeLAgent('/api/administration/dossiers/[dossier]/documents/[document]'),
];
