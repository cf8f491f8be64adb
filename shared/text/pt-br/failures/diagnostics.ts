/** Crashes, and the file of diagnostics. */

/** By the part of Upcast whose process crashed. */
const crashes = {
  window: {
    title: 'A janela do Upcast falhou.',
    doing:
      'O Upcast a recarregou. Se você estiver ao vivo, a transmissão continua: enquanto isso, os espectadores viram o último quadro.',
    action: 'Se acontecer de novo, salve o diagnóstico no menu Ajuda.',
  },
  graphics: {
    title: 'O processo de gráficos falhou.',
    doing: 'O Upcast o reiniciou. Se você estiver ao vivo, a transmissão continua.',
    action: 'Se acontecer de novo, atualize o driver da placa de vídeo.',
  },
  audio: {
    title: 'O processo de áudio falhou.',
    doing: 'O Upcast o reiniciou. As fontes de áudio podem ficar sem som por alguns segundos.',
    action: 'Se uma fonte continuar sem som, escolha o dispositivo dela de novo.',
  },
};

const otherCrash = {
  title: 'Uma parte do Upcast falhou.',
  doing: 'O Upcast a reiniciou.',
  action: 'Se acontecer de novo, salve o diagnóstico no menu Ajuda.',
};

/** @param part of the error's details */
export function crashedProcess(part: unknown): { title: string; doing: string; action: string } {
  return part === 'window' || part === 'graphics' || part === 'audio' ? crashes[part] : otherCrash;
}

export const diagnostics = {
  crashes,
  helpMenu: 'Ajuda',
  save: 'Salvar diagnóstico…',
  showLogs: 'Mostrar arquivos de log',
  saveTitle: 'Salvar diagnóstico',
  fileFilter: 'Arquivos de texto',
  fileName: (stamp: string) => `Diagnóstico do Upcast ${stamp}.txt`,
  savedTitle: 'Diagnóstico salvo.',
  savedDetail:
    'O arquivo não tem chaves de transmissão, endereços nem vídeo. O Upcast não o envia para lugar nenhum. Leia o arquivo antes de compartilhá-lo.',
  showFile: 'Mostrar arquivo',
  notSaved: 'Não foi possível salvar o diagnóstico. Escolha outra pasta e tente de novo.',

  cutOff: 'O Upcast fechou inesperadamente da última vez.',
  recovered: 'Uma parte do Upcast falhou da última vez.',
  offer:
    'Salve o diagnóstico para descobrir o motivo ou para relatar o problema. O Upcast não envia nada por conta própria.',

  heading: (time: string) => `Diagnóstico do Upcast, ${time}`,
  about: [
    'O Upcast não envia este arquivo para lugar nenhum. Leia-o antes de compartilhá-lo.',
    'Chaves de transmissão, senhas, endereços, nomes de arquivo e os nomes que você digitou ficam de fora.',
  ],
  none: 'Nada.',
  facts: 'O Upcast e este computador',
  runs: 'Últimas execuções, da mais recente à mais antiga',
  noEnd: 'sem fim: foi interrompida ou está em andamento',
  dumps:
    'Dumps de falhas, do mais recente ao mais antigo (ficam na pasta de configurações do Upcast, não neste arquivo)',
  settings: 'Configurações (só números e opções)',
  stream: 'Última transmissão',
  log: 'Log, do mais antigo ao mais recente',
};
