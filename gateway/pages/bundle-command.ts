import { bundledPages } from './bundle.ts';

// npm run pages -- FOLDER: bundles the pages ahead, for an image whose processes write nothing.
const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Into which folder? npm run pages -- FOLDER');
  process.exitCode = 2;
} else {
  console.log(await bundledPages(folder));
}
