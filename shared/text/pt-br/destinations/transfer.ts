/** Import and export of destinations, and the relay. */
import { format } from '../format.ts';
import { IMPORTABLE } from './preset-file.ts';

export const presetExport = {
  title: 'Exportar destinos',
  list: 'Destinos a exportar',
  withKeys: 'Incluir chaves de transmissão e senhas',
  withKeysHint:
    'O Upcast criptografa as chaves de transmissão e as senhas com a frase secreta. Quem tiver o arquivo e a frase secreta pode transmitir nos seus canais. Não é possível recuperar uma frase secreta perdida.',
  withoutKeysHint:
    'Sem chaves e senhas, o arquivo pode ser compartilhado com segurança. Cada pessoa digita as próprias.',
  passphrase: 'Frase secreta',
  passphraseHint: (length: number) => `Pelo menos ${format.number(length)} caracteres.`,
  passphraseShort: (length: number) =>
    `Use pelo menos ${format.number(length)} caracteres. Várias palavras funcionam melhor.`,
  repeat: 'Repetir a frase secreta',
  mismatch: 'As frases secretas não coincidem.',
  export: 'Exportar…',
  exporting: 'Exportando…',
};

export const presetImport = {
  title: 'Importar destinos',
  list: 'Destinos no arquivo',
  origin: (origin: 'upcast' | 'obs' | 'list', fileName: string) =>
    `${{ upcast: 'Destinos do Upcast', obs: 'Serviço do OBS', list: 'Lista de endereços' }[origin]}: ${fileName}`,
  chooseFile: 'Escolher arquivo…',
  anotherFile: 'Escolher outro arquivo…',
  waiting: `Escolha um arquivo. ${IMPORTABLE}`,
  passphrase: 'Frase secreta',
  passphraseHint:
    'As chaves de transmissão neste arquivo estão criptografadas. Sem a frase secreta, o Upcast adiciona os destinos sem chaves.',
  unlock: 'Desbloquear chaves',
  unlocking: 'Desbloqueando…',
  skipped: 'Pulados',
  addedOff: 'Os novos destinos ficam desativados até você ativá-los.',
  withKey: 'Com chave',
  encrypted: 'Criptografado',
  notEncrypted: 'Sem criptografia',
  duplicate: (host: string, name: string) => `${host} · já adicionado como ${name}`,
  noteWithKey: (host: string) => `${host} · com chave`,
  noteLocked: (host: string) => `${host} · chave bloqueada`,
  noteWithoutKey: (host: string) => `${host} · sem chave`,
  add: 'Adicionar',
  addCount: (count: number, isLocked: boolean) =>
    `Adicionar ${format.number(count)}${isLocked ? ' sem chaves' : ''}`,
};

export const relay = {
  title: 'Enviar por um servidor intermediário',
  description:
    'O Upcast envia uma só transmissão para o seu próprio servidor de mídia, que a encaminha para todos os destinos. Você faz o upload uma vez só, não importa quantos destinos tenha. O Upcast escreve a configuração para o nginx.',
  targets: 'Destinos do servidor intermediário',
  forwardsTo: 'Encaminhar para',
  noTargets: 'Adicione primeiro destinos com chave de transmissão.',
  place: 'Onde o servidor intermediário roda',
  places: { server: 'Em um servidor', local: 'Neste computador' },
  localNote:
    'Neste computador, um servidor intermediário não economiza banda de upload. Use-o para experimentar.',
  host: 'Nome de host do servidor',
  hostPlaceholder: 'relay.example.org',
  port: 'Porta',
  certificate: 'Certificado no servidor',
  certificatePlaceholder: '/etc/letsencrypt/live/…/fullchain.pem',
  certificateHint:
    'Adicione um certificado e uma chave privada para criptografar a conexão com o servidor intermediário.',
  privateKey: 'Chave privada no servidor',
  privateKeyPlaceholder: '/etc/letsencrypt/live/…/privkey.pem',
  write: 'Escolher pasta e salvar…',

  writtenTitle: 'Arquivos do servidor intermediário salvos',
  writtenDescription: (folder: string) =>
    `Os arquivos estão em ${folder}. A pasta “keys” contém as suas chaves de transmissão sem criptografia, e só você pode lê-la.`,
  addAndTest: 'Adicionar como destino e testar',
  noOutputs: 'O servidor intermediário não encaminha para nenhum destino.',
  outputs: (names: readonly string[]) => `O servidor intermediário encaminha para ${format.list(names)}.`,
  leftOut: (name: string, why: string) => `${name} ficou de fora. ${why}`,
  check: 'Verificar status',
  noResponse: 'Sem resposta. O nginx está rodando?',
  waiting: 'Rodando, à espera de uma transmissão.',
  forwarding: (outputs: number) =>
    `Recebendo uma transmissão e encaminhando para ${format.count(outputs, { one: 'destino', many: 'de destinos', other: 'destinos' })}.`,
};
