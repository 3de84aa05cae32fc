// Files of a multipart form, as streams: a file is never held whole in memory, whatever its size.
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import busboy from 'busboy';

/** The form is not one, or stopped before its end (the connection was cut). */
export class MultipartBroken extends Error {
  override name = 'MultipartBroken';
}

/** More bytes than a whole form may have; said too late to read on, hence an error. */
export class MultipartTooLong extends Error {
  override name = 'MultipartTooLong';
}

/** What a form adds around its files, in bytes: boundaries, names, small fields. */
export const MULTIPART_OVERHEAD = 64 * 1024;

export type MultipartLimits = {
  /** Largest file, in bytes. One byte more is given to the reader, who can thus see that the file is too long. */
  fileSize: number;
  files: number;
  /** Longest text field, in bytes. */
  fieldSize?: number;
};

/**
 * Calls `onFile` for each file that has a name, one after the other in their order (what a person sends as pages 1, 2, 3 is kept so),
 * and `onField` for each text field (cut at its limit). The reader may stop early: the rest of that file is thrown away and the next
 * one comes. Resolves with the number of files when the whole form is read. Throws MultipartBroken, MultipartTooLong, or what
 * `onFile` threw.
 */
export async function readFiles(
  request: Request,
  limits: MultipartLimits,
  onFile: (name: string, content: AsyncIterable<Uint8Array>) => Promise<void>,
  onField: (name: string, value: string) => void = () => {},
): Promise<number> {
  const parser = openParser(request, limits);
  parser.on('field', (name, value) => onField(name, value));
  const tasks: Promise<void>[] = [];
  let previous: Promise<void> = Promise.resolve();
  parser.on('file', (_field, stream, { filename }) => {
    // A cut connection is told by the pipeline; here it must only not be an uncaught event.
    stream.on('error', () => {});
    // A file field left empty is sent by browsers without a name.
    if (!filename) {
      stream.resume();
      return;
    }
    // the file waits in its stream, and the form behind it, until the reader is done with the one before
    const task = previous.then(() => onFile(filename, toTheEnd(stream))).finally(() => stream.resume());
    previous = task.catch(() => {});
    tasks.push(task);
  });
  const cut = await pipeline(
    body(request),
    counter(limits.fileSize * limits.files + (limits.fieldSize ?? 0) + MULTIPART_OVERHEAD),
    parser,
  ).then(
    () => null,
    (error: unknown) => error,
  );
  const done = await Promise.allSettled(tasks);
  if (cut instanceof MultipartTooLong) throw cut;
  if (cut) throw new MultipartBroken('multipart form is cut or malformed', { cause: cut });
  for (const task of done) if (task.status === 'rejected') throw task.reason;
  return tasks.length;
}

function openParser(request: Request, { fileSize, files, fieldSize = 1024 }: MultipartLimits): busboy.Busboy {
  try {
    return busboy({
      headers: { 'content-type': request.headers.get('content-type') ?? '' },
      defParamCharset: 'utf8',
      limits: { fileSize: fileSize + 1, files, fields: 20, fieldSize, parts: files + 20 },
    });
  } catch (cause) {
    throw new MultipartBroken('not a multipart form', { cause });
  }
}

function body(request: Request): Readable {
  return request.body ? Readable.fromWeb(request.body as NodeStream) : Readable.from([]);
}

function counter(limit: number): Transform {
  let total = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      total += chunk.length;
      if (total > limit) done(new MultipartTooLong('multipart form is too long'));
      else done(null, chunk);
    },
  });
}

/** A parser waits for a file to be read to its end: a reader that stops early must not block what follows. */
async function* toTheEnd(stream: Readable): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of stream.iterator({ destroyOnReturn: false })) yield chunk;
  } finally {
    stream.resume();
  }
}

/** A Node stream as the body of a Response. Closing the one closes the other. */
export function toBody(stream: Readable): ReadableStream<Uint8Array> {
  return Readable.toWeb(stream) as ReadableStream<Uint8Array>;
}
