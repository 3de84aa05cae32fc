import { jourLisible } from '#domain/jour.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { ListeResume } from '#ui/layout/liste-resume.tsx';
import { Page } from '#ui/layout/page.tsx';
import type { MandatLu } from '../queries.ts';
import { FormulaireReponse } from './formulaires.tsx';
import { Droits } from './mandats.tsx';

/** The page of the link. Reading it answers nothing: a button does. */
export function VueProposition({ jeton, mandat, email }: { jeton: string; mandat: MandatLu | null; email: string }) {
  if (!mandat)
    return (
      <Page titre={t('Mandat proposé')} largeur="texte">
        <Alerte ton="error" titre={t('Ce lien ne fonctionne plus')} niveau="h2">
          {t('Il a expiré, il a déjà servi, ou la personne a retiré sa proposition. Demandez-lui de proposer un nouveau mandat.')}
        </Alerte>
        <p>
          <a className="fr-link" href="/mon-compte/mandats">
            {t('Voir mes mandats')}
          </a>
        </p>
      </Page>
    );
  return (
    <Page titre={t('Mandat proposé')} largeur="texte">
      <p className="fr-text--lead">{t('{nom} vous propose d’agir pour son compte.', { nom: mandat.mandant })}</p>
      <ListeResume
        lignes={[
          { terme: t('Demande'), valeur: mandat.demande },
          { terme: t('Vous pourriez'), valeur: <Droits mandat={mandat} /> },
          { terme: t('Dernier jour'), valeur: jourLisible(mandat.finLe) },
          { terme: t('Proposé à'), valeur: mandat.email },
        ]}
      />
      {mandat.email === email ? (
        <>
          <p>
            {t('Chacun de vos actes portera votre nom, pour la personne comme pour l’administration. Vous pouvez arrêter à tout moment.')}
          </p>
          <FormulaireReponse jeton={jeton} />
        </>
      ) : (
        <Alerte ton="warning" titre={t('Ce mandat est proposé à une autre adresse')} niveau="h2">
          {t('Vous êtes connecté avec {email}. Connectez-vous avec le compte de l’adresse {autre}.', { email, autre: mandat.email })}
        </Alerte>
      )}
    </Page>
  );
}
