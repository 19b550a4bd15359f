/** The whole process, for tests that look at its memory or kill it; started by `spawnServer.ts`. */
import { BOUNDS } from '../config/bounds.js';
import { readEnvironment } from '../config/readEnvironment.js';
import { parseSettings, type SettingsInput } from '../config/settings.js';
import { startProcess } from '../startProcess.js';

const [dataDir = '', settings = '{}'] = process.argv.slice(2);
const { url, apiKey } = await startProcess({
  ...readEnvironment({ PORT: '0', DATA_DIR: dataDir }),
  needsPage: false,
  settings: parseSettings(JSON.parse(settings) as SettingsInput),
  bounds: BOUNDS,
});
process.on('message', () => process.send?.({ nowMb: process.memoryUsage.rss() / 1e6, peakMb: process.resourceUsage().maxRSS / 1e3 }));
process.on('disconnect', () => process.exit());
process.send?.({ url, apiKey });
