/** The form that shows the remote control's token. */

export const remoteToken = {
  show: 'Token anzeigen',
  title: 'Token der Fernsteuerung',
  description:
    'Apps auf diesem Computer können Upcast mit diesem Token steuern. Zeig das Token nicht im Stream.',
  copy: 'Token kopieren',
  copied: 'Token kopiert.',
  close: 'Schließen',
};
