'use server';
import { normaliserTimbre } from '#adapters/timbre/timbre.ts';
import { phraseDuRefus } from '#domain/refusals.ts';
import { lireBordereau } from '#domain/titre/bordereau.ts';
import { annulerRendezVous, constaterAbsence, convoquer, deplacerRendezVous, releverBiometrie } from '#features/rendez-vous/commands.ts';
import { actionAgent, actionUsager } from '#guard/action.ts';
import { commanderTitre, recevoirLot, recevoirTitre, remettre } from './commands.ts';
import {
  schemaBordereau,
  schemaCommander,
  schemaConvoquer,
  schemaDeplacer,
  schemaRecevoir,
  schemaRemettre,
  schemaRendezVous,
} from './schema.ts';

const ACCUEIL_ET_INSTRUCTION = ['accueil', 'instructeur'] as const;

const page = ({ dossier, depuis }: { dossier: string; depuis: 'accueil' | 'instruction' }, fait: string) => ({
  vers: depuis === 'accueil' ? `/accueil-du-jour/${dossier}?fait=${fait}` : `/instruction/${dossier}/titre?fait=${fait}`,
});

export const faireConvoquer = actionAgent('convoquer', ACCUEIL_ET_INSTRUCTION, schemaConvoquer, async ({ saisie, agent, portee, at }) => {
  const { dossier: dossierId, sorte, creneau } = saisie;
  const fait = await convoquer({ acteur: agent, portee, at }, { dossierId, sorte, ...creneau });
  return fait.ok ? page(saisie, 'convoque') : fait;
});

export const faireDeplacer = actionAgent(
  'deplacer_rendez_vous',
  ACCUEIL_ET_INSTRUCTION,
  schemaDeplacer,
  async ({ saisie, agent, portee, at }) => {
    const { dossier: dossierId, convocation, creneau } = saisie;
    const fait = await deplacerRendezVous({ acteur: agent, portee, at }, { dossierId, convocation, ...creneau });
    return fait.ok ? page(saisie, 'deplace') : fait;
  },
);

export const faireAnnuler = actionAgent(
  'annuler_rendez_vous',
  ACCUEIL_ET_INSTRUCTION,
  schemaRendezVous,
  async ({ saisie, agent, portee, at }) => {
    const fait = await annulerRendezVous({ acteur: agent, portee, at }, { dossierId: saisie.dossier, convocation: saisie.convocation });
    return fait.ok ? page(saisie, 'annule') : fait;
  },
);

export const faireConstaterAbsence = actionAgent(
  'constater_absence',
  ACCUEIL_ET_INSTRUCTION,
  schemaRendezVous,
  async ({ saisie, agent, portee, at }) => {
    const fait = await constaterAbsence({ acteur: agent, portee, at }, { dossierId: saisie.dossier, convocation: saisie.convocation });
    return fait.ok ? page(saisie, 'absence') : fait;
  },
);

export const faireRelever = actionAgent('relever_biometrie', ['accueil'], schemaRendezVous, async ({ saisie, agent, portee, at }) => {
  const fait = await releverBiometrie({ acteur: agent, portee, at }, { dossierId: saisie.dossier, convocation: saisie.convocation });
  return fait.ok ? page(saisie, 'biometrie') : fait;
});

export const faireCommander = actionAgent('commander_titre', ['instructeur'], schemaCommander, async ({ saisie, agent, portee, at }) => {
  const fait = await commanderTitre({ acteur: agent, portee, dossierId: saisie.dossier, at });
  return fait.ok ? page(saisie, 'commande') : fait;
});

export const faireRecevoir = actionAgent(
  'recevoir_titre',
  ACCUEIL_ET_INSTRUCTION,
  schemaRecevoir,
  async ({ saisie, agent, portee, at }) => {
    const { dossier: dossierId, numeroTitre, debut, fin } = saisie;
    const fait = await recevoirTitre(portee, agent, { dossierId, numeroTitre, debut, fin }, at);
    return fait.ok ? page(saisie, 'recu') : fait;
  },
);

/** Each line has its result; those that failed come back in the field, to be corrected and sent again. */
export const faireRecevoirLot = actionAgent(
  'recevoir_lot',
  ACCUEIL_ET_INSTRUCTION,
  schemaBordereau,
  async ({ saisie, agent, portee, at }) => {
    const { lignes, fautes } = lireBordereau(saisie.bordereau);
    const issues = await recevoirLot(portee, agent, lignes, at);
    const recus = issues.filter((i) => i.issue.ok).length;
    const textes = saisie.bordereau.split(/\r?\n/).filter((l) => l.trim() !== '');
    const rejets = [
      ...fautes.map(({ rang, faute }) => ({ rang, faute })),
      ...issues.flatMap(({ rang, issue }) => (issue.ok ? [] : [{ rang, faute: phraseDuRefus(issue.refus, issue.details) }])),
    ].toSorted((a, b) => a.rang - b.rang);
    const succes = recus > 0 ? `Titres enregistrés : ${recus}. Chaque personne est prévenue et convoquée.` : undefined;
    if (rejets.length === 0) return { etat: { succes, valeurs: { bordereau: '' } } };
    const dit = rejets
      .map(({ rang, faute }, i) => `Ligne ${i + 1} (${textes[rang - 1]?.split(/[;\t]/)[0]?.trim() ?? ''}) : ${faute}`)
      .join(' ');
    return { etat: { succes, erreurs: { bordereau: dit }, valeurs: { bordereau: rejets.map(({ rang }) => textes[rang - 1]).join('\n') } } };
  },
);

export const faireRemettre = actionAgent('remettre', ['accueil'], schemaRemettre, async ({ saisie, agent, portee, at }) => {
  const { dossier, identite, ancienTitre, cas, timbres, pieces, empreintes } = saisie;
  const numeros = timbres
    .split(/[\n,;]/)
    .map(normaliserTimbre)
    .filter((numero) => numero !== '');
  const controles = { identite, ancienTitre, timbres: numeros, cas: cas || null, pieces: Object.keys(pieces), empreintes };
  const fait = await remettre(portee, agent, dossier, { ...controles, noticeSignee: true, copieRemise: true }, at);
  return fait.ok ? page({ dossier, depuis: 'accueil' }, 'remis') : fait;
});

/** The person, or who may answer for them, moves the appointment. */
export const faireDeplacerLeMien = actionUsager('deplacer_mon_rendez_vous', schemaDeplacer, async ({ saisie, usager, portee, at }) => {
  const { dossier: dossierId, convocation, creneau } = saisie;
  const fait = await deplacerRendezVous({ acteur: usager, portee, at }, { dossierId, convocation, ...creneau });
  return fait.ok ? { vers: `/mon-compte/dossiers/${dossierId}/rendez-vous?fait=deplace` } : fait;
});
