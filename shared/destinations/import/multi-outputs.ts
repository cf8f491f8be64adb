/**
 * Outputs that plug-ins of OBS keep: obs-multi-rtmp (its file, and the Base64 in an older profile's ini) and Aitum Multistream.
 * Pure. The texts of problems never hold a part of an address.
 */
import * as z from 'zod';
import { cleanName } from '../name.ts';
import { texts } from '../../text/text.ts';

export interface PluginOutput {
  readonly name: string;
  readonly server: string;
  readonly key: string;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
}

export interface PluginOutputs {
  readonly plugin: 'obs-multi-rtmp' | 'Aitum Multistream';
  readonly outputs: readonly PluginOutput[];
  /** Outputs that cannot be taken over, and why. */
  readonly problems: readonly string[];
}

const text = z.string().max(4096).optional();

/** Each target is read by itself: one that is odd does not take the others with it. */
const multiRtmpSchema = z.object({ targets: z.array(z.object({})).max(1000) });
const multiRtmpTarget = z.object({
  name: text,
  protocol: text,
  'service-param': z
    .object({
      server: text,
      key: text,
      use_auth: z.boolean().nullish(),
      username: text,
      password: text,
    })
    .optional(),
  /** Before the plug-in kept a service of OBS for each target. */
  'rtmp-path': text,
  'rtmp-key': text,
  'rtmp-user': text,
  'rtmp-pass': text,
});

const aitumOutput = z.object({ name: text, stream_server: z.string().max(4096), stream_key: text });
const aitumOutputs = z.array(z.unknown()).max(1000).optional();
const aitumLists = { outputs: aitumOutputs, vertical_outputs: aitumOutputs, stream_outputs: aitumOutputs };
/** The upright picture's plug-in keeps its outputs below a canvas. */
const aitumSchema = z.object({ ...aitumLists, canvas: z.array(z.object(aitumLists)).max(100).optional() });

/** `undefined` for a file of neither plug-in. */
export function readPluginOutputs(parsed: unknown): PluginOutputs | undefined {
  if (multiRtmpSchema.safeParse(parsed).success) return readMultiRtmp(parsed as { targets: unknown[] });
  const aitum = aitumSchema.safeParse(parsed);
  if (!aitum.success) return undefined;
  const all = [aitum.data, ...(aitum.data.canvas ?? [])]
    .flatMap((lists) => [lists.outputs, lists.vertical_outputs, lists.stream_outputs])
    .flatMap((list) => list ?? []);
  const read = all.map((each) => aitumOutput.safeParse(each).data);
  // Other programs have outputs too.
  if (read.every((each) => each === undefined)) return undefined;
  const isTaken = (each: (typeof read)[number]) => each !== undefined && each.stream_server !== '';
  return {
    plugin: 'Aitum Multistream',
    outputs: read.flatMap((each) =>
      each === undefined || !isTaken(each)
        ? []
        : [{ name: cleanName(each.name ?? ''), server: each.stream_server, key: each.stream_key ?? '' }],
    ),
    problems: read.flatMap((each, index) => {
      const where = cleanName(each?.name ?? '') || texts.addresses.output(index + 1);
      return isTaken(each) ? [] : [texts.addresses.problemOf(where, texts.addresses.noServer)];
    }),
  };
}

function readMultiRtmp({ targets }: { readonly targets: readonly unknown[] }): PluginOutputs {
  const outputs: PluginOutput[] = [];
  const problems: string[] = [];
  for (const [index, each] of targets.entries()) {
    const read = multiRtmpTarget.safeParse(each);
    if (!read.success) {
      problems.push(texts.addresses.problemOf(texts.addresses.output(index + 1), texts.addresses.unreadable));
      continue;
    }
    const target = read.data;
    const name = cleanName(target.name ?? '');
    const where = name === '' ? texts.addresses.output(index + 1) : name;
    const service = target['service-param'];
    const server = service?.server ?? target['rtmp-path'] ?? '';
    if (target.protocol !== undefined && !/^rtmps?$/i.test(target.protocol)) {
      problems.push(texts.addresses.problemOf(where, texts.addresses.otherProtocol));
    } else if (server === '') {
      problems.push(texts.addresses.problemOf(where, texts.addresses.noServer));
    } else {
      const isSignedIn = service === undefined || service.use_auth === true;
      outputs.push({
        name,
        server,
        key: service?.key ?? target['rtmp-key'] ?? '',
        username: isSignedIn ? (service?.username ?? target['rtmp-user']) : undefined,
        password: isSignedIn ? (service?.password ?? target['rtmp-pass']) : undefined,
      });
    }
  }
  return { plugin: 'obs-multi-rtmp', outputs, problems };
}

/** The JSON that an older obs-multi-rtmp keeps as Base64 in an ini file; `undefined` where there is none. */
export function readIniOutputs(ini: string): unknown {
  const section = /^\[obs-multi-rtmp\]\s*$/im.exec(ini);
  const value =
    section === null ? undefined : /^json\s*=\s*"?([A-Za-z0-9+/=]+)"?\s*$/im.exec(ini.slice(section.index));
  if (value === undefined || value === null) return undefined;
  try {
    const bytes = Uint8Array.from(atob(value[1] ?? ''), (sign) => sign.charCodeAt(0));
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
