'use client';
// The address (S-099 to S-101): suggestions while one types, the detail always editable, everything visible without scripts.
import { useEffect, useId, useRef, useState, useSyncExternalStore } from 'react';
import { estNoeud, valeurEn } from '#domain/procedure/saisie.ts';
import { Groupe, type ProprietesChamp } from '#ui/fields/champ.tsx';
import { ChampTexte } from '#ui/fields/texte.tsx';
import type { Saisisseur } from './champ.tsx';

type Suggestion = { libelle: string; numero: string; voie: string; codePostal: string; ville: string; codeInsee: string };
type Props = ProprietesChamp & { erreurs: Readonly<Record<string, string>>; saisisseur: Saisisseur };

const sansAbonnement = () => () => undefined;
/** False on the server and before hydration, so that the page is complete without scripts. */
const useAvecScripts = () =>
  useSyncExternalStore(
    sansAbonnement,
    () => true,
    () => false,
  );

export function VueAdresse({ nom, libelle, requis, erreur, erreurs, t, saisisseur }: Props) {
  const { register, valeurs, poser, t: traduire } = saisisseur;
  const avecScripts = useAvecScripts();
  const parties = valeurEn(valeurs, nom);
  const partie = (p: string) => (estNoeud(parties) && typeof parties[p] === 'string' ? parties[p] : '');
  const [detail, setDetail] = useState(partie('voie') !== '' || partie('codePostal') !== '');
  const [insee, setInsee] = useState(partie('codeInsee'));
  const enErreur = Object.keys(erreurs).some((chemin) => chemin.startsWith(`${nom}.`));
  const ouvert = !avecScripts || detail || enErreur;

  const choisir = (s: Suggestion) => {
    for (const [cle, valeur] of Object.entries({
      numero: s.numero,
      voie: s.voie,
      codePostal: s.codePostal,
      ville: s.ville,
      codeInsee: s.codeInsee,
    }))
      poser(`${nom}.${cle}`, valeur);
    setInsee(s.codeInsee);
    setDetail(true);
  };
  /** A code kept from a suggestion no longer holds once the city is changed by hand. */
  const oublierInsee = () => {
    poser(`${nom}.codeInsee`, '');
    setInsee('');
  };
  const champ = (
    p: string,
    titre: string,
    options: { requis?: boolean; autoComplete?: string; inputMode?: 'numeric'; surEcriture?: () => void } = {},
  ) => {
    const { onChange, ...entree } = register(`${nom}.${p}`);
    return (
      <ChampTexte
        nom={`${nom}.${p}`}
        libelle={titre}
        requis={options.requis}
        erreur={erreurs[`${nom}.${p}`]}
        t={t}
        {...entree}
        onChange={(e) => {
          options.surEcriture?.();
          return onChange(e);
        }}
        defaultValue={partie(p)}
        autoComplete={options.autoComplete}
        inputMode={options.inputMode}
      />
    );
  };

  return (
    <div className="portail-adresse">
      {avecScripts ? <Recherche nom={nom} libelle={libelle} requis={requis} erreur={erreur} choisir={choisir} t={traduire} /> : null}
      {avecScripts && !detail ? (
        <p>
          <button type="button" className="fr-btn fr-btn--tertiary fr-btn--sm" onClick={() => setDetail(true)}>
            {traduire(
              'Vous résidez outre-mer et vous ne trouvez pas votre adresse dans les suggestions d’adresse qui vous sont proposées.',
            )}{' '}
            {traduire('Saisir l’adresse à la main')}
          </button>
        </p>
      ) : null}
      <div hidden={!ouvert}>
        <Groupe
          nom={nom}
          libelle={avecScripts ? traduire('Détail de l’adresse') : libelle}
          requis={requis}
          erreur={avecScripts ? undefined : erreur}
          t={t}
        >
          <div className="portail-bloc">
            {champ('numero', traduire('Numéro de voie'))}
            {champ('voie', traduire('Voie'), { requis: true, autoComplete: 'address-line1' })}
            {champ('complement', traduire('Complément d’adresse'), { autoComplete: 'address-line2' })}
            {champ('codePostal', traduire('Code postal'), {
              requis: true,
              autoComplete: 'postal-code',
              inputMode: 'numeric',
              surEcriture: oublierInsee,
            })}
            {champ('ville', traduire('Ville'), { requis: true, autoComplete: 'address-level2', surEcriture: oublierInsee })}
            <dl className="portail-definitions">
              <dt>{traduire('Pays')}</dt>
              <dd>{traduire('France')}</dd>
              <dt>{traduire('Code INSEE')}</dt>
              <dd>{insee || traduire('trouvé d’après la ville')}</dd>
            </dl>
            <input type="hidden" {...register(`${nom}.codeInsee`)} defaultValue={partie('codeInsee')} />
          </div>
        </Groupe>
      </div>
    </div>
  );
}

type RechercheProps = ProprietesChamp & { choisir: (s: Suggestion) => void; t: Saisisseur['t'] };

/** A combobox with a list of suggestions, as ARIA describes it: arrows move, Enter chooses, Escape closes. */
function Recherche({ nom, libelle, requis, erreur, choisir, t }: RechercheProps) {
  const [suggestions, setSuggestions] = useState<readonly Suggestion[]>([]);
  const [active, setActive] = useState(-1);
  const [texte, setTexte] = useState('');
  const attente = useRef<ReturnType<typeof setTimeout>>(undefined);
  const demande = useRef<AbortController>(undefined);
  const id = useId();
  useEffect(() => () => clearTimeout(attente.current), []);

  const chercher = (q: string) => {
    setTexte(q);
    clearTimeout(attente.current);
    demande.current?.abort();
    if (q.trim().length < 3) return setSuggestions([]);
    attente.current = setTimeout(async () => {
      const annulation = new AbortController();
      demande.current = annulation;
      try {
        const reponse = await fetch(`/api/adresses?q=${encodeURIComponent(q)}`, { signal: annulation.signal });
        const { suggestions: trouvees }: { suggestions: Suggestion[] } = reponse.ok ? await reponse.json() : { suggestions: [] };
        setSuggestions(trouvees);
        setActive(-1);
      } catch {
        // cut or overtaken by the next search: the detail can always be typed by hand
        setSuggestions([]);
      }
    }, 250);
  };
  const prendre = (s: Suggestion) => {
    choisir(s);
    setTexte(s.libelle);
    setSuggestions([]);
  };
  const clavier = (e: React.KeyboardEvent) => {
    if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
      e.preventDefault();
      const pas = e.key === 'ArrowDown' ? 1 : -1;
      setActive((a) => (suggestions.length === 0 ? -1 : (a + pas + suggestions.length) % suggestions.length));
    }
    const choisie = suggestions[active];
    if (e.key === 'Enter' && choisie) {
      e.preventDefault();
      prendre(choisie);
    }
    if (e.key === 'Escape') setSuggestions([]);
  };

  return (
    <div className="portail-suggestions">
      <ChampTexte
        nom={`${nom}.recherche`}
        libelle={libelle}
        aide={t('Commencez à taper votre adresse, par exemple « 20 rue Nationale 59000 Lille », puis choisissez-la dans la liste.')}
        requis={requis}
        erreur={erreur}
        value={texte}
        onChange={(e) => chercher(e.target.value)}
        onKeyDown={clavier}
        onBlur={() => setTimeout(() => setSuggestions([]), 150)}
        autoComplete="off"
        role="combobox"
        aria-expanded={suggestions.length > 0}
        aria-controls={id}
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        t={t}
      />
      <div
        id={id}
        role="listbox"
        aria-label={t('Adresses proposées')}
        hidden={suggestions.length === 0}
        className="portail-suggestions__liste"
      >
        {suggestions.map((s, i) => (
          <div
            key={`${s.libelle}-${s.codeInsee}`}
            id={`${id}-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === active}
            onMouseDown={(e) => {
              e.preventDefault();
              prendre(s);
            }}
          >
            {s.libelle}
          </div>
        ))}
      </div>
      <p className="fr-sr-only" role="status">
        {suggestions.length > 0 ? t('{n} adresses proposées', { n: suggestions.length }) : ''}
      </p>
    </div>
  );
}
