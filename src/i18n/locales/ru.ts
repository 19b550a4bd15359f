import type { Formats } from '../formats.js';
import { formatNames } from '../formatNames.js';
import type { Messages } from '../messages.js';

const RETRY = 'Повторите попытку или удалите файл.';
const TELL = 'Если ошибка повторится, сообщите администрации сайта.';
const MAYBE_STORED = 'Возможно, файл уже сохранён. Проверьте на сайте, прежде чем отправлять его снова.';

export const createMessages = (f: Formats): Messages => {
  const files = (count: number): string =>
    f.plural(count, {
      one: `${f.number(count)} файл`,
      few: `${f.number(count)} файла`,
      many: `${f.number(count)} файлов`,
      other: `${f.number(count)} файла`,
    });
  /** "of 3 files": the genitive. */
  const ofFiles = (count: number): string =>
    f.plural(count, {
      one: `${f.number(count)} файла`,
      few: `${f.number(count)} файлов`,
      many: `${f.number(count)} файлов`,
      other: `${f.number(count)} файла`,
    });
  return {
    'box.label': 'Загрузка файлов',
    'dialog.close': 'Закрыть',

    'intake.headline': 'Перетащите или вставьте файлы сюда',
    'intake.browse': ['Можно также ', { slot: 'browse', words: 'выбрать файлы на компьютере' }, '.'],
    'intake.touchHeadline': 'Выберите файлы или сделайте снимок.',
    'intake.touchBrowse': 'Выбрать файлы',
    'intake.limits': (maxBytes) => (maxBytes === null ? '' : `до ${f.bytes(maxBytes)}`),
    'intake.dropToAdd': (count) => `Отпустите, чтобы добавить ${count === null ? 'файлы' : files(count)}`,
    'intake.dropNote': 'Файлы встанут в очередь.',
    'intake.addFiles': 'Добавить файлы',
    'intake.checking': (count) => `Проверка ${ofFiles(count)}…`,
    'intake.guestExpires': [{ slot: 'signUp', words: 'Зарегистрируйтесь' }, ', чтобы настроить или отменить автоматическое удаление.'],

    'validate.title': (count) => `Не удалось добавить ${files(count)}`,
    'validate.dismiss': 'Скрыть',
    'validate.keep': 'Всё равно добавить',
    'validate.keepName': (name) => `Всё равно добавить: ${name}`,
    'validate.shrink': 'Уменьшить',
    'validate.shrinkAll': (count) =>
      f.plural(count, {
        one: `Уменьшить ${f.number(count)} изображение`,
        few: `Уменьшить ${f.number(count)} изображения`,
        many: `Уменьшить ${f.number(count)} изображений`,
        other: `Уменьшить ${f.number(count)} изображения`,
      }),
    'validate.convert': 'Преобразовать в JPEG',
    'validate.shrinking': 'Уменьшение…',
    'validate.cannotShrink': {
      video: 'Видео здесь уменьшить нельзя.',
      animated: 'Анимацию здесь уменьшить нельзя.',
      undecodable: 'Этот браузер не может открыть изображение.',
      limitTooSmall: 'Не получится уменьшить до нужного размера.',
    },
    'validate.showAll': (count) => `Показать все (${f.number(count)})`,
    rejections: {
      'validate.empty': () => 'Этот файл пуст.',
      'validate.typeRefused': ({ found, formats }) => {
        const accepted = `Поддерживаются: ${formatNames(formats).join(', ')}.`;
        return found === null ? `Это не изображение и не видео. ${accepted}` : `Формат ${found} здесь не поддерживается. ${accepted}`;
      },
      'validate.tooLarge': ({ sizeBytes, limitBytes }) => `${f.bytes(sizeBytes)} при ограничении ${f.bytes(limitBytes)}.`,
      'validate.heic': () => 'Формат HEIC не поддерживается. Сначала преобразуйте изображение в JPEG.',
      'validate.tooSmall': ({ sizeBytes, limitBytes }) => `${f.bytes(sizeBytes)} при минимуме ${f.bytes(limitBytes)}.`,
      'validate.tooManyPixels': ({ widthPx, heightPx, maxWidthPx, maxHeightPx }) =>
        `${f.pixels(widthPx, heightPx)} при ограничении ${f.pixels(maxWidthPx, maxHeightPx)}.`,
      'validate.tooLong': ({ durationSeconds, limitSeconds }) =>
        `Длительность ${f.clock(durationSeconds)} при ограничении ${f.clock(limitSeconds)}.`,
      'validate.totalTooLarge': ({ limitBytes }) =>
        `Все файлы вместе не должны превышать ${f.bytes(limitBytes)}. Сначала загрузите остальные.`,
      'validate.tooMany': ({ limitCount }) => `Не больше ${ofFiles(limitCount)} за раз. Сначала загрузите остальные.`,
      'validate.urlRefused': () => 'Этот сервер не принимает ссылки.',
      'validate.unreadable': () => 'Не удаётся прочитать файл. Возможно, это папка или файл перемещён.',
      'validate.duplicate': ({ sameAs }) => `Совпадает с файлом ${sameAs} из списка.`,
    },

    'queue.readyHeadline': (count) => `К загрузке: ${files(count)}`,
    'queue.label': (count) => `Очередь загрузки, ${files(count)}`,
    'queue.start': (count) => `Загрузить ${files(count)}`,
    'queue.clear': 'Очистить',
    'queue.hint': 'Нажмите на превью, чтобы настроить загрузку.',
    'queue.hintTouch': 'Коснитесь превью, чтобы настроить загрузку.',
    'queue.moved': ({ name, position, count }) => `${name}: место ${f.number(position)} из ${f.number(count)}`,
    'select.label': 'Выбранные файлы',
    'select.count': (count) => `Выбрано: ${f.number(count)}`,
    'select.all': 'Выбрать все',
    'select.clear': 'Снять выделение',
    'select.moveEarlier': 'Переместить к началу',
    'select.moveLater': 'Переместить к концу',
    'queue.totals': ({ fileCount, sizeBytes }) => `${files(fileCount)}, ${f.bytes(sizeBytes)}`,
    'queue.uploadedOf': ({ uploadedCount, fileCount }) => `Загружено ${f.number(uploadedCount)} из ${f.number(fileCount)}`,

    'tile.remove': (name) => `Удалить ${name}`,
    'tile.edit': (name) => `Изменить ${name}`,
    'tile.select': (name) => `Выбрать ${name}`,
    'tile.shrunk': ({ originalSizeBytes, sizeBytes }) => `${f.bytes(originalSizeBytes)} → ${f.bytes(sizeBytes)}`,
    'tile.cancel': (name) => `Отменить ${name}`,
    'tile.retry': 'Повторить',
    'tile.retryName': (name) => `Повторить ${name}`,
    'tile.addAgain': 'Добавить снова',
    'tile.addAgainName': (name) => `Добавить снова ${name}`,
    'tile.open': (name) => `Открыть ${name}`,
    'tile.progress': (name) => `Загрузка ${name}`,
    'tile.noPreview': 'Без предпросмотра',
    'tile.queued': 'В очереди',
    'tile.uploading': ({ fraction, sentBytes, sizeBytes }) => `${f.percent(fraction)} · ${f.bytes(sentBytes)} из ${f.bytes(sizeBytes)}`,
    'tile.processing': 'Обработка',
    'tile.uploaded': 'Загружено',
    'tile.uploadedWithoutLink': 'Сохранено, но ссылка неизвестна',
    'tile.cancelled': 'Отменено',
    'tile.waitsBackOff': ({ cause, secondsLeft }) => `${cause}. Повтор через ${f.clock(secondsLeft)}`,
    'tile.waitsForHost': 'Ожидание сервера',
    'tile.waitsForConnection': 'Ожидание подключения',

    'upload.headline': ({ fileCount, fraction }) => `Загрузка ${ofFiles(fileCount)} (готово ${f.percent(fraction)})`,
    'upload.note': 'Очередь загружается. Это займёт совсем немного времени.',
    'upload.pausedNote': 'Пауза. Начатые файлы будут отправлены, новые не начнутся.',
    'upload.pause': 'Пауза',
    'upload.resume': 'Продолжить',
    'upload.cancelRest': 'Отменить остальные',
    'upload.bytes': ({ sentBytes, sizeBytes }) => `${f.bytes(sentBytes)} из ${f.bytes(sizeBytes)}`,
    'upload.rate': (rate) => f.bytesPerSecond(rate),
    'upload.timeLeft': (seconds) => `Осталось примерно ${f.duration(seconds)}`,
    'upload.valueText': ({ fraction, sentBytes, sizeBytes }) => `${f.percent(fraction)}, ${f.bytes(sentBytes)} из ${f.bytes(sizeBytes)}`,
    'upload.rateLimited': (seconds) => `Сервер ограничивает загрузку. Продолжение через ${f.clock(seconds)}`,
    'upload.rateLimitedLong': 'Сервер пока не принимает файлы. Продолжите позже.',
    'keep.full': 'В браузере нет места, чтобы сохранить очередь: незагруженные файлы пропадут, если закрыть страницу.',
    'keep.otherTab': 'Очередь хранит другая вкладка: файлы, добавленные в этой, пропадут, если её закрыть.',
    'keep.unavailable': 'Этот браузер не может сохранить очередь: незагруженные файлы пропадут, если закрыть страницу.',
    'upload.offline': 'Нет подключения. Загрузка продолжится сама, когда оно появится.',

    'result.complete': 'Загрузка завершена',
    'result.completeNote': (count) => `Сохранено: ${files(count)}.`,
    'result.mixedNote': ['Некоторые файлы не удалось загрузить. ', { slot: 'report', words: 'Подробнее' }],
    'result.none': 'Ни один файл не загружен',
    'result.noneNote': [
      'Произошла ошибка, и запрос не удалось обработать. Подробности — в ',
      { slot: 'report', words: 'отчёте об ошибках' },
      '.',
    ],
    'result.uploadMore': 'Загрузить ещё',
    'result.moderated': 'Обратите внимание: поделиться файлами можно будет после проверки.',
    'result.guest': [
      { slot: 'signUp', words: 'Создайте аккаунт' },
      ' или ',
      { slot: 'signIn', words: 'войдите' },
      ', чтобы сохранить эти файлы в своём аккаунте.',
    ],
    'result.links': 'Ссылки',
    'result.linkKind': 'Вид ссылки',
    'result.linkNames': {
      viewer: 'Просмотр',
      direct: 'Прямая',
      frame: 'Кадр видео',
      medium: 'Средний размер',
      thumbnail: 'Миниатюра',
      delete: 'Удаление',
    },
    'result.copy': (name) => `Скопировать ссылку на ${name}`,
    'result.copyAll': 'Скопировать все',
    'result.copied': 'Скопировано',
    'result.copyFailed': 'Здесь скопировать нельзя. Текст выделен: нажмите Ctrl+C.',
    'result.deleteWarning': 'Файл удалится у любого, кто откроет такой адрес. Никому их не показывайте.',

    'report.title': (count) => `Не удалось загрузить ${files(count)}`,
    'report.retryAll': (count) => `Повторить ${files(count)}`,
    'report.retry': 'Повторить',
    'report.remove': 'Удалить',
    'report.unknown': 'Возможно, уже сохранено',

    'history.title': (count) => (count === 0 ? 'Прошлые загрузки' : `Прошлые загрузки (${f.number(count)})`),
    'history.turnOn': 'Хранить ссылки на мои загрузки в этом браузере',
    'history.note': 'Их увидят все, кто пользуется этим браузером, а по экспортированным ссылкам на удаление смогут удалить файлы.',
    'history.export': 'Экспорт',
    'history.clear': 'Очистить список',
    'announce.progress': (fraction) => `Загружено ${f.percent(fraction)}`,
    'announce.refused': (count) => `Не удалось добавить ${files(count)}`,

    errors: {
      aborted: () => ({ cause: 'Остановлено во время обработки', advice: MAYBE_STORED }),
      'network.offline': () => ({ cause: 'Нет подключения', advice: 'Файл отправится, как только появится подключение.' }),
      'network.lost': () => ({ cause: 'Соединение потеряно', advice: `Проверьте подключение. ${RETRY}` }),
      'network.stalled': () => ({ cause: 'Передача остановилась', advice: `Проверьте подключение. ${RETRY}` }),
      'network.answerLost': () => ({ cause: 'Ответ сервера потерян', advice: MAYBE_STORED }),
      'network.noAnswer': () => ({ cause: 'Сервер не ответил вовремя', advice: MAYBE_STORED }),
      'auth.required': () => ({ cause: 'Вход не выполнен', advice: 'Войдите и повторите попытку.' }),
      'auth.forbidden': () => ({ cause: 'Здесь это запрещено', advice: 'С этим аккаунтом файл загрузить нельзя. Удалите его.' }),
      'host.rateLimited': () => ({
        cause: 'Сервер ограничивает загрузку',
        advice: 'Файл отправится, когда сервер снова начнёт принимать файлы.',
      }),
      'host.busy': () => ({ cause: 'Сервер занят', advice: RETRY }),
      'host.full': () => ({ cause: 'На сервере закончилось место', advice: 'Сообщите администрации сайта и попробуйте позже.' }),
      'host.broken': () => ({ cause: 'Сервер ответил ошибкой', advice: `${RETRY} ${TELL}` }),
      'host.badReply': () => ({ cause: 'Не удалось разобрать ответ сервера', advice: `${RETRY} ${TELL}` }),
      'file.duplicate': () => ({ cause: 'Уже есть на сервере', advice: 'Ничего не потеряно: удалите файл из очереди.' }),
      'file.tooLarge': ({ limitBytes }) => ({
        cause: limitBytes === null ? 'Слишком большой для сервера' : `Слишком большой для сервера: можно до ${f.bytes(limitBytes)}`,
        advice: 'Выберите файл поменьше.',
      }),
      'file.typeRefused': () => ({
        cause: 'Сервер не принимает этот формат',
        advice: 'Сохраните файл в другом формате и добавьте снова.',
      }),
      'file.unreadable': () => ({ cause: 'Не удаётся прочитать файл', advice: 'Возможно, он повреждён. Выберите другой.' }),
      'file.missing': () => ({ cause: 'Файл потерян при перезагрузке страницы', advice: 'Добавьте его снова.' }),
      'option.refused': ({ option }) => ({
        cause: option === null ? 'Параметр отклонён' : `Сервер отклонил параметр: ${option}`,
        advice: RETRY,
      }),
      'internal.bug': () => ({ cause: 'Произошла непредвиденная ошибка', advice: `${RETRY} ${TELL}` }),
    },
  };
};
