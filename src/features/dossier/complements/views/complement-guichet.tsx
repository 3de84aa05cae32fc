// At the desk: the agent d'accueil enters the answer of a person who has no e-mail, and so no space to answer from (R.431-2).
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import type { ComplementAffiche } from '../reponse/queries.ts';
import { VueComplement } from './vue-complement.tsx';

type Props = { complement: ComplementAffiche; erreurFichier: { champ: string; message: string } | null };

export function VueComplementGuichet({ complement, erreurFichier }: Props) {
  return (
    <Page titre={t('Réponse à une demande de complément')} parents={[{ libelle: t('Assistance'), href: '/assistance' }]} largeur="texte">
      {complement.reponduLe ? null : (
        <Alerte ton="info">
          {t(
            'Vous écrivez la réponse de la personne, avec ses mots et ses documents, qu’elle soit devant vous ou qu’elle les ait envoyés par la poste. L’historique de la demande dira qu’elle est saisie par un agent d’accueil.',
          )}
        </Alerte>
      )}
      <VueComplement base="/guichet" complement={complement} erreurFichier={erreurFichier} />
    </Page>
  );
}
