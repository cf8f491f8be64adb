/** What is wrong with the options of `npm run live` and `npm run publish`, and with the files that they name. */
import { endSentence } from '../../end-sentence.ts';
import { format, noun } from '../format.ts';

const READABLE = 'Tout utilisateur de cet ordinateur peut lire';

const publishUsage = `Utilisation : npm run publish -- --input FILE --to URL [--key-file FILE | --key-stdin] [--key-in-arguments] [--ca FILE] [--proxy URL] [--proxy-password-file FILE] [--fast]

  --input FILE     FLV, ou tout fichier dont FFmpeg peut copier la vidéo en FLV ; - pour l’entrée standard
  --to URL         le serveur et son application RTMP : rtmp://, rtmps://, rtmpt://, rtmpts:// ou
                   rtmfp://
  --key-file FILE  lit la clé de stream dans un fichier
  --key-stdin      lit la clé de stream sur l’entrée standard
  --key-in-arguments
                   autorise les clés et mots de passe dans --to et --proxy : tout utilisateur de cet ordinateur peut les y lire
  --ca FILE        une autorité de certification supplémentaire (PEM)
  --proxy URL      le proxy à utiliser : socks5://[user@]host:port ou http://[user@]host:port ; none pour aucun proxy.
                   Par défaut : le proxy de ALL_PROXY ou HTTPS_PROXY, sauf pour les hôtes de NO_PROXY
  --proxy-password-file FILE
                   lit le mot de passe du proxy dans un fichier
  --fast           envoie aussi vite que la connexion le permet, au lieu du temps réel
`;

/** The limits of the encoding profile, after “doit être”. */
const ranges: ReadonlyMap<string, string> = new Map([
  ['--size', 'WIDTHxHEIGHT, deux nombres pairs de 160 à 3840'],
  ['--fps', 'un nombre entier de 1 à 60, ou 23.976, 29.97 ou 59.94'],
  ['--video-kbps', 'un nombre entier de 100 à 51000'],
  ['--audio-kbps', 'un nombre entier de 32 à 512'],
  ['--keyframe-seconds', 'un nombre de 0.5 à 10'],
]);

/** Of a schema, by their JSON names. */
const jsonTypes: ReadonlyMap<string, string> = new Map([
  ['string', 'un texte'],
  ['number', 'un nombre'],
  ['int', 'un nombre entier'],
  ['boolean', 'true ou false'],
  ['array', 'une liste'],
  ['object', 'un objet'],
]);

const limit = (origin: string, bound: string, value: number): string => {
  if (origin === 'string') return `avoir ${bound} ${format.count(value, noun('caractère'))}`;
  return origin === 'array'
    ? `avoir ${bound} ${format.count(value, noun('élément'))}`
    : `être ${bound} ${value}`;
};

const documentFaults: ReadonlyMap<string, string> = new Map([
  ['idTwice', 'a le même identifiant qu’un autre élément'],
  ['idUnknown', 'renvoie à un élément absent de ce fichier'],
  ['nameTwice', 'a le même nom qu’un autre élément'],
  ['sceneInItself', 'a une scène qui se contient elle-même'],
  ['trackTwice', 'a deux fois la même piste'],
]);

/** What is wrong in a JSON file or line, and in which field. */
const fault = {
  missing: (path: string) => (path === '' ? 'Le JSON est absent.' : `Le champ « ${path} » est absent.`),
  type: (path: string, expected: string) =>
    `${field(path)} doit être ${jsonTypes.get(expected) ?? expected}.`,
  choice: (path: string, values: readonly string[]) =>
    `${field(path)} doit être ${format.list(values, 'disjunction')}.`,
  unknown: (path: string, keys: readonly string[]) =>
    `${field(path)} a ${format.plural(keys.length, { one: 'un champ inconnu', other: 'des champs inconnus' })} d’Upcast : ${format.list(keys)}.`,
  unknownType: (path: string) => `${field(path)} a une valeur inconnue d’Upcast.`,
  tooSmall: (path: string, origin: string, least: number) =>
    `${field(path)} doit ${limit(origin, 'au moins', least)}.`,
  tooBig: (path: string, origin: string, most: number) =>
    `${field(path)} doit ${limit(origin, 'au plus', most)}.`,
  form: (path: string) => `${field(path)} n’est pas valide.`,
  custom: (path: string, name: string) => `${field(path)} ${documentFaults.get(name) ?? 'n’est pas valide'}.`,
};

function field(path: string): string {
  return path === '' ? 'Le JSON' : `« ${path} »`;
}

const quoted = (names: readonly string[]): string => format.list(names.map((each) => `« ${each} »`));

export const options = {
  publishUsage,
  noValue: (name: string) => `${name} ne prend pas de valeur.`,
  valueMissing: (name: string) => `${name} attend une valeur.`,
  unknown: (name: string) => `Option inconnue : ${name}.`,
  /** What is no option may be a key in the wrong place: it isn’t repeated. */
  stray: 'Argument inattendu. Chaque valeur doit suivre une option.',
  twice: (name: string) => `N’indiquez ${name} qu’une seule fois.`,
  noDestination:
    'Choisissez une destination : --to URL, --preset NAME (une destination sauvegardée) ou --rehearse.',
  keyBeforeAddress: (name: string) => `${name} doit suivre le --to correspondant.`,
  twoKeys: 'Indiquez soit --key-file, soit --key-stdin, mais pas les deux.',
  keyMissing: (service: string) =>
    `${service} exige une clé de stream. Ajoutez --key-file FILE ou --key-stdin à --to.`,
  passwordInAddress: `${READABLE} le mot de passe dans --to. Sauvegardez la destination dans Upcast et utilisez --preset, ou ajoutez --key-in-arguments.`,
  keyInAddress: `${READABLE} la clé dans --to. Utilisez --key-file FILE ou --key-stdin, ou ajoutez --key-in-arguments.`,
  passwordInAddressOfTool: `${READABLE} le mot de passe dans --to. Ajoutez --key-in-arguments si cela convient ici.`,
  sourcePathMissing: '--source file attend un chemin : --source file:PATH.',
  source: '--source doit être camera, screen, pattern ou file:PATH.',
  audioOfFile: '--audio file nécessite --source file:PATH.',
  audio: '--audio doit être mic, tone, system, file ou none.',
  track: (count: number) => `--track doit être un nombre de 1 à ${count}.`,
  channelUnknown: (name: string, names: readonly string[]) =>
    names.length === 0
      ? `Aucune source audio ne s’appelle « ${name} » : le mixage est vide.`
      : `Aucune source audio ne s’appelle « ${name} ». Le mixage contient ${quoted(names)}.`,
  range: (name: string, minimum: number, maximum: number) =>
    `${name} doit être un nombre de ${minimum} à ${maximum}.`,
  number: (name: string) => `${name} doit être un nombre.`,
  size: '--size doit être WIDTHxHEIGHT, par exemple 1280x720.',
  latency: '--latency doit être low ou quality.',
  encoder: (choices: readonly string[]) => `--encoder doit être ${format.list(choices, 'disjunction')}.`,
  outOfRange: (name: string) => {
    const range = ranges.get(name);
    return range === undefined ? `La valeur de ${name} est hors limites.` : `${name} doit être ${range}.`;
  },
  sceneWithoutCollection: '--scene nécessite --collection FILE ou --import-obs FILE.',
  twoCollections: 'Indiquez soit --collection, soit --import-obs, mais pas les deux.',
  sourceWithCollection: 'La collection a ses propres sources. Retirez --source.',
  sceneUnknown: (name: string, names: readonly string[]) =>
    `La collection n’a pas de scène nommée « ${name} ». Elle contient ${quoted(names)}.`,
  presetUnknown: (name: string) => `Aucune destination sauvegardée ne s’appelle « ${name} ».`,
  inputAndTo: '--input et --to sont obligatoires.',
  stdinTaken: 'L’entrée standard sert déjà au contenu. Utilisez --key-file pour la clé.',

  standardInput: 'entrée standard',
  noPassword: (option: string, path: string) =>
    `${option} : ${path} ne contient pas de mot de passe. Écrivez le mot de passe sur une seule ligne, 255 octets au plus.`,
  noKey: (option: string, path: string) =>
    `${option} : ${path} ne contient pas de clé. Écrivez la clé sur une seule ligne.`,
  noCertificate: (option: string, path: string) =>
    `${option} : ${path} ne contient pas de certificat au format PEM.`,
  tooLarge: (option: string, path: string) => `${option} : ${path} est trop volumineux.`,
  unreadable: (option: string, path: string) => `${option} : impossible de lire ${path}.`,
  folderReadOnly: (option: string, path: string) =>
    `${option} : impossible d’écrire dans le dossier qui contient ${path}.`,
  notJson: (option: string, path: string) => `${option} : ${path} n’est pas du JSON valide.`,
  notACollection: (option: string, path: string, found: string) =>
    `${option} : ${path} n’est pas une collection utilisable par Upcast. ${found}`,
  fileFault: (option: string, path: string, sentence: string) => `${option} : ${path} : ${sentence}`,
  fault,
  commandsUnread: (why: string) => endSentence(`--command : Upcast ne lit plus les commandes : ${why}`),
  commandTooLong: 'La ligne dépasse 64 Ko.',
  commandNotJson: 'La ligne n’est pas du JSON valide.',
  refusedSwitch: (name: string) =>
    `Upcast ne démarre pas avec --${name}, car cette option permet à d’autres programmes de contrôler la fenêtre. Retirez l’option et réessayez.`,
};
