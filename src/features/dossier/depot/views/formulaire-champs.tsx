'use client';
// An etape of questions. Before scripts it is a plain form posted to the same action; with them, typing is kept as one goes,
// errors come without a round trip, and another tab or device is noticed instead of overwritten.
import { Fragment, startTransition, useActionState, useEffect, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { adresseEtape, adresseOctets, type BaseDemarche } from '#domain/access/demarche.ts';
import type { Brut } from '#domain/procedure/champs.ts';
import { textesDe } from '#domain/procedure/champs.ts';
import { champsDe, estVisible, validerEtape } from '#domain/procedure/compile.ts';
import type { EtapeChamps, Reponses } from '#domain/procedure/definition.ts';
import { avecLigne, estNoeud, noeudDe, sansLigne } from '#domain/procedure/saisie.ts';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { Conflit } from '#ui/feedback/conflit.tsx';
import { ResumeErreurs } from '#ui/feedback/resume-erreurs.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { Repli } from '#ui/layout/repli.tsx';
import { enregistrerEtape } from '../actions.ts';
import { erreurSous, VueChamp } from './champ.tsx';
import { Navigation } from './navigation.tsx';
import { useSauvegarde } from './sauvegarde.ts';
import { SortieArret } from './sortie.tsx';

type Props = {
  base: BaseDemarche;
  dossierId: string;
  /** EtapeChamps in JSON */
  definition: string;
  valeurs: { [code: string]: Brut };
  version: number;
  contexte: { jour: string; email: string; reponses: Reponses };
  precedente: string | null;
  /** démarches to which an answer of this etape may lead, and that exist */
  demarches: readonly string[];
};

const lues = new Map<string, EtapeChamps>();

/** The etape of a definition, read once per process or per tab. */
function etapeDe(definition: string): EtapeChamps {
  const etape: EtapeChamps = lues.get(definition) ?? JSON.parse(definition);
  lues.set(definition, etape);
  return etape;
}

type Affichage = { visibles: ReadonlySet<string>; nationalites: readonly string[] };

function affichageDe(etape: EtapeChamps, brut: Brut, contexte: Props['contexte']): Affichage {
  const { reponses } = validerEtape(etape, brut, contexte);
  const lu = { reponses, jour: contexte.jour };
  return {
    visibles: new Set(
      champsDe(etape)
        .filter((c) => estVisible(c, lu))
        .map((c) => c.code),
    ),
    nationalites: textesDe(reponses.nationalites),
  };
}

const cle = (a: Affichage) => [...a.visibles, '|', ...a.nationalites].join(',');

export function FormulaireChamps({ base, dossierId, definition, valeurs, version, contexte, precedente, demarches }: Props) {
  const t = useT();
  const etape = etapeDe(definition);
  const [etat, action, enCours] = useActionState(enregistrerEtape, FORMULAIRE_VIDE);
  // before scripts, a refused post brings back its values in the state
  const [courantes, setCourantes] = useState<Brut>(etat.valeurs ?? valeurs);
  const [affichage, setAffichage] = useState(() => affichageDe(etape, etat.valeurs ?? valeurs, contexte));
  const [locales, setLocales] = useState<Record<string, string> | null>(null);
  const { register, getValues, setValue, reset, subscribe } = useForm<Record<string, unknown>>({
    defaultValues: estNoeud(courantes) ? courantes : valeurs,
  });
  const lire = () => noeudDe(getValues());
  const formulaire = useRef<HTMLFormElement>(null);
  const sauvegarde = useSauvegarde(adresseOctets(base, dossierId, `/api/demarches/${dossierId}/saisie/${etape.code}`), lire, version);

  const erreurs = locales ?? etat.erreurs;
  // a conflict once answered stays in the state of the form until its next try
  const [regle, setRegle] = useState<typeof etat>();
  const conflit = sauvegarde.conflit ?? (regle === etat ? undefined : etat.conflit);
  const garder = (version: number) => {
    setRegle(etat);
    sauvegarde.garder(version);
  };

  // the subscription is made once; it calls what the last rendering knows
  const surSaisie = useRef<() => void>(undefined);
  useEffect(() => {
    surSaisie.current = () => {
      sauvegarde.planifier();
      const suivant = affichageDe(etape, lire(), contexte);
      setAffichage((avant) => (cle(avant) === cle(suivant) ? avant : suivant));
    };
  });
  useEffect(() => subscribe({ formState: { values: true }, callback: () => surSaisie.current?.() }), [subscribe]);

  const modifier = (suivantes: Brut) => {
    if (!estNoeud(suivantes)) return;
    setCourantes(suivantes);
    reset(suivantes);
    sauvegarde.planifier();
    setAffichage(affichageDe(etape, suivantes, contexte));
  };

  const envoyer = async (bouton: HTMLElement | null) => {
    if (!formulaire.current) return;
    const donnees = new FormData(formulaire.current, bouton);
    donnees.set('_version', String(await sauvegarde.arreter()));
    donnees.set('_scripts', '1');
    startTransition(() => action(donnees));
  };

  const soumettre = (e: React.FormEvent<HTMLFormElement>) => {
    e.preventDefault();
    const submitter = e.nativeEvent instanceof SubmitEvent ? e.nativeEvent.submitter : null;
    const intention = submitter?.getAttribute('value') ?? 'poursuivre';
    setCourantes(lire());
    if (intention === 'poursuivre') {
      const validation = validerEtape(etape, lire(), contexte);
      if (!validation.ok) return setLocales(Object.fromEntries(validation.erreurs.map((x) => [x.chemin, x.message])));
    }
    setLocales(null);
    void envoyer(submitter);
  };

  const saisisseur = {
    t,
    register,
    valeurs: courantes,
    erreurs,
    nationalites: affichage.nationalites,
    ajouter: (chemin: string, vide: Brut) => modifier(avecLigne(lire(), chemin, vide)),
    retirer: (chemin: string, rang: number) => modifier(sansLigne(lire(), chemin, rang)),
    poser: (chemin: string, valeur: string) => setValue(chemin, valeur, { shouldDirty: true }),
  };

  return (
    <form ref={formulaire} action={action} onSubmit={soumettre} noValidate className="portail-etape">
      <ResumeErreurs
        erreurs={Object.entries(erreurs).map(([champ, message]) => ({ champ, message }))}
        general={
          conflit === undefined
            ? (etat.general ??
              (etat.faute
                ? t('Une erreur est survenue de notre côté. Votre saisie est toujours dans cette page. Numéro à citer : {n}', {
                    n: etat.faute,
                  })
                : undefined))
            : undefined
        }
      />
      {conflit === undefined ? null : (
        <Conflit
          titre={t('Cette étape a été modifiée ailleurs')}
          explication={t(
            'Un autre onglet ou un autre appareil a enregistré cette étape entre-temps. Rien n’a été écrasé : choisissez ce que vous voulez garder.',
          )}
          garder={() => garder(conflit)}
          enregistree={adresseEtape(base, dossierId, etape.code)}
        />
      )}
      <input type="hidden" name="_dossier" value={dossierId} />
      <input type="hidden" name="_etape" value={etape.code} />
      <input type="hidden" name="_version" value={etat.conflit ?? sauvegarde.version} />
      {etape.sections.map((section) => {
        const champs = section.champs.filter((c) => affichage.visibles.has(c.code));
        if (champs.length === 0) return null;
        return (
          <Repli titre={t(section.titre)} niveau="h2" ouvert id={`section-${section.code}`} key={section.code}>
            <p className="fr-hint-text">{t('Les champs marqués d’un * sont obligatoires')}</p>
            {section.introduction ? <p>{t(section.introduction)}</p> : null}
            {section.sousTitre ? <h3 className="fr-h6">{t(section.sousTitre)}</h3> : null}
            {champs.map((champ) => (
              <Fragment key={champ.code}>
                <VueChamp champ={champ} nom={champ.code} saisisseur={saisisseur} />
                <SortieArret champ={champ} erreur={erreurSous(erreurs, champ.code)} base={base} demarches={demarches} t={t} />
              </Fragment>
            ))}
          </Repli>
        );
      })}
      <p className="fr-hint-text portail-sauvegarde" role="status">
        {sauvegarde.message ? t(sauvegarde.message) : ''}
      </p>
      <Navigation
        t={t}
        base={base}
        dossierId={dossierId}
        precedente={precedente}
        poursuivre={t('Enregistrer et poursuivre')}
        enCours={enCours}
      />
    </form>
  );
}
