import { jourLisible, plusJours } from '#domain/jour.ts';
import { adresseOrientation } from '#domain/orientation/orienter.ts';
import { afficherDate } from '#domain/procedure/champs.ts';
import { FAMILLES } from '#domain/procedure/definition.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { ListeResume } from '#ui/layout/liste-resume.tsx';
import { Page } from '#ui/layout/page.tsx';
import { Repli } from '#ui/layout/repli.tsx';
import type { FicheChargee } from '../loaders.ts';
import type { Ouverture } from '../queries.ts';
import { Commencer } from './commencer.tsx';
import { Delais, Depot, delaiEnClair, Pendant } from './delais.tsx';
import { Pieces } from './pieces.tsx';
import { Cout, enClairPrixPossibles, phraseDuCas } from './prix.tsx';
import { ChampFin, ChampNaissance, ChampNationalite } from './questions.tsx';

/** The fiche of a procedure: who, when, with what, how much, how long, for what, and the way in. */
export function VueFiche(fiche: FicheChargee) {
  const { procedure, saisie } = fiche;
  return (
    <Page
      titre={t(procedure.nom)}
      parents={[{ libelle: t('Quelle démarche me concerne ?'), href: '/catalogue' }]}
      largeur="texte"
      chapo={<p>{t(procedure.public)}</p>}
    >
      <div className="portail-resultat">
        <Sections fiche={fiche} niveau="h2" />
      </div>
      <Repli titre={t('Adapter cette page à ma situation')} niveau="h2" ouvert={saisie.erreurs.length > 0}>
        <form method="get" action={`/catalogue/${procedure.slug}`} className="portail-question">
          <ChampNationalite saisie={saisie} />
          <ChampNaissance saisie={saisie} />
          {procedure.fenetre.sorte === 'fin_de_titre' ? <ChampFin saisie={saisie} /> : null}
          {saisie.departement ? <input type="hidden" name="departement" value={saisie.departement.code} /> : null}
          {saisie.situation.titre ? <input type="hidden" name="titre" value={saisie.situation.titre} /> : null}
          <button type="submit" className="fr-btn">
            {t('Adapter')}
          </button>
        </form>
      </Repli>
      <p className="fr-mt-4w">
        <a className="fr-link" href="/catalogue">
          {t('Voir toutes les démarches')}
        </a>
      </p>
    </Page>
  );
}

/** Of a démarche that is not open: since, or from, when. */
export function quandOuverte({ depuis, jusqua }: Ouverture): string {
  return jusqua
    ? t('Fermée depuis le {jour}', { jour: jourLisible(plusJours(jusqua, 1)) })
    : t('Ouvre le {jour}', { jour: jourLisible(depuis) });
}

/** The sections of a fiche, under titles of one level. */
export function Sections({ fiche, niveau: Titre }: { fiche: FicheChargee; niveau: 'h2' | 'h4' }) {
  const { procedure, resume, saisie, titres } = fiche;
  return (
    <>
      {resume.ouverture.estOuverte ? null : (
        <Alerte ton="warning" titre={t('Cette démarche n’est pas ouverte en ligne aujourd’hui')}>
          <p>{quandOuverte(resume.ouverture)}</p>
          {resume.ouverture.message ? <p>{t(resume.ouverture.message)}</p> : null}
          <p>
            <a
              href={adresseOrientation(procedure.famille, {
                departement: saisie.departement?.code,
                demande: procedure.sorte === 'renouvellement' ? 'renouvellement' : 'premiere',
              })}
            >
              {t('Voir comment la faire en attendant')}
            </a>
          </p>
        </Alerte>
      )}
      <ListeResume
        lignes={[
          { terme: t('Coût'), valeur: enClairPrixPossibles(resume.cout) },
          { terme: t('Réponse'), valeur: delaiEnClair(fiche) },
          { terme: t('Base légale'), valeur: procedure.baseLegale },
        ]}
      />
      <Commencer procedure={procedure} estOuverte={resume.ouverture.estOuverte} />
      <Titre>{t('Ce que vous obtenez')}</Titre>
      <ul>
        {titres.map(({ libelle, duree, enCas }, i) => (
          <li key={`${libelle} ${enCas ?? ''}`}>
            {phraseDuCas(enCas, i > 0)} <strong>{t(libelle)}</strong>
            {duree ? `, ${t('durée : {duree}', { duree: t(duree) })}` : null}
          </li>
        ))}
      </ul>
      <Titre>{t('Quand déposer la demande')}</Titre>
      <Depot fiche={fiche} />
      <Titre>{t('Les pièces à fournir')}</Titre>
      <Pieces fiche={fiche} sousTitre={Titre === 'h2' ? 'h3' : 'h4'} />
      <Titre>{t('Le coût')}</Titre>
      <Cout cout={resume.cout} supplements={fiche.supplements} />
      <Titre>{t('Le délai de réponse')}</Titre>
      <Delais silences={fiche.silences} automatique={procedure.traitement === 'automatique'} />
      <Titre>{t('En attendant la réponse')}</Titre>
      <Pendant fiche={fiche} />
      <p className="fr-hint-text portail-source">
        {t('Famille : {famille}. Source : {source} ({date}). En ligne depuis le {jour}.', {
          famille: t(FAMILLES[procedure.famille]),
          source: procedure.provenance.source,
          date: afficherDate(procedure.provenance.dateSource),
          jour: jourLisible(resume.ouverture.depuis),
        })}
      </p>
    </>
  );
}
