import type { Formats } from '../formats.js';
import { formatNames } from '../formatNames.js';
import type { Messages } from '../messages.js';

const RETRY = 'फिर से कोशिश करें या इसे हटा दें।';
const TELL = 'समस्या बनी रहे, तो साइट को बताएँ।';
const MAYBE_STORED = 'हो सकता है कि फ़ाइल सेव हो चुकी हो। दोबारा भेजने से पहले साइट पर देख लें।';

export const createMessages = (f: Formats): Messages => {
  const files = (count: number): string => f.plural(count, { one: `${f.number(count)} फ़ाइल`, other: `${f.number(count)} फ़ाइलें` });
  return {
    'box.label': 'फ़ाइलें अपलोड करें',
    'dialog.close': 'बंद करें',

    'intake.headline': 'फ़ाइलें यहाँ छोड़ें या पेस्ट करें',
    'intake.browse': ['आप ', { slot: 'browse', words: 'अपने कंप्यूटर से फ़ाइलें चुन' }, ' भी सकते हैं।'],
    'intake.touchHeadline': 'फ़ाइलें चुनें या कैमरा इस्तेमाल करें।',
    'intake.touchBrowse': 'फ़ाइलें चुनें',
    'intake.limits': (maxBytes) => (maxBytes === null ? '' : `अधिकतम ${f.bytes(maxBytes)}`),
    'intake.dropToAdd': (count) => `${count === null ? 'फ़ाइलें' : files(count)} जोड़ने के लिए छोड़ें`,
    'intake.dropNote': 'ये कतार में जुड़ जाएँगी।',
    'intake.addFiles': 'फ़ाइलें जोड़ें',
    'intake.checking': (count) => `${files(count)} जाँची जा रही हैं…`,
    'intake.guestExpires': ['अपने-आप मिटने का समय बदलने या उसे रोकने के लिए ', { slot: 'signUp', words: 'साइन अप करें' }, '।'],

    'validate.title': (count) =>
      f.plural(count, { one: `${f.number(count)} फ़ाइल नहीं जोड़ी गई`, other: `${f.number(count)} फ़ाइलें नहीं जोड़ी गईं` }),
    'validate.dismiss': 'खारिज करें',
    'validate.keep': 'फिर भी जोड़ें',
    'validate.keepName': (name) => `फिर भी जोड़ें: ${name}`,
    'validate.shrink': 'छोटा करें',
    'validate.shrinkAll': (count) => f.plural(count, { one: 'तस्वीर छोटी करें', other: `${f.number(count)} तस्वीरें छोटी करें` }),
    'validate.convert': 'JPEG में बदलें',
    'validate.shrinking': 'छोटा किया जा रहा है…',
    'validate.cannotShrink': {
      video: 'यहाँ वीडियो छोटे नहीं किए जा सकते।',
      animated: 'यहाँ ऐनिमेशन छोटे नहीं किए जा सकते।',
      undecodable: 'यह ब्राउज़र तस्वीर नहीं खोल सकता।',
      limitTooSmall: 'इसे काफ़ी छोटा नहीं किया जा सकता।',
    },
    'validate.showAll': (count) => `सभी ${f.number(count)} दिखाएँ`,
    rejections: {
      'validate.empty': () => 'यह फ़ाइल खाली है।',
      'validate.typeRefused': ({ found, formats }) => {
        const accepted = `ये चलेंगे: ${formatNames(formats).join(', ')}।`;
        return found === null ? `यह तस्वीर या वीडियो नहीं है। ${accepted}` : `${found} यहाँ नहीं चलता। ${accepted}`;
      },
      'validate.tooLarge': ({ sizeBytes, limitBytes }) => `${f.bytes(sizeBytes)} की है। सीमा ${f.bytes(limitBytes)} है।`,
      'validate.heic': () => 'HEIC तस्वीरें यहाँ नहीं चलतीं। पहले इसे JPEG में बदलें।',
      'validate.tooSmall': ({ sizeBytes, limitBytes }) => `${f.bytes(sizeBytes)} की है। कम से कम ${f.bytes(limitBytes)} होनी चाहिए।`,
      'validate.tooManyPixels': ({ widthPx, heightPx, maxWidthPx, maxHeightPx }) =>
        `${f.pixels(widthPx, heightPx)} है। सीमा ${f.pixels(maxWidthPx, maxHeightPx)} है।`,
      'validate.tooLong': ({ durationSeconds, limitSeconds }) => `${f.clock(durationSeconds)} लंबा है। सीमा ${f.clock(limitSeconds)} है।`,
      'validate.totalTooLarge': ({ limitBytes }) => `सभी फ़ाइलें मिलाकर ${f.bytes(limitBytes)} तक हो सकती हैं। पहले बाकी अपलोड करें।`,
      'validate.tooMany': ({ limitCount }) => `एक बार में ज़्यादा से ज़्यादा ${files(limitCount)}। पहले बाकी अपलोड करें।`,
      'validate.urlRefused': () => 'यह सर्वर लिंक नहीं लेता।',
      'validate.unreadable': () => 'यह फ़ाइल पढ़ी नहीं जा सकती। हो सकता है कि यह फ़ोल्डर हो या कहीं और ले जाई गई हो।',
      'validate.duplicate': ({ sameAs }) => `सूची में पहले से मौजूद ${sameAs} जैसी ही है।`,
    },

    'queue.readyHeadline': (count) => f.plural(count, { one: `${f.number(count)} फ़ाइल तैयार है`, other: `${f.number(count)} फ़ाइलें तैयार हैं` }),
    'queue.label': (count) => `अपलोड की कतार, ${files(count)}`,
    'queue.start': (count) => `${files(count)} अपलोड करें`,
    'queue.clear': 'साफ़ करें',
    'queue.hint': 'अपलोड को अपने हिसाब से सेट करने के लिए किसी झलक पर क्लिक करें।',
    'queue.hintTouch': 'अपलोड को अपने हिसाब से सेट करने के लिए किसी झलक पर टैप करें।',
    'queue.moved': ({ name, position, count }) => `${name}: ${f.number(count)} में से स्थान ${f.number(position)}`,
    'select.label': 'चुनी गई फ़ाइलें',
    'select.count': (count) => `${f.number(count)} चुनी गईं`,
    'select.all': 'सभी चुनें',
    'select.clear': 'चुनाव हटाएँ',
    'select.moveEarlier': 'आगे ले जाएँ',
    'select.moveLater': 'पीछे ले जाएँ',
    'queue.totals': ({ fileCount, sizeBytes }) => `${files(fileCount)}, ${f.bytes(sizeBytes)}`,
    'queue.uploadedOf': ({ uploadedCount, fileCount }) => `${f.number(fileCount)} में से ${f.number(uploadedCount)} अपलोड हुईं`,

    'tile.remove': (name) => `${name} हटाएँ`,
    'tile.edit': (name) => `${name} में बदलाव करें`,
    'tile.select': (name) => `${name} चुनें`,
    'tile.shrunk': ({ originalSizeBytes, sizeBytes }) => `${f.bytes(originalSizeBytes)} → ${f.bytes(sizeBytes)}`,
    'tile.cancel': (name) => `${name} रद्द करें`,
    'tile.retry': 'फिर कोशिश करें',
    'tile.retryName': (name) => `${name} के लिए फिर कोशिश करें`,
    'tile.addAgain': 'फिर जोड़ें',
    'tile.addAgainName': (name) => `${name} को फिर जोड़ें`,
    'tile.open': (name) => `${name} खोलें`,
    'tile.progress': (name) => `${name} का अपलोड`,
    'tile.noPreview': 'झलक उपलब्ध नहीं',
    'tile.queued': 'कतार में',
    'tile.uploading': ({ fraction, sentBytes, sizeBytes }) => `${f.percent(fraction)} · ${f.bytes(sizeBytes)} में से ${f.bytes(sentBytes)}`,
    'tile.processing': 'प्रोसेस हो रही है',
    'tile.uploaded': 'अपलोड हो गई',
    'tile.uploadedWithoutLink': 'सेव हो गई, पर लिंक पता नहीं',
    'tile.cancelled': 'रद्द की गई',
    'tile.waitsBackOff': ({ cause, secondsLeft }) => `${cause}। ${f.clock(secondsLeft)} में फिर कोशिश होगी`,
    'tile.waitsForHost': 'सर्वर का इंतज़ार है',
    'tile.waitsForConnection': 'कनेक्शन का इंतज़ार है',

    'upload.headline': ({ fileCount, fraction }) =>
      f.plural(fileCount, {
        one: `${f.number(fileCount)} फ़ाइल अपलोड हो रही है (${f.percent(fraction)} पूरा)`,
        other: `${f.number(fileCount)} फ़ाइलें अपलोड हो रही हैं (${f.percent(fraction)} पूरा)`,
      }),
    'upload.note': 'कतार अपलोड हो रही है। इसमें बस थोड़ा समय लगेगा।',
    'upload.pausedNote': 'रोका गया है। जो फ़ाइलें भेजी जा रही हैं वे पूरी होंगी, नई शुरू नहीं होंगी।',
    'upload.pause': 'रोकें',
    'upload.resume': 'फिर शुरू करें',
    'upload.cancelRest': 'बाकी रद्द करें',
    'upload.bytes': ({ sentBytes, sizeBytes }) => `${f.bytes(sizeBytes)} में से ${f.bytes(sentBytes)}`,
    'upload.rate': (rate) => f.bytesPerSecond(rate),
    'upload.timeLeft': (seconds) => `करीब ${f.duration(seconds)} बाकी`,
    'upload.valueText': ({ fraction, sentBytes, sizeBytes }) => `${f.percent(fraction)}, ${f.bytes(sizeBytes)} में से ${f.bytes(sentBytes)}`,
    'upload.rateLimited': (seconds) => `सर्वर ने अपलोड सीमित किए हैं। ${f.clock(seconds)} में फिर शुरू होगा`,
    'upload.rateLimitedLong': 'सर्वर फ़िलहाल और अपलोड नहीं ले रहा। बाद में फिर शुरू करें।',
    'keep.full': 'इस ब्राउज़र में कतार को सहेजने की जगह नहीं है: पेज बंद करने पर जो अपलोड नहीं हुआ, वह खो जाएगा।',
    'keep.otherTab': 'कतार दूसरे टैब में सहेजी जा रही है: इस टैब में जोड़ी गई फ़ाइलें इसे बंद करने पर खो जाएँगी।',
    'keep.unavailable': 'यह ब्राउज़र कतार को सहेज नहीं सकता: पेज बंद करने पर जो अपलोड नहीं हुआ, वह खो जाएगा।',
    'upload.offline': 'कनेक्शन नहीं है। लौटते ही अपने-आप जारी होगा।',

    'result.complete': 'अपलोड पूरा हुआ',
    'result.completeNote': (count) => f.plural(count, { one: `${f.number(count)} फ़ाइल सेव हुई।`, other: `${f.number(count)} फ़ाइलें सेव हुईं।` }),
    'result.mixedNote': ['कुछ फ़ाइलें अपलोड नहीं हो सकीं। ', { slot: 'report', words: 'ज़्यादा जानें' }],
    'result.none': 'कोई फ़ाइल अपलोड नहीं हुई',
    'result.noneNote': ['कुछ गड़बड़ हुई और अनुरोध पूरा नहीं हो सका। ज़्यादा जानकारी के लिए ', { slot: 'report', words: 'गड़बड़ी की रिपोर्ट' }, ' देखें।'],
    'result.uploadMore': 'और अपलोड करें',
    'result.moderated': 'ध्यान दें: अपलोड की गई फ़ाइलें जाँच के बाद ही शेयर की जा सकती हैं।',
    'result.guest': [
      'यह सामग्री अपने खाते में सेव करने के लिए ',
      { slot: 'signUp', words: 'खाता बनाएँ' },
      ' या ',
      { slot: 'signIn', words: 'साइन इन करें' },
      '।',
    ],
    'result.links': 'लिंक',
    'result.linkKind': 'लिंक का प्रकार',
    'result.linkNames': {
      viewer: 'देखने का पेज',
      direct: 'सीधा लिंक',
      frame: 'वीडियो फ़्रेम',
      medium: 'मध्यम आकार',
      thumbnail: 'थंबनेल',
      delete: 'मिटाएँ',
    },
    'result.copy': (name) => `${name} का लिंक कॉपी करें`,
    'result.copyAll': 'सब कॉपी करें',
    'result.copied': 'कॉपी हो गया',
    'result.copyFailed': 'यहाँ कॉपी नहीं हो सकता। टेक्स्ट चुना हुआ है: Ctrl+C दबाएँ।',
    'result.deleteWarning': 'जो भी इनमें से कोई पता खोलेगा, उससे फ़ाइल मिट जाएगी। इन्हें अपने तक रखें।',

    'report.title': (count) =>
      f.plural(count, {
        one: `${f.number(count)} फ़ाइल अपलोड नहीं हो सकी`,
        other: `${f.number(count)} फ़ाइलें अपलोड नहीं हो सकीं`,
      }),
    'report.retryAll': (count) => `${files(count)} फिर भेजें`,
    'report.retry': 'फिर कोशिश करें',
    'report.remove': 'हटाएँ',
    'report.unknown': 'शायद सेव हो चुकी है',

    'history.title': (count) => (count === 0 ? 'पिछले अपलोड' : `पिछले अपलोड (${f.number(count)})`),
    'history.turnOn': 'मेरे अपलोड के लिंक इस ब्राउज़र में रखें',
    'history.note': 'फिर इस ब्राउज़र को इस्तेमाल करने वाला कोई भी उन्हें देख सकेगा और एक्सपोर्ट किए गए लिंक से फ़ाइलें मिटा सकेगा।',
    'history.export': 'एक्सपोर्ट करें',
    'history.clear': 'सूची साफ़ करें',
    'announce.progress': (fraction) => `${f.percent(fraction)} अपलोड हुआ`,
    'announce.refused': (count) =>
      f.plural(count, { one: `${f.number(count)} फ़ाइल नहीं जोड़ी गई`, other: `${f.number(count)} फ़ाइलें नहीं जोड़ी गईं` }),

    errors: {
      aborted: () => ({ cause: 'सर्वर के काम के दौरान रोका गया', advice: MAYBE_STORED }),
      'network.offline': () => ({ cause: 'कनेक्शन नहीं है', advice: 'कनेक्शन लौटते ही भेजी जाएगी।' }),
      'network.lost': () => ({ cause: 'कनेक्शन टूट गया', advice: `कनेक्शन जाँचें। ${RETRY}` }),
      'network.stalled': () => ({ cause: 'कनेक्शन अटक गया', advice: `कनेक्शन जाँचें। ${RETRY}` }),
      'network.answerLost': () => ({ cause: 'सर्वर का जवाब नहीं मिला', advice: MAYBE_STORED }),
      'network.noAnswer': () => ({ cause: 'सर्वर ने समय पर जवाब नहीं दिया', advice: MAYBE_STORED }),
      'auth.required': () => ({ cause: 'साइन इन नहीं किया है', advice: 'साइन इन करके फिर कोशिश करें।' }),
      'auth.forbidden': () => ({ cause: 'यहाँ अनुमति नहीं है', advice: 'इस खाते से यह अपलोड नहीं हो सकती। इसे हटा दें।' }),
      'host.rateLimited': () => ({ cause: 'सर्वर ने अपलोड सीमित किए हैं', advice: 'सर्वर के फिर से अपलोड लेने पर भेजी जाएगी।' }),
      'host.busy': () => ({ cause: 'सर्वर व्यस्त है', advice: RETRY }),
      'host.full': () => ({ cause: 'सर्वर पर जगह नहीं बची', advice: 'साइट को बताएँ और बाद में फिर कोशिश करें।' }),
      'host.broken': () => ({ cause: 'सर्वर में गड़बड़ी हुई', advice: `${RETRY} ${TELL}` }),
      'host.badReply': () => ({ cause: 'सर्वर का जवाब समझ नहीं आया', advice: `${RETRY} ${TELL}` }),
      'file.duplicate': () => ({ cause: 'सर्वर पर पहले से है', advice: 'कुछ खोया नहीं है: इसे यहाँ से हटा दें।' }),
      'file.tooLarge': ({ limitBytes }) => ({
        cause: limitBytes === null ? 'सर्वर की सीमा से बड़ी है' : `सर्वर की सीमा से बड़ी है: ${f.bytes(limitBytes)}`,
        advice: 'कोई छोटी फ़ाइल चुनें।',
      }),
      'file.typeRefused': () => ({ cause: 'सर्वर यह फ़ॉर्मैट नहीं लेता', advice: 'किसी दूसरे फ़ॉर्मैट में सेव करके जोड़ें।' }),
      'file.unreadable': () => ({ cause: 'फ़ाइल पढ़ी नहीं जा सकती', advice: 'हो सकता है कि यह खराब हो। कोई दूसरी चुनें।' }),
      'file.missing': () => ({ cause: 'पेज फिर लोड होने पर यह फ़ाइल खो गई', advice: 'इसे फिर जोड़ें।' }),
      'option.refused': ({ option }) => ({
        cause: option === null ? 'एक विकल्प अस्वीकार हुआ' : `सर्वर ने एक विकल्प अस्वीकार किया: ${option}`,
        advice: RETRY,
      }),
      'internal.bug': () => ({ cause: 'कुछ अनपेक्षित गड़बड़ हुई', advice: `${RETRY} ${TELL}` }),
    },
  };
};
