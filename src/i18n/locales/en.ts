import type { Formats } from '../formats.js';
import { formatNames } from '../formatNames.js';
import type { Messages } from '../messages.js';

const RETRY = 'Try again, or remove it.';

export const createMessages = (f: Formats): Messages => {
  const files = (count: number): string => f.plural(count, { one: '1 file', other: `${f.number(count)} files` });
  return {
    'box.label': 'Upload files',
    'dialog.close': 'Close',

    'intake.headline': 'Drop or paste files here',
    'intake.browse': ['You can also ', { slot: 'browse', words: 'browse your computer' }, '.'],
    'intake.touchHeadline': 'Choose files, or use the camera.',
    'intake.touchBrowse': 'Choose files',
    'intake.limits': (maxBytes) => (maxBytes === null ? '' : `max ${f.bytes(maxBytes)}`),
    'intake.dropToAdd': (count) => (count === null ? 'Drop to add files' : `Drop to add ${files(count)}`),
    'intake.dropNote': 'They join the queue.',
    'intake.addFiles': 'Add files',
    'intake.checking': (count) => `Checking ${files(count)} …`,
    'intake.guestExpires': [{ slot: 'signUp', words: 'Sign up' }, ' to customize or prevent automatic deletion.'],

    'validate.title': (count) => f.plural(count, { one: '1 file was not added', other: `${f.number(count)} files were not added` }),
    'validate.dismiss': 'Dismiss',
    'validate.keep': 'Add anyway',
    'validate.keepName': (name) => `Add anyway: ${name}`,
    rejections: {
      'validate.empty': () => 'This file is empty.',
      'validate.typeRefused': ({ found, formats }) => {
        const accepted = `Accepted: ${formatNames(formats).join(', ')}.`;
        return found === null ? `This is no picture or video. ${accepted}` : `${found} is not accepted here. ${accepted}`;
      },
      'validate.tooLarge': ({ sizeBytes, limitBytes }) => `${f.bytes(sizeBytes)}. The limit is ${f.bytes(limitBytes)}.`,
      'validate.unreadable': () => 'This file cannot be read. It may be a folder, or it was moved.',
      'validate.duplicate': ({ sameAs }) => `The same as ${sameAs}, which is listed already.`,
    },

    'queue.readyHeadline': (count) => `${files(count)} ready`,
    'queue.label': (count) => `Upload queue, ${files(count)}`,
    'queue.start': (count) => `Upload ${files(count)}`,
    'queue.clear': 'Clear',
    'queue.totals': ({ fileCount, sizeBytes }) => `${files(fileCount)}, ${f.bytes(sizeBytes)}`,
    'queue.uploadedOf': ({ uploadedCount, fileCount }) => `${f.number(uploadedCount)} of ${f.number(fileCount)} uploaded`,

    'tile.remove': (name) => `Remove ${name}`,
    'tile.cancel': (name) => `Cancel ${name}`,
    'tile.retry': 'Retry',
    'tile.retryName': (name) => `Retry ${name}`,
    'tile.addAgain': 'Add again',
    'tile.addAgainName': (name) => `Add again: ${name}`,
    'tile.open': (name) => `Open ${name}`,
    'tile.progress': (name) => `Upload of ${name}`,
    'tile.noPreview': 'No preview',
    'tile.queued': 'Queued',
    'tile.uploading': ({ fraction, sentBytes, sizeBytes }) => `${f.percent(fraction)} · ${f.bytes(sentBytes)} of ${f.bytes(sizeBytes)}`,
    'tile.processing': 'Processing',
    'tile.uploaded': 'Uploaded',
    'tile.uploadedWithoutLink': 'Stored, but its link is unknown',
    'tile.cancelled': 'Cancelled',
    'tile.waitsBackOff': ({ cause, secondsLeft }) => `${cause}. Tries again in ${f.clock(secondsLeft)}`,
    'tile.waitsForHost': 'Waits for the host',
    'tile.waitsForConnection': 'Waits for the connection',

    'upload.headline': ({ fileCount, fraction }) => `Uploading ${files(fileCount)} (${f.percent(fraction)} complete)`,
    'upload.note': 'The queue is uploading. This takes just a moment.',
    'upload.pausedNote': 'Paused. What is being sent finishes, nothing new starts.',
    'upload.pause': 'Pause',
    'upload.resume': 'Resume',
    'upload.cancelRest': 'Cancel the rest',
    'upload.bytes': ({ sentBytes, sizeBytes }) => `${f.bytes(sentBytes)} of ${f.bytes(sizeBytes)}`,
    'upload.rate': (rate) => f.bytesPerSecond(rate),
    'upload.timeLeft': (seconds) => `About ${f.duration(seconds)} left`,
    'upload.valueText': ({ fraction, sentBytes, sizeBytes }) => `${f.percent(fraction)}, ${f.bytes(sentBytes)} of ${f.bytes(sizeBytes)}`,
    'upload.rateLimited': (seconds) => `The host limits uploads. Continues in ${f.clock(seconds)}`,
    'upload.rateLimitedLong': 'The host takes no more uploads for now. Resume later.',
    'keep.full': 'This browser has no room to keep this queue: what is not uploaded is lost when the page is closed.',
    'keep.otherTab': 'Another tab keeps its queue here: what you add in this one is lost when it is closed.',
    'keep.unavailable': 'This browser cannot keep the queue: what is not uploaded is lost when the page is closed.',
    'upload.offline': 'No connection. Continues by itself when it is back.',

    'result.complete': 'Upload complete',
    'result.completeNote': (count) => `${files(count)} stored.`,
    'result.mixedNote': ['Some files could not be uploaded. ', { slot: 'report', words: 'Learn more' }],
    'result.none': 'No files were uploaded',
    'result.noneNote': [
      'Something went wrong and the request could not be processed. See the ',
      { slot: 'report', words: 'error report' },
      ' for more information.',
    ],
    'result.uploadMore': 'Upload more',
    'result.moderated': 'Note: uploads are reviewed before they can be shared.',
    'result.guest': [
      { slot: 'signUp', words: 'Create an account' },
      ' or ',
      { slot: 'signIn', words: 'sign in' },
      ' to save this content to your account.',
    ],
    'result.links': 'Links',
    'result.linkKind': 'Kind of link',
    'result.linkNames': { viewer: 'Viewer', direct: 'Direct', frame: 'Frame', medium: 'Medium', thumbnail: 'Thumbnail', delete: 'Delete' },
    'result.copy': (name) => `Copy link of ${name}`,
    'result.copyAll': 'Copy all',
    'result.copied': 'Copied',
    'result.copyFailed': 'Copying is not possible here. The text is selected: press Ctrl+C.',
    'result.deleteWarning': 'Whoever opens one of these addresses deletes the file. Keep them to yourself.',

    'report.title': (count) =>
      f.plural(count, { one: '1 file could not be uploaded', other: `${f.number(count)} files could not be uploaded` }),
    'report.retryAll': (count) => `Retry ${files(count)}`,
    'report.retry': 'Retry',
    'report.remove': 'Remove',
    'report.unknown': 'May be stored already',

    'history.title': (count) => (count === 0 ? 'Earlier uploads' : `Earlier uploads (${f.number(count)})`),
    'history.turnOn': 'Keep the links of my uploads in this browser',
    'history.note': 'Whoever uses this browser can then see them and, by the exported delete links, delete the files.',
    'history.export': 'Export',
    'history.clear': 'Clear the list',
    'announce.progress': (fraction) => `${f.percent(fraction)} uploaded`,
    'announce.refused': (count) => f.plural(count, { one: '1 file was not added', other: `${f.number(count)} files were not added` }),

    errors: {
      aborted: () => ({
        cause: 'Stopped while the host was working',
        advice: 'It may be stored already. Look at the host before you send it again.',
      }),
      'network.offline': () => ({ cause: 'No connection', advice: 'It is sent as soon as the connection is back.' }),
      'network.lost': () => ({ cause: 'The connection was lost', advice: `Check the connection. ${RETRY}` }),
      'network.stalled': () => ({ cause: 'The connection stood still', advice: `Check the connection. ${RETRY}` }),
      'network.answerLost': () => ({
        cause: "The host's answer was lost",
        advice: 'It may be stored already. Look at the host before you send it again.',
      }),
      'network.noAnswer': () => ({
        cause: 'The host did not answer in time',
        advice: 'It may be stored already. Look at the host before you send it again.',
      }),
      'auth.required': () => ({ cause: 'Not signed in', advice: 'Sign in, then try again.' }),
      'auth.forbidden': () => ({ cause: 'Not allowed here', advice: 'This account may not upload this. Remove it.' }),
      'host.rateLimited': () => ({ cause: 'The host limits uploads', advice: 'It is sent when the host takes uploads again.' }),
      'host.busy': () => ({ cause: 'The host is busy', advice: RETRY }),
      'host.full': () => ({ cause: 'The host has no space left', advice: 'Tell the site. Try again later.' }),
      'host.broken': () => ({ cause: 'The server answered with an error', advice: `${RETRY} If it stays, tell the site.` }),
      'host.badReply': () => ({ cause: 'The answer could not be understood', advice: `${RETRY} If it stays, tell the site.` }),
      'file.duplicate': () => ({ cause: 'Already on this host', advice: 'Nothing is lost: remove it here.' }),
      'file.tooLarge': ({ limitBytes }) => ({
        cause: limitBytes === null ? 'Larger than the host takes' : `Larger than the host takes: ${f.bytes(limitBytes)}`,
        advice: 'Choose a smaller file.',
      }),
      'file.typeRefused': () => ({ cause: 'The host does not take this type', advice: 'Save it as another format and add that.' }),
      'file.unreadable': () => ({ cause: 'The file cannot be read', advice: 'It may be damaged. Choose another.' }),
      'file.missing': () => ({ cause: 'The page was reloaded and has lost this file', advice: 'Add it again.' }),
      'option.refused': ({ option }) => ({
        cause: option === null ? 'An option was refused' : `The host refused an option: ${option}`,
        advice: RETRY,
      }),
      'internal.bug': () => ({ cause: 'Something unforeseen went wrong', advice: `${RETRY} If it stays, tell the site.` }),
    },
  };
};
