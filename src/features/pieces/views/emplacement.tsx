'use client';
// Where one to three files go (S-127, S-128): chosen, dropped or photographed. Before scripts it is a plain form.
import { type DragEvent, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { accept, FICHIERS_PAR_PIECE } from '#domain/piece/fichier.ts';
import type { Action } from '#guard/formulaire.ts';
import { MessageErreur } from '#ui/fields/champ.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import type { FichierAffiche } from '../schema.ts';
import { EnvoiEnCours } from './envoi-en-cours.tsx';
import { FichierJoint } from './fichier-joint.tsx';
import { useEnvois } from './use-envois.ts';

type Props = {
  /** id of the place on the page; an error summary leads there */
  id: string;
  /** where the files are posted */
  adresse: string;
  /** what follows the address of a file to read it again, at the desk */
  lecture?: string;
  /** what the file must prove: completes the names of the buttons */
  objet: string;
  /** the document expected here, when the piece has several places */
  titre?: string;
  fichiers: readonly FichierAffiche[];
  erreur?: string;
  /** joined to something else than a piece: how a file is removed and read again, and what is said once it is full */
  jointes?: { supprimer: Action; lecture: string; plein: string };
};

const sansAbonnement = () => () => undefined;
/** False on the server and before hydration: the page is complete without scripts. */
const useAvecScripts = () =>
  useSyncExternalStore(
    sansAbonnement,
    () => true,
    () => false,
  );

export function Emplacement({ id, adresse, lecture = '', objet, titre, fichiers, erreur, jointes }: Props) {
  const t = useT();
  const avecScripts = useAvecScripts();
  const comptes = fichiers.filter((f) => f.etat !== 'infecte').length;
  const { envois, annonce, occupes, ajouter, reprendre, oublier, annuler } = useEnvois(adresse, comptes);
  const [survole, survoler] = useState(false);
  const zone = useRef<HTMLFieldSetElement>(null);
  const avant = useRef(fichiers.length);
  const plein = comptes + occupes >= FICHIERS_PAR_PIECE;

  // A removed line takes its button, and the focus, away: the place takes it back.
  useEffect(() => {
    if (fichiers.length < avant.current) zone.current?.focus();
    avant.current = fichiers.length;
  }, [fichiers.length]);

  const quitter = (geste: () => void) => () => {
    geste();
    zone.current?.focus();
  };
  const deposer = {
    onDragOver: (e: DragEvent) => {
      e.preventDefault();
      survoler(true);
    },
    onDragLeave: () => survoler(false),
    onDrop: (e: DragEvent) => {
      e.preventDefault();
      survoler(false);
      ajouter([...e.dataTransfer.files]);
    },
  };

  return (
    <fieldset
      className={survole ? 'portail-depot portail-depot--survole' : 'portail-depot'}
      id={id}
      ref={zone}
      tabIndex={-1}
      aria-label={titre ?? objet}
      aria-describedby={erreur ? `${id}-erreur` : undefined}
      {...(avecScripts ? deposer : {})}
    >
      {titre ? <p className="portail-depot__titre">{titre}</p> : null}
      {fichiers.length + envois.length > 0 ? (
        <ul className="portail-depot__fichiers">
          {fichiers.map((fichier) => (
            <FichierJoint key={fichier.id} fichier={fichier} lecture={lecture} jointes={jointes} />
          ))}
          {envois.map((envoi) => (
            <EnvoiEnCours
              key={envoi.cle}
              envoi={envoi}
              annuler={quitter(() => annuler(envoi.cle))}
              reprendre={quitter(() => reprendre(envoi))}
              oublier={quitter(() => oublier(envoi.cle))}
            />
          ))}
        </ul>
      ) : null}
      {envois.length === 0 ? <MessageErreur nom={id} erreur={erreur} t={t} /> : null}
      {plein ? (
        <p className="fr-hint-text">{jointes?.plein ?? t('Vous avez joint 3 fichiers : c’est le maximum pour ce justificatif.')}</p>
      ) : avecScripts ? (
        <Boutons objet={objet} ajouter={ajouter} />
      ) : (
        <form method="post" action={adresse} encType="multipart/form-data">
          <div className="fr-upload-group">
            <label className="fr-label" htmlFor={`${id}-fichier`}>
              {t('Fichier à joindre')}
              <span className="fr-sr-only"> : {objet}</span>
            </label>
            <input className="fr-upload" type="file" name="fichier" id={`${id}-fichier`} accept={accept} />
          </div>
          <button type="submit" className="fr-btn fr-btn--secondary fr-btn--sm">
            {t('Joindre un document')}
            <span className="fr-sr-only"> : {objet}</span>
          </button>
        </form>
      )}
      <p className="fr-sr-only" role="status">
        {annonce}
      </p>
    </fieldset>
  );
}

/** The buttons open the browser's own choice of files, or its camera on a touch screen. */
function Boutons({ objet, ajouter }: { objet: string; ajouter: (fichiers: readonly File[]) => void }) {
  const t = useT();
  const choix = useRef<HTMLInputElement>(null);
  const photo = useRef<HTMLInputElement>(null);
  const prendre = (entree: HTMLInputElement) => {
    ajouter([...(entree.files ?? [])]);
    // The same file may be chosen again after a refusal.
    entree.value = '';
  };
  return (
    <div className="portail-depot__boutons">
      <button type="button" className="fr-btn fr-btn--secondary fr-btn--sm" onClick={() => choix.current?.click()}>
        {t('Joindre un document')}
        <span className="fr-sr-only"> : {objet}</span>
      </button>
      <button type="button" className="fr-btn fr-btn--tertiary fr-btn--sm portail-photo" onClick={() => photo.current?.click()}>
        {t('Prendre une photo')}
        <span className="fr-sr-only"> : {objet}</span>
      </button>
      <span className="fr-hint-text portail-souris">{t('ou glissez le fichier ici')}</span>
      <input hidden type="file" multiple accept={accept} ref={choix} onChange={(e) => prendre(e.currentTarget)} />
      <input
        hidden
        type="file"
        accept="image/jpeg,image/png"
        capture="environment"
        ref={photo}
        onChange={(e) => prendre(e.currentTarget)}
      />
    </div>
  );
}
