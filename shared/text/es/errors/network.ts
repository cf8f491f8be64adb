/** What goes wrong between this computer and a server: network, TLS, RTMP. */
import type { ErrorDetails } from '../../../errors/app-error.ts';
import type { ErrorCode } from '../../../errors/error-codes.ts';
import type { ErrorText, ErrorTexts } from '../../error-text-types.ts';

type NetworkCode = Extract<ErrorCode, `transport/${string}` | `rtmp/${string}`>;

function host(details: ErrorDetails, otherwise = 'el servidor'): string {
  return typeof details['host'] === 'string' ? details['host'] : otherwise;
}

/** In a sentence's first place, where a host keeps its small letter. */
function subject(details: ErrorDetails): string {
  return host(details, 'El servidor');
}

/** A network answers in the server's place until its user has signed in. */
const SIGN_IN_PAGE =
  'Si usas una red wifi pública, abre primero cualquier página en un navegador e inicia sesión.';

const late: ReadonlyMap<unknown, (details: ErrorDetails) => string> = new Map([
  ['dns', (details) => `Se tardó demasiado en encontrar ${host(details)}.`],
  ['tcp', (details) => `La conexión con ${host(details)} tardó demasiado.`],
  ['tls', (details) => lateAt(details, 'al proteger la conexión')],
  ['handshake', (details) => lateAt(details, 'durante la negociación RTMP')],
  ['connect', (details) => lateAt(details, 'al abrir la aplicación RTMP')],
  ['publish', (details) => lateAt(details, 'después de que Upcast enviara la clave de transmisión')],
]);

function lateAt(details: ErrorDetails, when: string): string {
  return `${subject(details)} no respondió a tiempo ${when}.`;
}

function timeout(details: ErrorDetails): ErrorText {
  return {
    title: late.get(details['step'])?.(details) ?? `${subject(details)} no respondió a tiempo.`,
    action: 'Comprueba la dirección y tu red, o usa el servidor de respaldo.',
  };
}

function tlsFailed(details: ErrorDetails): ErrorText {
  const needed = details['neededVersion'];
  if (typeof needed === 'string')
    return {
      title: `${subject(details)} no admite ${needed} ni versiones posteriores.`,
      action:
        needed === 'TLS 1.3'
          ? 'Pide al administrador del servidor que active TLS 1.3, o pon la versión mínima de TLS de este destino en TLS 1.2.'
          : `Pide al administrador del servidor que active ${needed}. Las versiones anteriores no son seguras.`,
    };
  if (details['isPlain'] === true)
    return {
      title: `${subject(details)} respondió sin cifrado.`,
      action: `Comprueba que el puerto admita RTMPS. ${SIGN_IN_PAGE}`,
    };
  return {
    title: 'No se pudo establecer una conexión segura.',
    action: 'Comprueba que el puerto admita RTMPS. Después, revisa la versión mínima de TLS de este destino.',
  };
}

function movedElsewhere(details: ErrorDetails): ErrorText {
  const server = typeof details['server'] === 'string' ? details['server'] : 'El servidor';
  const isPrivate = details['isPrivate'] === true;
  const target = host(details, 'otro servidor');
  return {
    title: `${server} quiere redirigir tu transmisión a ${target}${isPrivate ? ', que está en una red privada' : ''}.`,
    action: isPrivate
      ? 'Upcast no siguió la redirección, que enviaría tu clave de transmisión a este host. Pregunta al administrador del servidor si este host es correcto. Si lo es, escribe su dirección en este destino.'
      : 'Upcast no siguió la redirección, que enviaría tu clave de transmisión a este host. Si confías en este host, elige Permitir este host. Si tienes dudas, pregunta al administrador del servidor.',
  };
}

const proxyActions: ReadonlyMap<unknown, string> = new Map([
  [
    'signIn',
    'Abre cualquier página en un navegador de este equipo, inicia sesión allí y vuelve a intentarlo.',
  ],
  ['rules', 'Pide al administrador del proxy que permita este servidor y este puerto, o conecta sin proxy.'],
  ['server', 'El proxy no puede conectar con el servidor. Comprueba la dirección y el puerto del servidor.'],
  [
    'otherProtocol',
    'Comprueba la dirección, el puerto y el tipo del proxy: SOCKS5 y HTTP no son intercambiables.',
  ],
  ['silent', 'Comprueba el puerto y el tipo del proxy (SOCKS5 o HTTP), o conecta sin proxy.'],
  ['datagrams', 'Usa RTMPS para este destino o conecta sin proxy.'],
]);

function proxy(details: ErrorDetails): string {
  return `proxy ${host(details, '')}`.trimEnd();
}

function proxyRefused(details: ErrorDetails): ErrorText {
  const what: ReadonlyMap<unknown, string> = new Map([
    ['silent', 'acepta conexiones pero no responde'],
    ['signIn', 'respondió con una página web, probablemente de inicio de sesión'],
    ['datagrams', 'no admite RTMFP, que usa UDP'],
  ]);
  return {
    title: `El ${proxy(details)} ${what.get(details['reason']) ?? 'no conectó con el servidor'}.`,
    action:
      proxyActions.get(details['reason']) ??
      'Comprueba la dirección y el tipo del proxy, o conecta sin proxy.',
  };
}

function proxyLogin(details: ErrorDetails): ErrorText {
  const { hasLogin, otherMethods } = details;
  if (typeof otherMethods === 'string')
    return {
      title: `El ${proxy(details)} exige un método de inicio de sesión que Upcast no admite${otherMethods === '' ? '' : ` (${otherMethods})`}.`,
      action:
        'Upcast inicia sesión con usuario y contraseña. Pide al administrador del proxy que lo permita (autenticación Basic), o conecta sin proxy.',
    };
  return {
    title:
      hasLogin === true
        ? `El ${proxy(details)} rechazó el usuario o la contraseña.`
        : `El ${proxy(details)} necesita un usuario y una contraseña.`,
    action:
      'Escribe el usuario y la contraseña del proxy en este destino o en el apartado Proxy de Configuración.',
  };
}

function webPage(details: ErrorDetails, action: string): ErrorText {
  return {
    title: `${subject(details)} respondió como un sitio web, no como un servidor de transmisión.`,
    action: `${action} ${SIGN_IN_PAGE}`,
  };
}

export const networkErrors: ErrorTexts<NetworkCode> = {
  'transport/host-not-found': (details) => ({
    title: `No se encuentra ${host(details)}.`,
    action:
      'Comprueba que la dirección del servidor esté bien escrita y que tu conexión a internet funcione.',
  }),
  'transport/refused': (details) => ({
    title: `${subject(details)} rechazó la conexión.`,
    action: 'Comprueba el puerto de la dirección y que el servidor esté en marcha.',
  }),
  'transport/unreachable': (details) =>
    details['isLocalNetwork'] === true
      ? {
          title: `No se puede conectar con ${host(details)} en tu red local.`,
          action:
            'Activa Upcast en Ajustes del Sistema > Privacidad y seguridad > Red local. Si ya está activado, comprueba que el servidor esté en marcha.',
        }
      : {
          title: `No se puede conectar con ${host(details)} desde esta red.`,
          action: 'Comprueba tu red, tu VPN o tu firewall.',
        },
  'transport/timeout': timeout,
  'transport/reset': () => ({
    title: 'El servidor cortó la conexión.',
    action: 'Si sigue ocurriendo, comprueba la clave de transmisión y tu velocidad de subida.',
  }),
  'transport/closed': () => ({
    title: 'El servidor cerró la conexión.',
    action:
      'Si sigue ocurriendo, comprueba la clave de transmisión y que nadie más esté transmitiendo con ella.',
  }),
  'transport/stalled': () => ({
    title: 'El servidor dejó de aceptar datos.',
    action: 'Baja la tasa de bits si tu subida es lenta, o usa el servidor de respaldo.',
  }),
  'transport/proxy-refused': proxyRefused,
  'transport/proxy-login': proxyLogin,
  'transport/proxy-unreachable': (details) => ({
    title: `No se puede conectar con el ${proxy(details)}.`,
    action:
      'Comprueba que el proxy esté en marcha y que su dirección y su puerto sean correctos, o conecta sin proxy.',
  }),
  'transport/tunnel-refused': (details) =>
    details['isWebPage'] === true
      ? webPage(details, 'Usa la dirección rtmp:// o rtmps:// del servidor.')
      : {
          title: 'El servidor no admite RTMP sobre HTTP.',
          action: 'Usa la dirección rtmp:// o rtmps:// del servidor.',
        },
  'transport/tls-failed': tlsFailed,
  'transport/certificate-expired': () => ({
    title: 'El certificado del servidor ha caducado.',
    action:
      'Comprueba el reloj de este equipo. Si la hora es correcta, el administrador del servidor tiene que renovar el certificado.',
  }),
  'transport/certificate-not-yet-valid': () => ({
    title: 'El certificado del servidor aún no es válido.',
    action: 'Comprueba el reloj de este equipo.',
  }),
  'transport/certificate-wrong-host': (details) => ({
    title: `El certificado del servidor no corresponde a ${host(details, 'este host')}.`,
    action: `Usa el nombre de host para el que se emitió el certificado. ${SIGN_IN_PAGE}`,
  }),
  'transport/certificate-unknown-authority': ({ isChainMissing }) => ({
    title: 'Este equipo no confía en el certificado del servidor.',
    action:
      isChainMissing === true
        ? 'Puede que el servidor no envíe su cadena de certificados completa. Pide a su administrador que lo compruebe. Si el servidor es tuyo, puedes añadir su autoridad de certificación en Seguridad y red, en este destino.'
        : `Si el servidor es tuyo, añade su autoridad de certificación en Seguridad y red, en este destino. ${SIGN_IN_PAGE}`,
  }),
  'transport/certificate-pin-mismatch': () => ({
    title: 'El certificado del servidor no coincide con el certificado fijado.',
    action: 'Si el servidor tiene un certificado nuevo, actualiza el certificado fijado en este destino.',
  }),
  'rtmp/not-rtmp': (details) =>
    details['isWebPage'] === true
      ? webPage(details, 'Comprueba la dirección y el puerto.')
      : {
          title: 'No hay ningún servidor RTMP en esta dirección.',
          action: 'Comprueba la dirección y el puerto.',
        },
  'rtmp/wants-encryption': () => ({
    title: 'El servidor exige una conexión cifrada.',
    action: 'Usa la dirección rtmps:// del servidor.',
  }),
  'rtmp/handshake-failed': () => ({
    title: 'La negociación RTMP falló.',
    action: 'Comprueba que la dirección sea la de un servidor RTMP.',
  }),
  'rtmp/protocol': () => ({
    title: 'El servidor envió un mensaje RTMP no válido.',
    action: 'Elige otro servidor.',
  }),
  'rtmp/limit': () => ({
    title: 'El servidor envió demasiados datos.',
    action: 'Elige otro servidor.',
  }),
  'rtmp/bad-amf': () => ({
    title: 'El servidor envió una respuesta que Upcast no puede leer.',
    action: 'Elige otro servidor.',
  }),
  'rtmp/connect-rejected': () => ({
    title: 'El servidor rechazó la conexión.',
    action: 'Comprueba la dirección y que tu cuenta tenga permiso para transmitir.',
  }),
  'rtmp/moved-elsewhere': movedElsewhere,
  'rtmp/unknown-application': () => ({
    title: 'El servidor no tiene ninguna aplicación RTMP con este nombre.',
    action:
      'Comprueba la parte de la dirección que sigue al host, a menudo «live» o «app». Si es correcta, puede que el servidor solo acepte ciertas aplicaciones de transmisión.',
  }),
  'rtmp/key-refused': () => ({
    title: 'El servidor rechazó la clave de transmisión.',
    action:
      'Vuelve a copiar la clave de tu servicio y guárdala en este destino. Si otra aplicación u otro dispositivo usa esta clave, detenlo primero.',
  }),
  'rtmp/cut-after-publish': () => ({
    title: 'La conexión se cerró al empezar la transmisión.',
    action:
      'Vuelve a intentarlo. Si sigue ocurriendo, copia la clave de tu servicio y guárdala en este destino. Si otra aplicación u otro dispositivo usa esta clave, detenlo primero.',
  }),
  'rtmp/name-in-use': () => ({
    title: 'Alguien ya está transmitiendo con esta clave.',
    action:
      'Finaliza la otra transmisión. Si acaba de terminar, espera un minuto a que el servidor lo detecte.',
  }),
  'rtmp/authentication-required': () => ({
    title: 'El servidor exige un usuario y una contraseña.',
    action: 'Escribe el usuario y la contraseña en Inicio de sesión, en este destino.',
  }),
  'rtmp/authentication-failed': () => ({
    title: 'El servidor rechazó el usuario o la contraseña.',
    action: 'Vuelve a escribir el usuario y la contraseña en este destino.',
  }),
  'rtmp/codec-refused': (details) => ({
    title: `${subject(details)} no admite ${typeof details['codec'] === 'string' ? details['codec'] : 'este códec'}.`,
    action:
      'Finaliza la transmisión y elige un codificador H.264 en Configuración. Todos los servidores admiten H.264.',
  }),
  'rtmp/server-error': () => ({
    title: 'El servidor informó de un error interno.',
    action: 'Espera un momento o usa el servidor de respaldo.',
  }),
  'rtmp/server-ended': () => ({
    title: 'El servidor finalizó la transmisión.',
    action: 'Mira en el panel de tu servicio si alguien finalizó allí la transmisión.',
  }),
};
