/** A browser page on air, and what happens to it: its process dies, hangs or takes too much, its server goes. */
import type { LaunchedBuild } from '../../support/window/electron-app.ts';
import { invokeInSecretFrame } from '../../support/window/frames/secret-frame.ts';
import { startPageServer } from '../../support/window/page-studio.ts';
import type { PageServer } from '../../support/window/page-studio.ts';
import { pageSettings } from '../../support/studio/twenty-sources.ts';
import type { SourceFault } from '../../support/studio/source-faults.ts';

const SOURCE_ID = 'page';
/** Moves all the time, and is loaded again where its server is gone. */
const DOCUMENT = `<body style="margin:0;background:#246"><div id="bar" style="position:absolute;height:100%;width:30%;background:#fff"></div></body>
<script>
  let at = 0;
  const step = () => { at = (at + 2) % 70; document.querySelector('#bar').style.left = at + '%'; requestAnimationFrame(step); };
  step();
  setInterval(() => fetch('/alive').catch(() => location.reload()), 500);
</script>`;

const HANGS = 'setTimeout(() => { for (;;); }, 0)';
const TAKES_MEMORY =
  'const all = []; setInterval(() => all.push(new Uint8Array(50_000_000).fill(1)), 100); undefined';

export interface TestPage {
  /** For the document. */
  readonly host: string;
  /** In this order: each comes back by itself, and a person reloads the last one. */
  faultsIn(launched: LaunchedBuild): Promise<readonly SourceFault[]>;
  stop(): Promise<void>;
}

export async function startTestPage(): Promise<TestPage> {
  const open = async (port?: number): Promise<PageServer> => await startPageServer(() => DOCUMENT, port);
  let server = await open();
  const { origin } = server;
  const { host, port } = new URL(origin);
  return {
    host,
    stop: async () => await server.stop(),
    async faultsIn(launched) {
      await saveAddress(launched, `${origin}/overlay`);
      const byItself = { id: SOURCE_ID, isSaid: true, mend: () => undefined };
      return [
        {
          ...{ ...byItself, what: 'its process is killed' },
          break: async () => {
            process.kill(await pidOf(launched, origin), 'SIGKILL');
          },
        },
        {
          ...{ ...byItself, what: 'its server goes' },
          break: async () => await server.stop(),
          mend: async () => {
            server = await open(Number(port));
          },
        },
        {
          ...{ ...byItself, what: 'it hangs' },
          break: async () => await runInPage(launched, origin, HANGS),
        },
        {
          ...{ ...byItself, what: 'it takes all memory that it gets' },
          break: async () => await runInPage(launched, origin, TAKES_MEMORY),
          // Too many of these in a row, and only a person brings the page back.
          mend: async () => await reload(launched),
        },
      ];
    },
  };
}

/** As the form of a page does. */
async function saveAddress({ page }: LaunchedBuild, address: string): Promise<void> {
  const typed = { target: { sourceId: SOURCE_ID }, address, css: '', settings: pageSettings };
  const answer = await invokeInSecretFrame(page, 'pages:save', typed);
  if (!answer.ok) throw new Error(`${answer.error.code} ${JSON.stringify(answer.error.details)}`);
}

async function reload({ page }: LaunchedBuild): Promise<void> {
  await page.evaluate(
    async (sourceId) => await window.upcast.invoke('pages:reload', { sourceId }),
    SOURCE_ID,
  );
}

async function pidOf({ app }: LaunchedBuild, origin: string): Promise<number> {
  const pid = await app.evaluate(
    ({ webContents }, start) =>
      webContents
        .getAllWebContents()
        .find((each) => each.getURL().startsWith(start))
        ?.getOSProcessId(),
    origin,
  );
  if (pid === undefined || pid === 0) throw new Error('the page has no process');
  return pid;
}

async function runInPage({ app }: LaunchedBuild, origin: string, script: string): Promise<void> {
  await app.evaluate(
    async ({ webContents }, [start, code]) => {
      const contents = webContents.getAllWebContents().find((each) => each.getURL().startsWith(start ?? ''));
      await contents?.executeJavaScript(code ?? '');
    },
    [origin, script],
  );
}
