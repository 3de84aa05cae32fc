// A section of the page of a dossier (app/instruction/[dossier]/sections): reads nothing more than the page has read.
import { jourDe } from '#domain/jour.ts';
import { chargerDossier } from '../loaders.ts';
import { Complements } from './complements.tsx';

export async function SectionComplements({ dossierId }: { dossierId: string }) {
  const { dossier, actions, at } = await chargerDossier(dossierId);
  const jour = jourDe(at);
  return <Complements complements={dossier.complements} jour={jour} agit={{ dossier, actions, jour }} />;
}
