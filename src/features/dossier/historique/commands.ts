// The history of a dossier as a document that a judge can keep: dated, numbered, tagged, signed. Nothing of it is kept here: asking again
// gives what is true then. The reason is written, and the reading logged, before the first byte.
import 'server-only';
import type { Bloc } from '#adapters/pdf/bloc.ts';
import { marqueDuPortail, rendrePdf } from '#adapters/pdf/pdf.ts';
import { signer } from '#adapters/signature/signature.ts';
import type { Agent } from '#domain/access/actors.ts';
import type { PorteeAgent } from '#domain/access/scope.ts';
import { jourDe } from '#domain/jour.ts';
import { consignerActe } from '#features/administration/commands.ts';
import { consignerConsultation } from '#features/consultations/commands.ts';
import type { Octets } from '#guard/octets.ts';
import { transaction } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { type Histoire, histoireDuDossier } from './queries.ts';

const horloge = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'short', timeStyle: 'medium', timeZone: 'Europe/Paris' });
const instant = (le: Date) => horloge.format(le);
const OBJETS: Readonly<Record<string, string>> = { dossier: 'le dossier', fichier: 'un fichier', document: 'un document' };

/** Null when the dossier is not theirs. */
export async function exporterHistorique(
  portee: PorteeAgent,
  agent: Agent,
  dossierId: string,
  motif: string,
  at: Date,
): Promise<{ contenu: Uint8Array<ArrayBuffer>; octets: Octets } | null> {
  const avant = await histoireDuDossier(portee, dossierId);
  if (!avant) return null;
  const reference = newId();
  await transaction((tx) =>
    consignerActe(
      tx,
      { par: agent.agentId, type: 'historique_exporte', cibleId: null, faits: { demande: avant.numero, motif, reference } },
      at,
    ),
  );
  await consignerConsultation({ agentId: agent.agentId, dossierId, objet: 'dossier', objetId: null, finalite: 'contentieux' }, at);
  // read again: the export is a reading, the last of those it tells
  const histoire = (await histoireDuDossier(portee, dossierId)) ?? avant;
  const titre = `Historique de la demande n° ${histoire.numero}`;
  const contenu = composer(histoire, { reference, motif, par: agent.nom, at });
  const pdf = await signer(await rendrePdf({ titre, contenu, marque: marqueDuPortail(), date: at }), { motif: titre, le: at });
  const nom = `historique-${histoire.numero}-${jourDe(at)}.pdf`;
  return { contenu: new Uint8Array(pdf), octets: { type: 'application/pdf', nom, taille: pdf.length, affichage: 'a_enregistrer' } };
}

type Export = { reference: string; motif: string; par: string; at: Date };

/** Each line bears its rank: a court cites them. */
export function composer(h: Histoire, { reference, motif, par, at }: Export): Bloc[] {
  const partie = (texte: string, lignes: readonly (readonly [string, string])[], vide: string): Bloc[] => [
    { type: 'titre', niveau: 2, texte: `${texte} (${lignes.length})` },
    lignes.length === 0
      ? { type: 'paragraphe', texte: vide }
      : { type: 'liste', elements: lignes.map(([tete, suite], i) => [{ gras: `${i + 1}. ${tete}` }, ` – ${suite}`]) },
  ];
  const empreinte = (o: { nom: string; sha256: string; remarque: string | null }) =>
    `${o.nom}. SHA-256 : ${o.sha256}${o.remarque ? ` (${o.remarque})` : ''}.`;
  return [
    {
      type: 'definitions',
      lignes: [
        { terme: 'N° de la demande', valeur: h.numero },
        { terme: 'Personne', valeur: h.demandeur },
        { terme: 'N° étranger', valeur: h.numeroEtranger ?? '' },
        { terme: 'Démarche', valeur: h.procedure },
        { terme: 'Préfecture', valeur: h.prefecture },
        { terme: 'Déposée le', valeur: instant(h.deposeLe) },
        { terme: 'État', valeur: h.statut },
        { terme: 'Établi le', valeur: `${instant(at)}, par ${par}` },
        { terme: 'Motif', valeur: motif },
        { terme: 'Référence', valeur: reference },
      ],
    },
    {
      type: 'encadre',
      titre: 'Ce que ce document contient',
      contenu: [
        'Tous les événements enregistrés pour cette demande, dans leur ordre, avec leur auteur ; l’empreinte des fichiers reçus et des documents émis ; ce qui a été notifié et lu ; les consultations par les agents. Les heures sont celles de Paris.',
        'Ces journaux sont en ajout seul : le service ne peut ni les modifier ni les effacer. Les consultations sont chaînées par empreinte et gardées trois ans (CESEDA, art. R. 142-22).',
      ],
    },
    ...partie(
      'Événements',
      h.evenements.map((e) => [
        instant(e.le),
        `${e.quoi} Par : ${e.qui}.${e.faits.length ? ` ${e.faits.map((f) => `${f.cle} : ${f.valeur}`).join(' ; ')}.` : ''}`,
      ]),
      'Aucun événement.',
    ),
    ...partie(
      'Documents émis',
      h.documents.map((o) => [instant(o.le), empreinte(o)]),
      'Aucun document.',
    ),
    ...partie(
      'Fichiers reçus',
      h.fichiers.map((o) => [instant(o.le), empreinte(o)]),
      'Aucun fichier.',
    ),
    ...partie(
      'Notifications',
      h.notifications.map((n) => [
        instant(n.disponibleLe),
        `${n.titre} ${n.ouverteLe ? `Ouverte le ${instant(n.ouverteLe)}.` : 'Jamais ouverte.'}`,
      ]),
      'Aucune notification.',
    ),
    ...partie(
      'Consultations',
      h.consultations.map((c) => [
        instant(c.le),
        `${c.agent}, ${c.service} : ${OBJETS[c.objet] ?? c.objet}. ${c.finalite}. Place dans le journal : ${c.place}.`,
      ]),
      'Aucune consultation.',
    ),
  ];
}
