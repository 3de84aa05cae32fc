// R.431-23: the administration now knows the new address; drafts take it (D-10), open dossiers learn that another prefecture is competent.
import 'server-only';
import { departementDe } from '#domain/adresse/departement.ts';
import { adresseDe } from '#domain/procedure/champs.ts';
import { consignerFait } from '#features/dossier/journal/commands.ts';
import { declarerAdresse } from '#features/personne/commands.ts';
import type { KindEffet } from '../schema.ts';

export const adresse: KindEffet = async (tx, { numero, personneId, reponses, at }) => {
  const nouvelle = adresseDe(reponses.adresse);
  if (!nouvelle) return { remarque: 'Aucune adresse à enregistrer.', signale: null };
  const brouillons = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM dossier WHERE personne_id = ${personneId}::uuid AND statut = 'brouillon' AND representation IS NULL ORDER BY id`;
  await declarerAdresse(tx, personneId, nouvelle, at);
  for (const { id } of brouillons) await consignerFait(tx, id, 'adresse_reprise', { numero }, at);
  const code = departementDe(nouvelle);
  const prefecture = code === null ? null : await tx.prefecture.findUnique({ where: { code }, select: { code: true, nom: true } });
  return {
    remarque: 'Adresse enregistrée.',
    signale: ({ prefectureCode }) =>
      prefecture && prefecture.code !== prefectureCode
        ? { remarque: `Nouvelle adresse : ${prefecture.nom} compétente. Transfert à proposer.`, vers: prefecture.code }
        : { remarque: 'Nouvelle adresse, même préfecture.', vers: null },
  };
};
