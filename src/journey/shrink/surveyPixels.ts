/** What a picture's file name and head do not say surely, so its pixels are asked. */
export interface PixelSurvey {
  readonly hasAlpha: boolean;
  /** Has colours that sRGB cannot show, whatever profile says so: they need a canvas of Display P3. */
  readonly isWide: boolean;
}

/** Small enough to look at each pixel in a few milliseconds. */
const SURVEY_SIDE_PX = 512;
/** Linear light; rounding to 8 bits makes less than a third of this. Display P3's red is at -0.042. */
const OUTSIDE = 0.004;

const newCanvas = (widthPx: number, heightPx: number): OffscreenCanvas | HTMLCanvasElement =>
  typeof OffscreenCanvas === 'undefined'
    ? Object.assign(document.createElement('canvas'), { width: widthPx, height: heightPx })
    : new OffscreenCanvas(widthPx, heightPx);

type Canvas2d = OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D;

/** The picture drawn at a size, as well as the browser can. Throws when it has no canvas to give. */
export function drawAt(bitmap: ImageBitmap, widthPx: number, heightPx: number, settings: CanvasRenderingContext2DSettings): Canvas2d {
  const context = newCanvas(widthPx, heightPx).getContext('2d', settings);
  if (!context) throw new Error('This browser gave no canvas context');
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, widthPx, heightPx);
  return context;
}

/** Looks at the picture drawn small, in Display P3; a browser without that colour space finds nothing wide. */
export function surveyPixels(bitmap: ImageBitmap): PixelSurvey {
  const scale = Math.min(1, SURVEY_SIDE_PX / Math.max(bitmap.width, bitmap.height));
  const widthPx = Math.max(1, Math.round(bitmap.width * scale));
  const heightPx = Math.max(1, Math.round(bitmap.height * scale));
  const context = drawAt(bitmap, widthPx, heightPx, { colorSpace: 'display-p3', willReadFrequently: true });
  const { data, colorSpace } = context.getImageData(0, 0, widthPx, heightPx, { colorSpace: 'display-p3' });
  return { hasAlpha: hasTransparentPixel(data), isWide: colorSpace === 'display-p3' && hasWidePixel(data) };
}

function hasTransparentPixel(data: Uint8ClampedArray): boolean {
  for (let i = 3; i < data.length; i += 4) if (data[i] !== 255) return true;
  return false;
}

const LINEAR = Float32Array.from({ length: 256 }, (_, i) => (i <= 10 ? i / 3294.6 : ((i / 255 + 0.055) / 1.055) ** 2.4));

/** Display P3 to linear sRGB: a part below 0 or above 1 is outside. Half-transparent pixels are too roughly rounded to say. */
function hasWidePixel(data: Uint8ClampedArray): boolean {
  for (let i = 0; i < data.length; i += 4) {
    if (data[i + 3] !== 255) continue;
    const [red, green, blue] = [LINEAR[data[i]!]!, LINEAR[data[i + 1]!]!, LINEAR[data[i + 2]!]!];
    const parts = [1.22494 * red - 0.22494 * green, 1.04206 * green - 0.04206 * red, 1.09827 * blue - 0.01964 * red - 0.07864 * green];
    if (Math.min(...parts) < -OUTSIDE || Math.max(...parts) > 1 + 5 * OUTSIDE) return true;
  }
  return false;
}
