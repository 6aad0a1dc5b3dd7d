/** `npm run wordpress`: writes the WordPress plugin as `export/fulcrum-wordpress.zip`, ready for upload. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { zipPlugin } from './wordpress/zip-plugin.ts';

const zip = 'export/fulcrum-wordpress.zip';

mkdirSync('export', { recursive: true });
writeFileSync(zip, zipPlugin());
console.log(`Wrote ${zip}: upload it in WordPress under Plugins → Add New → Upload Plugin.`);
