/** The form of a browser page. */

export const pages = {
  edit: 'Edit page…',
  reload: 'Reload page',
  interact: 'Interact…',
  interactHint: 'Opens the page in a window to click and type in. The source reloads when you close it.',
  windowTitle: (host: string) => `${host} – Upcast`,
  addTitle: 'Add browser source',
  editTitle: 'Browser source',
  description: 'Shows a web page, such as an alert or chat overlay. Clear parts of the page are transparent.',
  address: 'Address',
  addressHint: 'Overlay addresses often contain a token. Upcast keeps the address like a stream key.',
  addressPlaceholder: 'https://',
  width: 'Width',
  height: 'Height',
  fps: 'Max frame rate',
  css: 'Custom CSS',
  cssHint: 'Added to the page after it loads.',
  closeWhenHidden: 'Close the page while it’s hidden',
  closeHint: 'The page loads again each time a scene shows it.',
  badNumber: 'Width and height go from 1 to 4,096 pixels, the frame rate from 1 to 60.',
};
