// Other requests: those of the person, and those that look like theirs. An agent says which are of somebody else; nothing is merged here.
import { STATUT_AGENT } from '#domain/dossier/statuts.ts';
import { jourDe, jourLisible } from '#domain/jour.ts';
import type { Certitude } from '#domain/personne/doublon.ts';
import type { Identite } from '#domain/personne/identite.ts';
import { afficherDate } from '#domain/procedure/champs.ts';
import { t } from '#ui/langue/t.ts';
import type { AutreDemande } from '../doublons/queries.ts';
import { type DemandeDite, ListeDoublons } from './liste-doublons.tsx';

const RESSEMBLANCE: Readonly<Record<Certitude, NonNullable<DemandeDite['ressemblance']>>> = {
  meme_personne: { ton: 'warning', mot: 'Mêmes noms, naissance et nationalité' },
  a_verifier: { ton: 'info', mot: 'À comparer' },
};

function dire({ numero, prefecture, certitude, ici }: AutreDemande): DemandeDite {
  const ressemblance = certitude === 'sienne' ? null : RESSEMBLANCE[certitude];
  return {
    numero,
    texte: ici
      ? t('{demandeur}, naissance {naissance}. {procedure}, déposée le {jour}.', {
          demandeur: ici.demandeur,
          naissance: afficherDate(ici.naissance),
          procedure: ici.procedure,
          jour: jourLisible(jourDe(ici.deposeLe)),
        })
      : t('{numero}, {prefecture} : son contenu ne vous est pas ouvert.', { numero, prefecture }),
    ici: ici && { adresse: `/instruction/${ici.id}`, statut: t(STATUT_AGENT[ici.statut]) },
    ressemblance: ressemblance && { ton: ressemblance.ton, mot: t(ressemblance.mot) },
  };
}

/** Shown at once: a name and a year of birth borne by many would make the page of each of them heavier than its own dossier. */
const MONTREES = 5;

/** Where the others are: those that this agent may open, in the search by what they have in common; it knows nothing of elsewhere. */
function LesAutres({ autres, identite }: { autres: readonly AutreDemande[]; identite: EnCommun }) {
  const nombre = autres.filter((a) => a.ici !== null).length;
  const ailleurs = autres.length - nombre;
  const q = `${identite.nomNaissance} ${identite.naissance.slice(0, 4)}`;
  return (
    <>
      {nombre > 0 ? (
        <p>
          <a className="fr-link" href={`/instruction/recherche?${new URLSearchParams({ q })}`}>
            {nombre === 1 ? t('Une autre, à chercher par le nom') : t('{nombre} autres, à chercher par le nom', { nombre })}
          </a>
        </p>
      ) : null}
      {ailleurs > 0 ? (
        <p>
          {ailleurs === 1
            ? t('Une autre, dont le contenu ne vous est pas ouvert.')
            : t('{nombre} autres, dont le contenu ne vous est pas ouvert.', { nombre: ailleurs })}
        </p>
      ) : null}
    </>
  );
}

/** What two requests that look alike have in common. */
type EnCommun = Pick<Identite, 'nomNaissance' | 'naissance'>;

type Props = {
  dossier: { id: string; version: number };
  identite: EnCommun;
  autres: readonly AutreDemande[];
  ecartes: readonly string[];
  peutEcarter: boolean;
};

/** Those that nobody has set aside, and that are not simply the person's own. */
export const doublonsOuverts = (autres: readonly AutreDemande[], ecartes: readonly string[]): AutreDemande[] =>
  autres.filter((a) => a.certitude !== 'sienne' && !ecartes.includes(a.numero));

export function Doublons({ dossier, identite, autres, ecartes, peutEcarter }: Props) {
  const siennes = autres.filter((a) => a.certitude === 'sienne');
  const ouverts = doublonsOuverts(autres, ecartes);
  if (siennes.length + ouverts.length === 0) return null;
  return (
    <section aria-labelledby="doublons-titre" id="doublons">
      {ouverts.length ? (
        <>
          <h2 className="fr-h5" id="doublons-titre">
            {t('Doublons possibles')}
          </h2>
          <p>{t('Rien n’est fusionné : comparez, puis écartez ce qui est d’une autre personne.')}</p>
          <ListeDoublons dossier={dossier} demandes={ouverts.slice(0, MONTREES).map(dire)} peutEcarter={peutEcarter} />
          <LesAutres autres={ouverts.slice(MONTREES)} identite={identite} />
        </>
      ) : null}
      {siennes.length ? (
        <>
          <h2 className="fr-h5" id={ouverts.length ? undefined : 'doublons-titre'}>
            {t('Autres demandes de cette personne')}
          </h2>
          <ListeDoublons dossier={dossier} demandes={siennes.slice(0, MONTREES).map(dire)} peutEcarter={false} />
          <LesAutres autres={siennes.slice(MONTREES)} identite={identite} />
        </>
      ) : null}
    </section>
  );
}
