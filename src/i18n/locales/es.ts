import type { Formats } from '../formats.js';
import { formatNames } from '../formatNames.js';
import type { Messages } from '../messages.js';

const RETRY = 'Inténtalo de nuevo o quítalo.';
const TELL = 'Si el problema continúa, avisa al sitio.';
const MAYBE_STORED = 'Es posible que ya esté guardado. Compruébalo en el sitio antes de volver a enviarlo.';

export const createMessages = (f: Formats): Messages => {
  const files = (count: number): string => f.plural(count, { one: '1 archivo', other: `${f.number(count)} archivos` });
  return {
    'box.label': 'Subir archivos',
    'dialog.close': 'Cerrar',

    'intake.headline': 'Suelta o pega archivos aquí',
    'intake.browse': ['También puedes ', { slot: 'browse', words: 'buscar en tu ordenador' }, '.'],
    'intake.touchHeadline': 'Elige archivos o usa la cámara.',
    'intake.touchBrowse': 'Elegir archivos',
    'intake.limits': (maxBytes) => (maxBytes === null ? '' : `máx. ${f.bytes(maxBytes)}`),
    'intake.dropToAdd': (count) => `Suelta para añadir ${count === null ? 'archivos' : files(count)}`,
    'intake.dropNote': 'Se añadirán a la cola.',
    'intake.addFiles': 'Añadir archivos',
    'intake.checking': (count) => `Comprobando ${files(count)}…`,
    'intake.guestExpires': [{ slot: 'signUp', words: 'Regístrate' }, ' para cambiar o evitar la eliminación automática.'],

    'validate.title': (count) => f.plural(count, { one: 'No se añadió 1 archivo', other: `No se añadieron ${f.number(count)} archivos` }),
    'validate.dismiss': 'Descartar',
    'validate.keep': 'Añadir de todos modos',
    'validate.keepName': (name) => `Añadir de todos modos: ${name}`,
    'validate.shrink': 'Reducir',
    'validate.shrinkAll': (count) => f.plural(count, { one: 'Reducir la imagen', other: `Reducir ${f.number(count)} imágenes` }),
    'validate.convert': 'Convertir a JPEG',
    'validate.shrinking': 'Reduciendo…',
    'validate.cannotShrink': {
      video: 'Aquí no se pueden reducir vídeos.',
      animated: 'Aquí no se pueden reducir animaciones.',
      undecodable: 'Este navegador no puede abrir la imagen.',
      limitTooSmall: 'No se puede reducir lo suficiente.',
    },
    'validate.showAll': (count) => `Mostrar todo (${f.number(count)})`,
    rejections: {
      'validate.empty': () => 'Este archivo está vacío.',
      'validate.typeRefused': ({ found, formats }) => {
        const accepted = `Formatos admitidos: ${formatNames(formats).join(', ')}.`;
        return found === null ? `No es una imagen ni un vídeo. ${accepted}` : `Aquí no se admite ${found}. ${accepted}`;
      },
      'validate.tooLarge': ({ sizeBytes, limitBytes }) => `${f.bytes(sizeBytes)}. El límite es de ${f.bytes(limitBytes)}.`,
      'validate.heic': () => 'No se admiten imágenes HEIC. Conviértela antes a JPEG.',
      'validate.tooSmall': ({ sizeBytes, limitBytes }) => `${f.bytes(sizeBytes)}. El mínimo es de ${f.bytes(limitBytes)}.`,
      'validate.tooManyPixels': ({ widthPx, heightPx, maxWidthPx, maxHeightPx }) =>
        `${f.pixels(widthPx, heightPx)}. El límite es de ${f.pixels(maxWidthPx, maxHeightPx)}.`,
      'validate.tooLong': ({ durationSeconds, limitSeconds }) =>
        `Dura ${f.clock(durationSeconds)}. El límite es de ${f.clock(limitSeconds)}.`,
      'validate.totalTooLarge': ({ limitBytes }) =>
        `Todos los archivos juntos no pueden superar ${f.bytes(limitBytes)}. Sube antes los demás.`,
      'validate.tooMany': ({ limitCount }) =>
        f.plural(limitCount, {
          one: 'Solo 1 archivo a la vez. Sube antes el otro.',
          other: `Hasta ${f.number(limitCount)} archivos a la vez. Sube antes los demás.`,
        }),
      'validate.urlRefused': () => 'Este servidor no admite enlaces.',
      'validate.unreadable': () => 'No se puede leer este archivo. Quizá sea una carpeta o se haya movido.',
      'validate.duplicate': ({ sameAs }) => `Igual que ${sameAs}, que ya está en la lista.`,
    },

    'queue.readyHeadline': (count) => f.plural(count, { one: '1 archivo listo', other: `${f.number(count)} archivos listos` }),
    'queue.label': (count) => `Cola de subida, ${files(count)}`,
    'queue.start': (count) => `Subir ${files(count)}`,
    'queue.clear': 'Vaciar',
    'queue.hint': 'Haz clic en una vista previa para personalizar la subida.',
    'queue.hintTouch': 'Toca una vista previa para personalizar la subida.',
    'queue.moved': ({ name, position, count }) => `${name}: posición ${f.number(position)} de ${f.number(count)}`,
    'select.label': 'Archivos seleccionados',
    'select.count': (count) => f.plural(count, { one: '1 seleccionado', other: `${f.number(count)} seleccionados` }),
    'select.all': 'Seleccionar todo',
    'select.clear': 'Quitar selección',
    'select.moveEarlier': 'Mover hacia delante',
    'select.moveLater': 'Mover hacia atrás',
    'queue.totals': ({ fileCount, sizeBytes }) => `${files(fileCount)}, ${f.bytes(sizeBytes)}`,
    'queue.uploadedOf': ({ uploadedCount, fileCount }) =>
      f.plural(uploadedCount, {
        one: `1 de ${f.number(fileCount)} subido`,
        other: `${f.number(uploadedCount)} de ${f.number(fileCount)} subidos`,
      }),

    'tile.remove': (name) => `Quitar ${name}`,
    'tile.edit': (name) => `Editar ${name}`,
    'tile.select': (name) => `Seleccionar ${name}`,
    'tile.shrunk': ({ originalSizeBytes, sizeBytes }) => `${f.bytes(originalSizeBytes)} → ${f.bytes(sizeBytes)}`,
    'tile.cancel': (name) => `Cancelar ${name}`,
    'tile.retry': 'Reintentar',
    'tile.retryName': (name) => `Reintentar ${name}`,
    'tile.addAgain': 'Volver a añadir',
    'tile.addAgainName': (name) => `Volver a añadir ${name}`,
    'tile.open': (name) => `Abrir ${name}`,
    'tile.progress': (name) => `Subida de ${name}`,
    'tile.noPreview': 'Sin vista previa',
    'tile.queued': 'En cola',
    'tile.uploading': ({ fraction, sentBytes, sizeBytes }) => `${f.percent(fraction)} · ${f.bytes(sentBytes)} de ${f.bytes(sizeBytes)}`,
    'tile.processing': 'Procesando',
    'tile.uploaded': 'Subido',
    'tile.uploadedWithoutLink': 'Guardado, pero se desconoce su enlace',
    'tile.cancelled': 'Cancelado',
    'tile.waitsBackOff': ({ cause, secondsLeft }) => `${cause}. Nuevo intento en ${f.clock(secondsLeft)}`,
    'tile.waitsForHost': 'Esperando al servidor',
    'tile.waitsForConnection': 'Esperando la conexión',

    'upload.headline': ({ fileCount, fraction }) => `Subiendo ${files(fileCount)} (${f.percent(fraction)} completado)`,
    'upload.note': 'La cola se está subiendo. Solo tardará un momento.',
    'upload.pausedNote': 'En pausa. Lo que se está enviando terminará; no empezará nada nuevo.',
    'upload.pause': 'Pausar',
    'upload.resume': 'Reanudar',
    'upload.cancelRest': 'Cancelar el resto',
    'upload.bytes': ({ sentBytes, sizeBytes }) => `${f.bytes(sentBytes)} de ${f.bytes(sizeBytes)}`,
    'upload.rate': (rate) => f.bytesPerSecond(rate),
    'upload.timeLeft': (seconds) => `Tiempo restante: ${f.duration(seconds)} aprox.`,
    'upload.valueText': ({ fraction, sentBytes, sizeBytes }) => `${f.percent(fraction)}, ${f.bytes(sentBytes)} de ${f.bytes(sizeBytes)}`,
    'upload.rateLimited': (seconds) => `El servidor limita las subidas. Continúa en ${f.clock(seconds)}`,
    'upload.rateLimitedLong': 'El servidor no admite más subidas por ahora. Reanuda más tarde.',
    'keep.full': 'Este navegador no tiene espacio para conservar la cola: lo que no se haya subido se perderá al cerrar la página.',
    'keep.otherTab': 'Otra pestaña conserva aquí su cola: lo que añadas en esta se perderá al cerrarla.',
    'keep.unavailable': 'Este navegador no puede conservar la cola: lo que no se haya subido se perderá al cerrar la página.',
    'upload.offline': 'Sin conexión. Continuará automáticamente cuando vuelva.',

    'result.complete': 'Subida completada',
    'result.completeNote': (count) => f.plural(count, { one: '1 archivo guardado.', other: `${f.number(count)} archivos guardados.` }),
    'result.mixedNote': ['No se han podido subir algunos archivos. ', { slot: 'report', words: 'Más información' }],
    'result.none': 'No se ha subido ningún archivo',
    'result.noneNote': [
      'Se produjo un error y no se pudo procesar la solicitud. Consulta el ',
      { slot: 'report', words: 'informe de errores' },
      ' para obtener más información.',
    ],
    'result.uploadMore': 'Subir más',
    'result.moderated': 'Nota: los archivos se revisan antes de que se puedan compartir.',
    'result.guest': [
      { slot: 'signUp', words: 'Crea una cuenta' },
      ' o ',
      { slot: 'signIn', words: 'inicia sesión' },
      ' para guardar este contenido en tu cuenta.',
    ],
    'result.links': 'Enlaces',
    'result.linkKind': 'Tipo de enlace',
    'result.linkNames': {
      viewer: 'Página',
      direct: 'Directo',
      frame: 'Fotograma',
      medium: 'Mediano',
      thumbnail: 'Miniatura',
      delete: 'Eliminar',
    },
    'result.copy': (name) => `Copiar enlace de ${name}`,
    'result.copyAll': 'Copiar todo',
    'result.copied': 'Copiado',
    'result.copyFailed': 'Aquí no se puede copiar. El texto está seleccionado: pulsa Ctrl+C.',
    'result.deleteWarning': 'Quien abra una de estas direcciones eliminará el archivo. No las compartas.',

    'report.title': (count) =>
      f.plural(count, { one: 'No se pudo subir 1 archivo', other: `No se pudieron subir ${f.number(count)} archivos` }),
    'report.retryAll': (count) => `Reintentar ${files(count)}`,
    'report.retry': 'Reintentar',
    'report.remove': 'Quitar',
    'report.unknown': 'Puede que ya esté guardado',

    'history.title': (count) => (count === 0 ? 'Subidas anteriores' : `Subidas anteriores (${f.number(count)})`),
    'history.turnOn': 'Conservar los enlaces de mis subidas en este navegador',
    'history.note': 'Cualquiera que use este navegador podrá verlos y, con los enlaces de eliminación exportados, eliminar los archivos.',
    'history.export': 'Exportar',
    'history.clear': 'Vaciar la lista',
    'announce.progress': (fraction) => `${f.percent(fraction)} subido`,
    'announce.refused': (count) => f.plural(count, { one: 'No se añadió 1 archivo', other: `No se añadieron ${f.number(count)} archivos` }),

    errors: {
      aborted: () => ({ cause: 'Detenido mientras el servidor trabajaba', advice: MAYBE_STORED }),
      'network.offline': () => ({ cause: 'Sin conexión', advice: 'Se enviará en cuanto vuelva la conexión.' }),
      'network.lost': () => ({ cause: 'Se perdió la conexión', advice: `Comprueba la conexión. ${RETRY}` }),
      'network.stalled': () => ({ cause: 'La conexión se detuvo', advice: `Comprueba la conexión. ${RETRY}` }),
      'network.answerLost': () => ({ cause: 'Se perdió la respuesta del servidor', advice: MAYBE_STORED }),
      'network.noAnswer': () => ({ cause: 'El servidor no respondió a tiempo', advice: MAYBE_STORED }),
      'auth.required': () => ({ cause: 'Sesión no iniciada', advice: 'Inicia sesión y vuelve a intentarlo.' }),
      'auth.forbidden': () => ({ cause: 'No permitido aquí', advice: 'Esta cuenta no puede subir este archivo. Quítalo.' }),
      'host.rateLimited': () => ({
        cause: 'El servidor limita las subidas',
        advice: 'Se enviará cuando el servidor vuelva a admitir subidas.',
      }),
      'host.busy': () => ({ cause: 'El servidor está ocupado', advice: RETRY }),
      'host.full': () => ({ cause: 'El servidor no tiene espacio', advice: 'Avisa al sitio e inténtalo más tarde.' }),
      'host.broken': () => ({ cause: 'El servidor respondió con un error', advice: `${RETRY} ${TELL}` }),
      'host.badReply': () => ({ cause: 'No se entendió la respuesta del servidor', advice: `${RETRY} ${TELL}` }),
      'file.duplicate': () => ({ cause: 'Ya está en el servidor', advice: 'No se ha perdido nada: quítalo aquí.' }),
      'file.tooLarge': ({ limitBytes }) => ({
        cause: limitBytes === null ? 'Supera el tamaño admitido' : `Supera el tamaño admitido: ${f.bytes(limitBytes)}`,
        advice: 'Elige un archivo más pequeño.',
      }),
      'file.typeRefused': () => ({
        cause: 'El servidor no admite este formato',
        advice: 'Guárdalo en otro formato y añádelo de nuevo.',
      }),
      'file.unreadable': () => ({ cause: 'No se puede leer el archivo', advice: 'Puede estar dañado. Elige otro.' }),
      'file.missing': () => ({ cause: 'Se perdió al recargar la página', advice: 'Vuelve a añadirlo.' }),
      'option.refused': ({ option }) => ({
        cause: option === null ? 'Se rechazó una opción' : `El servidor rechazó una opción: ${option}`,
        advice: RETRY,
      }),
      'internal.bug': () => ({ cause: 'Se produjo un error inesperado', advice: `${RETRY} ${TELL}` }),
    },
  };
};
