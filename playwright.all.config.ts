import { allProjects } from './e2e/projects.js';
import usual from './playwright.config.js';

/** Everything everywhere, which takes long: `npm run e2e:all`. */
export default { ...usual, projects: allProjects };
