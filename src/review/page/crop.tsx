import type { Field } from '../api.js';
import { useWords } from './language.js';
import type { Page } from './use-pages.js';

/** The page is shown so much larger than it is, in pixels for each point. */
const SCALE = 3;
/** Points around a value that are shown with it. */
const AROUND = 6;
/** Pixels. A larger value is shown smaller. */
const [WIDEST, HIGHEST] = [620, 132];
/** Pixels that a narrow window needs beside the crop. */
const MARGIN = 48;

/** The part of the page where a value stands, three times as large as it is; each part of one that a page break cut. */
export function Crop({ field: { places, path }, pages }: { readonly field: Field; readonly pages: readonly Page[] }) {
  const words = useWords();
  const crops = places.flatMap(({ page, box }) => {
    const image = pages.find(({ number }) => number === page)?.image;
    return image ? [{ page, box, image }] : [];
  });
  if (crops.length === 0) return null;
  return (
    <div class="crops">
      {crops.map(({ page, box: [x0, y0, x1, y1], image }, index) => {
        const [width, height] = [x1 - x0 + 2 * AROUND, y1 - y0 + 2 * AROUND];
        const scale = Math.min(SCALE, Math.min(WIDEST, innerWidth - MARGIN) / width, HIGHEST / height);
        return (
          <div
            key={`${path} ${index}`}
            class="crop"
            ref={(element) => {
              if (element === null) return;
              element.style.width = `${width * scale}px`;
              element.style.height = `${height * scale}px`;
            }}
          >
            <img
              src={image.address}
              alt={`${words.page(page)}, ${words.printed}`}
              ref={(element) => {
                if (element === null) return;
                element.style.width = `${image.width * scale}px`;
                element.style.left = `${-(x0 - AROUND) * scale}px`;
                element.style.top = `${-(y0 - AROUND) * scale}px`;
              }}
            />
          </div>
        );
      })}
    </div>
  );
}
