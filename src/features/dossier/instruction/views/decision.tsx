// What the valideur reads before signing: the sense, what will be issued, the whole text of a refusal.
import { lireMotifs } from '#domain/dossier/motifs.ts';
import { type CodeRefus, phraseDuRefus } from '#domain/refusals.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { ListeResume } from '#ui/layout/liste-resume.tsx';
import { Page } from '#ui/layout/page.tsx';
import type { DossierInstruit } from '../queries.ts';
import { dateLisible } from './dates.ts';
import { parentsDe } from './fil.ts';
import { Renvoyer, Signer } from './formulaires-decision.tsx';
import { NonConformes } from './pieces.tsx';

type Props = { dossier: DossierInstruit; peutSigner: boolean; empechement: CodeRefus | null; estProposant: boolean };

function Paragraphes({ texte }: { texte: string }) {
  return texte
    .split(/\n+/)
    .filter(Boolean)
    .map((p, i) => <p key={String(i)}>{p}</p>);
}

function CeQuiSeraDelivre({ dossier }: { dossier: DossierInstruit }) {
  return (
    <>
      <h2 className="fr-h5">{t('Décision favorable : ce qui sera délivré')}</h2>
      <ListeResume
        lignes={[
          { terme: t('Titre'), valeur: dossier.titre.libelle },
          { terme: t('Durée'), valeur: dossier.titre.duree },
          {
            terme: t('Bénéficiaire'),
            valeur: t('{demandeur}, numéro étranger {numero}', { demandeur: dossier.demandeur, numero: dossier.numeroEtranger ?? '–' }),
          },
          { terme: t('Document'), valeur: t('Attestation de décision favorable, avec code de vérification') },
        ]}
      />
    </>
  );
}

function Refus({ motifs, dossier }: { motifs: string; dossier: DossierInstruit }) {
  const { droit, fait } = lireMotifs(motifs);
  return (
    <>
      <h2 className="fr-h5">{t('Refus : motifs tels qu’ils seront notifiés')}</h2>
      <h3 className="fr-h6">{t('En droit')}</h3>
      <Paragraphes texte={droit} />
      <h3 className="fr-h6">{t('En fait')}</h3>
      <Paragraphes texte={fait} />
      <p>
        {t('La décision est prise au nom de : {autorite}. Les voies et délais de recours y sont joints.', {
          autorite: dossier.prefecture.autorite,
        })}
      </p>
    </>
  );
}

export function VueDecision({ dossier, peutSigner, empechement, estProposant }: Props) {
  const { proposition } = dossier;
  const form = { id: dossier.id, version: dossier.version };
  return (
    <Page titre={t('Relire et signer')} parents={parentsDe(dossier)} largeur="texte">
      <p>{t('{demandeur}, {procedure}', { demandeur: dossier.demandeur, procedure: dossier.procedure })}</p>
      {!proposition || dossier.statut !== 'propose' ? (
        <Alerte ton="info">{t('Aucune décision n’attend d’être signée sur ce dossier.')}</Alerte>
      ) : null}
      {proposition && dossier.statut === 'propose' ? (
        <>
          <p>{t('Proposition de {agent}, le {date}.', { agent: proposition.nom, date: dateLisible(new Date(proposition.le)) })}</p>
          {proposition.sens === 'favorable' ? (
            <CeQuiSeraDelivre dossier={dossier} />
          ) : (
            <Refus motifs={proposition.motifs} dossier={dossier} />
          )}
          <NonConformes pieces={dossier.pieces} />
          {estProposant ? <Alerte ton="info">{t('Vous avez proposé cette décision : une autre personne doit la signer.')}</Alerte> : null}
          {!peutSigner && !estProposant ? <Alerte ton="info">{t('Seul un valideur signe les décisions.')}</Alerte> : null}
          {empechement && !estProposant ? <Alerte ton="warning">{t(phraseDuRefus(empechement))}</Alerte> : null}
          {peutSigner && !estProposant && !empechement ? <Signer dossier={form} sens={proposition.sens} /> : null}
          {peutSigner ? (
            <>
              <h2 className="fr-h5 agent-separe">{t('Ou renvoyer à l’instructeur')}</h2>
              <Renvoyer dossier={form} />
            </>
          ) : null}
        </>
      ) : null}
    </Page>
  );
}
