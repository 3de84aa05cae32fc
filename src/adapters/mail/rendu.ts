// The two parts of a mail, from the same blocks: neither can say what the other does not.
// HTML without tables: one column that any width shows, styles inline because mail readers drop the others.
import type { Bloc, EnTete, Message } from './message.ts';

const DEMONSTRATION = 'Démonstration, service non officiel';
const AUTOMATIQUE = 'Ce message est généré automatiquement, merci de ne pas y répondre.';

const salutation = (nom: string | null) => (nom ? `Bonjour ${nom},` : 'Bonjour,');
const signature = (entete: EnTete) => `La ${entete.direction.charAt(0).toUpperCase()}${entete.direction.slice(1)}`;

export function rendreTexte(message: Message, entete: EnTete): string {
  return [
    entete.ministere.toUpperCase(),
    entete.officiel ? '' : DEMONSTRATION,
    salutation(message.nom),
    ...message.contenu.map(texteDuBloc),
    'Cordialement,',
    signature(entete),
    AUTOMATIQUE,
  ]
    .filter((partie) => partie !== '')
    .join('\n\n')
    .concat('\n');
}

function texteDuBloc(bloc: Bloc): string {
  switch (bloc.type) {
    case 'paragraphe':
      return bloc.texte;
    case 'definitions':
      return bloc.lignes.map((l) => `${l.terme} : ${l.valeur}`).join('\n');
    case 'liste':
      return bloc.elements.map((e) => `- ${e}`).join('\n');
    case 'lien':
      return `${bloc.libelle} : ${bloc.href}`;
  }
}

const SIGNES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const sauf = (texte: string) => texte.replace(/[&<>"']/g, (signe) => SIGNES[signe] ?? signe);

const P = 'margin:0 0 16px';
const BLEU = '#000091';

export function rendreHtml(message: Message, entete: EnTete): string {
  const mention = entete.officiel ? '' : `<p style="${P};color:#b34000;font-weight:bold">${DEMONSTRATION}</p>`;
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${sauf(message.sujet)}</title>
</head>
<body style="margin:0;background:#f6f6f6">
<div style="max-width:600px;margin:0 auto;padding:24px;background:#ffffff;color:#161616;font:16px/1.5 Marianne,Arial,sans-serif;overflow-wrap:anywhere">
<p style="margin:0 0 24px;padding-bottom:16px;border-bottom:2px solid ${BLEU};font-weight:bold">${sauf(entete.ministere)}</p>
${mention}
<h1 style="margin:0 0 16px;font-size:20px;line-height:1.4">${sauf(message.sujet)}</h1>
<p style="${P}">${sauf(salutation(message.nom))}</p>
${message.contenu.map(htmlDuBloc).join('\n')}
<p style="${P}">Cordialement,</p>
<p style="${P};font-weight:bold">${sauf(signature(entete))}</p>
<p style="margin:24px 0 0;padding-top:16px;border-top:1px solid #dddddd;color:#666666;font-size:14px">${AUTOMATIQUE}</p>
</div>
</body>
</html>
`;
}

function htmlDuBloc(bloc: Bloc): string {
  switch (bloc.type) {
    case 'paragraphe':
      return `<p style="${P}${bloc.fort ? ';font-weight:bold' : ''}">${sauf(bloc.texte)}</p>`;
    case 'definitions':
      return `<dl style="${P};padding:16px;background:#f0f0f8">${bloc.lignes
        .map((l) => `<dt style="color:#3a3a3a">${sauf(l.terme)} :</dt><dd style="margin:0 0 8px;font-weight:bold">${sauf(l.valeur)}</dd>`)
        .join('')}</dl>`;
    case 'liste':
      return `<ul style="${P};padding-inline-start:24px">${bloc.elements.map((e) => `<li>${sauf(e)}</li>`).join('')}</ul>`;
    case 'lien':
      return `<p style="${P}"><a href="${sauf(bloc.href)}" style="display:inline-block;padding:8px 16px;background:${BLEU};color:#ffffff;text-decoration:none">${sauf(bloc.libelle)}</a></p>`;
  }
}
