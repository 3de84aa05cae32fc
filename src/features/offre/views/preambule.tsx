// The préambule (S-185): what the request is, what it needs, costs and gives, then « Je continue ».
import { enEuros } from '#domain/tarif/montant.ts';
import type { EtatOffre } from '#domain/titre/offre.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { ListeResume } from '#ui/layout/liste-resume.tsx';
import { Page } from '#ui/layout/page.tsx';
import type { Preambule } from '../loaders.ts';
import { FormulaireCommencer } from './commencer.tsx';
import { Contester } from './contester.tsx';
import { HorsDuCas } from './hors-du-cas.tsx';
import { delaiDit, empechementDit } from './phrases.ts';

function coutDit(montants: Preambule['montants']): string {
  if (montants.length === 0) return t('Le montant vous sera indiqué au moment de la remise.');
  return montants
    .map(({ total, cas }) => {
      const montant = total === 0 ? t('gratuit') : enEuros(total);
      return cas ? t('{cas} : {montant}', { cas: t(cas), montant }) : montant;
    })
    .join(' ; ');
}

export function VuePreambule(preambule: Preambule) {
  const { slug, nom, baseLegale, demandeur, titreDelivre, minutes, montants, etat, retard } = preambule;
  const delai = etat?.code === 'possible' ? delaiDit(etat.fenetre, retard, t) : null;
  return (
    <Page
      titre={t(nom)}
      largeur="texte"
      parents={[{ libelle: t('Demander un titre de séjour'), href: '/demander-un-titre' }]}
      chapo={<p>{t(preambule.public)}</p>}
    >
      {delai ? <Alerte ton={etat?.code === 'possible' && etat.fenetre.etat === 'ouverte' ? 'info' : 'warning'}>{delai}</Alerte> : null}
      <ListeResume
        lignes={[
          { terme: t('Ce que vous pourrez recevoir'), valeur: `${t(titreDelivre.libelle)} (${t(titreDelivre.duree)})` },
          ...(minutes ? [{ terme: t('Temps pour remplir la demande'), valeur: t('Environ {n} minutes', { n: minutes }) }] : []),
          { terme: preambule.sorte === 'autre' ? t('Coût') : t('Coût, à payer à la remise'), valeur: coutDit(montants) },
          { terme: t('Textes'), valeur: baseLegale },
        ]}
      />
      <h2>{t('Avant de commencer')}</h2>
      <HorsDuCas cas={preambule.horsDuCas} page={`/demander-un-titre/${slug}`} />
      <p>
        <a className="fr-link fr-link--download" href={`/api/procedures/${slug}/liste-des-pieces`} download>
          {t('Télécharger la liste des pièces justificatives.')}
          <span className="fr-link__detail">{t('PDF')}</span>
        </a>
      </p>
      <p>{t('Vous pouvez vous arrêter et reprendre plus tard : ce que vous saisissez est gardé.')}</p>
      {demandeur === 'soi' ? (
        <p>
          {t('Ce que l’administration sait de vous, et ce que vous avez dit dans votre dernière demande, est déjà rempli : vous vérifiez.')}
        </p>
      ) : null}
      <Suite slug={slug} etat={etat} pourMineur={demandeur === 'mineur'} />
    </Page>
  );
}

function Suite({ slug, etat, pourMineur }: { slug: string; etat: EtatOffre | null; pourMineur: boolean }) {
  const ici = `/demander-un-titre/${slug}`;
  if (etat === null)
    return (
      <Alerte ton="warning" titre={t('Cette demande ne correspond pas au titre que l’administration connaît')} niveau="h2">
        <p>{t('Elle est réservée aux personnes qui ont un autre titre que le vôtre.')}</p>
        <p>
          <a href="/demander-un-titre/moi-meme">{t('Voir ce que vous pouvez demander')}</a>
        </p>
        <p>
          {t('Vous avez ce titre ou ce visa, et ce compte ne le connaît pas ? Déconnectez-vous, puis')}{' '}
          <a href={`/compte/creation-avec-numero?retour=${encodeURIComponent(ici)}`}>{t('créez un compte avec son numéro')}</a>.
        </p>
        <Contester page={ici} />
      </Alerte>
    );
  const dit = empechementDit(etat, t);
  if (dit)
    return (
      <Alerte ton="warning" titre={t('Cette demande n’est pas possible aujourd’hui')} niveau="h2">
        <p>{dit.fait}</p>
        <p>
          {dit.aFaire}{' '}
          {etat.code === 'deja_ouverte' ? <a href={`/mon-compte/dossiers/${etat.dossierId}`}>{t('Suivre cette demande')}</a> : null}
        </p>
        <Contester page={ici} />
      </Alerte>
    );
  if (etat.code === 'commencee')
    return (
      <Alerte ton="info" titre={t('Vous avez commencé une demande')} niveau="h2">
        <p>
          <a className="fr-btn fr-btn--sm" href={`/demarches/${etat.dossierId}/reprise`}>
            {t('Reprendre ma demande')}
          </a>
        </p>
      </Alerte>
    );
  return <FormulaireCommencer procedure={slug} pourMineur={pourMineur} />;
}
