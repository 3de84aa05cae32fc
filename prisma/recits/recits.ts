// The fictional dossiers of the demonstration, for the préfecture du Nord: one for each thing that an agent has to do in a day. Days are
// counted from the day of the seeding. `depot`: how many days ago the request was filed.
import type { Reponses } from '#domain/procedure/definition.ts';
import type { TypeTitre } from '#domain/titre/titres.ts';
import { demanderAvis } from '#features/dossier/avis/commands.ts';
import { noter } from '#features/dossier/instruction/suivi/commands.ts';
import { habiliterAgents } from '#features/dossier/restriction/commands.ts';
import * as g from './gestes.ts';
import { accorder, type Equipe, ecrire, examiner, proposer, REFUS_RESSOURCES, recevoir, remettreAuRendezVous, signer } from './suites.ts';

export type Personnage = {
  nom: string;
  prenom: string;
  sexe: 'masculin' | 'feminin';
  naissance: string;
  pays: string;
  lieu: string;
  telephone: string;
  /** what the registre knows of them: their number, their titre, and in how many days it ends */
  titre?: { numeroEtranger: string; type: TypeTitre; finDansJours: number; mois: number };
};

export type RecitDeDemonstration = {
  qui: Personnage;
  slug: string;
  depot: number;
  reponses?: Reponses;
  observations?: string;
  suite?: (recit: g.Recit, equipe: Equipe) => Promise<void>;
};

const ENFANT = 'enfant-de-francais';
const ETUDIANT = 'etudiant-renouvellement';

const adresse = (numero: string, voie: string, codePostal: string, ville: string, codeInsee: string): Reponses => ({
  adresse: { numero, voie, complement: '', codePostal, ville, pays: 'France', codeInsee },
});
const LILLE = (numero: string, voie: string) => adresse(numero, voie, '59000', 'Lille', '59350');
const ROUBAIX = (numero: string, voie: string) => adresse(numero, voie, '59100', 'Roubaix', '59512');

const qui = (
  nom: string,
  prenom: string,
  sexe: Personnage['sexe'],
  naissance: string,
  [pays, lieu]: readonly [string, string],
  rang: number,
  titre?: Personnage['titre'],
): Personnage => ({ nom, prenom, sexe, naissance, pays, lieu, telephone: `06399801${String(rang).padStart(2, '0')}`, titre });

const etudiant = (numeroEtranger: string, finDansJours: number): Personnage['titre'] => ({
  numeroEtranger,
  type: 'etudiant_temporaire',
  finDansJours,
  mois: 12,
});

const ETUDES: Reponses = {
  etudes_etablissement: 'Université d’essai de Lille',
  etudes_formation: 'Licence de mathématiques, troisième année',
};

const visiteur = (numeroEtranger: string, finDansJours: number): Personnage['titre'] => ({
  numeroEtranger,
  type: 'visiteur',
  finDansJours,
  mois: 12,
});

export const RECITS: readonly RecitDeDemonstration[] = [
  {
    qui: qui('TESTKARAOGLU', 'Elif', 'feminin', '1998-04-02', ['TR', 'Izmir'], 1),
    slug: ENFANT,
    depot: 1,
    reponses: LILLE('8', 'rue Solférino'),
    observations: 'Mon père habite à la même adresse que moi.',
  },
  {
    qui: qui('TESTMENSAH', 'Kofi', 'masculin', '1991-09-14', ['GH', 'Accra'], 2),
    slug: 'conjoint-de-francais',
    depot: 16,
    reponses: ROUBAIX('31', 'rue de Lannoy'),
    async suite(r, { camille }) {
      await g.prendre(r, camille, g.ilYA(6, 9));
      await g.verifier(r, camille, g.ilYA(6, 10), 3);
      const at = g.ilYA(5, 15);
      const texte = 'Vie commune : le bail et la facture portent bien les deux noms. Reste à voir l’acte de mariage.';
      await g.faire(r, at, 'noter', noter(camille.portee, camille.agent, r.dossierId, texte, null, at));
    },
  },
  {
    qui: qui('TESTOUEDRAOGO', 'Awa', 'feminin', '1996-12-20', ['BF', 'Ouagadougou'], 3),
    slug: ENFANT,
    depot: 24,
    reponses: LILLE('112', 'rue Gambetta'),
    async suite(r, { camille }) {
      await g.prendre(r, camille, g.ilYA(9, 9));
      const observation = 'On ne lit pas les dates : photographiez la page en entier, en pleine lumière.';
      await g.reclamer(r, camille, { piece: 'nationalite', motif: 'illisible', observation }, g.ilYA(8, 10));
    },
  },
  {
    qui: qui('TESTBENALI', 'Nadia', 'feminin', '1994-02-11', ['MA', 'Fès'], 4),
    slug: ENFANT,
    depot: 33,
    reponses: ROUBAIX('5', 'avenue Jean-Baptiste Lebas'),
    async suite(r, { camille }) {
      await g.prendre(r, camille, g.ilYA(21, 9));
      const observation = 'Ce justificatif de domicile a plus de six mois : joignez-en un plus récent.';
      await g.reclamer(r, camille, { piece: 'domicile', motif: 'perime', observation }, g.ilYA(20, 10));
      await g.lireLesNotifications(r, g.ilYA(18, 20));
      await g.repondre(r, 'Voici ma facture d’électricité du mois dernier.', g.ilYA(2, 21));
    },
  },
  {
    qui: qui('TESTPHAN', 'Thi Mai', 'feminin', '1989-07-07', ['VN', 'Da Nang'], 5),
    slug: ENFANT,
    depot: 48,
    reponses: LILLE('14', 'place Sébastopol'),
    async suite(r, { camille }) {
      await examiner(r, camille, 26);
      const at = g.ilYA(25, 10);
      const question = 'Un refus est envisagé : l’acte de naissance produit ne porte pas le nom du parent français.';
      const { portee, agent } = camille;
      await g.faire(r, at, 'demander_avis', demanderAvis(portee, agent, await g.vu(r), { sorte: 'commission', question }, at));
    },
  },
  {
    qui: qui('TESTMORALES', 'Diego', 'masculin', '1997-03-30', ['CO', 'Cali'], 6),
    slug: ENFANT,
    depot: 41,
    reponses: LILLE('3', 'rue Royale'),
    async suite(r, { camille }) {
      await examiner(r, camille, 4);
      await proposer(r, camille, { sens: 'favorable' }, 3);
    },
  },
  {
    qui: qui('TESTIVANOVA', 'Daria', 'feminin', '1961-10-05', ['UA', 'Odessa'], 7, visiteur('5999000207', 35)),
    slug: 'visiteur',
    depot: 38,
    reponses: LILLE('60', 'boulevard Vauban'),
    async suite(r, { camille }) {
      await examiner(r, camille, 7);
      await proposer(r, camille, REFUS_RESSOURCES, 2);
    },
  },
  {
    qui: qui('TESTSOW', 'Mariama', 'feminin', '1993-05-25', ['SN', 'Thiès'], 8),
    slug: ENFANT,
    depot: 60,
    reponses: ROUBAIX('77', 'rue de l’Épeule'),
    suite: (r, equipe) => accorder(r, equipe, 6),
  },
  {
    qui: qui('TESTCHEN', 'Ming', 'masculin', '1990-01-19', ['CN', 'Wuhan'], 9),
    slug: ENFANT,
    depot: 75,
    reponses: LILLE('22', 'rue de Paris'),
    async suite(r, equipe) {
      await accorder(r, equipe, 30);
      await recevoir(r, equipe, 'TEST00209', 10);
    },
  },
  {
    qui: qui('TESTADJEI', 'Ama', 'feminin', '1992-08-08', ['GH', 'Kumasi'], 10),
    slug: ENFANT,
    depot: 95,
    reponses: LILLE('41', 'rue d’Artois'),
    async suite(r, equipe) {
      await accorder(r, equipe, 45);
      await recevoir(r, equipe, 'TEST00210', 24);
      await remettreAuRendezVous(r, equipe);
    },
  },
  {
    qui: qui('TESTDUARTE', 'Rui', 'masculin', '2003-06-16', ['BR', 'Belém'], 11, etudiant('5999000211', 11)),
    slug: ETUDIANT,
    depot: 72,
    reponses: { ...LILLE('9', 'rue Jeanne d’Arc'), ...ETUDES },
    suite: (r, { charlie }) => g.prendre(r, charlie, g.ilYA(60, 9)).then(() => undefined),
  },
  {
    qui: qui('TESTYILMAZ', 'Can', 'masculin', '1995-11-27', ['TR', 'Ankara'], 12),
    slug: ENFANT,
    depot: 114,
    reponses: LILLE('18', 'rue Nationale'),
    suite: (r, { charlie }) => g.prendre(r, charlie, g.ilYA(80, 9)).then(() => undefined),
  },
  {
    qui: qui('TESTHADDAD', 'Lina', 'feminin', '1958-02-14', ['LB', 'Tripoli'], 13, visiteur('5999000213', 15)),
    slug: 'visiteur',
    depot: 70,
    reponses: ROUBAIX('2', 'place de la Liberté'),
    async suite(r, { camille, dominique }) {
      await examiner(r, camille, 20);
      await proposer(r, camille, REFUS_RESSOURCES, 14);
      await signer(r, dominique, 'refus', 12);
      await g.lireLesNotifications(r, g.ilYA(10, 18));
    },
  },
  {
    qui: qui('TESTFARAH', 'Idil', 'feminin', '1999-01-03', ['DJ', 'Djibouti'], 14),
    slug: ENFANT,
    depot: 90,
    reponses: LILLE('6', 'rue des Postes'),
    async suite(r, { camille, dominique }) {
      await g.prendre(r, camille, g.ilYA(70, 9));
      const observation = 'Il manque des pages : joignez l’acte entier, recto et verso.';
      await g.reclamer(r, camille, { piece: 'filiation', motif: 'incomplet', observation }, g.ilYA(68, 10));
      await g.lireLesNotifications(r, g.ilYA(60, 18));
      const pieces = [
        {
          code: 'filiation',
          texte: 'CESEDA, annexe 10',
          empechement: 'Sans cet acte, le lien avec le parent français ne peut pas être vérifié.',
        },
      ];
      await proposer(r, camille, { sens: 'incomplet', pieces }, 15);
      await signer(r, dominique, 'cloture', 9);
    },
  },
  {
    qui: qui('TESTSALAMA', 'Rim', 'feminin', '1993-11-02', ['TN', 'Sfax'], 15),
    slug: 'ordonnance-de-protection',
    depot: 12,
    async suite(r, { camille, morgan }) {
      const at = g.ilYA(10, 9);
      const { agent, portee } = morgan;
      await g.faire(r, at, 'habiliter', habiliterAgents(portee, agent, await g.vu(r), [camille.agent.agentId], at));
      await g.prendre(r, camille, g.ilYA(9, 9));
    },
  },
  {
    qui: qui('TESTROSSINI', 'Bianca', 'feminin', '2002-02-22', ['BR', 'Curitiba'], 16, etudiant('5999000216', 45)),
    slug: ETUDIANT,
    depot: 40,
    reponses: { ...LILLE('27', 'rue de Valmy'), ...ETUDES },
    async suite(r, { camille }) {
      await g.prendre(r, camille, g.ilYA(13, 9));
      await g.verifier(r, camille, g.ilYA(13, 10), 2);
      await ecrire(
        r,
        'message',
        'Bonjour, je dois voyager pour un stage le mois prochain. Ma demande est-elle complète ? Merci de votre réponse.',
        g.ilYA(1, 19),
      );
    },
  },
];
