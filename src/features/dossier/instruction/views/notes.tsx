// What agents write for each other. Never on a page of the person.
import { CONTROLES, estControle } from '#domain/dossier/controles.ts';
import { FormulaireDeclare } from '#features/formulaires/views/agent.tsx';
import { t } from '#ui/langue/t.ts';
import { faireNoter } from '../suivi/actions.ts';
import type { NoteLue } from '../suivi/queries.ts';
import { instantLisible } from './dates.ts';

type Props = { dossier: { id: string; version: number }; notes: readonly NoteLue[]; peutNoter: boolean };

export function Notes({ dossier, notes, peutNoter }: Props) {
  const ecrites = notes.filter((n) => n.texte !== '');
  if (!peutNoter && ecrites.length === 0) return null;
  return (
    <section aria-labelledby="notes-titre" id="notes">
      <h2 className="fr-h5" id="notes-titre">
        {t('Notes internes')}
      </h2>
      {ecrites.length ? (
        <ul className="agent-fichiers">
          {ecrites.map((n) => (
            <li key={n.id} className="agent-item">
              <p className="fr-text--sm">
                {t('{agent}, le {date}', { agent: n.auteur, date: instantLisible(n.le) })}
                {n.controle !== null && estControle(n.controle)
                  ? t(', sur le contrôle « {titre} »', { titre: CONTROLES[n.controle].titre })
                  : null}
              </p>
              <p className="portail-texte">{n.texte}</p>
            </li>
          ))}
        </ul>
      ) : (
        <p>{t('Aucune note pour l’instant.')}</p>
      )}
      {peutNoter ? (
        <FormulaireDeclare
          action={faireNoter}
          dossier={dossier}
          bouton={t('Ajouter la note')}
          secondaire
          champs={[
            {
              sorte: 'long',
              nom: 'note',
              libelle: t('Note interne'),
              aide: t('Les agents qui ouvrent ce dossier la lisent ; la personne, jamais.'),
              lignes: 3,
            },
          ]}
        />
      ) : null}
    </section>
  );
}
