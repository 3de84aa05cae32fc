import { type Jour, jourLisible } from '#domain/jour.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';

type Props = { registre: readonly string[]; demande: readonly string[]; le: Jour | null };

/** What this screen was filled with, to be checked (S-187): by the administration, and by a former request. */
export function Repris({ registre, demande, le }: Props) {
  return (
    <Alerte ton="info" titre={t('Des réponses sont déjà remplies : vérifiez-les')} niveau="h3">
      {registre.length > 0 ? (
        <p>
          {t('Connu de l’administration, corrigez ce qui n’est pas exact : {champs}.', { champs: registre.map((l) => t(l)).join(', ') })}
        </p>
      ) : null}
      {demande.length > 0 && le ? (
        <p>
          {t('Repris de votre demande du {jour}, vérifiez : {champs}.', {
            jour: jourLisible(le),
            champs: demande.map((l) => t(l)).join(', '),
          })}
        </p>
      ) : null}
    </Alerte>
  );
}
