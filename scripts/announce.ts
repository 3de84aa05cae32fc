// What a person reads at the end of `npm start`.
import { comptesDeDemonstration } from '../prisma/demonstration.ts';

/** Lines of the final message. Demonstration logins and mailbox are told only where they exist. */
export function announcement(env: NodeJS.ProcessEnv, logs?: string): string {
  const url = env.PORTAIL_URL ?? '';
  const lines = ['', `Portail : ${url}`, ''];
  if (env.PORTAIL_OFFICIEL !== 'true') {
    lines.push('Comptes de démonstration :');
    const widest = Math.max(...comptesDeDemonstration.map((compte) => compte.role.length));
    const longest = Math.max(...comptesDeDemonstration.map((compte) => compte.identifiant.length));
    for (const { role, identifiant, motDePasse, page } of comptesDeDemonstration) {
      lines.push(`  ${role.padEnd(widest)}  ${identifiant.padEnd(longest)}  ${motDePasse}  ${url}${page}`);
    }
    lines.push('');
  }
  if (env.OPENID_PORT)
    lines.push(`FranceConnect et ProConnect : fournisseur de démonstration ${env.FRANCECONNECT_URL} (on y choisit une personne)`);
  if (env.BOITE_DEVELOPPEMENT === 'true') {
    lines.push(`Courriels envoyés : ${url}/developpement/boite`, `Codes des agents (second facteur) : ${url}/developpement/codes`);
  }
  if (logs) lines.push(`Journaux : ${logs}`);
  lines.push('Arrêter : Ctrl-C', '');
  return lines.join('\n');
}
