// A section of the page of a dossier (app/instruction/[dossier]/sections): the last messages in brief, and the way to all of them.
import { Badge } from '#ui/feedback/badge.tsx';
import { t } from '#ui/langue/t.ts';
import { instantLisible } from '../../instruction/views/dates.ts';
import { chargerApercu } from '../loaders.ts';

export async function SectionMessages({ dossierId }: { dossierId: string }) {
  const { total, aTraiter, derniers } = await chargerApercu(dossierId);
  return (
    <section aria-labelledby="messages-titre">
      <h2 className="fr-h5" id="messages-titre">
        {t('Messages')} {aTraiter ? <Badge ton="new">{t('{n} à traiter', { n: aTraiter })}</Badge> : null}
      </h2>
      {derniers.map((m) => (
        <div className="agent-item" key={m.id}>
          <p>
            <strong>
              {m.de === 'agent' ? t('L’administration') : t('La personne')}, {instantLisible(m.envoyeLe ?? m.creeLe)}
            </strong>{' '}
            {m.sorte === 'complement' ? <Badge ton="info">{t('Éléments ajoutés')}</Badge> : null}
            {m.envoyeLe === null ? <Badge ton="warning">{t('Pas encore parti')}</Badge> : null}
          </p>
          <p className="portail-texte">{m.texte || t('Fichiers joints, sans message.')}</p>
        </div>
      ))}
      <p>
        <a className="fr-link" href={`/instruction/${dossierId}/messages`}>
          {total ? t('Lire les messages ({n}) et répondre', { n: total }) : t('Écrire à la personne')}
        </a>
      </p>
    </section>
  );
}
