'use client';
import { useActionState } from 'react';
// A message being written, by the person or by an agent: files first sent one by one, then everything in one go. The fields belong to the
// form by their `form` attribute: the place for files holds forms of its own, and a form cannot stand inside another.
import { PLACE_DES_FICHIERS, TEXTE_MAXIMUM } from '#domain/dossier/message.ts';
import { valeurEn } from '#domain/procedure/saisie.ts';
import { Emplacement } from '#features/pieces/views/emplacement.tsx';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { ResumeErreurs } from '#ui/feedback/resume-erreurs.tsx';
import { ChampChoix } from '#ui/fields/choix.tsx';
import { ChampTexteLong } from '#ui/fields/texte-long.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { faireEcrire, faireEcrireEnAgent, retirerJointe, retirerJointeAgent } from '../actions.ts';
import type { Brouillon } from '../queries.ts';

const COTES = {
  usager: { action: faireEcrire, supprimer: retirerJointe, lecture: '/api/messages', televersement: '/api/televersement/messages' },
  agent: {
    action: faireEcrireEnAgent,
    supprimer: retirerJointeAgent,
    lecture: '/api/agents/messages',
    televersement: '/api/agents/televersement',
  },
} as const;

const FORMULAIRE = 'message';

type Props = {
  cote: keyof typeof COTES;
  dossierId: string;
  /** name of the message: sent twice, it is one message */
  cle: string;
  brouillon: Brouillon | null;
  sorte?: 'message' | 'complement';
  /** pieces of the list to which a file may be tied */
  pieces?: readonly { code: string; libelle: string }[];
  libelle: string;
  aide?: string;
  bouton: string;
  erreurFichier: string | null;
};

export function FormulaireMessage({
  cote,
  dossierId,
  cle,
  brouillon,
  sorte = 'message',
  pieces,
  libelle,
  aide,
  bouton,
  erreurFichier,
}: Props) {
  const t = useT();
  const { action, supprimer, lecture, televersement } = COTES[cote];
  const [etat, envoyer, enCours] = useActionState(action, FORMULAIRE_VIDE);
  const tape = (chemin: string) => {
    const valeur = valeurEn(etat.valeurs, chemin);
    return typeof valeur === 'string' ? valeur : undefined;
  };
  const faute = etat.faute
    ? t('Une erreur est survenue de notre côté. Votre saisie est toujours dans cette page. Numéro à citer : {n}', { n: etat.faute })
    : undefined;
  const fichiers = brouillon?.fichiers ?? [];
  const suite = sorte === 'complement' ? '?sorte=complement' : '';
  const erreurs = [
    ...Object.entries(etat.erreurs).map(([champ, message]) => ({ champ, message: t(message) })),
    ...(erreurFichier ? [{ champ: PLACE_DES_FICHIERS, message: t(erreurFichier) }] : []),
  ];
  return (
    <div>
      <form id={FORMULAIRE} action={envoyer} noValidate>
        <input type="hidden" name="dossier" value={dossierId} />
        <input type="hidden" name="cle" value={cle} />
        <input type="hidden" name="sorte" value={sorte} />
      </form>
      <ResumeErreurs erreurs={erreurs} general={faute ?? (etat.general ? t(etat.general) : undefined)} envoi={etat} />
      {etat.succes ? (
        <Alerte ton="success" annoncer>
          {t(etat.succes)}
        </Alerte>
      ) : null}
      <ChampTexteLong
        key={JSON.stringify(etat.valeurs ?? null)}
        form={FORMULAIRE}
        nom="texte"
        libelle={libelle}
        aide={aide}
        rows={6}
        maxLength={TEXTE_MAXIMUM}
        defaultValue={tape('texte') ?? brouillon?.texte ?? ''}
        erreur={etat.erreurs.texte && t(etat.erreurs.texte)}
        requis={sorte === 'message'}
        t={t}
      />
      <p className="fr-label">{t('Fichiers joints (facultatif)')}</p>
      <p className="fr-hint-text">
        {t('Trois fichiers au plus. Formats : .jpg, .png, .pdf, .tiff, .bmp. Taille maximale : 10 Mo chacun.')}
      </p>
      <Emplacement
        id={PLACE_DES_FICHIERS}
        adresse={`${televersement}/${dossierId}/${cle}${suite}`}
        objet={t('votre message')}
        fichiers={fichiers}
        erreur={erreurFichier ? t(erreurFichier) : undefined}
        jointes={{ supprimer, lecture, plein: t('Vous avez joint 3 fichiers : c’est le maximum pour un message.') }}
      />
      {pieces
        ? fichiers
            .filter((f) => f.etat !== 'infecte')
            .map((f) => (
              <ChampChoix
                key={f.id}
                form={FORMULAIRE}
                nom={`pieces.${f.id}`}
                libelle={t('« {nom} » correspond à (facultatif)', { nom: f.nom })}
                invite={t('Aucun justificatif en particulier')}
                options={pieces.map((p) => ({ valeur: p.code, libelle: t(p.libelle) }))}
                defaultValue={tape(`pieces.${f.id}`) ?? f.pieceCode ?? ''}
                t={t}
              />
            ))
        : null}
      <div className="portail-actions">
        <button className="fr-btn" type="submit" form={FORMULAIRE} name="geste" value="envoyer" disabled={enCours}>
          {bouton}
        </button>
        <noscript>
          <button className="fr-btn fr-btn--secondary" type="submit" form={FORMULAIRE} name="geste" value="garder">
            {t('Enregistrer sans envoyer')}
          </button>
        </noscript>
      </div>
    </div>
  );
}
