import { answerCalls } from '../../shared/createFileWorker.js';
import { sniffFiles } from './sniffFiles.js';

answerCalls(sniffFiles);
