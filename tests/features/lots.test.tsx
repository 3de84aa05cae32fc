// What a browser without scripts sends of the boxes of a list, and what the gesture on several dossiers reads of it.
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { schemaLot as schemaCorbeille } from '#features/dossier/attribution/schema.ts';
import { schemaLot as schemaAttestations } from '#features/horloge/schema.ts';
import { lireFormulaire } from '#guard/respond.ts';
import { Tableau } from '#ui/layout/tableau.tsx';

const IDS = ['019aa9d2-0000-7000-8000-00000000000a', '019aa9d2-0000-7000-8000-00000000000b'];

function envoi(...coches: string[]): FormData {
  const lignes = IDS.map((cle, i) => ({ cle, cellules: [String(i)] }));
  const choix = { formulaire: 'lot', nom: 'dossiers', libelle: 'Cocher' };
  const html = renderToStaticMarkup(<Tableau legende="Dossiers" colonnes={['Numéro']} lignes={lignes} choix={choix} vide="Rien" />);
  const donnees = new FormData();
  donnees.set('geste', 'suivre');
  for (const [, nom = ''] of html.matchAll(/name="([^"]*)"/g)) if (coches.some((id) => nom.endsWith(id))) donnees.set(nom, 'on');
  return donnees;
}

describe.each([
  ['la corbeille', schemaCorbeille],
  ['les attestations', schemaAttestations],
])('le geste sur plusieurs dossiers dans %s', (_liste, schema) => {
  const lire = (...coches: string[]) => schema.safeParse(lireFormulaire(envoi(...coches)));

  it('porte sur ceux qui sont cochés, eux seuls', () => {
    expect(lire(...IDS).data).toMatchObject({ ids: IDS });
    expect(lire(...IDS.slice(1)).data).toMatchObject({ ids: IDS.slice(1) });
  });

  it('se refuse sans dossier coché, ou pour ce qui n’en est pas un', () => {
    expect(lire().error?.issues[0]?.message).toBe('Cochez au moins un dossier dans la liste.');
    expect(schema.safeParse({ geste: 'suivre', dossiers: { 0: IDS[0] } }).success).toBe(false);
  });
});
