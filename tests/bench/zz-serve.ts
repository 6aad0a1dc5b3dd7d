import { serveFolder } from './serve-folder.ts';
console.log((await serveFolder(process.argv[2]!)).origin);
