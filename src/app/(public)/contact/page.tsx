import { contactCitoyens } from '#domain/liens.ts';
import { langueDemandee, titrePage } from '#guard/langue.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';

export const generateMetadata = titrePage('Nous contacter');

/** S-015, S-016. */
export default async function Contact() {
  await langueDemandee();
  return (
    <Page
      titre={t('Nous contacter')}
      largeur="texte"
      chapo={
        <p>
          {t(
            'Une question sur votre demande en ligne, ou un problème technique qui vous empêche d’avancer : le centre de contact citoyens vous répond.',
          )}
        </p>
      }
    >
      <h2>{t('Par téléphone')}</h2>
      <p>
        <a className="fr-link fr-link--lg" href={contactCitoyens.appel}>
          {contactCitoyens.telephone}
        </a>{' '}
        {t('(appel gratuit)')}
      </p>
      <Alerte ton="warning">
        {t(
          'C’est le numéro du véritable centre de contact de l’administration. Il ne connaît pas cette démonstration : ne l’appelez que pour une démarche faite sur le site officiel.',
        )}
      </Alerte>
      <h2 className="fr-mt-4w">{t('Par écrit')}</h2>
      <p>
        {t(
          'Le formulaire de contact n’est pas encore ouvert dans cette démonstration. Quand il le sera, il vous demandera ce qui suit : préparez-le aussi avant d’appeler.',
        )}
      </p>
      <ul>
        <li>{t('Expliquez clairement le problème : ce que vous vouliez faire, ce que vous avez fait, ce qui s’est passé.')}</li>
        <li>{t('Joignez des captures d’écran où l’on voit l’adresse du site, la date et l’heure, et le message d’erreur.')}</li>
        <li>{t('Donnez le numéro de l’erreur, s’il y en a un à l’écran.')}</li>
        <li>{t('Donnez votre numéro étranger ou votre numéro de demande, si vous en avez un.')}</li>
      </ul>
      <p>{t('N’envoyez jamais votre mot de passe : personne n’a à vous le demander.')}</p>
      <h2>{t('Vous êtes bloqué')}</h2>
      <p>
        {t(
          'Si vous n’arrivez pas à déposer votre demande en ligne, signalez-le au centre de contact citoyens avant la fin de validité de votre titre ou de votre visa. Gardez une trace de votre signalement : la date, l’heure et ce qu’on vous a répondu.',
        )}
      </p>
    </Page>
  );
}
