// The opinions, in short, on the page of the dossier.
import { t } from '#ui/langue/t.ts';
import { chargerAvisEnBref } from '../loaders.ts';
import { etatDeLAvis, nomDeLAvis } from './etat.tsx';

export async function SectionAvis({ dossierId }: { dossierId: string }) {
  const { avis, jour, agit } = await chargerAvisEnBref(dossierId);
  if (avis.length === 0 && !agit) return null;
  return (
    <section aria-labelledby="avis-titre">
      <h2 className="fr-h5" id="avis-titre">
        {t('Avis')}
      </h2>
      {avis.length > 0 ? (
        <ul>
          {avis.map((a) => (
            <li key={a.id}>{t('{qui} : {etat}', { qui: nomDeLAvis(a.sorte), etat: etatDeLAvis(a, jour) })}</li>
          ))}
        </ul>
      ) : null}
      <p>
        <a className="fr-link" href={`/instruction/${dossierId}/avis`}>
          {avis.length > 0 ? t('Voir les avis') : t('Demander un avis')}
        </a>
      </p>
    </section>
  );
}
