// One reference: what is in force, the draft with what it changes, its publication, the former versions.
import { jourLisible } from '#domain/jour.ts';
import type { EtatVersion } from '#domain/publication/versions.ts';
import { ACCUEIL } from '#features/administration/views/fil.ts';
import { type ChampDeclare, FormulaireDeclare } from '#features/formulaires/views/agent.tsx';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { Badge, type TonBadge } from '#ui/feedback/badge.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import { TableauRiche } from '#ui/layout/tableau-riche.tsx';
import { faireEnregistrer, faireJeter, faireOuvrirBrouillon, fairePublier, faireRetirer } from '../actions.ts';
import type { ReferenceLue } from '../loaders.ts';
import type { ChampReference } from '../schema.ts';
import { REFERENCES_FIL } from './references.tsx';

const FAIT: Readonly<Record<string, string>> = {
  ouvert: 'Le brouillon est ouvert : il part de ce qui est en vigueur.',
  enregistre: 'Le brouillon est enregistré. Rien n’est encore publié.',
  publie: 'La version est publiée : elle prend effet le jour choisi.',
  retire: 'La publication est retirée : elle ne prendra pas effet.',
  jete: 'Le brouillon est abandonné.',
};

const ETAT: Readonly<Record<EtatVersion, { libelle: string; ton: TonBadge }>> = {
  brouillon: { libelle: 'Brouillon', ton: 'neutre' },
  a_venir: { libelle: 'À venir', ton: 'info' },
  en_vigueur: { libelle: 'En vigueur', ton: 'success' },
  remplacee: { libelle: 'Remplacée', ton: 'neutre' },
  retiree: { libelle: 'Retirée', ton: 'error' },
};

function enChamp({ nom, libelle, aide, requis, forme, options = {} }: ChampReference, valeur: string): ChampDeclare {
  const commun = { nom: `contenu.${nom}`, libelle: t(libelle), aide: aide && t(aide), requis, valeur };
  switch (forme) {
    case 'long':
      return { ...commun, sorte: 'long', lignes: 14 };
    case 'oui_non':
      return {
        ...commun,
        sorte: 'choix',
        options: [
          { valeur: 'oui', libelle: t('Oui') },
          { valeur: 'non', libelle: t('Non') },
        ],
      };
    case 'choix':
      return { ...commun, sorte: 'choix', options: Object.entries(options).map(([code, mot]) => ({ valeur: code, libelle: t(mot) })) };
    case 'courriel':
      return { ...commun, sorte: 'texte', type: 'email' };
    case 'ligne':
    case 'lien':
    case 'euros':
    case 'jour':
      return { ...commun, sorte: 'texte' };
  }
}

/** Texts of several lines keep them. */
const Valeur = ({ texte }: { texte: string }) => (texte === '' ? '–' : <span className="portail-texte">{texte}</span>);

const motDe = ({ options }: ChampReference, valeur: string) => (options?.[valeur] === undefined ? valeur : t(options[valeur]));

function Contenu({ champs, contenu }: { champs: readonly ChampReference[]; contenu: Readonly<Record<string, string>> }) {
  return (
    <dl className="portail-fait">
      {champs.map((champ) => (
        <div key={champ.nom}>
          <dt>{t(champ.libelle)}</dt>
          <dd>
            <Valeur texte={motDe(champ, contenu[champ.nom] ?? '')} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

export function VueReference(lue: ReferenceLue & { fait: string | null }) {
  const { sorte, cle, libelle, fiche, champs, actuel, brouillon, fait } = lue;
  const annonce = FAIT[fait ?? ''];
  return (
    <Page
      titre={t(libelle)}
      parents={[ACCUEIL(), REFERENCES_FIL(), { libelle: t(fiche.libelle), href: `/administration/references/${sorte}` }]}
    >
      {annonce ? (
        <Alerte ton="success" annoncer>
          {t(annonce)}
        </Alerte>
      ) : null}
      <section aria-labelledby="vigueur-titre">
        <h2 className="fr-h5" id="vigueur-titre">
          {t('En vigueur aujourd’hui')}
        </h2>
        <Contenu champs={champs} contenu={actuel} />
      </section>
      {brouillon ? (
        <Brouillon {...lue} brouillon={brouillon} />
      ) : (
        <FormulaireDeclare action={faireOuvrirBrouillon} caches={{ sorte, cle }} bouton={t('Préparer une nouvelle version')} />
      )}
      <Versions {...lue} />
    </Page>
  );
}

function Brouillon({
  sorte,
  cle,
  champs,
  brouillon,
  variables,
  apercu,
  changements,
  jour,
}: ReferenceLue & { brouillon: NonNullable<ReferenceLue['brouillon']> }) {
  const place = { sorte, cle, revision: String(brouillon.revision) };
  return (
    <section className="agent-separe portail-page--texte" aria-labelledby="brouillon-titre">
      <h2 className="fr-h5" id="brouillon-titre">
        {t('Brouillon')}
      </h2>
      <p>{t('Dernière modification par {auteur}.', { auteur: brouillon.auteur })}</p>
      {Object.keys(variables).length > 0 ? (
        <details>
          <summary>{t('Variables permises')}</summary>
          <ul>
            {Object.entries(variables).map(([nom, exemple]) => (
              <li key={nom}>
                <code>{`{${nom}}`}</code> {t('par exemple : {exemple}', { exemple })}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <FormulaireDeclare
        action={faireEnregistrer}
        caches={place}
        champs={champs.map((c) => enChamp(c, brouillon.contenu[c.nom] ?? ''))}
        bouton={t('Enregistrer le brouillon')}
      />
      {apercu ? (
        <section className="agent-separe" aria-labelledby="apercu-titre">
          <h3 className="fr-h6" id="apercu-titre">
            {t('Aperçu avec un exemple')}
          </h3>
          <p>
            <strong>{apercu.titre}</strong>
          </p>
          {apercu.paragraphes.map((p) => (
            <p key={p}>{p}</p>
          ))}
        </section>
      ) : null}
      <section className="agent-separe" aria-labelledby="publier-titre">
        <h3 className="fr-h6" id="publier-titre">
          {t('Publier')}
        </h3>
        {changements.length === 0 ? (
          <p>{t('Le brouillon enregistré ne change rien à ce qui est en vigueur.')}</p>
        ) : (
          <>
            <TableauRiche
              legende={t('Ce que le brouillon change')}
              lignes={changements}
              cle={(c) => c.champ}
              vide=""
              colonnes={[
                { code: 'c', titre: t('Champ'), cellule: (c) => t(champs.find((d) => d.nom === c.champ)?.libelle ?? c.champ) },
                { code: 'a', titre: t('Avant'), cellule: (c) => <Valeur texte={c.avant} /> },
                { code: 'p', titre: t('Après'), cellule: (c) => <Valeur texte={c.apres} /> },
              ]}
            />
            <FormulaireDeclare
              action={fairePublier}
              caches={place}
              bouton={t('Publier cette version')}
              champs={[
                { sorte: 'date', nom: 'effet', libelle: t('Prend effet le'), valeur: jour, requis: true },
                {
                  sorte: 'long',
                  nom: 'raison',
                  libelle: t('Motif'),
                  aide: t('Il reste au journal de l’administration.'),
                  lignes: 2,
                  requis: true,
                },
              ]}
            />
          </>
        )}
        <FormulaireDeclare action={faireJeter} caches={place} bouton={t('Abandonner le brouillon')} secondaire />
      </section>
    </section>
  );
}

function Versions({ sorte, cle, champs, versions }: ReferenceLue) {
  if (versions.length === 0) return null;
  return (
    <section className="agent-separe" aria-labelledby="versions-titre">
      <h2 className="fr-h5" id="versions-titre">
        {t('Versions publiées')}
      </h2>
      <TableauRiche
        legende={t('Versions publiées, la dernière d’abord')}
        legendeCachee
        lignes={versions}
        cle={(v) => v.id}
        vide=""
        colonnes={[
          { code: 'v', titre: t('Version'), cellule: (v) => v.version },
          { code: 'e', titre: t('État'), cellule: (v) => <Badge ton={ETAT[v.etatLe].ton}>{t(ETAT[v.etatLe].libelle)}</Badge> },
          { code: 'd', titre: t('Effet'), cellule: (v) => (v.effetLe ? jourLisible(v.effetLe) : '–') },
          { code: 'q', titre: t('Publiée par'), cellule: (v) => v.auteur },
          { code: 'r', titre: t('Motif'), cellule: (v) => v.raison ?? '–' },
          {
            code: 'c',
            titre: t('Contenu'),
            cellule: (v) => (
              <details>
                <summary>{t('Lire')}</summary>
                <Contenu champs={champs} contenu={v.contenu} />
              </details>
            ),
          },
          {
            code: 'x',
            titre: t('Geste'),
            cellule: (v) =>
              v.etatLe === 'a_venir' ? (
                <FormulaireDeclare
                  action={faireRetirer}
                  caches={{ sorte, cle, version: String(v.version) }}
                  bouton={t('Retirer')}
                  precision={t('la version {n}', { n: v.version })}
                  secondaire
                />
              ) : (
                '–'
              ),
          },
        ]}
      />
    </section>
  );
}
