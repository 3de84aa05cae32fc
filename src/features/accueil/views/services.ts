// The services named in the menu that are not open in this demonstration yet: what each is, and where to go meanwhile.
import { lien } from '#features/configuration/liens/catalogue.ts';
import { t } from '#ui/langue/t.ts';
import { chemins } from './menu.ts';

export type ServiceNonOuvert = {
  code: string;
  titre: string;
  cEstQuoi: string;
  pourQui: string;
  allerVers: { libelle: string; href: string };
  /** it is here, for who is logged in */
  estOuvert?: true;
};

const officiel = () => ({ libelle: t('Faire cette démarche sur le site officiel'), href: lien('portailOfficiel') });

export function services(): ServiceNonOuvert[] {
  return [
    {
      code: 'valider-mon-vls-ts',
      titre: t('Valider mon VLS-TS'),
      cEstQuoi: t(
        'Un visa de long séjour valant titre de séjour (VLS-TS) doit être validé en ligne dans les trois mois qui suivent votre arrivée en France. Vous recevez alors un courriel avec la « Confirmation de la validation de l’enregistrement de votre VLS-TS ».',
      ),
      pourQui: t('Pour vous si votre visa porte la mention « VLS-TS » et que vous êtes arrivé en France depuis moins de trois mois.'),
      allerVers: officiel(),
    },
    {
      code: 'declarer-un-changement',
      titre: t('Déclarer un changement'),
      cEstQuoi: t(
        'Vous signalez ici un changement d’adresse, d’état civil ou de situation familiale. Si vous avez déménagé, faites-le avant de demander le renouvellement de votre titre.',
      ),
      pourQui: t('Pour vous si vous avez un titre de séjour et que votre situation a changé.'),
      allerVers: { libelle: t('Me connecter et continuer'), href: chemins.monChangement },
      estOuvert: true,
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
      allerVers: { libelle: t('Me connecter et continuer'), href: chemins.monDocumentVoyage },
      estOuvert: true,
    },
    {
      code: 'timbre-fiscal',
      titre: t('Acheter un timbre fiscal électronique'),
      cEstQuoi: t(
        'La délivrance d’un titre de séjour est soumise à une taxe, payée par timbre fiscal. Son montant vous est donné avec la décision : n’achetez rien avant.',
      ),
      pourQui: t('Pour vous si votre titre est prêt et qu’on vous a indiqué un montant à payer.'),
      allerVers: { libelle: t('Acheter un timbre sur le site officiel des timbres fiscaux'), href: lien('timbreFiscal') },
    },
    {
      code: 'autre-titre',
      titre: t('Demander un autre titre de séjour'),
      cEstQuoi: t(
        'Cette démonstration n’ouvre que certaines demandes. Les autres titres (étudiant, salarié, talent, visiteur, réfugié…) ainsi que le duplicata d’un titre perdu ou volé ne peuvent pas encore être demandés ici.',
      ),
      pourQui: t('Pour vous si votre situation ne figure pas parmi les demandes ouvertes.'),
      allerVers: officiel(),
    },
    {
      code: 'nationalite-francaise',
      titre: t('Demander la nationalité française'),
      cEstQuoi: t('La nationalité française se demande par une procédure distincte de celle du titre de séjour.'),
      pourQui: t('Pour vous si vous vivez en France depuis plusieurs années ou si vous êtes marié avec une personne française.'),
      allerVers: officiel(),
    },
    {
      code: 'autorisation-de-travail',
      titre: t('Je demande une autorisation de travail'),
      cEstQuoi: t(
        'L’autorisation de travail se demande par l’employeur, avant l’embauche, quand le titre de séjour ne permet pas déjà de travailler.',
      ),
      pourQui: t('Pour les employeurs.'),
      allerVers: officiel(),
    },
  ];
}

export function serviceDe(code: string): ServiceNonOuvert | undefined {
  return services().find((s) => s.code === code);
}
