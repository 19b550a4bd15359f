import type { Locale } from '../index.js';

/** The page's own name. The widget's words load later; these are here at once. */
export const TITLES: Record<Locale, string> = {
  en: 'Upload photos and videos',
  'zh-CN': '上传图片和视频',
  'zh-TW': '上傳圖片和影片',
  ja: '写真と動画をアップロード',
  ko: '사진과 동영상 업로드',
  de: 'Fotos und Videos hochladen',
  fr: 'Importer des photos et des vidéos',
  es: 'Subir fotos y vídeos',
  'pt-BR': 'Enviar fotos e vídeos',
  ru: 'Загрузка фото и видео',
  ar: 'رفع الصور ومقاطع الفيديو',
  hi: 'फ़ोटो और वीडियो अपलोड करें',
};
