import { answerCalls } from '../../shared/createFileWorker.js';
import { shrinkPicture } from './shrinkPicture.js';

answerCalls(shrinkPicture);
