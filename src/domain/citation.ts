// How a text is cited in a letter. Definitions write articles as a jurist notes them: « R.*432-1, R.432-2 », « Code du travail R.5221-17 ».

/**
 * « CESEDA, art. R.* 432-1 et R. 432-2 »; another code, or a decree, names itself. What follows a semicolon, or stands in brackets, is a
 * remark for who maintains the definition (« à confirmer », « renouvellement ») and is not printed.
 */
export function citer(article: string): string {
  const [texte = ''] = article.replace(/ \([^)]*\)/g, '').split(' ; ');
  const cites = texte.split(/, (?=[LRD]\.)/).map((a) => a.replace(/\b([LRD]\.\*?)(?=\d)/g, '$1 '));
  const dernier = cites.at(-1) ?? '';
  const enumeres = cites.length > 1 ? `${cites.slice(0, -1).join(', ')} et ${dernier}` : dernier;
  return /^[LRD]\./.test(texte) ? `CESEDA, art. ${enumeres}` : enumeres;
}
