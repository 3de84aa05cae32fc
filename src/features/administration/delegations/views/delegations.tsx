// Delegations of signature: those in force, those that ended, and a new one.
import { type EtatDelegation, LIBELLE_SORTE, SORTES_DELEGATION } from '#domain/access/delegation.ts';
import { jourLisible } from '#domain/jour.ts';
import { FormulaireDeclare } from '#features/formulaires/views/agent.tsx';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { Badge, type TonBadge } from '#ui/feedback/badge.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import { TableauRiche } from '#ui/layout/tableau-riche.tsx';
import { ACCUEIL } from '../../views/fil.ts';
import { faireDonner, faireRevoquer } from '../actions.ts';
import type { DelegationLue } from '../queries.ts';

const ETAT: Readonly<Record<EtatDelegation, { libelle: string; ton: TonBadge }>> = {
  en_vigueur: { libelle: 'En vigueur', ton: 'success' },
  a_venir: { libelle: 'À venir', ton: 'info' },
  echue: { libelle: 'Échue', ton: 'neutre' },
  revoquee: { libelle: 'Révoquée', ton: 'error' },
};

const FAIT: Readonly<Record<string, string>> = {
  donnee: 'La délégation est enregistrée.',
  revoquee: 'La délégation est révoquée : plus rien ne peut être signé sous elle.',
};

type Props = { delegations: readonly DelegationLue[]; delegataires: readonly { valeur: string; libelle: string }[]; fait: string | null };

const periode = ({ debutLe, finLe }: DelegationLue) =>
  finLe
    ? t('du {debut} au {fin}', { debut: jourLisible(debutLe), fin: jourLisible(finLe) })
    : t('depuis le {debut}, sans terme', { debut: jourLisible(debutLe) });

export function VueDelegations({ delegations, delegataires, fait }: Props) {
  const annonce = FAIT[fait ?? ''];
  return (
    <Page titre={t('Délégations de signature')} parents={[ACCUEIL()]}>
      {annonce ? (
        <Alerte ton="success" annoncer>
          {t(annonce)}
        </Alerte>
      ) : null}
      <p>
        {t(
          'Une décision n’est signée que par un valideur qui a, ce jour-là, une délégation pour cette sorte de décision. La référence de l’arrêté est imprimée sous la décision.',
        )}
      </p>
      <TableauRiche
        legende={t('Délégations')}
        lignes={delegations}
        cle={(d) => d.id}
        vide={t('Aucune délégation n’est enregistrée : personne ne peut signer de décision.')}
        colonnes={[
          { code: 'a', titre: t('Délégataire'), cellule: (d) => `${d.agent}, ${d.qualite}` },
          { code: 's', titre: t('Décisions'), cellule: (d) => d.sortes.map((s) => t(LIBELLE_SORTE[s])).join(', ') },
          { code: 'r', titre: t('Arrêté'), cellule: (d) => d.reference },
          { code: 'p', titre: t('Période'), cellule: periode },
          { code: 'e', titre: t('État'), cellule: (d) => <Badge ton={ETAT[d.etat].ton}>{t(ETAT[d.etat].libelle)}</Badge> },
          {
            code: 'x',
            titre: t('Geste'),
            cellule: (d) =>
              d.etat === 'en_vigueur' || d.etat === 'a_venir' ? (
                <FormulaireDeclare
                  action={faireRevoquer}
                  caches={{ delegation: d.id }}
                  bouton={t('Révoquer')}
                  precision={t('la délégation de {agent}', { agent: d.agent })}
                  secondaire
                />
              ) : (
                '–'
              ),
          },
        ]}
      />
      <section className="agent-separe portail-page--texte" aria-labelledby="nouvelle-titre">
        <h2 className="fr-h5" id="nouvelle-titre">
          {t('Enregistrer une délégation')}
        </h2>
        {delegataires.length ? (
          <FormulaireDeclare
            action={faireDonner}
            bouton={t('Enregistrer la délégation')}
            champs={[
              { sorte: 'choix', nom: 'agent', libelle: t('Délégataire'), options: delegataires, requis: true },
              {
                sorte: 'cases',
                nom: 'sortes',
                libelle: t('Décisions déléguées'),
                requis: true,
                options: SORTES_DELEGATION.map((s) => ({ valeur: s, libelle: t(LIBELLE_SORTE[s]) })),
              },
              {
                sorte: 'texte',
                nom: 'reference',
                libelle: t('Référence de l’arrêté'),
                aide: t('Telle qu’elle est publiée. Exemple : arrêté n° 2026-123 du 4 mai 2026'),
                requis: true,
              },
              { sorte: 'date', nom: 'debut', libelle: t('Premier jour'), requis: true },
              { sorte: 'date', nom: 'fin', libelle: t('Dernier jour'), aide: t('Facultatif : laissez vide si l’arrêté n’a pas de terme.') },
            ]}
          />
        ) : (
          <p>{t('Aucun autre agent de votre ressort n’a le rôle de valideur.')}</p>
        )}
      </section>
    </Page>
  );
}
