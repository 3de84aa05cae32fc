// One place: its hours, its closed days, its address.
import { jourLisible } from '#domain/jour.ts';
import { heureDe } from '#domain/rendez-vous/creneaux.ts';
import { type ChampDeclare, FormulaireDeclare } from '#features/formulaires/views/agent.tsx';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { Badge } from '#ui/feedback/badge.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import { Repli } from '#ui/layout/repli.tsx';
import { TableauRiche } from '#ui/layout/tableau-riche.tsx';
import { faireAjouterPlage, faireFermer, faireModifierLieu, faireRetirerPlage, faireRouvrir } from '../actions.ts';
import type { LieuLu } from '../queries.ts';
import { JOURS } from '../schema.ts';

const FAIT: Readonly<Record<string, string>> = {
  ouvert: 'Le lieu est ouvert : donnez-lui des horaires pour qu’on puisse y convoquer.',
  modifie: 'Le lieu est modifié.',
  horaires: 'Les horaires sont enregistrés. Les rendez-vous déjà donnés ne changent pas.',
  fermeture: 'Les jours de fermeture sont enregistrés. Les rendez-vous déjà donnés ce jour-là restent à déplacer.',
};

export const coordonnees = (lieu?: LieuLu): ChampDeclare[] => [
  { sorte: 'texte', nom: 'nom', libelle: t('Nom du lieu'), valeur: lieu?.nom, requis: true },
  { sorte: 'long', nom: 'adresse', libelle: t('Adresse'), valeur: lieu?.adresse, lignes: 2, requis: true },
  { sorte: 'texte', nom: 'telephone', libelle: t('Téléphone'), valeur: lieu?.telephone ?? undefined },
];

function Horaires({ lieu }: { lieu: LieuLu }) {
  return (
    <TableauRiche
      legende={t('Horaires de {lieu}', { lieu: lieu.nom })}
      lignes={lieu.plages}
      cle={(p) => p.id}
      vide={t('Aucun horaire : personne ne peut y être convoqué.')}
      colonnes={[
        { code: 'j', titre: t('Jour'), cellule: (p) => t(JOURS[p.jour - 1] ?? '') },
        { code: 'h', titre: t('Heures'), cellule: (p) => `${heureDe(p.debut)} – ${heureDe(p.fin)}` },
        { code: 'd', titre: t('Durée'), cellule: (p) => t('{n} minutes', { n: p.duree }) },
        { code: 'c', titre: t('À la fois'), cellule: (p) => p.capacite },
        {
          code: 'x',
          titre: t('Geste'),
          cellule: (p) => (
            <FormulaireDeclare
              action={faireRetirerPlage}
              caches={{ lieu: lieu.id, plage: p.id }}
              bouton={t('Retirer')}
              precision={t('{jour} de {debut} à {fin}', { jour: t(JOURS[p.jour - 1] ?? ''), debut: heureDe(p.debut), fin: heureDe(p.fin) })}
              secondaire
            />
          ),
        },
      ]}
    />
  );
}

function Fermetures({ lieu }: { lieu: LieuLu }) {
  return (
    <TableauRiche
      legende={t('Jours de fermeture de {lieu}', { lieu: lieu.nom })}
      lignes={lieu.fermetures}
      cle={(f) => f.jour}
      vide={t('Aucune fermeture annoncée. Les jours fériés sont fermés d’office.')}
      colonnes={[
        { code: 'j', titre: t('Jour'), cellule: (f) => jourLisible(f.jour) },
        { code: 'm', titre: t('Motif'), cellule: (f) => f.motif || '–' },
        {
          code: 'x',
          titre: t('Geste'),
          cellule: (f) => (
            <FormulaireDeclare
              action={faireRouvrir}
              caches={{ lieu: lieu.id, jour: f.jour }}
              bouton={t('Rouvrir')}
              precision={t('le {jour}', { jour: jourLisible(f.jour) })}
              secondaire
            />
          ),
        },
      ]}
    />
  );
}

export function VueLieu({ lieu, fait }: { lieu: LieuLu; fait: string | null }) {
  const annonce = FAIT[fait ?? ''];
  return (
    <Page
      titre={lieu.nom}
      parents={[
        { libelle: t('Administration'), href: '/administration' },
        { libelle: t('Lieux de rendez-vous'), href: '/administration/lieux' },
      ]}
    >
      {annonce ? (
        <Alerte ton="success" annoncer>
          {t(annonce)}
        </Alerte>
      ) : null}
      {lieu.actif ? null : <Badge ton="warning">{t('Ne reçoit plus')}</Badge>}
      <p>
        {lieu.adresse}
        {lieu.telephone ? ` – ${lieu.telephone}` : ''}
        <br />
        {t('{n} rendez-vous à venir.', { n: lieu.prevus })}
      </p>
      <Horaires lieu={lieu} />
      <Repli titre={t('Ajouter des horaires')} niveau="h2">
        <FormulaireDeclare
          action={faireAjouterPlage}
          caches={{ lieu: lieu.id }}
          bouton={t('Ajouter ces horaires')}
          champs={[
            {
              sorte: 'cases',
              nom: 'jours',
              libelle: t('Jours'),
              options: JOURS.map((libelle, rang) => ({ valeur: String(rang + 1), libelle: t(libelle) })),
              requis: true,
            },
            { sorte: 'texte', nom: 'debut', libelle: t('De'), aide: t('Heure de Paris, par exemple 9:00'), requis: true },
            { sorte: 'texte', nom: 'fin', libelle: t('À'), aide: t('Par exemple 12:00'), requis: true },
            { sorte: 'texte', nom: 'duree', libelle: t('Durée d’un rendez-vous'), aide: t('En minutes'), valeur: '20', requis: true },
            { sorte: 'texte', nom: 'capacite', libelle: t('Personnes reçues à la fois'), valeur: '2', requis: true },
          ]}
        />
      </Repli>
      <Fermetures lieu={lieu} />
      <Repli titre={t('Fermer un jour')} niveau="h2">
        <FormulaireDeclare
          action={faireFermer}
          caches={{ lieu: lieu.id }}
          bouton={t('Fermer ce jour')}
          champs={[
            { sorte: 'date', nom: 'jour', libelle: t('Jour de fermeture'), requis: true },
            { sorte: 'texte', nom: 'motif', libelle: t('Motif') },
          ]}
        />
      </Repli>
      <Repli titre={t('Modifier le lieu')} niveau="h2">
        <FormulaireDeclare
          action={faireModifierLieu}
          caches={{ lieu: lieu.id }}
          bouton={t('Enregistrer le lieu')}
          champs={[
            ...coordonnees(lieu),
            {
              sorte: 'cases',
              nom: 'ouvert',
              libelle: t('Convocations'),
              options: [{ valeur: 'oui', libelle: t('On peut y convoquer') }],
              cochees: lieu.actif ? ['oui'] : [],
            },
          ]}
        />
      </Repli>
    </Page>
  );
}
