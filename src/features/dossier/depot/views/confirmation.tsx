import { adresseEtape, adresseOctets, type BaseDemarche } from '#domain/access/demarche.ts';
import { jourDe, jourLisible } from '#domain/jour.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import type { Brouillon } from '../queries.ts';

type Props = {
  base: BaseDemarche;
  dossierId: string;
  numero: string;
  deposeLe: Date;
  email: string;
  document: string | null;
  /** requests begun before this one, and that waited for it (D-10) */
  attendues: readonly Brouillon[];
  /** decided by the machine: no agent, no examination to wait for */
  estAutomatique: boolean;
};

/** Step 6 (S-147): what was deposited, its number, the proof to download, and what comes next. */
export function EtapeConfirmation({ base, dossierId, numero, deposeLe, email, document, attendues, estAutomatique }: Props) {
  if (estAutomatique) return <Validee base={base} dossierId={dossierId} numero={numero} email={email} document={document} />;
  return (
    <>
      <Alerte ton="success" titre={t('Votre demande est déposée')} niveau="h2">
        <p>
          {t('Numéro de la demande :')} <strong className="portail-numero">{numero}</strong>
          <br />
          {t('Déposée le {jour}', { jour: jourLisible(jourDe(deposeLe)) })}
        </p>
      </Alerte>
      <h2 className="fr-h4 fr-mt-4w">{t('Votre confirmation de dépôt')}</h2>
      <p>
        {t('Ce document est la preuve de votre dépôt. Il ne prouve pas la régularité de votre séjour et n’ouvre pas de droits.')}{' '}
        {email ? t('Nous l’envoyons aussi à {email}.', { email }) : null}
      </p>
      {document ? (
        <p>
          <a
            className="fr-btn fr-icon-download-line fr-btn--icon-left"
            href={adresseOctets(base, dossierId, `/api/documents/${document}`)}
            download
          >
            {t('Télécharger la confirmation de dépôt')}
          </a>
        </p>
      ) : (
        <p>
          {t('Le document est en préparation : il sera là dans quelques secondes.')}{' '}
          <a className="fr-link" href={adresseEtape(base, dossierId, 'confirmation')}>
            {t('Actualiser la page')}
          </a>
        </p>
      )}
      <h2 className="fr-h4">{t('Et maintenant ?')}</h2>
      <ul>
        <li>{t('La préfecture compétente examine votre demande. Vous n’avez pas à vous déplacer pour l’instant.')}</li>
        {email ? (
          <>
            <li>{t('Un courrier électronique vous prévient à chaque étape et vous invite à vous connecter.')}</li>
            <li>{t('Vous pouvez suivre votre demande à tout moment dans « Mon compte ».')}</li>
          </>
        ) : (
          <li>{t('Chaque courrier vous arrive par la poste, à l’adresse de votre demande.')}</li>
        )}
      </ul>
      {attendues.map(({ id, nom, etape }) => (
        <p key={id}>
          <a className="fr-btn" href={adresseEtape(base, id, etape)}>
            {t('Reprendre ma demande : {demarche}', { demarche: t(nom) })}
          </a>
        </p>
      ))}
      {base === '/guichet' ? <SuiteAuGuichet email={email} /> : <AllerAuCompte />}
    </>
  );
}

function AllerAuCompte() {
  return (
    <a className="fr-link fr-icon-arrow-right-line fr-link--icon-right" href="/mon-compte">
      {t('Aller à mon compte')}
    </a>
  );
}

/** What the agent d'accueil says and gives before the person leaves. */
function SuiteAuGuichet({ email }: { email: string }) {
  return (
    <>
      <h2 className="fr-h4">{t('Avant que la personne parte')}</h2>
      <ul>
        <li>{t('Imprimez la confirmation de dépôt et remettez-la-lui. Cette page reste ouverte 24 heures après le dépôt.')}</li>
        <li>
          {email
            ? t(
                'Son compte a pour adresse {email}. Si elle n’a pas encore de mot de passe, elle le choisit par « Mot de passe oublié ? ».',
                {
                  email,
                },
              )
            : t('Si une pièce manque, elle recevra une lettre par la poste : elle revient alors ici, avec la lettre.')}
        </li>
      </ul>
      <a className="fr-link fr-icon-arrow-right-line fr-link--icon-right" href="/assistance">
        {t('Revenir à l’assistance')}
      </a>
    </>
  );
}

/** The validation of a VLS-TS: done in a moment, or looked at by an agent when the visa is not found. */
function Validee({ base, dossierId, numero, email, document }: Pick<Props, 'base' | 'dossierId' | 'numero' | 'email' | 'document'>) {
  if (!document)
    return (
      <>
        <Alerte ton="info" titre={t('Nous vérifions votre visa')} niveau="h2">
          <p>
            {t('Numéro de la demande :')} <strong className="portail-numero">{numero}</strong>
          </p>
          <p>
            {t(
              'Cela prend quelques secondes. Si rien ne vient, un agent vérifie votre visa : un courrier électronique vous préviendra, vous n’avez rien à refaire.',
            )}
          </p>
        </Alerte>
        <p>
          <a className="fr-link" href={adresseEtape(base, dossierId, 'confirmation')}>
            {t('Actualiser la page')}
          </a>
        </p>
        <AllerAuCompte />
      </>
    );
  return (
    <>
      <Alerte ton="success" titre={t('Votre VLS-TS est validé')} niveau="h2">
        <p>
          {t('Numéro de la demande :')} <strong className="portail-numero">{numero}</strong>
        </p>
      </Alerte>
      <p>
        {t(
          'Gardez la confirmation : présentée avec votre visa, elle prouve la régularité de votre séjour. Sa référence est votre identifiant. Nous l’envoyons aussi à {email}.',
          { email },
        )}
      </p>
      <p>
        <a
          className="fr-btn fr-icon-download-line fr-btn--icon-left"
          href={adresseOctets(base, dossierId, `/api/documents/${document}`)}
          download
        >
          {t('Télécharger la confirmation de la validation')}
        </a>
      </p>
      <AllerAuCompte />
    </>
  );
}
