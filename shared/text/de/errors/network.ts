/** What goes wrong between this computer and a server: network, TLS, RTMP. */
import type { ErrorDetails } from '../../../errors/app-error.ts';
import type { ErrorCode } from '../../../errors/error-codes.ts';
import type { ErrorText, ErrorTexts } from '../../error-text-types.ts';

type NetworkCode = Extract<ErrorCode, `transport/${string}` | `rtmp/${string}`>;

function host(details: ErrorDetails, otherwise: string): string {
  return typeof details['host'] === 'string' ? details['host'] : otherwise;
}

/** In a sentence's first place. */
function subject(details: ErrorDetails): string {
  return host(details, 'Der Server');
}

/** A network answers in the server's place until its user has signed in. */
const SIGN_IN_PAGE =
  'In einem öffentlichen WLAN öffne zuerst irgendeine Seite im Browser und melde dich dort an.';

const late: ReadonlyMap<unknown, (details: ErrorDetails) => string> = new Map([
  ['dns', (details) => `Die Suche nach ${host(details, 'dem Server')} hat zu lange gedauert.`],
  ['tcp', (details) => `Die Verbindung zu ${host(details, 'dem Server')} hat zu lange gedauert.`],
  ['tls', (details) => lateAt(details, 'beim Absichern der Verbindung')],
  ['handshake', (details) => lateAt(details, 'beim RTMP-Handshake')],
  ['connect', (details) => lateAt(details, 'beim Öffnen der RTMP-Anwendung')],
  ['publish', (details) => lateAt(details, 'nach dem Senden des Stream-Schlüssels')],
]);

function lateAt(details: ErrorDetails, when: string): string {
  return `${subject(details)} hat ${when} nicht rechtzeitig geantwortet.`;
}

function timeout(details: ErrorDetails): ErrorText {
  return {
    title: late.get(details['step'])?.(details) ?? `${subject(details)} hat nicht rechtzeitig geantwortet.`,
    action: 'Prüfe die Adresse und dein Netzwerk oder nutze den Backup-Server.',
  };
}

function tlsFailed(details: ErrorDetails): ErrorText {
  const needed = details['neededVersion'];
  if (typeof needed === 'string')
    return {
      title: `${subject(details)} unterstützt ${needed} oder neuer nicht.`,
      action:
        needed === 'TLS 1.3'
          ? 'Bitte den Betreiber des Servers, TLS 1.3 einzuschalten, oder stelle die TLS-Mindestversion dieses Ziels auf TLS 1.2.'
          : `Bitte den Betreiber des Servers, ${needed} einzuschalten. Ältere Versionen sind nicht sicher.`,
    };
  if (details['isPlain'] === true)
    return {
      title: `${subject(details)} hat ohne Verschlüsselung geantwortet.`,
      action: `Prüfe, ob der Port RTMPS unterstützt. ${SIGN_IN_PAGE}`,
    };
  return {
    title: 'Es kam keine sichere Verbindung zustande.',
    action: 'Prüfe, ob der Port RTMPS unterstützt. Prüfe dann die TLS-Mindestversion dieses Ziels.',
  };
}

function movedElsewhere(details: ErrorDetails): ErrorText {
  const server = typeof details['server'] === 'string' ? details['server'] : 'Der Server';
  const isPrivate = details['isPrivate'] === true;
  const target = host(details, 'einen anderen Server');
  return {
    title: `${server} will deinen Stream an ${target} umleiten${isPrivate ? ', in einem privaten Netzwerk' : ''}.`,
    action: isPrivate
      ? 'Upcast ist der Umleitung nicht gefolgt, denn sie würde deinen Stream-Schlüssel an diesen Host senden. Frag den Betreiber des Servers, ob der Host stimmt. Wenn ja, gib seine Adresse in diesem Ziel ein.'
      : 'Upcast ist der Umleitung nicht gefolgt, denn sie würde deinen Stream-Schlüssel an diesen Host senden. Wenn du dem Host vertraust, wähle „Host erlauben“. Wenn du unsicher bist, frag den Betreiber des Servers.',
  };
}

const proxyActions: ReadonlyMap<unknown, string> = new Map([
  [
    'signIn',
    'Öffne auf diesem Computer irgendeine Seite im Browser, melde dich dort an und versuche es noch einmal.',
  ],
  [
    'rules',
    'Bitte den Betreiber des Proxys, diesen Server und Port zu erlauben, oder verbinde dich ohne Proxy.',
  ],
  ['server', 'Der Proxy erreicht den Server nicht. Prüfe Adresse und Port des Servers.'],
  ['otherProtocol', 'Prüfe Adresse, Port und Typ des Proxys: SOCKS5 und HTTP sind nicht austauschbar.'],
  ['silent', 'Prüfe Port und Typ des Proxys (SOCKS5 oder HTTP), oder verbinde dich ohne Proxy.'],
  ['datagrams', 'Nutze RTMPS für dieses Ziel, oder verbinde dich ohne Proxy.'],
]);

function proxy(details: ErrorDetails): string {
  return `Proxy ${host(details, '')}`.trimEnd();
}

function proxyRefused(details: ErrorDetails): ErrorText {
  const what: ReadonlyMap<unknown, string> = new Map([
    ['silent', 'nimmt Verbindungen an, antwortet aber nicht'],
    ['signIn', 'hat mit einer Webseite geantwortet, wahrscheinlich zum Anmelden'],
    ['datagrams', 'überträgt kein RTMFP, denn RTMFP nutzt UDP'],
  ]);
  return {
    title: `Der ${proxy(details)} ${what.get(details['reason']) ?? 'hat keine Verbindung zum Server hergestellt'}.`,
    action:
      proxyActions.get(details['reason']) ??
      'Prüfe Adresse und Typ des Proxys, oder verbinde dich ohne Proxy.',
  };
}

function proxyLogin(details: ErrorDetails): ErrorText {
  const { hasLogin, otherMethods } = details;
  if (typeof otherMethods === 'string')
    return {
      title: `Der ${proxy(details)} verlangt ein Anmeldeverfahren, das Upcast nicht unterstützt${otherMethods === '' ? '' : ` (${otherMethods})`}.`,
      action:
        'Upcast meldet sich mit Benutzername und Passwort an. Bitte den Betreiber des Proxys, das zu erlauben (Basic-Authentifizierung), oder verbinde dich ohne Proxy.',
    };
  return {
    title:
      hasLogin === true
        ? `Der ${proxy(details)} hat Benutzername oder Passwort abgelehnt.`
        : `Der ${proxy(details)} verlangt Benutzername und Passwort.`,
    action:
      'Gib Benutzername und Passwort des Proxys in diesem Ziel ein, oder in den Einstellungen unter „Proxy“.',
  };
}

function webPage(details: ErrorDetails, action: string): ErrorText {
  return {
    title: `${subject(details)} hat wie eine Website geantwortet, nicht wie ein Streaming-Server.`,
    action: `${action} ${SIGN_IN_PAGE}`,
  };
}

export const networkErrors: ErrorTexts<NetworkCode> = {
  'transport/host-not-found': (details) => ({
    title: `${host(details, 'Der Server')} wurde nicht gefunden.`,
    action: 'Prüfe die Serveradresse auf Tippfehler und prüfe deine Internetverbindung.',
  }),
  'transport/refused': (details) => ({
    title: `${subject(details)} hat die Verbindung abgelehnt.`,
    action: 'Prüfe den Port in der Adresse und ob der Server läuft.',
  }),
  'transport/unreachable': (details) =>
    details['isLocalNetwork'] === true
      ? {
          title: `${subject(details)} ist in deinem lokalen Netzwerk nicht erreichbar.`,
          action:
            'Schalte Upcast unter Systemeinstellungen > Datenschutz & Sicherheit > Lokales Netzwerk ein. Ist Upcast dort eingeschaltet, prüfe, ob der Server läuft.',
        }
      : {
          title: `${subject(details)} ist aus diesem Netzwerk nicht erreichbar.`,
          action: 'Prüfe dein Netzwerk, dein VPN oder deine Firewall.',
        },
  'transport/timeout': timeout,
  'transport/reset': () => ({
    title: 'Der Server hat die Verbindung zurückgesetzt.',
    action: 'Passiert das immer wieder, prüfe den Stream-Schlüssel und deine Upload-Geschwindigkeit.',
  }),
  'transport/closed': () => ({
    title: 'Der Server hat die Verbindung geschlossen.',
    action: 'Passiert das immer wieder, prüfe den Stream-Schlüssel und ob sonst noch jemand mit ihm streamt.',
  }),
  'transport/stalled': () => ({
    title: 'Der Server nimmt keine Daten mehr an.',
    action: 'Senke die Bitrate, wenn dein Upload langsam ist, oder nutze den Backup-Server.',
  }),
  'transport/proxy-refused': proxyRefused,
  'transport/proxy-login': proxyLogin,
  'transport/proxy-unreachable': (details) => ({
    title: `Der ${proxy(details)} ist nicht erreichbar.`,
    action: 'Prüfe, ob der Proxy läuft und ob Adresse und Port stimmen, oder verbinde dich ohne Proxy.',
  }),
  'transport/tunnel-refused': (details) =>
    details['isWebPage'] === true
      ? webPage(details, 'Nutze die Adresse des Servers mit rtmp:// oder rtmps://.')
      : {
          title: 'Der Server unterstützt RTMP über HTTP nicht.',
          action: 'Nutze die Adresse des Servers mit rtmp:// oder rtmps://.',
        },
  'transport/tls-failed': tlsFailed,
  'transport/certificate-expired': () => ({
    title: 'Das Zertifikat des Servers ist abgelaufen.',
    action:
      'Prüfe die Uhr dieses Computers. Geht sie richtig, muss der Betreiber des Servers das Zertifikat erneuern.',
  }),
  'transport/certificate-not-yet-valid': () => ({
    title: 'Das Zertifikat des Servers ist noch nicht gültig.',
    action: 'Prüfe die Uhr dieses Computers.',
  }),
  'transport/certificate-wrong-host': (details) => ({
    title: `Das Zertifikat des Servers gilt nicht für ${host(details, 'diesen Host')}.`,
    action: `Nutze den Hostnamen, für den das Zertifikat ausgestellt ist. ${SIGN_IN_PAGE}`,
  }),
  'transport/certificate-unknown-authority': ({ isChainMissing }) => ({
    title: 'Dieser Computer vertraut dem Zertifikat des Servers nicht.',
    action:
      isChainMissing === true
        ? 'Vielleicht sendet der Server nicht seine vollständige Zertifikatskette. Bitte den Betreiber, das zu prüfen. Bei deinem eigenen Server kannst du seine Zertifizierungsstelle in diesem Ziel unter „Sicherheit und Netzwerk“ hinzufügen.'
        : `Ist das dein eigener Server, füge seine Zertifizierungsstelle in diesem Ziel unter „Sicherheit und Netzwerk“ hinzu. ${SIGN_IN_PAGE}`,
  }),
  'transport/certificate-pin-mismatch': () => ({
    title: 'Das Zertifikat des Servers entspricht nicht dem angehefteten Zertifikat.',
    action: 'Hat der Server ein neues Zertifikat, aktualisiere das angeheftete Zertifikat in diesem Ziel.',
  }),
  'rtmp/not-rtmp': (details) =>
    details['isWebPage'] === true
      ? webPage(details, 'Prüfe Adresse und Port.')
      : { title: 'Unter dieser Adresse gibt es keinen RTMP-Server.', action: 'Prüfe Adresse und Port.' },
  'rtmp/wants-encryption': () => ({
    title: 'Der Server verlangt eine verschlüsselte Verbindung.',
    action: 'Nutze die Adresse des Servers mit rtmps://.',
  }),
  'rtmp/handshake-failed': () => ({
    title: 'Der RTMP-Handshake ist fehlgeschlagen.',
    action: 'Prüfe, ob die Adresse zu einem RTMP-Server gehört.',
  }),
  'rtmp/protocol': () => ({
    title: 'Der Server hat eine ungültige RTMP-Nachricht gesendet.',
    action: 'Wähle einen anderen Server.',
  }),
  'rtmp/limit': () => ({
    title: 'Der Server hat zu viele Daten gesendet.',
    action: 'Wähle einen anderen Server.',
  }),
  'rtmp/bad-amf': () => ({
    title: 'Der Server hat eine Antwort gesendet, die Upcast nicht lesen kann.',
    action: 'Wähle einen anderen Server.',
  }),
  'rtmp/connect-rejected': () => ({
    title: 'Der Server hat die Verbindung abgelehnt.',
    action: 'Prüfe die Adresse und ob dein Konto streamen darf.',
  }),
  'rtmp/moved-elsewhere': movedElsewhere,
  'rtmp/unknown-application': () => ({
    title: 'Der Server hat keine RTMP-Anwendung mit diesem Namen.',
    action:
      'Prüfe den Teil der Adresse nach dem Host, oft „live“ oder „app“. Stimmt dieser Teil, nimmt der Server vielleicht nur bestimmte Streaming-Apps an.',
  }),
  'rtmp/key-refused': () => ({
    title: 'Der Server hat den Stream-Schlüssel abgelehnt.',
    action:
      'Kopiere den Schlüssel noch einmal von deinem Dienst und speichere ihn in diesem Ziel. Nutzt eine andere App oder ein anderes Gerät diesen Schlüssel, beende sie zuerst.',
  }),
  'rtmp/cut-after-publish': () => ({
    title: 'Die Verbindung wurde beim Start des Streams geschlossen.',
    action:
      'Versuche es noch einmal. Passiert das immer wieder, kopiere den Schlüssel von deinem Dienst und speichere ihn in diesem Ziel. Nutzt eine andere App oder ein anderes Gerät diesen Schlüssel, beende sie zuerst.',
  }),
  'rtmp/name-in-use': () => ({
    title: 'Mit diesem Schlüssel streamt schon jemand.',
    action:
      'Beende den anderen Stream. Ist er gerade zu Ende gegangen, warte eine Minute, bis der Server das bemerkt.',
  }),
  'rtmp/authentication-required': () => ({
    title: 'Der Server verlangt Benutzername und Passwort.',
    action: 'Gib Benutzername und Passwort in diesem Ziel unter „Anmeldung“ ein.',
  }),
  'rtmp/authentication-failed': () => ({
    title: 'Der Server hat Benutzername oder Passwort abgelehnt.',
    action: 'Gib Benutzername und Passwort in diesem Ziel neu ein.',
  }),
  'rtmp/codec-refused': (details) => ({
    title: `${subject(details)} unterstützt ${typeof details['codec'] === 'string' ? details['codec'] : 'diesen Codec'} nicht.`,
    action:
      'Beende den Stream und wähle in den Einstellungen einen H.264-Encoder. Jeder Server unterstützt H.264.',
  }),
  'rtmp/server-error': () => ({
    title: 'Der Server hat einen internen Fehler gemeldet.',
    action: 'Warte einen Moment oder nutze den Backup-Server.',
  }),
  'rtmp/server-ended': () => ({
    title: 'Der Server hat den Stream beendet.',
    action: 'Sieh im Dashboard deines Dienstes nach, ob dort jemand den Stream beendet hat.',
  }),
};
