/** The worker of the tests of the compositor: composes scenes as the capture worker does. */
import { answerInWorker } from '../../support/browser/answer-calls.ts';
import { hashScenes } from '../../support/compositor/random-scenes.ts';

/** One number for each scene. */
export type SceneHashes = readonly number[];

answerInWorker({ hashScenes });
