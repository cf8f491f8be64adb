/** What is wrong with the options of `npm run live` and `npm run publish`, and with the files that they name. */
import { endSentence } from '../../end-sentence.ts';
import { format } from '../format.ts';

const READABLE = 'Jeder Benutzer dieses Computers kann';

const publishUsage = `Aufruf: npm run publish -- --input FILE --to URL [--key-file FILE | --key-stdin] [--key-in-arguments] [--ca FILE] [--proxy URL] [--proxy-password-file FILE] [--fast]

  --input FILE     FLV oder jede Datei, deren Video FFmpeg in FLV kopieren kann; - für die Standardeingabe
  --to URL         der Server und seine RTMP-Anwendung: rtmp://, rtmps://, rtmpt://, rtmpts:// oder
                   rtmfp://
  --key-file FILE  liest den Stream-Schlüssel aus einer Datei
  --key-stdin      liest den Stream-Schlüssel von der Standardeingabe
  --key-in-arguments
                   erlaubt Schlüssel und Passwörter in --to und --proxy: Jeder Benutzer dieses Computers kann sie dort lesen
  --ca FILE        eine zusätzliche Zertifizierungsstelle (PEM)
  --proxy URL      der zu nutzende Proxy: socks5://[user@]host:port oder http://[user@]host:port; none für keinen Proxy.
                   Standard: der Proxy aus ALL_PROXY oder HTTPS_PROXY, außer für Hosts in NO_PROXY
  --proxy-password-file FILE
                   liest das Passwort des Proxys aus einer Datei
  --fast           sendet so schnell, wie die Verbindung es erlaubt, statt in Echtzeit
`;

/** The limits of the encoding profile, before “sein”. */
const ranges: ReadonlyMap<string, string> = new Map([
  ['--size', 'WIDTHxHEIGHT mit zwei geraden Zahlen von 160 bis 3840'],
  ['--fps', 'eine ganze Zahl von 1 bis 60 oder 23.976, 29.97 oder 59.94'],
  ['--video-kbps', 'eine ganze Zahl von 100 bis 51000'],
  ['--audio-kbps', 'eine ganze Zahl von 32 bis 512'],
  ['--keyframe-seconds', 'eine Zahl von 0.5 bis 10'],
]);

/** Of a schema, by their JSON names. */
const jsonTypes: ReadonlyMap<string, string> = new Map([
  ['string', 'ein Text'],
  ['number', 'eine Zahl'],
  ['int', 'eine ganze Zahl'],
  ['boolean', 'true oder false'],
  ['array', 'eine Liste'],
  ['object', 'ein Objekt'],
]);
const characters = { one: 'Zeichen', other: 'Zeichen' };
const entries = { one: 'Eintrag', other: 'Einträge' };

const limit = (origin: string, bound: string, value: number): string => {
  if (origin === 'string') return `${bound} ${format.count(value, characters)} haben`;
  return origin === 'array' ? `${bound} ${format.count(value, entries)} haben` : `${bound} ${value} sein`;
};

const documentFaults: ReadonlyMap<string, string> = new Map([
  ['idTwice', 'hat dieselbe ID wie ein anderer Eintrag'],
  ['idUnknown', 'verweist auf etwas, das nicht in dieser Datei ist'],
  ['nameTwice', 'hat denselben Namen wie ein anderer Eintrag'],
  ['sceneInItself', 'hat eine Szene, die sich selbst enthält'],
  ['trackTwice', 'hat dieselbe Spur zweimal'],
]);

/** What is wrong in a JSON file or line, and in which field. */
const fault = {
  missing: (path: string) => `${field(path)} fehlt.`,
  type: (path: string, expected: string) =>
    `${field(path)} muss ${jsonTypes.get(expected) ?? expected} sein.`,
  choice: (path: string, values: readonly string[]) =>
    `${field(path)} muss ${format.list(values, 'disjunction')} sein.`,
  unknown: (path: string, keys: readonly string[]) =>
    `${field(path)} hat ${format.plural(keys.length, { one: 'ein Feld, das Upcast nicht kennt', other: 'Felder, die Upcast nicht kennt' })}: ${format.list(keys)}.`,
  unknownType: (path: string) => `${field(path)} hat einen Wert, den Upcast nicht kennt.`,
  tooSmall: (path: string, origin: string, least: number) =>
    `${field(path)} muss ${limit(origin, 'mindestens', least)}.`,
  tooBig: (path: string, origin: string, most: number) =>
    `${field(path)} darf ${limit(origin, 'höchstens', most)}.`,
  form: (path: string) => `${field(path)} ist ungültig.`,
  custom: (path: string, name: string) => `${field(path)} ${documentFaults.get(name) ?? 'ist ungültig'}.`,
};

function field(path: string): string {
  return path === '' ? 'Das JSON' : `„${path}“`;
}

const quoted = (names: readonly string[]): string => format.list(names.map((each) => `„${each}“`));

export const options = {
  publishUsage,
  noValue: (name: string) => `${name} hat keinen Wert.`,
  valueMissing: (name: string) => `${name} braucht einen Wert.`,
  unknown: (name: string) => `Unbekannte Option ${name}.`,
  /** What is no option may be a key in the wrong place: it isn’t repeated. */
  stray: 'Unerwartetes Argument. Jeder Wert muss auf eine Option folgen.',
  twice: (name: string) => `Gib ${name} nur einmal an.`,
  noDestination: 'Wähle ein Ziel: --to URL, --preset NAME (ein gespeichertes Ziel) oder --rehearse.',
  keyBeforeAddress: (name: string) => `${name} muss nach dem zugehörigen --to stehen.`,
  twoKeys: 'Gib entweder --key-file oder --key-stdin an, nicht beide.',
  keyMissing: (service: string) =>
    `${service} braucht einen Stream-Schlüssel. Gib zu --to auch --key-file FILE oder --key-stdin an.`,
  passwordInAddress: `${READABLE} das Passwort in --to lesen. Speichere das Ziel in Upcast und nutze --preset, oder ergänze --key-in-arguments.`,
  keyInAddress: `${READABLE} den Schlüssel in --to lesen. Nutze --key-file FILE oder --key-stdin, oder ergänze --key-in-arguments.`,
  passwordInAddressOfTool: `${READABLE} das Passwort in --to lesen. Ergänze --key-in-arguments, wenn das hier in Ordnung ist.`,
  sourcePathMissing: '--source file braucht einen Pfad: --source file:PATH.',
  source: '--source muss camera, screen, pattern oder file:PATH sein.',
  audioOfFile: '--audio file braucht --source file:PATH.',
  audio: '--audio muss mic, tone, system, file oder none sein.',
  track: (count: number) => `--track muss eine Zahl von 1 bis ${count} sein.`,
  channelUnknown: (name: string, names: readonly string[]) =>
    names.length === 0
      ? `Es gibt keine Audioquelle namens „${name}“: Der Mixer ist leer.`
      : `Es gibt keine Audioquelle namens „${name}“. Im Mixer: ${quoted(names)}.`,
  range: (name: string, minimum: number, maximum: number) =>
    `${name} muss eine Zahl von ${minimum} bis ${maximum} sein.`,
  number: (name: string) => `${name} muss eine Zahl sein.`,
  size: '--size muss WIDTHxHEIGHT sein, zum Beispiel 1280x720.',
  latency: '--latency muss low oder quality sein.',
  encoder: (choices: readonly string[]) => `--encoder muss ${format.list(choices, 'disjunction')} sein.`,
  outOfRange: (name: string) => {
    const range = ranges.get(name);
    return range === undefined ? `${name} liegt außerhalb des Bereichs.` : `${name} muss ${range} sein.`;
  },
  sceneWithoutCollection: '--scene braucht --collection FILE oder --import-obs FILE.',
  twoCollections: 'Gib entweder --collection oder --import-obs an, nicht beide.',
  sourceWithCollection: 'Die Sammlung hat eigene Quellen. Lass --source weg.',
  sceneUnknown: (name: string, names: readonly string[]) =>
    `Die Sammlung hat keine Szene namens „${name}“. In der Sammlung: ${quoted(names)}.`,
  presetUnknown: (name: string) => `Es gibt kein gespeichertes Ziel namens „${name}“.`,
  inputAndTo: '--input und --to sind erforderlich.',
  stdinTaken: 'Die Standardeingabe liefert schon die Medien. Nutze --key-file für den Schlüssel.',

  standardInput: 'Standardeingabe',
  noPassword: (option: string, path: string) =>
    `${option}: ${path} enthält kein Passwort. Schreib das Passwort in eine einzige Zeile mit höchstens 255 Bytes.`,
  noKey: (option: string, path: string) =>
    `${option}: ${path} enthält keinen Schlüssel. Schreib den Schlüssel in eine einzige Zeile.`,
  noCertificate: (option: string, path: string) =>
    `${option}: ${path} enthält kein Zertifikat im PEM-Format.`,
  tooLarge: (option: string, path: string) => `${option}: ${path} ist zu groß.`,
  unreadable: (option: string, path: string) => `${option}: ${path} ist nicht lesbar.`,
  folderReadOnly: (option: string, path: string) =>
    `${option}: In den Ordner von ${path} kann nicht geschrieben werden.`,
  notJson: (option: string, path: string) => `${option}: ${path} ist kein gültiges JSON.`,
  notACollection: (option: string, path: string, found: string) =>
    `${option}: ${path} ist keine Sammlung, die Upcast nutzen kann. ${found}`,
  fileFault: (option: string, path: string, sentence: string) => `${option}: ${path}: ${sentence}`,
  fault,
  commandsUnread: (why: string) => endSentence(`--command: Upcast liest keine Befehle mehr: ${why}`),
  commandTooLong: 'Die Zeile ist länger als 64 KB.',
  commandNotJson: 'Die Zeile ist kein gültiges JSON.',
  refusedSwitch: (name: string) =>
    `Upcast startet nicht mit --${name}, weil andere Programme mit dieser Option das Fenster steuern könnten. Entferne die Option und versuche es erneut.`,
};
