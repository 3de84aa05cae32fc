// Proposing a decision: its sense, and the letter that will be signed, filled by its template. A model of motives comes by a link.
import type { ModeleMotifs } from '#domain/dossier/motifs.ts';
import { jourLisible } from '#domain/jour.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import { Repli } from '#ui/layout/repli.tsx';
import type { DossierInstruit } from '../../instruction/queries.ts';
import { MentionCommission } from '../../instruction/views/commission.tsx';
import { parentsDe } from '../../instruction/views/fil.ts';
import { NonConformes } from '../../instruction/views/pieces.tsx';
import type { Remarque, Silence } from '../queries.ts';
import { FormulaireProposition, type LettresOffertes } from './formulaire-proposition.tsx';
import { Remarques } from './remarques.tsx';

type Props = {
  dossier: DossierInstruit;
  modele: string | null;
  modeles: readonly ModeleMotifs[];
  silence: Silence | null;
  lettres: LettresOffertes;
  remarques: readonly Remarque[];
  peutProposer: boolean;
  peutDecider: boolean;
};

function Modeles({ dossier, modele, modeles }: Pick<Props, 'dossier' | 'modele' | 'modeles'>) {
  return (
    <Repli titre={t('Modèles de motifs pour un refus')} niveau="h2" ouvert={modele !== null}>
      <ul>
        {modeles.map((m) => (
          <li key={m.code}>
            <a
              className="fr-link"
              href={`/instruction/${dossier.id}/proposition?modele=${m.code}`}
              aria-current={m.code === modele ? 'true' : undefined}
            >
              {t(m.libelle)}
            </a>
          </li>
        ))}
      </ul>
      <p className="fr-text--sm">{t('Le texte vient dans les motifs ci-dessous. Remplacez ensuite les passages entre crochets.')}</p>
    </Repli>
  );
}

/** Why a closing for want of an answer is not offered. */
function SansCloture({ silence }: { silence: Silence | null }) {
  if (silence?.incompletude && silence.pieces.length > 0) return null;
  const raison =
    silence === null
      ? t('aucune demande de complément n’est restée sans réponse')
      : silence.pieces.length === 0
        ? t('la demande de complément ne porte sur aucune pièce, et une information ne rend pas une demande incomplète')
        : silence.dernierJour === null
          ? t('la demande de complément n’est pas encore notifiée à la personne')
          : t('la personne peut répondre jusqu’au {jour}', { jour: jourLisible(silence.dernierJour) });
  return <p className="fr-text--sm">{t('Clôture pour demande incomplète : pas possible, {raison}.', { raison })}</p>;
}

export function VueProposition({ dossier, modele, modeles, silence, lettres, remarques, peutProposer, peutDecider }: Props) {
  if (!peutProposer)
    return (
      <Page titre={t('Proposer une décision')} parents={parentsDe(dossier)} largeur="texte">
        <Alerte ton="info">{t('Ce dossier n’attend pas de proposition de votre part.')}</Alerte>
      </Page>
    );
  const { proposition } = dossier;
  const precedent = proposition?.sens === 'cloture' ? (proposition.cloture?.sorte ?? '') : (proposition?.sens ?? '');
  return (
    <Page titre={t('Proposer une décision')} parents={parentsDe(dossier)} largeur="texte">
      <p>
        {t('{demandeur}, {procedure}. Une autre personne relira et signera.', {
          demandeur: dossier.demandeur,
          procedure: dossier.procedure,
        })}
      </p>
      <Remarques remarques={remarques} />
      <NonConformes pieces={dossier.pieces} />
      {peutDecider ? (
        <MentionCommission saisine={dossier.saisine}>
          <a href={`/instruction/${dossier.id}/avis`}>{t('Voir les avis de ce dossier')}</a>
        </MentionCommission>
      ) : null}
      {peutDecider ? (
        <Modeles dossier={dossier} modele={modele} modeles={modeles} />
      ) : (
        <Alerte ton="info">
          {t('L’examen n’est pas terminé (numéro étranger, pièces, complément) : seule une clôture peut être proposée pour le moment.')}
        </Alerte>
      )}
      <SansCloture silence={silence} />
      <FormulaireProposition
        key={modele ?? ''}
        dossier={{ id: dossier.id, version: dossier.version, dernier: dossier.dernier }}
        titre={t('{titre}, {duree}', { titre: dossier.titre.libelle, duree: dossier.titre.duree })}
        lettres={lettres}
        pieces={silence?.incompletude ? silence.pieces : []}
        peutDecider={peutDecider}
        saisine={dossier.saisine}
        initial={{
          sens: modele ? 'refus' : precedent,
          oqtf: proposition?.oqtf === true,
          modele: modele ?? '',
          fondement: proposition?.fondement ?? '',
        }}
      />
    </Page>
  );
}
