import { basename, dirname } from 'node:path';
import TestSequencer from '@jest/test-sequencer';

/** The folders whose files take longest, up to minutes: whoever begins with them doesn't wait for one of them alone at the end. */
const long = ['proofs', 'installation', 'browser'];

/** Runs long files first, also where no earlier run told which these are. */
export default class LongestFirst extends TestSequencer {
  sort(tests) {
    const isLong = ({ path }) => long.includes(basename(dirname(path)));
    const sorted = super.sort(tests);
    return [...sorted.filter(isLong), ...sorted.filter((test) => !isLong(test))];
  }
}
