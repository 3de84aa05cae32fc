// Who is away, who replaces.
import { jourLisible } from '#domain/jour.ts';
import { type ChampDeclare, FormulaireDeclare } from '#features/formulaires/views/agent.tsx';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import { TableauRiche } from '#ui/layout/tableau-riche.tsx';
import { faireDeclarer, faireSupprimer } from '../actions.ts';
import type { AbsenceLue } from '../queries.ts';

const FAIT: Readonly<Record<string, string>> = {
  declaree: 'L’absence est enregistrée : les dossiers concernés se montrent dans la corbeille du remplaçant.',
  supprimee: 'L’absence est supprimée.',
};

type Props = {
  absences: readonly AbsenceLue[];
  equipe: readonly { valeur: string; libelle: string }[];
  pourTous: boolean;
  agentId: string;
  fait: string | null;
};

export function VueAbsences({ absences, equipe, pourTous, agentId, fait }: Props) {
  const annonce = FAIT[fait ?? ''];
  const collegues = equipe.filter((e) => pourTous || e.valeur !== agentId);
  const absent: ChampDeclare[] = pourTous
    ? [{ sorte: 'choix', nom: 'agent', libelle: t('Personne absente'), valeur: agentId, options: equipe, requis: true }]
    : [];
  return (
    <Page
      titre={pourTous ? t('Absences de l’équipe') : t('Mes absences')}
      parents={[{ libelle: t('Dossiers à instruire'), href: '/instruction' }]}
    >
      {annonce ? (
        <Alerte ton="success" annoncer>
          {t(annonce)}
        </Alerte>
      ) : null}
      <TableauRiche
        legende={t('Absences en cours et à venir')}
        lignes={absences}
        cle={(a) => a.id}
        vide={t('Aucune absence n’est annoncée.')}
        colonnes={[
          { code: 'a', titre: t('Agent'), cellule: (a) => a.agent },
          {
            code: 'p',
            titre: t('Période'),
            cellule: (a) => t('du {debut} au {fin}', { debut: jourLisible(a.debutLe), fin: jourLisible(a.finLe) }),
          },
          { code: 'r', titre: t('Remplacé par'), cellule: (a) => a.remplacant || '–' },
          { code: 'n', titre: t('Dossiers en charge'), cellule: (a) => a.enCharge },
          {
            code: 'x',
            titre: t('Geste'),
            cellule: (a) => (
              <FormulaireDeclare
                action={faireSupprimer}
                caches={{ absence: a.id }}
                bouton={t('Supprimer')}
                precision={t('l’absence de {agent}', { agent: a.agent })}
                secondaire
              />
            ),
          },
        ]}
      />
      <section className="agent-separe portail-page--texte" aria-labelledby="declarer-titre">
        <h2 className="fr-h5" id="declarer-titre">
          {t('Annoncer une absence')}
        </h2>
        <p>
          {t(
            'Les dossiers restent à la personne absente et se montrent aussi à qui la remplace. Un dossier à accès restreint ne se montre au remplaçant que s’il y est habilité.',
          )}
        </p>
        <FormulaireDeclare
          action={faireDeclarer}
          caches={pourTous ? {} : { agent: agentId }}
          bouton={t('Enregistrer l’absence')}
          champs={[
            ...absent,
            { sorte: 'date', nom: 'debut', libelle: t('Premier jour'), requis: true },
            { sorte: 'date', nom: 'fin', libelle: t('Dernier jour'), requis: true },
            { sorte: 'choix', nom: 'remplacant', libelle: t('Remplacée par'), options: collegues, requis: true },
          ]}
        />
      </section>
    </Page>
  );
}
