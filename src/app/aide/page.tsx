import { lien } from '#features/configuration/liens/catalogue.ts';
import { langueDemandee, titrePage } from '#guard/langue.ts';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import { Repli } from '#ui/layout/repli.tsx';

export const generateMetadata = titrePage('Besoin d’aide ?');

function Questions() {
  return (
    <>
      <Repli titre={t('Je n’ai pas reçu le courriel')}>
        <p>
          {t(
            'Attendez quelques minutes, puis regardez dans les courriels indésirables (spam). Vérifiez aussi que l’adresse que vous aviez écrite est bien la vôtre.',
          )}
        </p>
      </Repli>
      <Repli titre={t('Quel est mon identifiant ?')}>
        <p>
          {t(
            'Si vous avez un numéro étranger, c’est ce numéro : 10 chiffres, imprimés sur votre titre de séjour. Si vous n’en avez pas encore, c’est l’adresse électronique donnée à la création de votre compte.',
          )}
        </p>
      </Repli>
      <Repli titre={t('Puis-je m’arrêter et reprendre plus tard ?')}>
        <p>
          {t(
            'Oui. Votre saisie est sauvegardée à la validation de chaque étape. Connectez-vous de nouveau : vous reprenez à la dernière étape enregistrée.',
          )}
        </p>
      </Repli>
      <Repli titre={t('Puis-je modifier ma demande après l’avoir déposée ?')}>
        <p>{t('Non. Relisez tout à l’étape « Dépôt de la demande », où vous pouvez encore revenir en arrière.')}</p>
      </Repli>
      <Repli titre={t('Mon fichier est refusé')}>
        <p>
          {t(
            'Un fichier doit être une image ou un PDF (.jpg, .png, .pdf, .bmp, .tiff), peser 10 Mo au plus, s’ouvrir sans mot de passe et être lisible. Vous pouvez joindre trois fichiers par justificatif.',
          )}
        </p>
      </Repli>
      <Repli titre={t('Mon document n’est pas en français')}>
        <p>
          {t('Il doit être traduit par un traducteur agréé.')}{' '}
          <a className="fr-link" href={lien('traducteursAgrees')}>
            {t('Trouver un traducteur agréé, sur service-public.fr')}
          </a>
        </p>
      </Repli>
    </>
  );
}

export default async function Aide() {
  await langueDemandee();
  return (
    <Page
      titre={t('Besoin d’aide ?')}
      largeur="texte"
      chapo={<p>{t('Voici comment se passe une première demande de titre de séjour en ligne, du début à la fin.')}</p>}
    >
      <h2>{t('Étape par étape')}</h2>
      <ol className="fr-mb-4w">
        <li>
          <strong>{t('Créez un compte.')}</strong>{' '}
          {t(
            'Vous donnez votre adresse électronique. Vous recevez un courriel avec de quoi vous connecter, puis vous choisissez votre mot de passe.',
          )}
        </li>
        <li>
          <strong>{t('Dites votre situation.')}</strong>{' '}
          {t(
            'Quelques questions suffisent pour savoir quel titre demander et quels justificatifs fournir. Vous pouvez télécharger leur liste.',
          )}
        </li>
        <li>
          <strong>{t('Remplissez votre demande.')}</strong>{' '}
          {t('Votre état civil, votre adresse, votre famille. Vous pouvez vous arrêter et revenir plus tard.')}
        </li>
        <li>
          <strong>{t('Joignez vos justificatifs.')}</strong>{' '}
          {t(
            'Des photos prises avec un téléphone conviennent si elles sont lisibles. Pour la photo d’identité, il vous faut un numéro e-photo.',
          )}{' '}
          <a className="fr-link" href={lien('photographesAgrees')}>
            {t('Trouver un photographe ou une cabine agréés, sur le site de l’ANTS')}
          </a>
        </li>
        <li>
          <strong>{t('Relisez et déposez.')}</strong>{' '}
          {t('Vous recevez la confirmation du dépôt par courriel. Ensuite la demande ne peut plus être modifiée.')}
        </li>
        <li>
          <strong>{t('Suivez votre demande.')}</strong>{' '}
          {t(
            'Un courriel vous prévient de chaque message. S’il manque un document, vous avez 30 jours pour répondre après avoir lu la demande.',
          )}
        </li>
        <li>
          <strong>{t('Recevez la décision.')}</strong>{' '}
          {t('Elle est écrite dans votre espace. Si elle est favorable, vous téléchargez une attestation en attendant votre titre.')}
        </li>
      </ol>
      <h2>{t('Questions fréquentes')}</h2>
      <Questions />
      <h2 className="fr-mt-4w">{t('Se faire aider')}</h2>
      <p>
        {t(
          'Vous pouvez faire votre demande avec quelqu’un de confiance, ou dans un point d’accueil numérique de votre préfecture. Ne donnez pas votre mot de passe et ne payez personne pour prendre un rendez-vous.',
        )}
      </p>
      <ul>
        <li>
          <a className="fr-link" href={lien('refugiesInfo')}>
            {t('Réfugiés.info : des fiches simples, en plusieurs langues')}
          </a>
        </li>
        <li>
          <a className="fr-link" href={lien('servicePublicTitres')}>
            {t('Service-public.fr : vos droits et vos démarches')}
          </a>
        </li>
        <li>
          <a className="fr-link" href="/contact">
            {t('Nous contacter')}
          </a>
        </li>
      </ul>
    </Page>
  );
}
