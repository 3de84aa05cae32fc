// What the valideur reads before signing: the sense, what will be issued, the whole letter, what was changed in it and by whom.
import { FONDEMENT } from '#domain/dossier/commission.ts';
import { recoursContre } from '#domain/dossier/recours.ts';
import { jourLisible } from '#domain/jour.ts';
import { type CodeRefus, phraseDuRefus } from '#domain/refusals.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { ListeResume } from '#ui/layout/liste-resume.tsx';
import { Page } from '#ui/layout/page.tsx';
import { Repli } from '#ui/layout/repli.tsx';
import type { DossierInstruit } from '../../instruction/queries.ts';
import { dateLisible } from '../../instruction/views/dates.ts';
import { parentsDe } from '../../instruction/views/fil.ts';
import { NonConformes } from '../../instruction/views/pieces.tsx';
import type { Remarque } from '../queries.ts';
import { Annuler, Corriger, Renvoyer, Signer } from './formulaires-decision.tsx';
import { Differences, TexteDeLaLettre } from './lettre.tsx';
import { Remarques } from './remarques.tsx';

type Proposee = NonNullable<DossierInstruit['proposition']>;
type Props = {
  dossier: DossierInstruit;
  peutSigner: boolean;
  peutAnnuler: boolean;
  empechement: CodeRefus | null;
  estProposant: boolean;
  remarques: readonly Remarque[];
  fait: string | null;
};

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

function Refus({ proposition, dossier }: { proposition: Proposee; dossier: DossierInstruit }) {
  const { duree, article } = recoursContre({ oqtf: proposition.oqtf === true });
  return (
    <>
      <h2 className="fr-h5">{t('Refus : texte tel qu’il sera notifié')}</h2>
      <p>
        {t('La décision est prise au nom de : {autorite}. Les voies et délais de recours y sont joints : {duree} ({article}).', {
          autorite: dossier.prefecture.autorite,
          duree: t(duree),
          article,
        })}
        {proposition.oqtf ? ` ${t('Une obligation de quitter le territoire français accompagne ce refus.')}` : ''}
      </p>
      {proposition.fondement ? <p>{t('Pourquoi ce refus : {motif}.', { motif: t(FONDEMENT[proposition.fondement]) })}</p> : null}
    </>
  );
}

function Cloture({ proposition }: { proposition: Proposee }) {
  const { cloture } = proposition;
  return (
    <>
      <h2 className="fr-h5">{t('Clôture : texte tel qu’il sera notifié')}</h2>
      {cloture?.sorte === 'incomplet' ? (
        <>
          <ListeResume
            lignes={[
              { terme: t('Complément demandé le'), valeur: jourLisible(cloture.demandeLe) },
              { terme: t('Mis à disposition le'), valeur: jourLisible(cloture.disponibleLe) },
              { terme: t('Notifié le'), valeur: jourLisible(cloture.notifieLe) },
              { terme: t('Dernier jour pour répondre'), valeur: jourLisible(cloture.dernierJour) },
            ]}
          />
          <h3 className="fr-h6">{t('Ce qui manque')}</h3>
          <ul>
            {cloture.pieces.map((p) => (
              <li key={p.code}>
                {t('{piece} ({texte}) : {empechement}', { piece: p.libelle, texte: p.texte, empechement: p.empechement })}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

function Proposition({ proposition, dossier }: { proposition: Proposee; dossier: DossierInstruit }) {
  const { sens, lettre, proposee, modele, motifs } = proposition;
  return (
    <>
      {sens === 'favorable' ? <CeQuiSeraDelivre dossier={dossier} /> : null}
      {sens === 'refus' ? <Refus proposition={proposition} dossier={dossier} /> : null}
      {sens === 'cloture' ? <Cloture proposition={proposition} /> : null}
      {lettre ? <TexteDeLaLettre lettre={lettre} /> : motifs.split(/\n+/).map((p) => <p key={p}>{p}</p>)}
      {lettre && proposee ? (
        <Differences ouvert titre={t('Ce que vous avez changé de la proposition')} avant={proposee} apres={lettre} />
      ) : null}
      {proposee && modele ? <Differences titre={t('Ce que l’instructeur a changé du modèle')} avant={modele} apres={proposee} /> : null}
    </>
  );
}

function Signature({ dossier, proposition, peutSigner, empechement, estProposant }: Props & { proposition: Proposee }) {
  const form = { id: dossier.id, version: dossier.version, dernier: dossier.dernier };
  return (
    <>
      {estProposant ? <Alerte ton="info">{t('Vous avez proposé cette décision : une autre personne doit la signer.')}</Alerte> : null}
      {!peutSigner && !estProposant ? <Alerte ton="info">{t('Seul un valideur signe les décisions.')}</Alerte> : null}
      {empechement && !estProposant ? <Alerte ton="warning">{t(phraseDuRefus(empechement))}</Alerte> : null}
      {peutSigner && !estProposant && proposition.lettre ? (
        <Repli titre={t('Corriger le texte avant de signer')} niveau="h2">
          <Corriger dossier={form} lettre={proposition.lettre} />
        </Repli>
      ) : null}
      {peutSigner && !estProposant && !empechement ? <Signer dossier={form} sens={proposition.sens} /> : null}
      {peutSigner ? (
        <>
          <h2 className="fr-h5 agent-separe">{t('Ou renvoyer à l’instructeur')}</h2>
          <Renvoyer dossier={form} />
        </>
      ) : null}
    </>
  );
}

export function VueDecision(props: Props) {
  const { dossier, peutAnnuler, remarques, fait } = props;
  const { proposition } = dossier;
  return (
    <Page titre={peutAnnuler ? t('Annuler la décision') : t('Relire et signer')} parents={parentsDe(dossier)} largeur="texte">
      <p>{t('{demandeur}, {procedure}', { demandeur: dossier.demandeur, procedure: dossier.procedure })}</p>
      {fait === 'correction' ? (
        <Alerte ton="success" annoncer>
          {t('Le texte est corrigé. Relisez la différence, puis signez.')}
        </Alerte>
      ) : null}
      {peutAnnuler ? (
        <>
          <p>
            {t(
              'La demande sera de nouveau examinée. Les documents de la décision cesseront de prouver quoi que ce soit, et la personne sera prévenue.',
            )}
          </p>
          <Annuler dossier={{ id: dossier.id, version: dossier.version }} />
        </>
      ) : null}
      {!peutAnnuler && dossier.statut !== 'propose' ? (
        <Alerte ton="info">{t('Aucune décision n’attend d’être signée sur ce dossier.')}</Alerte>
      ) : null}
      {proposition && dossier.statut === 'propose' ? (
        <>
          <p>{t('Proposition de {agent}, le {date}.', { agent: proposition.nom, date: dateLisible(new Date(proposition.le)) })}</p>
          <Remarques remarques={remarques} />
          <Proposition proposition={proposition} dossier={dossier} />
          <NonConformes pieces={dossier.pieces} />
          <Signature {...props} proposition={proposition} />
        </>
      ) : null}
    </Page>
  );
}
