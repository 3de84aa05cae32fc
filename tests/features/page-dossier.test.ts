// The agent's page of a dossier, on a real Postgres: verdict and phrases, notes, duplicates, presence, conflict, history, cost.

import { buffer } from 'node:stream/consumers';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { archiveDe } from '#features/donnees/telechargement/queries.ts';
import { faireVerifierPiece } from '#features/dossier/instruction/actions.ts';
import { prendreEnCharge } from '#features/dossier/instruction/commands.ts';
import { autresDemandes } from '#features/dossier/instruction/doublons/queries.ts';
import { chargerDossier } from '#features/dossier/instruction/loaders.ts';
import { signalerPresence } from '#features/dossier/instruction/presence/commands.ts';
import { dossierInstruit } from '#features/dossier/instruction/queries.ts';
import { ecarterDoublon, noter } from '#features/dossier/instruction/suivi/commands.ts';
import { doublonsOuverts } from '#features/dossier/instruction/views/doublons.tsx';
import { garderPhrase, modifierPhrase, retirerPhrase } from '#features/dossier/phrases/commands.ts';
import { phrasesDe } from '#features/dossier/phrases/queries.ts';
import { dossierDe } from '#features/dossier/suivi/queries.ts';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { ouvrirSession } from '#guard/session.ts';
import { db } from '#platform/db.ts';
import { EN_TETE, SUITE } from '../../src/app/instruction/[dossier]/sections.tsx';
import { sql, truncate } from '../support/database.ts';
import { agentDe, dossierDepose, fichierPour, porteeDuCompte, type Qui, socle } from '../support/dossiers.ts';
import { formulaire, mene, navigateur } from '../support/requete.ts';
import { requetesDe } from '../support/requetes.ts';
import { lireZip } from '../support/zip.ts';

vi.mock('next/headers', () => import('../support/requete.ts'));

const at = new Date('2026-11-22T10:00:00Z');
const plusTard = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
let camille: Qui;
let autre: Qui;

beforeEach(async () => {
  await truncate();
  navigateur.boite.clear();
  await socle();
  camille = await agentDe('59', ['instructeur'], 'TESTUN');
  autre = await agentDe('59', ['instructeur'], 'TESTDEUX');
});

const lire = async (qui: Qui, id: string) => {
  const lu = await dossierInstruit(qui.portee, id);
  if (!lu) throw new Error('dossier introuvable');
  return lu;
};
const entrer = (qui: Qui) => ouvrirSession('agent', qui.agent.agentId, 'complete', new Date());

describe('les phrases', () => {
  it('sont à un agent ou à sa préfecture, gardées une fois, modifiées et retirées par qui les tient', async () => {
    const chef = await agentDe('59', ['chef'], 'TESTCHEF');
    const rhone = await agentDe('69', ['instructeur']);
    const ecrite = { usage: 'illisible', texte: 'Photographiez le document en entier.' } as const;
    const mienne = await garderPhrase(camille.portee, camille.agent, ecrite, 'moi', at);
    expect(await garderPhrase(camille.portee, camille.agent, ecrite, 'moi', at)).toEqual(mienne);
    expect(await garderPhrase(camille.portee, camille.agent, ecrite, 'prefecture', at)).toEqual({ ok: false, refus: 'non_autorise' });
    const commune = await garderPhrase(chef.portee, chef.agent, { usage: 'perime', texte: 'Il a plus de trois mois.' }, 'prefecture', at);
    if (!mienne.ok || !commune.ok) throw new Error('phrases');
    const vues = async (q: Qui) => (await phrasesDe(q.portee)).map((p) => p.texte);
    expect(await vues(camille)).toEqual(['Photographiez le document en entier.', 'Il a plus de trois mois.']);
    expect([await vues(autre), await vues(rhone)]).toEqual([['Il a plus de trois mois.'], []]);
    expect(await modifierPhrase(autre.portee, autre.agent, mienne.valeur.id, ecrite)).toEqual({ ok: false, refus: 'introuvable' });
    expect(await retirerPhrase(camille.portee, camille.agent, commune.valeur.id)).toEqual({ ok: false, refus: 'non_autorise' });
    expect(await modifierPhrase(camille.portee, camille.agent, mienne.valeur.id, { ...ecrite, texte: 'Tout le document.' })).toMatchObject({
      ok: true,
    });
    expect(await retirerPhrase(chef.portee, chef.agent, commune.valeur.id)).toMatchObject({ ok: true });
    expect(await vues(camille)).toEqual(['Tout le document.']);
  });

  it('se reprennent sans script dans l’observation, et une observation se garde d’un geste', async () => {
    const { id } = await dossierDepose({ statut: 'en_instruction' });
    await entrer(camille);
    const gardee = await garderPhrase(camille.portee, camille.agent, { usage: 'illisible', texte: 'Une partie est coupée.' }, 'moi', at);
    if (!gardee.ok) throw new Error('phrase');
    const { version } = await lire(camille, id);
    const champs = { dossier: id, version: String(version), piece: 'filiation' };
    const reprise = await mene(
      faireVerifierPiece(FORMULAIRE_VIDE, formulaire({ ...champs, verdict: 'illisible', phrase: gardee.valeur.id })),
    );
    expect(reprise).toMatchObject({ erreurs: {}, valeurs: { verdict: 'illisible', observation: 'Une partie est coupée.' } });
    expect((await lire(camille, id)).pieces.find((p) => p.code === 'filiation')?.verdict).toBeNull();
    const vers = await mene(
      faireVerifierPiece(
        FORMULAIRE_VIDE,
        formulaire({ ...champs, verdict: 'incomplet', observation: 'Il manque le verso.', garder: 'oui' }),
      ),
    );
    expect(vers).toBe(`/instruction/${id}?apres=filiation#piece`);
    expect((await lire(camille, id)).pieces.find((p) => p.code === 'filiation')).toMatchObject({
      verdict: 'non_conforme',
      motif: 'incomplet',
      observation: 'Il manque le verso.',
    });
    expect((await phrasesDe(camille.portee, ['incomplet'])).map((p) => p.texte)).toEqual(['Il manque le verso.']);
  });
});

describe('les notes internes', () => {
  const SECRET = 'Appeler le consulat avant de répondre.';

  it('se lisent entre agents, jamais par la personne : ni sa page, ni ses données', async () => {
    const { id, compteId } = await dossierDepose({ statut: 'en_instruction' });
    expect(await noter(camille.portee, camille.agent, id, SECRET, null, at)).toMatchObject({ ok: true });
    expect((await lire(autre, id)).notes).toMatchObject([{ texte: SECRET, auteur: 'Camille TESTUN', controle: null }]);
    const portee = porteeDuCompte(compteId);
    const page = await dossierDe(portee, id, at);
    expect(page).not.toBeNull();
    expect(JSON.stringify(page)).not.toMatch(/consulat|Note interne/);
    const archive = await lireZip(await buffer(await archiveDe(portee, at)));
    for (const [chemin, contenu] of archive) expect([chemin, contenu.includes('consulat')]).toEqual([chemin, false]);
    expect(archive.size).toBeGreaterThan(2);
  });

  it('marquent un contrôle : la dernière dit où il en est, et l’historique le raconte', async () => {
    const { id } = await dossierDepose({ statut: 'en_instruction' });
    await noter(camille.portee, camille.agent, id, '', { controle: 'polygamie', etat: 'vu' }, at);
    await noter(autre.portee, autre.agent, id, 'Deux actes à comparer.', { controle: 'polygamie', etat: 'a_reprendre' }, plusTard(1));
    const lu = await lire(camille, id);
    expect(lu.notes.map((n) => n.etat)).toEqual(['a_reprendre', 'vu']);
    expect(lu.historique.slice(0, 2).map((h) => h.precision)).toEqual([
      'Contrôle « Polygamie » : à reprendre',
      'Contrôle « Polygamie » : vu',
    ]);
  });

  it('sont refusées à l’accueil, à une autre préfecture et sur un brouillon', async () => {
    const { id } = await dossierDepose();
    const brouillon = await dossierDepose({ statut: 'brouillon', pieces: false });
    const accueil = await agentDe('59', ['accueil']);
    const rhone = await agentDe('69', ['instructeur']);
    const essais = [
      await noter(accueil.portee, accueil.agent, id, 'x', null, at),
      await noter(rhone.portee, rhone.agent, id, 'x', null, at),
      await noter(camille.portee, camille.agent, brouillon.id, 'x', null, at),
    ];
    expect(essais.map((e) => (e.ok ? 'ok' : e.refus))).toEqual(['non_autorise', 'introuvable', 'introuvable']);
    expect(await sql('select 1 from note')).toHaveLength(0);
  });
});

describe('les doublons', () => {
  it('se proposent dans la préfecture, n’avouent ailleurs que leur existence, et rien d’un dossier restreint', async () => {
    const { id } = await dossierDepose({ statut: 'en_instruction', pieces: false });
    const meme = await dossierDepose({ pieces: false, reponses: { nom_naissance: 'Test-Collins', prenoms: ['Marshall'] } });
    const ailleurs = await dossierDepose({ pieces: false, prefecture: '69', reponses: { date_naissance: '1990' } });
    const cache = await dossierDepose({ pieces: false });
    const cacheAilleurs = await dossierDepose({ pieces: false, prefecture: '69' });
    await db().dossier.updateMany({ where: { id: { in: [cache.id, cacheAilleurs.id] } }, data: { restreint: true } });
    await dossierDepose({ pieces: false, statut: 'brouillon' });
    await dossierDepose({ pieces: false, reponses: { prenoms: ['Jean'] } });
    await dossierDepose({ pieces: false, reponses: { date_naissance: '1991-03-04' } });
    const proposes = await autresDemandes(camille.portee, id);
    expect(proposes.map((p) => [p.numero, p.certitude, p.prefecture, p.ici?.id ?? null])).toEqual([
      [meme.numero, 'meme_personne', 'Préfecture 59', meme.id],
      [ailleurs.numero, 'a_verifier', 'Préfecture 69', null],
    ]);
    expect(JSON.stringify(proposes[1])).not.toContain('TESTCOLLINS');
  });

  it('distinguent les autres demandes de la même personne, et se rappellent ce qui est écarté', async () => {
    const { id, compteId } = await dossierDepose({ statut: 'en_instruction', pieces: false });
    const sienne = await dossierDepose({
      pieces: false,
      compteId,
      procedure: 'conjoint-de-francais',
      reponses: { nom_naissance: 'TESTCOLLINS', prenoms: ['Marshall'], date_naissance: '1990-03-04' },
    });
    const double = await dossierDepose({ pieces: false });
    const ecarter = (numero: string) => ecarterDoublon(camille.portee, camille.agent, id, numero, at);
    expect(await ecarter(sienne.numero)).toEqual({ ok: false, refus: 'introuvable' });
    expect(await ecarter('5901202601010000001')).toEqual({ ok: false, refus: 'introuvable' });
    expect(await ecarter(double.numero)).toMatchObject({ ok: true });
    const autres = await autresDemandes(camille.portee, id);
    expect(autres.map((a) => [a.numero, a.certitude])).toEqual([
      [sienne.numero, 'sienne'],
      [double.numero, 'meme_personne'],
    ]);
    const { ecartes, historique } = await lire(camille, id);
    expect(doublonsOuverts(autres, ecartes)).toEqual([]);
    expect(historique[0]).toMatchObject({ phrase: 'Doublon écarté.', precision: `Demande n° ${double.numero}`, famille: 'examen' });
  });
});

describe('deux agents sur un dossier', () => {
  it('se voient l’un l’autre, depuis leur arrivée, tant que la page le redit', async () => {
    const { id } = await dossierDepose();
    expect(await signalerPresence(camille.portee, id, at)).toEqual([]);
    expect(await signalerPresence(autre.portee, id, plusTard(2))).toEqual([{ nom: 'Camille TESTUN', depuis: at }]);
    await signalerPresence(camille.portee, id, plusTard(4));
    expect(await signalerPresence(autre.portee, id, plusTard(8))).toEqual([{ nom: 'Camille TESTUN', depuis: at }]);
    expect(await signalerPresence(autre.portee, id, plusTard(10))).toEqual([]);
    // gone, then back: counted again from the return
    await signalerPresence(camille.portee, id, plusTard(20));
    expect(await signalerPresence(autre.portee, id, plusTard(21))).toEqual([{ nom: 'Camille TESTUN', depuis: plusTard(20) }]);
  });

  it('ne disent rien d’un dossier d’une autre préfecture, et les vieilles présences s’effacent', async () => {
    const { id } = await dossierDepose();
    const rhone = await agentDe('69', ['instructeur']);
    await signalerPresence(camille.portee, id, at);
    expect(await signalerPresence(rhone.portee, id, at)).toEqual([]);
    expect(await sql('select 1 from presence')).toHaveLength(1);
    const { id: second } = await dossierDepose({ pieces: false });
    await signalerPresence(autre.portee, second, plusTard(25 * 60));
    expect(await sql('select dossier_id from presence')).toEqual([{ dossier_id: second }]);
  });

  it('ne s’écrasent pas : la saisie revient avec ce qui a changé, et se renvoie en connaissance', async () => {
    const { id } = await dossierDepose({ statut: 'en_instruction' });
    await entrer(camille);
    const { version, dernier } = await lire(camille, id);
    await noter(autre.portee, autre.agent, id, 'Vu avec la cheffe.', null, at);
    await noter(autre.portee, autre.agent, id, '', { controle: 'frais', etat: 'vu' }, plusTard(1));
    const champs = {
      dossier: id,
      version: String(version),
      depuis: dernier,
      piece: 'filiation',
      verdict: 'perime',
      observation: 'Trop ancien.',
    };
    const etat = await mene(faireVerifierPiece(FORMULAIRE_VIDE, formulaire(champs)));
    expect(etat).toMatchObject({ valeurs: { observation: 'Trop ancien.' }, conflit: version + 2 });
    expect(JSON.stringify(etat)).toContain('Note interne ajoutée. (Camille TESTDEUX)');
    expect(JSON.stringify(etat)).toContain('Contrôle « Taxes et dépôt dans les délais » : vu');
    expect((await lire(camille, id)).pieces.find((p) => p.code === 'filiation')?.verdict).toBeNull();
    const renvoi = await mene(faireVerifierPiece(FORMULAIRE_VIDE, formulaire({ ...champs, version: String(version + 2) })));
    expect(renvoi).toBe(`/instruction/${id}?apres=filiation#piece`);
  });
});

describe('la page', () => {
  it('ne montre les consultations qu’au chef', async () => {
    const { id } = await dossierDepose();
    await entrer(camille);
    expect((await chargerDossier(id)).autour.lectures).toBeNull();
    navigateur.boite.clear();
    const chef = await agentDe('59', ['chef'], 'TESTCHEF');
    await entrer(chef);
    await chargerDossier(id);
    expect((await chargerDossier(id)).autour.lectures).toContainEqual(
      expect.objectContaining({ agent: 'Camille TESTUN', objet: 'dossier' }),
    );
  });

  it('tient en quinze requêtes, cent réponses et soixante fichiers compris, et toujours autant', async () => {
    const peu = await dossierDepose({ statut: 'en_instruction' });
    const beaucoup = await dossierDepose({ statut: 'en_instruction' });
    const lignes = Array.from({ length: 100 }, (_, i) => ({ libelle: `Question ${i}`, valeur: `Réponse ${i}` }));
    await db().dossier.update({ where: { id: beaucoup.id }, data: { transcript: [{ titre: 'Réponses', lignes }] } });
    const piece = await db().piece.findFirstOrThrow({ where: { dossierId: beaucoup.id, code: 'filiation' } });
    for (let i = 0; i < 60; i++) await fichierPour(piece.id, 'document', 'pdf', at);
    await prendreEnCharge(camille.portee, camille.agent, { dossierId: peu.id, version: 6 }, at);
    await entrer(camille);
    const page = (id: string) => async () => {
      await chargerDossier(id);
      for (const Section of [...EN_TETE, ...SUITE]) await Section({ dossierId: id });
    };
    await page(peu.id)();
    const pourPeu = await requetesDe(page(peu.id));
    const pourBeaucoup = await requetesDe(page(beaucoup.id));
    // nothing is sent once more per file or per answer
    expect(pourBeaucoup.length).toBe(pourPeu.length);
    // outside of a rendering, nothing remembers the session and the dossier from one loader to the next (React's cache): said once here
    expect(new Set(pourBeaucoup).size).toBeLessThanOrEqual(15);
    expect((await lire(camille, beaucoup.id)).pieces.flatMap((p) => p.emplacements.flatMap((e) => e.fichiers)).length).toBeGreaterThan(60);
  });
});
