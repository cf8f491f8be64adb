/** Gives the media port of a page to those who use it: the program's input, the media sources and the sound of applications. */
import { AppError } from '../../shared/errors/app-error.ts';
import type { ApplicationSounds } from './application-sound/application-sounds.ts';
import type { MediaSources } from './media-source/media-sources.ts';
import type { MediaInput } from './sources/media-input.ts';
import { PageSource } from './sources/page-source.ts';
import type { MediaPort } from './sources/page-source.ts';

export interface PageParts {
  readonly port: MediaPort | undefined;
  /** Of the page's browser session; undefined when it keeps no files. */
  readonly profileFolder: string | undefined;
  readonly input: MediaInput;
  readonly media: MediaSources;
  readonly applications: ApplicationSounds;
  readonly onTrouble: (text: string) => void;
}

/** In place of the page before. @throws AppError `input/bad-message` without a port */
export function connectPage(parts: PageParts): void {
  const { port, profileFolder, input, media, applications, onTrouble } = parts;
  if (port === undefined) throw new AppError('input/bad-message', { message: 'the media port is missing' });
  media.connect({ profileFolder, send: (message) => port.postMessage(message) });
  applications.connect((message) => port.postMessage(message));
  input.usePage(
    new PageSource({
      ...{ port, profileFolder, onTrouble },
      onMedia: (message) => media.receive(message),
      onApplication: (message) => applications.receive(message),
    }),
  );
}
