/** The upload server in a process of its own; prints its port and its key. */
import { parseSettings } from '../../server/config/settings.js';
import { readEnvironment } from '../../server/config/readEnvironment.js';
import { startProcess } from '../../server/startProcess.js';

const [dataDir = ''] = process.argv.slice(2);
const { url, apiKey } = await startProcess({
  ...readEnvironment({ PORT: '0', DATA_DIR: dataDir }),
  needsPage: false,
  settings: parseSettings({ maxBytes: 2_000_000_000 }),
});
console.log(JSON.stringify({ port: Number(new URL(url).port), apiKey }));
