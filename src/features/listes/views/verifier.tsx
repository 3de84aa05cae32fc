// Before publishing: what is wrong and where, what changes, who would be asked more or less, then the publication itself.
import { jourLisible } from '#domain/jour.ts';
import type { ProblemeDeListe } from '#domain/procedure/check-liste.ts';
import type { Champ } from '#domain/procedure/definition.ts';
import { type Difference, PARTIES, sansDifference } from '#domain/procedure/difference.ts';
import type { Demande, GroupeDeRejeu } from '#domain/procedure/rejeu.ts';
import { FormulaireDeclare } from '#features/formulaires/views/agent.tsx';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import { Repli } from '#ui/layout/repli.tsx';
import { TableauRiche } from '#ui/layout/tableau-riche.tsx';
import { fairePublier } from '../actions.ts';
import { adresseListe } from '../schema.ts';
import { VERSION } from './fil.ts';
import { PieceLue } from './version.tsx';

type Props = {
  slug: string;
  nom: string;
  prefecture: string | null;
  version: number;
  revision: number;
  source: string;
  avant: { version: number; effetLe: string; estAVenir: boolean } | null;
  effet: string;
  problemes: readonly ProblemeDeListe[];
  champs: readonly Champ[];
  difference: Difference;
  rejeu: readonly GroupeDeRejeu[];
  essais: number;
};

/** Field of the form of a piece to which a problem leads. */
const ancreDe = (partie: string) =>
  partie.startsWith('condition') ? '#condition' : partie.startsWith('mode') ? '#mode' : partie ? `#${partie}` : '';

function Problemes({ problemes, slug, version }: Pick<Props, 'problemes' | 'slug' | 'version'>) {
  if (problemes.length === 0) return <Alerte ton="success">{t('Aucun problème n’est trouvé.')}</Alerte>;
  return (
    <Alerte ton="error" titre={t('À corriger avant de publier ({n})', { n: problemes.length })} niveau="h2" id="problemes">
      <ul>
        {problemes.map((p) => (
          <li key={`${p.piece}.${p.partie}.${p.message}`}>
            {p.piece === null ? (
              t(p.message)
            ) : (
              <a href={`${adresseListe(slug, version, `/pieces/${p.piece}`)}${ancreDe(p.partie)}`}>
                {t('{piece} : {probleme}', { piece: [p.piece, p.partie].filter(Boolean).join(', '), probleme: t(p.message) })}
              </a>
            )}
          </li>
        ))}
      </ul>
    </Alerte>
  );
}

function Ecart({ difference, champs }: Pick<Props, 'difference' | 'champs'>) {
  const { ajoutees, retirees, changees, ordreChange } = difference;
  if (sansDifference(difference)) return <p>{t('Rien ne change : il n’y a rien à publier.')}</p>;
  return (
    <>
      {ajoutees.length ? <h3 className="fr-h6">{t('Pièces ajoutées ({n})', { n: ajoutees.length })}</h3> : null}
      {ajoutees.map((piece) => (
        <section key={piece.code} className="portail-carte listes-ajoutee">
          <h4 className="fr-h6">+ {t(piece.libelle)}</h4>
          <PieceLue piece={piece} champs={champs} />
        </section>
      ))}
      {retirees.length ? <h3 className="fr-h6">{t('Pièces retirées ({n})', { n: retirees.length })}</h3> : null}
      {retirees.length ? (
        <ul>
          {retirees.map((piece) => (
            <li key={piece.code}>− {t(piece.libelle)}</li>
          ))}
        </ul>
      ) : null}
      {changees.length ? <h3 className="fr-h6">{t('Pièces modifiées ({n})', { n: changees.length })}</h3> : null}
      {changees.map((piece) => (
        <TableauRiche
          key={piece.code}
          legende={t(piece.libelle)}
          lignes={piece.changements}
          cle={(c) => c.partie}
          vide=""
          colonnes={[
            { code: 'q', titre: t('Champ'), cellule: (c) => t(PARTIES[c.partie]) },
            { code: 'a', titre: t('Avant'), cellule: (c) => <span className="listes-lignes">{c.avant || '–'}</span> },
            { code: 'n', titre: t('Après'), cellule: (c) => <span className="listes-lignes">{c.apres || '–'}</span> },
          ]}
        />
      ))}
      {ordreChange ? <p>{t('L’ordre des pièces change.')}</p> : null}
    </>
  );
}

const EXIGENCES = { requise: 'obligatoire', facultative: 'facultative', a_confirmer: 'à confirmer' } as const;
const demandeEnMots = ({ libelle, exigence, documents }: Demande) =>
  `${t(libelle)} (${t(EXIGENCES[exigence])})${documents.length > 1 ? ` : ${documents.join(' ; ')}` : ''}`;

function Groupe({ groupe }: { groupe: GroupeDeRejeu }) {
  const { plus, moins, autrement, essais } = groupe;
  return (
    <section className="portail-carte">
      <h3 className="fr-h6">
        {essais.length === 1 ? (essais[0]?.nom ?? '') : t('{n} personnes', { n: essais.length })}
        {plus.length ? ` – ${t('{n} de plus', { n: plus.length })}` : ''}
        {moins.length ? ` – ${t('{n} de moins', { n: moins.length })}` : ''}
      </h3>
      <ul>
        {plus.map((d) => (
          <li key={`+${d.code}`}>+ {demandeEnMots(d)}</li>
        ))}
        {moins.map((d) => (
          <li key={`-${d.code}`}>− {demandeEnMots(d)}</li>
        ))}
        {autrement.map(({ avant, apres }) => (
          <li key={`=${apres.code}`}>
            ≠ {demandeEnMots(avant)} → {demandeEnMots(apres)}
          </li>
        ))}
      </ul>
      <Repli titre={t('Qui ({n})', { n: essais.length })} niveau="h4">
        <ul>
          {essais.map((e) => (
            <li key={`${e.nom}${e.portrait}`}>{[e.nom, e.portrait].filter(Boolean).join(' – ')}</li>
          ))}
        </ul>
      </Repli>
    </section>
  );
}

function Publication({ slug, version, revision, source, effet, avant }: Props) {
  return (
    <>
      <h2 className="fr-h4">{t('Publier')}</h2>
      <p>
        {t(
          'Les demandes en préparation suivront cette version dès son premier jour, et leurs auteurs en seront avertis à l’étape des justificatifs. Les demandes déposées gardent la leur.',
        )}
      </p>
      {avant?.estAVenir ? (
        <p>{t('La version {n} prend effet le {jour} : celle-ci la remplacera.', { n: avant.version, jour: jourLisible(avant.effetLe) })}</p>
      ) : null}
      <FormulaireDeclare
        action={fairePublier}
        caches={{ procedure: slug, version: String(version), revision: String(revision) }}
        bouton={t('Publier cette version')}
        champs={[
          {
            sorte: 'date',
            nom: 'effet',
            libelle: t('Premier jour'),
            aide: t('Demain au plus tôt, sauf urgence dite ci-dessous.'),
            valeur: effet,
            requis: true,
          },
          {
            sorte: 'texte',
            nom: 'urgence',
            libelle: t('Pourquoi dès aujourd’hui'),
            aide: t('Seulement si le premier jour est aujourd’hui. Gardé au journal.'),
          },
          {
            sorte: 'long',
            nom: 'raison',
            libelle: t('Pourquoi la liste change'),
            aide: t('Une phrase que liront les personnes dont la demande est en préparation.'),
            requis: true,
            lignes: 3,
          },
          { sorte: 'texte', nom: 'source', libelle: t('Texte ou page d’où vient cette version'), valeur: source, requis: true },
        ]}
      />
    </>
  );
}

export function VueVerification(props: Props) {
  const { slug, nom, version, avant, problemes, difference, champs, rejeu, essais } = props;
  const touches = rejeu.filter((g) => g.plus.length + g.moins.length + g.autrement.length > 0);
  const epargnes = rejeu.filter((g) => !touches.includes(g)).flatMap((g) => g.essais);
  return (
    <Page titre={t('Vérifier et publier')} parents={VERSION(slug, nom, version)}>
      <Problemes problemes={problemes} slug={slug} version={version} />
      <h2 className="fr-h4">{t('Ce qui change')}</h2>
      <p>
        {avant
          ? t('Par rapport à la version {n}, en vigueur à partir du {jour}.', { n: avant.version, jour: jourLisible(avant.effetLe) })
          : t('C’est la première version.')}
      </p>
      <Ecart difference={difference} champs={champs} />
      <h2 className="fr-h4">{t('Les mêmes personnes devant les deux versions')}</h2>
      <p>
        {t(
          '{n} personnes fictives : l’exemple de la démarche, des nationalités, des âges et des logements différents, et une pour chaque pièce qui change.',
          {
            n: essais,
          },
        )}
      </p>
      {touches.map((groupe) => (
        <Groupe key={JSON.stringify(groupe.essais.map((e) => e.nom + e.portrait))} groupe={groupe} />
      ))}
      <p>{t('Pour {n} d’entre elles, rien ne change.', { n: epargnes.length })}</p>
      {problemes.length === 0 && !sansDifference(difference) ? <Publication {...props} /> : null}
    </Page>
  );
}
