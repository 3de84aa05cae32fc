// The list of pieces moved under a draft: what the person is asked more, less or otherwise (D-05). Saving the step is the acknowledgement.
import { jourLisible } from '#domain/jour.ts';
import type { ChangementDeListe } from '#domain/procedure/liste-suivie.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';

export function ListeChangee({ changement: { le, raison, plus, moins, autrement } }: { changement: ChangementDeListe }) {
  const lignes: [string, string, readonly string[]][] = [
    ['+', t('Demandé en plus :'), plus],
    ['−', t('N’est plus demandé :'), moins],
    ['≠', t('Demandé autrement :'), autrement],
  ];
  const pleines = lignes.filter(([, , libelles]) => libelles.length > 0);
  return (
    <Alerte ton="info" titre={t('La liste des pièces a changé le {jour}', { jour: jourLisible(le) })} niveau="h2">
      {pleines.length > 0 ? (
        <ul>
          {pleines.flatMap(([signe, mot, libelles]) =>
            libelles.map((libelle) => (
              <li key={`${signe}${libelle}`}>
                <span aria-hidden="true">{signe} </span>
                <span className="fr-sr-only">{mot} </span>
                {t(libelle)}
                {signe === '≠' ? ` (${t('demandé autrement')})` : null}
              </li>
            )),
          )}
        </ul>
      ) : (
        <p>{t('Ce qui vous est demandé ne change pas.')}</p>
      )}
      <p className="fr-text--sm">{t('Raison : {raison}', { raison: t(raison) })}</p>
    </Alerte>
  );
}
