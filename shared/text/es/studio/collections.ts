/** Collections: scenes and sources under a name, of which one is open. */
import { format } from '../format.ts';

const files = { one: 'archivo', many: 'de archivos', other: 'archivos' };

export const collections = {
  title: 'Colecciones',
  /** Of the button that opens the menu. */
  open: (name: string) => `Colección: ${name}`,
  /** The first name of a new one; a number follows where it’s taken. */
  newName: 'Sin título',
  add: 'Nueva colección',
  all: 'Todas las colecciones…',
  import: 'Importar…',
  exportOpen: 'Exportar…',
  exported: (folder: string, count: number) =>
    count === 0
      ? `Exportada a la carpeta «${folder}».`
      : `Exportada a la carpeta «${folder}» con ${format.count(count, files)}.`,
  notExported: (names: readonly string[]) =>
    `No se encontraron estos archivos, así que la exportación no los incluye: ${format.list(names)}.`,
  exporting: (name: string) => `Exportando «${name}»`,
  copying: 'Copiando archivos',
  copied: (done: number, total: number) => `${format.bytes(done)} de ${format.bytes(total)}`,
  name: 'Nombre de la colección',
  list: 'Colecciones',
  isOpen: 'Abierta',
  switchTo: (name: string) => `Cambiar a ${name}`,
  rename: (name: string) => `Renombrar ${name}`,
  duplicate: (name: string) => `Duplicar ${name}`,
  remove: (name: string) => `Quitar ${name}`,
  cannotRemoveOpen: 'Cambia a otra colección para quitar esta',
  removed: (name: string) => `Se quitó «${name}».`,
  hint: 'Una colección contiene tus escenas, tus fuentes y el mezclador de audio. Los ajustes de vídeo y los destinos son los mismos en todas.',
  question: (name: string) => `¿Cambiar a «${name}» en directo?`,
  newQuestion: '¿Abrir una colección nueva en directo?',
  consequences:
    'Los espectadores verán de inmediato la escena de esa colección. La transmisión continúa con los mismos ajustes de vídeo. Las fuentes que solo están en la colección actual se apagan.',
  newConsequences:
    'Los espectadores verán una escena vacía hasta que añadas una fuente. La transmisión continúa con los mismos ajustes de vídeo.',
  confirm: 'Cambiar',
  confirmNew: 'Abrir',
};

export const collectionImport = {
  title: 'Importar colección',
  titleOf: (name: string) => `Importar «${name}»`,
  hint: 'Elige el collection.json de una colección exportada o una colección de escenas de OBS.',
  origin: (from: 'obs' | 'upcast', fileName: string) =>
    from === 'obs' ? `De OBS: ${fileName}` : `Exportada de Upcast: ${fileName}`,
  found: 'De OBS en este equipo',
  chooseFile: 'Elegir archivo…',
  anotherFile: 'Elegir otro archivo…',
  import: 'Importar',
  contents: (scenes: number, sources: number, fileCount: number) =>
    `${format.list([
      format.count(scenes, { one: 'escena', many: 'de escenas', other: 'escenas' }),
      format.count(sources, { one: 'fuente', many: 'de fuentes', other: 'fuentes' }),
      format.count(fileCount, files),
    ])}.`,
  missing: (count: number) =>
    format.count(count, {
      one: 'archivo no encontrado',
      many: 'de archivos no encontrados',
      other: 'archivos no encontrados',
    }),
  locate: 'Buscar…',
  devices: 'Elegir dispositivos',
  devicesHint:
    'OBS identifica los dispositivos de otra forma, así que vuelve a elegirlos, ahora o más tarde.',
  inObs: (device: string) => `En OBS: ${device}`,
  later: 'Elegir más tarde',
  chooseScreen: 'Elegir pantalla o ventana…',
  changed: 'Importado con cambios',
  left: 'Sin importar',
  counted: (title: string, count: number) => `${title} (${format.number(count)})`,
  more: (count: number) => `Y ${format.number(count)} más.`,
  consequences:
    'Al importar se crea una colección nueva; la original y tus demás colecciones no cambian. Tus ajustes de vídeo siguen igual.',
};
