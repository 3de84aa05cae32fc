'use client';
// The whole answer: kept as one types, sent in one go (S-165, S-173). Before scripts it is a plain form posted to the same action.
import { usePathname } from 'next/navigation';
import { type ReactNode, startTransition, useActionState, useRef, useState } from 'react';
import { adresseOctets, type BaseDemarche } from '#domain/access/demarche.ts';
import { grouperParMotif } from '#domain/dossier/complement.ts';
import { MESSAGE_MAX } from '#domain/dossier/complement-reponse.ts';
import { estNoeud, nicher, valeurEn } from '#domain/procedure/saisie.ts';
import { FORMULAIRE_VIDE } from '#guard/formulaire.ts';
import { Alerte } from '#ui/feedback/alerte.tsx';
import { Conflit } from '#ui/feedback/conflit.tsx';
import { ResumeErreurs } from '#ui/feedback/resume-erreurs.tsx';
import { ChampTexteLong } from '#ui/fields/texte-long.tsx';
import { useT } from '#ui/langue/use-t.tsx';
import { useSauvegarde } from '../../depot/views/sauvegarde.ts';
import { envoyerReponse } from '../reponse/actions.ts';
import type { ComplementAffiche, ItemAffiche } from '../reponse/queries.ts';
import { FORMULAIRE, ItemDuComplement, idFichiers, type Saisie } from './item-reponse.tsx';

function texteDe(donnees: FormData) {
  return nicher(
    [...donnees.entries()].flatMap(([nom, v]) =>
      typeof v === 'string' && (nom.startsWith('items.') || nom === 'message') ? [[nom, v] as const] : [],
    ),
  );
}

/** What stands in the fields of an item: what a refused post brought back, or what was kept. */
function saisieDe(item: ItemAffiche, rapportees: ReturnType<typeof nicher> | undefined): Saisie {
  if (!rapportees) return { reponse: item.reponse, raison: item.raison };
  const lire = (nom: string) => valeurEn(rapportees, `items.${item.id}.${nom}`);
  const reponse = lire('reponse');
  const raison = lire('raison');
  return { reponse: typeof reponse === 'string' ? reponse : null, raison: typeof raison === 'string' ? raison : '' };
}

type Props = {
  base: BaseDemarche;
  complement: ComplementAffiche;
  erreurFichier: { champ: string; message: string } | null;
  children: ReactNode;
};

export function FormulaireReponse({ base, complement, erreurFichier, children }: Props) {
  const t = useT();
  const retour = usePathname();
  const [etat, action, enCours] = useActionState(envoyerReponse, FORMULAIRE_VIDE);
  const formulaire = useRef<HTMLFormElement>(null);
  const lire = () => (formulaire.current ? texteDe(new FormData(formulaire.current)) : {});
  const sauvegarde = useSauvegarde(
    adresseOctets(base, complement.dossierId, `/api/complements/${complement.id}/saisie`),
    lire,
    complement.version,
  );
  const rapportees = etat.valeurs && estNoeud(etat.valeurs) ? etat.valeurs : undefined;
  const [regle, setRegle] = useState<typeof etat>();
  const conflit = sauvegarde.conflit ?? (regle === etat ? undefined : etat.conflit);
  const garder = (version: number) => {
    setRegle(etat);
    sauvegarde.garder(version);
  };
  const faute = etat.faute
    ? t('Une erreur est survenue de notre côté. Votre saisie est toujours dans cette page. Numéro à citer : {n}', { n: etat.faute })
    : undefined;
  const message = rapportees?.message;

  const envoyer = async (bouton: HTMLElement | null) => {
    if (!formulaire.current) return;
    const donnees = new FormData(formulaire.current, bouton);
    donnees.set('version', String(await sauvegarde.arreter()));
    startTransition(() => action(donnees));
  };

  const erreurs = erreurFichier ? { [erreurFichier.champ]: erreurFichier.message, ...etat.erreurs } : etat.erreurs;
  // the same sentence for several documents: the summary names each
  const resume = Object.entries(erreurs).map(([champ, m]) => {
    const item = complement.items.find((i) => champ.startsWith(`items.${i.id}.`));
    const ancre = item && champ.endsWith('.fichiers') ? idFichiers(item) : undefined;
    return {
      champ: ancre ?? champ,
      message: item ? t('{objet} : {message}', { objet: item.piece?.libelle ?? t('Information demandée'), message: t(m) }) : t(m),
    };
  });

  return (
    <div className="portail-reponse" onInput={sauvegarde.planifier}>
      <form
        id={FORMULAIRE}
        ref={formulaire}
        action={action}
        noValidate
        onSubmit={(e) => {
          e.preventDefault();
          void envoyer(e.nativeEvent instanceof SubmitEvent ? e.nativeEvent.submitter : null);
        }}
      >
        <input type="hidden" name="complement" value={complement.id} />
        <input type="hidden" name="version" value={etat.conflit ?? complement.version} />
      </form>
      <ResumeErreurs erreurs={resume} general={conflit === undefined ? (faute ?? etat.general) : undefined} envoi={etat} />
      {etat.succes ? (
        <Alerte ton="success" annoncer>
          {t(etat.succes)}
        </Alerte>
      ) : null}
      {conflit === undefined ? null : (
        <Conflit
          titre={t('Cette réponse a été modifiée ailleurs')}
          explication={t(
            'Un autre onglet ou un autre appareil l’a enregistrée entre-temps. Rien n’a été écrasé : choisissez ce que vous voulez garder.',
          )}
          garder={() => garder(conflit)}
          enregistree={retour}
        />
      )}
      {grouperParMotif(complement.items).map((groupe) => (
        <section key={groupe.titre} aria-label={t(groupe.titre)}>
          <h2 className="fr-h5">{t(groupe.titre)}</h2>
          {groupe.items.map((item) => (
            <ItemDuComplement
              key={item.id}
              base={base}
              dossierId={complement.dossierId}
              item={item}
              saisie={saisieDe(item, rapportees)}
              erreurs={erreurs}
              retour={retour}
            />
          ))}
        </section>
      ))}
      <ChampTexteLong
        form={FORMULAIRE}
        nom="message"
        libelle={t('Message à l’agent :')}
        rows={4}
        maxLength={MESSAGE_MAX}
        defaultValue={typeof message === 'string' ? message : complement.message}
        erreur={etat.erreurs.message}
        t={t}
      />
      {children}
      <p className="fr-hint-text" role="status">
        {sauvegarde.message ? t(sauvegarde.message) : ''}
      </p>
      <div className="portail-actions">
        <button className="fr-btn" type="submit" form={FORMULAIRE} name="geste" value="envoyer" disabled={enCours}>
          {t('Valider et envoyer')}
        </button>
        <noscript>
          <button className="fr-btn fr-btn--secondary" type="submit" form={FORMULAIRE} name="geste" value="garder">
            {t('Enregistrer sans envoyer')}
          </button>
        </noscript>
      </div>
    </div>
  );
}
