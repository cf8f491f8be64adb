/** The form that shows the remote control's token. */

export const remoteToken = {
  show: 'Afficher le jeton',
  title: 'Jeton du contrôle à distance',
  description:
    'Les applications de cet ordinateur peuvent contrôler Upcast avec ce jeton. Ne le montrez pas dans votre stream.',
  copy: 'Copier le jeton',
  copied: 'Jeton copié.',
  close: 'Fermer',
};
