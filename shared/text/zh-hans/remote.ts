/** How the remote control answers a request that it refuses. */
import { zh } from './format.ts';
export const remote = {
  unknownPath: '此路径下没有内容。',
  wrongMethod: (method: string) => zh`此路径请使用 ${method}。`,
  wrongHost: (port: number) => `请使用地址 http://127.0.0.1:${port}。`,
  fromPage: '网页不能使用远程控制。',
  tooManyHeaders: (maximum: number) => zh`一个请求最多可以有 ${maximum} 个标头。`,
  headersTooLarge: (bytes: number) => zh`标头最多 ${bytes} 字节。`,
  tokenMissing: '请以“Authorization: Bearer …”的形式发送 Upcast 设置中的令牌。',
  bodyTooLarge: (bytes: number) => zh`正文最多 ${bytes} 字节。`,
  badBody:
    '请将正文留空。要开始直播，可以使用 Content-Type: application/json 发送 {"isRehearsal": true} 这样的 JSON。',
  tooManyListeners: (maximum: number) => zh`最多 ${maximum} 个应用可以同时监听。`,
  tooSlow: '接收请求的时间过长。',
  notHttp: '这不是 HTTP。',
};
