// Each question of a procedure with where it comes from: what is sure, what is still to be confirmed.
import type { Champ, Provenance, Section } from '#domain/procedure/definition.ts';
import { CERTITUDE_EN_CLAIR } from '#domain/procedure/difference.ts';
import { enClair } from '#domain/procedure/liste.ts';
import { t } from '#ui/langue/t.ts';
import { ListeResume } from '#ui/layout/liste-resume.tsx';
import { Page } from '#ui/layout/page.tsx';
import { TableauRiche } from '#ui/layout/tableau-riche.tsx';
import { DEMARCHE } from './fil.ts';

type Props = {
  slug: string;
  nom: string;
  version: number;
  baseLegale: string;
  provenance: Provenance;
  ouverture: { depuis: string } & Provenance;
  champs: readonly Champ[];
  etapes: readonly { code: string; titre: string; sections: readonly Section[] }[];
};

const dite = ({ source, certitude, dateSource }: Provenance) => `${source} (${t(CERTITUDE_EN_CLAIR[certitude])}, ${dateSource})`;

function Sections({ sections, champs }: { sections: readonly Section[]; champs: readonly Champ[] }) {
  return sections.map((section) => (
    <TableauRiche
      key={section.code}
      legende={t(section.titre)}
      lignes={section.champs}
      cle={(c) => c.code}
      vide=""
      colonnes={[
        { code: 'q', titre: t('Question'), cellule: (c) => t(c.libelle) },
        { code: 'c', titre: t('Code'), cellule: (c) => <code>{c.code}</code> },
        { code: 'r', titre: t('Obligatoire'), cellule: (c) => (c.requis ? t('oui') : t('non')) },
        {
          code: 'v',
          titre: t('Posée'),
          cellule: (c) => (c.visible ? t('si {condition}', { condition: enClair(c.visible, champs) }) : t('toujours')),
        },
        {
          code: 's',
          titre: t('Source'),
          cellule: (c) => {
            const provenance = c.provenance ?? section.provenance;
            return provenance ? dite(provenance) : t('ajoutée par le portail');
          },
        },
      ]}
    />
  ));
}

export function VueQuestions({ slug, nom, version, baseLegale, provenance, ouverture, champs, etapes }: Props) {
  return (
    <Page titre={t('Questions de la démarche et leurs sources')} parents={DEMARCHE(slug, nom)}>
      <ListeResume
        lignes={[
          { terme: t('Démarche'), valeur: t('{nom}, version {n}', { nom: t(nom), n: version }) },
          { terme: t('Base légale'), valeur: baseLegale },
          { terme: t('Source de la démarche'), valeur: dite(provenance) },
          { terme: t('Ouverture en ligne'), valeur: `${ouverture.depuis} – ${dite(ouverture)}` },
        ]}
      />
      {etapes.map((etape) => (
        <section key={etape.code} aria-label={t(etape.titre)}>
          <h2 className="fr-h4">{t(etape.titre)}</h2>
          <Sections sections={etape.sections} champs={champs} />
        </section>
      ))}
    </Page>
  );
}
