// Pages of the demonstration provider: plain French, no script, nothing that could be taken for the real service.
import type { PersonneOpenid } from './openid-people.ts';

const texte = (brut: string) => brut.replace(/[&<>"']/g, (signe) => `&#${signe.charCodeAt(0)};`);

const STYLE = `
  body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; color: #161616; background: #f6f6f6 }
  main { max-width: 40rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; background: #fff; min-height: 100vh; box-sizing: border-box }
  .avis { padding: .75rem 1rem; background: #fff3cd; border-inline-start: .25rem solid #b34000 }
  h1 { font-size: 1.5rem; line-height: 1.25 }
  ul { list-style: none; padding: 0 } li { margin-block: .75rem }
  button { font: inherit; text-align: start; width: 100%; padding: .75rem 1rem; border: 1px solid #000091; background: #fff; color: #000091; cursor: pointer }
  button:hover { background: #f0f0ff } button:focus-visible { outline: 3px solid #0a76f6; outline-offset: 2px }
  button span { display: block; color: #3a3a3a; font-size: .875rem } .annuler button { width: auto; border-color: #666; color: #161616 }`;

function page(titre: string, corps: string): string {
  return `<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,">
<title>${texte(titre)} – fournisseur d’identité de démonstration</title><style>${STYLE}</style></head><body><main>
<p class="avis"><strong>Ceci est un fournisseur d’identité de démonstration.</strong> Il n’est pas un service de l’État, ne demande aucun mot de passe et ne connaît que des personnes inventées.</p>
<h1>${texte(titre)}</h1>${corps}</main></body></html>`;
}

/** Choosing who to be. `adresse` is the path that the choice is sent to. */
export function pageDesPersonnes(personnes: readonly PersonneOpenid[], adresse: string, nom: string): string {
  const choix = personnes.map(
    ({ sub, libelle, explication }) =>
      `<li><button name="sub" value="${texte(sub)}">${texte(libelle)}<span>${texte(explication)}</span></button></li>`,
  );
  return page(
    `À la place de ${nom} : qui êtes-vous ?`,
    `<p>Choisissez une personne : vous reviendrez sur le portail avec son identité.</p>
<form method="get" action="${texte(adresse)}"><ul>${choix.join('')}</ul><p class="annuler"><button name="sub" value="">Annuler et revenir au portail</button></p></form>`,
  );
}

/** `formulaire` is the library's, and holds the token of the request: its buttons are ours. */
export function pageSortie(formulaire: string): string {
  return page(
    'Se déconnecter aussi d’ici ?',
    `${formulaire}<p>Le portail a fermé votre session. Voulez-vous fermer aussi celle de ce fournisseur ?</p>
<ul><li><button autofocus type="submit" form="op.logoutForm" value="yes" name="logout">Oui, me déconnecter</button></li>
<li><button type="submit" form="op.logoutForm">Non, rester connecté ici</button></li></ul>`,
  );
}

export function pageErreur(code: string): string {
  return page('Cette demande ne peut pas aboutir', `<p>Revenez au portail et recommencez. Code : ${texte(code)}.</p>`);
}
