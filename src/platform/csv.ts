// CSV as spreadsheets of this country read it: semicolons, CRLF, a mark that says UTF-8. Made while it leaves.

/** RFC 4180; a leading sign that a spreadsheet would run as a formula is made text. */
export function csvCell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const csvLine = (cells: readonly string[]) => `${cells.map(csvCell).join(';')}\r\n`;

/** Batches of lines, the first being the header; each batch is read when the reader asks for it. */
export function csvStream(batches: AsyncGenerator<readonly (readonly string[])[]>): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder();
  let mark = '\uFEFF';
  return new ReadableStream<Uint8Array>({
    async pull(out) {
      for (;;) {
        const { value, done } = await batches.next();
        if (done) return out.close();
        if (value.length === 0) continue;
        out.enqueue(bytes.encode(mark + value.map(csvLine).join('')));
        mark = '';
        return;
      }
    },
    async cancel() {
      await batches.return(undefined);
    },
  });
}
