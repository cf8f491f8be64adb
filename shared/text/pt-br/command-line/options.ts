/** What is wrong with the options of `npm run live` and `npm run publish`, and with the files that they name. */
import { endSentence } from '../../end-sentence.ts';
import { format } from '../format.ts';

const READABLE = 'Todos os usuários deste computador podem ler';

const publishUsage = `Uso: npm run publish -- --input FILE --to URL [--key-file FILE | --key-stdin] [--key-in-arguments] [--ca FILE] [--proxy URL] [--proxy-password-file FILE] [--fast]

  --input FILE     FLV ou qualquer arquivo cujo vídeo o FFmpeg consiga copiar para FLV; - para a entrada padrão
  --to URL         o servidor e a aplicação RTMP: rtmp://, rtmps://, rtmpt://, rtmpts:// ou
                   rtmfp://
  --key-file FILE  lê a chave de transmissão de um arquivo
  --key-stdin      lê a chave de transmissão da entrada padrão
  --key-in-arguments
                   permite chaves e senhas em --to e --proxy: ali, qualquer usuário deste computador pode lê-las
  --ca FILE        uma autoridade de certificação adicional (PEM)
  --proxy URL      o proxy a usar: socks5://[user@]host:port ou http://[user@]host:port; none para não usar proxy.
                   Padrão: o proxy de ALL_PROXY ou HTTPS_PROXY, exceto para os hosts de NO_PROXY
  --proxy-password-file FILE
                   lê a senha do proxy de um arquivo
  --fast           envia tão rápido quanto a conexão permite, em vez de em tempo real
`;

/** The limits of the encoding profile. */
const ranges: ReadonlyMap<string, string> = new Map([
  ['--size', 'WIDTHxHEIGHT, ambos pares e de 160 a 3840'],
  ['--fps', 'um número inteiro de 1 a 60, ou 23.976, 29.97 ou 59.94'],
  ['--video-kbps', 'um número inteiro de 100 a 51000'],
  ['--audio-kbps', 'um número inteiro de 32 a 512'],
  ['--keyframe-seconds', 'um número de 0.5 a 10'],
]);

/** Of a schema, by their JSON names. */
const jsonTypes: ReadonlyMap<string, string> = new Map([
  ['string', 'um texto'],
  ['number', 'um número'],
  ['int', 'um número inteiro'],
  ['boolean', 'true ou false'],
  ['array', 'uma lista'],
  ['object', 'um objeto'],
]);
const characters = { one: 'caractere', many: 'de caracteres', other: 'caracteres' };
const entries = { one: 'item', many: 'de itens', other: 'itens' };

const limit = (origin: string, value: number): string => {
  if (origin === 'string') return `ter ${format.count(value, characters)}`;
  return origin === 'array' ? `ter ${format.count(value, entries)}` : `ser ${value}`;
};

const documentFaults: ReadonlyMap<string, string> = new Map([
  ['idTwice', 'tem o mesmo ID que outro item'],
  ['idUnknown', 'faz referência a algo que não está neste arquivo'],
  ['nameTwice', 'tem o mesmo nome que outro item'],
  ['sceneInItself', 'tem uma cena que contém a si mesma'],
  ['trackTwice', 'tem a mesma faixa duas vezes'],
]);

/** What is wrong in a JSON file or line, and in which field. */
const fault = {
  missing: (path: string) => `Falta ${path === '' ? 'o JSON' : `“${path}”`}.`,
  type: (path: string, expected: string) => `${field(path)} deve ser ${jsonTypes.get(expected) ?? expected}.`,
  choice: (path: string, values: readonly string[]) =>
    `${field(path)} deve ser ${format.list(values, 'disjunction')}.`,
  unknown: (path: string, keys: readonly string[]) =>
    `${field(path)} tem ${format.plural(keys.length, { one: 'um campo', many: 'campos', other: 'campos' })} que o Upcast não reconhece: ${format.list(keys)}.`,
  unknownType: (path: string) => `${field(path)} tem um valor que o Upcast não reconhece.`,
  tooSmall: (path: string, origin: string, least: number) =>
    `${field(path)} deve ${limit(origin, least)} ou mais.`,
  tooBig: (path: string, origin: string, most: number) =>
    `${field(path)} deve ${limit(origin, most)} ou menos.`,
  form: (path: string) => `${field(path)} não é válido.`,
  custom: (path: string, name: string) => `${field(path)} ${documentFaults.get(name) ?? 'não é válido'}.`,
};

function field(path: string): string {
  return path === '' ? 'O JSON' : `“${path}”`;
}

export const options = {
  publishUsage,
  noValue: (name: string) => `${name} não aceita valor.`,
  valueMissing: (name: string) => `${name} precisa de um valor.`,
  unknown: (name: string) => `Opção desconhecida: ${name}.`,
  /** What is no option may be a key in the wrong place: it isn’t repeated. */
  stray: 'Argumento inesperado. Cada valor deve vir depois de uma opção.',
  twice: (name: string) => `Use ${name} só uma vez.`,
  noDestination: 'Escolha um destino: --to URL, --preset NAME (um destino salvo) ou --rehearse.',
  keyBeforeAddress: (name: string) => `${name} deve vir depois do --to a que pertence.`,
  twoKeys: 'Use --key-file ou --key-stdin, não os dois.',
  keyMissing: (service: string) =>
    `${service} precisa de uma chave de transmissão. Use --key-file FILE ou --key-stdin com --to.`,
  passwordInAddress: `${READABLE} a senha em --to. Salve o destino no Upcast e use --preset, ou adicione --key-in-arguments.`,
  keyInAddress: `${READABLE} a chave em --to. Use --key-file FILE ou --key-stdin, ou adicione --key-in-arguments.`,
  passwordInAddressOfTool: `${READABLE} a senha em --to. Adicione --key-in-arguments se isso não for problema aqui.`,
  sourcePathMissing: '--source file precisa de um caminho: --source file:PATH.',
  source: '--source deve ser camera, screen, pattern ou file:PATH.',
  audioOfFile: '--audio file precisa de --source file:PATH.',
  audio: '--audio deve ser mic, tone, system, file ou none.',
  track: (count: number) => `--track deve ser um número de 1 a ${count}.`,
  channelUnknown: (name: string, names: readonly string[]) =>
    names.length === 0
      ? `Não há nenhuma fonte de áudio com o nome “${name}”: o mixer está vazio.`
      : `Não há nenhuma fonte de áudio com o nome “${name}”. O mixer tem ${format.list(
          names.map((each) => `“${each}”`),
          'conjunction',
        )}.`,
  range: (name: string, minimum: number, maximum: number) =>
    `${name} deve ser um número de ${minimum} a ${maximum}.`,
  number: (name: string) => `${name} deve ser um número.`,
  size: '--size deve ser WIDTHxHEIGHT, como 1280x720.',
  latency: '--latency deve ser low ou quality.',
  encoder: (choices: readonly string[]) => `--encoder deve ser ${format.list(choices, 'disjunction')}.`,
  outOfRange: (name: string) => `${name} deve ser ${ranges.get(name) ?? 'um valor dentro dos limites'}.`,
  sceneWithoutCollection: '--scene precisa de --collection FILE ou --import-obs FILE.',
  twoCollections: 'Use --collection ou --import-obs, não os dois.',
  sourceWithCollection: 'A coleção tem as próprias fontes. Não use --source.',
  sceneUnknown: (name: string, names: readonly string[]) =>
    `A coleção não tem nenhuma cena com o nome “${name}”. Ela tem ${format.list(
      names.map((each) => `“${each}”`),
      'conjunction',
    )}.`,
  presetUnknown: (name: string) => `Não há nenhum destino salvo com o nome “${name}”.`,
  inputAndTo: '--input e --to são obrigatórios.',
  stdinTaken: 'A entrada padrão já é usada para a mídia. Use --key-file para a chave.',

  standardInput: 'a entrada padrão',
  noPassword: (option: string, path: string) =>
    `${option}: não há senha (${path}). Coloque a senha em uma única linha, com até 255 bytes.`,
  noKey: (option: string, path: string) =>
    `${option}: não há chave (${path}). Coloque a chave em uma única linha.`,
  noCertificate: (option: string, path: string) => `${option}: não há certificado em formato PEM (${path}).`,
  tooLarge: (option: string, path: string) => `${option}: dados demais (${path}).`,
  unreadable: (option: string, path: string) => `${option}: não é possível ler ${path}.`,
  folderReadOnly: (option: string, path: string) =>
    `${option}: não é possível gravar na pasta que contém ${path}.`,
  notJson: (option: string, path: string) => `${option}: não há JSON válido (${path}).`,
  notACollection: (option: string, path: string, found: string) =>
    `${option}: não há uma coleção que o Upcast possa usar (${path}). ${found}`,
  fileFault: (option: string, path: string, sentence: string) => `${option}: ${path}: ${sentence}`,
  fault,
  commandsUnread: (why: string) => endSentence(`--command: o Upcast parou de ler comandos: ${why}`),
  commandTooLong: 'A linha tem mais de 64 KB.',
  commandNotJson: 'A linha não é JSON válido.',
  refusedSwitch: (name: string) =>
    `O Upcast não inicia com --${name}, porque esta opção deixa outros programas controlarem a janela. Remova a opção e tente de novo.`,
};
