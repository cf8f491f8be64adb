/** How the remote control answers a request that it refuses. */
export const remote = {
  unknownPath: 'このパスには何もありません。',
  wrongMethod: (method: string) => `このパスには${method}を使ってください。`,
  wrongHost: (port: number) => `アドレスhttp://127.0.0.1:${port}を使ってください。`,
  fromPage: 'ウェブページからはリモート操作を使えません。',
  tooManyHeaders: (maximum: number) => `要求に含められるヘッダーは最大${maximum}個です。`,
  headersTooLarge: (bytes: number) => `ヘッダーは最大${bytes}バイトです。`,
  tokenMissing: 'Upcastの設定にあるトークンを「Authorization: Bearer …」として送信してください。',
  bodyTooLarge: (bytes: number) => `本文は最大${bytes}バイトです。`,
  badBody:
    '本文は空にしてください。配信を開始する場合は、{"isRehearsal": true}などのJSONをContent-Type: application/jsonで送信できます。',
  tooManyListeners: (maximum: number) => `同時に受信できるアプリは最大${maximum}個です。`,
  tooSlow: '要求の受信に時間がかかりすぎました。',
  notHttp: 'HTTPではありません。',
};
