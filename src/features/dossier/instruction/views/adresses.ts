// Where the parts of a dossier are read: by the agents of its prefecture, or during an exceptional opening.
export type Adresses = { page: string; fichiers: string; documents: string };

export const adressesInstruction = (dossierId: string): Adresses => ({
  page: `/instruction/${dossierId}`,
  fichiers: '/api/agents/fichiers',
  documents: '/api/agents/documents',
});
