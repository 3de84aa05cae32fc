// A request whose body is one file, as a script of our pages sends it: no boundary to look for in each byte.
import { decodeFileName, FILE_NAME_HEADER } from './file-name.ts';
import { MULTIPART_OVERHEAD, MultipartBroken, type MultipartLimits, MultipartTooLong } from './multipart.ts';

/** A form cannot post this type from another site without asking first. */
export const BARE_FILE = 'application/octet-stream';

/**
 * Gives the file to `onFile`, under the same contract as readFiles(): the reader may stop early, the rest is then thrown away
 * so that the answer arrives; a body that goes on past every limit is not read to its end. Resolves with 1.
 */
export async function readBareFile(
  request: Request,
  { fileSize }: MultipartLimits,
  onFile: (name: string, content: AsyncIterable<Uint8Array>) => Promise<void>,
): Promise<number> {
  const name = decodeFileName(request.headers.get(FILE_NAME_HEADER));
  if (!name) throw new MultipartBroken('a file without a name');
  const reader = request.body?.getReader();
  let total = 0;
  async function next(): Promise<Uint8Array | null> {
    if (!reader) return null;
    const { done, value } = await reader.read().catch((cause: unknown) => {
      throw new MultipartBroken('the body is cut', { cause });
    });
    if (done) return null;
    total += value.length;
    if (total <= fileSize + MULTIPART_OVERHEAD) return value;
    const tooLong = new MultipartTooLong('the body is too long');
    await reader.cancel(tooLong);
    throw tooLong;
  }
  async function* content(): AsyncGenerator<Uint8Array> {
    for (let chunk = await next(); chunk; chunk = await next()) yield chunk;
  }
  const outcome = await onFile(name, content()).then(
    () => ({ ok: true }) as const,
    (error: unknown) => ({ ok: false, error }) as const,
  );
  // Cancelling the rest would close the connection before the answer.
  while (await next());
  if (!outcome.ok) throw request.signal.aborted ? new MultipartBroken('the request was left', { cause: outcome.error }) : outcome.error;
  return 1;
}
