/** The form of a browser page. */

export const pages = {
  edit: 'Edit browser source…',
  reload: 'Reload page',
  interact: 'Interact…',
  interactHint:
    'Opens the page in a window where you can click and type. The source reloads when you close the window.',
  windowTitle: (host: string) => `${host} – Upcast`,
  addTitle: 'Add browser source',
  editTitle: 'Edit browser source',
  description:
    'Shows a web page, such as an alert or chat overlay. Transparent parts of the page show what’s behind them.',
  address: 'Address',
  addressHint:
    'Overlay addresses often contain a token. Upcast stores the address as securely as a stream key.',
  addressPlaceholder: 'https://',
  width: 'Width',
  height: 'Height',
  fps: 'Max frame rate',
  css: 'Custom CSS',
  cssHint: 'Upcast adds this CSS after the page loads.',
  closeWhenHidden: 'Close the page while it’s hidden',
  closeHint: 'The page loads again each time a scene shows it.',
  badNumber: 'Enter a width and height from 1 to 4,096 pixels and a frame rate from 1 to 60 fps.',
};
