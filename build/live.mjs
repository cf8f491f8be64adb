// `npm run live -- …`: the real app without a window. Standard output and the exit code are the app's own; its options
// are read by the app, before it starts anything.
import { spawn } from 'node:child_process';
import { environmentOf, setUp } from './setup/setup.mjs';
import { startDisplay } from './setup/display.mjs';
import { SetupError, runCommand } from './setup/report.mjs';

/** A terminal and npm may each deliver the same Ctrl-C; a second one within this time is the same. */
const SAME_SIGNAL_MS = 500;

const HELP = `Usage: npm run live -- OPTIONS

Destinations
  --to URL               a server and its RTMP application (rtmp, rtmps, rtmpt, rtmpts, rtmfp or rtmpe);
                         can be repeated
  --key-file FILE        reads the stream key of the --to before it from a file
  --key-stdin            reads that key from standard input, one line for each --key-stdin
  --key-in-arguments     allows keys and passwords in --to: every user on this computer can read them there,
                         and your shell and npm may save them
  --preset NAME          a saved destination; can be repeated
  --rehearse             streams to the receiver on this computer and prints a report at the end

Sources
  --source camera|screen|pattern|file:PATH
  --audio mic|tone|system|file|none
                         system is what this computer plays
  --mute NAME            mutes a source’s audio; can be repeated
  --track N              streams this track of the mixer, 1 to 6
  --fake-devices         uses a simulated camera and microphone

Scenes
  --collection FILE      a studio document (JSON), in place of --source
  --import-obs FILE      a scene collection of OBS; what can't be used is listed on standard error
  --scene NAME           the scene to begin with
  --command FILE|-       commands as JSON, one a line, from a file or standard input; the answers are the only
                         lines on standard output

Encoding
  --size 1280x720  --fps 30  --video-kbps 2500  --audio-kbps 160
  --keyframe-seconds 2  --latency low|quality
  --encoder NAME         auto (H.264), libx264, libx265 (HEVC), libsvtav1 (AV1), hevc_nvenc, av1_qsv, and others;
                         HEVC and AV1 need FFmpeg 6.1 or later

Network
  --proxy URL|none       socks5://[user@]host:port or http://[user@]host:port, for destinations without their own.
                         Default: ALL_PROXY or HTTPS_PROXY except for hosts in NO_PROXY, then the saved proxy
  --proxy-password-file FILE
                         reads the proxy’s password from a file
  --ca FILE              an additional certificate authority (PEM)

Output
  --language TAG         the language of messages, as in de or pt-BR. Default: LC_ALL, LC_MESSAGES, or LANG
  --record FILE          also records to an MP4 file
  --seconds N            ends the stream after N seconds
  --stats FILE           writes a sample each second, events, and a summary: one JSON object a line

Ctrl-C ends the stream. Exit codes: 0 ended as asked, 2 bad options, 3 never went live, 4 connection lost.
`;

await runCommand(async () => {
  if (process.argv.includes('--help')) {
    process.stdout.write(HELP);
    return 0;
  }
  const runtime = await setUp();
  const { bundleApp } = await import('./bundle.mjs');
  await bundleApp();
  const display = await startDisplay();
  // After `--` Chromium takes nothing for its own switches.
  const args = [...runtime.args, '--', '--upcast-live', ...process.argv.slice(2)];
  const env = { ...process.env, ...environmentOf(runtime), ...display.env };
  try {
    return await runToEnd(runtime.electron, args, env, readsInput(process.argv));
  } finally {
    display.stop();
  }
});

/**
 * @param {readonly string[]} argv
 * @returns {boolean}
 */
function readsInput(argv) {
  const at = argv.indexOf('--command');
  return argv.includes('--key-stdin') || argv.includes('--command=-') || (at >= 0 && argv[at + 1] === '-');
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {boolean} hasInput
 * @returns {Promise<number>}
 */
function runToEnd(command, args, env, hasInput) {
  // In a group of its own it gets each signal once, from here.
  // Outside this group it could not read from a terminal: its input goes through here.
  const child = spawn(command, args, {
    stdio: [hasInput ? 'pipe' : 'inherit', 'inherit', 'inherit'],
    env,
    detached: process.platform !== 'win32',
  });
  if (child.stdin !== null) {
    // It may end first.
    child.stdin.on('error', () => undefined);
    process.stdin.pipe(child.stdin);
    child.on('close', () => process.stdin.unref());
  }
  let lastSignalMs = -Infinity;
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      if (performance.now() - lastSignalMs < SAME_SIGNAL_MS) return;
      lastSignalMs = performance.now();
      child.kill(signal);
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', (error) =>
      reject(new SetupError(`Electron did not start (${error.message}): run the command again.`)),
    );
    child.on('close', (code) => resolve(code ?? 1));
  });
}
