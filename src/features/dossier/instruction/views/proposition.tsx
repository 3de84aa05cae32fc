// Proposing a decision. A model fills the motives by a link: the page comes back with its text, to be completed.
import { lireMotifs, modelesMotifs } from '#domain/dossier/motifs.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import { Repli } from '#ui/layout/repli.tsx';
import type { DossierInstruit } from '../queries.ts';
import { parentsDe } from './fil.ts';
import { FormulaireProposition } from './formulaire-proposition.tsx';
import { NonConformes } from './pieces.tsx';

type Props = { dossier: DossierInstruit; peutProposer: boolean; modele: string | null };

export function VueProposition({ dossier, peutProposer, modele: choisi }: Props) {
  const modeles = modelesMotifs(dossier.baseLegale);
  const modele = modeles.find((m) => m.code === choisi);
  const precedente = dossier.proposition?.sens === 'refus' ? lireMotifs(dossier.proposition.motifs) : null;
  const remarque = dossier.historique.find((h) => h.phrase === 'Proposition renvoyée à l’instructeur.')?.precision;
  if (!peutProposer)
    return (
      <Page titre={t('Proposer une décision')} parents={parentsDe(dossier)} largeur="texte">
        <Alerte ton="info">{t('Ce dossier n’attend pas de proposition de votre part.')}</Alerte>
      </Page>
    );
  return (
    <Page titre={t('Proposer une décision')} parents={parentsDe(dossier)} largeur="texte">
      <p>
        {t('{demandeur}, {procedure}. Une autre personne relira et signera.', {
          demandeur: dossier.demandeur,
          procedure: dossier.procedure,
        })}
      </p>
      {remarque ? (
        <Alerte ton="warning" titre={t('Proposition renvoyée')} niveau="h2">
          <p>{remarque}</p>
        </Alerte>
      ) : null}
      <NonConformes pieces={dossier.pieces} />
      {dossier.commission ? (
        <Alerte ton="info">
          {t(
            'Avant de refuser ce titre à une personne qui en remplit les conditions, la commission du titre de séjour est saisie (CESEDA, art. {article}).',
            { article: dossier.commission },
          )}
        </Alerte>
      ) : null}
      <Repli titre={t('Modèles de motifs pour un refus')} niveau="h2" ouvert={modele !== undefined}>
        <ul>
          {modeles.map((m) => (
            <li key={m.code}>
              <a
                className="fr-link"
                href={`/instruction/${dossier.id}/proposition?modele=${m.code}`}
                aria-current={m === modele ? 'true' : undefined}
              >
                {t(m.libelle)}
              </a>
            </li>
          ))}
        </ul>
        <p className="fr-text--sm">{t('Le texte vient dans les deux champs ci-dessous. Remplacez ensuite les passages entre crochets.')}</p>
      </Repli>
      <FormulaireProposition
        key={modele?.code ?? ''}
        dossier={{ id: dossier.id, version: dossier.version }}
        titre={t('{titre}, {duree}', { titre: dossier.titre.libelle, duree: dossier.titre.duree })}
        initial={
          modele
            ? { sens: 'refus', droit: modele.droit, fait: modele.fait }
            : { sens: dossier.proposition?.sens ?? '', droit: precedente?.droit ?? '', fait: precedente?.fait ?? '' }
        }
      />
    </Page>
  );
}
