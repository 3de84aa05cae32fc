// The sections that other rooms add to the page of a dossier, in order. ONE import and ONE line each. A section is a component of the
// server that reads by its own loader (loaderAgent; the page has already logged the reading and asked for the proof of a restricted
// dossier) and shows nothing when it has nothing to say. Listed here, not in views/dossier.tsx: instruction imports none of them,
// and they may import from instruction (no cycle between features).
import type { ReactNode } from 'react';
import { SectionSuivi } from '#features/dossier/attribution/views/section-suivi.tsx';
import { SectionAvis } from '#features/dossier/avis/views/section.tsx';
import { LienHistorique } from '#features/dossier/historique/views/historique.tsx';
import { SectionComplements } from '#features/dossier/instruction/views/section-complements.tsx';
import { SectionMessages } from '#features/dossier/messages/views/section-messages.tsx';
import { SectionTitre } from '#features/dossier/remise/views/section.tsx';
import { SectionTransfert } from '#features/dossier/transfert/views/section.tsx';
import { SectionEcheances } from '#features/horloge/views/echeances.tsx';

export type Section = (props: { dossierId: string }) => Promise<ReactNode> | ReactNode;

/** Right under the identity: what presses (échéances). */
export const EN_TETE: readonly Section[] = [SectionTransfert, SectionEcheances];

/** After the answers and the pieces, before the documents and the history (avis, messages, titre et rendez-vous). */
export const SUITE: readonly Section[] = [SectionComplements, SectionMessages, SectionAvis, SectionTitre, SectionSuivi, LienHistorique];
