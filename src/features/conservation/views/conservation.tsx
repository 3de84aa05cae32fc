// The periods of the law, and what they would erase today. A dry run writes nothing.
import { CONSERVATION } from '#domain/delais/conservation.ts';
import { jourLisible } from '#domain/jour.ts';
import { ACCUEIL } from '#features/administration/views/fil.ts';
import { dateLisible } from '#features/dossier/instruction/views/dates.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import { TableauRiche } from '#ui/layout/tableau-riche.tsx';
import type { Simulation } from '../commands.ts';

const REGLES = Object.entries(CONSERVATION).map(([code, regle]) => ({ code, ...regle }));
const libelleDe = (code: string) => REGLES.find((r) => r.code === code)?.libelle ?? code;
const nombre = new Intl.NumberFormat('fr-FR');

type Props = { simulation: Simulation | null; effaces: readonly { regle: string; dossiers: number; dernier: Date }[] };

function Resultat({ comptes, aAvertir, numeros }: Simulation) {
  return (
    <section className="agent-separe" aria-labelledby="simulation">
      <h2 className="fr-h5" id="simulation">
        {t('Résultat de la simulation')}
      </h2>
      <Alerte ton="info">
        <p>{t('Rien n’a été écrit ni effacé.')}</p>
      </Alerte>
      <TableauRiche
        legende={t('Ce qui serait effacé maintenant')}
        lignes={comptes}
        cle={(c) => c.regle}
        vide={t('Rien n’a dépassé sa durée de conservation.')}
        colonnes={[
          { code: 'r', titre: t('Règle'), cellule: (c) => t(libelleDe(c.regle)) },
          { code: 'n', titre: t('Nombre'), cellule: (c) => nombre.format(c.dossiers) },
        ]}
      />
      <p>{t('Brouillons dont le titulaire serait prévenu : {n}.', { n: nombre.format(aAvertir) })}</p>
      {numeros.length ? (
        <TableauRiche
          legende={t('Demandes déposées concernées (les deux cents premières)')}
          lignes={numeros}
          cle={(n) => n.numero}
          vide="–"
          colonnes={[
            { code: 'n', titre: t('N° de demande'), cellule: (n) => n.numero },
            { code: 'r', titre: t('Règle'), cellule: (n) => t(libelleDe(n.regle)) },
            { code: 'j', titre: t('À partir du'), cellule: (n) => jourLisible(n.aPartirDu) },
          ]}
        />
      ) : null}
    </section>
  );
}

export function VueConservation({ simulation, effaces }: Props) {
  return (
    <Page titre={t('Durées de conservation')} parents={[ACCUEIL()]}>
      <p>
        {t(
          'Chaque nuit, le portail prévient puis efface les brouillons, et efface en entier les demandes dont le délai légal est passé. Une demande ouverte, ou un document encore valable, garde tout le dossier de la personne. La base vérifie elle-même chaque délai avant d’effacer.',
        )}
      </p>
      <form method="get">
        <input type="hidden" name="simuler" value="1" />
        <button className="fr-btn" type="submit">
          {t('Simuler l’effacement, sans rien écrire')}
        </button>
      </form>
      {simulation ? <Resultat {...simulation} /> : null}
      <div className="agent-separe">
        <TableauRiche
          legende={t('Règles')}
          lignes={REGLES}
          cle={(r) => r.code}
          vide="–"
          colonnes={[
            { code: 'l', titre: t('Donnée'), cellule: (r) => t(r.libelle) },
            { code: 'd', titre: t('Durée'), cellule: (r) => t(r.duree) },
            { code: 'a', titre: t('Texte'), cellule: (r) => r.article },
          ]}
        />
      </div>
      <div className="agent-separe">
        <TableauRiche
          legende={t('Demandes déjà effacées')}
          lignes={effaces}
          cle={(e) => e.regle}
          vide={t('Aucune demande déposée n’a encore atteint sa durée de conservation.')}
          colonnes={[
            { code: 'r', titre: t('Règle'), cellule: (e) => t(libelleDe(e.regle)) },
            { code: 'n', titre: t('Demandes'), cellule: (e) => nombre.format(e.dossiers) },
            { code: 'd', titre: t('Dernière'), cellule: (e) => dateLisible(e.dernier) },
          ]}
        />
      </div>
    </Page>
  );
}
