// An agent records the letter by which a person withdraws their request.
import { FormulaireDeclare } from '#features/formulaires/views/agent.tsx';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import { faireRetirerParLettre } from '../actions.ts';

type Props = { dossier: { id: string; numero: string; version: number }; peutRetirer: boolean };

export function VueRetraitParLettre({ dossier, peutRetirer }: Props) {
  const parents = [
    { libelle: t('Dossiers à instruire'), href: '/instruction' },
    { libelle: dossier.numero, href: `/instruction/${dossier.id}` },
  ];
  return (
    <Page titre={t('Enregistrer un retrait')} parents={parents} largeur="texte">
      {peutRetirer ? (
        <>
          <p>
            {t(
              'À la demande écrite de la personne seulement. L’examen s’arrête, la demande de complément ouverte est levée, les rendez-vous à venir sont annulés, les attestations de prolongation perdent leur effet. La personne reçoit une confirmation.',
            )}
          </p>
          <FormulaireDeclare
            action={faireRetirerParLettre}
            dossier={dossier}
            bouton={t('Enregistrer le retrait')}
            champs={[
              { sorte: 'date', nom: 'lettre', libelle: t('Date de la lettre'), requis: true },
              { sorte: 'long', nom: 'remarque', libelle: t('Ce que la personne demande'), lignes: 3, requis: true },
            ]}
          />
        </>
      ) : (
        <Alerte ton="info">{t('On ne retire qu’une demande en cours, avant la décision.')}</Alerte>
      )}
    </Page>
  );
}
