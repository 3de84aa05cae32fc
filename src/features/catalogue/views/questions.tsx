import { MOTIFS_HORS_ANEF } from '#domain/orientation/motifs.ts';
import { LISTE_NATIONALITES } from '#domain/pays.ts';
import { FAMILLES } from '#domain/procedure/definition.ts';
import { type FormeTitre, TITRES } from '#domain/titre/titres.ts';
import { ChampDepartement } from '#features/orientation/views/champ-departement.tsx';
import { ChampChoix, ChampChoixLong } from '#ui/fields/choix.tsx';
import { ChampDate } from '#ui/fields/date.tsx';
import { ChampTexte } from '#ui/fields/texte.tsx';
import { t } from '#ui/langue/t.ts';
import type { Catalogue } from '../loaders.ts';
import type { SaisieCatalogue } from '../schema.ts';

const FORMES: Readonly<Record<FormeTitre, string>> = {
  visa: 'Visas de long séjour',
  vls_ts: 'Visas de long séjour valant titre de séjour (VLS-TS)',
  temporaire: 'Cartes d’un an',
  pluriannuelle: 'Cartes de plusieurs années',
  resident: 'Cartes de dix ans',
  union: 'Citoyens de l’Union et leur famille',
  autre: 'Autres documents',
};

// constant lists: their options are written once per process
const NATIONALITES = LISTE_NATIONALITES.map(({ code, libelle }) => ({ valeur: code, libelle }));
const MOTIFS = Object.entries(MOTIFS_HORS_ANEF);
const TITRES_PAR_FORME = Object.entries(FORMES).map(([forme, libelle]) => ({
  libelle,
  titres: Object.entries(TITRES).filter(([, titre]) => titre.forme === forme),
}));

type Saisie = { saisie: SaisieCatalogue };

export function ChampNationalite({ saisie }: Saisie) {
  return (
    <ChampChoixLong
      nom="nationalite"
      libelle={t('Votre nationalité')}
      aide={t('Si vous en avez plusieurs, celle du passeport que vous présenterez.')}
      options={NATIONALITES}
      invite={t('Sélectionner une nationalité')}
      defaultValue={saisie.tape.nationalite}
      t={t}
    />
  );
}

export function ChampNaissance({ saisie }: Saisie) {
  return (
    <ChampTexte
      nom="naissance"
      libelle={t('Votre année de naissance')}
      aide={t('Certaines pièces dépendent de l’âge. Exemple : 1990.')}
      erreur={saisie.erreurs.includes('naissance') ? t('Écrivez l’année avec quatre chiffres, par exemple 1990.') : undefined}
      defaultValue={saisie.tape.naissance}
      inputMode="numeric"
      autoComplete="bday-year"
      maxLength={4}
      t={t}
    />
  );
}

export function ChampFin({ saisie }: Saisie) {
  return (
    <ChampDate
      nom="fin"
      libelle={t('Date de fin de votre titre')}
      aide={t('Elle est imprimée sur la carte ou sur le visa. Nous calculons les jours où vous pouvez déposer votre demande.')}
      erreur={saisie.erreurs.includes('fin') ? t('Cette date n’existe pas. Écrivez le jour, le mois et l’année.') : undefined}
      valeurs={saisie.tape.fin}
      t={t}
    />
  );
}

/** A few questions, none compulsory, answered by the address of the page: no compte, no script, nothing kept. */
export function Questions({ saisie, rayons }: Pick<Catalogue, 'saisie' | 'rayons'>) {
  return (
    <form method="get" action="/catalogue" className="portail-question">
      <p className="fr-hint-text">{t('Aucune réponse n’est obligatoire ni enregistrée.')}</p>
      <ChampChoix
        nom="situation"
        libelle={t('Votre situation, ou ce que vous voulez faire')}
        defaultValue={saisie.tape.situation}
        invite={t('Je ne sais pas')}
        options={[]}
        groupes={[
          {
            libelle: t('En ligne, sur ce portail'),
            options: rayons.map(({ famille }) => ({ valeur: famille, libelle: t(FAMILLES[famille]) })),
          },
          { libelle: t('À la préfecture'), options: MOTIFS.map(([code, libelle]) => ({ valeur: code, libelle: t(libelle) })) },
        ]}
        t={t}
      />
      <ChampNationalite saisie={saisie} />
      <ChampNaissance saisie={saisie} />
      <ChampChoix
        nom="titre"
        libelle={t('Le titre de séjour que vous avez')}
        defaultValue={saisie.tape.titre}
        invite={t('Je ne sais pas')}
        options={[{ valeur: 'aucun', libelle: t('Je n’ai pas de titre de séjour') }]}
        groupes={TITRES_PAR_FORME.map(({ libelle, titres }) => ({
          libelle: t(libelle),
          options: titres.map(([code, { mention }]) => ({ valeur: code, libelle: t(mention) })),
        }))}
        t={t}
      />
      <ChampFin saisie={saisie} />
      <ChampDepartement saisi={saisie.tape.departement} inconnu={saisie.erreurs.includes('departement')} />
      <button type="submit" className="fr-btn">
        {t('Voir les démarches')}
      </button>
    </form>
  );
}
