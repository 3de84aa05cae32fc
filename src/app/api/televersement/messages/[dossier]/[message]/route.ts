// A file is joined to a message that the person writes (`?sorte=complement`: to what they add on their own).
import { LIMITES, recevoirJointes } from '#features/dossier/messages/fichiers/commands.ts';
import { reponseJointes } from '#features/dossier/messages/fichiers/schema.ts';
import { ecritureOuverte } from '#features/dossier/messages/queries.ts';
import { routeTeleversementUsager, veutJson } from '#guard/televersement.ts';

export const POST = routeTeleversementUsager(
  'televersement_message',
  LIMITES,
  async ({ requete, params, usager, portee, at, tropLourd, lireFichiers }) => {
    const { dossier: dossierId = '', message: messageId = '' } = params;
    const sorte = new URL(requete.url).searchParams.get('sorte') === 'complement' ? 'complement' : 'message';
    const auteur = { auteurSorte: 'usager', auteurId: usager.compteId } as const;
    const bilan = await recevoirJointes(
      { auteur, dossierId, messageId, sorte, at },
      await ecritureOuverte(usager, portee, dossierId, sorte, at),
      { tropLourd, lireFichiers, signal: requete.signal },
    );
    const page = `/mon-compte/dossiers/${dossierId}/${sorte === 'complement' ? 'completer' : 'messages'}`;
    return reponseJointes(bilan, veutJson(requete) ? null : page);
  },
);
