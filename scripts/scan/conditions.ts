import type { Picture } from '../../src/extract/scan/picture/picture.js';
import { randomFrom } from '../damage/random.js';
import {
  askew,
  bleeding,
  blurred,
  faded,
  lowContrast,
  noisy,
  photographed,
  punched,
  sealed,
  shadowed,
  specked,
  turned,
  type Damage,
} from './damages.js';
import type { Format } from './formats.js';

/** How a page is scanned: its resolution, what happens to it, and what it is saved as. */
export interface Condition {
  readonly name: string;
  readonly dpi: number;
  readonly damages: readonly Damage[];
  readonly format: Format;
}

const condition = (name: string, dpi: number, format: Format, ...damages: readonly Damage[]): Condition => ({
  name,
  dpi,
  damages,
  format,
});

/** Every condition that scans are measured in. */
export const CONDITIONS: readonly Condition[] = [
  condition('300-clean', 300, 'flate.pdf'),
  condition('200-clean', 200, 'flate.pdf'),
  condition('150-clean', 150, 'flate.pdf'),
  condition('300-worn', 300, 'jpeg75.pdf', askew(0.6), blurred(0.06), noisy(24)),
  condition('200-worn', 200, 'jpeg75.pdf', askew(-0.8), blurred(0.07), noisy(24)),
  condition('150-low-contrast', 150, 'jpeg75.pdf', askew(0.4), lowContrast(90, 190), noisy(12)),
  condition('300-askew-right', 300, 'jpeg75.pdf', askew(1.5)),
  condition('300-askew-left', 300, 'jpeg75.pdf', askew(-1.5)),
  condition('200-noisy', 200, 'jpeg75.pdf', noisy(60)),
  condition('200-low-contrast', 200, 'jpeg75.pdf', lowContrast(100, 180), noisy(10)),
  condition('200-shadow', 200, 'jpeg75.pdf', shadowed(90), noisy(10)),
  condition('200-faded', 200, 'jpeg75.pdf', faded, noisy(10)),
  condition('300-blurred', 300, 'jpeg75.pdf', blurred(0.15)),
  condition('200-jpeg60', 200, 'jpeg60.pdf'),
  condition('200-turned-90', 200, 'jpeg75.pdf', turned(1)),
  condition('200-turned-180', 200, 'jpeg75.pdf', turned(2)),
  condition('200-turned-270', 200, 'jpeg75.pdf', turned(3), askew(0.5)),
  condition('300-seal', 300, 'jpeg75.pdf', sealed, askew(0.3)),
  condition('200-seal', 200, 'jpeg75.pdf', sealed, noisy(10)),
  condition('200-specks', 200, 'jpeg75.pdf', specked),
  condition('200-holes', 200, 'jpeg75.pdf', askew(0.7), punched),
  condition('200-bleeding', 200, 'jpeg75.pdf', bleeding, noisy(10)),
  condition('300-bleeding', 300, 'jpeg75.pdf', bleeding, noisy(10)),
  condition('300-shadow', 300, 'jpeg75.pdf', shadowed(90), noisy(10)),
  condition('300-faded', 300, 'jpeg75.pdf', faded, noisy(10)),
  condition('240-worn', 240, 'jpeg75.pdf', askew(0.5), blurred(0.07), noisy(24)),
  condition('240-bleeding', 240, 'jpeg75.pdf', bleeding, noisy(10)),
  condition('400-worn', 400, 'jpeg60.pdf', askew(-0.4), blurred(0.06), noisy(24)),
  condition('150-worn', 150, 'jpeg75.pdf', askew(0.7), blurred(0.07), noisy(24)),
  condition('200-seal-worn', 200, 'jpeg75.pdf', sealed, askew(0.9), blurred(0.07), noisy(24)),
  condition('250-office', 250, 'jpeg60.pdf', askew(-2.2), shadowed(60), blurred(0.06), noisy(16)),
  condition('300-photographed', 300, 'jpg', photographed, noisy(10)),
  condition('200-photographed', 200, 'jpg', photographed, noisy(10)),
  condition('300-fax', 300, 'g4.pdf', askew(0.3)),
  condition('200-fax', 200, 'g4.pdf'),
  condition('300-jbig2', 300, 'jbig2.pdf', askew(-0.3)),
  condition('300-jpeg2000', 300, 'jpx.pdf', noisy(10)),
  condition('200-searchable', 200, 'searchable.pdf', noisy(10)),
  condition('200-png', 200, 'png', noisy(6)),
  condition('200-jpeg', 200, 'turned.jpg', noisy(10)),
  condition('300-tiff', 300, 'g4.tif'),
  condition('200-tiff', 200, 'lzw.tif', noisy(4)),
  condition('200-webp', 200, 'webp', noisy(10)),
];

/** The condition of a name; throws where there is none. */
export function conditionNamed(name: string): Condition {
  const found = CONDITIONS.find((each) => each.name === name);
  if (!found) throw new Error(`There is no condition ${name}: see scripts/scan/conditions.ts.`);
  return found;
}

/** A page as it is scanned; `seed` makes the same damage again. */
export async function scanned(page: Picture, { damages }: Condition, seed: number): Promise<Picture> {
  const random = randomFrom(seed);
  let picture = page;
  for (const damage of damages) picture = await damage(picture, random);
  return picture;
}
