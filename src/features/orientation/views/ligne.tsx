import { jourLisible } from '#domain/jour.ts';
import { CANAUX, DEMANDES, type LigneOrientation } from '#domain/orientation/orienter.ts';
import { afficherDate } from '#domain/procedure/champs.ts';
import type { Provenance } from '#domain/procedure/definition.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { Carte } from '#ui/layout/liste-resume.tsx';

export const appel = (numero: string) => `tel:${numero.replace(/[^\d+]/g, '').replace(/^0/, '+33')}`;

/** One way of asking: what to do, then everything that has to be copied. */
export function LigneDOrientation({ ligne, aDistinguer }: { ligne: LigneOrientation; aDistinguer: boolean }) {
  const titre = t(CANAUX[ligne.canal]);
  return (
    <Carte
      titre={
        aDistinguer && ligne.demande !== 'toutes'
          ? t('{demande} : {canal}', { demande: t(DEMANDES[ligne.demande]), canal: titre.toLocaleLowerCase() })
          : titre
      }
      niveau="h3"
    >
      <p>{t(ligne.texte)}</p>
      {ligne.etapes ? (
        <ol>
          {ligne.etapes.map((etape) => (
            <li key={etape}>{t(etape)}</li>
          ))}
        </ol>
      ) : null}
      {ligne.avertissement ? <Alerte ton="warning">{t(ligne.avertissement)}</Alerte> : null}
      <Moyens ligne={ligne} />
      <Source {...ligne} />
    </Carte>
  );
}

function Moyens({ ligne }: { ligne: LigneOrientation }) {
  const { adresse, courriel, telephone, lien, formulaire } = ligne;
  return (
    <dl className="portail-moyens">
      {formulaire ? (
        <div>
          <dt>{t('Où trouver le formulaire')}</dt>
          <dd>
            <a className="fr-link" href={formulaire.href}>
              {new URL(formulaire.href).host}
            </a>
            <br />
            <Chemin etages={formulaire.chemin} />
          </dd>
        </div>
      ) : null}
      {lien ? (
        <div>
          <dt>{t('Lien')}</dt>
          <dd>
            <a className="fr-link" href={lien.href}>
              {t(lien.libelle)}
            </a>
          </dd>
        </div>
      ) : null}
      {adresse ? (
        <div>
          <dt>{t('Adresse')}</dt>
          <dd>
            <address className="portail-enveloppe" translate="no">
              {adresse.join('\n')}
            </address>
          </dd>
        </div>
      ) : null}
      {courriel ? (
        <div>
          <dt>{t('Courriel')}</dt>
          <dd>
            <a className="fr-link portail-long" href={`mailto:${courriel}`}>
              {courriel}
            </a>
          </dd>
        </div>
      ) : null}
      {telephone ? (
        <div>
          <dt>{t('Téléphone')}</dt>
          <dd>
            <a className="fr-link" href={appel(telephone.numero)}>
              {telephone.numero}
            </a>
            {telephone.horaires ? ` (${t(telephone.horaires)})` : null}
          </dd>
        </div>
      ) : null}
    </dl>
  );
}

/** What to follow on a site, heading by heading. */
export function Chemin({ etages }: { etages: readonly string[] }) {
  return <span>{t('Suivez : {chemin}', { chemin: etages.map((e) => `« ${e} »`).join(' > ') })}</span>;
}

/** Where a sentence comes from and when somebody last said that it holds; no date of source: the administration itself published it. */
export function Source({ source, dateSource, verifieLe, prefecture }: Provenance & { verifieLe?: string; prefecture: string | null }) {
  return (
    <p className="fr-hint-text portail-source">
      {dateSource
        ? t('Source : {source} ({date}).', { source: t(source), date: afficherDate(dateSource) })
        : t('Source : {source}.', { source: t(source) })}{' '}
      {verifieLe ? t('Vérifié le {jour}.', { jour: jourLisible(verifieLe) }) : null}
      {prefecture !== null && dateSource && !verifieLe
        ? t('La préfecture ne l’a pas confirmé depuis : vérifiez sur son site avant d’envoyer.')
        : null}
    </p>
  );
}
