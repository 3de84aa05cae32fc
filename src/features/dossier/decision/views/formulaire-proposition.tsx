'use client';
import { IRRECEVABLE, type RaisonIrrecevable } from '#domain/dossier/cloture.ts';
import { commissionAvantRefus, FONDEMENT, FONDEMENTS_REFUS, type Saisine } from '#domain/dossier/commission.ts';
import { type Lettre, PARTIES, partie } from '#domain/dossier/lettres.ts';
import { ChampCase } from '#ui/fields/case.tsx';
import { ChampRadios, type OptionRadio } from '#ui/fields/radios.tsx';
import { ChampTexteLong } from '#ui/fields/texte-long.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { type DossierAffiche, FormulaireAgent } from '../../instruction/views/formulaire.tsx';
import { faireProposer } from '../actions.ts';

export type LettresOffertes = {
  favorable: Lettre;
  refus: Lettre;
  incomplet: Lettre;
  irrecevable: readonly { raison: RaisonIrrecevable; lettre: Lettre }[];
};

type Props = {
  dossier: DossierAffiche;
  titre: string;
  lettres: LettresOffertes;
  /** what the unanswered complement asked for; empty: no closing for want of an answer */
  pieces: readonly { code: string; libelle: string; texte: string }[];
  /** false: only a closing may be proposed */
  peutDecider: boolean;
  saisine: Saisine;
  initial: { sens: string; oqtf: boolean; modele: string; fondement: string };
};

type Etat = { erreurs: Readonly<Record<string, string>>; tape: (chemin: string) => string | undefined };

/** Rows that show most of a text without scrolling. */
const lignes = (texte: string) => Math.min(14, Math.max(4, Math.ceil(texte.length / 75) + 1));

/** The parts of a letter, to rewrite; `nom`: where they are in the form. */
function Parties({ lettre, nom, etat: { erreurs, tape } }: { lettre: Lettre; nom: (code: string) => string; etat: Etat }) {
  const t = useT();
  return lettre.parties.map(({ code, texte }) => (
    <ChampTexteLong
      key={code}
      nom={nom(code)}
      libelle={t(PARTIES[code])}
      t={t}
      rows={lignes(texte)}
      erreur={erreurs[nom(code)]}
      defaultValue={tape(nom(code)) ?? texte}
    />
  ));
}

/** The ground of a refusal, asked when the commission du titre de séjour depends on it (L.432-13). */
function Fondement({ saisine, initial, etat: { erreurs, tape } }: Pick<Props, 'saisine'> & { initial: string; etat: Etat }) {
  const t = useT();
  if (saisine.conditionsRemplies === null && saisine.engagement === null) return null;
  return (
    <ChampRadios
      nom="fondement"
      libelle={t('Pourquoi ce refus')}
      aide={t('Sans réponse, l’avis préalable de la commission du titre de séjour est exigé.')}
      t={t}
      erreur={erreurs.fondement}
      defaultValue={tape('fondement') ?? initial}
      options={FONDEMENTS_REFUS.map((f) => {
        const article = commissionAvantRefus(saisine, f);
        const commission = article
          ? t('Avis préalable de la commission (CESEDA, art. {article}).', { article })
          : t('Sans avis préalable de la commission.');
        const interdit = t(
          'Ce motif ne s’oppose pas à qui bénéficie des articles L. 424-1, L. 424-9, L. 424-13 ou L. 611-3 (CESEDA, art. L. 412-10).',
        );
        return {
          valeur: f,
          libelle: t(FONDEMENT[f]),
          aide: f === 'engagement' && saisine.engagement ? `${commission} ${interdit}` : commission,
        };
      })}
    />
  );
}

type PropsRefus = { lettre: Lettre; saisine: Saisine; initial: Props['initial']; etat: Etat };

function Refus({ lettre, saisine, initial: { oqtf, modele, fondement }, etat }: PropsRefus) {
  const t = useT();
  const { erreurs, tape } = etat;
  const champ = (code: 'visas' | 'droit' | 'fait' | 'dispositif', aide: string) => (
    <ChampTexteLong
      nom={code}
      libelle={t(PARTIES[code])}
      aide={aide}
      t={t}
      rows={Math.max(6, lignes(partie(lettre, code)))}
      erreur={erreurs[code]}
      defaultValue={tape(code) ?? partie(lettre, code)}
    />
  );
  return (
    <>
      <input type="hidden" name="modele" value={modele} />
      <Fondement saisine={saisine} initial={fondement} etat={etat} />
      {champ('visas', t('Les textes appliqués et les actes de la procédure, un par ligne.'))}
      {champ('droit', t('Les textes appliqués, et ce qu’ils exigent ou permettent.'))}
      {champ('fait', t('Les faits propres à cette personne, tels qu’ils ressortent de ses pièces.'))}
      {champ('dispositif', t('Ce qui est décidé, article par article.'))}
      <ChampCase
        nom="oqtf"
        value="oui"
        libelle={t('Une obligation de quitter le territoire français accompagne ce refus')}
        aide={t(
          'Le portail ne l’édite pas : elle est prise et notifiée à part. Ici, seul le délai de recours imprimé change : un mois au lieu de deux (CESEDA, art. L. 614-1 et L. 911-1).',
        )}
        t={t}
        defaultChecked={tape('sens') === undefined ? oqtf : tape('oqtf') === 'oui'}
      />
    </>
  );
}

function Incomplet({ lettre, pieces, etat }: { lettre: Lettre; pieces: Props['pieces']; etat: Etat }) {
  const t = useT();
  const { erreurs, tape } = etat;
  return (
    <>
      <p>{t('Cochez ce qui manque toujours. Chaque pièce dit sous quel texte elle est demandée, et ce qu’elle empêche d’examiner.')}</p>
      {pieces.map(({ code, libelle, texte }) => {
        const nom = `pieces.${code}`;
        return (
          <div className="agent-choix" key={code}>
            <ChampCase
              nom={`${nom}.retenu`}
              value="oui"
              libelle={libelle}
              t={t}
              erreur={erreurs[`${nom}.retenu`]}
              defaultChecked={tape(`${nom}.retenu`) === 'oui'}
            />
            <div className="agent-choix__suite">
              <ChampTexteLong
                nom={`${nom}.texte`}
                libelle={t('Texte qui la demande')}
                t={t}
                rows={2}
                erreur={erreurs[`${nom}.texte`]}
                defaultValue={tape(`${nom}.texte`) ?? texte}
              />
              <ChampTexteLong
                nom={`${nom}.empechement`}
                libelle={t('Pourquoi la demande ne peut pas être examinée sans elle')}
                t={t}
                rows={3}
                erreur={erreurs[`${nom}.empechement`]}
                defaultValue={tape(`${nom}.empechement`) ?? ''}
              />
            </div>
          </div>
        );
      })}
      <Parties lettre={lettre} nom={(code) => `incomplet.${code}`} etat={etat} />
    </>
  );
}

function Irrecevable({ lettres, etat }: { lettres: LettresOffertes['irrecevable']; etat: Etat }) {
  const t = useT();
  return (
    <ChampRadios
      nom="raison"
      libelle={t('Pourquoi la demande ne peut pas être reçue')}
      t={t}
      erreur={etat.erreurs.raison}
      defaultValue={etat.tape('raison') ?? ''}
      options={lettres.map(({ raison, lettre }) => ({
        valeur: raison,
        libelle: t(IRRECEVABLE[raison].libelle),
        suite: <Parties lettre={lettre} nom={(code) => `irrecevable.${raison}.${code}`} etat={etat} />,
      }))}
    />
  );
}

export function FormulaireProposition({ dossier, titre, lettres, pieces, peutDecider, saisine, initial }: Props) {
  const t = useT();
  return (
    <FormulaireAgent action={faireProposer} dossier={dossier} bouton={t('Proposer la décision')}>
      {({ erreurs }, tape) => {
        const etat = { erreurs, tape };
        const auFond: OptionRadio[] = [
          {
            valeur: 'favorable',
            libelle: t('Favorable'),
            aide: t('Titre à délivrer : {titre}', { titre }),
            suite: <Parties lettre={lettres.favorable} nom={(code) => `favorable.${code}`} etat={etat} />,
          },
          {
            valeur: 'refus',
            libelle: t('Refus'),
            aide: t('Un refus dit ses motifs de droit et de fait (CRPA, art. L. 211-2 et L. 211-5).'),
            suite: <Refus lettre={lettres.refus} saisine={saisine} initial={initial} etat={etat} />,
          },
        ];
        const clotures: OptionRadio[] = [
          ...(pieces.length
            ? [
                {
                  valeur: 'incomplet',
                  libelle: t('Clôture : demande incomplète'),
                  aide: t('La demande de complément est restée sans réponse après son délai.'),
                  suite: <Incomplet lettre={lettres.incomplet} pieces={pieces} etat={etat} />,
                },
              ]
            : []),
          {
            valeur: 'irrecevable',
            libelle: t('Clôture : demande irrecevable'),
            aide: t('Elle ne relève pas de ce téléservice, ou n’a plus d’objet. La personne est orientée.'),
            suite: <Irrecevable lettres={lettres.irrecevable} etat={etat} />,
          },
        ];
        return (
          <ChampRadios
            nom="sens"
            libelle={t('Sens de la décision')}
            t={t}
            requis
            erreur={erreurs.sens}
            defaultValue={tape('sens') ?? initial.sens}
            options={peutDecider ? [...auFond, ...clotures] : clotures}
          />
        );
      }}
    </FormulaireAgent>
  );
}
