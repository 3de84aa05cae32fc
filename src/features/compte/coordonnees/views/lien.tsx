// The page of the links about an e-mail that changes. Reading it changes nothing: mail scanners follow links; the button does.
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import type { LienAdresse } from '../queries.ts';
import { FormulaireConfirmation, FormulaireRetour } from './formulaires.tsx';

function Suite({ href, libelle }: { href: string; libelle: string }) {
  return (
    <p className="portail-actions">
      <a className="fr-btn" href={href}>
        {libelle}
      </a>
    </p>
  );
}

function Mort() {
  return (
    <>
      <Alerte ton="error" titre={t('Ce lien ne fonctionne plus')} niveau="h2">
        {t('Il a déjà servi, il a expiré, ou la demande a été annulée ou remplacée par une autre.')}
      </Alerte>
      <p>{t('Pour changer d’adresse, connectez-vous et recommencez depuis « Mes coordonnées ».')}</p>
      <Suite href="/mon-compte/coordonnees" libelle={t('Ouvrir mes coordonnées')} />
      <p>
        {t('Vous n’arrivez plus à entrer dans votre compte ?')}{' '}
        <a className="fr-link" href="/contact">
          {t('Nous contacter')}
        </a>
      </p>
    </>
  );
}

function Remplacee() {
  return (
    <>
      <Alerte ton="success" titre={t('Votre adresse électronique est remplacée')} niveau="h2" annoncer>
        {t('Vos messages arrivent maintenant à la nouvelle adresse. L’ancienne en est prévenue.')}
      </Alerte>
      <p>
        {t(
          'Si vous vous connectez avec votre adresse électronique, utilisez maintenant la nouvelle. Par sécurité, vos autres connexions ouvertes ont été fermées.',
        )}
      </p>
      <Suite href="/mon-compte/coordonnees" libelle={t('Ouvrir mes coordonnées')} />
    </>
  );
}

function Reprise() {
  return (
    <>
      <Alerte ton="success" titre={t('Votre adresse a repris sa place')} niveau="h2" annoncer>
        {t(
          'Toutes les connexions ouvertes sont fermées et l’ancien mot de passe ne vaut plus rien. Un courriel vient de partir à votre adresse : son lien sert à choisir un nouveau mot de passe.',
        )}
      </Alerte>
      <p>{t('Une fois entré, vérifiez votre téléphone, vos demandes et vos moyens de connexion.')}</p>
      <Suite href="/connexion" libelle={t('Aller à la connexion')} />
    </>
  );
}

function Lien({ lien }: { lien: LienAdresse }) {
  if (lien.sorte === 'confirmation')
    return (
      <>
        <p>{t('Cette adresse remplacera l’adresse électronique actuelle de votre compte :')}</p>
        <p>
          <strong>{lien.nouvelle}</strong>
        </p>
        <p>{t('Les courriels sur vos demandes y arriveront. Sans numéro étranger, elle sera aussi votre identifiant de connexion.')}</p>
        <FormulaireConfirmation jeton={lien.jeton} />
      </>
    );
  return (
    <>
      <p>{t('L’adresse électronique de votre compte a été remplacée, et ce n’était pas vous ? Cette adresse reprendra sa place :')}</p>
      <p>
        <strong>{lien.ancienne}</strong>
      </p>
      <p>
        {t(
          'Toutes les connexions ouvertes seront fermées, et les moyens de connexion ajoutés depuis seront retirés. Vous recevrez un lien pour choisir un nouveau mot de passe.',
        )}
      </p>
      <FormulaireRetour retour={lien.retour} />
      <p className="fr-mt-3w">
        {t('Vous ne retrouvez pas ce mot de passe ?')}{' '}
        <a className="fr-link" href="/contact">
          {t('Nous contacter')}
        </a>
      </p>
    </>
  );
}

export function PageLienAdresse({ lien, fait }: { lien: LienAdresse | null; fait: string }) {
  const titre = lien?.sorte === 'retour' || fait === 'reprise' ? t('Reprendre mon compte') : t('Confirmer mon adresse électronique');
  return (
    <Page titre={titre} largeur="texte">
      {lien ? <Lien lien={lien} /> : fait === 'remplacee' ? <Remplacee /> : fait === 'reprise' ? <Reprise /> : <Mort />}
    </Page>
  );
}
