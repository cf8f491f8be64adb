/** `npm run matrix -- [--seconds N] [--only TEXT]`: runs the matrix; a full round of a minute writes docs/interoperability.md. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runMatrix } from './matrix.ts';
import type { MatrixRow } from './matrix.ts';

const LIBRTMP_NOTE = `librtmp of Debian (rtmpdump 2.4) cannot publish messages over 16 KiB by RTMPTS to any server: it writes the length of the whole message
into the request, GnuTLS takes one record of it, and librtmp begins a new request with the rest. RTMPE of the signature types 6, 8 and 9
works both ways, type 9 only from librtmp, whose server doesn't know it. \`test/integration/rtmp/librtmp.test.ts\` shows each.`;

function table(rows: readonly MatrixRow[], seconds: number): string {
  const lines = rows.map(
    (one) => `| ${one.from} | ${one.to} | ${one.protocol} | ${one.frames} | ${one.media} | ${one.end} |`,
  );
  return `# Interoperability

Made by \`npm run matrix -- --seconds ${seconds}\`: ${seconds} s of H.264 with B-frames and AAC through each pair, in real time; every
payload and timestamp at the far end is compared with the source.

| from | to | protocol | frames arrived | payloads and timestamps | end |
| --- | --- | --- | --- | --- | --- |
${lines.join('\n')}

${LIBRTMP_NOTE}
`;
}

/** What the document tells of. */
const DOCUMENTED_SECONDS = 60;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: String(DOCUMENTED_SECONDS) },
    only: { type: 'string', default: '' },
  },
});
const seconds = Number(values.seconds);
const rows = await runMatrix(seconds, values.only);
const text = table(rows, seconds);
process.stdout.write(text);
if (values.only === '' && seconds === DOCUMENTED_SECONDS)
  await writeFile(join(process.cwd(), 'docs', 'interoperability.md'), text);
process.exitCode = rows.some((one) => !one.isGood) ? 1 : 0;
