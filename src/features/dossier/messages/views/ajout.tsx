// What the person adds on their own to an open request (D-08): files, tied to a piece or not, and a word.
import { statutUsager } from '#domain/dossier/statuts.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import type { Ajout } from '../queries.ts';
import { parentsDuDossier, RetourAuDossier } from './conversation.tsx';
import { FormulaireMessage } from './formulaire-message.tsx';

type Props = Ajout & { cle: string; erreurFichier: string | null };

export function VueAjout({ dossier, brouillon, pieces, cle, erreurFichier }: Props) {
  return (
    <Page titre={t('Ajouter des éléments à ma demande')} parents={parentsDuDossier(dossier)} largeur="texte">
      {dossier.peutCompleter ? (
        <>
          <p>
            {t(
              'Vous pouvez ajouter des documents ou une précision tant qu’aucune décision n’est proposée. Ce que vous avez déposé ne change pas : l’agent verra ces éléments en plus, avec leur date.',
            )}
          </p>
          <p>{t('Ne joignez aucun document médical : la préfecture ne doit pas le recevoir.')}</p>
          <FormulaireMessage
            cote="usager"
            dossierId={dossier.id}
            cle={cle}
            brouillon={brouillon}
            sorte="complement"
            pieces={pieces}
            libelle={t('Votre message à l’agent (facultatif si vous joignez un fichier)')}
            bouton={t('Envoyer ces éléments')}
            erreurFichier={erreurFichier}
          />
        </>
      ) : (
        <Alerte ton="info" titre={t('Rien ne peut plus être ajouté ici')} niveau="h2">
          <p>
            {t(statutUsager(dossier.statut, 'titre').libelle)} :{' '}
            {t(
              'on n’ajoute des éléments qu’à une demande en cours, avant qu’une décision soit proposée. Vous pouvez encore écrire à l’administration.',
            )}
          </p>
          <p>
            <a className="fr-link" href={`/mon-compte/dossiers/${dossier.id}/messages`}>
              {t('Voir les messages')}
            </a>
          </p>
        </Alerte>
      )}
      <RetourAuDossier id={dossier.id} />
    </Page>
  );
}
