/** The form of a browser page. */

export const pages = {
  edit: 'Editar fuente de navegador…',
  reload: 'Recargar página',
  interact: 'Interactuar…',
  interactHint:
    'Abre la página en una ventana donde puedes hacer clic y escribir. La fuente se recarga cuando cierras la ventana.',
  windowTitle: (host: string) => `${host} – Upcast`,
  addTitle: 'Añadir fuente de navegador',
  editTitle: 'Editar fuente de navegador',
  description:
    'Muestra una página web, como alertas o un chat superpuestos. Las partes transparentes de la página dejan ver lo que hay detrás.',
  address: 'Dirección',
  addressHint:
    'Las direcciones de superposiciones suelen contener un token. Upcast guarda la dirección con la misma seguridad que una clave de transmisión.',
  addressPlaceholder: 'https://',
  width: 'Ancho',
  height: 'Alto',
  fps: 'FPS máximos',
  css: 'CSS personalizado',
  cssHint: 'Upcast añade este CSS después de cargar la página.',
  closeWhenHidden: 'Cerrar la página mientras esté oculta',
  closeHint: 'La página vuelve a cargarse cada vez que una escena la muestra.',
  badNumber: 'Escribe un ancho y un alto de 1 a 4096 píxeles, y de 1 a 60 fps.',
};
