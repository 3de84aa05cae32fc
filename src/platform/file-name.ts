// How the name of a file travels beside a body that is the file itself: a header holds ASCII only. Used on both sides.

export const FILE_NAME_HEADER = 'X-File-Name';

/** Never throws: half a character, which a file name may hold, becomes U+FFFD. */
export function encodeFileName(name: string): string {
  return encodeURIComponent(name.toWellFormed());
}

/** Null when it is absent, empty, or not what encodeFileName() writes. */
export function decodeFileName(header: string | null): string | null {
  try {
    return decodeURIComponent(header ?? '') || null;
  } catch {
    return null;
  }
}
