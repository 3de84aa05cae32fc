'use client';
// The answers as they were deposited. Of the browser although nothing moves in it, as the table of the queue
// (ui/layout/tableau.tsx): a hundred answers travel as texts, not as elements.
import type { Transcript } from '#domain/procedure/transcript.ts';
import { useT } from '#ui/langue/use-t.tsx';
import { Repli } from '#ui/layout/repli.tsx';

export function Reponses({ transcript, observations }: { transcript: Transcript; observations: string | null }) {
  const t = useT();
  return (
    <section aria-labelledby="reponses-titre">
      <h2 className="fr-h5" id="reponses-titre">
        {t('Réponses')}
      </h2>
      {transcript.map((section) => (
        <Repli key={section.titre} titre={section.titre} ouvert>
          <dl className="agent-reponses">
            {section.lignes.map((l, i) => (
              <div key={String(i)} className={l.libelle ? undefined : 'agent-reponses__seule'}>
                {l.libelle ? <dt>{l.libelle}</dt> : <dt className="fr-sr-only">{section.titre}</dt>}
                <dd>{l.valeur}</dd>
              </div>
            ))}
          </dl>
        </Repli>
      ))}
      {observations ? (
        <Repli titre={t('Observations de la personne')} ouvert>
          <p className="portail-texte">{observations}</p>
        </Repli>
      ) : null}
    </section>
  );
}
