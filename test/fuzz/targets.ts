/** Every fuzz target. */
import type { FuzzTarget } from './fuzz-target.ts';
import { target as amf } from './targets/amf.ts';
import { target as chunk } from './targets/chunk.ts';
import { target as engine } from './targets/engine.ts';
import { target as flv } from './targets/flv.ts';
import { target as handshake } from './targets/handshake.ts';
import { target as page } from './targets/page.ts';
import { target as rtmfpSession } from './targets/rtmfp-session.ts';
import { target as rtmfpStartup } from './targets/rtmfp-startup.ts';
import { target as session } from './targets/session.ts';
import { target as tunnel } from './targets/tunnel.ts';
import { target as url } from './targets/url.ts';

export const fuzzTargets: readonly FuzzTarget[] = [
  ...[amf, chunk, engine, flv, handshake],
  ...[page, rtmfpSession, rtmfpStartup, session, tunnel, url],
];
