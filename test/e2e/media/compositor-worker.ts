/** The worker of the tests of the compositor: composes scenes as the capture worker does. */
import { answerInWorker } from '../../support/browser/answer-calls.ts';
import { hashFilters } from '../../support/compositor/filter-hashes.ts';
import { hashScenes } from '../../support/compositor/random-scenes.ts';

/** One number for each scene, or each filter. */
export type SceneHashes = readonly number[];

answerInWorker({ hashScenes, hashFilters });
