import type { Formats } from '../formats.js';
import { formatNames } from '../formatNames.js';
import type { Messages } from '../messages.js';

const RETRY = 'Versuchen Sie es erneut oder entfernen Sie die Datei.';
const TELL = 'Falls das Problem bleibt, informieren Sie die Website.';
const MAYBE_STORED = 'Die Datei ist vielleicht schon gespeichert. Sehen Sie auf der Website nach, bevor Sie sie erneut senden.';

export const createMessages = (f: Formats): Messages => {
  const files = (count: number): string => f.plural(count, { one: '1 Datei', other: `${f.number(count)} Dateien` });
  return {
    'box.label': 'Dateien hochladen',
    'button.open': 'Fotos hochladen',
    'button.continuesIn': (secondsLeft) => `Weiter in ${f.clock(secondsLeft)}`,
    'button.uploaded': (count) => `${f.number(count)} hochgeladen`,
    'button.failed': (count) => `${f.number(count)} fehlgeschlagen`,
    'button.ready': (count) => `${files(count)} bereit`,
    'dialog.close': 'Schließen',

    'form.pending': 'Warten Sie, bis die Dateien hochgeladen sind.',
    'form.required': 'Laden Sie mindestens eine Datei hoch.',
    'intake.headline': 'Dateien hier ablegen oder einfügen',
    'intake.browse': ['Sie können auch ', { slot: 'browse', words: 'Ihren Computer durchsuchen' }, '.'],
    'intake.touchHeadline': 'Wählen Sie Dateien aus oder verwenden Sie die Kamera.',
    'intake.touchBrowse': 'Dateien auswählen',
    'intake.limits': (maxBytes) => (maxBytes === null ? '' : `max. ${f.bytes(maxBytes)}`),
    'intake.dropToAdd': (count) => `Loslassen, um ${count === null ? 'Dateien' : files(count)} hinzuzufügen`,
    'intake.dropNote': 'Sie kommen in die Warteschlange.',
    'intake.addFiles': 'Dateien hinzufügen',
    'intake.checking': (count) => f.plural(count, { one: '1 Datei wird geprüft …', other: `${f.number(count)} Dateien werden geprüft …` }),
    'intake.guestExpires': [
      { slot: 'signUp', words: 'Registrieren Sie sich' },
      ', um das automatische Löschen anzupassen oder zu verhindern.',
    ],

    'validate.title': (count) =>
      f.plural(count, { one: '1 Datei wurde nicht hinzugefügt', other: `${f.number(count)} Dateien wurden nicht hinzugefügt` }),
    'validate.dismiss': 'Ausblenden',
    'validate.keep': 'Trotzdem hinzufügen',
    'validate.keepName': (name) => `Trotzdem hinzufügen: ${name}`,
    'validate.shrink': 'Verkleinern',
    'validate.shrinkAll': (count) => f.plural(count, { one: 'Bild verkleinern', other: `${f.number(count)} Bilder verkleinern` }),
    'validate.convert': 'In JPEG umwandeln',
    'validate.shrinking': 'Wird verkleinert …',
    'validate.cannotShrink': {
      video: 'Videos lassen sich hier nicht verkleinern.',
      animated: 'Animationen lassen sich hier nicht verkleinern.',
      undecodable: 'Dieser Browser kann das Bild nicht öffnen.',
      limitTooSmall: 'Das Bild lässt sich nicht klein genug machen.',
    },
    'validate.showAll': (count) => `Alle ${f.number(count)} anzeigen`,
    rejections: {
      'validate.empty': () => 'Diese Datei ist leer.',
      'validate.typeRefused': ({ found, formats }) => {
        const accepted = `Erlaubt: ${formatNames(formats).join(', ')}.`;
        return found === null ? `Das ist weder ein Bild noch ein Video. ${accepted}` : `${found} ist hier nicht erlaubt. ${accepted}`;
      },
      'validate.tooLarge': ({ sizeBytes, limitBytes }) => `${f.bytes(sizeBytes)}. Die Grenze liegt bei ${f.bytes(limitBytes)}.`,
      'validate.heic': () => 'HEIC-Bilder sind hier nicht erlaubt. Wandeln Sie das Bild zuerst in JPEG um.',
      'validate.tooSmall': ({ sizeBytes, limitBytes }) => `${f.bytes(sizeBytes)}. Mindestens nötig: ${f.bytes(limitBytes)}.`,
      'validate.tooManyPixels': ({ widthPx, heightPx, maxWidthPx, maxHeightPx }) =>
        `${f.pixels(widthPx, heightPx)}. Die Grenze liegt bei ${f.pixels(maxWidthPx, maxHeightPx)}.`,
      'validate.tooLong': ({ durationSeconds, limitSeconds }) =>
        `${f.clock(durationSeconds)} lang. Die Grenze liegt bei ${f.clock(limitSeconds)}.`,
      'validate.totalTooLarge': ({ limitBytes }) =>
        `Alle Dateien zusammen dürfen ${f.bytes(limitBytes)} groß sein. Laden Sie zuerst die anderen hoch.`,
      'validate.tooMany': ({ limitCount }) =>
        f.plural(limitCount, {
          one: 'Nur 1 Datei auf einmal. Laden Sie zuerst die andere hoch.',
          other: `Höchstens ${f.number(limitCount)} Dateien auf einmal. Laden Sie zuerst die anderen hoch.`,
        }),
      'validate.urlRefused': () => 'Dieser Server nimmt keine Links an.',
      'validate.unreadable': () => 'Diese Datei lässt sich nicht lesen. Vielleicht ist sie ein Ordner oder wurde verschoben.',
      'validate.duplicate': ({ sameAs }) => `Identisch mit ${sameAs} in der Liste.`,
    },

    'queue.readyHeadline': (count) => `${files(count)} bereit`,
    'queue.label': (count) => `Warteschlange, ${files(count)}`,
    'queue.start': (count) => `${files(count)} hochladen`,
    'queue.clear': 'Leeren',
    'queue.hint': 'Klicken Sie auf eine Vorschau, um den Upload anzupassen.',
    'queue.hintTouch': 'Tippen Sie auf eine Vorschau, um den Upload anzupassen.',
    'queue.moved': ({ name, position, count }) => `${name}: Position ${f.number(position)} von ${f.number(count)}`,
    'select.label': 'Ausgewählte Dateien',
    'select.count': (count) => `${f.number(count)} ausgewählt`,
    'select.all': 'Alle auswählen',
    'select.clear': 'Auswahl aufheben',
    'select.moveEarlier': 'Nach vorn',
    'select.moveLater': 'Nach hinten',
    'queue.totals': ({ fileCount, sizeBytes }) => `${files(fileCount)}, ${f.bytes(sizeBytes)}`,
    'queue.uploadedOf': ({ uploadedCount, fileCount }) => `${f.number(uploadedCount)} von ${f.number(fileCount)} hochgeladen`,

    'tile.remove': (name) => `${name} entfernen`,
    'tile.edit': (name) => `${name} bearbeiten`,
    'tile.select': (name) => `${name} auswählen`,
    'tile.shrunk': ({ originalSizeBytes, sizeBytes }) => `${f.bytes(originalSizeBytes)} → ${f.bytes(sizeBytes)}`,
    'tile.cancel': (name) => `${name} abbrechen`,
    'tile.retry': 'Wiederholen',
    'tile.retryName': (name) => `${name} wiederholen`,
    'tile.addAgain': 'Neu hinzufügen',
    'tile.addAgainName': (name) => `Neu hinzufügen: ${name}`,
    'tile.open': (name) => `${name} öffnen`,
    'tile.progress': (name) => `${name} wird hochgeladen`,
    'tile.noPreview': 'Keine Vorschau',
    'tile.queued': 'In der Warteschlange',
    'tile.uploading': ({ fraction, sentBytes, sizeBytes }) => `${f.percent(fraction)} · ${f.bytes(sentBytes)} von ${f.bytes(sizeBytes)}`,
    'tile.processing': 'Wird verarbeitet',
    'tile.uploaded': 'Hochgeladen',
    'tile.uploadedWithoutLink': 'Gespeichert, aber der Link ist unbekannt',
    'tile.cancelled': 'Abgebrochen',
    'tile.waitsBackOff': ({ cause, secondsLeft }) => `${cause}. Neuer Versuch in ${f.clock(secondsLeft)}`,
    'tile.waitsForHost': 'Wartet auf den Server',
    'tile.waitsForConnection': 'Wartet auf die Verbindung',

    'option.forAll': 'Optionen für alle Dateien',
    'option.names': {
      title: 'Titel',
      description: 'Beschreibung',
      tags: 'Tags',
      albumId: 'Album',
      categoryId: 'Kategorie',
      widthPx: 'Breite in Pixeln',
      expiration: 'Automatisch löschen nach',
      isNsfw: 'Nicht jugendfrei',
    },
    'option.none': 'Keine',
    'option.never': 'Nie',
    'option.albumsFailed': 'Ihre Alben konnten nicht geladen werden.',
    'option.tagHint': 'Tag eingeben, dann ein Komma',
    'option.tagTooLong': 'Ein Tag hat höchstens 32 Zeichen.',
    'option.removeTag': (tag) => `Tag ${tag} entfernen`,
    'option.widthRange': ({ minPx, maxPx }) => `Von ${f.number(minPx)} bis ${f.number(maxPx)} Pixel.`,
    'edit.previous': 'Vorherige Datei',
    'edit.next': 'Nächste Datei',
    'edit.position': ({ position, count }) => `${f.number(position)} von ${f.number(count)}`,
    'edit.reset': 'Änderungen verwerfen',
    'edit.done': 'Fertig',
    'edit.sent': 'Diese Datei wurde schon gesendet und lässt sich hier nicht mehr ändern.',
    'edit.applyToAll': 'Auf alle Dateien anwenden',
    'edit.apply': (count) =>
      f.plural(count, { one: 'Auf 1 weitere Datei anwenden', other: `Auf ${f.number(count)} weitere Dateien anwenden` }),
    'edit.applied': (count) => `Auf ${files(count)} angewendet.`,
    'edit.undo': 'Rückgängig',

    'upload.headline': ({ fileCount, fraction }) =>
      f.plural(fileCount, {
        one: `1 Datei wird hochgeladen (${f.percent(fraction)} fertig)`,
        other: `${f.number(fileCount)} Dateien werden hochgeladen (${f.percent(fraction)} fertig)`,
      }),
    'upload.note': 'Die Warteschlange wird hochgeladen. Das dauert nur einen Moment.',
    'upload.pausedNote': 'Angehalten. Was gerade gesendet wird, wird noch fertig; Neues beginnt nicht.',
    'upload.pause': 'Anhalten',
    'upload.resume': 'Fortsetzen',
    'upload.cancelRest': 'Rest abbrechen',
    'upload.bytes': ({ sentBytes, sizeBytes }) => `${f.bytes(sentBytes)} von ${f.bytes(sizeBytes)}`,
    'upload.rate': (rate) => f.bytesPerSecond(rate),
    'upload.timeLeft': (seconds) => `Noch etwa ${f.duration(seconds)}`,
    'upload.valueText': ({ fraction, sentBytes, sizeBytes }) => `${f.percent(fraction)}, ${f.bytes(sentBytes)} von ${f.bytes(sizeBytes)}`,
    'upload.rateLimited': (seconds) => `Der Server begrenzt Uploads. Weiter in ${f.clock(seconds)}`,
    'upload.rateLimitedLong': 'Der Server nimmt vorerst keine Uploads mehr an. Setzen Sie später fort.',
    'keep.full':
      'Dieser Browser hat keinen Platz für die Warteschlange: Was nicht hochgeladen ist, geht beim Schließen der Seite verloren.',
    'keep.otherTab':
      'Ein anderer Tab bewahrt hier seine Warteschlange auf: Was Sie in diesem hinzufügen, geht verloren, wenn Sie ihn schließen.',
    'keep.unavailable':
      'Dieser Browser kann die Warteschlange nicht aufbewahren: Was nicht hochgeladen ist, geht beim Schließen der Seite verloren.',
    'upload.offline': 'Keine Verbindung. Es geht von selbst weiter, sobald sie wieder da ist.',

    'result.complete': 'Upload abgeschlossen',
    'result.completeNote': (count) => `${files(count)} gespeichert.`,
    'result.mixedNote': ['Einige Dateien konnten nicht hochgeladen werden. ', { slot: 'report', words: 'Mehr erfahren' }],
    'result.none': 'Keine Dateien hochgeladen',
    'result.noneNote': [
      'Etwas ist schiefgegangen und die Anfrage konnte nicht bearbeitet werden. Näheres steht im ',
      { slot: 'report', words: 'Fehlerbericht' },
      '.',
    ],
    'result.uploadMore': 'Weitere hochladen',
    'result.moderated': 'Hinweis: Uploads werden geprüft, bevor sie geteilt werden können.',
    'result.guest': [
      { slot: 'signUp', words: 'Erstellen Sie ein Konto' },
      ' oder ',
      { slot: 'signIn', words: 'melden Sie sich an' },
      ', um diese Inhalte in Ihrem Konto zu speichern.',
    ],
    'result.links': 'Links',
    'result.linkKind': 'Art des Links',
    'result.linkNames': {
      viewer: 'Ansicht',
      direct: 'Direktlink',
      frame: 'Standbild',
      medium: 'Mittelgroß',
      thumbnail: 'Vorschaubild',
      delete: 'Löschen',
    },
    'result.copy': (name) => `Link zu ${name} kopieren`,
    'result.copyAll': 'Alle kopieren',
    'result.copied': 'Kopiert',
    'result.copyFailed': 'Kopieren ist hier nicht möglich. Der Text ist markiert: Drücken Sie Strg+C.',
    'result.deleteWarning': 'Wer eine dieser Adressen öffnet, löscht die Datei. Geben Sie sie nicht weiter.',
    'result.codes': 'Einbettungscodes',
    'result.format': 'Format',
    'result.custom': 'Eigene',
    'result.size': 'Größe',
    'result.sizes': {
      full: 'Voll',
      fullLinked: 'Voll, verlinkt',
      mediumLinked: 'Mittelgroß, verlinkt',
      thumbnailLinked: 'Vorschaubild, verlinkt',
    },
    'result.include': (name) => `${name} einbeziehen`,
    'result.copyCode': (name) => `Code zu ${name} kopieren`,
    'result.without': (count) => f.plural(count, { one: '1 Datei hat das nicht.', other: `${f.number(count)} Dateien haben das nicht.` }),
    'result.notLoaded': 'Die Codes konnten nicht geladen werden.',

    'report.title': (count) =>
      f.plural(count, {
        one: '1 Datei konnte nicht hochgeladen werden',
        other: `${f.number(count)} Dateien konnten nicht hochgeladen werden`,
      }),
    'report.retryAll': (count) => `${files(count)} erneut senden`,
    'report.retry': 'Wiederholen',
    'report.remove': 'Entfernen',
    'report.unknown': 'Vielleicht schon gespeichert',
    'report.retryEach': 'Alle wiederholen',
    'report.removeAll': 'Alle entfernen',
    'report.copy': 'Bericht kopieren',
    'report.saveText': 'Als Text herunterladen',
    'report.saveCsv': 'Als CSV herunterladen',
    'report.files': files,
    'report.attempts': (count) => f.plural(count, { one: '1 Versuch', other: `${f.number(count)} Versuche` }),
    'report.columns': { file: 'Datei', sizeBytes: 'Bytes', cause: 'Ursache', advice: 'Was tun', code: 'Code', attempts: 'Versuche' },

    'history.title': (count) => (count === 0 ? 'Frühere Uploads' : `Frühere Uploads (${f.number(count)})`),
    'history.turnOn': 'Links meiner Uploads in diesem Browser aufbewahren',
    'history.note': 'Wer diesen Browser benutzt, kann sie dann sehen und mit den exportierten Löschlinks die Dateien löschen.',
    'history.export': 'Exportieren',
    'history.clear': 'Liste leeren',
    'announce.progress': (fraction) => `${f.percent(fraction)} hochgeladen`,
    'announce.refused': (count) =>
      f.plural(count, { one: '1 Datei wurde nicht hinzugefügt', other: `${f.number(count)} Dateien wurden nicht hinzugefügt` }),

    errors: {
      aborted: () => ({ cause: 'Während der Verarbeitung gestoppt', advice: MAYBE_STORED }),
      'network.offline': () => ({ cause: 'Keine Verbindung', advice: 'Wird gesendet, sobald die Verbindung wieder da ist.' }),
      'network.lost': () => ({ cause: 'Verbindung verloren', advice: `Prüfen Sie die Verbindung. ${RETRY}` }),
      'network.stalled': () => ({ cause: 'Übertragung steht still', advice: `Prüfen Sie die Verbindung. ${RETRY}` }),
      'network.answerLost': () => ({ cause: 'Die Antwort des Servers ging verloren', advice: MAYBE_STORED }),
      'network.noAnswer': () => ({ cause: 'Der Server hat nicht rechtzeitig geantwortet', advice: MAYBE_STORED }),
      'auth.required': () => ({ cause: 'Nicht angemeldet', advice: 'Melden Sie sich an und versuchen Sie es erneut.' }),
      'auth.forbidden': () => ({ cause: 'Hier nicht erlaubt', advice: 'Dieses Konto darf die Datei nicht hochladen. Entfernen Sie sie.' }),
      'host.rateLimited': () => ({
        cause: 'Der Server begrenzt Uploads',
        advice: 'Wird gesendet, sobald der Server wieder Uploads annimmt.',
      }),
      'host.busy': () => ({ cause: 'Der Server ist ausgelastet', advice: RETRY }),
      'host.full': () => ({
        cause: 'Auf dem Server ist kein Platz mehr',
        advice: 'Informieren Sie die Website und versuchen Sie es später erneut.',
      }),
      'host.broken': () => ({ cause: 'Der Server hat einen Fehler gemeldet', advice: `${RETRY} ${TELL}` }),
      'host.badReply': () => ({ cause: 'Die Antwort war nicht verständlich', advice: `${RETRY} ${TELL}` }),
      'file.duplicate': () => ({ cause: 'Schon auf dem Server', advice: 'Nichts ist verloren: Entfernen Sie die Datei hier.' }),
      'file.tooLarge': ({ limitBytes }) => ({
        cause: limitBytes === null ? 'Größer, als der Server annimmt' : `Größer, als der Server annimmt: ${f.bytes(limitBytes)}`,
        advice: 'Wählen Sie eine kleinere Datei.',
      }),
      'file.typeRefused': () => ({
        cause: 'Der Server nimmt dieses Format nicht an',
        advice: 'Speichern Sie die Datei in einem anderen Format und fügen Sie sie neu hinzu.',
      }),
      'file.unreadable': () => ({
        cause: 'Die Datei lässt sich nicht lesen',
        advice: 'Sie ist vielleicht beschädigt. Wählen Sie eine andere.',
      }),
      'file.missing': () => ({ cause: 'Beim Neuladen der Seite verloren gegangen', advice: 'Fügen Sie die Datei neu hinzu.' }),
      'option.refused': ({ option }) => ({
        cause: option === null ? 'Eine Option wurde abgelehnt' : `Der Server hat eine Option abgelehnt: ${option}`,
        advice: RETRY,
      }),
      'internal.bug': () => ({ cause: 'Ein unerwarteter Fehler ist aufgetreten', advice: `${RETRY} ${TELL}` }),
    },
  };
};
