/** A destination's card: what happens to the stream there. */
import type { ConnectStep } from '../../../broadcast/state.ts';
import { format } from '../format.ts';

const steps: Readonly<Record<ConnectStep, string>> = {
  dns: 'Procurando o servidor',
  tcp: 'Conectando',
  tls: 'Protegendo a conexão',
  handshake: 'Handshake RTMP',
  connect: 'Abrindo a aplicação RTMP',
  publish: 'Enviando a chave de transmissão',
};

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

const attempt = (count: number) => `(tentativa ${format.number(count)})`;

const destinationCount = (count: number) =>
  format.count(count, { one: 'destino', many: 'de destinos', other: 'destinos' });

export const card = {
  off: 'Desativado',
  waitsForRehearsal: 'Em pausa durante o ensaio',
  keyMissing: 'Nenhuma chave de transmissão salva',
  ready: 'Pronto',
  readyAt: (host: string) => `Pronto · ${host}`,
  connecting: (step: ConnectStep, count: number) =>
    count > 1 ? `${steps[step]}… ${attempt(count)}` : `${steps[step]}…`,
  live: (elapsed: string) => `Ao vivo ${elapsed}`,
  liveOnBackup: (elapsed: string) => `Ao vivo ${elapsed} · Servidor reserva`,
  reconnectingIn: (seconds: number, count: number) =>
    `Reconectando em ${format.number(seconds)} s ${attempt(count)}`,
  reconnecting: (step: ConnectStep | undefined, count: number) =>
    step === undefined
      ? `Reconectando… ${attempt(count)}`
      : `Reconectando: ${lowerFirst(steps[step])}… ${attempt(count)}`,
  ending: (seconds: number) => `Encerrando… até ${format.number(seconds)} s`,
  movedTo: (host: string) => `O servidor redirecionou esta transmissão para ${host}.`,
  heldBack: 'A rede não dá conta: quadros sendo perdidos.',
  dropped: (frames: number) =>
    format.count(frames, { one: 'perdido', many: 'de perdidos', other: 'perdidos' }),
  queued: (durationMs: number) => `${format.seconds(durationMs, 1)} na fila`,
  backup: (host: string, sentence: string) => `Reserva ${host} · ${sentence}`,
  unencrypted: (sentence: string) => `${sentence} · Sem criptografia`,
};

/** The list of destinations, a card's buttons and menu, and what lies behind its lock. */
export const destinations = {
  title: 'Destinos',
  list: 'Lista de destinos',
  add: 'Adicionar',
  addDestination: 'Adicionar destino',
  importAndExport: 'Importar e exportar',
  import: 'Importar…',
  export: 'Exportar…',
  empty:
    'Para onde você quer transmitir? Adicione o servidor e a chave de transmissão que o seu serviço fornece.',
  chooseService: 'Escolher um serviço…',
  relay: 'Enviar por servidor intermediário…',

  deleted: (name: string) => `“${name}” foi excluído.`,
  copyName: (name: string) => `${name} (cópia)`,
  duplicated: (name: string) => `Duplicado como “${name}”.`,
  needsKey: 'Digite a chave de transmissão da cópia.',
  needsKeyAndAddress:
    'Digite uma chave de transmissão e o endereço completo. O Upcast não copia dados secretos.',
  added: (count: number) => `Adicionado: ${destinationCount(count)}.`,
  exported: (count: number) => `Exportado: ${destinationCount(count)}.`,
  savedAs: (fileName: string) => `Salvo como ${fileName}.`,

  actions: {
    retryNow: 'Tentar agora',
    useBackup: 'Usar o reserva',
    giveUp: 'Parar de tentar',
    tryAgain: 'Tentar de novo',
    trustHost: 'Permitir este host',
  },
  sendTo: (name: string) => `Enviar para ${name}`,
  moreFor: (name: string) => `Mais opções de ${name}`,
  edit: 'Editar…',
  test: 'Testar…',
  duplicate: 'Duplicar',
  moveUp: 'Mover para cima',
  moveDown: 'Mover para baixo',
  delete: 'Excluir',

  tlsVersion: (protocol: string) => protocol.replace('TLSv', 'TLS '),
  showCertificate: (version: string) => `${version}: mostrar certificado`,
  ownAuthority: 'Assinado pela autoridade de certificação que você adicionou',
};

export const certificate = {
  title: (name: string) => `Conexão com ${name}`,
  description: 'Criptografada. O Upcast verificou o certificado e o nome de host do servidor.',
  host: 'Host',
  protocol: 'Protocolo',
  protocolAndCipher: (protocol: string, cipher: string) => `${protocol}, ${cipher}`,
  issuedTo: 'Emitido para',
  issuedBy: 'Emitido por',
  ownAuthority: (issuer: string) => `${issuer}, a autoridade que você adicionou`,
  validUntil: 'Válido até',
  validity: (untilMs: number, days: number) =>
    `${format.date(untilMs)} (${format.plural(days, { one: 'falta', many: 'faltam', other: 'faltam' })} ${format.count(days, { one: 'dia', many: 'de dias', other: 'dias' })})`,
  chain: 'Cadeia',
  fingerprint: 'Impressão digital SHA-256',
};
