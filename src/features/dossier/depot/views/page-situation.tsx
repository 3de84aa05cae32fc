import type { BaseDemarche } from '#domain/access/demarche.ts';
import { cheminVers } from '#domain/procedure/situation.ts';
import { ENTREES } from '#procedures/situations.ts';
import { t } from '#ui/langue/t.ts';
import { Cadre, type JalonMontre } from './cadre.tsx';
import { FormulaireSituation } from './formulaire-situation.tsx';
import { PageEntree } from './page-entree.tsx';

/** The six steps before a procedure is known: the same titles whatever the answer. */
const TITRES = ['Votre situation', 'Informations personnelles', 'Motif de séjour', 'Justificatifs', 'Dépôt de la demande', 'Confirmation'];

/** What an entry says of who asks for oneself (S-068), said of a minor (D-11). */
const POUR_UN_MINEUR =
  'Vous sollicitez un titre de séjour pour un mineur que vous représentez, qui n’est pas titulaire d’un titre de séjour ou d’un numéro étranger.';

/** Step 1 of a request not started yet. */
export function PageNouvelle({ codeEntree }: { codeEntree: string | undefined }) {
  const entree = ENTREES.find((e) => e.code === codeEntree);
  if (!entree) return <PageEntree />;
  return (
    <Cadre jalons={TITRES.map((titre, i) => ({ titre, estCourante: i === 0 }))} contexte={<PourQui contexte={entree.contexte} />}>
      <FormulaireSituation entree={entree} choix={[]} />
    </Cadre>
  );
}

/** The sentence follows the answer to "Pour qui ?", by CSS alone. */
function PourQui({ contexte }: { contexte: string }) {
  return (
    <>
      <span className="portail-si-moi">{t(contexte)}</span>
      <span className="portail-si-mineur">{t(POUR_UN_MINEUR)}</span>
    </>
  );
}

type Props = {
  base: BaseDemarche;
  jalons: readonly JalonMontre[];
  procedure: string;
  dossierId: string;
  mineur: string | null;
};

/** Step 1 of a draft: "Modifier ma situation" (S-074). */
export function EtapeSituation({ base, jalons, procedure, dossierId, mineur }: Props) {
  const chemin = cheminVers(ENTREES, procedure);
  const entree = chemin?.entree ?? ENTREES[0];
  if (!entree) return null;
  return (
    <Cadre jalons={jalons} mineur={mineur} contexte={t(mineur ? POUR_UN_MINEUR : entree.contexte)}>
      <FormulaireSituation base={base} entree={entree} choix={chemin?.choix ?? []} dossierId={dossierId} />
    </Cadre>
  );
}
