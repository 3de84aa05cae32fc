// The front desk: who comes today, whose card waits, and the number that somebody holds out.
import type { Fuseau } from '#domain/adresse/fuseau.ts';
import { heureLisible, jourDit, jourLocal } from '#domain/horloge.ts';
import { type Jour, jourDe, jourLisible, plusJours } from '#domain/jour.ts';
import { MOTS_ETAT, OBJET_RENDEZ_VOUS } from '#domain/rendez-vous/regles.ts';
import { Badge } from '#ui/feedback/badge.tsx';
import { ChampChoix } from '#ui/fields/choix.tsx';
import { ChampTexte } from '#ui/fields/texte.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import { TableauRiche } from '#ui/layout/tableau-riche.tsx';
import type { LigneAccueil } from '../queries.ts';

type Props = {
  jour: Jour;
  aujourdhui: Jour;
  fuseau: Fuseau;
  lieux: readonly { id: string; nom: string }[];
  lieuId: string | null;
  rendezVous: readonly LigneAccueil[];
  attente: readonly LigneAccueil[];
  trouves: readonly LigneAccueil[] | null;
  q: string;
};

const Nom = ({ ligne }: { ligne: LigneAccueil }) => (
  <a className="fr-link" href={`/accueil-du-jour/${ligne.dossierId}`}>
    {ligne.demandeur}
  </a>
);

const Numeros = ({ ligne }: { ligne: LigneAccueil }) => (
  <span className="portail-numero">
    {ligne.numero}
    {ligne.numeroEtranger ? ` – ${ligne.numeroEtranger}` : ''}
  </span>
);

function Journee({ jour, rendezVous, fuseau }: Props) {
  return (
    <TableauRiche
      legende={t('Rendez-vous du {jour}', { jour: jourDit(jour) })}
      lignes={rendezVous}
      cle={(l) => l.convocation ?? l.dossierId}
      vide={t('Aucun rendez-vous ce jour-là.')}
      colonnes={[
        { code: 'h', titre: t('Heure'), cellule: (l) => (l.debut ? heureLisible(l.debut, fuseau) : '') },
        { code: 'n', titre: t('Personne'), cellule: (l) => <Nom ligne={l} /> },
        { code: 'd', titre: t('Numéros'), cellule: (l) => <Numeros ligne={l} /> },
        { code: 'o', titre: t('Objet'), cellule: (l) => (l.sorte ? t(OBJET_RENDEZ_VOUS[l.sorte]) : '') },
        { code: 'l', titre: t('Lieu'), cellule: (l) => l.lieu },
        {
          code: 'e',
          titre: t('État'),
          cellule: (l) => (
            <Badge ton={l.etat === 'honoree' ? 'success' : l.etat === 'manquee' ? 'warning' : 'info'} icone={false}>
              {l.etat ? t(MOTS_ETAT[l.etat]) : ''}
            </Badge>
          ),
        },
      ]}
    />
  );
}

function Recherche({ trouves, q, fuseau }: Props) {
  return (
    <section aria-labelledby="chercher">
      <h2 className="fr-h5" id="chercher">
        {t('Chercher une personne')}
      </h2>
      <form method="get" action="/accueil-du-jour" className="portail-formulaire">
        <ChampTexte
          nom="q"
          libelle={t('Numéro de demande, numéro étranger ou numéro du titre')}
          defaultValue={q}
          autoComplete="off"
          inputMode="text"
          t={t}
        />
        <button className="fr-btn" type="submit">
          {t('Chercher')}
        </button>
      </form>
      {trouves ? (
        <TableauRiche
          legende={t('Résultats')}
          lignes={trouves}
          cle={(l) => l.dossierId}
          // the same words whatever was typed: they do not say that such a dossier exists
          vide={t(
            'Rien ne porte ce numéro parmi les dossiers que vous pouvez ouvrir dans votre préfecture. Écrivez-le en entier. Si la personne a une convocation, demandez au référent vulnérabilité ou à votre chef : un dossier à accès restreint ne se montre qu’aux agents habilités.',
          )}
          colonnes={[
            { code: 'n', titre: t('Personne'), cellule: (l) => <Nom ligne={l} /> },
            { code: 'd', titre: t('Numéros'), cellule: (l) => <Numeros ligne={l} /> },
            {
              code: 'r',
              titre: t('Dernier rendez-vous'),
              cellule: (l) => (l.debut ? `${jourLisible(jourLocal(l.debut, fuseau))} ${heureLisible(l.debut, fuseau)}` : '–'),
            },
          ]}
        />
      ) : null}
    </section>
  );
}

export function VueAccueil(props: Props) {
  const { jour, aujourdhui, lieux, lieuId, attente } = props;
  const adresse = (autre: Jour) => `/accueil-du-jour?jour=${autre}${lieuId ? `&lieu=${lieuId}` : ''}`;
  return (
    <Page titre={t('Accueil du jour')} parents={[]}>
      <Recherche {...props} />
      <section className="agent-separe" aria-labelledby="journee">
        <h2 className="fr-h5" id="journee">
          {jour === aujourdhui ? t('Aujourd’hui') : jourDit(jour)}
        </h2>
        <p className="portail-actions">
          <a className="fr-link" href={adresse(plusJours(jour, -1))}>
            {t('Jour précédent')}
          </a>{' '}
          {jour === aujourdhui ? null : (
            <a className="fr-link" href={adresse(aujourdhui)}>
              {t('Aujourd’hui')}
            </a>
          )}{' '}
          <a className="fr-link" href={adresse(plusJours(jour, 1))}>
            {t('Jour suivant')}
          </a>
        </p>
        {lieux.length > 1 ? (
          <form method="get" action="/accueil-du-jour" className="portail-formulaire">
            <input type="hidden" name="jour" value={jour} />
            <ChampChoix
              nom="lieu"
              libelle={t('Lieu')}
              options={lieux.map((l) => ({ valeur: l.id, libelle: l.nom }))}
              invite={t('Tous les lieux')}
              defaultValue={lieuId ?? ''}
              t={t}
            />
            <button className="fr-btn fr-btn--secondary" type="submit">
              {t('Filtrer')}
            </button>
          </form>
        ) : null}
        <Journee {...props} />
      </section>
      <section className="agent-separe" aria-labelledby="attente">
        <h2 className="fr-h5" id="attente">
          {t('Titres arrivés, personnes à convoquer')}
        </h2>
        <TableauRiche
          legende={t('Titres arrivés sans rendez-vous')}
          legendeCachee
          lignes={attente}
          cle={(l) => l.dossierId}
          vide={t('Toutes les personnes dont le titre est arrivé ont un rendez-vous.')}
          colonnes={[
            { code: 'n', titre: t('Personne'), cellule: (l) => <Nom ligne={l} /> },
            { code: 'd', titre: t('Numéros'), cellule: (l) => <Numeros ligne={l} /> },
            { code: 'r', titre: t('Arrivé le'), cellule: (l) => (l.debut ? jourLisible(jourDe(l.debut)) : '') },
          ]}
        />
        <p>
          <a className="fr-btn fr-btn--secondary" href="/accueil-du-jour/arrivees">
            {t('Enregistrer un arrivage de titres')}
          </a>
        </p>
      </section>
    </Page>
  );
}
