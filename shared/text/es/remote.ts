/** How the remote control answers a request that it refuses. */
export const remote = {
  unknownPath: 'No hay nada en esta ruta.',
  wrongMethod: (method: string) => `Usa ${method} con esta ruta.`,
  wrongHost: (port: number) => `Usa la dirección http://127.0.0.1:${port}.`,
  fromPage: 'Las páginas web no pueden usar el control remoto.',
  tooManyHeaders: (maximum: number) => `Una solicitud puede tener ${maximum} cabeceras como máximo.`,
  headersTooLarge: (bytes: number) => `Las cabeceras pueden ocupar ${bytes} bytes como máximo.`,
  tokenMissing: 'Envía el token de la configuración de Upcast como «Authorization: Bearer …».',
  bodyTooLarge: (bytes: number) => `El cuerpo puede ocupar ${bytes} bytes como máximo.`,
  badBody:
    'Deja el cuerpo vacío. Para iniciar una transmisión, puedes enviar JSON como {"isRehearsal": true} con Content-Type: application/json.',
  tooManyListeners: (maximum: number) => `Pueden escuchar ${maximum} aplicaciones a la vez como máximo.`,
  tooSlow: 'La solicitud tardó demasiado en llegar.',
  notHttp: 'Esto no es HTTP.',
};
