/** What goes wrong between this computer and a server: network, TLS, RTMP. */
import type { ErrorDetails } from '../../../errors/app-error.ts';
import type { ErrorCode } from '../../../errors/error-codes.ts';
import type { ErrorText, ErrorTexts } from '../../error-text-types.ts';

type NetworkCode = Extract<ErrorCode, `transport/${string}` | `rtmp/${string}`>;

function host(details: ErrorDetails, otherwise = 'o servidor'): string {
  return typeof details['host'] === 'string' ? details['host'] : otherwise;
}

/** In a sentence's first place, where a host keeps its small letter. */
function subject(details: ErrorDetails): string {
  return host(details, 'O servidor');
}

/** A network answers in the server's place until its user has signed in. */
const SIGN_IN_PAGE =
  'Se você usa um Wi-Fi público, abra primeiro qualquer página em um navegador e faça login.';

const late: ReadonlyMap<unknown, (details: ErrorDetails) => string> = new Map([
  ['dns', (details) => `Encontrar ${host(details)} demorou demais.`],
  ['tcp', (details) => `A conexão com ${host(details)} demorou demais.`],
  ['tls', (details) => lateAt(details, 'ao proteger a conexão')],
  ['handshake', (details) => lateAt(details, 'durante o handshake RTMP')],
  ['connect', (details) => lateAt(details, 'ao abrir a aplicação RTMP')],
  ['publish', (details) => lateAt(details, 'depois que o Upcast enviou a chave de transmissão')],
]);

function lateAt(details: ErrorDetails, when: string): string {
  return `${subject(details)} não respondeu a tempo ${when}.`;
}

function timeout(details: ErrorDetails): ErrorText {
  return {
    title: late.get(details['step'])?.(details) ?? `${subject(details)} não respondeu a tempo.`,
    action: 'Verifique o endereço e a sua rede, ou use o servidor reserva.',
  };
}

function tlsFailed(details: ErrorDetails): ErrorText {
  const needed = details['neededVersion'];
  if (typeof needed === 'string')
    return {
      title: `${subject(details)} não aceita ${needed} ou posterior.`,
      action:
        needed === 'TLS 1.3'
          ? 'Peça ao administrador do servidor para ativar o TLS 1.3, ou defina a versão mínima do TLS deste destino como TLS 1.2.'
          : `Peça ao administrador do servidor para ativar ${needed}. Versões anteriores não são seguras.`,
    };
  if (details['isPlain'] === true)
    return {
      title: `${subject(details)} respondeu sem criptografia.`,
      action: `Verifique se a porta aceita RTMPS. ${SIGN_IN_PAGE}`,
    };
  return {
    title: 'Não foi possível estabelecer uma conexão segura.',
    action: 'Verifique se a porta aceita RTMPS. Depois, verifique a versão mínima do TLS deste destino.',
  };
}

function movedElsewhere(details: ErrorDetails): ErrorText {
  const server = typeof details['server'] === 'string' ? details['server'] : 'O servidor';
  const isPrivate = details['isPrivate'] === true;
  const target = host(details, 'outro servidor');
  return {
    title: `${server} quer redirecionar a sua transmissão para ${target}${isPrivate ? ', que está em uma rede privada' : ''}.`,
    action: isPrivate
      ? 'O Upcast não seguiu o redirecionamento, que enviaria a sua chave de transmissão para este host. Pergunte ao administrador do servidor se este host está correto. Se estiver, digite o endereço dele neste destino.'
      : 'O Upcast não seguiu o redirecionamento, que enviaria a sua chave de transmissão para este host. Se você confia neste host, escolha Permitir este host. Na dúvida, pergunte ao administrador do servidor.',
  };
}

const proxyActions: ReadonlyMap<unknown, string> = new Map([
  ['signIn', 'Abra qualquer página em um navegador neste computador, faça login nela e tente de novo.'],
  ['rules', 'Peça ao administrador do proxy para permitir este servidor e esta porta, ou conecte sem proxy.'],
  ['server', 'O proxy não consegue acessar o servidor. Verifique o endereço e a porta do servidor.'],
  [
    'otherProtocol',
    'Verifique o endereço, a porta e o tipo do proxy: SOCKS5 e HTTP não são intercambiáveis.',
  ],
  ['silent', 'Verifique a porta e o tipo do proxy (SOCKS5 ou HTTP), ou conecte sem proxy.'],
  ['datagrams', 'Use RTMPS para este destino ou conecte sem proxy.'],
]);

function proxy(details: ErrorDetails): string {
  return `proxy ${host(details, '')}`.trimEnd();
}

function proxyRefused(details: ErrorDetails): ErrorText {
  const what: ReadonlyMap<unknown, string> = new Map([
    ['silent', 'aceita conexões, mas não responde'],
    ['signIn', 'respondeu com uma página da web, provavelmente de login'],
    ['datagrams', 'não transporta RTMFP, que usa UDP'],
  ]);
  return {
    title: `O ${proxy(details)} ${what.get(details['reason']) ?? 'não se conectou ao servidor'}.`,
    action:
      proxyActions.get(details['reason']) ?? 'Verifique o endereço e o tipo do proxy, ou conecte sem proxy.',
  };
}

function proxyLogin(details: ErrorDetails): ErrorText {
  const { hasLogin, otherMethods } = details;
  if (typeof otherMethods === 'string')
    return {
      title: `O ${proxy(details)} exige um método de login que o Upcast não aceita${otherMethods === '' ? '' : ` (${otherMethods})`}.`,
      action:
        'O Upcast faz login com usuário e senha. Peça ao administrador do proxy para permitir isso (autenticação Basic), ou conecte sem proxy.',
    };
  return {
    title:
      hasLogin === true
        ? `O ${proxy(details)} recusou o usuário ou a senha.`
        : `O ${proxy(details)} precisa de usuário e senha.`,
    action: 'Digite o usuário e a senha do proxy neste destino ou na seção Proxy de Configurações.',
  };
}

function webPage(details: ErrorDetails, action: string): ErrorText {
  return {
    title: `${subject(details)} respondeu como um site, não como um servidor de transmissão.`,
    action: `${action} ${SIGN_IN_PAGE}`,
  };
}

export const networkErrors: ErrorTexts<NetworkCode> = {
  'transport/host-not-found': (details) => ({
    title: `Não é possível encontrar ${host(details)}.`,
    action: 'Verifique se o endereço do servidor está digitado certo e se a sua internet funciona.',
  }),
  'transport/refused': (details) => ({
    title: `${subject(details)} recusou a conexão.`,
    action: 'Verifique a porta no endereço e se o servidor está rodando.',
  }),
  'transport/unreachable': (details) =>
    details['isLocalNetwork'] === true
      ? {
          title: `Não é possível acessar ${host(details)} na sua rede local.`,
          action:
            'Ative o Upcast em Ajustes do Sistema > Privacidade e Segurança > Rede Local. Se já estiver ativado, verifique se o servidor está rodando.',
        }
      : {
          title: `Não é possível acessar ${host(details)} desta rede.`,
          action: 'Verifique a sua rede, VPN ou firewall.',
        },
  'transport/timeout': timeout,
  'transport/reset': () => ({
    title: 'O servidor derrubou a conexão.',
    action: 'Se continuar acontecendo, verifique a chave de transmissão e a sua velocidade de upload.',
  }),
  'transport/closed': () => ({
    title: 'O servidor fechou a conexão.',
    action:
      'Se continuar acontecendo, verifique a chave de transmissão e se mais ninguém está transmitindo com ela.',
  }),
  'transport/stalled': () => ({
    title: 'O servidor parou de aceitar dados.',
    action: 'Reduza a taxa de bits se o seu upload for lento, ou use o servidor reserva.',
  }),
  'transport/proxy-refused': proxyRefused,
  'transport/proxy-login': proxyLogin,
  'transport/proxy-unreachable': (details) => ({
    title: `Não é possível acessar o ${proxy(details)}.`,
    action:
      'Verifique se o proxy está rodando e se o endereço e a porta estão corretos, ou conecte sem proxy.',
  }),
  'transport/tunnel-refused': (details) =>
    details['isWebPage'] === true
      ? webPage(details, 'Use o endereço rtmp:// ou rtmps:// do servidor.')
      : {
          title: 'O servidor não aceita RTMP sobre HTTP.',
          action: 'Use o endereço rtmp:// ou rtmps:// do servidor.',
        },
  'transport/tls-failed': tlsFailed,
  'transport/certificate-expired': () => ({
    title: 'O certificado do servidor expirou.',
    action:
      'Verifique o relógio deste computador. Se a hora estiver certa, o administrador do servidor precisa renovar o certificado.',
  }),
  'transport/certificate-not-yet-valid': () => ({
    title: 'O certificado do servidor ainda não é válido.',
    action: 'Verifique o relógio deste computador.',
  }),
  'transport/certificate-wrong-host': (details) => ({
    title: `O certificado do servidor não é para ${host(details, 'este host')}.`,
    action: `Use o nome de host para o qual o certificado foi emitido. ${SIGN_IN_PAGE}`,
  }),
  'transport/certificate-unknown-authority': ({ isChainMissing }) => ({
    title: 'Este computador não confia no certificado do servidor.',
    action:
      isChainMissing === true
        ? 'Talvez o servidor não esteja enviando a cadeia de certificados completa. Peça ao administrador dele para verificar. Se o servidor for seu, você pode adicionar a autoridade de certificação dele em Segurança e rede, neste destino.'
        : `Se o servidor for seu, adicione a autoridade de certificação dele em Segurança e rede, neste destino. ${SIGN_IN_PAGE}`,
  }),
  'transport/certificate-pin-mismatch': () => ({
    title: 'O certificado do servidor não corresponde ao certificado fixado.',
    action: 'Se o servidor tiver um novo certificado, atualize o certificado fixado neste destino.',
  }),
  'rtmp/not-rtmp': (details) =>
    details['isWebPage'] === true
      ? webPage(details, 'Verifique o endereço e a porta.')
      : {
          title: 'Não há um servidor RTMP neste endereço.',
          action: 'Verifique o endereço e a porta.',
        },
  'rtmp/wants-encryption': () => ({
    title: 'O servidor exige uma conexão criptografada.',
    action: 'Use o endereço rtmps:// do servidor.',
  }),
  'rtmp/handshake-failed': () => ({
    title: 'O handshake RTMP falhou.',
    action: 'Verifique se o endereço é de um servidor RTMP.',
  }),
  'rtmp/protocol': () => ({
    title: 'O servidor enviou uma mensagem RTMP inválida.',
    action: 'Escolha outro servidor.',
  }),
  'rtmp/limit': () => ({
    title: 'O servidor enviou dados demais.',
    action: 'Escolha outro servidor.',
  }),
  'rtmp/bad-amf': () => ({
    title: 'O servidor enviou uma resposta que o Upcast não consegue ler.',
    action: 'Escolha outro servidor.',
  }),
  'rtmp/connect-rejected': () => ({
    title: 'O servidor recusou a conexão.',
    action: 'Verifique o endereço e se a sua conta tem permissão para transmitir.',
  }),
  'rtmp/moved-elsewhere': movedElsewhere,
  'rtmp/unknown-application': () => ({
    title: 'O servidor não tem uma aplicação RTMP com este nome.',
    action:
      'Verifique a parte do endereço depois do host, muitas vezes “live” ou “app”. Se estiver certa, talvez o servidor só aceite certos aplicativos de transmissão.',
  }),
  'rtmp/key-refused': () => ({
    title: 'O servidor recusou a chave de transmissão.',
    action:
      'Copie a chave do seu serviço de novo e salve-a neste destino. Se outro aplicativo ou dispositivo estiver usando esta chave, pare-o primeiro.',
  }),
  'rtmp/cut-after-publish': () => ({
    title: 'A conexão fechou quando a transmissão começou.',
    action:
      'Tente de novo. Se continuar acontecendo, copie a chave do seu serviço e salve-a neste destino. Se outro aplicativo ou dispositivo estiver usando esta chave, pare-o primeiro.',
  }),
  'rtmp/name-in-use': () => ({
    title: 'Alguém já está transmitindo com esta chave.',
    action:
      'Encerre a outra transmissão. Se ela acabou de terminar, espere um minuto até o servidor perceber.',
  }),
  'rtmp/authentication-required': () => ({
    title: 'O servidor exige usuário e senha.',
    action: 'Digite o usuário e a senha em Login, neste destino.',
  }),
  'rtmp/authentication-failed': () => ({
    title: 'O servidor recusou o usuário ou a senha.',
    action: 'Digite o usuário e a senha de novo neste destino.',
  }),
  'rtmp/codec-refused': (details) => ({
    title: `${subject(details)} não aceita ${typeof details['codec'] === 'string' ? details['codec'] : 'este codec'}.`,
    action:
      'Encerre a transmissão e escolha um codificador H.264 em Configurações. Todos os servidores aceitam H.264.',
  }),
  'rtmp/server-error': () => ({
    title: 'O servidor relatou um erro interno.',
    action: 'Espere um momento ou use o servidor reserva.',
  }),
  'rtmp/server-ended': () => ({
    title: 'O servidor encerrou a transmissão.',
    action: 'Veja no painel do seu serviço se alguém encerrou a transmissão por lá.',
  }),
};
