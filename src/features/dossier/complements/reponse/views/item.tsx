'use client';
// One thing asked, and how it is answered (S-167 to S-170, S-175).
import { CHOIX_REPONSE, type ChoixReponse, RAISON_MAX } from '#domain/dossier/complement-reponse.ts';
import { ChampRadios } from '#ui/fields/radios.tsx';
import { ChampTexteLong } from '#ui/fields/texte-long.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { Carte } from '#ui/layout/liste-resume.tsx';
import type { ItemAffiche } from '../queries.ts';
import { Fichiers } from './fichiers.tsx';
import { Joindre, type Place } from './joindre.tsx';

export type Saisie = { reponse: string | null; raison: string };

/** Where files of an item may go; a piece without emplacement (a code) takes none. */
export function placesDe(dossierId: string, { id, piece }: ItemAffiche): Place[] {
  if (!piece) return [];
  return piece.emplacements.map((e) => ({ dossierId, item: id, piece: piece.code, emplacement: e.code, libelle: e.libelle }));
}

type Props = { dossierId: string; item: ItemAffiche; saisie: Saisie; erreurs: Readonly<Record<string, string>> };

const QUESTION: Readonly<Record<ChoixReponse['code'], string>> = {
  maintenir: 'Veuillez préciser les raisons du maintien du document',
  mettre_a_jour: '',
  fournir: '',
  expliquer: 'Votre explication',
};

export function ItemDuComplement({ dossierId, item, saisie, erreurs }: Props) {
  const t = useT();
  const champ = (nom: string) => `items.${item.id}.${nom}`;
  const choix = CHOIX_REPONSE[item.sorte];
  const places = placesDe(dossierId, item);
  const zones = places.map((place, i) => (
    <Joindre
      key={place.emplacement}
      place={place}
      nom={i === 0 ? champ('fichiers') : `${champ('fichiers')}.${place.emplacement}`}
      fichiers={item.nouveaux.filter((f) => f.emplacement === place.emplacement)}
      erreur={i === 0 ? erreurs[champ('fichiers')] : undefined}
    />
  ));
  const texte = (libelle: string, requis: boolean) => (
    <ChampTexteLong nom={champ('raison')} libelle={libelle} requis={requis} rows={3} maxLength={RAISON_MAX} defaultValue={saisie.raison} erreur={erreurs[champ('raison')]} t={t} />
  );
  const suite = (c: ChoixReponse) => {
    if (c.texte !== 'aucun') return texte(t(QUESTION[c.code]), c.texte === 'requis');
    return item.sorte === 'document' ? zones : undefined;
  };
  return (
    <Carte titre={item.piece?.libelle ?? t('Information demandée')} niveau="h3">
      <Fichiers fichiers={item.actuels} t={t} />
      {item.observation ? (
        <p>
          <strong>{t('Observations :')}</strong> <span className="portail-texte">{item.observation}</span>
        </p>
      ) : null}
      {choix.length === 1 ? (
        texte(t('Votre réponse'), true)
      ) : (
        <ChampRadios
          nom={champ('reponse')}
          libelle={t('Votre réponse')}
          requis
          defaultValue={saisie.reponse ?? ''}
          erreur={erreurs[champ('reponse')]}
          options={choix.map((c) => ({ valeur: c.code, libelle: t(c.libelle), suite: suite(c) }))}
          t={t}
        />
      )}
      {item.sorte === 'piece_manquante' ? (
        <>
          <p className="fr-hint-text">{t('Si vous n’avez pas ce document, vous pouvez joindre une lettre d’explication manuscrite, photographiée ou numérisée.')}</p>
          {zones}
        </>
      ) : null}
    </Carte>
  );
}
