import { answerCalls } from '../../shared/createFileWorker.js';
import { sha256Of } from './sha256.js';

answerCalls(sha256Of);
