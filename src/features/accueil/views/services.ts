// The services named in the menu: what each is, for whom, and where it begins.
import { lirePreambule, preambuleDe } from '#domain/access/demarche.ts';
import { lien } from '#features/configuration/liens/catalogue.ts';
import { t } from '#ui/langue/t.ts';
import { chemins } from './menu.ts';

/** What a compte must rest on: an e-mail address is enough, or the number of a titre or visa known to the administration. */
export type CompteExige = 'adresse' | 'numero';

export type Service = {
  code: string;
  titre: string;
  cEstQuoi: string;
  pourQui: string;
  allerVers: { libelle: string; href: string };
  /** made here, with a compte; `fiche`: its page in the catalogue, when it is one procedure */
  demarche?: { compte: CompteExige; fiche?: string };
};

/** Where the compte is made, and where it leads back. */
export function adresseCreation(exige: CompteExige, retour: string): string {
  const page = exige === 'adresse' ? chemins.premierTitre : chemins.creationAvecNumero;
  return lirePreambule(retour) ? `${page}?retour=${encodeURIComponent(retour)}` : page;
}

const continuer = (href: string) => ({ libelle: t('Me connecter et continuer'), href });

export function services(): Service[] {
  return [
    {
      code: 'valider-mon-vls-ts',
      titre: t('Valider mon VLS-TS'),
      cEstQuoi: t(
        'Un visa de long séjour valant titre de séjour (VLS-TS) doit être validé en ligne dans les trois mois qui suivent votre arrivée en France. Vous recevez alors un courriel avec la « Confirmation de la validation de l’enregistrement de votre VLS-TS ».',
      ),
      pourQui: t('Pour vous si votre visa porte la mention « VLS-TS » et que vous êtes arrivé en France depuis moins de trois mois.'),
      allerVers: continuer(preambuleDe('validation-vls-ts')),
      demarche: { compte: 'numero', fiche: 'validation-vls-ts' },
    },
    {
      code: 'declarer-un-changement',
      titre: t('Déclarer un changement'),
      cEstQuoi: t(
        'Vous signalez ici un changement d’adresse, d’état civil ou de situation familiale. Si vous avez déménagé, faites-le avant de demander le renouvellement de votre titre.',
      ),
      pourQui: t('Pour vous si vous avez un titre de séjour et que votre situation a changé.'),
      allerVers: continuer(chemins.monChangement),
      demarche: { compte: 'numero' },
    },
    {
      code: 'document-de-voyage',
      titre: t('Document de voyage'),
      cEstQuoi: t(
        'Le titre de voyage pour étranger (TVE) remplace le passeport d’une personne protégée en France. Le document de circulation pour étranger mineur (DCEM) permet à un enfant de revenir en France sans visa.',
      ),
      pourQui: t(
        'Pour vous si vous êtes réfugié, bénéficiaire de la protection subsidiaire ou apatride, ou si vous êtes le parent d’un enfant étranger qui vit en France.',
      ),
      allerVers: continuer(chemins.monDocumentVoyage),
      demarche: { compte: 'numero' },
    },
    {
      code: 'timbre-fiscal',
      titre: t('Acheter un timbre fiscal électronique'),
      cEstQuoi: t(
        'La délivrance d’un titre de séjour est soumise à une taxe, payée par timbre fiscal. Son montant vous est donné avec la décision : n’achetez rien avant, sauf si la démarche vous demande le numéro du timbre en ligne, comme la validation d’un VLS-TS.',
      ),
      pourQui: t('Pour vous si votre titre est prêt, ou si une démarche vous a indiqué un montant à payer.'),
      allerVers: { libelle: t('Acheter un timbre sur le site officiel des timbres fiscaux'), href: lien('timbreFiscal') },
    },
    {
      code: 'nationalite-francaise',
      titre: t('Demander la nationalité française'),
      cEstQuoi: t('La nationalité française se demande par une procédure distincte de celle du titre de séjour.'),
      pourQui: t('Pour vous si vous vivez en France depuis plusieurs années ou si vous êtes marié avec une personne française.'),
      allerVers: continuer(chemins.nationalite),
      demarche: { compte: 'adresse', fiche: 'nationalite' },
    },
    {
      code: 'autorisation-de-travail',
      titre: t('Je demande une autorisation de travail'),
      cEstQuoi: t(
        'L’autorisation de travail se demande par l’employeur, avant l’embauche, quand le titre de séjour ne permet pas déjà de travailler.',
      ),
      pourQui: t('Pour les employeurs. Une demande par salarié ; le même compte en fait plusieurs.'),
      allerVers: continuer(chemins.autorisationTravail),
      demarche: { compte: 'adresse', fiche: 'autorisation-de-travail' },
    },
  ];
}

export function serviceDe(code: string): Service | undefined {
  return services().find((s) => s.code === code);
}
