/** Collections: scenes and sources under a name, of which one is open. */
import { format } from '../format.ts';

const files = { one: 'arquivo', many: 'de arquivos', other: 'arquivos' };

export const collections = {
  title: 'Coleções',
  /** Of the button that opens the menu. */
  open: (name: string) => `Coleção: ${name}`,
  /** The first name of a new one; a number follows where it’s taken. */
  newName: 'Sem título',
  add: 'Nova coleção',
  all: 'Todas as coleções…',
  import: 'Importar…',
  exportOpen: 'Exportar…',
  exported: (folder: string, count: number) =>
    count === 0
      ? `Exportada para a pasta “${folder}”.`
      : `Exportada para a pasta “${folder}” com ${format.count(count, files)}.`,
  notExported: (names: readonly string[]) =>
    `Estes arquivos não foram encontrados, por isso a exportação não os inclui: ${format.list(names)}.`,
  exporting: (name: string) => `Exportando “${name}”`,
  copying: 'Copiando arquivos',
  copied: (done: number, total: number) => `${format.bytes(done)} de ${format.bytes(total)}`,
  name: 'Nome da coleção',
  list: 'Coleções',
  isOpen: 'Aberta',
  switchTo: (name: string) => `Mudar para ${name}`,
  rename: (name: string) => `Renomear ${name}`,
  duplicate: (name: string) => `Duplicar ${name}`,
  remove: (name: string) => `Remover ${name}`,
  cannotRemoveOpen: 'Mude para outra coleção para remover esta',
  removed: (name: string) => `“${name}” foi removida.`,
  hint: 'Uma coleção guarda as suas cenas, fontes e o mixer de áudio. As configurações de vídeo e os destinos são os mesmos em todas.',
  question: (name: string) => `Mudar para “${name}” ao vivo?`,
  newQuestion: 'Abrir uma nova coleção ao vivo?',
  consequences:
    'Os espectadores verão imediatamente a cena dessa coleção. A transmissão continua com as mesmas configurações de vídeo. As fontes que estão só na coleção atual são desligadas.',
  newConsequences:
    'Os espectadores verão uma cena vazia até você adicionar uma fonte. A transmissão continua com as mesmas configurações de vídeo.',
  confirm: 'Mudar',
  confirmNew: 'Abrir',
};

export const collectionImport = {
  title: 'Importar coleção',
  titleOf: (name: string) => `Importar “${name}”`,
  hint: 'Escolha o collection.json de uma coleção exportada ou uma coleção de cenas do OBS.',
  origin: (from: 'obs' | 'upcast', fileName: string) =>
    from === 'obs' ? `Do OBS: ${fileName}` : `Exportada do Upcast: ${fileName}`,
  found: 'Do OBS neste computador',
  chooseFile: 'Escolher arquivo…',
  anotherFile: 'Escolher outro arquivo…',
  import: 'Importar',
  contents: (scenes: number, sources: number, fileCount: number) =>
    `${format.list([
      format.count(scenes, { one: 'cena', many: 'de cenas', other: 'cenas' }),
      format.count(sources, { one: 'fonte', many: 'de fontes', other: 'fontes' }),
      format.count(fileCount, files),
    ])}.`,
  missing: (count: number) =>
    format.count(count, {
      one: 'arquivo não encontrado',
      many: 'de arquivos não encontrados',
      other: 'arquivos não encontrados',
    }),
  locate: 'Localizar…',
  devices: 'Escolher dispositivos',
  devicesHint:
    'O OBS identifica os dispositivos de outra forma, por isso escolha-os de novo, agora ou depois.',
  inObs: (device: string) => `No OBS: ${device}`,
  later: 'Escolher depois',
  chooseScreen: 'Escolher tela ou janela…',
  changed: 'Importado com mudanças',
  left: 'Não importado',
  counted: (title: string, count: number) => `${title} (${format.number(count)})`,
  more: (count: number) => `E mais ${format.number(count)}.`,
  consequences:
    'A importação cria uma nova coleção e não altera a original nem as suas outras coleções. As suas configurações de vídeo ficam como estão.',
};
