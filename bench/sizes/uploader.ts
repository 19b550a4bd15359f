import '../../src/theme/tokens.css';
import '../../src/theme/dropline.css';

export { Uploader } from '../../src/index.js';
