// S-008, S-015, S-016. A plain form, with files, for anybody: no script is needed, and none is sent.
import { CAPTURES_MAXIMUM, MESSAGE_MAXIMUM } from '#domain/assistance/ticket.ts';
import { contactCitoyens } from '#domain/liens.ts';
import { tailleLisible } from '#domain/piece/fichier.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { ResumeErreurs } from '#ui/feedback/resume-erreurs.tsx';
import { ChampCase } from '#ui/fields/case.tsx';
import { ChampChoix } from '#ui/fields/choix.tsx';
import { ChampTexte } from '#ui/fields/texte.tsx';
import { ChampTexteLong } from '#ui/fields/texte-long.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import type { ContactCharge } from '../loaders.ts';

export function VueContact({ officiel, ...contact }: ContactCharge & { officiel: boolean }) {
  if (contact.envoye) return <Envoye numero={contact.envoye} estConnecte={contact.estConnecte} />;
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
      {officiel ? null : (
        <Alerte ton="warning">
          {t(
            'C’est le numéro du véritable centre de contact de l’administration. Il ne connaît pas cette démonstration : ne l’appelez que pour une démarche faite sur le site officiel.',
          )}
        </Alerte>
      )}
      <h2 className="fr-mt-4w">{t('Par écrit')}</h2>
      <Formulaire {...contact} />
      <h2 className="fr-mt-4w">{t('Vous êtes bloqué')}</h2>
      <p>
        {t(
          'Si vous n’arrivez pas à déposer votre demande en ligne, signalez-le par ce formulaire avant la fin de validité de votre titre ou de votre visa. Le numéro de ticket qui vous est donné prouve votre signalement. Si l’impossibilité est constatée, la préfecture vous proposera de déposer votre demande au guichet.',
        )}
      </p>
    </Page>
  );
}

function Envoye({ numero, estConnecte }: { numero: string; estConnecte: boolean }) {
  return (
    <Page titre={t('Votre message est envoyé')} parents={[{ libelle: t('Nous contacter'), href: '/contact' }]} largeur="texte">
      <Alerte ton="success" titre={t('Votre message est bien arrivé')} niveau="h2" annoncer>
        <p>
          {t('Numéro de votre ticket :')} <strong className="portail-numero">{numero}</strong>
        </p>
      </Alerte>
      <p className="fr-mt-3w">
        {t(
          'Gardez ce numéro : il prouve votre signalement et sa date. Un courrier électronique vous le rappelle. La réponse arrivera à la même adresse.',
        )}
      </p>
      <p>
        {estConnecte ? (
          <a className="fr-link" href="/mon-compte/tickets">
            {t('Voir mes échanges avec le centre de contact')}
          </a>
        ) : (
          t('Pour relire votre message ou le compléter, utilisez le lien de ce courrier.')
        )}
      </p>
    </Page>
  );
}

/** As they stand on the page. */
const ORDRE = ['sujet', 'message', 'dossier', 'prefecture', 'page', 'erreur', 'jour', 'heure', 'captures', 'nom', 'email', 'telephone'];

type Champs = Omit<ContactCharge, 'envoye'>;

function Formulaire({ estConnecte, perdu, saisie, valeurs, erreurs, general, captures, sujets, prefectures, dossiers }: Champs) {
  const resume = ORDRE.flatMap((champ) => (erreurs[champ] ? [{ champ, message: t(erreurs[champ]) }] : []));
  const champ = (nom: string) => ({ nom, defaultValue: valeurs[nom], erreur: erreurs[nom] && t(erreurs[nom]), t });
  const options = (choix: readonly { valeur: string; libelle: string }[]) => choix.map((c) => ({ ...c, libelle: t(c.libelle) }));
  return (
    <form method="post" action="/api/televersement/contact" encType="multipart/form-data" noValidate>
      <ResumeErreurs erreurs={resume} general={general ? t(general) : undefined} />
      {perdu ? (
        <Alerte ton="warning" annoncer>
          {t('Ce que vous aviez écrit n’est plus gardé : il fallait corriger le formulaire dans l’heure. Recommencez.')}
        </Alerte>
      ) : null}
      {saisie ? <input type="hidden" name="saisie" value={saisie} /> : null}
      <p className="fr-hint-text">{t('Les champs marqués d’un * sont obligatoires')}</p>
      <ChampChoix {...champ('sujet')} libelle={t('Votre demande concerne')} options={options(sujets)} requis />
      <ChampTexteLong
        {...champ('message')}
        libelle={t('Votre problème, avec vos mots')}
        aide={t(
          'Expliquez clairement : ce que vous vouliez faire, ce que vous avez fait, ce qui s’est passé. N’écrivez jamais votre mot de passe : personne n’a à vous le demander.',
        )}
        maxLength={MESSAGE_MAXIMUM}
        rows={8}
        requis
      />
      {dossiers.length > 0 ? (
        <ChampChoix
          {...champ('dossier')}
          libelle={t('La demande de titre concernée')}
          options={dossiers}
          invite={t('Aucune, ou je ne sais pas')}
        />
      ) : null}
      <ChampChoix
        {...champ('prefecture')}
        libelle={t('La préfecture de votre domicile')}
        aide={t('Si vous devez déposer votre demande au guichet, c’est elle qui vous recevra.')}
        options={prefectures}
        invite={t('Je ne sais pas')}
      />
      <fieldset className="fr-fieldset" aria-labelledby="circonstances">
        <legend className="fr-fieldset__legend" id="circonstances">
          {t('Où et quand')}
        </legend>
        <div className="fr-fieldset__element">
          <ChampTexte
            {...champ('page')}
            libelle={t('La page où c’est arrivé')}
            aide={t('L’adresse affichée en haut du navigateur. Déjà remplie si vous venez de cette page.')}
            maxLength={300}
            autoComplete="off"
          />
          <ChampTexte
            {...champ('erreur')}
            libelle={t('Le numéro de l’erreur')}
            aide={t('S’il y en a un à l’écran.')}
            maxLength={40}
            autoComplete="off"
          />
          <ChampTexte {...champ('jour')} type="date" libelle={t('Le jour')} />
          <ChampTexte {...champ('heure')} type="time" libelle={t('L’heure (de Paris)')} />
        </div>
      </fieldset>
      <Captures erreur={erreurs.captures} gardees={captures} />
      <fieldset className="fr-fieldset" aria-labelledby="coordonnees">
        <legend className="fr-fieldset__legend" id="coordonnees">
          {t('Pour vous répondre')}
        </legend>
        <div className="fr-fieldset__element">
          <ChampTexte {...champ('nom')} libelle={t('Nom et prénom')} autoComplete="name" maxLength={200} requis />
          <ChampTexte
            {...champ('email')}
            type="email"
            libelle={t('Adresse électronique')}
            aide={estConnecte ? undefined : t('Exemple : prenom.nom@example.org')}
            autoComplete="email"
            maxLength={254}
            requis
          />
          <ChampTexte
            {...champ('telephone')}
            type="tel"
            libelle={t('Téléphone')}
            aide={t('Facultatif.')}
            autoComplete="tel"
            maxLength={30}
          />
        </div>
      </fieldset>
      <button type="submit" className="fr-btn">
        {t('Envoyer')}
      </button>
    </form>
  );
}

function Captures({ erreur, gardees }: { erreur: string | undefined; gardees: readonly { nom: string; taille: number }[] }) {
  const aide = t(
    '{n} fichiers au plus, de 10 Mo chacun : .jpg, .png, .bmp, .tiff ou .pdf. On doit y voir l’adresse du site, la date et l’heure, et le message d’erreur.',
    {
      n: CAPTURES_MAXIMUM,
    },
  );
  return (
    <>
      {gardees.length > 0 ? (
        <div className="fr-mb-3w">
          <p className="fr-mb-1v">{t('Captures déjà reçues :')}</p>
          <ul>
            {gardees.map(({ nom, taille }) => (
              <li key={nom}>
                {nom} ({tailleLisible(taille)})
              </li>
            ))}
          </ul>
          <ChampCase nom="retirer" libelle={t('Ne pas les joindre')} t={t} />
        </div>
      ) : null}
      {gardees.length < CAPTURES_MAXIMUM ? (
        <div className={erreur ? 'fr-upload-group fr-upload-group--error fr-mb-3w' : 'fr-upload-group fr-mb-3w'}>
          <label className="fr-label" htmlFor="captures">
            {t('Captures d’écran')}
          </label>
          <p className="fr-hint-text portail-aide" id="captures-aide">
            {aide}
          </p>
          <input
            className="fr-upload"
            type="file"
            id="captures"
            name="captures"
            multiple
            accept=".jpg,.jpeg,.png,.bmp,.tif,.tiff,.pdf"
            aria-describedby={erreur ? 'captures-aide captures-erreur' : 'captures-aide'}
          />
          {erreur ? (
            <p className="fr-error-text" id="captures-erreur">
              {t(erreur)}
            </p>
          ) : null}
        </div>
      ) : null}
    </>
  );
}
