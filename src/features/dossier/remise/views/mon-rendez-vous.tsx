// The person's appointment: when, where, with what; to move it; and whom to ask when it is too late (S-201, S-202).

import { heureLisible, jourEnLettres, jourLocal } from '#domain/horloge.ts';
import { jourLisible } from '#domain/jour.ts';
import { montantEnMots } from '#domain/rendez-vous/apporter.ts';
import { estDeplacable, HEURES_POUR_DEPLACER, MOTS_ETAT, OBJET_RENDEZ_VOUS } from '#domain/rendez-vous/regles.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import { ListeResume } from '#ui/layout/liste-resume.tsx';
import { Page } from '#ui/layout/page.tsx';
import { faireDeplacerLeMien } from '../actions.ts';
import type { Creneaux, MesRendezVous } from '../queries.ts';
import { ChoixCreneau } from './choix-creneau.tsx';

type Props = MesRendezVous & { creneaux: Creneaux; at: Date; fait: string | null };

function Contact({ contact }: Props) {
  return (
    <p>
      {contact.nom}
      {contact.courriel ? (
        <>
          {' – '}
          <a className="fr-link" href={`mailto:${contact.courriel}`}>
            {contact.courriel}
          </a>
        </>
      ) : null}
      {contact.telephone ? ` – ${contact.telephone}` : ''}
    </p>
  );
}

function Prochain(props: Props & { prochain: NonNullable<MesRendezVous['prochain']> }) {
  const { prochain, document, dossierId, creneaux, at } = props;
  const montant = montantEnMots(prochain.montants);
  const page = `/mon-compte/dossiers/${dossierId}/rendez-vous`;
  return (
    <>
      <section aria-labelledby="prochain">
        <h2 id="prochain">{t('Votre rendez-vous')}</h2>
        <ListeResume
          lignes={[
            { terme: t('Date'), valeur: jourEnLettres(prochain.debut, prochain.lieu.fuseau) },
            { terme: t('Heure'), valeur: heureLisible(prochain.debut, prochain.lieu.fuseau) },
            { terme: t('Lieu'), valeur: `${prochain.lieu.nom}, ${prochain.lieu.adresse}` },
            { terme: t('Objet'), valeur: t(OBJET_RENDEZ_VOUS[prochain.sorte]) },
            ...(montant ? [{ terme: t('Timbres fiscaux électroniques'), valeur: montant }] : []),
          ]}
        />
        <p className="portail-actions">
          {document ? (
            <a className="fr-btn" href={`/api/documents/${document}`} download>
              {t('Télécharger la convocation')}
            </a>
          ) : null}
          <a className="fr-btn fr-btn--secondary" href={`/api/rendez-vous/${prochain.id}/agenda`} download>
            {t('Ajouter à mon agenda')}
          </a>
        </p>
      </section>
      <section aria-labelledby="apporter">
        <h2 id="apporter">{t('À apporter')}</h2>
        <ul>
          {prochain.apporter.map((mots) => (
            <li key={mots}>{t(mots)}</li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="deplacer">
        <h2 id="deplacer">{t('Empêché(e) ?')}</h2>
        {estDeplacable(prochain.debut, at) ? (
          <>
            <p>
              {t('Vous pouvez choisir un autre créneau, jusqu’à {n} heures avant. Votre place actuelle est alors rendue.', {
                n: HEURES_POUR_DEPLACER,
              })}
            </p>
            <ChoixCreneau
              {...{ creneaux, page, action: faireDeplacerLeMien }}
              caches={{ dossier: dossierId, convocation: prochain.id }}
              libelle={t('Nouveau créneau')}
              bouton={t('Déplacer mon rendez-vous')}
              aucun={t('Aucun autre créneau n’est libre. Écrivez à la préfecture.')}
              secondaire
            />
          </>
        ) : (
          <p>{t('Il est trop tard pour le déplacer ici : prévenez la préfecture.')}</p>
        )}
        <Contact {...props} />
      </section>
    </>
  );
}

export function VueMonRendezVous(props: Props) {
  const { dossierId, numero, nom, prochain, passes, fait, remise } = props;
  return (
    <Page
      titre={t('Mon rendez-vous à la préfecture')}
      parents={[
        { libelle: t('Mon compte'), href: '/mon-compte' },
        { libelle: nom, href: `/mon-compte/dossiers/${dossierId}` },
      ]}
      largeur="texte"
    >
      {fait === 'deplace' ? (
        <Alerte ton="success" annoncer>
          {t('Votre rendez-vous est déplacé. La nouvelle convocation se prépare : elle arrive par courriel et dans vos notifications.')}
        </Alerte>
      ) : null}
      <p>
        {t('Demande n°')} <strong className="portail-numero">{numero}</strong>
      </p>
      {prochain ? (
        <Prochain {...props} prochain={prochain} />
      ) : (
        <>
          <p>{remise?.remisLe ? t('Votre titre vous a été remis.') : t('Aucun rendez-vous n’est prévu.')}</p>
          {remise?.recuLe && !remise.remisLe ? <p>{t('Votre titre vous attend à la préfecture. Pour demander un rendez-vous :')}</p> : null}
          <Contact {...props} />
        </>
      )}
      {passes.length > 0 ? (
        <section aria-labelledby="passes">
          <h2 id="passes">{t('Rendez-vous précédents')}</h2>
          <ul>
            {passes.map((r) => (
              <li key={r.id}>
                {jourLisible(jourLocal(r.debut, r.lieu.fuseau))} {heureLisible(r.debut, r.lieu.fuseau)} – {t(MOTS_ETAT[r.etat])}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </Page>
  );
}
