'use client';
// Files joined to one item of the answer (S-170). A form cannot stand inside another: the file goes by a form of its own, outside
// of the answer's, to which the fields here are tied by their `form` attribute. It works so before scripts too.
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { accept, FICHIERS_PAR_PIECE, refusAvantLecture, refusFichier, tailleLisible } from '#domain/piece/fichier.ts';
import { MessageErreur } from '#ui/fields/champ.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import type { FichierItem } from '../queries.ts';

export type Place = { dossierId: string; item: string; piece: string; emplacement: string; libelle: string | null };

export const FORMULAIRE_SUPPRIMER = 'supprimer-fichier';
export const idFormulaire = (p: Place) => `envoi-${p.item}-${p.emplacement}`;
export const adresseEnvoi = (p: Place) => `/api/televersement/${p.dossierId}/${p.piece}/${p.emplacement}?complement_item=${p.item}`;

type Reponse = { ok: boolean; message: string };

/** One file by XHR, the only way to know how far it has gone. */
function envoyer(place: Place, fichier: File, avancer: (part: number) => void, signal: AbortSignal): Promise<Reponse> {
  return new Promise((resolve) => {
    const requete = new XMLHttpRequest();
    requete.open('POST', adresseEnvoi(place));
    requete.setRequestHeader('Accept', 'application/json');
    requete.responseType = 'json';
    requete.upload.onprogress = (e) => avancer(e.lengthComputable ? e.loaded / e.total : 0);
    requete.onload = () => resolve({ ok: requete.status === 201, message: requete.response?.message ?? 'Une erreur est survenue de notre côté. Recommencez.' });
    requete.onerror = () => resolve({ ok: false, message: 'Pas de réseau : le fichier n’est pas parti. Joignez-le à nouveau.' });
    requete.onabort = () => resolve({ ok: false, message: 'Envoi annulé.' });
    signal.addEventListener('abort', () => requete.abort());
    const donnees = new FormData();
    donnees.append('fichier', fichier);
    requete.send(donnees);
  });
}

type EnCours = { nom: string; part: number };

function useEnvoi(place: Place, dejaJoints: number) {
  const router = useRouter();
  const [enCours, setEnCours] = useState<EnCours | null>(null);
  const [erreur, setErreur] = useState<string>();
  const arret = useRef<AbortController>(undefined);
  const joindre = async (choisis: readonly File[]) => {
    setErreur(undefined);
    arret.current = new AbortController();
    let partis = 0;
    for (const fichier of choisis) {
      const refus = refusAvantLecture({ nom: fichier.name, taille: fichier.size, dejaJoints: dejaJoints + partis });
      if (refus) {
        setErreur(refusFichier[refus]);
        break;
      }
      setEnCours({ nom: fichier.name, part: 0 });
      const reponse = await envoyer(place, fichier, (part) => setEnCours({ nom: fichier.name, part }), arret.current.signal);
      if (!reponse.ok) {
        setErreur(reponse.message);
        break;
      }
      partis += 1;
    }
    setEnCours(null);
    if (partis > 0) router.refresh();
  };
  return { enCours, erreur, joindre, annuler: () => arret.current?.abort() };
}

type Props = { place: Place; fichiers: readonly FichierItem[]; nom: string; erreur?: string };

export function Joindre({ place, fichiers, nom, erreur }: Props) {
  const t = useT();
  const envoi = useEnvoi(place, fichiers.length);
  const message = envoi.erreur ? t(envoi.erreur) : erreur;
  return (
    <div className={message ? 'fr-upload-group fr-upload-group--error portail-joindre' : 'fr-upload-group portail-joindre'}>
      {fichiers.length > 0 ? (
        <ul className="portail-fichiers">
          {fichiers.map((f) => (
            <li key={f.id}>
              <a className="fr-link" href={`/api/fichiers/${f.id}`}>
                {f.nom}
              </a>{' '}
              ({tailleLisible(f.taille)}){' '}
              <button className="fr-btn fr-btn--tertiary-no-outline fr-btn--sm portail-majuscules" type="submit" form={FORMULAIRE_SUPPRIMER} name="fichier" value={f.id}>
                {t('✕ Supprimer')}
                <span className="fr-sr-only"> {f.nom}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {fichiers.length < FICHIERS_PAR_PIECE && !envoi.enCours ? (
        <>
          <label className="fr-label" htmlFor={nom}>
            {place.libelle ? t('Joindre un document : {libelle}', { libelle: place.libelle }) : t('Joindre un document')}
            <span className="fr-hint-text">{t('Un à trois fichiers .jpg, .png, .pdf, .tiff ou .bmp, de 10 Mo au plus chacun.')}</span>
          </label>
          <input
            className="fr-upload"
            type="file"
            id={nom}
            name="fichier"
            form={idFormulaire(place)}
            accept={accept}
            multiple
            aria-describedby={message ? `${nom}-erreur` : undefined}
            onChange={(e) => {
              const choisis = [...(e.currentTarget.files ?? [])];
              e.currentTarget.value = '';
              void envoi.joindre(choisis);
            }}
          />
          <noscript>
            <button className="fr-btn fr-btn--secondary fr-btn--sm" type="submit" form={idFormulaire(place)}>
              {t('Joindre ce document')}
            </button>
          </noscript>
        </>
      ) : null}
      {envoi.enCours ? (
        <p role="status">
          {t('Envoi de {nom}…', { nom: envoi.enCours.nom })} <progress value={envoi.enCours.part} max={1} aria-label={t('Envoi de {nom}', { nom: envoi.enCours.nom })} />{' '}
          <button className="fr-btn fr-btn--tertiary fr-btn--sm" type="button" onClick={envoi.annuler}>
            {t('Annuler l’envoi')}
          </button>
        </p>
      ) : null}
      <MessageErreur nom={nom} erreur={message} t={t} />
    </div>
  );
}
