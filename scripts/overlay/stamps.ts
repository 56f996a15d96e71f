import { hexOf, type Stamp } from './stamped-pdf.js';

/** Shows text at a place in points, turned by so many degrees counter-clockwise. */
function shown(text: string, x: number, y: number, size: number, degrees = 0): string {
  const [cosine, sine] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const matrix = [cosine, sine, -sine, cosine, x, y].map((part) => part.toFixed(6)).join(' ');
  return `BT /Stamp ${size} Tf ${matrix} Tm <${hexOf(text)}> Tj ET`;
}

const GREY = '0.8 g';
const RED = '1 0 0 rg 1 0 0 RG';

/** One large text from corner to corner. */
const watermark = (width: number, height: number) =>
  `q ${GREY} ${shown('仅供内部使用', width * 0.2, height * 0.25, width / 8, 40)} Q`;

/** Small ones all over the page, with digits in them. */
const pattern = (ink: string, degrees: number) => (width: number, height: number) => {
  const texts: string[] = [];
  for (let y = 20; y < height; y += 90)
    for (let x = 10; x < width; x += 170) texts.push(shown('张三 2024-05-06 10:20', x, y, 10, degrees));
  return `q ${ink} ${texts.join('\n')} Q`;
};

/** A ring of text around a star, with a text below it. */
function seal(width: number, height: number): string {
  const [x, y, radius, size] = [width * 0.62, height * 0.55, 48, 13];
  const ring = Array.from('某市财政局专用章', (character, index) => {
    const angle = 215 - 36 * index;
    const [out, turn] = [(angle * Math.PI) / 180, ((angle - 90) * Math.PI) / 180];
    const [left, down] = [-size / 2, -size * 0.38];
    return shown(
      character,
      x + radius * Math.cos(out) + left * Math.cos(turn) - down * Math.sin(turn),
      y + radius * Math.sin(out) + left * Math.sin(turn) + down * Math.cos(turn),
      size,
      angle - 90,
    );
  });
  return `q ${RED} ${ring.join('\n')} ${shown('★', x - 14, y - 10, 28)} ${shown('专用章8', x - 20, y - 34, 10)} Q`;
}

/** What offices put on their pages, by name. */
export const STAMPS: Readonly<Record<string, Stamp>> = {
  'watermark under': { under: watermark },
  'watermark over': { over: watermark },
  'slanted pattern': { under: pattern(GREY, 25) },
  'level pattern': { under: pattern(GREY, 0) },
  'black slanted pattern': { over: pattern('0 g', 30) },
  seal: { over: seal },
  'watermark and seal': { under: watermark, over: seal },
  'askew by 2°': { turn: 2 },
  'askew by 4.5°, watermark and seal': { turn: 4.5, under: watermark, over: seal },
  'askew by −4.5°, watermark and seal': { turn: -4.5, under: watermark, over: seal },
};
