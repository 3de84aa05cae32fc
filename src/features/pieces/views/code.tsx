'use client';
// A number checked by a provider (ephoto, S-129, S-130; fiscal stamp): typed, confirmed, removable.
import { useActionState, useEffect, useRef } from 'react';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { ChampTexte } from '#ui/fields/texte.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { confirmerNumero, supprimerNumero } from '../actions.ts';
import { BoutonSupprimer } from './bouton-supprimer.tsx';

type Props = {
  dossierId: string;
  piece: string;
  libelle: string;
  confirmer: string;
  aide: string;
  valeur: string | null;
  erreur?: string;
};

export function Code({ dossierId, piece, libelle, confirmer, aide, valeur, erreur }: Props) {
  const t = useT();
  const [saisie, confirmation, enCours] = useActionState(confirmerNumero, FORMULAIRE_VIDE);
  const [retrait, suppression, retire] = useActionState(supprimerNumero, FORMULAIRE_VIDE);
  const zone = useRef<HTMLDivElement>(null);
  const avant = useRef(valeur);
  const refus = saisie.erreurs.numero;
  // Field and confirmed number replace one another: the focus follows.
  useEffect(() => {
    if (valeur !== avant.current) zone.current?.focus();
    avant.current = valeur;
  }, [valeur]);
  useEffect(() => {
    const champ = saisie.erreurs.numero ? zone.current?.querySelector('input:not([type=hidden])') : null;
    if (champ instanceof HTMLElement) champ.focus();
  }, [saisie]);
  const identite = (
    <>
      <input type="hidden" name="dossier" value={dossierId} />
      <input type="hidden" name="piece" value={piece} />
    </>
  );
  const tape = typeof saisie.valeurs === 'object' && saisie.valeurs !== null && 'numero' in saisie.valeurs ? saisie.valeurs.numero : '';
  return (
    <div ref={zone} tabIndex={-1} className="portail-depot">
      {valeur ? (
        <form action={suppression} className="portail-fichier">
          {identite}
          <span className="portail-fichier__nom">
            <span className="portail-fichier__coche" aria-hidden="true">
              ✓
            </span>{' '}
            {t('{libelle} confirmé :', { libelle })} <strong className="portail-numero">{valeur}</strong>
          </span>
          <BoutonSupprimer objet={libelle} enCours={retire} t={t} />
          {retrait.general ? <p className="fr-message fr-message--error">{t(retrait.general)}</p> : null}
        </form>
      ) : (
        <form action={confirmation} noValidate>
          {identite}
          <ChampTexte
            nom={`${piece}.numero`}
            name="numero"
            libelle={libelle}
            aide={aide}
            requis
            erreur={refus ? t(refus) : saisie.general ? t(saisie.general) : erreur}
            t={t}
            defaultValue={typeof tape === 'string' ? tape : ''}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
          />
          <button type="submit" className="fr-btn fr-btn--secondary fr-btn--sm" aria-disabled={enCours || undefined}>
            {confirmer}
          </button>
        </form>
      )}
    </div>
  );
}
