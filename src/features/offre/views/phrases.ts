// What the state of an offer says to the person: the fact with its date, what to do, and the text of law. Never a bare "impossible".

import type { EtatFenetre } from '#domain/delais/fenetre.ts';
import { jourLisible } from '#domain/jour.ts';
import { enEuros } from '#domain/tarif/montant.ts';
import type { EtatOffre } from '#domain/titre/offre.ts';
import type { Traduire } from '#ui/langue/langues.ts';

export type Dit = { fait: string; aFaire: string };

/** What to know before beginning, when there is something: until when, or at what price. */
export function delaiDit(fenetre: EtatFenetre, retard: number | null, t: Traduire): string | null {
  const montant = retard === null ? '' : enEuros(retard);
  switch (fenetre.etat) {
    case 'ouverte':
      return t('Vous êtes dans les temps : déposez votre demande au plus tard le {jour}.', { jour: jourLisible(fenetre.jusquau) });
    case 'tardive':
      return fenetre.titreFinitLe
        ? t(
            'Le délai de dépôt a fini le {delai}. Votre titre est encore valable jusqu’au {fin} : déposez votre demande sans attendre. Un droit de visa de régularisation de {montant} peut vous être demandé, sauf cas de force majeure (CESEDA, art. R. 431-5 et L. 436-5).',
            { delai: jourLisible(fenetre.delaiFiniLe), fin: jourLisible(fenetre.titreFinitLe), montant },
          )
        : t('Le délai de dépôt a fini le {delai} : déposez votre demande sans attendre.', { delai: jourLisible(fenetre.delaiFiniLe) });
    case 'expiree':
      return t(
        'Votre titre a expiré le {fin}. Vous pouvez encore le renouveler jusqu’au {jour}. Un droit de visa de régularisation de {montant} s’ajoute, sauf cas de force majeure (CESEDA, art. L. 436-5).',
        { fin: jourLisible(fenetre.finiLe), jour: jourLisible(fenetre.jusquau), montant },
      );
    case 'selon_evenement':
    case 'libre':
    case 'trop_tot':
    case 'plus_de_six_mois':
    case 'fermee':
      return null;
  }
}

function horsDelaiDit(fenetre: EtatFenetre, t: Traduire): Dit {
  switch (fenetre.etat) {
    case 'trop_tot':
      return {
        fait: t('Il est trop tôt : cette demande se dépose à partir du {jour}.', { jour: jourLisible(fenetre.ouvreLe) }),
        aFaire: t(
          'Revenez à partir de cette date. Préparez dès maintenant vos justificatifs avec la liste des pièces (CESEDA, art. R. 431-5).',
        ),
      };
    case 'plus_de_six_mois':
      return {
        fait: t('Votre titre a expiré le {fin}, il y a plus de six mois : il ne peut plus être renouvelé depuis le {depuis}.', {
          fin: jourLisible(fenetre.finiLe),
          depuis: jourLisible(fenetre.depuis),
        }),
        aFaire: t(
          'Faites une première demande : le visa de long séjour est à nouveau demandé quand il l’est pour une première carte (CESEDA, art. R. 431-8).',
        ),
      };
    case 'fermee':
      return {
        fait: t('Le délai de dépôt a fini le {delai}.', { delai: jourLisible(fenetre.delaiFiniLe) }),
        aFaire: t('Écrivez au centre de contact, qui vous dira vers quelle préfecture vous tourner.'),
      };
    case 'libre':
    case 'ouverte':
    case 'tardive':
    case 'expiree':
    case 'selon_evenement':
      return { fait: '', aFaire: '' };
  }
}

/** Why it is not possible now; null when it is, or when it is begun already. */
export function empechementDit(etat: EtatOffre, t: Traduire): Dit | null {
  switch (etat.code) {
    case 'possible':
    case 'commencee':
      return null;
    case 'deja_ouverte':
      return {
        fait: t('Vous avez déjà une demande en cours pour ce motif : n° {numero}.', { numero: etat.numero }),
        aFaire: t(
          'Suivez-la dans « Mon compte ». Une deuxième demande pour le même motif n’est pas possible tant que celle-ci n’est pas décidée.',
        ),
      };
    case 'hors_delai':
      return horsDelaiDit(etat.fenetre, t);
    case 'pas_encore_sur_le_portail':
      return {
        fait: t('Cette demande se fera en ligne à partir du {jour}.', { jour: jourLisible(etat.depuis) }),
        aFaire: t('D’ici là, adressez-vous à votre préfecture.'),
      };
    case 'plus_sur_le_portail':
      return {
        fait: t('Cette demande ne se fait plus en ligne depuis le {jour}.', { jour: jourLisible(etat.depuis) }),
        aFaire: t('Adressez-vous à votre préfecture.'),
      };
    case 'finit_bientot':
      return {
        fait: t('Votre titre finit le {fin} : il est trop proche de sa fin pour cette demande.', { fin: jourLisible(etat.fin) }),
        aFaire: t('Demandez plutôt son renouvellement.'),
      };
  }
}
