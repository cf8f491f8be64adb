/** The form that shows the remote control's token. */

export const remoteToken = {
  show: 'Mostrar token',
  title: 'Token del control remoto',
  description:
    'Con este token, las aplicaciones de este equipo pueden controlar Upcast. No lo muestres en la transmisión.',
  copy: 'Copiar token',
  copied: 'Token copiado.',
  close: 'Cerrar',
};
