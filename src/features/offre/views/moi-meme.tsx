// « Moi-même »: the titre that the registre knows, what it opens today, and what it does not, with the reason.
import { jourLisible } from '#domain/jour.ts';
import { MOTIFS_HORS_ANEF } from '#domain/orientation/motifs.ts';
import type { Offre, TitreTenu } from '#domain/titre/offre.ts';
import { estTypeTitre, TITRES } from '#domain/titre/titres.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { Carte, ListeResume } from '#ui/layout/liste-resume.tsx';
import { Page } from '#ui/layout/page.tsx';
import { Repli } from '#ui/layout/repli.tsx';
import type { MoiMeme } from '../loaders.ts';
import { FormulaireChoix, type OptionDemarche } from './choix.tsx';
import { Contester } from './contester.tsx';
import { delaiDit, empechementDit } from './phrases.ts';

const ICI = '/demander-un-titre/moi-meme';

const titresDePage = () => ({
  tout: t('Demander ou renouveler un titre de séjour'),
  changement: t('Déclarer un changement de situation'),
  voyage: t('Demander un document de voyage'),
});

export function VueMoiMeme({ titre, numeroEtranger, estConnu, offres, orientations, famille, retard }: MoiMeme) {
  const possibles = offres.filter((o) => o.etat.code === 'possible');
  // other grounds are many, and seldom what one comes for
  const autres = possibles.filter((o) => o.sorte === 'autre_titre');
  const options = possibles.filter((o) => o.sorte !== 'autre_titre').map((o) => optionDe(o, retard));
  const premier = possibles.find((o) => o.sorte === 'renouvellement')?.procedure;
  return (
    <Page
      titre={titresDePage()[famille ?? 'tout']}
      parents={[{ libelle: t('Demander un titre de séjour'), href: '/demander-un-titre' }]}
      ici={t('Moi-même')}
      largeur="texte"
    >
      <TitreConnu titre={titre} numeroEtranger={numeroEtranger} estConnu={estConnu} />
      <Commencees offres={offres} />
      {options.length > 0 ? <FormulaireChoix options={options} premier={premier} /> : null}
      <Empechements offres={offres} />
      {orientations.length > 0 && famille === null ? <Ailleurs orientations={orientations} titre={titre} /> : null}
      {options.length + autres.length + orientations.length === 0 && offres.length === 0 ? <Rien famille={famille} /> : null}
      {autres.length > 0 ? (
        <Repli titre={t('Demander un titre pour un autre motif')} niveau="h2" ouvert={options.length === 0}>
          <p>{t('Votre situation a changé : choisissez le titre que vous souhaitez désormais.')}</p>
          <ul>
            {autres.map((o) => (
              <li key={o.procedure}>
                <a href={`/demander-un-titre/${o.procedure}`}>{t(o.nom)}</a>
                <br />
                <span className="fr-hint-text">{t(o.public)}</span>
              </li>
            ))}
          </ul>
        </Repli>
      ) : null}
      {famille === 'voyage' ? (
        <p>
          <a className="fr-link" href="/demander-un-titre/mineur">
            {t('Je demande un document de circulation pour un mineur que je représente')}
          </a>
        </p>
      ) : null}
    </Page>
  );
}

function TitreConnu({ titre, numeroEtranger, estConnu }: Pick<MoiMeme, 'titre' | 'numeroEtranger' | 'estConnu'>) {
  if (!titre)
    return (
      <Alerte
        ton="info"
        titre={estConnu ? t('L’administration ne connaît pas de titre à votre nom') : t('Votre compte est temporaire')}
        niveau="h2"
      >
        <p>
          {estConnu
            ? t('Si vous en avez un, écrivez au centre de contact avec son numéro et ses dates.')
            : t('Il sert à une première demande. Si vous avez déjà un titre, un récépissé ou un visa, créez votre compte avec son numéro.')}
        </p>
        {estConnu ? (
          <Contester page={ICI} />
        ) : (
          <p>
            <a href="/premiere-demande">{t('Je commence une première demande')}</a>
          </p>
        )}
      </Alerte>
    );
  const { type, mention, debut, fin, invalideLe } = titre;
  const union = type !== null && estTypeTitre(type) && TITRES[type].forme === 'union';
  return (
    <Carte titre={t('Votre titre actuel')}>
      <p className="fr-text--bold">{mention}</p>
      {union ? <p>{t('Ressortissant citoyen UE/EEE/Suisse')}</p> : null}
      <ListeResume
        lignes={[
          ...(numeroEtranger ? [{ terme: t('Numéro étranger'), valeur: <span className="portail-numero">{numeroEtranger}</span> }] : []),
          { terme: t('Valable du'), valeur: t('{debut} au {fin}', { debut: jourLisible(debut), fin: jourLisible(fin) }) },
        ]}
      />
      {invalideLe ? <p>{t('Ce titre n’est plus valable depuis le {jour}.', { jour: jourLisible(invalideLe) })}</p> : null}
      <p className="fr-text--sm">
        {t('Ce titre n’est pas le vôtre, ou une date est fausse ?')}{' '}
        <a href={`/contact?page=${encodeURIComponent(ICI)}`}>{t('Écrivez au centre de contact avant de continuer')}</a>.
      </p>
    </Carte>
  );
}

function libelleDe({ sorte, nom }: Offre): string {
  return sorte === 'renouvellement' ? t('Je sollicite le renouvellement de ce titre') : t(nom);
}

function optionDe(offre: Offre, retard: number | null): OptionDemarche {
  const delai = offre.etat.code === 'possible' ? delaiDit(offre.etat.fenetre, retard, t) : null;
  const quoi = offre.sorte === 'renouvellement' ? t(offre.nom) : t(offre.public);
  return { slug: offre.procedure, libelle: libelleDe(offre), aide: [quoi, delai].filter(Boolean).join(' – ') };
}

/** Drafts to resume. */
function Commencees({ offres }: { offres: readonly Offre[] }) {
  return offres.flatMap(({ etat, nom }) =>
    etat.code === 'commencee'
      ? [
          <Alerte ton="info" titre={t('Vous avez commencé une demande')} niveau="h2" key={etat.dossierId}>
            <p>{t(nom)}</p>
            <p>
              <a className="fr-btn fr-btn--sm" href={`/demarches/${etat.dossierId}/reprise`}>
                {t('Reprendre ma demande')}
                <span className="fr-sr-only"> {t(nom)}</span>
              </a>
            </p>
          </Alerte>,
        ]
      : [],
  );
}

/** The renewal first, in full; other grounds out of time are not what one came for. */
function Empechements({ offres }: { offres: readonly Offre[] }) {
  const refusees = offres.filter((o) => o.sorte !== 'autre_titre' || o.etat.code === 'deja_ouverte');
  const dites = refusees.flatMap((offre) => {
    const dit = empechementDit(offre.etat, t);
    return dit ? [{ offre, dit }] : [];
  });
  if (dites.length === 0) return null;
  return (
    <section aria-labelledby="pas-maintenant">
      <h2 id="pas-maintenant">{t('Ce qui n’est pas possible aujourd’hui')}</h2>
      {dites.map(({ offre, dit }) => (
        <Alerte ton="warning" titre={libelleDe(offre)} niveau="h3" key={offre.procedure}>
          <p>{dit.fait}</p>
          <p>
            {dit.aFaire}{' '}
            {offre.etat.code === 'deja_ouverte' ? (
              <a href={`/mon-compte/dossiers/${offre.etat.dossierId}`}>{t('Suivre cette demande')}</a>
            ) : null}
          </p>
          <Contester page={ICI} />
        </Alerte>
      ))}
    </section>
  );
}

function Ailleurs({ orientations, titre }: { orientations: MoiMeme['orientations']; titre: TitreTenu | null }) {
  return orientations.map(({ motif, pour }) => (
    <Alerte
      ton="info"
      niveau="h2"
      key={motif}
      titre={
        pour === 'renouvellement' ? t('Le renouvellement de ce titre ne se demande pas ici') : t('Vous souhaitez une carte de résident ?')
      }
    >
      <p>
        {pour === 'renouvellement'
          ? t('« {mention} » ne figure pas parmi les titres qui se renouvellent sur ce portail.', { mention: titre?.mention ?? '' })
          : t(
              'Une première carte de résident se demande à la préfecture, dès que vous en remplissez les conditions (CESEDA, art. R. 431-6).',
            )}
      </p>
      <p>
        <a href={`/orientation/${motif}`}>{t('Où et comment faire cette demande : {motif}', { motif: t(MOTIFS_HORS_ANEF[motif]) })}</a>
      </p>
      {pour === 'renouvellement' ? <Contester page={ICI} /> : null}
    </Alerte>
  ));
}

function Rien({ famille }: { famille: MoiMeme['famille'] }) {
  return (
    <Alerte ton="info" titre={t('Aucune démarche de cette sorte ne vous est ouverte aujourd’hui')} niveau="h2">
      <p>
        {famille === 'voyage'
          ? t('Le titre de voyage est réservé aux personnes protégées : réfugiés, bénéficiaires de la protection subsidiaire, apatrides.')
          : t('Ce que vous pouvez demander dépend du titre que l’administration connaît.')}
      </p>
      <Contester page={ICI} />
    </Alerte>
  );
}
