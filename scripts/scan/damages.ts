import sharp from 'sharp';
import type { Picture } from '../../src/extract/scan/picture/picture.js';
import { rawOf } from './encode.js';
import type { Random } from '../damage/random.js';

/** Something that happens to a page on its way into an archive. */
export type Damage = (picture: Picture, random: Random) => Picture | Promise<Picture>;

const spaceOf = ({ channels }: Picture) => (channels === 1 ? 'b-w' : 'srgb');

const mapped = (picture: Picture, value: (before: number, x: number, y: number) => number): Picture => {
  const { width, channels } = picture;
  const data = Uint8Array.from(picture.data, (before, at) => {
    const pixel = Math.floor(at / channels);
    return Math.min(255, Math.max(0, Math.round(value(before, pixel % width, Math.floor(pixel / width)))));
  });
  return { ...picture, data };
};

/** Pixels for a length in millimetres. */
const pixelsFor = ({ dpi }: Picture, millimetres: number) =>
  Math.max(1, Math.round(((dpi ?? 300) * millimetres) / 25.4));

/** Turned by an angle in degrees, clockwise, about its middle; corners are cut off. */
export const askew =
  (degrees: number): Damage =>
  async (picture) => {
    const { width, height } = picture;
    const { data, info } = await rawOf(picture)
      .rotate(degrees, { background: 'white' })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const [left, top] = [Math.floor((info.width - width) / 2), Math.floor((info.height - height) / 2)];
    const cut = await sharp(data, { raw: info })
      .extract({ left, top, width, height })
      .toColourspace(spaceOf(picture))
      .raw()
      .toBuffer();
    return { ...picture, data: cut };
  };

/** Laid on the glass by quarter turns, clockwise. */
export const turned =
  (quarters: 1 | 2 | 3): Damage =>
  async (picture) => {
    const { data, info } = await rawOf(picture)
      .rotate(90 * quarters)
      .toColourspace(spaceOf(picture))
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { ...picture, width: info.width, height: info.height, data };
  };

/** Grain: each pixel up to `amount` lighter or darker, mostly less. */
export const noisy =
  (amount: number): Damage =>
  (picture, random) =>
    mapped(picture, (before) => before + (random.int(2 * amount + 1) + random.int(2 * amount + 1)) / 2 - amount);

/** Grey ink on a grey ground. */
export const lowContrast =
  (ink: number, ground: number): Damage =>
  (picture) =>
    mapped(picture, (before) => ink + (before * (ground - ink)) / 255);

/** Darker towards the right edge, as near the spine of a bound volume; `darkest` is what remains of white there. */
export const shadowed =
  (darkest: number): Damage =>
  (picture) =>
    mapped(picture, (before, x, y) => {
      const across = x / picture.width;
      const down = y / picture.height;
      return (before * (255 - (255 - darkest) * Math.min(1, across ** 3 + 0.2 * down))) / 255;
    });

/** Out of focus, by a radius in millimetres. */
export const blurred =
  (millimetres: number): Damage =>
  async (picture) => {
    const radius = Math.max(0.3, ((picture.dpi ?? 300) * millimetres) / 25.4);
    return { ...picture, data: await rawOf(picture).blur(radius).toColourspace(spaceOf(picture)).raw().toBuffer() };
  };

/** Pale ink, and rules that are broken every few millimetres. */
export const faded: Damage = (picture, random) => {
  const pale = mapped(picture, (before) => 255 - (255 - before) * 0.45);
  const { width, height, data } = pale;
  const isDark = (x: number, y: number) => (data[y * width + x] ?? 255) < 190;
  const [run, gap] = [pixelsFor(picture, 5), pixelsFor(picture, 0.5)];
  const broken = Uint8Array.from(data);
  const erase = (x: number, y: number, isAcross: boolean) => {
    const thickness = pixelsFor(picture, 0.4);
    for (let along = 0; along < gap; along += 1)
      for (let side = -thickness; side <= thickness; side += 1) {
        const [column, row] = isAcross ? [x + along, y + side] : [x + side, y + along];
        if (column >= 0 && column < width && row >= 0 && row < height) broken[row * width + column] = 255;
      }
  };
  for (const isAcross of [true, false]) {
    const [lines, length] = isAcross ? [height, width] : [width, height];
    for (let line = 0; line < lines; line += 1)
      for (let at = 0, from = 0; at <= length; at += 1) {
        if (at < length && (isAcross ? isDark(at, line) : isDark(line, at))) continue;
        for (let here = from + run; here < at - run; here += run + random.int(3 * run))
          if (random.chance(0.3)) erase(isAcross ? here : line, isAcross ? line : here, isAcross);
        from = at + 1;
      }
  }
  return { ...pale, data: broken };
};

/** Dust and stains: about one for each square centimetre. */
export const specked: Damage = (picture, random) => {
  const { width, height, channels } = picture;
  const data = Uint8Array.from(picture.data);
  const count = Math.round((width * height) / pixelsFor(picture, 10) ** 2);
  for (let speck = 0; speck < count; speck += 1) {
    const [x, y, size] = [random.int(width), random.int(height), 1 + random.int(pixelsFor(picture, 0.35))];
    for (let row = y; row < Math.min(height, y + size); row += 1)
      data.fill(60, (row * width + x) * channels, (row * width + Math.min(width, x + size)) * channels);
  }
  return { ...picture, data };
};

/** Two holes at the left edge, and what lay beside the page at the top and the right: black. */
export const punched: Damage = (picture, random) => {
  const { width, height } = picture;
  const [edge, radius, inset] = [pixelsFor(picture, 2.5), pixelsFor(picture, 3), pixelsFor(picture, 6)];
  const holes = [height / 2 - pixelsFor(picture, 40), height / 2 + pixelsFor(picture, 40)];
  return mapped(picture, (before, x, y) => {
    const isHole = holes.some((hole) => Math.hypot(x - inset, y - hole) < radius);
    return isHole || y < edge - random.int(3) || x >= width - edge + random.int(3) ? 15 : before;
  });
};

/** The back of the sheet shows through, mirrored. */
export const bleeding: Damage = (picture) => {
  const { width, data } = picture;
  return mapped(picture, (before, x, y) =>
    Math.min(before, 255 - (255 - (data[y * width + (width - 1 - x)] ?? 255)) * 0.22),
  );
};

/** A round red seal over the lower half of the page, so that the page is in colour. */
export const sealed: Damage = async (picture) => {
  const { width, height } = picture;
  const radius = pixelsFor(picture, 21);
  const size = 2 * radius;
  const star = Array.from({ length: 5 }, (_, point) => {
    const angle = ((point * 144 - 90) * Math.PI) / 180;
    return `${radius + 0.3 * radius * Math.cos(angle)},${radius + 0.3 * radius * Math.sin(angle)}`;
  });
  const ring = `<circle cx="${radius}" cy="${radius}" r="${0.93 * radius}" fill="none" stroke="#d0202a" stroke-width="${0.06 * radius}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" opacity="0.85">${ring}<polygon points="${star.join(' ')}" fill="#d0202a"/></svg>`;
  const [left, top] = [Math.round(0.55 * width - radius), Math.round(0.62 * height - radius)];
  const data = await sharp(await rawOf(picture).toColourspace('srgb').png().toBuffer())
    .toColourspace('srgb')
    .composite([{ input: Buffer.from(svg), left, top: Math.min(top, height - size), blend: 'multiply' }])
    .removeAlpha()
    .raw()
    .toBuffer();
  return { ...picture, channels: 3, data };
};

/** Photographed by hand, under a lamp: a little from the left and from below, on a dark table. */
export const photographed: Damage = (picture) => {
  const { width, height, channels, data } = picture;
  const [inset, drop] = [0.02, 0.015];
  const result = new Uint8Array(width * height * 3);
  const at = (x: number, y: number) => data[(y * width + x) * channels] ?? 255;
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      // The page’s width shrinks towards the top, its height towards the right.
      const [u, v] = [x / width, y / height];
      const side = inset * (1.6 - v);
      const level = drop * (0.6 + u);
      const [column, row] = [((u - side) / (1 - 2 * side)) * width, ((v - level) / (1 - 2 * level)) * height];
      const to = (y * width + x) * 3;
      const light = 1 - 0.28 * Math.hypot(u - 0.35, v - 0.3);
      if (column < 0 || row < 0 || column >= width - 1 || row >= height - 1) {
        result.set([46 * light, 40 * light, 36 * light], to);
        continue;
      }
      const [left, top] = [Math.floor(column), Math.floor(row)];
      const [across, down] = [column - left, row - top];
      const upper = at(left, top) * (1 - across) + at(left + 1, top) * across;
      const lower = at(left, top + 1) * (1 - across) + at(left + 1, top + 1) * across;
      const ink = 40 + ((upper * (1 - down) + lower * down) * 200) / 255;
      result.set([ink * light, 0.97 * ink * light, 0.9 * ink * light], to);
    }
  return { ...picture, channels: 3, data: result };
};
