/** Crashes, and the file of diagnostics. */

/** By the part of Upcast whose process crashed. */
const crashes = {
  window: {
    title: 'The Upcast window crashed.',
    doing:
      'Upcast reloaded it. If you’re live, your stream continues: viewers saw the last frame until the window was back.',
    action: 'If this happens again, save the diagnostics from the Help menu.',
  },
  graphics: {
    title: 'The graphics process crashed.',
    doing: 'Upcast restarted it. If you’re live, your stream continues.',
    action: 'If this happens again, update your graphics driver.',
  },
  audio: {
    title: 'The audio process crashed.',
    doing: 'Upcast restarted it. Audio sources may be silent for a few seconds.',
    action: 'If a source stays silent, choose its device again.',
  },
};

const otherCrash = {
  title: 'Part of Upcast crashed.',
  doing: 'Upcast restarted it.',
  action: 'If this happens again, save the diagnostics from the Help menu.',
};

/** @param part of the error's details */
export function crashedProcess(part: unknown): { title: string; doing: string; action: string } {
  return part === 'window' || part === 'graphics' || part === 'audio' ? crashes[part] : otherCrash;
}

export const diagnostics = {
  crashes,
  helpMenu: 'Help',
  save: 'Save diagnostics…',
  showLogs: 'Show log files',
  saveTitle: 'Save diagnostics',
  fileFilter: 'Text files',
  fileName: (stamp: string) => `Upcast diagnostics ${stamp}.txt`,
  savedTitle: 'Diagnostics saved.',
  savedDetail:
    'The file has no stream keys, addresses, or video. Upcast doesn’t send it anywhere. Read it before you share it.',
  showFile: 'Show file',
  notSaved: 'Couldn’t save the diagnostics. Choose another folder and try again.',

  cutOff: 'Upcast closed unexpectedly last time.',
  recovered: 'Part of Upcast crashed last time.',
  offer:
    'Save the diagnostics to find the cause or to report the problem. Upcast sends nothing automatically.',

  heading: (time: string) => `Upcast diagnostics, ${time}`,
  about: [
    'Upcast doesn’t send this file anywhere. Read it before you share it.',
    'Stream keys, passwords, addresses, file names, and names you entered are left out.',
  ],
  none: 'None.',
  facts: 'Upcast and this computer',
  runs: 'Recent runs, newest first',
  noEnd: 'no end recorded: cut off or still running',
  dumps: 'Crash dumps, newest first (kept in Upcast’s settings folder, not in this file)',
  settings: 'Settings (numbers and choices only)',
  stream: 'Last stream',
  log: 'Log, oldest first',
};
