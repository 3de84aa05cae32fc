// Citizens of the Union, of the European Economic Area and of Switzerland, and their family (CESEDA, book II): who is one, what gives the
// right of residence, since when.
import type { Arret, Champ, ChampSimple, Condition, EtapeChamps, Option, Section } from '#domain/procedure/definition.ts';
import { informationsPersonnelles } from './etapes.ts';
import { dateEntree, identiteProche } from './famille.ts';

/** The twenty-six other States of the Union, then Iceland, Liechtenstein, Norway, Switzerland. */
const EUROPE: readonly string[] = 'AT BE BG CY CZ DE DK EE ES FI GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK IS LI NO CH'.split(' ');
export const NON_EUROPEEN: Condition = { nationalite: { hors: EUROPE } };

/** Who has several nationalities, one of them European, says under which the request is made (D-16). */
export const informationsUnion: EtapeChamps = {
  ...informationsPersonnelles,
  sections: informationsPersonnelles.sections.map((section) => ({
    ...section,
    champs: section.champs.map((champ) => (champ.type === 'nationalite_retenue' ? { ...champ, regimes: EUROPE } : champ)),
  })),
};

export const situationDe = (code: string, libelle: string): Champ<'choix'> => ({
  code,
  type: 'choix',
  presentation: 'liste',
  libelle,
  requis: true,
  options: [
    { code: 'salarie', libelle: 'Salarié(e)' },
    { code: 'independant', libelle: 'À son compte : commerçant, artisan, profession libérale…' },
    { code: 'sans_emploi', libelle: 'En arrêt ou en recherche d’emploi après avoir travaillé en France' },
    { code: 'etudiant', libelle: 'Étudiant(e)' },
    { code: 'inactif', libelle: 'Retraité(e) ou sans activité' },
  ],
});

/** Others are led to the procedure of the family. */
export const EUROPEENS_SEULEMENT: Arret = {
  si: NON_EUROPEEN,
  message:
    'Cette carte est donnée aux citoyens de l’Union européenne, de l’Espace économique européen et de la Suisse. Si vous êtes de leur famille, demandez la carte de membre de famille.',
  vers: { procedure: 'famille-ue' },
};

export const dateArrivee: ChampSimple = { ...dateEntree, libelle: 'Date d’arrivée en France' };

const LIENS: readonly Option[] = [
  { code: 'conjoint', libelle: 'Son mari ou sa femme' },
  { code: 'enfant', libelle: 'Son enfant, ou celui de son conjoint, de moins de 21 ans' },
  { code: 'enfant_a_charge', libelle: 'Son enfant, ou celui de son conjoint, à sa charge' },
  { code: 'ascendant', libelle: 'Son père, sa mère, ou ceux de son conjoint, à sa charge' },
  { code: 'autre', libelle: 'Un autre membre de sa famille, ou son partenaire' },
];

/** Book II extends the family to others « dans les mêmes conditions » (L.200-5, L.233-3). */
export const lienUe: Champ<'choix'> = {
  code: 'lien_ue',
  type: 'choix',
  presentation: 'liste',
  libelle: 'Vous êtes, pour ce citoyen européen',
  libelleCourt: 'Lien avec le citoyen européen',
  requis: true,
  options: LIENS,
};

export const A_CHARGE: Condition = { champ: 'lien_ue', parmi: ['enfant_a_charge', 'ascendant'] };

export const accueillant: Section = {
  code: 'accueillant_ue',
  titre: 'Le citoyen européen que vous accompagnez ou rejoignez',
  provenance: { source: 'CESEDA L.200-4, L.200-5, L.233-1 à L.233-3, R.233-15', certitude: 'X', dateSource: '2026-04-03' },
  champs: [
    ...identiteProche('citoyen'),
    { code: 'citoyen_nationalites', type: 'nationalites', libelle: 'Nationalité(s)', ajout: 'Ajouter une nationalité', requis: true },
    situationDe('citoyen_situation', 'Quelle est sa situation en France ?'),
    {
      ...lienUe,
      arret: {
        si: {
          tous: [
            { champ: 'citoyen_situation', parmi: ['etudiant'] },
            { champ: 'lien_ue', parmi: ['ascendant'] },
          ],
        },
        message:
          'La famille d’un étudiant européen se limite à son conjoint et à ses enfants (CESEDA, art. L. 233-2). Votre préfecture peut examiner les autres liens.',
        vers: { orientation: 'liens_personnels' },
      },
    },
  ],
};
