'use client';
// One thing asked, and how it is answered (S-167 to S-170, S-175). The fields belong to the form by their `form` attribute:
// the places for files hold forms of their own, and a form cannot stand inside another.
import { adresseOctets, type BaseDemarche } from '#domain/access/demarche.ts';
import { CHOIX_REPONSE, type ChoixReponse, RAISON_MAX } from '#domain/dossier/complement-reponse.ts';
import { idEmplacement } from '#domain/procedure/pieces.ts';
import { Emplacement } from '#features/pieces/views/emplacement.tsx';
import { ChampRadios } from '#ui/fields/radios.tsx';
import { ChampTexteLong } from '#ui/fields/texte-long.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { Carte } from '#ui/layout/liste-resume.tsx';
import type { ItemAffiche } from '../reponse/queries.ts';
import { Fichiers } from './fichiers-reponse.tsx';

export const FORMULAIRE = 'reponse-complement';

export type Saisie = { reponse: string | null; raison: string };

/** Id of the first place for files: where the error summary leads when a file is missing. */
export function idFichiers({ piece }: ItemAffiche): string | undefined {
  const premier = piece?.emplacements[0];
  return piece && premier ? idEmplacement(piece.code, premier.code) : undefined;
}

type PropsZones = { base: BaseDemarche; dossierId: string; item: ItemAffiche; retour: string; erreur: string | undefined };

function Zones({ base, dossierId, item, retour, erreur }: PropsZones) {
  const { piece, nouveaux } = item;
  if (!piece) return null;
  return piece.emplacements.map((place, i) => (
    <Emplacement
      key={place.code}
      id={idEmplacement(piece.code, place.code)}
      adresse={adresseOctets(
        base,
        dossierId,
        `/api/televersement/${dossierId}/${piece.code}/${place.code}?${new URLSearchParams({ complement_item: item.id, retour })}`,
      )}
      lecture={adresseOctets(base, dossierId, '')}
      objet={piece.libelle}
      titre={place.libelle ?? undefined}
      fichiers={nouveaux.filter((f) => f.emplacement === place.code)}
      erreur={i === 0 ? erreur : undefined}
    />
  ));
}

const QUESTION: Readonly<Record<ChoixReponse['code'], string>> = {
  maintenir: 'Veuillez préciser les raisons du maintien du document',
  mettre_a_jour: '',
  fournir: '',
  expliquer: 'Votre explication',
};

type Props = {
  base: BaseDemarche;
  dossierId: string;
  item: ItemAffiche;
  saisie: Saisie;
  erreurs: Readonly<Record<string, string>>;
  retour: string;
};

export function ItemDuComplement({ base, dossierId, item, saisie, erreurs, retour }: Props) {
  const t = useT();
  const champ = (nom: string) => `items.${item.id}.${nom}`;
  const choix = CHOIX_REPONSE[item.sorte];
  const zones = (
    <Zones
      base={base}
      dossierId={dossierId}
      item={item}
      retour={retour}
      erreur={erreurs[champ('fichiers')] ?? erreurs[idFichiers(item) ?? '']}
    />
  );
  const texte = (libelle: string, requis: boolean) => (
    <ChampTexteLong
      form={FORMULAIRE}
      nom={champ('raison')}
      libelle={libelle}
      requis={requis}
      rows={3}
      maxLength={RAISON_MAX}
      defaultValue={saisie.raison}
      erreur={erreurs[champ('raison')]}
      t={t}
    />
  );
  const suite = (c: ChoixReponse) => {
    if (c.texte !== 'aucun') return texte(t(QUESTION[c.code]), c.texte === 'requis');
    return item.sorte === 'document' ? zones : undefined;
  };
  return (
    <Carte titre={item.piece?.libelle ?? t('Information demandée')} niveau="h3">
      <Fichiers base={base} dossierId={dossierId} fichiers={item.actuels} t={t} />
      {item.observation ? (
        <p>
          <strong>{t('Observations :')}</strong> <span className="portail-texte">{item.observation}</span>
        </p>
      ) : null}
      {choix.length === 1 ? (
        texte(t('Votre réponse'), true)
      ) : (
        <ChampRadios
          form={FORMULAIRE}
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
          <p className="fr-hint-text">
            {t('Si vous n’avez pas ce document, vous pouvez joindre une lettre d’explication manuscrite, photographiée ou numérisée.')}
          </p>
          {zones}
        </>
      ) : null}
    </Carte>
  );
}
