// The checks of an instructeur: what the facts say, what remains for a person to look at, what an agent has marked.
import { CONTROLES, type Controle, type EtatControle, marquesDe } from '#domain/dossier/controles.ts';
import type { TonBadge } from '#ui/feedback/badge.tsx';
import { t } from '#ui/langue/t.ts';
import type { NoteLue } from '../suivi/queries.ts';
import { instantLisible } from './dates.ts';
import { type ControleDit, ListeControles } from './liste-controles.tsx';

const ETAT: Readonly<Record<EtatControle, { ton: TonBadge; mot: string }>> = {
  fait: { ton: 'success', mot: 'Fait par le portail' },
  a_verifier: { ton: 'neutre', mot: 'À vérifier' },
  a_regarder: { ton: 'warning', mot: 'À regarder' },
};

function dire({ code, etat, constat, article }: Controle, marque: NoteLue | undefined): ControleDit {
  const { ton, mot } = ETAT[etat];
  const vu = marque?.etat === 'vu';
  return {
    code,
    titre: t(CONTROLES[code].titre),
    ton: vu ? 'success' : ton,
    mot: vu ? t('Vu') : t(mot),
    constat,
    article,
    marque: marque
      ? t(vu ? 'Vu par {agent} le {date}. {remarque}' : 'À reprendre, dit {agent} le {date}. {remarque}', {
          agent: marque.auteur,
          date: instantLisible(marque.le),
          remarque: marque.texte,
        })
      : null,
    bouton: vu ? { valeur: `${code}:a_reprendre`, libelle: t('À reprendre') } : { valeur: `${code}:vu`, libelle: t('Vu') },
  };
}

type Props = { dossier: { id: string; version: number }; controles: readonly Controle[]; notes: readonly NoteLue[]; peutMarquer: boolean };

export function Controles({ dossier, controles, notes, peutMarquer }: Props) {
  const marques = marquesDe(notes);
  const dits = controles.map((c) => dire(c, marques.get(c.code)));
  const restent = controles.filter((c) => c.etat !== 'fait' && marques.get(c.code)?.etat !== 'vu').length;
  return (
    <section aria-labelledby="controles-titre" id="controles">
      <h2 className="fr-h5" id="controles-titre">
        {t('Contrôles')}
      </h2>
      <p>
        {t('Une aide : elle guide et ne décide rien.')}{' '}
        {restent === 0 ? t('Rien ne reste à voir.') : t('Restent à voir : {n} sur {total}.', { n: restent, total: controles.length })}
      </p>
      <ListeControles dossier={{ id: dossier.id, version: dossier.version }} controles={dits} peutMarquer={peutMarquer} />
    </section>
  );
}
