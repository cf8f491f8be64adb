// What start-up says: one line a step on standard error, so that standard output belongs to the command itself.

/** Something start-up cannot do. Its message is one sentence that says what to do. */
export class SetupError extends Error {}

/** @param {string} text one step, shown as it begins */
export function report(text) {
  process.stderr.write(`  ${text}\n`);
}

/**
 * Shows every `everyMs` how far a long step is, until the returned function is called.
 * @param {() => string} describe
 * @param {number} [everyMs]
 * @returns {() => void}
 */
export function reportWhile(describe, everyMs = 3000) {
  const timer = setInterval(() => report(describe()), everyMs);
  return () => clearInterval(timer);
}

/**
 * Runs a command's main function: a SetupError ends in its sentence, anything else with its stack.
 * @param {() => Promise<number>} main resolves with the exit code
 */
export async function runCommand(main) {
  let code = 1;
  // Libraries that clean up at the end of the process (electron-builder's among them) end it with 0.
  process.on('exit', () => {
    process.exitCode = code;
  });
  try {
    code = await main();
  } catch (error) {
    const text =
      error instanceof SetupError ? error.message : error instanceof Error ? error.stack : String(error);
    process.stderr.write(`${text}\n`);
  }
}
