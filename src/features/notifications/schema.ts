// What a kind of message is. Two channels: the usager's space (with the generic mail that announces it), or a mail of its own.
import type { z } from 'zod';
import type { Droit } from '#domain/access/mandat.ts';
import type { FaitsDocument } from '#features/documents/schema.ts';
import { identiteDe } from '#features/documents/schema.ts';
import type { SorteCourriel, VariablesCourriel } from './courriels/catalogue.ts';

type Definition<S extends z.ZodType> = {
  sorte: string;
  /** fixed words of the seeds: "Demande de complément", "Notification de décision" (S-163) */
  titre: string;
  /** what the view of this kind reads in `notification.contenu` */
  contenu: S;
  exemple: z.infer<S>;
  composer: (faits: FaitsDocument) => z.infer<S>;
  /** only for these; absent: for every event of its type */
  si?: (faits: FaitsDocument) => boolean;
};

export type NotificationEspace = {
  canal: 'espace';
  sorte: string;
  titre: string;
  contenu: z.ZodType;
  exemple: unknown;
  composer: (faits: FaitsDocument) => unknown;
  si?: (faits: FaitsDocument) => boolean;
};

/** A message of the usager's space. Opening it is an acknowledgement of receipt (S-158). */
export function notificationEspace<S extends z.ZodType>(definition: Definition<S>): Definition<S> & { canal: 'espace' } {
  return { canal: 'espace', ...definition };
}

export type MessageCourriel = {
  canal: 'courriel';
  sorte: SorteCourriel;
  /** to the mandataires who hold this right, each of them; absent: to the holder of the dossier */
  a?: Droit;
  /** the documents of the event are attached */
  pieces: boolean;
  composer: (faits: FaitsDocument) => VariablesCourriel<SorteCourriel>;
  si?: (faits: FaitsDocument) => boolean;
};

export type KindMessage = NotificationEspace | MessageCourriel;

/** NOM Prénom, as greetings write it (S-271). */
export function nomDAppel(faits: FaitsDocument): { nom: string; prenom: string } {
  const { nomUsage, nomNaissance, premierPrenom } = identiteDe(faits.reponses);
  return { nom: nomUsage || nomNaissance, prenom: premierPrenom };
}
