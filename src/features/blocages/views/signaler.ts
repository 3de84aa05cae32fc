// What only the browser sees: the service did not answer at all. Noted in the tab, told to the server once it answers again.
// A browser that knows itself to be without network notes nothing: that is not a failure of the service.

type Notes = { depuis: number | null; echecs: string[] };

/** Milliseconds of tries in vain that make one failure. */
const INSISTANCE = 60_000;
const MAXIMUM = 10;

export type Lieu = { dossierId: string; etape: string };

/** The step that an address of the wizard is about, page or autosave; null: another place, where nothing is noted. */
export function lieuDe(adresse: string): Lieu | null {
  const [, dossierId, etape] = /\/demarches\/([0-9a-f-]{36})\/(?:saisie\/)?([a-z_]+)$/.exec(adresse) ?? [];
  return dossierId && etape && !adresse.startsWith('/guichet') ? { dossierId, etape } : null;
}

const nom = ({ dossierId, etape }: Lieu) => `portail-echecs:${dossierId}:${etape}`;

function lire(cle: string): Notes {
  try {
    const lu: unknown = JSON.parse(sessionStorage.getItem(cle) ?? '{}');
    const echecs = typeof lu === 'object' && lu !== null && 'echecs' in lu && Array.isArray(lu.echecs) ? lu.echecs.map(String) : [];
    const depuis = typeof lu === 'object' && lu !== null && 'depuis' in lu && typeof lu.depuis === 'number' ? lu.depuis : null;
    return { depuis, echecs };
  } catch {
    // storage refused by the browser: nothing is noted
    return { depuis: null, echecs: [] };
  }
}

function ecrire(cle: string, notes: Notes): void {
  try {
    sessionStorage.setItem(cle, JSON.stringify(notes));
  } catch {
    // the same
  }
}

/** A try got no answer. `definitif`: the person did it (a file sent), otherwise a minute of silent tries counts for one. */
export function noterSilence(lieu: Lieu | null, definitif = false): void {
  if (!lieu || !navigator.onLine) return;
  const cle = nom(lieu);
  const { depuis, echecs } = lire(cle);
  const ici = Date.now();
  const compte = definitif || (depuis !== null && ici - depuis >= INSISTANCE);
  ecrire(cle, {
    depuis: compte ? null : (depuis ?? ici),
    echecs: compte ? [...echecs, new Date(ici).toISOString()].slice(-MAXIMUM) : echecs,
  });
}

/** A try was answered: what was noted leaves. */
export function signalerSilences(lieu: Lieu | null): void {
  if (!lieu) return;
  const { dossierId, etape } = lieu;
  const cle = nom(lieu);
  const { depuis, echecs } = lire(cle);
  if (depuis === null && echecs.length === 0) return;
  ecrire(cle, { depuis: null, echecs: [] });
  if (echecs.length === 0) return;
  fetch(`/api/demarches/${dossierId}/blocage`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ etape, echecs }),
    keepalive: true,
  }).catch(() => ecrire(cle, { depuis: null, echecs }));
}
