// "Mes coordonnées": e-mail, telephone, language.
import { PageCompte } from '#features/accueil/views/page-compte.tsx';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { languesOffertes } from '#ui/langue/langues.ts';
import { t } from '#ui/langue/t.ts';
import { Instant } from '#ui/layout/instant.tsx';
import { ListeResume } from '#ui/layout/liste-resume.tsx';
import type { PreuveDemandee } from '../../preuve/queries.ts';
import type { ChangementEnAttente, Coordonnees } from '../queries.ts';
import { FormulaireAdresse, FormulaireAnnulation, FormulaireLangue, FormulaireTelephone } from './formulaires.tsx';

/** What has just been done, by the code of the address bar. Fixed phrases: nothing of the address is shown. */
const FAITS: Readonly<Record<string, string>> = {
  demande:
    'Votre demande est enregistrée. Un courriel part à la nouvelle adresse : ouvrez-le et suivez son lien. Votre adresse actuelle en est prévenue aussi.',
  annule: 'Le changement d’adresse est annulé : votre adresse reste la même.',
  telephone: 'Votre téléphone est enregistré.',
  langue: 'Votre langue est enregistrée.',
};

function Attente({ enAttente }: { enAttente: ChangementEnAttente }) {
  return (
    <Alerte ton="info" titre={t('Un changement d’adresse attend votre confirmation')} niveau="h3">
      <p>
        {t('Nouvelle adresse :')} <strong>{enAttente.nouvelle}</strong>
      </p>
      <p>
        {t('Si cette adresse peut être utilisée, le lien de confirmation y est arrivé. Il marche jusqu’au')}{' '}
        <Instant le={enAttente.jusqu} precis t={t} />. {t('D’ici là, vos messages continuent d’arriver à votre adresse actuelle.')}
      </p>
      <p>{t('Rien reçu ? Regardez dans les courriels indésirables (spam), ou recommencez en vérifiant l’adresse.')}</p>
      <FormulaireAnnulation />
    </Alerte>
  );
}

function Adresse({ coordonnees, preuve }: { coordonnees: Coordonnees; preuve: PreuveDemandee }) {
  const { email, numeroEtranger, enAttente } = coordonnees;
  return (
    <section aria-labelledby="adresse">
      <h2 id="adresse">{t('Adresse électronique')}</h2>
      <ListeResume
        lignes={[
          { terme: t('Adresse actuelle'), valeur: email },
          ...(numeroEtranger ? [{ terme: t('Numéro étranger'), valeur: <span className="portail-numero">{numeroEtranger}</span> }] : []),
        ]}
      />
      {enAttente ? <Attente enAttente={enAttente} /> : null}
      <h3 className="fr-h5">{enAttente ? t('Demander une autre adresse') : t('Changer d’adresse')}</h3>
      <p>
        {t('Nous envoyons un lien à la nouvelle adresse. Elle remplace l’ancienne quand vous ouvrez ce lien et appuyez sur le bouton.')}
        {numeroEtranger ? null : ` ${t('Elle devient alors votre identifiant de connexion.')}`}
      </p>
      <FormulaireAdresse preuve={preuve} />
    </section>
  );
}

function Langue({ langue }: { langue: string }) {
  return (
    <section aria-labelledby="langue-titre">
      <h2 id="langue-titre">{t('Langue')}</h2>
      {languesOffertes.length > 1 ? (
        <p>{t('Vous la retrouvez sur tous vos appareils. Les courriels et les documents officiels sont en français.')}</p>
      ) : (
        <p>
          {t(
            'Ce site n’existe pour le moment qu’en français. D’autres langues seront proposées ici quand elles seront prêtes. Les courriels et les documents officiels sont en français.',
          )}
        </p>
      )}
      <FormulaireLangue langue={langue} />
    </section>
  );
}

export function PageCoordonnees({ coordonnees, preuve, fait }: { coordonnees: Coordonnees; preuve: PreuveDemandee; fait: string }) {
  const phrase = FAITS[fait];
  return (
    <PageCompte titre={t('Mes coordonnées')} ici="/mon-compte/coordonnees">
      {phrase ? (
        <Alerte ton="success" annoncer>
          {t(phrase)}
        </Alerte>
      ) : null}
      <Adresse coordonnees={coordonnees} preuve={preuve} />
      <section aria-labelledby="telephone-titre">
        <h2 id="telephone-titre">{t('Téléphone')}</h2>
        <p>{t('L’administration peut vous appeler à ce numéro à propos de vos demandes. Il est facultatif.')}</p>
        <FormulaireTelephone telephone={coordonnees.telephone} />
      </section>
      <Langue langue={coordonnees.langue} />
      <section aria-labelledby="postale">
        <h2 id="postale">{t('Adresse postale, état civil')}</h2>
        <p>
          {t('Un changement d’adresse postale, de nom ou de situation familiale se déclare à la préfecture :')}{' '}
          <a className="fr-link" href="/services/declarer-un-changement">
            {t('déclarer un changement')}
          </a>
        </p>
      </section>
    </PageCompte>
  );
}
