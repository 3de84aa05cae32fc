'use server';
import { LECTEURS_DE_DOSSIERS } from '#domain/access/roles.ts';
import { actionAgent } from '#guard/action.ts';
import { garderPhrase, modifierPhrase, retirerPhrase } from './commands.ts';
import { schemaPhraseModifiee, schemaPhraseNouvelle, schemaPhraseRetiree } from './schema.ts';

const PAGE = '/instruction/phrases';

export const faireGarderPhrase = actionAgent(
  'garder_phrase',
  LECTEURS_DE_DOSSIERS,
  schemaPhraseNouvelle,
  async ({ saisie, agent, portee, at }) => {
    const fait = await garderPhrase(portee, agent, saisie.ecrite, saisie.pour, at);
    return fait.ok ? { vers: `${PAGE}?fait=gardee` } : fait;
  },
);

export const faireModifierPhrase = actionAgent(
  'modifier_phrase',
  LECTEURS_DE_DOSSIERS,
  schemaPhraseModifiee,
  async ({ saisie, agent, portee }) => {
    const fait = await modifierPhrase(portee, agent, saisie.id, saisie.ecrite);
    return fait.ok ? { vers: `${PAGE}?fait=modifiee` } : fait;
  },
);

export const faireRetirerPhrase = actionAgent(
  'retirer_phrase',
  LECTEURS_DE_DOSSIERS,
  schemaPhraseRetiree,
  async ({ saisie, agent, portee }) => {
    const fait = await retirerPhrase(portee, agent, saisie.id);
    return fait.ok ? { vers: `${PAGE}?fait=retiree` } : fait;
  },
);
