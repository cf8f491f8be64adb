/** Browser pages that can't be loaded: the app goes on. */
import { expect, it } from 'vitest';
import { addPage, followPages, startPageServer, untilPage } from '../../support/window/page-studio.ts';
import { openStudios, smallStudio } from '../../support/window/studio-fixture.ts';

const PAGES = 8;

const studios = openStudios();

it('each is said, and takes nothing with it', async () => {
  const server = await startPageServer(() => undefined);
  await server.stop();
  const launched = await studios.launch(smallStudio({ type: 'pattern' }, { type: 'none' }));
  await followPages(launched.page);
  for (let page = 0; page < PAGES; page += 1) {
    const sourceId = await addPage(launched, `${server.origin}/${page}`);
    await untilPage(launched.page, sourceId, 'failed', 'pageNotLoaded');
  }
  expect(await launched.app.evaluate(({ app }) => app.isReady())).toBe(true);
});
