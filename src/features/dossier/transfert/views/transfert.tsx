// What a transfer keeps and what it ends, before it is done.
import { FormulaireDeclare } from '#features/formulaires/views/agent.tsx';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import { parentsDe } from '../../instruction/views/fil.ts';
import { faireTransferer } from '../actions.ts';
import type { Ailleurs } from '../queries.ts';

type Props = {
  dossier: { id: string; numero: string; version: number; estRestreint: boolean };
  peutTransferer: boolean;
  prefectures: readonly Ailleurs[];
  proposee: string | null;
};

export function VueTransfert({ dossier, peutTransferer, prefectures, proposee }: Props) {
  const nom = prefectures.find((p) => p.code === proposee)?.nom;
  return (
    <Page titre={t('Transférer le dossier')} parents={parentsDe(dossier)} largeur="texte">
      {peutTransferer ? (
        <>
          {nom ? (
            <Alerte ton="info">
              {t('La personne a déclaré une nouvelle adresse : {prefecture} est compétente.', { prefecture: nom })}
            </Alerte>
          ) : null}
          <p>
            {t(
              'Tout suit : la date de réception, le numéro, les pièces et leurs verdicts, un complément en cours, les avis. La personne est prévenue.',
            )}
          </p>
          <p>{t('Votre préfecture ne verra plus ce dossier, et les rendez-vous qu’elle a donnés seront annulés.')}</p>
          {dossier.estRestreint ? (
            <Alerte ton="warning">
              {t(
                'L’accès reste restreint. Les agents habilités ici ne le seront plus ; les référents de l’autre préfecture diront qui l’est chez eux.',
              )}
            </Alerte>
          ) : null}
          <FormulaireDeclare
            action={faireTransferer}
            dossier={dossier}
            bouton={t('Transférer le dossier')}
            champs={[
              {
                sorte: 'choix',
                nom: 'vers',
                libelle: t('Préfecture qui poursuit l’examen'),
                invite: t('Choisissez une préfecture'),
                requis: true,
                options: prefectures.map((p) => ({ valeur: p.code, libelle: `${p.code} – ${p.nom}` })),
                valeur: proposee ?? undefined,
              },
              {
                sorte: 'radios',
                nom: 'motif',
                libelle: t('Pourquoi'),
                requis: true,
                options: [
                  { valeur: 'changement_d_adresse', libelle: t('La personne a déménagé') },
                  { valeur: 'erreur', libelle: t('La demande est arrivée ici par erreur') },
                ],
                valeur: proposee ? 'changement_d_adresse' : undefined,
              },
            ]}
          />
        </>
      ) : (
        <Alerte ton="info">{t('Ce dossier ne peut pas être transféré par vous, ou plus.')}</Alerte>
      )}
    </Page>
  );
}
