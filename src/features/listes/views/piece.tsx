// One piece of a draft, on its own page.
import type { Brut } from '#domain/procedure/champs.ts';
import type { Option } from '#ui/fields/choix.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import type { ChampDeRegle } from '../loaders.ts';
import { VERSION } from './fil.ts';
import { FormulairePiece } from './formulaire-piece.tsx';

type Props = {
  slug: string;
  nom: string;
  version: number;
  revision: number;
  ancien: string | null;
  titre: string | null;
  codeFixe: boolean;
  valeurs: { [nom: string]: Brut };
  champs: readonly ChampDeRegle[];
  declarations: readonly Option[];
  groupes: readonly string[];
  modeles: readonly Option[];
};

export function VuePiece({ nom, titre, ...formulaire }: Props) {
  return (
    <Page titre={titre ?? t('Ajouter une pièce')} parents={VERSION(formulaire.slug, nom, formulaire.version)}>
      <FormulairePiece {...formulaire} />
    </Page>
  );
}
