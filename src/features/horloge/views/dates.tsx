// The days that concern the person, in plain words, on the page of their dossier.
import type { DateDite } from '#domain/delais/usager.ts';
import { jourLisible } from '#domain/jour.ts';
import { t } from '#ui/langue/t.ts';

export function DatesDuDossier({ dates }: { dates: readonly DateDite[] }) {
  if (dates.length === 0) return null;
  return (
    <section aria-labelledby="dates">
      <h2 id="dates">{t('Les dates à connaître')}</h2>
      <ul>
        {dates.map(({ code, le, texte, suspendu }) => (
          <li key={`${code}:${le}`}>
            {t(texte, { jour: jourLisible(le) })}
            {suspendu ? (
              <> {t('Ce délai est arrêté pendant que votre réponse est attendue : répondre plus tôt rapproche cette date.')}</>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
