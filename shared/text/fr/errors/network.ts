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
  return host(details, 'Le serveur');
}

/** After a verb: “joindre …”. */
function server(details: ErrorDetails): string {
  return host(details, 'le serveur');
}

/** A network answers in the server's place until its user has signed in. */
const SIGN_IN_PAGE =
  'Sur un Wi-Fi public, ouvrez d’abord une page quelconque dans un navigateur et identifiez-vous.';

const late: ReadonlyMap<unknown, (details: ErrorDetails) => string> = new Map([
  ['dns', (details) => `La recherche du serveur${ofHost(details)} a pris trop de temps.`],
  ['tcp', (details) => `La connexion au serveur${ofHost(details)} a pris trop de temps.`],
  ['tls', (details) => lateAt(details, 'pendant la sécurisation de la connexion')],
  ['handshake', (details) => lateAt(details, 'pendant le handshake RTMP')],
  ['connect', (details) => lateAt(details, 'pendant l’ouverture de l’application RTMP')],
  ['publish', (details) => lateAt(details, 'après l’envoi de la clé de stream')],
]);

/** After “serveur”. */
function ofHost(details: ErrorDetails): string {
  return ` ${host(details, '')}`.trimEnd();
}

function lateAt(details: ErrorDetails, when: string): string {
  return `${subject(details)} n’a pas répondu à temps ${when}.`;
}

function timeout(details: ErrorDetails): ErrorText {
  return {
    title: late.get(details['step'])?.(details) ?? `${subject(details)} n’a pas répondu à temps.`,
    action: 'Vérifiez l’adresse et votre réseau, ou utilisez le serveur de secours.',
  };
}

function tlsFailed(details: ErrorDetails): ErrorText {
  const needed = details['neededVersion'];
  if (typeof needed === 'string')
    return {
      title: `${subject(details)} ne prend pas en charge ${needed} ou plus récent.`,
      action:
        needed === 'TLS 1.3'
          ? 'Demandez à l’administrateur du serveur d’activer TLS 1.3, ou réglez la version TLS minimale de cette destination sur TLS 1.2.'
          : `Demandez à l’administrateur du serveur d’activer ${needed}. Les versions plus anciennes ne sont pas sécurisées.`,
    };
  if (details['isPlain'] === true)
    return {
      title: `${subject(details)} a répondu sans chiffrement.`,
      action: `Vérifiez que le port prend en charge RTMPS. ${SIGN_IN_PAGE}`,
    };
  return {
    title: 'Impossible d’établir une connexion sécurisée.',
    action:
      'Vérifiez que le port prend en charge RTMPS. Vérifiez ensuite la version TLS minimale de cette destination.',
  };
}

function movedElsewhere(details: ErrorDetails): ErrorText {
  const from = typeof details['server'] === 'string' ? details['server'] : 'Le serveur';
  const isPrivate = details['isPrivate'] === true;
  const target = host(details, 'un autre serveur');
  return {
    title: `${from} veut rediriger votre stream vers ${target}${isPrivate ? ', sur un réseau privé' : ''}.`,
    action: isPrivate
      ? 'Upcast n’a pas suivi la redirection, qui enverrait votre clé de stream à cet hôte. Demandez à l’administrateur du serveur si cet hôte est le bon. Si oui, saisissez son adresse dans cette destination.'
      : 'Upcast n’a pas suivi la redirection, qui enverrait votre clé de stream à cet hôte. Si vous faites confiance à cet hôte, choisissez « Autoriser cet hôte ». En cas de doute, demandez à l’administrateur du serveur.',
  };
}

const proxyActions: ReadonlyMap<unknown, string> = new Map([
  [
    'signIn',
    'Ouvrez une page quelconque dans un navigateur de cet ordinateur et identifiez-vous, puis réessayez.',
  ],
  [
    'rules',
    'Demandez à l’administrateur du proxy d’autoriser ce serveur et ce port, ou connectez-vous sans proxy.',
  ],
  ['server', 'Le proxy ne peut pas joindre le serveur. Vérifiez l’adresse et le port du serveur.'],
  [
    'otherProtocol',
    'Vérifiez l’adresse, le port et le type du proxy : SOCKS5 et HTTP ne sont pas interchangeables.',
  ],
  ['silent', 'Vérifiez le port et le type du proxy (SOCKS5 ou HTTP), ou connectez-vous sans proxy.'],
  ['datagrams', 'Utilisez RTMPS pour cette destination, ou connectez-vous sans proxy.'],
]);

function proxy(details: ErrorDetails): string {
  return `proxy ${host(details, '')}`.trimEnd();
}

function proxyRefused(details: ErrorDetails): ErrorText {
  const what: ReadonlyMap<unknown, string> = new Map([
    ['silent', 'accepte les connexions, mais ne répond pas'],
    ['signIn', 'a répondu par une page web, probablement une page d’identification'],
    ['datagrams', 'ne transporte pas RTMFP, qui utilise UDP'],
  ]);
  return {
    title: `Le ${proxy(details)} ${what.get(details['reason']) ?? 'ne s’est pas connecté au serveur'}.`,
    action:
      proxyActions.get(details['reason']) ??
      'Vérifiez l’adresse et le type du proxy, ou connectez-vous sans proxy.',
  };
}

function proxyLogin(details: ErrorDetails): ErrorText {
  const { hasLogin, otherMethods } = details;
  if (typeof otherMethods === 'string')
    return {
      title: `Le ${proxy(details)} exige une méthode d’identification non prise en charge par Upcast${otherMethods === '' ? '' : ` (${otherMethods})`}.`,
      action:
        'Upcast s’identifie avec un nom d’utilisateur et un mot de passe. Demandez à l’administrateur du proxy d’autoriser cela (authentification Basic), ou connectez-vous sans proxy.',
    };
  return {
    title:
      hasLogin === true
        ? `Le ${proxy(details)} a refusé le nom d’utilisateur ou le mot de passe.`
        : `Le ${proxy(details)} exige un nom d’utilisateur et un mot de passe.`,
    action:
      'Saisissez le nom d’utilisateur et le mot de passe du proxy dans cette destination, ou sous « Proxy » dans les paramètres.',
  };
}

function webPage(details: ErrorDetails, action: string): ErrorText {
  return {
    title: `${subject(details)} a répondu comme un site web, pas comme un serveur de streaming.`,
    action: `${action} ${SIGN_IN_PAGE}`,
  };
}

export const networkErrors: ErrorTexts<NetworkCode> = {
  'transport/host-not-found': (details) => ({
    title: `Impossible de trouver ${server(details)}.`,
    action:
      'Vérifiez qu’il n’y a pas de faute de frappe dans l’adresse du serveur, et vérifiez votre connexion internet.',
  }),
  'transport/refused': (details) => ({
    title: `${subject(details)} a refusé la connexion.`,
    action: 'Vérifiez le port dans l’adresse, et que le serveur est en marche.',
  }),
  'transport/unreachable': (details) =>
    details['isLocalNetwork'] === true
      ? {
          title: `Impossible de joindre ${server(details)} sur votre réseau local.`,
          action:
            'Activez Upcast sous Réglages Système > Confidentialité et sécurité > Réseau local. S’il est déjà activé, vérifiez que le serveur est en marche.',
        }
      : {
          title: `Impossible de joindre ${server(details)} depuis ce réseau.`,
          action: 'Vérifiez votre réseau, votre VPN ou votre pare-feu.',
        },
  'transport/timeout': timeout,
  'transport/reset': () => ({
    title: 'Le serveur a réinitialisé la connexion.',
    action: 'Si cela se répète, vérifiez la clé de stream et votre débit montant.',
  }),
  'transport/closed': () => ({
    title: 'Le serveur a fermé la connexion.',
    action: 'Si cela se répète, vérifiez la clé de stream, et que personne d’autre ne streame avec elle.',
  }),
  'transport/stalled': () => ({
    title: 'Le serveur n’accepte plus de données.',
    action: 'Réduisez le débit si votre connexion est lente, ou utilisez le serveur de secours.',
  }),
  'transport/proxy-refused': proxyRefused,
  'transport/proxy-login': proxyLogin,
  'transport/proxy-unreachable': (details) => ({
    title: `Impossible de joindre le ${proxy(details)}.`,
    action:
      'Vérifiez que le proxy est en marche et que son adresse et son port sont corrects, ou connectez-vous sans proxy.',
  }),
  'transport/tunnel-refused': (details) =>
    details['isWebPage'] === true
      ? webPage(details, 'Utilisez l’adresse du serveur en rtmp:// ou rtmps://.')
      : {
          title: 'Le serveur ne prend pas en charge RTMP via HTTP.',
          action: 'Utilisez l’adresse du serveur en rtmp:// ou rtmps://.',
        },
  'transport/tls-failed': tlsFailed,
  'transport/certificate-expired': () => ({
    title: 'Le certificat du serveur a expiré.',
    action:
      'Vérifiez l’horloge de cet ordinateur. Si elle est à l’heure, l’administrateur du serveur doit renouveler le certificat.',
  }),
  'transport/certificate-not-yet-valid': () => ({
    title: 'Le certificat du serveur n’est pas encore valable.',
    action: 'Vérifiez l’horloge de cet ordinateur.',
  }),
  'transport/certificate-wrong-host': (details) => ({
    title: `Le certificat du serveur n’est pas valable pour ${host(details, 'cet hôte')}.`,
    action: `Utilisez le nom d’hôte pour lequel le certificat a été délivré. ${SIGN_IN_PAGE}`,
  }),
  'transport/certificate-unknown-authority': ({ isChainMissing }) => ({
    title: 'Cet ordinateur ne fait pas confiance au certificat du serveur.',
    action:
      isChainMissing === true
        ? 'Le serveur n’envoie peut-être pas toute sa chaîne de certificats. Demandez à son administrateur de vérifier. Pour votre propre serveur, vous pouvez ajouter son autorité de certification sous « Sécurité et réseau » dans cette destination.'
        : `Si c’est votre propre serveur, ajoutez son autorité de certification sous « Sécurité et réseau » dans cette destination. ${SIGN_IN_PAGE}`,
  }),
  'transport/certificate-pin-mismatch': () => ({
    title: 'Le certificat du serveur ne correspond pas au certificat épinglé.',
    action:
      'Si le serveur a un nouveau certificat, mettez à jour le certificat épinglé dans cette destination.',
  }),
  'rtmp/not-rtmp': (details) =>
    details['isWebPage'] === true
      ? webPage(details, 'Vérifiez l’adresse et le port.')
      : {
          title: 'Il n’y a pas de serveur RTMP à cette adresse.',
          action: 'Vérifiez l’adresse et le port.',
        },
  'rtmp/wants-encryption': () => ({
    title: 'Le serveur exige une connexion chiffrée.',
    action: 'Utilisez l’adresse du serveur en rtmps://.',
  }),
  'rtmp/handshake-failed': () => ({
    title: 'Le handshake RTMP a échoué.',
    action: 'Vérifiez que l’adresse est celle d’un serveur RTMP.',
  }),
  'rtmp/protocol': () => ({
    title: 'Le serveur a envoyé un message RTMP non valide.',
    action: 'Choisissez un autre serveur.',
  }),
  'rtmp/limit': () => ({
    title: 'Le serveur a envoyé trop de données.',
    action: 'Choisissez un autre serveur.',
  }),
  'rtmp/bad-amf': () => ({
    title: 'Le serveur a envoyé une réponse qu’Upcast ne peut pas lire.',
    action: 'Choisissez un autre serveur.',
  }),
  'rtmp/connect-rejected': () => ({
    title: 'Le serveur a rejeté la connexion.',
    action: 'Vérifiez l’adresse, et que votre compte est autorisé à streamer.',
  }),
  'rtmp/moved-elsewhere': movedElsewhere,
  'rtmp/unknown-application': () => ({
    title: 'Le serveur n’a pas d’application RTMP de ce nom.',
    action:
      'Vérifiez la partie de l’adresse après l’hôte, souvent « live » ou « app ». Si elle est correcte, le serveur n’accepte peut-être que certains logiciels de streaming.',
  }),
  'rtmp/key-refused': () => ({
    title: 'Le serveur a refusé la clé de stream.',
    action:
      'Copiez à nouveau la clé depuis votre service et sauvegardez-la dans cette destination. Si une autre application ou un autre appareil utilise cette clé, arrêtez-le d’abord.',
  }),
  'rtmp/cut-after-publish': () => ({
    title: 'La connexion s’est fermée au démarrage du stream.',
    action:
      'Réessayez. Si cela se répète, copiez la clé depuis votre service et sauvegardez-la dans cette destination. Si une autre application ou un autre appareil utilise cette clé, arrêtez-le d’abord.',
  }),
  'rtmp/name-in-use': () => ({
    title: 'Quelqu’un streame déjà avec cette clé.',
    action:
      'Arrêtez l’autre stream. S’il vient de se terminer, attendez une minute que le serveur s’en aperçoive.',
  }),
  'rtmp/authentication-required': () => ({
    title: 'Le serveur exige un nom d’utilisateur et un mot de passe.',
    action:
      'Saisissez le nom d’utilisateur et le mot de passe sous « Identification » dans cette destination.',
  }),
  'rtmp/authentication-failed': () => ({
    title: 'Le serveur a refusé le nom d’utilisateur ou le mot de passe.',
    action: 'Saisissez à nouveau le nom d’utilisateur et le mot de passe dans cette destination.',
  }),
  'rtmp/codec-refused': (details) => ({
    title: `${subject(details)} ne prend pas en charge ${typeof details['codec'] === 'string' ? details['codec'] : 'ce codec'}.`,
    action:
      'Arrêtez le stream et choisissez un encodeur H.264 dans les paramètres. Tous les serveurs prennent en charge H.264.',
  }),
  'rtmp/server-error': () => ({
    title: 'Le serveur a signalé une erreur interne.',
    action: 'Attendez un moment, ou utilisez le serveur de secours.',
  }),
  'rtmp/server-ended': () => ({
    title: 'Le serveur a arrêté le stream.',
    action: 'Consultez le tableau de bord de votre service pour voir si quelqu’un y a arrêté le stream.',
  }),
};
