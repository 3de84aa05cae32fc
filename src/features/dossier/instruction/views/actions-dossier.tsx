// What this agent may do now: the life-cycle table says it, the requirements explain themselves beside the buttons.
import type { Action } from '#domain/dossier/lifecycle.ts';
import { FormulaireDeclare } from '#features/formulaires/views/agent.tsx';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { estOuvert } from '../../complements/suites/schema.ts';
import { fairePrendreEnCharge } from '../actions.ts';
import type { DossierInstruit } from '../queries.ts';

type Props = { dossier: DossierInstruit; actions: readonly Action[]; agentId: string };

function Lien({ dossierId, page, libelle, principal = false }: { dossierId: string; page: string; libelle: string; principal?: boolean }) {
  return (
    <a className={principal ? 'fr-btn' : 'fr-btn fr-btn--secondary'} href={`/instruction/${dossierId}/${page}`}>
      {libelle}
    </a>
  );
}

function ceQuiManque(dossier: DossierInstruit): string[] {
  const aVerifier = dossier.pieces.filter((p) => p.verdict === null).length;
  return [
    dossier.numeroEtranger === null ? t('attribuer un numéro étranger') : '',
    aVerifier > 0 ? t('vérifier les pièces ({n} à voir)', { n: aVerifier }) : '',
    dossier.complements.some(estOuvert) ? t('recevoir la réponse à la demande de complément') : '',
  ].filter(Boolean);
}

export function ActionsDossier({ dossier, actions, agentId }: Props) {
  const offre = (action: Action) => actions.includes(action);
  const complementOuvert = dossier.complements.some(estOuvert);
  const manque = offre('proposer') ? ceQuiManque(dossier) : [];
  const peutSigner = dossier.statut === 'propose' && offre('renvoyer');
  const estProposant = dossier.proposition?.par === agentId;
  if (!actions.length) return null;
  return (
    <section className="agent-actions" aria-labelledby="actions-titre">
      <h2 className="fr-h5" id="actions-titre">
        {dossier.decideLe ? t('Gestes possibles') : t('À faire')}
      </h2>
      {peutSigner && estProposant ? (
        <Alerte ton="info">{t('Vous avez proposé cette décision : une autre personne doit la relire et la signer.')}</Alerte>
      ) : null}
      {offre('prendre_en_charge') && dossier.statut === 'depose' && dossier.agent !== null && dossier.agentId !== agentId ? (
        <p>{t('Ce dossier est attribué à {agent} : le chef de bureau peut vous le donner.', { agent: dossier.agent })}</p>
      ) : null}
      {manque.length ? <p>{t('Avant de proposer une décision : {liste}.', { liste: manque.join(', ') })}</p> : null}
      <div className="portail-actions">
        {offre('prendre_en_charge') && (dossier.agentId === null || (dossier.statut === 'depose' && dossier.agentId === agentId)) ? (
          <FormulaireDeclare
            action={fairePrendreEnCharge}
            dossier={{ id: dossier.id, version: dossier.version }}
            bouton={t('Prendre en charge')}
          />
        ) : null}
        {offre('attribuer_numero') && dossier.numeroEtranger === null ? (
          <Lien dossierId={dossier.id} page="numero" libelle={t('Attribuer un numéro étranger')} principal />
        ) : null}
        {offre('demander_complement') && !complementOuvert ? (
          <Lien dossierId={dossier.id} page="complement" libelle={t('Demander un complément')} />
        ) : null}
        {offre('proposer') && !manque.length ? (
          <Lien dossierId={dossier.id} page="proposition" libelle={t('Proposer une décision')} principal />
        ) : null}
        {offre('proposer') && manque.length ? <Lien dossierId={dossier.id} page="proposition" libelle={t('Proposer une clôture')} /> : null}
        {offre('annuler_decision') ? <Lien dossierId={dossier.id} page="decision" libelle={t('Annuler la décision')} /> : null}
        {offre('transferer') ? <Lien dossierId={dossier.id} page="transfert" libelle={t('Transférer à une autre préfecture')} /> : null}
        {offre('retirer') ? <Lien dossierId={dossier.id} page="retrait" libelle={t('Enregistrer un retrait')} /> : null}
        {offre('restreindre') || offre('habiliter') ? (
          <Lien
            dossierId={dossier.id}
            page="acces"
            libelle={dossier.estRestreint ? t('Voir les agents habilités') : t('Restreindre l’accès')}
          />
        ) : null}
        {peutSigner && !estProposant ? <Lien dossierId={dossier.id} page="decision" libelle={t('Relire et signer')} principal /> : null}
      </div>
    </section>
  );
}
