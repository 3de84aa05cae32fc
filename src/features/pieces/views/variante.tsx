'use client';
// Which case is theirs (S-135 to S-137). Choosing is sending; without scripts there is a button.
import { useActionState } from 'react';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { ChampRadios } from '#ui/fields/radios.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { choisirCas } from '../actions.ts';

type Props = {
  dossierId: string;
  piece: string;
  question: string;
  cas: readonly { code: string; libelle: string }[];
  choisi: string | null;
  erreur?: string;
};

const texteDe = (valeurs: unknown, nom: string): string | undefined => {
  const trouve = typeof valeurs === 'object' && valeurs !== null ? Object.entries(valeurs).find(([n]) => n === nom)?.[1] : undefined;
  return typeof trouve === 'string' ? trouve : undefined;
};

export function Variante({ dossierId, piece, question, cas, choisi, erreur }: Props) {
  const t = useT();
  const [etat, action, enCours] = useActionState(choisirCas, FORMULAIRE_VIDE);
  const aConfirmer = texteDe(etat.valeurs, 'aConfirmer');
  const voulu = aConfirmer ? texteDe(etat.valeurs, 'variante') : undefined;
  return (
    <form action={action} noValidate>
      <input type="hidden" name="dossier" value={dossierId} />
      <input type="hidden" name="piece" value={piece} />
      <ChampRadios
        key={voulu ?? choisi ?? ''}
        nom={`${piece}.variante`}
        name="variante"
        libelle={question}
        requis
        erreur={etat.erreurs.variante ?? etat.general ?? erreur}
        t={t}
        options={cas.map((c) => ({ valeur: c.code, libelle: c.libelle }))}
        defaultValue={voulu ?? choisi ?? undefined}
        onChange={(e) => e.currentTarget.form?.requestSubmit()}
      />
      {aConfirmer ? (
        <Alerte ton="warning" annoncer>
          <p>{t('Les fichiers déjà joints pour l’autre situation ({n}) seront supprimés.', { n: aConfirmer })}</p>
          <p className="portail-depot__boutons">
            <button type="submit" name="confirme" value="oui" className="fr-btn fr-btn--sm">
              {t('Supprimer ces fichiers et changer')}
            </button>
            <a className="fr-btn fr-btn--secondary fr-btn--sm" href={`?#${piece}`}>
              {t('Garder ma première réponse')}
            </a>
          </p>
        </Alerte>
      ) : (
        <button type="submit" className="fr-btn fr-btn--secondary fr-btn--sm portail-sans-scripts" aria-disabled={enCours || undefined}>
          {t('Choisir')}
        </button>
      )}
    </form>
  );
}
