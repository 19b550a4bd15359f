import { formatBytes } from '../units.js';
import { backUp } from './backUp.js';

const dataDir = process.env['DATA_DIR'] || 'data';
const [folder] = process.argv.slice(2);

try {
  if (!folder) throw new Error('Name the folder to back up to: npm run backup -- /backups/dropline');
  const { files, bytes, copied, missing } = await backUp(dataDir, folder);
  console.log(`${folder} holds ${files} files (${formatBytes(bytes)}) of ${dataDir}, ${copied} of them new.`);
  for (const path of missing) console.error(`${path} is named by the database, but ${dataDir}/images does not hold it.`);
  if (missing.length > 0) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
