/** The form that shows the remote control's token. */

export const remoteToken = {
  show: 'Mostrar token',
  title: 'Token do controle remoto',
  description:
    'Com este token, aplicativos deste computador podem controlar o Upcast. Não o mostre na transmissão.',
  copy: 'Copiar token',
  copied: 'Token copiado.',
  close: 'Fechar',
};
