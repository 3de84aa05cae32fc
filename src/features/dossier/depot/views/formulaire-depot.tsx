'use client';
import { useRef } from 'react';
import { adresseOctets, type BaseDemarche } from '#domain/access/demarche.ts';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { Formulaire, texteSaisi } from '#ui/fields/formulaire.tsx';
import { ChampTexteLong } from '#ui/fields/texte-long.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { deposerDemande } from '../actions.ts';
import { Navigation } from './navigation.tsx';
import { useSauvegarde } from './sauvegarde.ts';

type Props = { base: BaseDemarche; dossierId: string; observations: string; version: number; max: number; precedente: string | null };

/** Step 5 (S-144 to S-146). The observations are kept as one types; depositing twice gives one dossier. */
export function FormulaireDepot({ base, dossierId, observations, version, max, precedente }: Props) {
  const t = useT();
  const zone = useRef<HTMLTextAreaElement>(null);
  const sauvegarde = useSauvegarde(
    adresseOctets(base, dossierId, `/api/demarches/${dossierId}/saisie/depot`),
    () => ({ observations: zone.current?.value ?? '' }),
    version,
  );
  return (
    <Formulaire action={deposerDemande} initial={FORMULAIRE_VIDE}>
      {(etat, enCours) => (
        <>
          <input type="hidden" name="_dossier" value={dossierId} />
          <input type="hidden" name="_version" value={etat.conflit ?? sauvegarde.version} />
          <ChampTexteLong
            nom="observations"
            libelle={t('Observations à destination de l’administration :')}
            aide={t('Facultatif. Vous pouvez expliquer ici ce que les questions ne permettent pas de dire.')}
            erreur={etat.erreurs.observations}
            defaultValue={texteSaisi(etat, 'observations') ?? observations}
            maxLength={max}
            onChange={sauvegarde.planifier}
            ref={zone}
            rows={6}
            t={t}
          />
          <Navigation
            t={t}
            base={base}
            dossierId={dossierId}
            precedente={precedente}
            poursuivre={t('Déposer la demande')}
            enCours={enCours}
          />
        </>
      )}
    </Formulaire>
  );
}
