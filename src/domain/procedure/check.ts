// Checks a definition and reports every problem with its path, so that a mistake is found the day it is written.
import type { Champ, Condition, ModePiece, Procedure } from './definition.ts';
import { etapesAChamps } from './navigate.ts';

export type Probleme = { chemin: string; message: string };

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

const codesDesChamps = (procedure: Procedure): ReadonlySet<string> =>
  new Set(etapesAChamps(procedure).flatMap((e) => e.sections.flatMap((s) => s.champs.map((c) => c.code))));

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

/** Problems of a condition, given the champs that are answered before it. */
export function checkCondition(condition: Condition, connus: ReadonlySet<string>, chemin: string): Probleme[] {
  if ('tous' in condition) return condition.tous.flatMap((c, i) => checkCondition(c, connus, `${chemin}.tous.${i}`));
  if ('un' in condition) return condition.un.flatMap((c, i) => checkCondition(c, connus, `${chemin}.un.${i}`));
  if ('non' in condition) return checkCondition(condition.non, connus, `${chemin}.non`);
  if ('champ' in condition) {
    if (!connus.has(condition.champ)) return [{ chemin, message: `champ inconnu à cet endroit : ${condition.champ}` }];
    return condition.parmi.length === 0 ? [{ chemin, message: 'condition jamais vraie : aucune valeur' }] : [];
  }
  const besoin = 'nationalite' in condition ? 'nationalites' : 'date_naissance';
  return connus.has(besoin) ? [] : [{ chemin, message: `la condition a besoin du champ ${besoin}` }];
}

function checkListes(procedure: Procedure): Probleme[] {
  const connus = codesDesChamps(procedure);
  if (procedure.listes.length === 0) return [{ chemin: 'listes', message: 'aucune liste de pièces' }];
  return procedure.listes.flatMap((liste) => {
    const chemin = `listes.${liste.version}`;
    return [
      ...doublons(liste.pieces.map((p) => p.code)).map((code) => ({ chemin: `${chemin}.${code}`, message: 'pièce en double' })),
      ...liste.pieces.flatMap((piece) => [
        ...(CODE.test(piece.code) ? [] : [{ chemin: `${chemin}.${piece.code}`, message: 'code en snake_case attendu' }]),
        ...(piece.libelle.trim() === '' ? [{ chemin: `${chemin}.${piece.code}`, message: 'pièce sans libellé' }] : []),
        ...(piece.condition ? checkCondition(piece.condition, connus, `${chemin}.${piece.code}.condition`) : []),
        ...checkMode(piece.mode, connus, `${chemin}.${piece.code}.mode`),
      ]),
    ];
  });
}

function checkMode(mode: ModePiece, connus: ReadonlySet<string>, chemin: string): Probleme[] {
  switch (mode.sorte) {
    case 'un_parmi':
    case 'au_moins_un':
    case 'cumul':
      return mode.choix.length === 0 ? [{ chemin, message: 'aucun document au choix' }] : [];
    case 'tous':
      return doublons(mode.elements.map((e) => e.code)).map((code) => ({ chemin: `${chemin}.${code}`, message: 'élément en double' }));
    case 'declaration':
      return connus.has(mode.champ) ? [] : [{ chemin, message: `champ inconnu : ${mode.champ}` }];
    case 'variante':
      return [
        ...(mode.variantes.length < 2 ? [{ chemin, message: 'au moins deux variantes' }] : []),
        ...mode.variantes.flatMap((v) => checkMode(v.mode, connus, `${chemin}.${v.code}`)),
      ];
    case 'par_periode':
      return mode.nombre > 0 ? [] : [{ chemin, message: 'nombre de périodes nul' }];
    case 'unique':
    case 'libre':
    case 'code':
    case 'formulaire_signe':
      return [];
  }
}

function checkExemple(procedure: Procedure): Probleme[] {
  const connus = codesDesChamps(procedure);
  return Object.keys(procedure.exemple.reponses)
    .filter((code) => !connus.has(code))
    .map((code) => ({ chemin: `exemple.${code}`, message: 'réponse à un champ qui n’existe pas' }));
}

function doublons(codes: readonly string[]): string[] {
  return [...new Set(codes.filter((code, i) => codes.indexOf(code) !== i))];
}
