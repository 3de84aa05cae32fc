// Sends one file and follows it. XMLHttpRequest, because fetch does not tell how much of a request has left.
import { encodeFileName, FILE_NAME_HEADER } from '#platform/file-name.ts';

export type Issue =
  | { sorte: 'joint'; id: string }
  | { sorte: 'annule' }
  /** a sentence of the server about this file: sending it again would change nothing */
  | { sorte: 'refuse'; message: string }
  /** cut line, fault, expired session: the same file may be sent again */
  | { sorte: 'coupe'; message: string | null };

export type Envoi = { fin: Promise<Issue>; annuler: () => void };

/** Milliseconds without a byte leaving or an answer coming: a telephone that lost its network tells nothing. */
const SILENCE = 90_000;

/** `progres` receives percents. The file stays on the disk of the person: nothing is read in memory here. */
export function envoyer(adresse: string, fichier: File, progres: (pourcent: number) => void): Envoi {
  const requete = new XMLHttpRequest();
  const fin = new Promise<Issue>((finir) => {
    requete.open('POST', adresse);
    requete.setRequestHeader('Accept', 'application/json');
    requete.responseType = 'json';
    let veille = setTimeout(couper, SILENCE);
    function couper() {
      finir({ sorte: 'coupe', message: null });
      requete.abort();
    }
    requete.upload.onprogress = ({ loaded, total }) => {
      clearTimeout(veille);
      veille = setTimeout(couper, SILENCE);
      progres(total > 0 ? Math.floor((loaded / total) * 100) : 0);
    };
    requete.onload = () => finir(lire(requete.status, requete.response));
    requete.onerror = () => finir({ sorte: 'coupe', message: null });
    requete.onabort = () => finir({ sorte: 'annule' });
    requete.onloadend = () => clearTimeout(veille);
    // The file alone, not a form around it: the server has then no boundary to look for in each byte.
    requete.setRequestHeader('Content-Type', 'application/octet-stream');
    requete.setRequestHeader(FILE_NAME_HEADER, encodeFileName(fichier.name));
    requete.send(fichier);
  });
  return { fin, annuler: () => requete.abort() };
}

function lire(statut: number, reponse: unknown): Issue {
  const premier = champ(reponse, 'fichiers');
  const id = statut === 201 && Array.isArray(premier) ? champ(premier[0], 'id') : null;
  if (typeof id === 'string') return { sorte: 'joint', id };
  const message = champ(reponse, 'message');
  const phrase = typeof message === 'string' ? message : null;
  const definitif = statut >= 400 && statut < 500 && statut !== 400 && statut !== 401 && statut !== 408 && statut !== 429;
  return definitif && phrase ? { sorte: 'refuse', message: phrase } : { sorte: 'coupe', message: phrase };
}

function champ(objet: unknown, nom: string): unknown {
  return typeof objet === 'object' && objet !== null ? Object.entries(objet).find(([n]) => n === nom)?.[1] : undefined;
}
