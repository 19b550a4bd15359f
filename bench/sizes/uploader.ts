import '../../src/theme/styles.css';

export { Uploader } from '../../src/index.js';
