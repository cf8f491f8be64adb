/** The test of a destination: its steps, outcome, and recommendation. */
import type { ConnectStep } from '../../../broadcast/state.ts';
import { format } from '../format.ts';

const stepNames: Readonly<Record<ConnectStep | 'measure', string>> = {
  dns: 'Buscar el servidor',
  tcp: 'Conectar',
  tls: 'Proteger la conexión',
  handshake: 'Negociación RTMP',
  connect: 'Abrir la aplicación RTMP',
  publish: 'Enviar la clave de transmisión',
  measure: 'Medir la velocidad de subida',
};

export const destinationTest = {
  title: (name: string) => `Probar ${name}`,
  description:
    'Comprueba cada paso de la conexión. Los espectadores no ven nada si no eliges enviar vídeo de prueba.',
  steps: 'Pasos',
  stepNames,
  start: 'Iniciar prueba',
  again: 'Probar otra vez',
  cancel: 'Cancelar prueba',
  testMode: (service: string) =>
    `${service} tiene un modo de prueba, así que Upcast también envía vídeo de prueba durante 13 segundos para medir tu velocidad de subida. Los espectadores no lo ven.`,
  publish: 'Enviar vídeo de prueba y medir la velocidad de subida',
  publishHint: (isRelay: boolean) =>
    `Envía vídeo gris sin audio durante 13 segundos. Puede aparecer en ${isRelay ? 'todos los canales conectados al servidor intermedio' : 'tu canal'}.`,

  skipped: 'Omitido',
  running: '…',
  measuring: (rate: string, seconds: number) => `${rate} · quedan ${format.number(seconds)} s`,
  waitingForServer: 'Esperando al servidor…',
  milliseconds: (ms: number) => `${format.number(ms)} ms`,
  failed: 'Falló',
  failedAfter: (time: string) => `Falló después de ${time}`,
  secured: (protocol: string, days: number, time: string) =>
    `${protocol} · el certificado caduca en ${format.count(days, { one: 'día', many: 'de días', other: 'días' })} · ${time}`,
  measured: (rate: string, isAtLeast: boolean) => (isAtLeast ? `${rate} o más` : rate),

  cancelled: 'Prueba cancelada. Upcast no está enviando nada.',
  /** @param roundTripMs undefined where it isn't known. */
  reachable: (roundTripMs: number | undefined) =>
    `El servidor acepta conexiones${roundTrip(roundTripMs)}. La prueba no comprobó la clave de transmisión ni la velocidad de subida.`,
  accepted: (roundTripMs: number | undefined) =>
    `El servidor aceptó la transmisión${roundTrip(roundTripMs)}.`,
  uploadAtLeast: (rate: string) =>
    `Tu subida llegó a ${rate}, lo máximo que envía esta prueba. Puede ser más rápida.`,
  upload: (rate: string, lowest: string) => `Velocidad de subida: ${rate} (el segundo más lento: ${lowest}).`,
  codecMissing: (missing: string, used: string) =>
    `Ningún codificador ${missing} funciona en este equipo, así que la prueba usó ${used}. La prueba no comprobó si se admite ${missing}.`,
  codecUnconfirmed: (codec: string) =>
    `La prueba usó ${codec}. El servidor no confirmó que admita ${codec}, así que comprueba que el vídeo aparezca en tu canal.`,
  codecUsed: (codec: string) => `La prueba usó ${codec}, como tu transmisión.`,

  tooSlow:
    'Tu subida es demasiado lenta para tus destinos, incluso con la tasa de bits más baja. Si hay más de uno activado, desactiva alguno.',
  settingsFit: 'Tus ajustes son adecuados para tu velocidad de subida: ',
  recommended: 'Recomendado para todos los destinos activados: ',
  profile: (width: number, height: number, fps: string, rate: string) =>
    `${width} × ${height}, ${fps} fps, ${rate}`,
  apply: 'Aplicar',
  applied: 'Se actualizaron los ajustes de codificación.',
};

function roundTrip(ms: number | undefined): string {
  return ms === undefined ? '' : ` (ida y vuelta: ${format.number(ms)} ms)`;
}
