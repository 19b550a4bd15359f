import { answerCalls } from '../../shared/createFileWorker.js';
import { drawStill } from './picture.js';

answerCalls(drawStill);
