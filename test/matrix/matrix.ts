/**
 * The interoperation matrix: real media in real time between our publisher and real servers, and between real clients
 * and our receiver; every payload and timestamp held against the source.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { MediaPacket } from '../../electron/rtmp/flv/packet.ts';
import { publishMedia } from '../../electron/rtmp/publisher/publish-media.ts';
import { openPublisher } from '../../electron/rtmp/publisher/publisher.ts';
import { startReceiver } from '../../electron/rtmp/receiver/receiver.ts';
import type { Receiver } from '../../electron/rtmp/receiver/receiver.ts';
import { startFlowsReceiver } from '../../electron/rtmp/receiver/receiver-flows.ts';
import { createTestAuthority } from '../support/servers/certificates.ts';
import { ffmpegPath, makeFlv, startFfmpegListener } from '../support/media/ffmpeg.ts';
import { compareMedia, readFlv } from '../support/media/media-compare.ts';
import type { MediaDifference } from '../support/media/media-compare.ts';
import { waitUntil } from '../support/processes/processes.ts';
import { startNginx } from '../support/servers/nginx.ts';
import { startNodeMediaServer } from '../support/servers/node-media-server.ts';

const execute = promisify(execFile);
const RECORDING_DEADLINE_MS = 30_000;
/** Pairs at once: they spend their time waiting for the next frame. */
const LANES = 4;
/** From here and from the bundle alike. */
const LIBRTMP_SCRIPT = join(import.meta.dirname, '../../test/support/librtmp/publish.py');

interface Context {
  readonly folder: string;
  readonly sourceFile: string;
  readonly source: readonly MediaPacket[];
  readonly authority: ReturnType<typeof createTestAuthority>;
}

/** One line of the table. */
export interface MatrixRow {
  readonly from: string;
  readonly to: string;
  readonly protocol: string;
  readonly frames: string;
  /** `identical`, or what was not. */
  readonly media: string;
  readonly end: string;
  readonly isGood: boolean;
}

type Cell = (context: Context) => Promise<MatrixRow>;

function row(
  from: string,
  to: string,
  protocol: string,
  difference: MediaDifference,
  end = 'clean',
): MatrixRow {
  const { videoFrames, audioFrames, differences } = difference;
  const isGood = differences.length === 0 && end === 'clean';
  return {
    from,
    to,
    protocol,
    frames: `${videoFrames} video, ${audioFrames} audio`,
    media: differences.length === 0 ? 'identical' : differences.join('; '),
    end,
    isGood,
  };
}

async function* once(packets: readonly MediaPacket[]): AsyncGenerator<readonly MediaPacket[]> {
  yield packets;
}

/** Publishes the source; resolves with how it ended. */
async function publish(
  context: Context,
  url: string,
  streamKey: string,
  caPem = context.authority.caPem,
): Promise<string> {
  const publisher = await openPublisher({
    url,
    streamKey,
    tls: { minimumVersion: 'TLSv1.2', extraAuthorityPem: caPem },
  });
  let end = 'clean';
  publisher.onEvent((event) => {
    if (event.type === 'closed' && event.error) end = event.error.message;
  });
  await publishMedia(publisher, once(context.source), { isFast: false });
  await publisher.end({ deadlineMs: RECORDING_DEADLINE_MS });
  return end;
}

/** Waits until a recorder has written as much as the source holds, then compares. */
async function settled(context: Context, path: () => string | undefined): Promise<MediaDifference> {
  let difference: MediaDifference | undefined;
  try {
    await waitUntil(
      'the whole recording',
      async () => {
        const file = path();
        if (file === undefined) return false;
        difference = compareMedia(context.source, await readFlv(file), 'by-first');
        return difference.differences.length === 0;
      },
      RECORDING_DEADLINE_MS,
    );
  } catch (error) {
    if (!difference) throw error;
  }
  return difference ?? { audioFrames: 0, videoFrames: 0, differences: ['nothing was recorded'] };
}

const US = 'Upcast publisher';
const OUR_RECEIVER = 'Upcast receiver';

function toNginx(protocol: 'RTMP' | 'RTMPS'): Cell {
  return async (context) => {
    const nginx = await startNginx({ tls: context.authority.issue() });
    try {
      const end = await publish(context, protocol === 'RTMP' ? nginx.url : nginx.tlsUrl, 'matrix');
      await nginx.finishedRecording('matrix');
      const difference = await settled(context, () => nginx.recordings('matrix').at(-1));
      return row(US, protocol === 'RTMP' ? 'nginx-rtmp' : 'nginx-rtmp behind TLS', protocol, difference, end);
    } finally {
      await nginx.stop();
    }
  };
}

function toNodeMediaServer(protocol: 'RTMP' | 'RTMPS'): Cell {
  return async (context) => {
    const server = await startNodeMediaServer({ tls: context.authority.issue() });
    try {
      const end = await publish(context, protocol === 'RTMP' ? server.url : server.tlsUrl, 'matrix');
      const difference = await settled(context, () => server.recordings('matrix').at(-1));
      return row(US, 'node-media-server', protocol, difference, end);
    } finally {
      await server.stop();
    }
  };
}

const toFfmpeg: Cell = async (context) => {
  const listener = await startFfmpegListener();
  try {
    const end = await publish(context, listener.url, 'any');
    const code = await listener.finished;
    const difference = compareMedia(context.source, await readFlv(listener.recording), 'by-first');
    return row(US, 'ffmpeg -listen 1', 'RTMP', difference, code === 0 ? end : `exit ${code}`);
  } finally {
    await listener.stop();
  }
};

async function atReceiver(
  context: Context,
  name: string,
  start: (recordingPath: string) => Promise<Receiver>,
  send: (url: string, key: string, caPem: string | undefined) => Promise<string>,
): Promise<{ difference: MediaDifference; end: string }> {
  const recordingPath = join(context.folder, `${name}.flv`);
  const receiver = await start(recordingPath);
  try {
    const ended = new Promise<string>((resolve) => {
      receiver.onEvent((event) => {
        if (event.type === 'publishEnded')
          resolve(event.isClean ? 'clean' : (event.error?.message ?? 'lost'));
      });
    });
    const end = await send(receiver.url, receiver.key, receiver.caPem);
    const endThere = await ended;
    const difference = compareMedia(context.source, await readFlv(recordingPath), 0);
    return { difference, end: end === 'clean' ? endThere : end };
  } finally {
    await receiver.close();
  }
}

function withTls(isTls: boolean): (recordingPath: string) => Promise<Receiver> {
  return (recordingPath) => startReceiver({ isTls, recordingPath });
}

function toReceiver(protocol: 'RTMP' | 'RTMPS' | 'RTMPT' | 'RTMPTS' | 'RTMPE' | 'RTMPTE'): Cell {
  return async (context) => {
    const { difference, end } = await atReceiver(
      context,
      protocol,
      withTls(protocol.endsWith('S')),
      (url, key, caPem) => publish(context, url.replace(/^rtmps?/, protocol.toLowerCase()), key, caPem),
    );
    return row(US, OUR_RECEIVER, protocol, difference, end);
  };
}

/** With an HMAC on every packet, and as old clients and servers have it. */
function overFlows(isProtectionRequired: boolean): Cell {
  return async (context) => {
    const protocol = isProtectionRequired ? 'RTMFP with HMACs' : 'RTMFP';
    const { difference, end } = await atReceiver(
      context,
      protocol.replaceAll(' ', '-'),
      (recordingPath) => startFlowsReceiver({ isProtectionRequired, recordingPath }),
      (url, key) => publish(context, url, key),
    );
    return row(US, OUR_RECEIVER, protocol, difference, end);
  };
}

function fromFfmpeg(protocol: 'RTMP' | 'RTMPS' | 'RTMPT'): Cell {
  return async (context) => {
    const { difference, end } = await atReceiver(
      context,
      `ffmpeg-${protocol}`,
      withTls(protocol === 'RTMPS'),
      async (url, key) => {
        const address = `${url.replace(/^rtmps?/, protocol.toLowerCase())}/${key}`;
        // At its end ffmpeg throws away what it has gathered for the next request of a tunnel.
        const flush = protocol === 'RTMPT' ? ['-rtmp_flush_interval', '1'] : [];
        await execute(ffmpegPath(), [
          '-v',
          'error',
          '-re',
          '-i',
          context.sourceFile,
          '-c',
          'copy',
          ...flush,
          '-f',
          'flv',
          address,
        ]);
        return 'clean';
      },
    );
    return row('ffmpeg', OUR_RECEIVER, protocol, difference, end);
  };
}

function fromLibrtmp(protocol: 'RTMP' | 'RTMPS' | 'RTMPT' | 'RTMPE' | 'RTMPTE'): Cell {
  return async (context) => {
    // librtmp takes TLS 1.3's session tickets for the end of the connection.
    const priorities = join(context.folder, 'gnutls.conf');
    writeFileSync(priorities, '[overrides]\ndisabled-version = tls1.3\n');
    const { difference, end } = await atReceiver(
      context,
      `librtmp-${protocol}`,
      withTls(protocol === 'RTMPS'),
      async (url, key) => {
        const address = `${url.replace(/^rtmps?/, protocol.toLowerCase())}/${key}`;
        await execute('python3', [LIBRTMP_SCRIPT, context.sourceFile, address], {
          env: { ...process.env, GNUTLS_SYSTEM_PRIORITY_FILE: priorities },
        });
        return 'clean';
      },
    );
    return row('librtmp', OUR_RECEIVER, protocol, difference, end);
  };
}

const cells: readonly (readonly [string, Cell])[] = [
  ['nginx-rtmp RTMP', toNginx('RTMP')],
  ['nginx-rtmp RTMPS', toNginx('RTMPS')],
  ['node-media-server RTMP', toNodeMediaServer('RTMP')],
  ['node-media-server RTMPS', toNodeMediaServer('RTMPS')],
  ['ffmpeg -listen RTMP', toFfmpeg],
  ...(['RTMP', 'RTMPS', 'RTMPT', 'RTMPTS', 'RTMPE', 'RTMPTE'] as const).map(
    (protocol) => [`receiver ${protocol}`, toReceiver(protocol)] as const,
  ),
  ['receiver RTMFP', overFlows(false)],
  ['receiver RTMFP with HMACs', overFlows(true)],
  ...(['RTMP', 'RTMPS', 'RTMPT'] as const).map(
    (protocol) => [`ffmpeg client ${protocol}`, fromFfmpeg(protocol)] as const,
  ),
  ...(['RTMP', 'RTMPS', 'RTMPT', 'RTMPE', 'RTMPTE'] as const).map(
    (protocol) => [`librtmp ${protocol}`, fromLibrtmp(protocol)] as const,
  ),
];

/** A pair that breaks is a line of the table too. */
async function runCell(name: string, cell: Cell, context: Context): Promise<MatrixRow> {
  try {
    return await cell(context);
  } catch (error) {
    const media = error instanceof Error ? error.message : String(error);
    return { from: '', to: name, protocol: '', frames: '', media, end: 'failed', isGood: false };
  }
}

/** Runs every cell (or those whose name contains `--only`) and returns the rows. */
export async function runMatrix(seconds: number, only = ''): Promise<readonly MatrixRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'upcast-matrix-'));
  const authority = createTestAuthority();
  try {
    const sourceFile = join(folder, 'source.flv');
    await makeFlv(sourceFile, { seconds, hasBFrames: true, videoKbps: 2500, size: '1280x720' });
    const context: Context = { folder, sourceFile, source: await readFlv(sourceFile), authority };
    const chosen = cells.filter(([name]) => name.includes(only));
    const rows: MatrixRow[] = [];
    let next = 0;
    const runLane = async (): Promise<void> => {
      for (let index = next++; index < chosen.length; index = next++) {
        const [name, cell] = chosen[index] ?? [];
        if (name !== undefined && cell) rows[index] = await runCell(name, cell, context);
      }
    };
    await Promise.all(Array.from({ length: LANES }, runLane));
    return rows;
  } finally {
    authority.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}
