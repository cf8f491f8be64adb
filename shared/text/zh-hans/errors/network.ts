/** What goes wrong between this computer and a server: network, TLS, RTMP. */
import type { ErrorDetails } from '../../../errors/app-error.ts';
import type { ErrorCode } from '../../../errors/error-codes.ts';
import type { ErrorText, ErrorTexts } from '../../error-text-types.ts';
import { zh } from '../format.ts';

type NetworkCode = Extract<ErrorCode, `transport/${string}` | `rtmp/${string}`>;

function host(details: ErrorDetails, otherwise = '服务器'): string {
  return typeof details['host'] === 'string' ? details['host'] : otherwise;
}

/** A network answers in the server's place until its user has signed in. */
const SIGN_IN_PAGE = '如果使用公共 Wi-Fi，请先在浏览器中打开任意网页并登录。';

const late: ReadonlyMap<unknown, (details: ErrorDetails) => string> = new Map([
  ['dns', (details) => zh`查找${host(details)}的时间过长。`],
  ['tcp', (details) => zh`连接${host(details)}的时间过长。`],
  ['tls', (details) => lateAt(details, '在建立加密时')],
  ['handshake', (details) => lateAt(details, '在 RTMP 握手时')],
  ['connect', (details) => lateAt(details, '在打开 RTMP 应用程序时')],
  ['publish', (details) => lateAt(details, '在 Upcast 发送推流码后')],
]);

function lateAt(details: ErrorDetails, when: string): string {
  return zh`${host(details)}${when}没有及时响应。`;
}

function timeout(details: ErrorDetails): ErrorText {
  return {
    title: late.get(details['step'])?.(details) ?? lateAt(details, ''),
    action: '请检查地址和网络，或使用备用服务器。',
  };
}

function tlsFailed(details: ErrorDetails): ErrorText {
  const needed = details['neededVersion'];
  if (typeof needed === 'string')
    return {
      title: zh`${host(details)}不支持 ${needed} 或更高版本。`,
      action:
        needed === 'TLS 1.3'
          ? '请让服务器管理员启用 TLS 1.3，或将此推流目标的最低 TLS 版本设为 TLS 1.2。'
          : zh`请让服务器管理员启用 ${needed}。更低的版本不安全。`,
    };
  if (details['isPlain'] === true)
    return {
      title: zh`${host(details)}以未加密的方式响应。`,
      action: `请检查端口是否支持 RTMPS。${SIGN_IN_PAGE}`,
    };
  return {
    title: '无法建立安全连接。',
    action: '请检查端口是否支持 RTMPS，再检查此推流目标的最低 TLS 版本。',
  };
}

function movedElsewhere(details: ErrorDetails): ErrorText {
  const server = typeof details['server'] === 'string' ? details['server'] : '服务器';
  const isPrivate = details['isPrivate'] === true;
  const target = host(details, '其他服务器');
  const notFollowed = 'Upcast 没有跟随重定向，因为这样会把推流码发送到此主机。';
  return {
    title: isPrivate
      ? zh`${server}想将直播重定向到专用网络上的${target}。`
      : zh`${server}想将直播重定向到${target}。`,
    action: isPrivate
      ? zh`${notFollowed}请向服务器管理员确认此主机是否正确。如果正确，请在此推流目标中输入其地址。`
      : zh`${notFollowed}如果信任此主机，请选择“允许此主机”。如果不确定，请询问服务器管理员。`,
  };
}

const proxyActions: ReadonlyMap<unknown, string> = new Map([
  ['signIn', '请在这台电脑的浏览器中打开任意网页并登录，然后重试。'],
  ['rules', '请让代理管理员允许此服务器和端口，或不使用代理连接。'],
  ['server', '代理无法连接服务器。请检查服务器的地址和端口。'],
  ['otherProtocol', '请检查代理的地址、端口和类型：SOCKS5 和 HTTP 不能互换。'],
  ['silent', '请检查代理的端口和类型（SOCKS5 或 HTTP），或不使用代理连接。'],
  ['datagrams', '请对此推流目标使用 RTMPS，或不使用代理连接。'],
]);

function proxy(details: ErrorDetails): string {
  return zh`代理${host(details, '')}`;
}

function proxyRefused(details: ErrorDetails): ErrorText {
  const what: ReadonlyMap<unknown, string> = new Map([
    ['silent', '接受连接但没有响应'],
    ['signIn', '以网页响应，可能是登录页面'],
    ['datagrams', '无法传输使用 UDP 的 RTMFP'],
  ]);
  return {
    title: zh`${proxy(details)}${what.get(details['reason']) ?? '没有连接到服务器'}。`,
    action: proxyActions.get(details['reason']) ?? '请检查代理的地址和类型，或不使用代理连接。',
  };
}

function proxyLogin(details: ErrorDetails): ErrorText {
  const { hasLogin, otherMethods } = details;
  if (typeof otherMethods === 'string')
    return {
      title: zh`${proxy(details)}要求使用 Upcast 不支持的登录方式${otherMethods === '' ? '' : `（${otherMethods}）`}。`,
      action: 'Upcast 使用用户名和密码登录。请让代理管理员允许这种方式（Basic 身份验证），或不使用代理连接。',
    };
  return {
    title:
      hasLogin === true ? zh`${proxy(details)}拒绝了用户名或密码。` : zh`${proxy(details)}需要用户名和密码。`,
    action: '请在此推流目标中，或在“设置”的“代理”中输入代理的用户名和密码。',
  };
}

function webPage(details: ErrorDetails, action: string): ErrorText {
  return {
    title: zh`${host(details)}的响应来自网站，而不是推流服务器。`,
    action: `${action}${SIGN_IN_PAGE}`,
  };
}

export const networkErrors: ErrorTexts<NetworkCode> = {
  'transport/host-not-found': (details) => ({
    title: zh`找不到${host(details)}。`,
    action: '请检查服务器地址是否有误，并检查网络连接。',
  }),
  'transport/refused': (details) => ({
    title: zh`${host(details)}拒绝了连接。`,
    action: '请检查地址中的端口，并确认服务器正在运行。',
  }),
  'transport/unreachable': (details) =>
    details['isLocalNetwork'] === true
      ? {
          title: zh`无法连接本地网络上的${host(details)}。`,
          action:
            '请在“系统设置”>“隐私与安全性”>“本地网络”中打开 Upcast。如果已打开，请检查服务器是否正在运行。',
        }
      : {
          title: zh`无法从此网络连接${host(details)}。`,
          action: '请检查网络、VPN 或防火墙。',
        },
  'transport/timeout': timeout,
  'transport/reset': () => ({
    title: '服务器重置了连接。',
    action: '如果持续发生，请检查推流码和上传速度。',
  }),
  'transport/closed': () => ({
    title: '服务器关闭了连接。',
    action: '如果持续发生，请检查推流码，并确认没有其他人正在使用它推流。',
  }),
  'transport/stalled': () => ({
    title: '服务器停止接收数据。',
    action: '如果上传速度慢，请降低比特率，或使用备用服务器。',
  }),
  'transport/proxy-refused': proxyRefused,
  'transport/proxy-login': proxyLogin,
  'transport/proxy-unreachable': (details) => ({
    title: zh`无法连接${proxy(details)}。`,
    action: '请确认代理正在运行，且地址和端口正确，或不使用代理连接。',
  }),
  'transport/tunnel-refused': (details) =>
    details['isWebPage'] === true
      ? webPage(details, '请使用服务器的 rtmp:// 或 rtmps:// 地址。')
      : {
          title: '服务器不支持 RTMP over HTTP。',
          action: '请使用服务器的 rtmp:// 或 rtmps:// 地址。',
        },
  'transport/tls-failed': tlsFailed,
  'transport/certificate-expired': () => ({
    title: '服务器的证书已过期。',
    action: '请检查这台电脑的时钟。如果时钟正确，则需要由服务器管理员续期证书。',
  }),
  'transport/certificate-not-yet-valid': () => ({
    title: '服务器的证书尚未生效。',
    action: '请检查这台电脑的时钟。',
  }),
  'transport/certificate-wrong-host': (details) => ({
    title: zh`服务器的证书不是颁发给${host(details, '此主机')}的。`,
    action: `请使用证书颁发给的主机名。${SIGN_IN_PAGE}`,
  }),
  'transport/certificate-unknown-authority': ({ isChainMissing }) => ({
    title: '这台电脑不信任服务器的证书。',
    action:
      isChainMissing === true
        ? '服务器可能没有发送完整的证书链。请让管理员检查。如果是自己的服务器，可以在此推流目标的“安全和网络”中添加其证书颁发机构。'
        : `如果是自己的服务器，请在此推流目标的“安全和网络”中添加其证书颁发机构。${SIGN_IN_PAGE}`,
  }),
  'transport/certificate-pin-mismatch': () => ({
    title: '服务器的证书与固定的证书不匹配。',
    action: '如果服务器更换了证书，请更新此推流目标中固定的证书。',
  }),
  'rtmp/not-rtmp': (details) =>
    details['isWebPage'] === true
      ? webPage(details, '请检查地址和端口。')
      : { title: '此地址没有 RTMP 服务器。', action: '请检查地址和端口。' },
  'rtmp/wants-encryption': () => ({
    title: '服务器要求加密连接。',
    action: '请使用服务器的 rtmps:// 地址。',
  }),
  'rtmp/handshake-failed': () => ({
    title: 'RTMP 握手失败。',
    action: '请检查地址是否属于 RTMP 服务器。',
  }),
  'rtmp/protocol': () => ({
    title: '服务器发送了无效的 RTMP 消息。',
    action: '请选择其他服务器。',
  }),
  'rtmp/limit': () => ({
    title: '服务器发送的数据过多。',
    action: '请选择其他服务器。',
  }),
  'rtmp/bad-amf': () => ({
    title: 'Upcast 无法读取服务器的响应。',
    action: '请选择其他服务器。',
  }),
  'rtmp/connect-rejected': () => ({
    title: '服务器拒绝了连接。',
    action: '请检查地址，并确认账号有直播权限。',
  }),
  'rtmp/moved-elsewhere': movedElsewhere,
  'rtmp/unknown-application': () => ({
    title: '服务器上没有此名称的 RTMP 应用程序。',
    action:
      '请检查地址中主机后面的部分，通常是“live”或“app”。如果该部分正确，服务器可能只接受特定的推流应用。',
  }),
  'rtmp/key-refused': () => ({
    title: '服务器拒绝了推流码。',
    action: '请从平台重新复制推流码，并保存到此推流目标。如果其他应用或设备正在使用此推流码，请先停止。',
  }),
  'rtmp/cut-after-publish': () => ({
    title: '直播开始时连接被关闭。',
    action:
      '请重试。如果持续发生，请从平台复制推流码，并保存到此推流目标。如果其他应用或设备正在使用此推流码，请先停止。',
  }),
  'rtmp/name-in-use': () => ({
    title: '已有人在使用此推流码直播。',
    action: '请结束另一场直播。如果刚刚结束，请等一分钟，让服务器更新状态。',
  }),
  'rtmp/authentication-required': () => ({
    title: '服务器需要用户名和密码。',
    action: '请在此推流目标的“登录”中输入用户名和密码。',
  }),
  'rtmp/authentication-failed': () => ({
    title: '服务器拒绝了用户名或密码。',
    action: '请在此推流目标中重新输入用户名和密码。',
  }),
  'rtmp/codec-refused': (details) => ({
    title: zh`${host(details)}不支持${typeof details['codec'] === 'string' ? details['codec'] : '此编解码器'}。`,
    action: '请结束直播，并在“设置”中选择 H.264 编码器。所有服务器都支持 H.264。',
  }),
  'rtmp/server-error': () => ({
    title: '服务器报告内部错误。',
    action: '请稍等片刻，或使用备用服务器。',
  }),
  'rtmp/server-ended': () => ({
    title: '服务器结束了直播。',
    action: '请在平台的控制台查看是否有人在那里结束了直播。',
  }),
};
