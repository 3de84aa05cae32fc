'use client';
// Which columns the agent sees, kept for next time. A plain form: the boxes, a button.
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { ChampCase } from '#ui/fields/case.tsx';
import { Formulaire } from '#ui/fields/formulaire.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { faireGarderColonnes } from '../corbeille/actions.ts';
import type { Colonne } from '../corbeille/schema.ts';

const LIBELLE: Readonly<Record<Colonne, string>> = {
  procedure: 'Procédure',
  echeance: 'À faire avant le',
  depose: 'Déposé le',
  agent: 'Agent',
  etat: 'État',
};

export function ColonnesCorbeille({ toutes, choisies }: { toutes: readonly Colonne[]; choisies: readonly Colonne[] }) {
  const t = useT();
  return (
    <Formulaire action={faireGarderColonnes} initial={FORMULAIRE_VIDE}>
      {(_etat, enCours) => (
        <>
          <div className="agent-colonnes" key={choisies.join()}>
            {toutes.map((c) => (
              <ChampCase key={c} nom={`colonnes.${c}`} libelle={t(LIBELLE[c])} defaultChecked={choisies.includes(c)} t={t} />
            ))}
          </div>
          <button type="submit" className="fr-btn fr-btn--secondary" disabled={enCours}>
            {t('Garder ces colonnes')}
          </button>
        </>
      )}
    </Formulaire>
  );
}
