/** What a person does with a relay's files: install, copy, check, start, stop; as words for the file and the window. Pure. */

export interface RelayStep {
  readonly title: string;
  readonly text?: string;
  /** To be typed in a terminal, one a line. */
  readonly commands: readonly string[];
}

export interface RelayGuideOptions {
  /** Runs on this computer: the files stay where they are. */
  readonly isLocal: boolean;
  /** Where the files were written. */
  readonly folder: string;
  /** Where viewers' servers are reached from; shown only. */
  readonly url: string;
}

const SERVER_FOLDER = '/etc/upcast-relay';

export function relayGuide({ isLocal, folder, url }: RelayGuideOptions): readonly RelayStep[] {
  const place = isLocal ? folder : SERVER_FOLDER;
  const sudo = isLocal ? '' : 'sudo ';
  const nginx = `${sudo}nginx${isLocal ? ` -e ${shellWord(`${folder}/error.log`)}` : ''} -c ${shellWord(`${place}/nginx.conf`)}`;
  return [
    {
      title: 'Install',
      text: 'nginx with its RTMP and stream modules. Debian and Ubuntu:',
      commands: ['sudo apt install nginx libnginx-mod-rtmp libnginx-mod-stream'],
    },
    ...(isLocal
      ? []
      : [
          {
            title: 'Copy',
            text: `The whole folder to ${SERVER_FOLDER} on the server, readable by root alone: keys/ holds your stream keys.`,
            commands: [
              `sudo cp -r upcast-relay ${SERVER_FOLDER}`,
              `sudo chown -R root:root ${SERVER_FOLDER} && sudo chmod -R go= ${SERVER_FOLDER}`,
            ],
          },
        ]),
    { title: 'Check the files', commands: [`${nginx} -t`] },
    { title: 'Start', commands: [nginx] },
    {
      title: 'Stop, or read the files again',
      text: 'nginx looks host names up when it reads its files: do it again when a service moves.',
      commands: [`${nginx} -s stop`, `${nginx} -s reload`],
    },
    {
      title: 'Send to it',
      text: `Upcast sends to ${url} with the relay’s own key. nginx pushes from there for as long as Upcast sends.`,
      commands: [],
    },
  ];
}

/** The same as a text file beside the configuration. */
export function relayReadme(options: RelayGuideOptions): string {
  const steps = relayGuide(options).map(({ title, text, commands }, index) =>
    [
      `${index + 1}. ${title}`,
      ...(text === undefined ? [] : [`   ${text}`]),
      ...commands.map((line) => `     ${line}`),
    ].join('\n'),
  );
  return [
    'Relay: one stream in, one to each destination out.',
    'keys/ holds stream keys in the clear: keep this folder to yourself.',
    '',
    steps.join('\n\n'),
    '',
  ].join('\n');
}

/** Quoted for a POSIX shell where it has to be. */
function shellWord(text: string): string {
  return /^[A-Za-z0-9_./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
