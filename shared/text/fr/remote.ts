/** How the remote control answers a request that it refuses. */
export const remote = {
  unknownPath: 'Il n’y a rien à ce chemin.',
  wrongMethod: (method: string) => `Utilisez ${method} avec ce chemin.`,
  wrongHost: (port: number) => `Utilisez l’adresse http://127.0.0.1:${port}.`,
  fromPage: 'Les pages web ne peuvent pas utiliser le contrôle à distance.',
  tooManyHeaders: (maximum: number) => `Une requête peut avoir au plus ${maximum} en-têtes.`,
  headersTooLarge: (bytes: number) => `Les en-têtes peuvent faire au plus ${bytes} octets.`,
  tokenMissing: 'Envoyez le jeton des paramètres d’Upcast sous la forme « Authorization: Bearer … ».',
  bodyTooLarge: (bytes: number) => `Le corps peut faire au plus ${bytes} octets.`,
  badBody:
    'Laissez le corps vide. Pour lancer un stream, vous pouvez envoyer du JSON comme {"isRehearsal": true} avec Content-Type: application/json.',
  tooManyListeners: (maximum: number) => `Au plus ${maximum} applications peuvent écouter à la fois.`,
  tooSlow: 'La requête a mis trop de temps à arriver.',
  notHttp: 'Ce n’est pas du HTTP.',
};
