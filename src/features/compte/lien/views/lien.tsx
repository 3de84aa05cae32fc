import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import { Envoye, SansAdresse } from '../../oubli/views/oubli.tsx';
import type { EtapeLien } from '../loaders.ts';
import { FormulaireLienConnexion, FormulaireOuvrir } from './formulaires.tsx';

function Corps(etape: EtapeLien) {
  switch (etape.etape) {
    case 'ouvrir':
      return (
        <>
          <p>{t('Cliquez sur le bouton pour entrer dans votre compte. Le lien ne servira plus ensuite.')}</p>
          <FormulaireOuvrir jeton={etape.jeton} />
        </>
      );
    case 'envoye':
      return (
        <Envoye>
          {t(
            'Si un compte correspond à cet identifiant, un lien de connexion est dans sa boîte aux lettres. Il sert une fois, pendant une heure.',
          )}
        </Envoye>
      );
    case 'demande':
    case 'perime':
      return (
        <>
          {etape.etape === 'perime' ? (
            <Alerte ton="error" titre={t('Ce lien ne fonctionne plus')} niveau="h2">
              {t('Il a expiré ou il a déjà servi. Demandez-en un nouveau.')}
            </Alerte>
          ) : null}
          <p className={etape.etape === 'perime' ? 'fr-mt-3w' : undefined}>
            {t(
              'Indiquez votre identifiant. Nous envoyons à l’adresse électronique de votre compte un lien qui vous connecte sans mot de passe.',
            )}
          </p>
          <div className="portail-formulaire">
            <FormulaireLienConnexion />
          </div>
          <SansAdresse />
        </>
      );
  }
}

/** A way in by mail, which nobody else can close. */
export function Lien(etape: EtapeLien) {
  return (
    <Page titre={t('Recevoir un lien de connexion')} parents={[{ libelle: t('Se connecter'), href: '/connexion' }]} largeur="texte">
      <Corps {...etape} />
    </Page>
  );
}
