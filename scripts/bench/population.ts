// Many deposited dossiers, written in bulk by PostgreSQL itself from rows drawn with a fixed seed: 100 000 in less than a minute.
import type { Client } from 'pg';
import { prefixeNumeroDemande } from '#domain/adresse/departement.ts';
import { numeroDeDemande } from '#domain/dossier/numero.ts';
import type { Reponses } from '#domain/procedure/definition.ts';
import { emplacements, piecesAttendues } from '#domain/procedure/pieces.ts';
import { transcrire } from '#domain/procedure/transcript.ts';
import { v1 } from '#procedures/enfant-de-francais/v1.ts';
import { seededDraw } from './draw.ts';

const FIRST_DAY = Date.UTC(2026, 0, 5, 8);
const DAY = 86_400_000;
const prefectures = { '59': 60, '69': 20, '13': 20 } as const;
const statuts = { depose: 30, en_instruction: 30, propose: 5, accepte: 25, refuse: 10 } as const;
const syllables = ['MAR', 'LEN', 'DIA', 'KOU', 'SAN', 'PER', 'BEL', 'NOR', 'TRA', 'ORE', 'LIM', 'GAR', 'VES', 'CHA'] as const;
const firstNames = ['Aya', 'Marshall', 'Inès', 'Kofi', 'Ana', 'Yusuf', 'Mei', 'Léa', 'Omar', 'Nadia', 'Ivan', 'Rosa'] as const;

/** Identifiers say what they are and of which rank: the same in every run. */
export const idOf = (kind: Kind, rank: number): string =>
  `0000000${kinds.indexOf(kind)}-0000-7000-8000-${rank.toString(16).padStart(12, '0')}`;
const kinds = ['compte', 'dossier', 'complement', 'session', 'agent', 'piece', 'fichier'] as const;
type Kind = (typeof kinds)[number];
const prefix = (kind: Kind): string => idOf(kind, 0).slice(0, 24);

/** The pieces of the worked example: code, variant, value, first place for a file. */
export function givenPieces(
  reponses: Reponses,
  jour: string,
): { code: string; variante: string | null; valeur: string | null; places: string[] }[] {
  const liste = v1.listes.at(-1)?.pieces ?? [];
  return piecesAttendues(liste, { reponses, jour }, 'depot')
    .filter(({ exigence, piece }) => exigence === 'requise' && piece.mode.sorte !== 'declaration')
    .map(({ piece }) => {
      const variante = v1.exemple.variantes[piece.code] ?? null;
      const places = emplacements(piece, variante).filter((place) => place.requis);
      return {
        code: piece.code,
        variante,
        valeur: piece.mode.sorte === 'code' ? 'VALIDE0000000000000001' : null,
        places: places.map((p) => p.code),
      };
    });
}

/** Rows `from`+1 to `to` of the population; the same rank always draws the same dossier. Ranks below `from` are there already. */
export async function populate(client: Client, from: number, to: number): Promise<void> {
  const draw = seededDraw(20_260_501);
  const ranks: number[] = [];
  const texts: string[][] = [[], [], [], [], []];
  for (let rank = 1; rank <= to; rank += 1) {
    const prefecture = draw.weighted(prefectures);
    const statut = draw.weighted(statuts);
    const name = `TEST${draw.pick(syllables)}${draw.pick(syllables)}${draw.pick(syllables)} ${draw.pick(firstNames)}`;
    const depose = new Date(FIRST_DAY + draw.next() * 290 * DAY);
    if (rank <= from) continue;
    ranks.push(rank);
    const numero = numeroDeDemande(prefixeNumeroDemande(prefecture), depose.toISOString().slice(0, 10), rank);
    for (const [i, value] of [prefecture, statut, name, depose.toISOString(), numero].entries()) texts[i]?.push(value);
  }
  const { reponses } = v1.exemple;
  const templates = [JSON.stringify(reponses), JSON.stringify(transcrire(v1, reponses, '2026-09-22'))];
  const pieces = givenPieces(reponses, '2026-09-22');
  await client.query('begin');
  // Foreign keys are true by construction; checking two million of them would be most of the time.
  await client.query('set local session_replication_role = replica');
  await client.query(
    `create temp table tirage on commit drop as select * from unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::text[])
     as t (rang, prefecture, statut, demandeur, depose_le, numero)`,
    [ranks, ...texts],
  );
  const id = (kind: Kind, rank = 'rang') => `('${prefix(kind)}' || lpad(to_hex(${rank}), 12, '0'))::uuid`;
  await client.query(
    `insert into compte (id, email, email_confirme_le) select ${id('compte')}, 'test' || rang || '@example.org', depose_le from tirage`,
  );
  await client.query(
    `insert into dossier (id, numero, procedure, procedure_version, liste_version, statut, compte_id, prefecture_code, agent_id, reponses, etapes_validees,
       transcript, demandeur, version, depose_le, cree_le, modifie_le)
     select ${id('dossier')}, numero, '${v1.slug}', ${v1.version}, 2, statut::statut, ${id('compte')}, prefecture,
       case when statut <> 'depose' then '${idOf('agent', 1)}'::uuid end, $1::jsonb, '{informations,motif,justificatifs}', $2::jsonb, demandeur, 6, depose_le, depose_le, depose_le
     from tirage`,
    templates,
  );
  // triggers are off: what they would have written
  await client.query(
    `insert into mot_dossier (prefecture_code, mot, dossier_id, mots) select d.prefecture_code, mot, d.id, ' ' || array_to_string(m.mots, ' ')
     from dossier d cross join lateral (select mots_du_dossier(d.demandeur, d.reponses) as mots) m cross join lateral unnest(m.mots) as mot
     where d.id = any(array(select ${id('dossier')} from tirage))`,
  );
  const all = 8;
  await client.query(
    `insert into piece (id, dossier_id, code, variante, valeur) select ${id('piece', `rang * ${all * 2} + p.n::int`)}, ${id('dossier')}, p.code, p.variante, p.valeur
     from tirage cross join jsonb_to_recordset($1::jsonb) as p (n int, code text, variante text, valeur text)`,
    [JSON.stringify(pieces.map((piece, n) => ({ n, ...piece })))],
  );
  await client.query(
    `insert into fichier (id, piece_id, emplacement, nom, type, taille, sha256, cle, "analyse", analyseur, depose_le)
     select ${id('fichier', `rang * ${all * 2} + p.n::int`)}, ${id('piece', `rang * ${all * 2} + p.n::int`)}, p.place, 'document.pdf', 'pdf', 240000, repeat('0', 64),
       lpad(to_hex(rang * ${all * 2} + p.n::int), 40, '0'), 'sain', 'mesure', depose_le
     from tirage cross join jsonb_to_recordset($1::jsonb) as p (n int, place text)`,
    [JSON.stringify(pieces.flatMap((piece, n) => piece.places.slice(0, 1).map((place) => ({ n, place }))))],
  );
  await client.query(
    `insert into evenement (dossier_id, type, acteur_sorte, acteur_id, faits, cree_le)
     select ${id('dossier')}, e.type, e.sorte, ${id('compte')}, e.faits, depose_le
     from tirage cross join (values ('commence', 'usager', '{}'::jsonb), ('etape_validee', 'usager', '{"etape":"informations"}'), ('depose', 'usager', '{}')) e (type, sorte, faits)`,
  );
  await client.query(
    `insert into complement (id, dossier_id, demande_par, demande_le, repondu_le) select ${id('complement')}, ${id('dossier')}, '${idOf('agent', 1)}', depose_le,
       case when rang % 20 = 1 then depose_le + interval '1 day' end from tirage where statut = 'en_instruction' and rang % 10 = 1`,
  );
  await client.query(
    `insert into complement_item (id, complement_id, ordre, sorte, observation, reponse)
     select gen_random_uuid(), ${id('complement')}, 1, 'information', 'Précisez la date de votre arrivée.', case when rang % 20 = 1 then 'expliquer' end
     from tirage where statut = 'en_instruction' and rang % 10 = 1`,
  );
  await client.query(
    `insert into document (id, dossier_id, evenement_id, sorte, nom, cle, sha256, taille, produit_le)
     select gen_random_uuid(), ${id('dossier')}, -rang, 'confirmation_depot', 'Confirmation du dépôt.pdf', md5(rang::text) || 'd0c00000', repeat('0', 64), 40000, depose_le from tirage`,
  );
  await client.query(
    `insert into notification (id, compte_id, dossier_id, evenement_id, sorte, titre, contenu, disponible_le)
     select gen_random_uuid(), ${id('compte')}, ${id('dossier')}, -rang, 'depot_enregistre', 'Votre demande est enregistrée', '{}', depose_le from tirage`,
  );
  await client.query('commit');
  await client.query('vacuum analyze');
}

/** The agent who reads, of the prefecture that holds most of the dossiers. */
export async function addAgent(client: Client): Promise<void> {
  await client.query(
    `insert into agent (id, email, nom, prenom, qualite, roles, prefecture_code)
     values ($1, 'mesure@example.org', 'TESTMESURE', 'Camille', 'Agent', '{instructeur}', '59') on conflict do nothing`,
    [idOf('agent', 1)],
  );
}

const children = 13;

/** Makes some dossiers heavy (some hundred answers, some sixty files) and gives their identifiers: what the page of a dossier is measured on. */
export async function heavyDossiers(client: Client, wanted: number): Promise<string[]> {
  const enfants = Array.from({ length: children }, (_, i) => ({
    nom_naissance: 'TESTCOLLINS',
    prenoms: [`Enfant ${i + 1}`],
    sexe: 'feminin',
    date_naissance: '2015-04-03',
    nationalites: ['CA'],
    residence: 'france',
  }));
  const reponses: Reponses = { ...v1.exemple.reponses, enfants_a_charge: 'oui', enfants };
  const found = await client.query<{ id: string }>(
    `update dossier set reponses = $1, transcript = $2 where id in
       (select id from dossier where prefecture_code = '59' and statut = 'en_instruction' order by id limit $3) returning id`,
    [JSON.stringify(reponses), JSON.stringify(transcrire(v1, reponses, '2026-09-22')), wanted],
  );
  const ids = found.rows.map((row) => row.id);
  await client.query(
    `insert into fichier (id, piece_id, emplacement, nom, type, taille, sha256, cle, "analyse", depose_le)
     select gen_random_uuid(), f.piece_id, f.emplacement, 'document-' || n || '.pdf', 'pdf', 240000, repeat('0', 64), md5(f.id::text || n), 'sain', f.depose_le
     from fichier f join piece p on p.id = f.piece_id cross join generate_series(2, 8) n where p.dossier_id = any($1::uuid[])`,
    [ids],
  );
  return ids;
}
