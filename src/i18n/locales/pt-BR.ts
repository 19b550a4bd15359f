import type { Formats } from '../formats.js';
import { formatNames } from '../formatNames.js';
import type { Messages } from '../messages.js';

const RETRY = 'Tente novamente ou remova o arquivo.';
const TELL = 'Se o problema continuar, avise o site.';
const MAYBE_STORED = 'O arquivo pode já estar salvo. Verifique no site antes de enviá-lo novamente.';

export const createMessages = (f: Formats): Messages => {
  const files = (count: number): string => f.plural(count, { one: `${f.number(count)} arquivo`, other: `${f.number(count)} arquivos` });
  return {
    'box.label': 'Enviar arquivos',
    'dialog.close': 'Fechar',

    'intake.headline': 'Solte ou cole arquivos aqui',
    'intake.browse': ['Você também pode ', { slot: 'browse', words: 'procurar no computador' }, '.'],
    'intake.touchHeadline': 'Escolha arquivos ou use a câmera.',
    'intake.touchBrowse': 'Escolher arquivos',
    'intake.limits': (maxBytes) => (maxBytes === null ? '' : `máx. ${f.bytes(maxBytes)}`),
    'intake.dropToAdd': (count) => `Solte para adicionar ${count === null ? 'arquivos' : files(count)}`,
    'intake.dropNote': 'Eles entrarão na fila.',
    'intake.addFiles': 'Adicionar arquivos',
    'intake.checking': (count) => `Verificando ${files(count)}…`,
    'intake.guestExpires': [{ slot: 'signUp', words: 'Cadastre-se' }, ' para personalizar ou evitar a exclusão automática.'],

    'validate.title': (count) =>
      f.plural(count, { one: `${f.number(count)} arquivo não foi adicionado`, other: `${f.number(count)} arquivos não foram adicionados` }),
    'validate.dismiss': 'Dispensar',
    'validate.keep': 'Adicionar mesmo assim',
    'validate.keepName': (name) => `Adicionar mesmo assim: ${name}`,
    'validate.shrink': 'Reduzir',
    'validate.shrinkAll': (count) => f.plural(count, { one: 'Reduzir a imagem', other: `Reduzir ${f.number(count)} imagens` }),
    'validate.convert': 'Converter para JPEG',
    'validate.shrinking': 'Reduzindo…',
    'validate.cannotShrink': {
      video: 'Não é possível reduzir vídeos aqui.',
      animated: 'Não é possível reduzir animações aqui.',
      undecodable: 'Este navegador não consegue abrir a imagem.',
      limitTooSmall: 'Não é possível reduzir o suficiente.',
    },
    'validate.showAll': (count) => `Mostrar tudo (${f.number(count)})`,
    rejections: {
      'validate.empty': () => 'Este arquivo está vazio.',
      'validate.typeRefused': ({ found, formats }) => {
        const accepted = `Formatos aceitos: ${formatNames(formats).join(', ')}.`;
        return found === null ? `Não é uma imagem nem um vídeo. ${accepted}` : `${found} não é aceito aqui. ${accepted}`;
      },
      'validate.tooLarge': ({ sizeBytes, limitBytes }) => `${f.bytes(sizeBytes)}. O limite é ${f.bytes(limitBytes)}.`,
      'validate.heic': () => 'Imagens HEIC não são aceitas. Converta-a antes para JPEG.',
      'validate.tooSmall': ({ sizeBytes, limitBytes }) => `${f.bytes(sizeBytes)}. O mínimo é ${f.bytes(limitBytes)}.`,
      'validate.tooManyPixels': ({ widthPx, heightPx, maxWidthPx, maxHeightPx }) =>
        `${f.pixels(widthPx, heightPx)}. O limite é ${f.pixels(maxWidthPx, maxHeightPx)}.`,
      'validate.tooLong': ({ durationSeconds, limitSeconds }) =>
        `Duração de ${f.clock(durationSeconds)}. O limite é ${f.clock(limitSeconds)}.`,
      'validate.totalTooLarge': ({ limitBytes }) =>
        `Todos os arquivos juntos podem ter até ${f.bytes(limitBytes)}. Envie os outros primeiro.`,
      'validate.tooMany': ({ limitCount }) =>
        f.plural(limitCount, {
          one: `${f.number(limitCount)} arquivo por vez. Envie o outro primeiro.`,
          other: `Até ${f.number(limitCount)} arquivos por vez. Envie os outros primeiro.`,
        }),
      'validate.urlRefused': () => 'Este servidor não aceita links.',
      'validate.unreadable': () => 'Não é possível ler este arquivo. Ele pode ser uma pasta ou ter sido movido.',
      'validate.duplicate': ({ sameAs }) => `Igual a ${sameAs}, que já está na lista.`,
    },

    'queue.readyHeadline': (count) => f.plural(count, { one: `${files(count)} pronto`, other: `${files(count)} prontos` }),
    'queue.label': (count) => `Fila de envio, ${files(count)}`,
    'queue.start': (count) => `Enviar ${files(count)}`,
    'queue.clear': 'Limpar',
    'queue.hint': 'Clique em uma prévia para personalizar o envio.',
    'queue.hintTouch': 'Toque em uma prévia para personalizar o envio.',
    'queue.moved': ({ name, position, count }) => `${name}: posição ${f.number(position)} de ${f.number(count)}`,
    'select.label': 'Arquivos selecionados',
    'select.count': (count) => f.plural(count, { one: `${f.number(count)} selecionado`, other: `${f.number(count)} selecionados` }),
    'select.all': 'Selecionar tudo',
    'select.clear': 'Limpar seleção',
    'select.moveEarlier': 'Mover para antes',
    'select.moveLater': 'Mover para depois',
    'queue.totals': ({ fileCount, sizeBytes }) => `${files(fileCount)}, ${f.bytes(sizeBytes)}`,
    'queue.uploadedOf': ({ uploadedCount, fileCount }) =>
      f.plural(uploadedCount, {
        one: `${f.number(uploadedCount)} de ${f.number(fileCount)} enviado`,
        other: `${f.number(uploadedCount)} de ${f.number(fileCount)} enviados`,
      }),

    'tile.remove': (name) => `Remover ${name}`,
    'tile.edit': (name) => `Editar ${name}`,
    'tile.select': (name) => `Selecionar ${name}`,
    'tile.shrunk': ({ originalSizeBytes, sizeBytes }) => `${f.bytes(originalSizeBytes)} → ${f.bytes(sizeBytes)}`,
    'tile.cancel': (name) => `Cancelar ${name}`,
    'tile.retry': 'Tentar de novo',
    'tile.retryName': (name) => `Tentar de novo: ${name}`,
    'tile.addAgain': 'Adicionar de novo',
    'tile.addAgainName': (name) => `Adicionar de novo: ${name}`,
    'tile.open': (name) => `Abrir ${name}`,
    'tile.progress': (name) => `Envio de ${name}`,
    'tile.noPreview': 'Sem prévia',
    'tile.queued': 'Na fila',
    'tile.uploading': ({ fraction, sentBytes, sizeBytes }) => `${f.percent(fraction)} · ${f.bytes(sentBytes)} de ${f.bytes(sizeBytes)}`,
    'tile.processing': 'Processando',
    'tile.uploaded': 'Enviado',
    'tile.uploadedWithoutLink': 'Salvo, mas o link é desconhecido',
    'tile.cancelled': 'Cancelado',
    'tile.waitsBackOff': ({ cause, secondsLeft }) => `${cause}. Nova tentativa em ${f.clock(secondsLeft)}`,
    'tile.waitsForHost': 'Aguardando o servidor',
    'tile.waitsForConnection': 'Aguardando a conexão',

    'upload.headline': ({ fileCount, fraction }) => `Enviando ${files(fileCount)} (${f.percent(fraction)} concluído)`,
    'upload.note': 'A fila está sendo enviada. Só vai levar um momento.',
    'upload.pausedNote': 'Pausado. O que está sendo enviado termina; nada novo começa.',
    'upload.pause': 'Pausar',
    'upload.resume': 'Retomar',
    'upload.cancelRest': 'Cancelar o restante',
    'upload.bytes': ({ sentBytes, sizeBytes }) => `${f.bytes(sentBytes)} de ${f.bytes(sizeBytes)}`,
    'upload.rate': (rate) => f.bytesPerSecond(rate),
    'upload.timeLeft': (seconds) => `Cerca de ${f.duration(seconds)} para terminar`,
    'upload.valueText': ({ fraction, sentBytes, sizeBytes }) => `${f.percent(fraction)}, ${f.bytes(sentBytes)} de ${f.bytes(sizeBytes)}`,
    'upload.rateLimited': (seconds) => `O servidor limita os envios. Continua em ${f.clock(seconds)}`,
    'upload.rateLimitedLong': 'O servidor não aceita mais envios por enquanto. Retome mais tarde.',
    'keep.full': 'Este navegador não tem espaço para guardar a fila: o que não for enviado será perdido ao fechar a página.',
    'keep.otherTab': 'Outra aba guarda a fila dela aqui: o que você adicionar nesta será perdido ao fechá-la.',
    'keep.unavailable': 'Este navegador não consegue guardar a fila: o que não for enviado será perdido ao fechar a página.',
    'upload.offline': 'Sem conexão. Continua automaticamente quando ela voltar.',

    'result.complete': 'Envio concluído',
    'result.completeNote': (count) => f.plural(count, { one: `${files(count)} salvo.`, other: `${files(count)} salvos.` }),
    'result.mixedNote': ['Não foi possível enviar alguns arquivos. ', { slot: 'report', words: 'Saiba mais' }],
    'result.none': 'Nenhum arquivo foi enviado',
    'result.noneNote': [
      'Algo deu errado e a solicitação não pôde ser processada. Consulte o ',
      { slot: 'report', words: 'relatório de erros' },
      ' para mais informações.',
    ],
    'result.uploadMore': 'Enviar mais',
    'result.moderated': 'Observação: os envios são analisados antes de poderem ser compartilhados.',
    'result.guest': [
      { slot: 'signUp', words: 'Crie uma conta' },
      ' ou ',
      { slot: 'signIn', words: 'faça login' },
      ' para salvar este conteúdo na sua conta.',
    ],
    'result.links': 'Links',
    'result.linkKind': 'Tipo de link',
    'result.linkNames': {
      viewer: 'Página',
      direct: 'Direto',
      frame: 'Quadro do vídeo',
      medium: 'Médio',
      thumbnail: 'Miniatura',
      delete: 'Excluir',
    },
    'result.copy': (name) => `Copiar link de ${name}`,
    'result.copyAll': 'Copiar tudo',
    'result.copied': 'Copiado',
    'result.copyFailed': 'Não é possível copiar aqui. O texto está selecionado: pressione Ctrl+C.',
    'result.deleteWarning': 'Quem abrir um destes endereços exclui o arquivo. Não os compartilhe.',

    'report.title': (count) =>
      f.plural(count, {
        one: `${f.number(count)} arquivo não pôde ser enviado`,
        other: `${f.number(count)} arquivos não puderam ser enviados`,
      }),
    'report.retryAll': (count) => `Tentar ${files(count)} de novo`,
    'report.retry': 'Tentar de novo',
    'report.remove': 'Remover',
    'report.unknown': 'Pode já estar salvo',

    'history.title': (count) => (count === 0 ? 'Envios anteriores' : `Envios anteriores (${f.number(count)})`),
    'history.turnOn': 'Guardar os links dos meus envios neste navegador',
    'history.note': 'Qualquer pessoa que use este navegador poderá vê-los e, com os links de exclusão exportados, excluir os arquivos.',
    'history.export': 'Exportar',
    'history.clear': 'Limpar a lista',
    'announce.progress': (fraction) => `${f.percent(fraction)} enviado`,
    'announce.refused': (count) =>
      f.plural(count, { one: `${f.number(count)} arquivo não foi adicionado`, other: `${f.number(count)} arquivos não foram adicionados` }),

    errors: {
      aborted: () => ({ cause: 'Interrompido durante o processamento', advice: MAYBE_STORED }),
      'network.offline': () => ({ cause: 'Sem conexão', advice: 'Será enviado assim que a conexão voltar.' }),
      'network.lost': () => ({ cause: 'A conexão caiu', advice: `Verifique a conexão. ${RETRY}` }),
      'network.stalled': () => ({ cause: 'A conexão ficou parada', advice: `Verifique a conexão. ${RETRY}` }),
      'network.answerLost': () => ({ cause: 'A resposta do servidor se perdeu', advice: MAYBE_STORED }),
      'network.noAnswer': () => ({ cause: 'O servidor não respondeu a tempo', advice: MAYBE_STORED }),
      'auth.required': () => ({ cause: 'Login necessário', advice: 'Faça login e tente novamente.' }),
      'auth.forbidden': () => ({ cause: 'Não permitido aqui', advice: 'Esta conta não pode enviar este arquivo. Remova-o.' }),
      'host.rateLimited': () => ({
        cause: 'O servidor limita os envios',
        advice: 'Será enviado quando o servidor voltar a aceitar envios.',
      }),
      'host.busy': () => ({ cause: 'O servidor está ocupado', advice: RETRY }),
      'host.full': () => ({ cause: 'O servidor está sem espaço', advice: 'Avise o site e tente mais tarde.' }),
      'host.broken': () => ({ cause: 'O servidor respondeu com um erro', advice: `${RETRY} ${TELL}` }),
      'host.badReply': () => ({ cause: 'Não foi possível entender a resposta', advice: `${RETRY} ${TELL}` }),
      'file.duplicate': () => ({ cause: 'Já está no servidor', advice: 'Nada se perdeu: remova-o aqui.' }),
      'file.tooLarge': ({ limitBytes }) => ({
        cause: limitBytes === null ? 'Maior do que o servidor aceita' : `Maior do que o servidor aceita: ${f.bytes(limitBytes)}`,
        advice: 'Escolha um arquivo menor.',
      }),
      'file.typeRefused': () => ({
        cause: 'O servidor não aceita este formato',
        advice: 'Salve em outro formato e adicione de novo.',
      }),
      'file.unreadable': () => ({ cause: 'Não é possível ler o arquivo', advice: 'Ele pode estar danificado. Escolha outro.' }),
      'file.missing': () => ({ cause: 'Perdido ao recarregar a página', advice: 'Adicione-o novamente.' }),
      'option.refused': ({ option }) => ({
        cause: option === null ? 'Uma opção foi recusada' : `O servidor recusou uma opção: ${option}`,
        advice: RETRY,
      }),
      'internal.bug': () => ({ cause: 'Ocorreu um erro inesperado', advice: `${RETRY} ${TELL}` }),
    },
  };
};
