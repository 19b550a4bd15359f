import type { Formats } from '../formats.js';
import { formatNames } from '../formatNames.js';
import type { Messages } from '../messages.js';

const RETRY = 'يُرجى إعادة المحاولة أو إزالة الملف.';
const TELL = 'إذا استمرت المشكلة، يُرجى إبلاغ الموقع.';
const MAYBE_STORED = 'ربما حُفظ الملف بالفعل. يُرجى التحقق من الموقع قبل إرساله مجددًا.';

/** A file name keeps its own direction, and its dots and brackets stay where they are. */
const own = (text: string): string => `\u2068${text}\u2069`;

export const createMessages = (f: Formats): Messages => {
  /** After a verbal noun: the genitive. */
  const files = (count: number): string =>
    f.plural(count, {
      zero: `${f.number(count)} ملف`,
      one: 'ملف واحد',
      two: 'ملفين',
      few: `${f.number(count)} ملفات`,
      many: `${f.number(count)} ملفًا`,
      other: `${f.number(count)} ملف`,
    });
  /** On its own: the nominative. */
  const filesAlone = (count: number): string => (count === 2 ? 'ملفان' : files(count));
  return {
    'box.label': 'رفع الملفات',
    'dialog.close': 'إغلاق',

    'intake.headline': 'أفلِت الملفات أو ألصقها هنا',
    'intake.browse': ['يمكنك أيضًا ', { slot: 'browse', words: 'تصفّح جهازك' }, '.'],
    'intake.touchHeadline': 'يمكنك اختيار ملفات أو استخدام الكاميرا.',
    'intake.touchBrowse': 'اختيار ملفات',
    'intake.limits': (maxBytes) => (maxBytes === null ? '' : `الحد الأقصى ${f.bytes(maxBytes)}`),
    'intake.dropToAdd': (count) => (count === null ? 'أفلِت لإضافة الملفات' : `أفلِت لإضافة ${files(count)}`),
    'intake.dropNote': 'ستُضاف إلى قائمة الانتظار.',
    'intake.addFiles': 'إضافة ملفات',
    'intake.checking': (count) => `جارٍ فحص ${files(count)}…`,
    'intake.guestExpires': [{ slot: 'signUp', words: 'أنشئ حسابًا' }, ' لتخصيص الحذف التلقائي أو منعه.'],

    'validate.title': (count) => `تعذّرت إضافة ${files(count)}`,
    'validate.dismiss': 'تجاهل',
    'validate.keep': 'إضافة على أي حال',
    'validate.keepName': (name) => `إضافة على أي حال: ${own(name)}`,
    'validate.shrink': 'تصغير',
    'validate.shrinkAll': (count) =>
      f.plural(count, {
        zero: `تصغير ${f.number(count)} صورة`,
        one: 'تصغير الصورة',
        two: 'تصغير الصورتين',
        few: `تصغير ${f.number(count)} صور`,
        many: `تصغير ${f.number(count)} صورة`,
        other: `تصغير ${f.number(count)} صورة`,
      }),
    'validate.convert': 'تحويل إلى JPEG',
    'validate.shrinking': 'جارٍ التصغير…',
    'validate.cannotShrink': {
      video: 'لا يمكن تصغير مقاطع الفيديو هنا.',
      animated: 'لا يمكن تصغير الصور المتحركة هنا.',
      undecodable: 'لا يمكن لهذا المتصفح فتح الصورة.',
      limitTooSmall: 'لا يمكن تصغيرها بالقدر الكافي.',
    },
    'validate.showAll': (count) => `عرض الكل (${f.number(count)})`,
    rejections: {
      'validate.empty': () => 'هذا الملف فارغ.',
      'validate.typeRefused': ({ found, formats }) => {
        const accepted = `الأنواع المقبولة: ${formatNames(formats).join('، ')}.`;
        return found === null ? `هذا ليس صورة ولا فيديو. ${accepted}` : `النوع ${found} غير مقبول هنا. ${accepted}`;
      },
      'validate.tooLarge': ({ sizeBytes, limitBytes }) => `${f.bytes(sizeBytes)}، والحد الأقصى ${f.bytes(limitBytes)}.`,
      'validate.heic': () => 'صور HEIC غير مقبولة. يُرجى تحويلها إلى JPEG أولًا.',
      'validate.tooSmall': ({ sizeBytes, limitBytes }) => `${f.bytes(sizeBytes)}، والحد الأدنى ${f.bytes(limitBytes)}.`,
      'validate.tooManyPixels': ({ widthPx, heightPx, maxWidthPx, maxHeightPx }) =>
        `${own(f.pixels(widthPx, heightPx))}، والحد الأقصى ${own(f.pixels(maxWidthPx, maxHeightPx))}.`,
      'validate.tooLong': ({ durationSeconds, limitSeconds }) => `المدة ${f.clock(durationSeconds)}، والحد الأقصى ${f.clock(limitSeconds)}.`,
      'validate.totalTooLarge': ({ limitBytes }) => `الحد الأقصى لمجموع الملفات ${f.bytes(limitBytes)}. يُرجى رفع الملفات الأخرى أولًا.`,
      'validate.tooMany': ({ limitCount }) => `الحد الأقصى في المرة الواحدة: ${filesAlone(limitCount)}. يُرجى رفع الملفات الأخرى أولًا.`,
      'validate.urlRefused': () => 'لا يقبل هذا الخادم الروابط.',
      'validate.unreadable': () => 'تتعذّر قراءة هذا الملف. ربما كان مجلدًا أو نُقل من مكانه.',
      'validate.duplicate': ({ sameAs }) => `مطابق للملف ${own(sameAs)} الموجود في القائمة.`,
    },

    'queue.readyHeadline': (count) =>
      f.plural(count, {
        zero: 'لا ملفات جاهزة',
        one: 'ملف واحد جاهز',
        two: 'ملفان جاهزان',
        few: `${f.number(count)} ملفات جاهزة`,
        many: `${f.number(count)} ملفًا جاهزًا`,
        other: `${f.number(count)} ملف جاهز`,
      }),
    'queue.label': (count) => `قائمة انتظار الرفع، ${filesAlone(count)}`,
    'queue.start': (count) => `رفع ${files(count)}`,
    'queue.clear': 'مسح',
    'queue.hint': 'انقر على أي معاينة لتخصيص رفعها.',
    'queue.hintTouch': 'المس أي معاينة لتخصيص رفعها.',
    'queue.moved': ({ name, position, count }) => `${own(name)}: الموضع ${f.number(position)} من ${f.number(count)}`,
    'select.label': 'الملفات المحددة',
    'select.count': (count) => `تم تحديد ${f.number(count)}`,
    'select.all': 'تحديد الكل',
    'select.clear': 'إلغاء التحديد',
    'select.moveEarlier': 'تقديم',
    'select.moveLater': 'تأخير',
    'queue.totals': ({ fileCount, sizeBytes }) => `${filesAlone(fileCount)}، ${f.bytes(sizeBytes)}`,
    'queue.uploadedOf': ({ uploadedCount, fileCount }) => `تم رفع ${f.number(uploadedCount)} من ${f.number(fileCount)}`,

    'tile.remove': (name) => `إزالة ${own(name)}`,
    'tile.edit': (name) => `تعديل ${own(name)}`,
    'tile.select': (name) => `تحديد ${own(name)}`,
    'tile.shrunk': ({ originalSizeBytes, sizeBytes }) => `${f.bytes(originalSizeBytes)} ← ${f.bytes(sizeBytes)}`,
    'tile.cancel': (name) => `إلغاء ${own(name)}`,
    'tile.retry': 'إعادة المحاولة',
    'tile.retryName': (name) => `إعادة محاولة رفع ${own(name)}`,
    'tile.addAgain': 'إضافة مجددًا',
    'tile.addAgainName': (name) => `إضافة ${own(name)} مجددًا`,
    'tile.open': (name) => `فتح ${own(name)}`,
    'tile.progress': (name) => `رفع ${own(name)}`,
    'tile.noPreview': 'لا تتوفر معاينة',
    'tile.queued': 'في الانتظار',
    'tile.uploading': ({ fraction, sentBytes, sizeBytes }) => `${f.percent(fraction)} · ${f.bytes(sentBytes)} من ${f.bytes(sizeBytes)}`,
    'tile.processing': 'قيد المعالجة',
    'tile.uploaded': 'تم الرفع',
    'tile.uploadedWithoutLink': 'تم الحفظ، لكن الرابط غير معروف',
    'tile.cancelled': 'تم الإلغاء',
    'tile.waitsBackOff': ({ cause, secondsLeft }) => `${cause}. إعادة المحاولة بعد ${f.clock(secondsLeft)}`,
    'tile.waitsForHost': 'في انتظار الخادم',
    'tile.waitsForConnection': 'في انتظار الاتصال',

    'upload.headline': ({ fileCount, fraction }) => `جارٍ رفع ${files(fileCount)} (اكتمل ${f.percent(fraction)})`,
    'upload.note': 'جارٍ رفع قائمة الانتظار. لن يستغرق ذلك سوى لحظات.',
    'upload.pausedNote': 'متوقف مؤقتًا. سيكتمل ما يُرسل الآن ولن يبدأ رفع جديد.',
    'upload.pause': 'إيقاف مؤقت',
    'upload.resume': 'استئناف',
    'upload.cancelRest': 'إلغاء الباقي',
    'upload.bytes': ({ sentBytes, sizeBytes }) => `${f.bytes(sentBytes)} من ${f.bytes(sizeBytes)}`,
    'upload.rate': (rate) => f.bytesPerSecond(rate),
    'upload.timeLeft': (seconds) => `الوقت المتبقي: ${f.duration(seconds)} تقريبًا`,
    'upload.valueText': ({ fraction, sentBytes, sizeBytes }) => `${f.percent(fraction)}، ${f.bytes(sentBytes)} من ${f.bytes(sizeBytes)}`,
    'upload.rateLimited': (seconds) => `الخادم يحدّ من عمليات الرفع. سيُستأنف الرفع بعد ${f.clock(seconds)}`,
    'upload.rateLimitedLong': 'لا يقبل الخادم مزيدًا من الملفات حاليًا. يُرجى الاستئناف لاحقًا.',
    'keep.full': 'لا توجد مساحة كافية في المتصفح لحفظ قائمة الانتظار: سيُفقد ما لم يُرفع عند إغلاق الصفحة.',
    'keep.otherTab': 'تحتفظ علامة تبويب أخرى بقائمة الانتظار: ما يُضاف هنا سيُفقد عند إغلاق علامة التبويب هذه.',
    'keep.unavailable': 'لا يمكن لهذا المتصفح حفظ قائمة الانتظار: سيُفقد ما لم يُرفع عند إغلاق الصفحة.',
    'upload.offline': 'لا يوجد اتصال. سيُستأنف الرفع تلقائيًا عند عودته.',

    'result.complete': 'اكتمل الرفع',
    'result.completeNote': (count) => `تم حفظ ${files(count)}.`,
    'result.mixedNote': ['تعذّر رفع بعض الملفات. ', { slot: 'report', words: 'مزيد من المعلومات' }],
    'result.none': 'لم يُرفع أي ملف',
    'result.noneNote': ['حدث خطأ وتعذّرت معالجة الطلب. يُرجى الاطلاع على ', { slot: 'report', words: 'تقرير الأخطاء' }, ' لمزيد من المعلومات.'],
    'result.uploadMore': 'رفع المزيد',
    'result.moderated': 'ملاحظة: تُراجَع الملفات المرفوعة قبل إتاحة مشاركتها.',
    'result.guest': [
      { slot: 'signUp', words: 'أنشئ حسابًا' },
      ' أو ',
      { slot: 'signIn', words: 'سجّل الدخول' },
      ' لحفظ هذا المحتوى في حسابك.',
    ],
    'result.links': 'الروابط',
    'result.linkKind': 'نوع الرابط',
    'result.linkNames': {
      viewer: 'صفحة العرض',
      direct: 'رابط مباشر',
      frame: 'لقطة الفيديو',
      medium: 'حجم متوسط',
      thumbnail: 'صورة مصغّرة',
      delete: 'حذف',
    },
    'result.copy': (name) => `نسخ رابط ${own(name)}`,
    'result.copyAll': 'نسخ الكل',
    'result.copied': 'تم النسخ',
    'result.copyFailed': 'لا يمكن النسخ هنا. النص محدَّد: اضغط Ctrl+C.',
    'result.deleteWarning': 'فتح أيٍّ من هذه العناوين يحذف الملف. لا تشاركها مع أحد.',

    'report.title': (count) => `تعذّر رفع ${files(count)}`,
    'report.retryAll': (count) => `إعادة محاولة رفع ${files(count)}`,
    'report.retry': 'إعادة المحاولة',
    'report.remove': 'إزالة',
    'report.unknown': 'ربما حُفظ بالفعل',

    'history.title': (count) => (count === 0 ? 'عمليات الرفع السابقة' : `عمليات الرفع السابقة (${f.number(count)})`),
    'history.turnOn': 'الاحتفاظ بروابط ملفاتي المرفوعة في هذا المتصفح',
    'history.note': 'سيتمكن كل من يستخدم هذا المتصفح من رؤيتها، ومن حذف الملفات باستخدام روابط الحذف المصدَّرة.',
    'history.export': 'تصدير',
    'history.clear': 'مسح القائمة',
    'announce.progress': (fraction) => `تم رفع ${f.percent(fraction)}`,
    'announce.refused': (count) => `تعذّرت إضافة ${files(count)}`,

    errors: {
      aborted: () => ({ cause: 'أُوقف أثناء معالجة الخادم', advice: MAYBE_STORED }),
      'network.offline': () => ({ cause: 'لا يوجد اتصال', advice: 'سيُرسل الملف فور عودة الاتصال.' }),
      'network.lost': () => ({ cause: 'انقطع الاتصال', advice: `يُرجى التحقق من الاتصال. ${RETRY}` }),
      'network.stalled': () => ({ cause: 'توقف نقل البيانات', advice: `يُرجى التحقق من الاتصال. ${RETRY}` }),
      'network.answerLost': () => ({ cause: 'لم يصل رد الخادم', advice: MAYBE_STORED }),
      'network.noAnswer': () => ({ cause: 'لم يرد الخادم في الوقت المحدد', advice: MAYBE_STORED }),
      'auth.required': () => ({ cause: 'لم يتم تسجيل الدخول', advice: 'يُرجى تسجيل الدخول ثم إعادة المحاولة.' }),
      'auth.forbidden': () => ({ cause: 'غير مسموح هنا', advice: 'لا يمكن رفع هذا الملف من هذا الحساب. يُرجى إزالته.' }),
      'host.rateLimited': () => ({
        cause: 'الخادم يحدّ من عمليات الرفع',
        advice: 'سيُرسل الملف عندما يقبل الخادم الرفع مجددًا.',
      }),
      'host.busy': () => ({ cause: 'الخادم مشغول', advice: RETRY }),
      'host.full': () => ({ cause: 'لا توجد مساحة على الخادم', advice: 'يُرجى إبلاغ الموقع وإعادة المحاولة لاحقًا.' }),
      'host.broken': () => ({ cause: 'أبلغ الخادم عن خطأ', advice: `${RETRY} ${TELL}` }),
      'host.badReply': () => ({ cause: 'تعذّر فهم رد الخادم', advice: `${RETRY} ${TELL}` }),
      'file.duplicate': () => ({ cause: 'موجود على الخادم بالفعل', advice: 'لم يُفقد شيء: يمكن إزالته من هنا.' }),
      'file.tooLarge': ({ limitBytes }) => ({
        cause: limitBytes === null ? 'أكبر مما يقبله الخادم' : `أكبر مما يقبله الخادم: ${f.bytes(limitBytes)}`,
        advice: 'يُرجى اختيار ملف أصغر.',
      }),
      'file.typeRefused': () => ({
        cause: 'لا يقبل الخادم هذا النوع',
        advice: 'يُرجى حفظه بصيغة أخرى ثم إضافته.',
      }),
      'file.unreadable': () => ({ cause: 'تتعذّر قراءة الملف', advice: 'ربما كان تالفًا. يُرجى اختيار ملف آخر.' }),
      'file.missing': () => ({ cause: 'فُقد هذا الملف عند إعادة تحميل الصفحة', advice: 'يُرجى إضافته مجددًا.' }),
      'option.refused': ({ option }) => ({
        cause: option === null ? 'رُفض أحد الخيارات' : `رفض الخادم أحد الخيارات: ${own(option)}`,
        advice: RETRY,
      }),
      'internal.bug': () => ({ cause: 'حدث خطأ غير متوقع', advice: `${RETRY} ${TELL}` }),
    },
  };
};
