// What opens an account and who is in: the same page for a usager and for an agent.
import type { ReactNode } from 'react';
import { PageCompte } from '#features/accueil/views/page-compte.tsx';
import type { SessionLue } from '#features/compte/sessions/queries.ts';
import { Sessions } from '#features/compte/sessions/views/sessions.tsx';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { Badge } from '#ui/feedback/badge.tsx';
import { t } from '#ui/langue/t.ts';
import { Instant } from '#ui/layout/instant.tsx';
import { Page } from '#ui/layout/page.tsx';
import type { FacteurLu } from '../queries.ts';
import { LIEUX } from '../schema.ts';
import { FormulaireGeste } from './formulaires.tsx';
import { GESTES } from './gestes.ts';

type Porte = 'usager' | 'agent';
type Lu = {
  nom: string | null;
  facteurs: readonly FacteurLu[];
  codes: number;
  sessions: readonly SessionLue[];
  motDePasse: boolean;
  fait?: string;
};
type Props = Lu & {
  /** other ways in: the link with a provider of identity */
  children?: ReactNode;
};

function Fait({ fait }: { fait?: string }) {
  const phrases = new Map([
    ['facteur', t('Votre second facteur est ajouté.')],
    ['retrait', t('Votre second facteur est retiré.')],
    ['session', t('La session est fermée.')],
    ['sessions', t('Toutes les autres sessions sont fermées.')],
    ['franceconnect', t('Votre identité FranceConnect est retirée. Votre mot de passe ouvre toujours votre compte.')],
    ['mot-de-passe', t('Votre mot de passe est changé. Les autres sessions sont fermées.')],
  ]);
  const phrase = phrases.get(fait ?? '');
  return phrase ? (
    <Alerte ton="success" annoncer>
      {phrase}
    </Alerte>
  ) : null;
}

function Facteur({ porte, facteur, estRetirable }: { porte: Porte; facteur: FacteurLu; estRetirable: boolean }) {
  const { nom, sorte, creeLe, utiliseLe } = facteur;
  return (
    <li className="portail-carte">
      <div className="portail-carte__tete">
        <h4 className="fr-h6">{nom}</h4>
        <Badge ton="info">{sorte === 'totp' ? t('Application') : t('Clé d’accès')}</Badge>
      </div>
      <p className="fr-mb-1w">
        {t('Ajouté le')} <Instant le={creeLe} />.{' '}
        {utiliseLe ? (
          <>
            {t('A servi pour la dernière fois le')} <Instant le={utiliseLe} />.
          </>
        ) : null}
      </p>
      {estRetirable ? (
        <FormulaireGeste
          action={GESTES[porte].retirer}
          defi={GESTES[porte].defi}
          bouton={t('Retirer')}
          precision={nom}
          genre="discret"
          champs={{ facteur: facteur.id }}
        />
      ) : (
        <p className="fr-hint-text">{t('C’est votre seul second facteur : ajoutez-en un autre avant de retirer celui-ci.')}</p>
      )}
    </li>
  );
}

function Facteurs({ porte, facteurs, codes }: { porte: Porte; facteurs: readonly FacteurLu[]; codes: number }) {
  const { ajouterApplication, ajouterCle, defi } = GESTES[porte];
  const estRetirable = porte === 'usager' || facteurs.length > 1;
  return (
    <section aria-labelledby="facteurs">
      <h2 id="facteurs">{t('Second facteur')}</h2>
      <p>
        {porte === 'usager'
          ? t(
              'Facultatif. En plus de votre mot de passe, on vous demande un code de votre téléphone ou une clé d’accès : un mot de passe volé ne suffit plus.',
            )
          : t(
              'Il est demandé à chaque connexion, et de nouveau avant de signer une décision. Ajoutez-en un deuxième : la perte d’un appareil ne vous bloquera pas.',
            )}
      </p>
      {facteurs.length > 0 ? (
        <>
          <h3 className="fr-h5">{t('Vos seconds facteurs')}</h3>
          <ul className="portail-liste-nue">
            {facteurs.map((f) => (
              <Facteur key={f.id} porte={porte} facteur={f} estRetirable={estRetirable} />
            ))}
          </ul>
        </>
      ) : null}
      <h3 className="fr-h5">{t('Ajouter un second facteur')}</h3>
      <div className="portail-choix-facteur">
        <FormulaireGeste action={ajouterApplication} defi={defi} bouton={t('Ajouter une application')} />
        <FormulaireGeste action={ajouterCle} defi={defi} bouton={t('Ajouter une clé d’accès')} />
      </div>
      {facteurs.length > 0 ? (
        <>
          <h3 className="fr-h5 fr-mt-4w">{t('Codes de secours')}</h3>
          <p>
            {codes === 0
              ? t('Vous n’en avez pas : si vous perdez votre téléphone, vous ne pourrez plus entrer.')
              : t('Il vous reste {n} codes de secours.', { n: codes })}{' '}
            <a className="fr-link" href={`${LIEUX[porte]}/codes`}>
              {codes === 0 ? t('Créer mes codes de secours') : t('Remplacer mes codes de secours')}
            </a>
          </p>
        </>
      ) : null}
    </section>
  );
}

function MotDePasse({ porte, motDePasse }: { porte: Porte; motDePasse: boolean }) {
  return (
    <section aria-labelledby="mot-de-passe">
      <h2 id="mot-de-passe">{t('Mot de passe')}</h2>
      {motDePasse ? (
        <p>
          <a className="fr-link" href={`${LIEUX[porte]}/mot-de-passe`}>
            {t('Changer mon mot de passe')}
          </a>
        </p>
      ) : (
        <p>
          {t('Votre compte n’a pas de mot de passe.')}{' '}
          <a className="fr-link" href={porte === 'usager' ? '/compte/mot-de-passe-oublie' : '/agents/mot-de-passe-oublie'}>
            {t('En choisir un')}
          </a>
        </p>
      )}
    </section>
  );
}

function Contenu({ porte, facteurs, codes, sessions, motDePasse, fait, children }: Omit<Props, 'nom'> & { porte: Porte }) {
  return (
    <>
      <Fait fait={fait} />
      <Facteurs porte={porte} facteurs={facteurs} codes={codes} />
      <MotDePasse porte={porte} motDePasse={motDePasse} />
      {children}
      <Sessions porte={porte} sessions={sessions} />
    </>
  );
}

/** "Mon compte", security. */
export function SecuriteUsager(props: Props) {
  return (
    <PageCompte titre={t('Sécurité de mon compte')} ici={LIEUX.usager}>
      <Contenu porte="usager" {...props} />
    </PageCompte>
  );
}

export function SecuriteAgent(props: Props) {
  return (
    <Page titre={t('Mon compte d’agent')} largeur="texte">
      {props.nom ? <p>{props.nom}</p> : null}
      <Contenu porte="agent" {...props} />
    </Page>
  );
}
