// The figures of a bureau, or of the country. Each chart is followed by its table, which is its text.
import type { Delai } from '#domain/pilotage/survie.ts';
import { ACCUEIL } from '#features/administration/views/fil.ts';
import { t } from '#ui/langue/t.ts';
import { Barres } from '#ui/layout/barres.tsx';
import { Page } from '#ui/layout/page.tsx';
import { Repli } from '#ui/layout/repli.tsx';
import { TableauRiche } from '#ui/layout/tableau-riche.tsx';
import type { Charge, LigneDemarche, Pilotage, Stock } from '../queries.ts';
import { ecrirePeriode, type Periode } from '../schema.ts';

const entier = new Intl.NumberFormat('fr-FR');
const pourcent = new Intl.NumberFormat('fr-FR', { style: 'percent', maximumFractionDigits: 0 });
const nombre = (n: number) => entier.format(n);

function delaiLisible(delai: Delai | null): string {
  if (delai === null) return '–';
  return 'jours' in delai ? t('{n} j', { n: delai.jours }) : t('plus de {n} j', { n: delai.plusDe });
}
const longueur = (delai: Delai | null) => (delai === null ? 0 : 'jours' in delai ? delai.jours : delai.plusDe);

function Filtre({ du, au }: Periode) {
  return (
    <form className="agent-filtres" method="get">
      {(
        [
          ['du', t('Demandes déposées du'), du],
          ['au', t('au'), au],
        ] as const
      ).map(([nom, libelle, valeur]) => (
        <div className="fr-input-group" key={nom}>
          <label className="fr-label" htmlFor={nom}>
            {libelle}
          </label>
          <input className="fr-input" type="date" id={nom} name={nom} defaultValue={valeur} />
        </div>
      ))}
      <button className="fr-btn fr-btn--secondary" type="submit">
        {t('Afficher cette période')}
      </button>
    </form>
  );
}

function Stocks({ id, titre, stocks, total }: { id: string; titre: string; stocks: readonly Stock[]; total: number }) {
  const part = (n: number) => (total === 0 ? '–' : pourcent.format(n / total));
  return (
    <section className="agent-separe" aria-labelledby={id}>
      <h2 className="fr-h5" id={id}>
        {titre}
      </h2>
      <Barres
        titre={t('{titre} : les chiffres sont dans le tableau qui suit', { titre })}
        barres={stocks.map((s) => ({ code: s.code, libelle: t(s.libelle), valeur: s.dossiers, dite: nombre(s.dossiers) }))}
      />
      <TableauRiche
        legende={titre}
        legendeCachee
        lignes={stocks}
        cle={(s) => s.code}
        vide={t('Aucun dossier.')}
        colonnes={[
          { code: 'quoi', titre, cellule: (s) => t(s.libelle) },
          { code: 'n', titre: t('Dossiers'), cellule: (s) => nombre(s.dossiers) },
          { code: 'p', titre: t('Part des dossiers ouverts'), cellule: (s) => (s.code === 'accepte' ? '–' : part(s.dossiers)) },
        ]}
      />
    </section>
  );
}

function Delais({ demarches, ensemble }: Pick<Pilotage, 'demarches' | 'ensemble'>) {
  const lignes: readonly LigneDemarche[] = [...demarches, { slug: '', nom: t('Ensemble'), ...ensemble }];
  return (
    <section className="agent-separe" aria-labelledby="delais">
      <h2 className="fr-h5" id="delais">
        {t('Délai du dépôt à la décision, par démarche')}
      </h2>
      <Barres
        titre={t('Délais par démarche : les chiffres sont dans le tableau qui suit')}
        legende={t('Barre foncée : la moitié des demandes est décidée dans ce délai. Barre claire : huit sur dix.')}
        barres={lignes.map((l) => ({
          code: l.slug,
          libelle: l.nom,
          valeur: longueur(l.mediane),
          derriere: longueur(l.quatreVingtieme),
          dite: `${delaiLisible(l.mediane)} / ${delaiLisible(l.quatreVingtieme)}`,
        }))}
      />
      <TableauRiche
        legende={t('Délais par démarche')}
        legendeCachee
        lignes={lignes}
        cle={(l) => l.slug}
        vide={t('Aucune demande déposée dans cette période.')}
        colonnes={[
          { code: 'd', titre: t('Démarche'), cellule: (l) => l.nom },
          { code: 'n', titre: t('Déposées'), cellule: (l) => nombre(l.deposes) },
          { code: 'f', titre: t('Décidées'), cellule: (l) => nombre(l.decides) },
          { code: 'o', titre: t('Ouvertes'), cellule: (l) => nombre(l.ouverts) },
          { code: 'm', titre: t('Médiane'), cellule: (l) => delaiLisible(l.mediane) },
          { code: 'q', titre: t('80e centile'), cellule: (l) => delaiLisible(l.quatreVingtieme) },
        ]}
      />
      <Repli titre={t('Comment ces délais sont calculés')}>
        <p>
          {t(
            'Les demandes encore ouvertes comptent : une demande ouverte depuis 200 jours dit que son délai dépasse 200 jours. C’est l’estimateur de Kaplan et Meier, sur les demandes déposées dans la période. Il suppose que ce qui est ouvert suivra ce qui a duré autant avant. « Plus de » : trop peu de demandes sont décidées pour connaître le délai. Les demandes retirées par la personne n’y sont pas.',
          )}
        </p>
      </Repli>
    </section>
  );
}

function Complements({ rondes, part, reponse, enCours }: Pilotage['complements']) {
  const mots = [t('Aucune demande de complément'), t('Une'), t('Deux'), t('Trois ou plus')];
  return (
    <section className="agent-separe" aria-labelledby="complements">
      <h2 className="fr-h5" id="complements">
        {t('Compléments')}
      </h2>
      <p>
        {t(
          '{part} des demandes de la période ont eu au moins une demande de complément ; {n} attendent une réponse. Délai de réponse : {mediane} (médiane), {quatre} (80e centile), réponses attendues comprises.',
          {
            part: part === null ? '–' : pourcent.format(part),
            n: nombre(enCours),
            mediane: delaiLisible(reponse.mediane),
            quatre: delaiLisible(reponse.quatreVingtieme),
          },
        )}
      </p>
      <Barres
        titre={t('Demandes de complément par dossier : les chiffres sont dans le tableau qui suit')}
        barres={rondes.map((r) => ({
          code: String(r.rondes),
          libelle: mots[r.rondes] ?? '',
          valeur: r.dossiers,
          dite: nombre(r.dossiers),
        }))}
      />
      <TableauRiche
        legende={t('Demandes de complément par dossier')}
        legendeCachee
        lignes={rondes}
        cle={(r) => String(r.rondes)}
        vide="–"
        colonnes={[
          { code: 'r', titre: t('Demandes de complément'), cellule: (r) => mots[r.rondes] },
          { code: 'n', titre: t('Dossiers'), cellule: (r) => nombre(r.dossiers) },
        ]}
      />
    </section>
  );
}

function Charges({ charge, prefecture }: { charge: readonly Charge[]; prefecture: string | null }) {
  const qui = prefecture === null ? t('Préfecture') : t('Agent');
  return (
    <section className="agent-separe" aria-labelledby="charge">
      <h2 className="fr-h5" id="charge">
        {prefecture === null ? t('Charge par préfecture') : t('Charge par agent')}
      </h2>
      <p>
        {t(
          'Par ordre alphabétique : ce que chacun porte, pour répartir. Un dossier difficile compte comme un autre : ce n’est pas une mesure du travail.',
        )}
      </p>
      <TableauRiche
        legende={t('Charge')}
        legendeCachee
        lignes={charge}
        cle={(c) => c.code}
        vide={t('Aucun dossier.')}
        colonnes={[
          { code: 'q', titre: qui, cellule: (c) => c.nom },
          { code: 'o', titre: t('Ouverts'), cellule: (c) => nombre(c.ouverts) },
          { code: 'a', titre: t('Dont à traiter par un agent'), cellule: (c) => nombre(c.aTraiter) },
          { code: 'd', titre: t('Décidés dans la période'), cellule: (c) => nombre(c.decides) },
        ]}
      />
    </section>
  );
}

export function VuePilotage({
  periode,
  prefecture,
  ouverts,
  ruptures,
  parEtat,
  parAge,
  ensemble,
  demarches,
  complements,
  charge,
}: Pilotage) {
  const chiffres = [
    { nom: t('dossiers ouverts aujourd’hui'), valeur: nombre(ouverts) },
    { nom: t('délai médian de la période'), valeur: delaiLisible(ensemble.mediane) },
    { nom: t('80e centile'), valeur: delaiLisible(ensemble.quatreVingtieme) },
    { nom: t('personnes sans l’attestation de prolongation due, aujourd’hui'), valeur: nombre(ruptures.aujourdhui) },
    { nom: t('demandes de la période qui ont connu cette rupture'), valeur: nombre(ruptures.periode) },
  ];
  return (
    <Page
      titre={t('Pilotage')}
      parents={prefecture === null ? [ACCUEIL()] : [{ libelle: t('Dossiers à instruire'), href: '/instruction' }]}
    >
      <Filtre {...periode} />
      <ul className="portail-chiffres">
        {chiffres.map((c) => (
          <li key={c.nom}>
            <strong>{c.valeur}</strong>
            {c.nom}
          </li>
        ))}
      </ul>
      <p>
        <a className="fr-link" href={`/api/pilotage?${ecrirePeriode(periode)}`}>
          {t('Télécharger le détail (CSV)')}
        </a>
      </p>
      <Stocks id="etats" titre={t('Stock par état')} stocks={parEtat} total={ouverts} />
      <Stocks id="ages" titre={t('Âge des dossiers ouverts')} stocks={parAge} total={ouverts} />
      <Delais demarches={demarches} ensemble={ensemble} />
      <Complements {...complements} />
      <Charges charge={charge} prefecture={prefecture} />
    </Page>
  );
}
