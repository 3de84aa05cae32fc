// The filters of the access log, which are in its address.
import { z } from 'zod';
import { type Jour, jourSaisi, plusJours } from '#domain/jour.ts';
import type { Parametres } from '../schema.ts';

export type Repere = { le: Date; id: string };
export type DemandeAcces = { numero: string; agent: string; du: Jour | null; au: Jour | null; apres: Repere | null };

const iso = z.iso.date().nullable().catch(null);
const repere = z
  .string()
  .regex(/^\d{1,15}_\d{1,19}$/)
  .transform((texte): Repere => {
    const [le = '', id = ''] = texte.split('_');
    return { le: new Date(Number(le)), id };
  })
  .nullable()
  .catch(null);
const mot = z.string().trim().max(120).catch('');

/** A day given by the three inputs of the form, or in one piece by the links of the page. */
function jourDeLAdresse(parametres: Parametres, nom: string): Jour | null {
  const de = (partie: string) => mot.parse(parametres[`${nom}.${partie}`]);
  return jourSaisi({ jour: de('jour'), mois: de('mois'), annee: de('annee') }) ?? iso.parse(parametres[nom]);
}

export function lireDemandeAcces(parametres: Parametres): DemandeAcces {
  return {
    numero: mot.parse(parametres.numero).replace(/\s/g, ''),
    agent: mot.parse(parametres.agent),
    du: jourDeLAdresse(parametres, 'du'),
    au: jourDeLAdresse(parametres, 'au'),
    apres: repere.parse(parametres.apres),
  };
}

/** The same filters, as an address. */
export function ecrireDemandeAcces({ numero, agent, du, au, apres }: DemandeAcces): string {
  const suite = apres ? `${apres.le.getTime()}_${apres.id}` : '';
  const tous = { numero, agent, du: du ?? '', au: au ?? '', apres: suite };
  return new URLSearchParams(Object.entries(tous).filter(([, v]) => v !== '')).toString();
}

/** The day after, to compare instants with days. */
export const lendemain = (jour: Jour): Jour => plusJours(jour, 1);
