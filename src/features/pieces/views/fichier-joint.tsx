'use client';
import { useActionState } from 'react';
import { refusFichier, tailleLisible } from '#domain/piece/fichier.ts';
import { type Action, FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { Badge } from '#ui/feedback/badge.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { supprimerFichier } from '../actions.ts';
import type { FichierAffiche } from '../schema.ts';
import { BoutonSupprimer } from './bouton-supprimer.tsx';

type Props = { fichier: FichierAffiche; lecture: string; jointes?: { supprimer: Action; lecture: string } };

/** One file given: its name with a tick, then "✕ SUPPRIMER" (S-127, S-128). */
export function FichierJoint({ fichier, lecture, jointes }: Props) {
  const t = useT();
  const [etat, action, enCours] = useActionState(jointes?.supprimer ?? supprimerFichier, FORMULAIRE_VIDE);
  const { id, nom, taille } = fichier;
  return (
    <li className="portail-fichier">
      {fichier.etat === 'infecte' ? (
        <p className="fr-message fr-message--error">
          <span>
            <strong>{nom}</strong> : {t(refusFichier.infecte)}
          </span>
        </p>
      ) : (
        <span className="portail-fichier__nom">
          <span className="portail-fichier__coche" aria-hidden="true">
            ✓
          </span>{' '}
          <span className="fr-sr-only">{t('Joint :')} </span>
          {fichier.etat === 'sain' ? (
            <a href={`${jointes?.lecture ?? '/api/fichiers'}/${id}${lecture}`} target="_blank" rel="noopener">
              {nom}
              <span className="fr-sr-only"> {t('(nouvelle fenêtre)')}</span>
            </a>
          ) : (
            nom
          )}{' '}
          <span className="fr-hint-text portail-fichier__taille">{tailleLisible(taille)}</span>{' '}
          {fichier.etat === 'en_attente' ? <Badge ton="info">{t('Analyse antivirus en cours')}</Badge> : null}
        </span>
      )}
      <form action={action}>
        <input type="hidden" name="fichier" value={id} />
        <BoutonSupprimer objet={nom} enCours={enCours} t={t} />
        {etat.general ? (
          <p className="fr-message fr-message--error" role="alert">
            {t(etat.general)}
          </p>
        ) : null}
      </form>
    </li>
  );
}
