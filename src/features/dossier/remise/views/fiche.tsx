// One dossier at the desk: who, which titre, the appointments, and the gesture that is due. Never an answer nor a piece of the dossier.
import type { Action } from '#domain/dossier/lifecycle.ts';
import { STATUT_AGENT } from '#domain/dossier/statuts.ts';
import { heureLisible, jourEnLettres, jourLocal } from '#domain/horloge.ts';
import { jourDe, jourLisible } from '#domain/jour.ts';
import { montantEnMots } from '#domain/rendez-vous/apporter.ts';
import { MOTS_ETAT, OBJET_RENDEZ_VOUS, type SorteRendezVous } from '#domain/rendez-vous/regles.ts';
import { FormulaireDeclare } from '#features/formulaires/views/agent.tsx';
import type { RendezVous } from '#features/rendez-vous/queries.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import type { Etage } from '#ui/layout/fil-ariane.tsx';
import { ListeResume } from '#ui/layout/liste-resume.tsx';
import { Page } from '#ui/layout/page.tsx';
import { Repli } from '#ui/layout/repli.tsx';
import {
  faireAnnuler,
  faireCommander,
  faireConstaterAbsence,
  faireConvoquer,
  faireDeplacer,
  faireRecevoir,
  faireRelever,
} from '../actions.ts';
import type { Creneaux, FicheAccueil } from '../queries.ts';
import { ChoixCreneau } from './choix-creneau.tsx';
import { FormulaireRemise } from './formulaire-remise.tsx';

const FAIT: Readonly<Record<string, string>> = {
  convoque: 'La personne est convoquée : elle reçoit un courriel, un SMS si elle a donné son numéro, et le fichier pour son agenda.',
  deplace: 'Le rendez-vous est déplacé : la personne est prévenue.',
  annule: 'Le rendez-vous est annulé : la personne est prévenue.',
  absence: 'L’absence est enregistrée. Une nouvelle convocation part d’office, sauf après trois rendez-vous manqués.',
  biometrie: 'Les empreintes sont relevées et les originaux vus.',
  commande: 'Le titre est commandé.',
  recu: 'L’arrivée du titre est enregistrée : la personne est prévenue et convoquée au premier créneau libre.',
  remis: 'Le titre est remis. Le registre le connaît, les attestations ont perdu leur effet, le reçu se prépare.',
};

type Props = {
  fiche: FicheAccueil;
  actions: readonly Action[];
  creneaux: Creneaux;
  at: Date;
  depuis: 'accueil' | 'instruction';
  fait: string | null;
};

const AUCUN_CRENEAU = 'Aucun créneau libre : demandez au chef de bureau d’ouvrir des horaires.';

function Prevu({ rendezVous, fiche, actions, creneaux, at, depuis }: Props & { rendezVous: RendezVous }) {
  const caches = { dossier: fiche.id, depuis, convocation: rendezVous.id };
  const estPasse = rendezVous.debut <= at;
  const page = depuis === 'accueil' ? `/accueil-du-jour/${fiche.id}` : `/instruction/${fiche.id}/titre`;
  return (
    <section className="agent-separe" aria-labelledby="prevu">
      <h2 className="fr-h5" id="prevu">
        {t('Rendez-vous le {jour} à {heure}', {
          jour: jourEnLettres(rendezVous.debut, rendezVous.lieu.fuseau),
          heure: heureLisible(rendezVous.debut, rendezVous.lieu.fuseau),
        })}
      </h2>
      <p>
        {t(OBJET_RENDEZ_VOUS[rendezVous.sorte])} – {rendezVous.lieu.nom}
      </p>
      <div className="portail-actions">
        {rendezVous.sorte === 'biometrie' && actions.includes('relever_biometrie') ? (
          <FormulaireDeclare action={faireRelever} caches={caches} bouton={t('Empreintes relevées, originaux vus')} />
        ) : null}
        {estPasse && actions.includes('constater_absence') ? (
          <FormulaireDeclare action={faireConstaterAbsence} caches={caches} bouton={t('La personne n’est pas venue')} secondaire />
        ) : null}
        {actions.includes('annuler_rendez_vous') ? (
          <FormulaireDeclare action={faireAnnuler} caches={caches} bouton={t('Annuler le rendez-vous')} secondaire />
        ) : null}
      </div>
      {actions.includes('deplacer_rendez_vous') ? (
        <Repli titre={t('Déplacer le rendez-vous')} niveau="h3">
          <ChoixCreneau
            {...{ creneaux, page, caches, action: faireDeplacer, aucun: t(AUCUN_CRENEAU) }}
            libelle={t('Nouveau créneau')}
            bouton={t('Déplacer le rendez-vous')}
            secondaire
          />
        </Repli>
      ) : null}
    </section>
  );
}

/** The appointment that may be given now; null when it makes no sense. */
function aDonner({ statut, remise, rendezVous }: FicheAccueil): SorteRendezVous | null {
  if (rendezVous.some((r) => r.etat === 'prevue')) return null;
  if (statut === 'en_instruction') return 'biometrie';
  return statut === 'accepte' && remise?.recuLe ? 'remise' : null;
}

function Convoquer({ fiche, actions, creneaux, depuis }: Props) {
  const sorte = aDonner(fiche);
  if (!sorte || !actions.includes('convoquer')) return null;
  const page = depuis === 'accueil' ? `/accueil-du-jour/${fiche.id}` : `/instruction/${fiche.id}/titre`;
  return (
    <section className="agent-separe" aria-labelledby="convoquer">
      <h2 className="fr-h5" id="convoquer">
        {t('Convoquer la personne')}
      </h2>
      <p>{t(OBJET_RENDEZ_VOUS[sorte])}</p>
      <ChoixCreneau
        {...{ creneaux, page, action: faireConvoquer, aucun: t(AUCUN_CRENEAU) }}
        caches={{ dossier: fiche.id, depuis, sorte }}
        libelle={t('Créneau')}
        bouton={t('Convoquer')}
      />
    </section>
  );
}

function Production({ fiche, actions, depuis }: Props) {
  const { remise, statut } = fiche;
  if (statut !== 'accepte') return null;
  if (!remise)
    return actions.includes('commander_titre') ? (
      <section className="agent-separe" aria-labelledby="commander">
        <h2 className="fr-h5" id="commander">
          {t('Fabrication')}
        </h2>
        <p>{t('Aucun titre n’est commandé : cette démarche n’en donne pas d’office.')}</p>
        <FormulaireDeclare action={faireCommander} caches={{ dossier: fiche.id, depuis }} bouton={t('Commander le titre')} secondaire />
      </section>
    ) : null;
  if (remise.recuLe || !actions.includes('recevoir_titre')) return null;
  return (
    <section className="agent-separe" aria-labelledby="recevoir">
      <h2 className="fr-h5" id="recevoir">
        {t('Enregistrer l’arrivée du titre')}
      </h2>
      <p>{t('Commandé le {jour}.', { jour: jourLisible(jourDe(remise.commandeLe)) })}</p>
      <FormulaireDeclare
        action={faireRecevoir}
        caches={{ dossier: fiche.id, depuis }}
        bouton={t('Enregistrer l’arrivée du titre')}
        champs={[
          {
            sorte: 'texte',
            nom: 'numeroTitre',
            libelle: t('Numéro du titre'),
            aide: t('Tel qu’il est imprimé sur la carte'),
            requis: true,
          },
          { sorte: 'date', nom: 'debut', libelle: t('Valable à partir du'), requis: true },
          { sorte: 'date', nom: 'fin', libelle: t('Valable jusqu’au'), requis: true },
        ]}
      />
    </section>
  );
}

function Remettre({ fiche, actions }: Props) {
  const { remise, montants } = fiche;
  if (!remise?.recuLe || !actions.includes('remettre')) return null;
  return (
    <section className="agent-separe portail-page--texte" aria-labelledby="remettre">
      <h2 className="fr-h5" id="remettre">
        {t('Remettre le titre')}
      </h2>
      <FormulaireRemise
        dossier={fiche.id}
        demandeur={fiche.demandeur}
        naissance={fiche.naissance}
        ancienTitre={
          fiche.ancienTitre &&
          t('{mention}, jusqu’au {fin}', { mention: fiche.ancienTitre.mention, fin: jourLisible(fiche.ancienTitre.fin) })
        }
        montant={montantEnMots(montants)}
        cas={montants.flatMap((m) => m.cas ?? [])}
        pieces={fiche.pieces}
      />
    </section>
  );
}

export function lignesDuTitre({ remise, titre }: Pick<FicheAccueil, 'remise' | 'titre'>) {
  const jour = (le: Date | null | undefined) => (le ? jourLisible(jourDe(le)) : '–');
  return [
    { terme: t('Titre'), valeur: `${titre.libelle}, ${titre.duree}` },
    { terme: t('Commandé le'), valeur: jour(remise?.commandeLe) },
    { terme: t('Arrivé le'), valeur: jour(remise?.recuLe) },
    { terme: t('N° du titre'), valeur: remise?.numeroTitre ?? '–' },
    { terme: t('Remis le'), valeur: jour(remise?.remisLe) },
  ];
}

export function RendezVousPasses({ rendezVous }: { rendezVous: readonly RendezVous[] }) {
  if (rendezVous.length === 0) return <p>{t('Aucun rendez-vous n’a été donné.')}</p>;
  return (
    <ul>
      {rendezVous.map((r) => (
        <li key={r.id}>
          {t('{objet} : {jour} à {heure}, {lieu}', {
            objet: t(OBJET_RENDEZ_VOUS[r.sorte]),
            jour: jourLisible(jourLocal(r.debut, r.lieu.fuseau)),
            heure: heureLisible(r.debut, r.lieu.fuseau),
            lieu: r.lieu.nom,
          })}{' '}
          – {t(MOTS_ETAT[r.etat])}
        </li>
      ))}
    </ul>
  );
}

export function VueFiche(props: Props) {
  const { fiche, depuis, fait } = props;
  const annonce = FAIT[fait ?? ''];
  const parents: readonly Etage[] =
    depuis === 'accueil'
      ? [{ libelle: t('Accueil du jour'), href: '/accueil-du-jour' }]
      : [
          { libelle: t('Dossiers à instruire'), href: '/instruction' },
          { libelle: fiche.demandeur, href: `/instruction/${fiche.id}` },
        ];
  const prevu = fiche.rendezVous.find((r) => r.etat === 'prevue');
  return (
    <Page titre={depuis === 'accueil' ? fiche.demandeur : t('Titre et rendez-vous')} parents={parents}>
      {annonce ? (
        <Alerte ton="success" annoncer>
          {t(annonce)}
        </Alerte>
      ) : null}
      <ListeResume
        lignes={[
          ...(depuis === 'instruction' ? [{ terme: t('Demandeur'), valeur: fiche.demandeur }] : []),
          { terme: t('N° de demande'), valeur: fiche.numero },
          { terme: t('Numéro étranger'), valeur: fiche.numeroEtranger ?? '–' },
          { terme: t('Né(e) le'), valeur: fiche.naissance },
          { terme: t('État'), valeur: t(STATUT_AGENT[fiche.statut]) },
          ...lignesDuTitre(fiche),
        ]}
      />
      {depuis === 'accueil' ? <Remettre {...props} /> : null}
      {prevu ? <Prevu {...props} rendezVous={prevu} /> : <Convoquer {...props} />}
      <Production {...props} />
      <section className="agent-separe" aria-labelledby="tous">
        <h2 className="fr-h5" id="tous">
          {t('Tous les rendez-vous')}
        </h2>
        <RendezVousPasses rendezVous={fiche.rendezVous} />
      </section>
    </Page>
  );
}
