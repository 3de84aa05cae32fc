// Step "Justificatifs" (S-124 to S-143): the pieces asked from this person, by group. The buttons of the step are the wizard's.
import type { BaseDemarche } from '#domain/access/demarche.ts';
import type { PieceAttendue } from '#domain/procedure/pieces.ts';
import { ResumeErreurs } from '#ui/feedback/resume-erreurs.tsx';
import { t } from '#ui/langue/t.ts';
import { Repli } from '#ui/layout/repli.tsx';
import { lireErreurTeleversement, type PieceAffichee } from '../schema.ts';
import { Piece, type Reprenable } from './piece.tsx';

type Props = {
  base: BaseDemarche;
  dossierId: string;
  attendues: readonly PieceAttendue[];
  donnees: readonly PieceAffichee[];
  /** accepted pieces of former requests */
  reprises?: readonly Reprenable[];
  /** `?erreur=` of the address: the file posted without scripts that was not accepted */
  erreur?: string;
  /** cents to be paid for the request */
  montant?: number;
  /** sentences by code of piece */
  erreurs?: Readonly<Record<string, string>>;
};

export function EtapePieces({ base, dossierId, attendues, donnees, reprises = [], erreur, montant, erreurs: connues = {} }: Props) {
  const refus = lireErreurTeleversement(erreur);
  const erreurs = refus ? { ...connues, [refus.champ]: refus.message } : connues;
  const groupes = Map.groupBy(attendues, (a) => a.piece.groupe);
  return (
    <>
      <ResumeErreurs erreurs={refus ? [{ champ: refus.champ, message: t(refus.message) }] : []} />
      <p>
        {t(
          'Pour chaque justificatif, vous pouvez joindre jusqu’à 3 fichiers, de 10 Mo au maximum chacun, au format .jpg, .pdf, .png, .bmp ou .tiff.',
        )}{' '}
        {t('Les documents doivent être lisibles, en français ou accompagnés de leur traduction.')}
      </p>
      <p className="fr-text--sm">{t('Les justificatifs marqués d’un * sont obligatoires.')}</p>
      {[...groupes].map(([groupe, pieces]) => (
        <Repli key={groupe} niveau="h3" ouvert titre={<span className="portail-majuscules">{t(groupe)}</span>}>
          {[...Map.groupBy(pieces, (a) => a.piece.sousGroupe)].map(([sousGroupe, liste]) => (
            <div key={sousGroupe ?? ''}>
              {sousGroupe ? <p className="fr-text--bold portail-sous-groupe">{t(sousGroupe)}</p> : null}
              {liste.map((attendue) => (
                <Piece
                  key={attendue.piece.code}
                  base={base}
                  dossierId={dossierId}
                  attendue={attendue}
                  donnee={donnees.find((d) => d.code === attendue.piece.code)}
                  reprise={reprises.find((r) => r.code === attendue.piece.code)}
                  erreurs={erreurs}
                  montant={montant}
                />
              ))}
            </div>
          ))}
        </Repli>
      ))}
    </>
  );
}
