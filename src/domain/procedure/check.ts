// Checks a definition and reports every problem with its path, so that a mistake is found the day it is written.
import { checkCondition, checkPieces, doublons, type Probleme } from './check-liste.ts';
import type { Champ, Procedure } from './definition.ts';
import { etapesAChamps } from './navigate.ts';
import { champsDeLaProcedure } from './valeurs.ts';

export type { Probleme } from './check-liste.ts';

const CODE = /^[a-z][a-z0-9_]*$/;

export function check(procedure: Procedure): Probleme[] {
  return [
    ...checkEtapes(procedure),
    ...checkChamps(procedure),
    ...checkSuites(procedure),
    ...checkListes(procedure),
    ...checkExemple(procedure),
  ];
}

const codesDesChamps = (procedure: Procedure): ReadonlySet<string> => new Set(champsDeLaProcedure(procedure).map((c) => c.code));

/** Conditions outside the questions: title, silence, right to work, stops, the date that opens the window. */
function checkSuites(procedure: Procedure): Probleme[] {
  const connus = codesDesChamps(procedure);
  const conditions = [
    ...(procedure.titreDelivre.selon ?? []).map((c, i) => ({ si: c.si, chemin: `titreDelivre.selon.${i}` })),
    ...(procedure.tarifSelon ?? []).map((c, i) => ({ si: c.si, chemin: `tarifSelon.${i}` })),
    ...procedure.silence.map((c, i) => ({ si: c.si, chemin: `silence.${i}` })),
    { si: procedure.commissionSi, chemin: 'commissionSi' },
    { si: procedure.travailPendantInstruction?.si, chemin: 'travailPendantInstruction' },
    ...etapesAChamps(procedure).flatMap((e) =>
      e.sections.flatMap((s) => s.champs.map((c) => ({ si: c.arret?.si, chemin: `etapes.${e.code}.${s.code}.${c.code}.arret` }))),
    ),
  ];
  const { fenetre } = procedure;
  return [
    ...conditions.flatMap(({ si, chemin }) => (si ? checkCondition(si, connus, chemin) : [])),
    ...(fenetre.sorte === 'depuis' && !connus.has(fenetre.champ)
      ? [{ chemin: 'fenetre', message: `champ inconnu : ${fenetre.champ}` }]
      : []),
    ...(procedure.adresseCompetente !== undefined && !connus.has(procedure.adresseCompetente)
      ? [{ chemin: 'adresseCompetente', message: `champ inconnu : ${procedure.adresseCompetente}` }]
      : []),
    ...(procedure.acces.sorte === 'titre' && procedure.acces.titres.length === 0
      ? [{ chemin: 'acces.titres', message: 'aucun titre n’y mène' }]
      : []),
  ];
}

function checkEtapes(procedure: Procedure): Probleme[] {
  const sortes = procedure.etapes.map((e) => e.sorte);
  const problemes: Probleme[] = [];
  if (sortes.at(-1) !== 'confirmation' || sortes.at(-2) !== 'depot')
    problemes.push({ chemin: 'etapes', message: 'les deux dernières étapes sont le dépôt et la confirmation' });
  if (sortes.filter((s) => s === 'pieces').length !== 1) problemes.push({ chemin: 'etapes', message: 'une étape de pièces, et une seule' });
  problemes.push(...doublons(procedure.etapes.map((e) => e.code)).map((code) => ({ chemin: `etapes.${code}`, message: 'code en double' })));
  procedure.etapes.forEach((etape, i) => {
    const avant = procedure.etapes[i - 1];
    if (avant && etape.progression < avant.progression)
      problemes.push({ chemin: `etapes.${etape.code}`, message: 'la progression recule' });
  });
  return problemes;
}

function checkChamps(procedure: Procedure): Probleme[] {
  const vus = new Set<string>();
  const problemes: Probleme[] = [];
  for (const etape of etapesAChamps(procedure)) {
    for (const section of etape.sections) {
      if (!section.provenance) problemes.push({ chemin: `etapes.${etape.code}.${section.code}`, message: 'section sans source' });
      for (const champ of section.champs) {
        const chemin = `etapes.${etape.code}.${section.code}.${champ.code}`;
        if (vus.has(champ.code)) problemes.push({ chemin, message: 'code de champ en double' });
        problemes.push(...checkChamp(champ, chemin));
        if (champ.visible) problemes.push(...checkCondition(champ.visible, vus, `${chemin}.visible`));
        vus.add(champ.code);
      }
    }
  }
  return problemes;
}

function checkChamp(champ: Champ, chemin: string): Probleme[] {
  const problemes: Probleme[] = [];
  if (!CODE.test(champ.code)) problemes.push({ chemin, message: 'code en snake_case attendu' });
  if (champ.libelle.trim() === '') problemes.push({ chemin, message: 'libellé vide' });
  if (champ.type === 'choix' || champ.type === 'cases') {
    if (champ.options.length < 2) problemes.push({ chemin, message: 'un choix a au moins deux options' });
    problemes.push(
      ...doublons(champ.options.map((o) => o.code)).map((code) => ({ chemin: `${chemin}.${code}`, message: 'option en double' })),
    );
  }
  if (champ.type === 'repetition') {
    problemes.push(...champ.champs.flatMap((c) => checkChamp(c, `${chemin}.${c.code}`)));
    problemes.push(
      ...doublons(champ.champs.map((c) => c.code)).map((code) => ({ chemin: `${chemin}.${code}`, message: 'code de champ en double' })),
    );
  }
  return problemes;
}

function checkListes(procedure: Procedure): Probleme[] {
  if (procedure.listes.length === 0) return [{ chemin: 'listes', message: 'aucune liste de pièces' }];
  return procedure.listes.flatMap(({ version, effetLe, pieces }) =>
    checkPieces(pieces, procedure, effetLe).map(({ piece, partie, message }) => ({
      chemin: ['listes', version, piece, partie].filter((x) => x !== null && x !== '').join('.'),
      message,
    })),
  );
}

function checkExemple(procedure: Procedure): Probleme[] {
  const connus = codesDesChamps(procedure);
  return Object.keys(procedure.exemple.reponses)
    .filter((code) => !connus.has(code))
    .map((code) => ({ chemin: `exemple.${code}`, message: 'réponse à un champ qui n’existe pas' }));
}
