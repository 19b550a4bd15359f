import type { Formats } from '../formats.js';
import { formatNames } from '../formatNames.js';
import type { Messages } from '../messages.js';

const RETRY = 'Réessayez ou retirez le fichier.';
const TELL = 'Si le problème persiste, prévenez le site.';
const MAYBE_STORED = 'Le fichier est peut-être déjà enregistré. Vérifiez sur le site avant de le renvoyer.';

export const createMessages = (f: Formats): Messages => {
  const files = (count: number): string => f.plural(count, { one: `${f.number(count)} fichier`, other: `${f.number(count)} fichiers` });
  return {
    'box.label': 'Importer des fichiers',
    'button.open': 'Importer des photos',
    'button.continuesIn': (secondsLeft) => `Reprise dans ${f.clock(secondsLeft)}`,
    'button.uploaded': (count) => f.plural(count, { one: `${f.number(count)} importé`, other: `${f.number(count)} importés` }),
    'button.failed': (count) => f.plural(count, { one: `${f.number(count)} échec`, other: `${f.number(count)} échecs` }),
    'button.ready': (count) => f.plural(count, { one: `${files(count)} prêt`, other: `${files(count)} prêts` }),
    'dialog.close': 'Fermer',

    'form.pending': 'Attendez la fin de l’importation des fichiers.',
    'form.required': 'Importez au moins un fichier.',
    'intake.headline': 'Déposez ou collez des fichiers ici',
    'intake.browse': ['Vous pouvez aussi ', { slot: 'browse', words: 'parcourir votre ordinateur' }, '.'],
    'intake.touchHeadline': 'Choisissez des fichiers ou utilisez l’appareil photo.',
    'intake.touchBrowse': 'Choisir des fichiers',
    'intake.limits': (maxBytes) => (maxBytes === null ? '' : `max. ${f.bytes(maxBytes)}`),
    'intake.dropToAdd': (count) => `Relâchez pour ajouter ${count === null ? 'des fichiers' : files(count)}`,
    'intake.dropNote': 'Ils rejoindront la file d’attente.',
    'intake.addFiles': 'Ajouter des fichiers',
    'intake.checking': (count) => `Vérification de ${files(count)}…`,
    'intake.guestExpires': [{ slot: 'signUp', words: 'Inscrivez-vous' }, ' pour modifier ou éviter la suppression automatique.'],

    'validate.title': (count) =>
      f.plural(count, { one: `${f.number(count)} fichier n’a pas été ajouté`, other: `${f.number(count)} fichiers n’ont pas été ajoutés` }),
    'validate.dismiss': 'Ignorer',
    'validate.keep': 'Ajouter quand même',
    'validate.keepName': (name) => `Ajouter quand même : ${name}`,
    'validate.shrink': 'Réduire',
    'validate.shrinkAll': (count) => f.plural(count, { one: 'Réduire l’image', other: `Réduire ${f.number(count)} images` }),
    'validate.convert': 'Convertir en JPEG',
    'validate.shrinking': 'Réduction…',
    'validate.cannotShrink': {
      video: 'Les vidéos ne peuvent pas être réduites ici.',
      animated: 'Les animations ne peuvent pas être réduites ici.',
      undecodable: 'Ce navigateur ne peut pas ouvrir l’image.',
      limitTooSmall: 'L’image ne peut pas être assez réduite.',
    },
    'validate.showAll': (count) => `Tout afficher (${f.number(count)})`,
    rejections: {
      'validate.empty': () => 'Ce fichier est vide.',
      'validate.typeRefused': ({ found, formats }) => {
        const accepted = `Formats acceptés : ${formatNames(formats).join(', ')}.`;
        return found === null ? `Ce n’est ni une image ni une vidéo. ${accepted}` : `Le format ${found} n’est pas accepté ici. ${accepted}`;
      },
      'validate.tooLarge': ({ sizeBytes, limitBytes }) => `${f.bytes(sizeBytes)}. La limite est de ${f.bytes(limitBytes)}.`,
      'validate.heic': () => 'Les images HEIC ne sont pas acceptées. Convertissez-la d’abord en JPEG.',
      'validate.tooSmall': ({ sizeBytes, limitBytes }) => `${f.bytes(sizeBytes)}. Le minimum est de ${f.bytes(limitBytes)}.`,
      'validate.tooManyPixels': ({ widthPx, heightPx, maxWidthPx, maxHeightPx }) =>
        `${f.pixels(widthPx, heightPx)}. La limite est de ${f.pixels(maxWidthPx, maxHeightPx)}.`,
      'validate.tooLong': ({ durationSeconds, limitSeconds }) =>
        `Durée de ${f.clock(durationSeconds)}. La limite est de ${f.clock(limitSeconds)}.`,
      'validate.totalTooLarge': ({ limitBytes }) =>
        `L’ensemble des fichiers est limité à ${f.bytes(limitBytes)}. Importez d’abord les autres.`,
      'validate.tooMany': ({ limitCount }) =>
        f.plural(limitCount, {
          one: `${f.number(limitCount)} fichier à la fois. Importez d’abord l’autre.`,
          other: `${f.number(limitCount)} fichiers à la fois. Importez d’abord les autres.`,
        }),
      'validate.urlRefused': () => 'Ce serveur n’accepte pas les liens.',
      'validate.unreadable': () => 'Ce fichier est illisible. C’est peut-être un dossier, ou il a été déplacé.',
      'validate.duplicate': ({ sameAs }) => `Identique à ${sameAs}, déjà dans la liste.`,
    },

    'queue.readyHeadline': (count) => f.plural(count, { one: `${files(count)} prêt`, other: `${files(count)} prêts` }),
    'queue.label': (count) => `File d’attente, ${files(count)}`,
    'queue.start': (count) => `Importer ${files(count)}`,
    'queue.clear': 'Effacer',
    'queue.hint': 'Cliquez sur un aperçu pour personnaliser son importation.',
    'queue.hintTouch': 'Touchez un aperçu pour personnaliser son importation.',
    'queue.moved': ({ name, position, count }) => `${name} : position ${f.number(position)} sur ${f.number(count)}`,
    'select.label': 'Fichiers sélectionnés',
    'select.count': (count) => f.plural(count, { one: `${f.number(count)} sélectionné`, other: `${f.number(count)} sélectionnés` }),
    'select.all': 'Tout sélectionner',
    'select.clear': 'Tout désélectionner',
    'select.moveEarlier': 'Avancer',
    'select.moveLater': 'Reculer',
    'queue.totals': ({ fileCount, sizeBytes }) => `${files(fileCount)}, ${f.bytes(sizeBytes)}`,
    'queue.uploadedOf': ({ uploadedCount, fileCount }) =>
      f.plural(uploadedCount, {
        one: `${f.number(uploadedCount)} importé sur ${f.number(fileCount)}`,
        other: `${f.number(uploadedCount)} importés sur ${f.number(fileCount)}`,
      }),

    'tile.remove': (name) => `Retirer ${name}`,
    'tile.edit': (name) => `Modifier ${name}`,
    'tile.select': (name) => `Sélectionner ${name}`,
    'tile.shrunk': ({ originalSizeBytes, sizeBytes }) => `${f.bytes(originalSizeBytes)} → ${f.bytes(sizeBytes)}`,
    'tile.cancel': (name) => `Annuler ${name}`,
    'tile.retry': 'Réessayer',
    'tile.retryName': (name) => `Réessayer ${name}`,
    'tile.addAgain': 'Ajouter à nouveau',
    'tile.addAgainName': (name) => `Ajouter à nouveau ${name}`,
    'tile.open': (name) => `Ouvrir ${name}`,
    'tile.progress': (name) => `Importation de ${name}`,
    'tile.noPreview': 'Aucun aperçu',
    'tile.queued': 'En attente',
    'tile.uploading': ({ fraction, sentBytes, sizeBytes }) => `${f.percent(fraction)} · ${f.bytes(sentBytes)} sur ${f.bytes(sizeBytes)}`,
    'tile.processing': 'Traitement en cours',
    'tile.uploaded': 'Importé',
    'tile.uploadedWithoutLink': 'Enregistré, mais le lien est inconnu',
    'tile.cancelled': 'Annulé',
    'tile.waitsBackOff': ({ cause, secondsLeft }) => `${cause}. Nouvel essai dans ${f.clock(secondsLeft)}`,
    'tile.waitsForHost': 'En attente du serveur',
    'tile.waitsForConnection': 'En attente de connexion',

    'option.forAll': 'Options pour tous les fichiers',
    'option.names': {
      title: 'Titre',
      description: 'Description',
      tags: 'Tags',
      albumId: 'Album',
      categoryId: 'Catégorie',
      widthPx: 'Largeur en pixels',
      expiration: 'Suppression automatique après',
      isNsfw: 'Contenu sensible',
    },
    'option.none': 'Aucun',
    'option.never': 'Jamais',
    'option.albumsFailed': 'Vos albums n’ont pas pu être chargés.',
    'option.tagHint': 'Saisissez un tag, puis une virgule',
    'option.tagTooLong': 'Un tag contient au maximum 32 caractères.',
    'option.removeTag': (tag) => `Retirer le tag ${tag}`,
    'option.widthRange': ({ minPx, maxPx }) => `De ${f.number(minPx)} à ${f.number(maxPx)} pixels.`,
    'edit.previous': 'Fichier précédent',
    'edit.next': 'Fichier suivant',
    'edit.position': ({ position, count }) => `${f.number(position)} sur ${f.number(count)}`,
    'edit.reset': 'Annuler les modifications',
    'edit.done': 'OK',
    'edit.sent': 'Ce fichier est déjà envoyé et ne peut plus être modifié ici.',
    'edit.applyToAll': 'Appliquer à tous les fichiers',
    'edit.apply': (count) =>
      f.plural(count, {
        one: `Appliquer à ${f.number(count)} autre fichier`,
        other: `Appliquer à ${f.number(count)} autres fichiers`,
      }),
    'edit.applied': (count) => `Appliqué à ${files(count)}.`,
    'edit.undo': 'Annuler',

    'upload.headline': ({ fileCount, fraction }) => `Importation de ${files(fileCount)} (${f.percent(fraction)} terminé)`,
    'upload.note': 'La file d’attente est en cours d’importation. Cela ne prend qu’un instant.',
    'upload.pausedNote': 'En pause. Les envois en cours se terminent, aucun nouveau ne commence.',
    'upload.pause': 'Pause',
    'upload.resume': 'Reprendre',
    'upload.cancelRest': 'Annuler le reste',
    'upload.bytes': ({ sentBytes, sizeBytes }) => `${f.bytes(sentBytes)} sur ${f.bytes(sizeBytes)}`,
    'upload.rate': (rate) => f.bytesPerSecond(rate),
    'upload.timeLeft': (seconds) => `Encore ${f.duration(seconds)} environ`,
    'upload.valueText': ({ fraction, sentBytes, sizeBytes }) => `${f.percent(fraction)}, ${f.bytes(sentBytes)} sur ${f.bytes(sizeBytes)}`,
    'upload.rateLimited': (seconds) => `Le serveur limite les importations. Reprise dans ${f.clock(seconds)}`,
    'upload.rateLimitedLong': 'Le serveur n’accepte plus d’importations pour le moment. Reprenez plus tard.',
    'keep.full':
      'Ce navigateur n’a plus de place pour garder la file d’attente : ce qui n’est pas importé sera perdu à la fermeture de la page.',
    'keep.otherTab': 'Un autre onglet garde sa file d’attente ici : ce que vous ajoutez dans celui-ci sera perdu à sa fermeture.',
    'keep.unavailable':
      'Ce navigateur ne peut pas garder la file d’attente : ce qui n’est pas importé sera perdu à la fermeture de la page.',
    'upload.offline': 'Pas de connexion. Reprise automatique dès son retour.',

    'result.complete': 'Importation terminée',
    'result.completeNote': (count) => f.plural(count, { one: `${files(count)} enregistré.`, other: `${files(count)} enregistrés.` }),
    'result.mixedNote': ['Certains fichiers n’ont pas pu être importés. ', { slot: 'report', words: 'En savoir plus' }],
    'result.none': 'Aucun fichier importé',
    'result.noneNote': [
      'Une erreur s’est produite et la demande n’a pas pu être traitée. Consultez le ',
      { slot: 'report', words: 'rapport d’erreurs' },
      ' pour plus d’informations.',
    ],
    'result.uploadMore': 'Importer d’autres fichiers',
    'result.moderated': 'Remarque : les fichiers importés sont vérifiés avant de pouvoir être partagés.',
    'result.guest': [
      { slot: 'signUp', words: 'Créez un compte' },
      ' ou ',
      { slot: 'signIn', words: 'connectez-vous' },
      ' pour enregistrer ce contenu dans votre compte.',
    ],
    'result.links': 'Liens',
    'result.linkKind': 'Type de lien',
    'result.linkNames': {
      viewer: 'Page d’affichage',
      direct: 'Lien direct',
      frame: 'Image de la vidéo',
      medium: 'Taille moyenne',
      thumbnail: 'Miniature',
      delete: 'Suppression',
    },
    'result.copy': (name) => `Copier le lien de ${name}`,
    'result.copyAll': 'Tout copier',
    'result.copied': 'Copié',
    'result.copyFailed': 'La copie n’est pas possible ici. Le texte est sélectionné : appuyez sur Ctrl+C.',
    'result.deleteWarning': 'Ouvrir l’une de ces adresses supprime le fichier. Gardez-les pour vous.',
    'result.codes': 'Codes d’intégration',
    'result.format': 'Format',
    'result.custom': 'Personnalisé',
    'result.size': 'Taille',
    'result.sizes': {
      full: 'Taille réelle',
      fullLinked: 'Taille réelle, avec lien',
      mediumLinked: 'Taille moyenne, avec lien',
      thumbnailLinked: 'Miniature, avec lien',
    },
    'result.include': (name) => `Inclure ${name}`,
    'result.copyCode': (name) => `Copier le code de ${name}`,
    'result.without': (count) =>
      f.plural(count, { one: `${files(count)} n’en dispose pas.`, other: `${files(count)} n’en disposent pas.` }),
    'result.notLoaded': 'Les codes n’ont pas pu être chargés.',

    'report.title': (count) =>
      f.plural(count, {
        one: `${f.number(count)} fichier n’a pas pu être importé`,
        other: `${f.number(count)} fichiers n’ont pas pu être importés`,
      }),
    'report.retryAll': (count) => `Réessayer ${files(count)}`,
    'report.retry': 'Réessayer',
    'report.remove': 'Retirer',
    'report.unknown': 'Peut-être déjà enregistré',
    'report.retryEach': 'Tout réessayer',
    'report.removeAll': 'Tout retirer',
    'report.copy': 'Copier le rapport',
    'report.saveText': 'Télécharger en texte',
    'report.saveCsv': 'Télécharger en CSV',
    'report.files': files,
    'report.attempts': (count) => f.plural(count, { one: `${f.number(count)} essai`, other: `${f.number(count)} essais` }),
    'report.columns': { file: 'Fichier', sizeBytes: 'Octets', cause: 'Cause', advice: 'Conseil', code: 'Code', attempts: 'Essais' },

    'history.title': (count) => (count === 0 ? 'Importations précédentes' : `Importations précédentes (${f.number(count)})`),
    'history.turnOn': 'Garder les liens de mes importations dans ce navigateur',
    'history.note':
      'Toute personne utilisant ce navigateur pourra les voir et, avec les liens de suppression exportés, supprimer les fichiers.',
    'history.export': 'Exporter',
    'history.clear': 'Vider la liste',
    'announce.progress': (fraction) => `${f.percent(fraction)} importé`,
    'announce.refused': (count) =>
      f.plural(count, { one: `${f.number(count)} fichier n’a pas été ajouté`, other: `${f.number(count)} fichiers n’ont pas été ajoutés` }),

    errors: {
      aborted: () => ({ cause: 'Arrêté pendant le traitement', advice: MAYBE_STORED }),
      'network.offline': () => ({ cause: 'Pas de connexion', advice: 'Le fichier sera envoyé dès le retour de la connexion.' }),
      'network.lost': () => ({ cause: 'Connexion perdue', advice: `Vérifiez la connexion. ${RETRY}` }),
      'network.stalled': () => ({ cause: 'Transfert bloqué', advice: `Vérifiez la connexion. ${RETRY}` }),
      'network.answerLost': () => ({ cause: 'La réponse du serveur s’est perdue', advice: MAYBE_STORED }),
      'network.noAnswer': () => ({ cause: 'Le serveur n’a pas répondu à temps', advice: MAYBE_STORED }),
      'auth.required': () => ({ cause: 'Connexion à un compte requise', advice: 'Connectez-vous, puis réessayez.' }),
      'auth.forbidden': () => ({ cause: 'Non autorisé ici', advice: 'Ce compte ne peut pas importer ce fichier. Retirez-le.' }),
      'host.rateLimited': () => ({
        cause: 'Le serveur limite les importations',
        advice: 'Le fichier sera envoyé quand le serveur en acceptera à nouveau.',
      }),
      'host.busy': () => ({ cause: 'Le serveur est occupé', advice: RETRY }),
      'host.full': () => ({ cause: 'Le serveur n’a plus d’espace', advice: 'Prévenez le site et réessayez plus tard.' }),
      'host.broken': () => ({ cause: 'Le serveur a répondu par une erreur', advice: `${RETRY} ${TELL}` }),
      'host.badReply': () => ({ cause: 'La réponse du serveur est incompréhensible', advice: `${RETRY} ${TELL}` }),
      'file.duplicate': () => ({ cause: 'Déjà sur le serveur', advice: 'Rien n’est perdu : retirez-le ici.' }),
      'file.tooLarge': ({ limitBytes }) => ({
        cause: limitBytes === null ? 'Trop volumineux pour le serveur' : `Trop volumineux pour le serveur : ${f.bytes(limitBytes)} max.`,
        advice: 'Choisissez un fichier plus petit.',
      }),
      'file.typeRefused': () => ({
        cause: 'Le serveur n’accepte pas ce format',
        advice: 'Enregistrez le fichier dans un autre format, puis ajoutez-le.',
      }),
      'file.unreadable': () => ({ cause: 'Fichier illisible', advice: 'Il est peut-être endommagé. Choisissez-en un autre.' }),
      'file.missing': () => ({ cause: 'Fichier perdu au rechargement de la page', advice: 'Ajoutez-le à nouveau.' }),
      'option.refused': ({ option }) => ({
        cause: option === null ? 'Une option a été refusée' : `Le serveur a refusé une option : ${option}`,
        advice: RETRY,
      }),
      'internal.bug': () => ({ cause: 'Une erreur inattendue s’est produite', advice: `${RETRY} ${TELL}` }),
    },
  };
};
