// What the portal could not decide: aids, the agent decides.
import type { Alerte as AlerteDossier } from '#domain/dossier/alertes.ts';
import { jourLisible } from '#domain/jour.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';

function Une({ alerte }: { alerte: AlerteDossier }) {
  switch (alerte.code) {
    case 'naissance_incomplete':
      return (
        <Alerte ton="warning" titre={t('Date de naissance incomplète : {naissance}', { naissance: alerte.naissance })} niveau="h3">
          <p>
            {alerte.pieces.length
              ? t('Les règles d’âge ne sont pas tranchées. À vous de dire si ces pièces sont dues : {pieces}.', {
                  pieces: alerte.pieces.join(' ; '),
                })
              : t('Aucune pièce n’en dépend : toutes les dates possibles mènent aux mêmes règles.')}
          </p>
        </Alerte>
      );
    case 'fichier_infecte':
      return (
        <Alerte ton="error" titre={t('Un virus dans un fichier joint : il a été supprimé')} niveau="h3">
          <p>
            {t('À redemander à la personne : {pieces}. La demande de complément le propose déjà.', { pieces: alerte.pieces.join(' ; ') })}
          </p>
        </Alerte>
      );
    case 'sans_adresse':
      return (
        <Alerte ton="warning" titre={t('Cette personne n’a pas d’adresse électronique')} niveau="h3">
          <p>
            {t(
              'Aucun courriel ne part, et elle n’ouvre pas d’espace en ligne. Imprimez les documents et les lettres de complément (« Documents délivrés »), et envoyez-les par lettre recommandée avec avis de réception à l’adresse de sa demande. Sa réponse est saisie par un agent d’accueil.',
            )}
          </p>
        </Alerte>
      );
    case 'changement_declare':
      return (
        <Alerte ton="warning" titre={t('Changement déclaré par la personne dans une autre demande')} niveau="h3">
          <ul>
            {alerte.remarques.map((remarque) => (
              <li key={remarque}>{remarque}</li>
            ))}
          </ul>
        </Alerte>
      );
    case 'plusieurs_nationalites':
      return (
        <Alerte
          ton="warning"
          titre={t('Plusieurs nationalités : {nationalites}', { nationalites: alerte.nationalites.join(', ') })}
          niveau="h3"
        >
          <p>
            {alerte.retenue
              ? t('Demande faite au titre de la nationalité : {nationalite}.', { nationalite: alerte.retenue })
              : t('La question du régime ne s’est pas posée : aucune de ces nationalités ne change les règles.')}
          </p>
        </Alerte>
      );
    case 'depot_tardif':
      return (
        <Alerte ton="warning" titre={t('Demande déposée hors délai')} niveau="h3">
          <p>
            {t('Le délai de dépôt a fini le {delai}, le titre le {titre} (CESEDA, art. R. 431-5).', {
              delai: jourLisible(alerte.delaiFini),
              titre: jourLisible(alerte.titreFini),
            })}{' '}
            {t(RETARD[alerte.etat])}
          </p>
        </Alerte>
      );
    case 'ecarts_registre':
      return (
        <Alerte ton="warning" titre={t('Différences avec le registre')} niveau="h3">
          <ul>
            {alerte.ecarts.map(({ libelle, registre, demande }) => (
              <li key={libelle}>
                {t('{champ} : « {registre} » au registre, « {demande} » dans la demande.', { champ: t(libelle), registre, demande })}
              </li>
            ))}
          </ul>
        </Alerte>
      );
  }
}

const RETARD = {
  tardive: 'Le titre était encore valable au dépôt : le droit de visa de régularisation (L. 436-5) est à apprécier.',
  expiree: 'Un droit de visa de régularisation est dû, sauf force majeure ou visa en cours de validité (L. 436-5).',
  plus_de_six_mois: 'Les conditions d’entrée sont à vérifier à nouveau (R. 431-8).',
} as const;

export function Alertes({ alertes }: { alertes: readonly AlerteDossier[] }) {
  return (
    <>
      {alertes.map((a) => (
        <Une key={a.code} alerte={a} />
      ))}
    </>
  );
}
