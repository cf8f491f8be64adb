/** Why a file can't be imported. */
import { format } from '../format.ts';

/** Stands wherever people choose a file. */
export const IMPORTABLE =
  'O Upcast importa destinos exportados do Upcast, o service.json do OBS e arquivos do obs-multi-rtmp ou do Aitum Multistream. Arquivos de texto com um endereço por linha também servem.';

export const presetFile = {
  notAFile: 'Isto não é um arquivo que o Upcast possa ler. Escolha um arquivo, não uma pasta.',
  unreadable: 'Não foi possível ler o arquivo.',
  tooLarge: (maximumBytes: number) => `O arquivo é grande demais. O máximo é ${format.bytes(maximumBytes)}.`,
  notText: `Isto não é um arquivo de texto. ${IMPORTABLE}`,
  damagedJson: 'O arquivo está danificado: começa como JSON, mas está incompleto.',
  foreign: `O Upcast não consegue importar este arquivo. ${IMPORTABLE}`,
  outputsUnreadable: 'Não foi possível ler os destinos deste arquivo.',
  noAddress: 'O arquivo não contém endereços de servidor.',
  /** @param problem a whole sentence */
  noAddressReadable: (problem: string) => `Não foi possível ler nenhum endereço do arquivo. ${problem}`,
  newerVersion: (version: number, known: number) =>
    `Uma versão mais nova do Upcast salvou este arquivo (formato ${format.number(version)}; esta versão lê até o formato ${format.number(known)}). Atualize o Upcast para importá-lo.`,
  damaged: (place: string) =>
    place === '' ? 'O arquivo está danificado.' : `O arquivo está danificado em “${place}”.`,
  changedKeys:
    'O arquivo foi danificado ou alterado depois de salvo, por isso o Upcast não pode usar as chaves dele.',
  tooSlow: 'A leitura do arquivo demorou demais. Talvez o arquivo seja grande demais.',
  tooMuchMemory: 'A leitura do arquivo usou memória demais. Talvez o arquivo seja grande demais.',
  readerFailed: 'Não foi possível ler o arquivo. Tente de novo.',
};
