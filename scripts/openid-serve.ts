// The process of the demonstration provider. It has its own port; the portal reaches it as it would reach FranceConnect.
import type { JWK } from 'oidc-provider';
import { ouvrirFournisseur } from './openid-provider.ts';

const read = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} manque : ce fournisseur est lancé par npm start ou npm run dev.`);
  return value;
};

const portail = read('PORTAIL_URL').replace(/\/$/, '');
const sortie = `${portail}/api/connexion/sortie`;
await ouvrirFournisseur({
  emetteur: read('FRANCECONNECT_URL'),
  port: Number(read('OPENID_PORT')),
  cles: JSON.parse(read('OPENID_CLES')) as JWK[],
  franceconnect: {
    id: read('FRANCECONNECT_CLIENT_ID'),
    secret: read('FRANCECONNECT_CLIENT_SECRET'),
    retour: `${portail}/api/connexion/franceconnect/retour`,
    sortie,
  },
  proconnect: {
    id: read('PROCONNECT_CLIENT_ID'),
    secret: read('PROCONNECT_CLIENT_SECRET'),
    retour: `${portail}/api/agents/connexion/proconnect/retour`,
    sortie,
  },
});
