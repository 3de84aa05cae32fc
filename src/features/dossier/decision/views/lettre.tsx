// The letter of a decision as it will be printed, part by part, and what was changed in it.
import { type CodePartie, type Lettre, PARTIES, paragraphes, partie } from '#domain/dossier/lettres.ts';
import { t } from '#ui/langue/t.ts';
import { Repli } from '#ui/layout/repli.tsx';
import { Difference } from './difference.tsx';

export function TexteDeLaLettre({ lettre }: { lettre: Lettre }) {
  return lettre.parties.map(({ code, texte }) => (
    <section key={code} aria-labelledby={`lettre-${code}`}>
      <h3 className="fr-h6" id={`lettre-${code}`}>
        {t(PARTIES[code])}
      </h3>
      {paragraphes(texte).map((p, i) => (
        <p key={String(i)}>{p}</p>
      ))}
    </section>
  ));
}

type Comparaison = { avant: Lettre; apres: Lettre; titre: string; ouvert?: boolean };

function changees({ avant, apres }: Comparaison): readonly CodePartie[] {
  return apres.parties.filter((p) => p.texte !== partie(avant, p.code)).map((p) => p.code);
}

/** Nothing when nothing was changed. */
export function Differences(comparaison: Comparaison) {
  const { avant, apres, titre, ouvert = false } = comparaison;
  const parties = changees(comparaison);
  if (parties.length === 0) return null;
  return (
    <Repli titre={titre} niveau="h3" ouvert={ouvert}>
      {parties.map((code) => (
        <div key={code}>
          <h4 className="fr-h6">{t(PARTIES[code])}</h4>
          <Difference avant={partie(avant, code)} apres={partie(apres, code)} />
        </div>
      ))}
    </Repli>
  );
}
