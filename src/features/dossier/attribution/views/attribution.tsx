// The team of the chef: who has how many, what is nobody's, the rules by which new dossiers are given.
import { BACS_OUVERTS, type BacOuvert } from '#domain/dossier/bacs.ts';
import { jourLisible } from '#domain/jour.ts';
import { FormulaireDeclare } from '#features/formulaires/views/agent.tsx';
import { PROCEDURES } from '#procedures/index.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { Badge } from '#ui/feedback/badge.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import { Repli } from '#ui/layout/repli.tsx';
import { TableauRiche } from '#ui/layout/tableau-riche.tsx';
import { faireDistribuer, faireGesteSurRegle, faireReaffecter, faireRegle } from '../actions.ts';
import type { Membre, RegleLue } from '../queries.ts';
import { CHARGE_MAXIMUM, DISTRIBUES } from '../schema.ts';

const FAIT: Readonly<Record<string, string>> = {
  regle: 'La règle est enregistrée, après les autres : les prochains dépôts la suivent.',
  monter: 'L’ordre des règles est changé.',
  supprimer: 'La règle est supprimée. Les dossiers déjà donnés le restent.',
};

const BAC: Readonly<Record<BacOuvert, string>> = {
  a_verifier: 'À vérifier',
  a_instruire: 'À instruire',
  reponses_recues: 'Réponses reçues',
  en_attente: 'En attente',
  a_signer: 'À signer',
};

type Props = { equipe: readonly Membre[]; regles: readonly RegleLue[]; sansAgent: number; fait: string | null };

const nombre = (n: number) => (n >= CHARGE_MAXIMUM ? t('{n} ou plus', { n: CHARGE_MAXIMUM }) : String(n));
const procedures = PROCEDURES.flatMap((versions) => versions.slice(-1)).map(({ slug, nom }) => ({ valeur: slug, libelle: nom }));
const nomDe = (slug: string) => procedures.find((p) => p.valeur === slug)?.libelle ?? slug;

function Situation({ membre }: { membre: Membre }) {
  if (membre.estParti) return <Badge ton="warning">{t('Parti')}</Badge>;
  if (membre.estAbsent && membre.absentJusqu)
    return <Badge ton="info">{t('Absent jusqu’au {jour}', { jour: jourLisible(membre.absentJusqu) })}</Badge>;
  return membre.instruit ? t('Présent') : t('N’instruit plus');
}

function Equipe({ equipe }: Pick<Props, 'equipe'>) {
  return (
    <TableauRiche
      legende={t('Dossiers en charge, par agent')}
      lignes={equipe}
      cle={(m) => m.id}
      vide={t('Aucun instructeur dans cette préfecture.')}
      colonnes={[
        { code: 'a', titre: t('Agent'), cellule: (m) => m.nom },
        { code: 's', titre: t('Situation'), cellule: (m) => <Situation membre={m} /> },
        ...BACS_OUVERTS.map((bac) => ({
          code: bac,
          titre: t(BAC[bac]),
          cellule: (m: Membre) =>
            m.charge[bac] === 0 ? (
              '0'
            ) : (
              <a href={`/instruction?onglet=${bac}&agent=${m.id}`}>
                {nombre(m.charge[bac])}
                <span className="fr-sr-only"> {t('de {agent}', { agent: m.nom })}</span>
              </a>
            ),
        })),
        { code: 't', titre: t('En tout'), cellule: (m) => nombre(m.enCharge) },
      ]}
    />
  );
}

function Regles({ regles, equipe }: Pick<Props, 'regles' | 'equipe'>) {
  const noms = new Map(equipe.map((m) => [m.id, m.nom]));
  return (
    <TableauRiche
      legende={t('Règles, la première qui convient l’emporte')}
      lignes={regles.map((r, rang) => ({ ...r, rang }))}
      cle={(r) => r.id}
      vide={t('Aucune règle : les nouveaux dossiers restent à personne jusqu’à ce que vous les donniez.')}
      colonnes={[
        { code: 'n', titre: t('Règle'), cellule: (r) => r.nom },
        {
          code: 'p',
          titre: t('Procédures'),
          cellule: (r) => (r.procedures.length ? r.procedures.map(nomDe).join(' ; ') : t('Toutes')),
        },
        { code: 'a', titre: t('Agents'), cellule: (r) => r.agents.map((a) => noms.get(a) ?? t('un ancien agent')).join(', ') },
        {
          code: 'g',
          titre: t('Geste'),
          cellule: (r) => (
            <>
              {r.rang > 0 ? (
                <FormulaireDeclare
                  action={faireGesteSurRegle}
                  caches={{ regle: r.id, geste: 'monter' }}
                  bouton={t('Monter')}
                  precision={t('la règle {nom}', { nom: r.nom })}
                  secondaire
                />
              ) : null}
              <FormulaireDeclare
                action={faireGesteSurRegle}
                caches={{ regle: r.id, geste: 'supprimer' }}
                bouton={t('Supprimer')}
                precision={t('la règle {nom}', { nom: r.nom })}
                secondaire
              />
            </>
          ),
        },
      ]}
    />
  );
}

export function VueAttribution({ equipe, regles, sansAgent, fait }: Props) {
  const annonce = FAIT[fait ?? ''];
  const instructeurs = equipe.filter((m) => m.instruit).map((m) => ({ valeur: m.id, libelle: m.nom }));
  const charges = equipe.filter((m) => m.enCharge > 0).map((m) => ({ valeur: m.id, libelle: `${m.nom} (${nombre(m.enCharge)})` }));
  return (
    <Page titre={t('Distribution des dossiers')} parents={[{ libelle: t('Dossiers à instruire'), href: '/instruction' }]}>
      {annonce ? (
        <Alerte ton="success" annoncer>
          {t(annonce)}
        </Alerte>
      ) : null}
      <Equipe equipe={equipe} />
      <section className="agent-separe" aria-labelledby="sans-agent">
        <h2 className="fr-h5" id="sans-agent">
          {t('À personne : {n}', { n: nombre(sansAgent) })}
        </h2>
        <p>
          {t(
            'Pour en donner quelques-uns à la main, cochez-les dans la corbeille. Ici, les plus urgents d’abord, {n} au plus en un geste ; un dossier à accès restreint se donne toujours à la main.',
            { n: DISTRIBUES },
          )}{' '}
          <a className="fr-link" href="/instruction?onglet=a_verifier&agent=personne">
            {t('Voir les dossiers à personne')}
          </a>
        </p>
        <div className="portail-actions">
          <FormulaireDeclare action={faireDistribuer} caches={{ maniere: 'regles' }} bouton={t('Distribuer selon les règles')} />
          <FormulaireDeclare action={faireDistribuer} caches={{ maniere: 'charge' }} bouton={t('Répartir selon la charge')} secondaire />
        </div>
      </section>
      <section className="agent-separe portail-page--texte" aria-labelledby="reaffecter">
        <h2 className="fr-h5" id="reaffecter">
          {t('Donner tous les dossiers d’un agent')}
        </h2>
        <p>{t('Pour une longue absence ou un départ. Une courte absence se règle dans « Absences » : le remplaçant voit les dossiers.')}</p>
        <FormulaireDeclare
          action={faireReaffecter}
          champs={[
            { sorte: 'choix', nom: 'de', libelle: t('Les dossiers de'), options: charges, requis: true },
            { sorte: 'choix', nom: 'vers', libelle: t('À'), options: instructeurs, invite: t('Ceux qui sont là, selon leur charge') },
          ]}
          bouton={t('Donner ces dossiers')}
        />
      </section>
      <section className="agent-separe" aria-labelledby="regles">
        <h2 className="fr-h5" id="regles">
          {t('Règles')}
        </h2>
        <p>
          {t(
            'Un dossier déposé va, dès son dépôt, à l’agent de la première règle qui nomme sa procédure : parmi ceux de la règle, qui en a le moins. Qui est absent laisse sa part à son remplaçant.',
          )}
        </p>
        <Regles regles={regles} equipe={equipe} />
        <Repli titre={t('Ajouter une règle')}>
          <FormulaireDeclare
            action={faireRegle}
            bouton={t('Ajouter la règle')}
            champs={[
              { sorte: 'texte', nom: 'nom', libelle: t('Nom de la règle'), requis: true },
              { sorte: 'cases', nom: 'procedures', libelle: t('Procédures (aucune cochée : toutes)'), options: procedures },
              { sorte: 'cases', nom: 'agents', libelle: t('Agents'), options: instructeurs, requis: true },
            ]}
          />
        </Repli>
      </section>
    </Page>
  );
}
