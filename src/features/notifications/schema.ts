// What a kind of message is. Two channels: the usager's space (with the generic mail that announces it), or a mail of its own.
import { z } from 'zod';
import type { Droit } from '#domain/access/mandat.ts';
import { composerLettre, type ModeleLettre, paragraphes, partie, type Valeurs } from '#domain/dossier/lettres.ts';
import type { FaitsDocument } from '#features/documents/schema.ts';
import { identiteDe } from '#features/documents/schema.ts';
import type { SorteCourriel, VariablesCourriel } from './courriels/catalogue.ts';

/** French, with `{…}` filled from `mots`: the view translates the one and fills the other. */
type Phrase = { texte: string; mots?: Readonly<Record<string, string>> };

/** What a message of the space says, from top to bottom. */
export type BlocMessage =
  | ({ bloc: 'paragraphe' } & Phrase)
  | ({ bloc: 'alerte'; titre: string } & Phrase)
  /** `telecharger`: a file to keep */
  | ({ bloc: 'lien'; href: string; telecharger?: true } & Phrase)
  | { bloc: 'adresse'; lignes: readonly string[] }
  | { bloc: 'etapes' | 'liste'; elements: readonly (readonly BlocMessage[])[] }
  /** the documents of the event, to download (S-177) */
  | { bloc: 'documents' }
  /** the complement asked, and the form that answers it */
  | { bloc: 'complement'; id: string };

export const paragraphe = (texte: string, mots?: Phrase['mots']): BlocMessage => ({ bloc: 'paragraphe', texte, mots });

/** Whom every message of the space speaks to, about which request. */
const COMMUN = { nom: z.string(), prenom: z.string(), numero: z.string(), service: z.string() };
type Commun = z.infer<z.ZodObject<typeof COMMUN>>;

type Definition<S extends z.ZodRawShape> = {
  sorte: string;
  /** fixed words of the seeds: "Demande de complément", "Notification de décision" (S-163) */
  titre: string;
  /** what is kept in `notification.contenu`, beside whom it speaks to */
  contenu: S;
  exemple: z.infer<z.ZodObject<S>>;
  composer: (faits: FaitsDocument) => z.infer<z.ZodObject<S>>;
  corps: (contenu: z.infer<z.ZodObject<S>> & Commun) => readonly BlocMessage[];
  /** only for these; absent: for every event of its type */
  si?: (faits: FaitsDocument) => boolean;
  /** a mail of its own takes the place of the one that only says that a message waits; the documents of the event are attached */
  courriel?: (faits: FaitsDocument) => CourrielPropre;
};

/** A mail that says what the message says: an appointment, which one must be able to read without logging in. */
export type CourrielPropre<S extends SorteCourriel = SorteCourriel> = { sorte: S; variables: VariablesCourriel<S> };

export type MessageLu = Commun & { corps: readonly BlocMessage[] };

export type NotificationEspace = {
  canal: 'espace';
  sorte: string;
  titre: string;
  /** kept as JSON with the notification */
  composer: (faits: FaitsDocument) => Readonly<Record<string, unknown>>;
  /** What was kept, in words. Throws on a content that this kind does not read: a fault of ours. */
  lire: (contenu: unknown) => MessageLu;
  /** what it says of an example, for the tests and for who edits its words of welcome */
  exemple: MessageLu;
  si?: (faits: FaitsDocument) => boolean;
  courriel?: (faits: FaitsDocument) => CourrielPropre;
};

const EXEMPLE: Commun = { nom: 'TESTPEREIRA', prenom: 'Ana', numero: '5901202611220000317', service: 'Préfecture du Nord' };

/** A message of the usager's space. Opening it is an acknowledgement of receipt (S-158). */
export function notificationEspace<S extends z.ZodRawShape>(definition: Definition<S>): NotificationEspace {
  const { sorte, titre, si, corps, composer, courriel } = definition;
  const propre = z.object(definition.contenu);
  const commun = z.object(COMMUN);
  const lire = (contenu: unknown): MessageLu => {
    const qui = commun.parse(contenu);
    return { ...qui, corps: corps({ ...propre.parse(contenu), ...qui }) };
  };
  return {
    canal: 'espace',
    sorte,
    titre,
    si,
    courriel,
    composer: (faits) => ({
      ...propre.parse(composer(faits)),
      ...nomDAppel(faits),
      numero: faits.numero,
      service: faits.prefecture?.nom ?? '',
    }),
    lire,
    exemple: lire({ ...definition.exemple, ...EXEMPLE }),
  };
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

/** A short message to the telephone of the holder, if they gave one; `exemple`: what it says, for the tests. */
export type MessageTexto = {
  canal: 'texto';
  sorte: string;
  texte: (faits: FaitsDocument) => string;
  si?: (faits: FaitsDocument) => boolean;
};

export type KindMessage = NotificationEspace | MessageCourriel | MessageTexto;

/** What an agent wrote in place of the words of a favourable letter. */
export const TEXTE_RECRIT = z.array(z.string()).optional();

/** The words of a favourable letter, only when an agent changed those of its template: the portal translates the template. */
export function texteRecrit({ lettre }: FaitsDocument, modele: ModeleLettre, valeurs: Valeurs): string[] | undefined {
  const ecrit = paragraphes(partie(lettre ?? undefined, 'corps'));
  const prevu = paragraphes(partie(composerLettre(modele, valeurs), 'corps'));
  return ecrit.length === 0 || ecrit.join('\n') === prevu.join('\n') ? undefined : ecrit;
}

/** NOM Prénom, as greetings write it (S-271). */
export function nomDAppel(faits: FaitsDocument): { nom: string; prenom: string } {
  const { nomUsage, nomNaissance, premierPrenom } = identiteDe(faits.reponses);
  return { nom: nomUsage || nomNaissance, prenom: premierPrenom };
}
