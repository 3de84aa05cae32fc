// One file on the screen, enlarged and turned by two groups of radio buttons and the style sheet alone (:has): no script, so it works
// before and without them, by keyboard, and a screen reader says the choice. A PDF goes to the browser's own viewer.
import { Alerte } from '#ui/feedback/alerte.tsx';
import { t } from '#ui/langue/t.ts';
import type { FichierLu } from '../pieces/queries.ts';
import type { Adresses } from './adresses.ts';

const LISIBLE_PAR_LE_NAVIGATEUR: ReadonlySet<string> = new Set(['jpg', 'png', 'bmp']);

/** TIFF is shown by no browser but one: the route makes a PNG of it. */
function adresseDuFichier({ fichiers }: Adresses, fichier: Pick<FichierLu, 'id' | 'type'>): string {
  return `${fichiers}/${fichier.id}${fichier.type === 'tiff' ? '?apercu=1' : ''}`;
}

const ZOOMS = ['100', '150', '200', '300'] as const;
const ROTATIONS = ['0', '90', '180', '270'] as const;

function Reglage({
  legende,
  nom,
  valeurs,
  dire,
}: {
  legende: string;
  nom: string;
  valeurs: readonly string[];
  dire: (v: string) => string;
}) {
  return (
    <fieldset className="agent-reglage">
      <legend>{legende}</legend>
      {valeurs.map((v, rang) => (
        <span key={v}>
          <input type="radio" name={nom} id={`${nom}-${v}`} value={v} defaultChecked={rang === 0} />
          <label htmlFor={`${nom}-${v}`}>{dire(v)}</label>
        </span>
      ))}
    </fieldset>
  );
}

/** A frame that scrolls must be reachable by keyboard (RGAA 10.3, WCAG 2.1.1). */
const atteignable = { tabIndex: 0 };

function Contenu({ adresses, fichier, nom }: { adresses: Adresses; fichier: FichierLu; nom: string }) {
  if (fichier.analyse === 'en_attente')
    return <Alerte ton="info">{t('L’antivirus analyse encore ce fichier : il sera visible ensuite.')}</Alerte>;
  if (fichier.analyse === 'infecte')
    return <Alerte ton="error">{t('Ce fichier contient un virus : il ne peut pas être ouvert. Demandez-en un autre.')}</Alerte>;
  const adresse = adresseDuFichier(adresses, fichier);
  const estImage = LISIBLE_PAR_LE_NAVIGATEUR.has(fichier.type) || fichier.type === 'tiff';
  const titre = t('Contenu du fichier {nom}', { nom: fichier.nom });
  return (
    <>
      <div className="agent-reglages">
        <Reglage legende={t('Agrandir')} nom={`zoom-${nom}`} valeurs={ZOOMS} dire={(v) => t('{n} %', { n: v })} />
        <Reglage legende={t('Tourner')} nom={`rotation-${nom}`} valeurs={ROTATIONS} dire={(v) => t('{n}°', { n: v })} />
      </div>
      <section className="agent-vue" aria-label={t('Fichier {nom}', { nom: fichier.nom })} {...atteignable}>
        <div className={estImage ? 'agent-vue__page' : 'agent-vue__page agent-vue__page--pdf'}>
          {estImage ? (
            <picture>
              <img src={adresse} alt={titre} />
            </picture>
          ) : (
            <iframe src={`${adresse}#toolbar=0&navpanes=0&view=FitH`} title={titre} />
          )}
        </div>
      </section>
      <p className="fr-text--sm">
        <a className="fr-link" href={`${adresses.fichiers}/${fichier.id}`} target="_blank" rel="noopener">
          {t('Ouvrir {nom} dans un nouvel onglet', { nom: fichier.nom })}
        </a>
      </p>
    </>
  );
}

/** `legende`: which version it is, when two are compared. `nom`: names the groups, unique on the page. */
export function Volet({ legende, ...contenu }: { adresses: Adresses; fichier: FichierLu; nom: string; legende: string | null }) {
  return (
    <figure className="agent-volet" key={contenu.fichier.id}>
      {legende ? (
        <figcaption>
          <strong>{contenu.fichier.nom}</strong>, {legende}
        </figcaption>
      ) : null}
      <Contenu {...contenu} />
    </figure>
  );
}
