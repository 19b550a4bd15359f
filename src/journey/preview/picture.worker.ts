import { answerCalls } from '../../shared/createFileWorker.js';
import { makePicture } from './makePicture.js';

answerCalls(makePicture);
