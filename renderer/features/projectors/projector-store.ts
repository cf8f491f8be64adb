/** The projectors that are open: each a window of the page's own, which the page draws in. */
import { createStore } from 'zustand/vanilla';
import { projectorName } from '../../../shared/ipc/projector-name.ts';

export type ProjectorContent =
  | { readonly type: 'program' }
  | { readonly type: 'preview' }
  | { readonly type: 'multiview' }
  | { readonly type: 'scene'; readonly sceneId: string }
  | { readonly type: 'source'; readonly sourceId: string };

export interface OpenProjector {
  readonly number: number;
  readonly content: ProjectorContent;
  readonly window: Window;
}

export const openProjectors = createStore<{ readonly list: readonly OpenProjector[] }>(() => ({ list: [] }));

let opened = 0;

/** @param displayId full screen there; a window of its own when absent. @returns whether main allowed it. */
export function openProjector(content: ProjectorContent, displayId: string | undefined): boolean {
  opened += 1;
  const number = opened;
  const child = window.open(
    'about:blank',
    projectorName(number, { displayId }),
    'popup,width=960,height=540',
  );
  if (child === null) return false;
  preparePage(child.document);
  child.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') child.close();
  });
  child.addEventListener('pagehide', () => forget(number));
  openProjectors.setState(({ list }) => ({ list: [...list, { number, content, window: child }] }));
  return true;
}

function forget(number: number): void {
  openProjectors.setState(({ list }) => ({ list: list.filter((each) => each.number !== number) }));
}

/** The styles of this page. */
function preparePage(page: Document): void {
  for (const sheet of document.head.querySelectorAll('style, link[rel="stylesheet"]')) {
    const copy = page.importNode(sheet, true);
    if (copy instanceof HTMLLinkElement || 'href' in copy)
      copy.setAttribute('href', (sheet as HTMLLinkElement).href);
    page.head.append(copy);
  }
  page.documentElement.lang = document.documentElement.lang;
  page.documentElement.dir = document.documentElement.dir;
  page.documentElement.dataset['theme'] = 'dark';
}
