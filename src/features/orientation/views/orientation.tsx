import { THEMES } from '#domain/orientation/orienter.ts';
import { ChampRadios } from '#ui/fields/radios.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import type { Orientation } from '../loaders.ts';
import { ChampDepartement } from './champ-departement.tsx';
import { appel, Chemin, LigneDOrientation } from './ligne.tsx';

/** Where a ground is asked when it is not asked here: what to do, where, and who to ask. A plain form: no script. */
export function VueOrientation(orientation: Orientation) {
  const { motif, libelle, horsPortail, saisi, inconnu, departement, demande, aPreciser, lignes } = orientation;
  return (
    <Page
      titre={t(libelle)}
      parents={[{ libelle: t('Quelle démarche me concerne ?'), href: '/catalogue' }]}
      largeur="texte"
      chapo={
        <p>
          {horsPortail
            ? t('Cette demande ne se fait pas sur ce portail. Dites-nous où vous habitez : nous vous disons comment la faire.')
            : t('Quand une démarche de cette famille n’est pas ouverte sur ce portail, voici comment la faire.')}
        </p>
      }
    >
      <form method="get" action={`/orientation/${motif}`} className="portail-question">
        <ChampDepartement saisi={saisi} inconnu={inconnu} />
        {aPreciser ? (
          <ChampRadios
            nom="demande"
            libelle={t('Vous faites')}
            defaultValue={demande}
            enLigne
            t={t}
            options={[
              { valeur: 'premiere', libelle: t('Une première demande') },
              { valeur: 'renouvellement', libelle: t('Un renouvellement') },
            ]}
          />
        ) : null}
        <button type="submit" className="fr-btn">
          {t('Voir où m’adresser')}
        </button>
      </form>
      <h2 className="fr-mt-4w">
        {departement ? t('Comment faire dans votre département : {nom} ({code})', departement) : t('Comment faire')}
      </h2>
      {lignes.map((ligne) => (
        <LigneDOrientation key={ligne.code} ligne={ligne} aDistinguer={lignes.length > 1} />
      ))}
      <div className="portail-orientation">
        <Prefecture {...orientation} />
      </div>
      <p className="portail-actions">
        <a className="fr-btn fr-btn--secondary" href="/catalogue">
          {t('Voir les démarches qui se font en ligne')}
        </a>
      </p>
    </Page>
  );
}

function Prefecture({ departement, prefecture, contacts, actualites }: Orientation) {
  if (!departement) return <p>{t('Indiquez votre département pour avoir le site de votre préfecture et ses contacts.')}</p>;
  const site = prefecture?.site ?? departement.site;
  return (
    <>
      <h2 className="fr-mt-4w">{t('Votre préfecture')}</h2>
      <p>
        {prefecture ? t(prefecture.nom) : t('Préfecture : {nom}', { nom: departement.nom })}
        <br />
        <a className="fr-link" href={site}>
          {new URL(site).host}
        </a>
      </p>
      <Contacts contacts={contacts} prefecture={prefecture} />
      <h3>{t('Les actualités de la préfecture')}</h3>
      {actualites ? (
        <>
          <p>
            {t('Les modalités changent : consultez régulièrement cette page.')}{' '}
            <a className="fr-link" href={actualites.href}>
              {new URL(actualites.href).host}
            </a>
            <br />
            <Chemin etages={actualites.chemin} />
          </p>
          <p>{t('Vous y trouverez :')}</p>
          <ul>
            {actualites.rubriques.map((rubrique) => (
              <li key={rubrique}>{rubrique}</li>
            ))}
          </ul>
        </>
      ) : (
        <p>{t('Les modalités changent : consultez régulièrement la page « Actualités » de son site.')}</p>
      )}
    </>
  );
}

function Contacts({ contacts, prefecture }: Pick<Orientation, 'contacts' | 'prefecture'>) {
  const { courriel, telephone } = prefecture ?? {};
  if (contacts.length === 0 && !courriel && !telephone) return null;
  return (
    <>
      <h3>{t('La contacter')}</h3>
      <ul>
        {contacts.map((c) => (
          <li key={`${c.theme} ${c.courriel ?? c.telephone?.numero}`}>
            {c.objet ? t(c.objet) : c.theme ? t(THEMES[c.theme]) : t('Toutes les demandes')}
            {' : '}
            {c.courriel ? (
              <a className="fr-link portail-long" href={`mailto:${c.courriel}`}>
                {c.courriel}
              </a>
            ) : null}
            {c.telephone ? (
              <>
                <a className="fr-link" href={appel(c.telephone.numero)}>
                  {c.telephone.numero}
                </a>
                {c.telephone.horaires ? ` (${t(c.telephone.horaires)})` : null}
              </>
            ) : null}
          </li>
        ))}
        {contacts.length === 0 && courriel ? (
          <li>
            <a className="fr-link portail-long" href={`mailto:${courriel}`}>
              {courriel}
            </a>
          </li>
        ) : null}
        {contacts.length === 0 && telephone ? (
          <li>
            <a className="fr-link" href={appel(telephone)}>
              {telephone}
            </a>
          </li>
        ) : null}
      </ul>
    </>
  );
}
