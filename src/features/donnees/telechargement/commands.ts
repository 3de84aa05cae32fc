import 'server-only';
import type { Usager } from '#domain/access/actors.ts';
import { demanderCourriel } from '#features/notifications/commands.ts';
import { transaction } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { logger } from '#platform/logger.ts';

/** The download is written in the log and told by mail: its owner notices one made by somebody else. */
export async function consignerTelechargement({ compteId, email }: Pick<Usager, 'compteId' | 'email'>, at: Date): Promise<void> {
  logger().info({ compte: compteId, le: at.toISOString() }, 'données personnelles téléchargées');
  await transaction((tx) =>
    demanderCourriel(tx, {
      cle: `donnees_telechargees:${newId()}`,
      sorte: 'donnees_telechargees',
      destinataire: email,
      variables: { le: at.toISOString() },
    }),
  );
}
