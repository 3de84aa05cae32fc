// The sentences that agents use again, by what they serve for.
import { libelleUsage, USAGES_PHRASE } from '#domain/dossier/phrases.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { Badge } from '#ui/feedback/badge.tsx';
import { t } from '#ui/langue/t.ts';
import { Page } from '#ui/layout/page.tsx';
import type { PhraseLue } from '../queries.ts';
import { FormulairePhrase, RetirerPhrase } from './formulaires.tsx';

const FAIT: Readonly<Record<string, string>> = {
  gardee: 'La phrase est gardée.',
  modifiee: 'La phrase est modifiée.',
  retiree: 'La phrase est retirée. Les demandes déjà envoyées gardent leur texte.',
};

type Phrase = PhraseLue & { estTenue: boolean };
type Props = { phrases: readonly Phrase[]; tientLaPrefecture: boolean; modifiee: string | null; fait: string | null };

function Une({ phrase: { id, texte, agentId, estTenue } }: { phrase: Phrase }) {
  return (
    <li className="agent-item">
      <p className="portail-texte">{texte}</p>
      <div className="agent-gestes">
        {agentId === null ? <Badge icone={false}>{t('De la préfecture')}</Badge> : null}
        {estTenue ? (
          <>
            <a className="fr-link fr-link--sm" href={`/instruction/phrases?modifier=${id}#ecrire-titre`}>
              {t('Modifier')}
              <span className="fr-sr-only"> {t('la phrase « {texte} »', { texte })}</span>
            </a>
            <RetirerPhrase id={id} texte={texte} />
          </>
        ) : null}
      </div>
    </li>
  );
}

export function VuePhrases({ phrases, tientLaPrefecture, modifiee, fait }: Props) {
  const annonce = FAIT[fait ?? ''];
  const ouverte = phrases.find((p) => p.id === modifiee && p.estTenue);
  const parUsage = USAGES_PHRASE.map((usage) => ({ usage, siennes: phrases.filter((p) => p.usage === usage) }));
  return (
    <Page titre={t('Phrases réutilisables')} parents={[{ libelle: t('Dossiers à instruire'), href: '/instruction' }]} largeur="texte">
      {annonce ? (
        <Alerte ton="success" annoncer>
          {t(annonce)}
        </Alerte>
      ) : null}
      <p>
        {t(
          'Elles se proposent quand vous donnez un avis sur une pièce ou quand vous écrivez à une personne. Vous les relisez et les modifiez avant de les envoyer.',
        )}
      </p>
      {phrases.length === 0 ? <p>{t('Aucune phrase n’est gardée pour l’instant.')}</p> : null}
      {parUsage
        .filter(({ siennes }) => siennes.length > 0)
        .map(({ usage, siennes }) => (
          <section key={usage} aria-labelledby={`usage-${usage}`}>
            <h2 className="fr-h5" id={`usage-${usage}`}>
              {t(libelleUsage(usage))}
            </h2>
            <ul className="agent-fichiers">
              {siennes.map((p) => (
                <Une key={p.id} phrase={p} />
              ))}
            </ul>
          </section>
        ))}
      <section className="agent-separe" aria-labelledby="ecrire-titre">
        <h2 className="fr-h5" id="ecrire-titre">
          {ouverte ? t('Modifier la phrase') : t('Ajouter une phrase')}
        </h2>
        <FormulairePhrase key={ouverte?.id ?? ''} phrase={ouverte} tientLaPrefecture={tientLaPrefecture} />
      </section>
    </Page>
  );
}
