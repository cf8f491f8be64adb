/** How the remote control answers a request that it refuses. */
export const remote = {
  unknownPath: 'Não há nada neste caminho.',
  wrongMethod: (method: string) => `Use ${method} com este caminho.`,
  wrongHost: (port: number) => `Use o endereço http://127.0.0.1:${port}.`,
  fromPage: 'Páginas da web não podem usar o controle remoto.',
  tooManyHeaders: (maximum: number) => `Uma solicitação pode ter no máximo ${maximum} cabeçalhos.`,
  headersTooLarge: (bytes: number) => `Os cabeçalhos podem ter no máximo ${bytes} bytes.`,
  tokenMissing: 'Envie o token das configurações do Upcast como “Authorization: Bearer …”.',
  bodyTooLarge: (bytes: number) => `O corpo pode ter no máximo ${bytes} bytes.`,
  badBody:
    'Deixe o corpo vazio. Para iniciar uma transmissão, você pode enviar JSON como {"isRehearsal": true} com Content-Type: application/json.',
  tooManyListeners: (maximum: number) => `No máximo ${maximum} aplicativos podem escutar ao mesmo tempo.`,
  tooSlow: 'A solicitação demorou demais para chegar.',
  notHttp: 'Isto não é HTTP.',
};
