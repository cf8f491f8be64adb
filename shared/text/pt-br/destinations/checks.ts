/** The test of a destination: its steps, outcome, and recommendation. */
import type { ConnectStep } from '../../../broadcast/state.ts';
import { format } from '../format.ts';

const stepNames: Readonly<Record<ConnectStep | 'measure', string>> = {
  dns: 'Procurar o servidor',
  tcp: 'Conectar',
  tls: 'Proteger a conexão',
  handshake: 'Handshake RTMP',
  connect: 'Abrir a aplicação RTMP',
  publish: 'Enviar a chave de transmissão',
  measure: 'Medir a velocidade de upload',
};

export const destinationTest = {
  title: (name: string) => `Testar ${name}`,
  description:
    'Verifica cada etapa da conexão. Os espectadores não veem nada, a menos que você escolha enviar vídeo de teste.',
  steps: 'Etapas',
  stepNames,
  start: 'Iniciar teste',
  again: 'Testar de novo',
  cancel: 'Cancelar teste',
  testMode: (service: string) =>
    `${service} tem um modo de teste, por isso o Upcast também envia vídeo de teste por 13 segundos para medir a sua velocidade de upload. Os espectadores não o veem.`,
  publish: 'Enviar vídeo de teste e medir a velocidade de upload',
  publishHint: (isRelay: boolean) =>
    `Envia vídeo cinza sem áudio por 13 segundos. Ele pode aparecer ${isRelay ? 'em todos os canais ligados ao servidor intermediário' : 'no seu canal'}.`,

  skipped: 'Pulado',
  running: '…',
  measuring: (rate: string, seconds: number) => `${rate} · faltam ${format.number(seconds)} s`,
  waitingForServer: 'Aguardando o servidor…',
  milliseconds: (ms: number) => `${format.number(ms)} ms`,
  failed: 'Falhou',
  failedAfter: (time: string) => `Falhou depois de ${time}`,
  secured: (protocol: string, days: number, time: string) =>
    `${protocol} · o certificado expira em ${format.count(days, { one: 'dia', many: 'de dias', other: 'dias' })} · ${time}`,
  measured: (rate: string, isAtLeast: boolean) => (isAtLeast ? `${rate} ou mais` : rate),

  cancelled: 'Teste cancelado. O Upcast não está enviando nada.',
  /** @param roundTripMs undefined where it isn't known. */
  reachable: (roundTripMs: number | undefined) =>
    `O servidor aceita conexões${roundTrip(roundTripMs)}. O teste não verificou a chave de transmissão nem a velocidade de upload.`,
  accepted: (roundTripMs: number | undefined) => `O servidor aceitou a transmissão${roundTrip(roundTripMs)}.`,
  uploadAtLeast: (rate: string) =>
    `O seu upload chegou a ${rate}, o máximo que este teste envia. Ele pode ser mais rápido.`,
  upload: (rate: string, lowest: string) => `Velocidade de upload: ${rate} (segundo mais lento: ${lowest}).`,
  codecMissing: (missing: string, used: string) =>
    `Nenhum codificador ${missing} funciona neste computador, por isso o teste usou ${used}. O teste não verificou se ${missing} é aceito.`,
  codecUnconfirmed: (codec: string) =>
    `O teste usou ${codec}. O servidor não confirmou que aceita ${codec}, então verifique se o vídeo aparece no seu canal.`,
  codecUsed: (codec: string) => `O teste usou ${codec}, como a sua transmissão.`,

  tooSlow:
    'O seu upload é lento demais para os seus destinos, mesmo com a menor taxa de bits. Se houver mais de um ativado, desative um deles.',
  settingsFit: 'As suas configurações cabem na sua velocidade de upload: ',
  recommended: 'Recomendado para todos os destinos ativados: ',
  profile: (width: number, height: number, fps: string, rate: string) =>
    `${width} × ${height}, ${fps} fps, ${rate}`,
  apply: 'Aplicar',
  applied: 'As configurações de codificação foram atualizadas.',
};

function roundTrip(ms: number | undefined): string {
  return ms === undefined ? '' : ` (ida e volta: ${format.number(ms)} ms)`;
}
