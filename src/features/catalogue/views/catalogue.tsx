import { jourLisible } from '#domain/jour.ts';
import { adresseOrientation } from '#domain/orientation/orienter.ts';
import type { Remarque } from '#domain/procedure/concernees.ts';
import { FAMILLES } from '#domain/procedure/definition.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { Badge } from '#ui/feedback/badge.tsx';
import { t } from '#ui/langue/t.ts';
import { Carte } from '#ui/layout/liste-resume.tsx';
import { Page } from '#ui/layout/page.tsx';
import { Repli } from '#ui/layout/repli.tsx';
import type { Catalogue } from '../loaders.ts';
import { quandOuverte, Sections } from './fiche.tsx';
import { enClairPrixPossibles } from './prix.tsx';
import { Questions } from './questions.tsx';

const REMARQUES: Readonly<Record<Remarque, string>> = {
  francais:
    'Vous êtes français : vous n’avez pas besoin de titre de séjour. Vous pouvez faire une démarche pour un enfant ou pour un salarié.',
  union:
    'Citoyen de l’Union européenne, de l’Espace économique européen ou de la Suisse, vous n’êtes pas obligé d’avoir un titre de séjour : vous pouvez en demander un.',
  algerien:
    'Les Algériens reçoivent un certificat de résidence, selon l’accord du 27 décembre 1968. La démarche est la même ; certaines pièces changent.',
  autre_titre: 'Votre titre actuel a un autre motif : vous demandez ici un changement de titre. Gardez votre titre jusqu’à la décision.',
};

/** « Quelle démarche me concerne ? »: the answer first, then the questions, then everything. */
export function VueCatalogue(catalogue: Catalogue) {
  const { saisie, rayons, aRepondu } = catalogue;
  return (
    <Page
      titre={t('Quelle démarche me concerne ?')}
      largeur="texte"
      chapo={<p>{t('Répondez à quelques questions pour savoir quoi demander, avec quelles pièces, à quel prix et quand. Sans compte.')}</p>}
    >
      {aRepondu ? <Reponse {...catalogue} /> : null}
      {aRepondu ? (
        <Repli titre={t('Modifier mes réponses')} niveau="h2" ouvert={saisie.erreurs.length > 0}>
          <Questions saisie={saisie} rayons={rayons} />
        </Repli>
      ) : (
        <Questions saisie={saisie} rayons={rayons} />
      )}
      <Rayons rayons={rayons} />
      <AuPrefet departement={saisie.departement?.code} />
    </Page>
  );
}

function Reponse({ saisie, resultats, detail, orientation, remarques }: Catalogue) {
  const departement = saisie.departement?.code;
  return (
    <section aria-labelledby="reponse" className="fr-mb-4w portail-resultat">
      <h2 id="reponse">{t('D’après vos réponses')}</h2>
      {remarques.map((remarque) => (
        <Alerte key={remarque} ton="info">
          {t(REMARQUES[remarque])}
        </Alerte>
      ))}
      {orientation ? (
        <Alerte ton="warning" titre={t('Cette demande ne se fait pas sur ce portail')} niveau="h3">
          <p>{t('Elle se fait auprès de la préfecture du département où vous habitez.')}</p>
          <p>
            <a className="fr-link" href={adresseOrientation(orientation.motif, { demande: orientation.demande, departement })}>
              {t('Voir comment la faire')}
            </a>
          </p>
        </Alerte>
      ) : null}
      {detail ? (
        <>
          <h3>{t(detail.procedure.nom)}</h3>
          <Sections fiche={{ ...detail, saisie }} niveau="h4" />
        </>
      ) : (
        resultats.map((r) => (
          <Carte
            key={r.slug}
            titre={t(r.nom)}
            niveau="h3"
            marque={r.ouverture.estOuverte ? null : <Badge ton="info">{t('Pas ouverte aujourd’hui')}</Badge>}
            actions={
              <a className="fr-btn fr-btn--sm" href={r.href}>
                {t('Voir la démarche')}
                <span className="fr-sr-only"> {t(r.nom)}</span>
              </a>
            }
          >
            <p>{t(r.public)}</p>
            <p>{t('Coût : {prix}', { prix: enClairPrixPossibles(r.cout) })}</p>
            {r.depot ? (
              <p>{t('À déposer du {ouvre} au {ferme}.', { ouvre: jourLisible(r.depot.ouvre), ferme: jourLisible(r.depot.ferme) })}</p>
            ) : null}
          </Carte>
        ))
      )}
      {resultats.length === 0 && !orientation ? (
        <Alerte ton="warning" titre={t('Aucune démarche en ligne ne correspond à toutes ces réponses')} niveau="h3">
          <p>
            {t('Changez une réponse, regardez la liste ci-dessous, ou')}{' '}
            <a href={adresseOrientation('autre', { departement })}>{t('demandez à votre préfecture')}</a>.
          </p>
        </Alerte>
      ) : null}
    </section>
  );
}

function Rayons({ rayons }: Pick<Catalogue, 'rayons'>) {
  return (
    <>
      <h2 className="fr-mt-6w">{t('Toutes les démarches en ligne')}</h2>
      {rayons.map(({ famille, demarches }) => (
        <section key={famille} aria-labelledby={`rayon-${famille}`} className="fr-mb-3w">
          <h3 id={`rayon-${famille}`} className="fr-h5">
            {t(FAMILLES[famille])}
          </h3>
          <ul className="portail-rayon">
            {demarches.map((d) => (
              <li key={d.slug}>
                <a className="fr-link" href={`/catalogue/${d.slug}`}>
                  {t(d.nom)}
                </a>{' '}
                {d.ouverture.estOuverte ? (
                  <span className="fr-hint-text">{t('En ligne depuis le {jour}', { jour: jourLisible(d.ouverture.depuis) })}</span>
                ) : (
                  <Badge ton="info">{quandOuverte(d.ouverture)}</Badge>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function AuPrefet({ departement }: { departement: string | undefined }) {
  return (
    <>
      <h2 className="fr-mt-4w">{t('Votre situation n’est pas dans cette liste ?')}</h2>
      <p>
        {t(
          'Salarié, travailleur temporaire, PACS avec un Français, admission exceptionnelle au séjour, asile… : ces demandes se font à la préfecture.',
        )}{' '}
        <a className="fr-link" href={adresseOrientation('autre', { departement })}>
          {t('Voir où m’adresser')}
        </a>
      </p>
    </>
  );
}
