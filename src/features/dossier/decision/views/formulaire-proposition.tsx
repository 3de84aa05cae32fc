'use client';
import { IRRECEVABLE, type RaisonIrrecevable } from '#domain/dossier/cloture.ts';
import { commissionAvantRefus, FONDEMENT, FONDEMENTS_REFUS, type Saisine } from '#domain/dossier/commission.ts';
import { type Lettre, PARTIES, partie } from '#domain/dossier/lettres.ts';
import { type DossierAffiche, FormulaireAgent } from '#features/formulaires/views/agent.tsx';
import { ChampCase } from '#ui/fields/case.tsx';
import type { Champs } from '#ui/fields/formulaire.tsx';
import { ChampRadios, type OptionRadio } from '#ui/fields/radios.tsx';
import { ChampTexteLong, lignesVisibles } from '#ui/fields/texte-long.tsx';
import { useT } from '#ui/langue/use-t.tsx';
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

/** The parts of a letter, to rewrite; `nom`: where they are in the form. */
function Parties({ lettre, nom, champs }: { lettre: Lettre; nom: (code: string) => string; champs: Champs }) {
  const t = useT();
  return lettre.parties.map(({ code, texte }) => (
    <ChampTexteLong key={code} {...champs.texte(nom(code), texte)} libelle={t(PARTIES[code])} rows={lignesVisibles(texte)} />
  ));
}

/** The ground of a refusal, asked when the commission du titre de séjour depends on it (L.432-13). */
function Fondement({ saisine, initial, champs }: Pick<Props, 'saisine'> & { initial: string; champs: Champs }) {
  const t = useT();
  if (saisine.conditionsRemplies === null && saisine.engagement === null) return null;
  return (
    <ChampRadios
      {...champs.texte('fondement', initial)}
      libelle={t('Pourquoi ce refus')}
      aide={t('Sans réponse, l’avis préalable de la commission du titre de séjour est exigé.')}
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

type PropsRefus = { lettre: Lettre; saisine: Saisine; initial: Props['initial']; champs: Champs };

function Refus({ lettre, saisine, initial: { oqtf, modele, fondement }, champs }: PropsRefus) {
  const t = useT();
  const champ = (code: 'visas' | 'droit' | 'fait' | 'dispositif', aide: string) => (
    <ChampTexteLong
      {...champs.texte(code, partie(lettre, code))}
      libelle={t(PARTIES[code])}
      aide={aide}
      rows={Math.max(6, lignesVisibles(partie(lettre, code)))}
    />
  );
  return (
    <>
      <input type="hidden" name="modele" value={modele} />
      <Fondement saisine={saisine} initial={fondement} champs={champs} />
      {champ('visas', t('Les textes appliqués et les actes de la procédure, un par ligne.'))}
      {champ('droit', t('Les textes appliqués, et ce qu’ils exigent ou permettent.'))}
      {champ('fait', t('Les faits propres à cette personne, tels qu’ils ressortent de ses pièces.'))}
      {champ('dispositif', t('Ce qui est décidé, article par article.'))}
      <ChampCase
        {...champs.coche('oqtf', oqtf)}
        value="oui"
        libelle={t('Une obligation de quitter le territoire français accompagne ce refus')}
        aide={t(
          'Le portail ne l’édite pas : elle est prise et notifiée à part. Ici, seul le délai de recours imprimé change : un mois au lieu de deux (CESEDA, art. L. 614-1 et L. 911-1).',
        )}
      />
    </>
  );
}

function Incomplet({ lettre, pieces, champs }: { lettre: Lettre; pieces: Props['pieces']; champs: Champs }) {
  const t = useT();
  return (
    <>
      <p>{t('Cochez ce qui manque toujours. Chaque pièce dit sous quel texte elle est demandée, et ce qu’elle empêche d’examiner.')}</p>
      {pieces.map(({ code, libelle, texte }) => {
        const nom = `pieces.${code}`;
        return (
          <div className="agent-choix" key={code}>
            <ChampCase {...champs.coche(`${nom}.retenu`)} value="oui" libelle={libelle} />
            <div className="agent-choix__suite">
              <ChampTexteLong {...champs.texte(`${nom}.texte`, texte)} libelle={t('Texte qui la demande')} rows={2} />
              <ChampTexteLong
                {...champs.texte(`${nom}.empechement`)}
                libelle={t('Pourquoi la demande ne peut pas être examinée sans elle')}
                rows={3}
              />
            </div>
          </div>
        );
      })}
      <Parties lettre={lettre} nom={(code) => `incomplet.${code}`} champs={champs} />
    </>
  );
}

function Irrecevable({ lettres, champs }: { lettres: LettresOffertes['irrecevable']; champs: Champs }) {
  const t = useT();
  return (
    <ChampRadios
      {...champs.texte('raison')}
      libelle={t('Pourquoi la demande ne peut pas être reçue')}
      options={lettres.map(({ raison, lettre }) => ({
        valeur: raison,
        libelle: t(IRRECEVABLE[raison].libelle),
        suite: <Parties lettre={lettre} nom={(code) => `irrecevable.${raison}.${code}`} champs={champs} />,
      }))}
    />
  );
}

export function FormulaireProposition({ dossier, titre, lettres, pieces, peutDecider, saisine, initial }: Props) {
  const t = useT();
  return (
    <FormulaireAgent action={faireProposer} dossier={dossier} bouton={t('Proposer la décision')}>
      {(champs) => {
        const auFond: OptionRadio[] = [
          {
            valeur: 'favorable',
            libelle: t('Favorable'),
            aide: t('Titre à délivrer : {titre}', { titre }),
            suite: <Parties lettre={lettres.favorable} nom={(code) => `favorable.${code}`} champs={champs} />,
          },
          {
            valeur: 'refus',
            libelle: t('Refus'),
            aide: t('Un refus dit ses motifs de droit et de fait (CRPA, art. L. 211-2 et L. 211-5).'),
            suite: <Refus lettre={lettres.refus} saisine={saisine} initial={initial} champs={champs} />,
          },
        ];
        const clotures: OptionRadio[] = [
          ...(pieces.length
            ? [
                {
                  valeur: 'incomplet',
                  libelle: t('Clôture : demande incomplète'),
                  aide: t('La demande de complément est restée sans réponse après son délai.'),
                  suite: <Incomplet lettre={lettres.incomplet} pieces={pieces} champs={champs} />,
                },
              ]
            : []),
          {
            valeur: 'irrecevable',
            libelle: t('Clôture : demande irrecevable'),
            aide: t('Elle ne relève pas de ce téléservice, ou n’a plus d’objet. La personne est orientée.'),
            suite: <Irrecevable lettres={lettres.irrecevable} champs={champs} />,
          },
        ];
        return (
          <ChampRadios
            {...champs.texte('sens', initial.sens)}
            libelle={t('Sens de la décision')}
            requis
            options={peutDecider ? [...auFond, ...clotures] : clotures}
          />
        );
      }}
    </FormulaireAgent>
  );
}
