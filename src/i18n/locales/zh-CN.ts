import type { Formats } from '../formats.js';
import { formatNames } from '../formatNames.js';
import type { Messages } from '../messages.js';

const RETRY = '请重试,或将其移除。';
const MAYBE_STORED = '文件可能已经保存,重新上传前请先在网站上查看。';

export const createMessages = (f: Formats): Messages => ({
  'box.label': '上传文件',

  'intake.headline': '将文件拖放或粘贴到此处',
  'intake.browse': ['您也可以 ', { slot: 'browse', words: '浏览您的计算机' }, '.'],
  'intake.touchHeadline': '选择文件, 或使用相机.',
  'intake.touchBrowse': '选择文件',
  'intake.limits': (maxBytes) => (maxBytes === null ? '' : `最大 ${f.bytes(maxBytes)}`),
  'intake.dropToAdd': (count) => (count === null ? '松开以添加文件' : `松开以添加 ${f.number(count)} 个文件`),
  'intake.dropNote': '文件将加入队列.',
  'intake.addFiles': '添加文件',
  'intake.checking': (count) => `正在检查 ${f.number(count)} 个文件 …`,
  'intake.guestExpires': [{ slot: 'signUp', words: '注册' }, '以自定义或防止图片被自动删除'],

  'validate.title': (count) => `${f.number(count)} 个文件未添加`,
  'validate.dismiss': '关闭',
  rejections: {
    'validate.empty': () => '文件是空的.',
    'validate.typeRefused': ({ found, formats }) => {
      const accepted = `支持: ${formatNames(formats).join(', ')}.`;
      return found === null ? `这不是图片或视频. ${accepted}` : `此处不支持 ${found}. ${accepted}`;
    },
    'validate.tooLarge': ({ sizeBytes, limitBytes }) => `${f.bytes(sizeBytes)}, 超过最大 ${f.bytes(limitBytes)}.`,
    'validate.unreadable': () => '无法读取此文件. 它可能是文件夹, 或已被移动.',
  },

  'queue.readyHeadline': (count) => `${f.number(count)} 个文件已就绪`,
  'queue.label': (count) => `上传队列, ${f.number(count)} 文件`,
  'queue.start': (count) => `上传 ${f.number(count)} 文件`,
  'queue.clear': '清空',
  'queue.totals': ({ fileCount, sizeBytes }) => `${f.number(fileCount)} 文件, ${f.bytes(sizeBytes)}`,
  'queue.uploadedOf': ({ uploadedCount, fileCount }) => `已上传 ${f.number(uploadedCount)} / ${f.number(fileCount)}`,

  'tile.remove': (name) => `移除 ${name}`,
  'tile.cancel': (name) => `取消 ${name}`,
  'tile.retry': '重试',
  'tile.retryName': (name) => `重试 ${name}`,
  'tile.addAgain': '重新添加',
  'tile.open': (name) => `打开 ${name}`,
  'tile.progress': (name) => `上传 ${name}`,
  'tile.noPreview': '无预览',
  'tile.queued': '排队中',
  'tile.uploading': ({ fraction, sentBytes, sizeBytes }) => `${f.percent(fraction)} · ${f.bytes(sentBytes)} / ${f.bytes(sizeBytes)}`,
  'tile.processing': '服务器处理中',
  'tile.uploaded': '已上传',
  'tile.uploadedWithoutLink': '已保存, 但链接未知',
  'tile.cancelled': '已取消',
  'tile.waitsBackOff': ({ cause, secondsLeft }) => `${cause}, ${f.clock(secondsLeft)} 后重试`,
  'tile.waitsForHost': '等待服务器',
  'tile.waitsForConnection': '等待网络连接',

  'upload.headline': ({ fileCount, fraction }) => `上传 ${f.number(fileCount)} 文件 (${f.percent(fraction)} 完成)`,
  'upload.note': '队列上传中. 顷刻间便能完成.',
  'upload.pausedNote': '已暂停. 正在发送的文件会完成, 不再开始新的上传.',
  'upload.pause': '暂停',
  'upload.resume': '继续',
  'upload.cancelRest': '取消其余',
  'upload.bytes': ({ sentBytes, sizeBytes }) => `${f.bytes(sentBytes)} / ${f.bytes(sizeBytes)}`,
  'upload.rate': (rate) => f.bytesPerSecond(rate),
  'upload.timeLeft': (seconds) => `大约还需 ${f.duration(seconds)}`,
  'upload.valueText': ({ fraction, sentBytes, sizeBytes }) => `${f.percent(fraction)}, ${f.bytes(sentBytes)} / ${f.bytes(sizeBytes)}`,
  'upload.rateLimited': (seconds) => `服务器限制上传. ${f.clock(seconds)} 后继续`,
  'upload.rateLimitedLong': '服务器暂时不再接受上传. 请稍后继续.',
  'upload.offline': '网络已断开. 恢复后将自动继续.',

  'result.complete': '上传完毕',
  'result.completeNote': (count) => `已保存 ${f.number(count)} 个文件.`,
  'result.mixedNote': ['注意:部分文件无法上传。 ', { slot: 'report', words: '了解更多' }],
  'result.none': '没有 文件被上传',
  'result.noneNote': ['发生了某些错误,系统无法处理您的请求。 检查 ', { slot: 'report', words: '错误报告' }, ' 更多信息.'],
  'result.uploadMore': '继续上传',
  'result.moderated': '通知: 我们必须对上传的内容进行严格审核,只有审核通过后的内容才能进行分享。',
  'result.guest': [
    '您必须 ',
    { slot: 'signUp', words: '注册账户' },
    ' 或 ',
    { slot: 'signIn', words: '登录' },
    ' 才能将此内容保存到您的帐户中。',
  ],
  'result.links': '链接',
  'result.linkKind': '链接类型',
  'result.linkNames': { viewer: '查看页', direct: '直链', frame: '视频帧', medium: '中等尺寸', thumbnail: '缩略图', delete: '删除' },
  'result.copy': (name) => `复制链接 ${name}`,
  'result.copyAll': '全部复制',
  'result.copied': '已复制',
  'result.copyFailed': '此处无法复制. 文字已选中, 请按 Ctrl+C.',
  'result.deleteWarning': '任何人打开这些地址都会删除文件, 请勿公开.',

  'report.title': (count) => `${f.number(count)} 个文件无法上传`,
  'report.retryAll': (count) => `重试 ${f.number(count)} 个文件`,
  'report.retry': '重试',
  'report.remove': '移除',
  'report.unknown': '可能已经保存',

  'announce.progress': (fraction) => `已上传 ${f.percent(fraction)}`,
  'announce.refused': (count) => `${f.number(count)} 个文件未添加`,

  errors: {
    aborted: () => ({ cause: '在服务器处理时停止', advice: MAYBE_STORED }),
    'network.offline': () => ({ cause: '网络已断开', advice: '网络恢复后将自动发送。' }),
    'network.lost': () => ({ cause: '连接中断', advice: `请检查网络。${RETRY}` }),
    'network.stalled': () => ({ cause: '连接停滞', advice: `请检查网络。${RETRY}` }),
    'network.answerLost': () => ({ cause: '未收到服务器的答复', advice: MAYBE_STORED }),
    'network.noAnswer': () => ({ cause: '服务器没有及时答复', advice: MAYBE_STORED }),
    'auth.required': () => ({ cause: '未登录', advice: '请登录后重试。' }),
    'auth.forbidden': () => ({ cause: '此处不允许', advice: '此帐户不能上传该文件。请将其移除。' }),
    'host.rateLimited': () => ({ cause: '服务器限制上传', advice: '服务器重新接受上传后将自动发送。' }),
    'host.busy': () => ({ cause: '服务器繁忙', advice: RETRY }),
    'host.full': () => ({ cause: '服务器空间不足', advice: '请告知网站, 稍后重试。' }),
    'host.broken': () => ({ cause: '服务器答复出错', advice: `${RETRY} 若仍如此, 请告知网站。` }),
    'host.badReply': () => ({ cause: '无法理解服务器的答复', advice: `${RETRY} 若仍如此, 请告知网站。` }),
    'file.duplicate': () => ({ cause: '服务器上已有此文件', advice: '没有丢失任何内容, 可在此移除。' }),
    'file.tooLarge': ({ limitBytes }) => ({
      cause: limitBytes === null ? '超过服务器允许的大小' : `超过服务器允许的大小: ${f.bytes(limitBytes)}`,
      advice: '请选择更小的文件。',
    }),
    'file.typeRefused': () => ({ cause: '服务器不支持此类型', advice: '请另存为其他格式后添加。' }),
    'file.unreadable': () => ({ cause: '无法读取文件', advice: '文件可能已损坏, 请选择其他文件。' }),
    'option.refused': ({ option }) => ({ cause: option === null ? '某个选项被拒绝' : `服务器拒绝了选项: ${option}`, advice: RETRY }),
    'internal.bug': () => ({ cause: '发生了意外错误', advice: `${RETRY} 若仍如此, 请告知网站。` }),
  },
});
