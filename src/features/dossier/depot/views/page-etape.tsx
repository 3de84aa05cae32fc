import type { ReactNode } from 'react';
import { EtapePieces } from '#features/pieces/views/etape-pieces.tsx';
import { t } from '#ui/langue/t.ts';
import type { Chargee } from '../loaders.ts';
import { OBSERVATIONS_MAX } from '../schema.ts';
import { Cadre, RecapitulatifSituation } from './cadre.tsx';
import { EtapeConfirmation } from './confirmation.tsx';
import { FormulaireChamps } from './formulaire-champs.tsx';
import { FormulaireDepot } from './formulaire-depot.tsx';
import { FormulairePieces } from './formulaire-pieces.tsx';
import { ListeChangee } from './liste-changee.tsx';
import { EtapeSituation } from './page-situation.tsx';
import { PreparerDocuments } from './preparer.tsx';
import { Recapitulatif } from './recapitulatif.tsx';
import { Repris } from './repris.tsx';

type Props = {
  chargee: Chargee;
  erreurFichier: string | undefined;
  /** said before the form: this etape has failed */
  alerte?: ReactNode;
};

/** One etape of one dossier, whatever its sort. */
export function PageEtape({ chargee, erreurFichier, alerte }: Props) {
  const { base, dossierId, etape, jalons, procedure } = chargee;
  if (chargee.sorte === 'situation') {
    return <EtapeSituation base={base} jalons={jalons} procedure={procedure.slug} dossierId={dossierId} mineur={chargee.mineur} />;
  }
  const cadre = { alerte, pour: chargee.pour, mineur: chargee.mineur, jalons, progression: etape.progression, minutes: etape.minutes };
  const entete = etape.entete ? <h2 className="fr-h4">{t(etape.entete)}</h2> : null;
  switch (chargee.sorte) {
    case 'champs': {
      const premiere = etape.code === 'informations';
      return (
        <Cadre
          {...cadre}
          recapitulatif={premiere ? <RecapitulatifSituation base={base} situation={procedure.situation} dossierId={dossierId} /> : null}
        >
          {premiere ? <PreparerDocuments base={base} dossierId={dossierId} /> : null}
          {entete}
          {chargee.repris ? <Repris {...chargee.repris} /> : null}
          <FormulaireChamps
            base={base}
            dossierId={dossierId}
            definition={chargee.definition}
            valeurs={chargee.valeurs}
            version={chargee.version}
            contexte={chargee.contexte}
            demarches={chargee.demarches}
            // on step 2, "Modifier ma situation" plays that part (S-073)
            precedente={premiere ? null : chargee.precedente}
          />
        </Cadre>
      );
    }
    case 'pieces':
      return (
        <Cadre {...cadre}>
          {entete}
          {chargee.nouveautes ? <ListeChangee changement={chargee.nouveautes} /> : null}
          <PreparerDocuments base={base} dossierId={dossierId} />
          <EtapePieces
            base={base}
            dossierId={dossierId}
            attendues={chargee.attendues}
            donnees={chargee.donnees}
            reprises={chargee.reprises}
            erreur={erreurFichier}
            montant={chargee.montant}
          />
          <FormulairePieces base={base} dossierId={dossierId} etape={etape.code} precedente={chargee.precedente} />
        </Cadre>
      );
    case 'depot':
      return (
        <Cadre {...cadre}>
          <p className="fr-text--lead">{etape.entete ? t(etape.entete) : null}</p>
          {chargee.nouveautes ? <ListeChangee changement={chargee.nouveautes} /> : null}
          <ul>
            <li>
              {t('Pour modifier une information saisie ou une pièce justificative,')}{' '}
              <strong>{t('avant le dépôt définitif de votre demande')}</strong>
              {t(', utilisez le bouton « Revenir à l’étape précédente ».')}{' '}
              <strong>{t('Après le dépôt de votre demande vous ne pourrez plus la modifier.')}</strong>
            </li>
            <li>
              {t(
                'Si vous souhaitez ajouter des observations pour accompagner votre demande, un champ « Observations à destination de l’administration » est disponible en bas de page.',
              )}
            </li>
          </ul>
          <Recapitulatif transcript={chargee.transcript} attendues={chargee.attendues} donnees={chargee.donnees} />
          <FormulaireDepot
            base={base}
            dossierId={dossierId}
            observations={chargee.observations}
            version={chargee.version}
            max={OBSERVATIONS_MAX}
            precedente={chargee.precedente}
          />
        </Cadre>
      );
    case 'confirmation':
      return (
        <Cadre {...cadre}>
          <EtapeConfirmation
            base={base}
            dossierId={dossierId}
            numero={chargee.numero}
            deposeLe={chargee.deposeLe}
            email={chargee.email}
            document={chargee.document}
            attendues={chargee.attendues}
            estAutomatique={chargee.estAutomatique}
          />
        </Cadre>
      );
  }
}
