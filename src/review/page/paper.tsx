import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Field } from '../api.js';
import { useSaid, useWords } from './language.js';
import type { Page } from './use-pages.js';

const STEP = 1.25;
const [SMALLEST, LARGEST] = [0.5, 6];
/** Of a page that is still being drawn: A4. */
const A4 = { width: 595, height: 842 };

interface PaperProps {
  readonly pages: readonly Page[];
  readonly fields: readonly Field[];
  readonly active: string | null;
  readonly onChoose: (path: string) => void;
}

/** The form's pages with a box on every value; the active one in the middle. The boxes say nothing that the sheet does not say. */
export function Paper({ pages, fields, active, onChoose }: PaperProps) {
  const words = useWords();
  const said = useSaid();
  const [zoom, setZoom] = useState(1);
  const pane = useRef<HTMLDivElement>(null);
  const zoomBy = (factor: number) => {
    setZoom((now) => Math.min(LARGEST, Math.max(SMALLEST, now * factor)));
  };

  useLayoutEffect(() => {
    const box = pane.current?.querySelector('.box.active');
    if (!box || !pane.current) return;
    const [inner, outer] = [box.getBoundingClientRect(), pane.current.getBoundingClientRect()];
    pane.current.scrollBy({
      left: inner.left + inner.width / 2 - outer.left - outer.width / 2,
      top: inner.top + inner.height / 2 - outer.top - outer.height / 2,
    });
  }, [active, zoom, pages]);

  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (
        event.ctrlKey ||
        event.metaKey ||
        (event.target instanceof Element && event.target.matches('input, textarea'))
      )
        return;
      if (event.key === '+' || event.key === '=') zoomBy(STEP);
      else if (event.key === '-') zoomBy(1 / STEP);
    };
    addEventListener('keydown', key);
    return () => {
      removeEventListener('keydown', key);
    };
  }, []);
  useEffect(() => {
    const element = pane.current;
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      zoomBy(event.deltaY < 0 ? STEP : 1 / STEP);
    };
    element?.addEventListener('wheel', wheel, { passive: false });
    return () => {
      element?.removeEventListener('wheel', wheel);
    };
  }, []);

  return (
    <section class="paper" aria-label={words.printed}>
      <div class="zoom">
        <button
          type="button"
          aria-label={words.zoomOut}
          onClick={() => {
            zoomBy(1 / STEP);
          }}
        >
          −
        </button>
        <button
          type="button"
          aria-label={words.fit}
          onClick={() => {
            setZoom(1);
          }}
        >
          {Math.round(zoom * 100)} %
        </button>
        <button
          type="button"
          aria-label={words.zoomIn}
          onClick={() => {
            zoomBy(STEP);
          }}
        >
          +
        </button>
      </div>
      {/* A pane that scrolls can be reached with the keyboard. */}
      <div class="pane" ref={pane} tabIndex={0} role="group" aria-label={words.printed} onPointerDown={pan}>
        {pages.map(({ number, image, refusal }) => {
          const { width, height } = image ?? A4;
          return (
            <figure
              key={number}
              ref={(figure) => {
                sized(figure, zoom, width / height);
              }}
            >
              {image !== null ? (
                <>
                  <img src={image.address} alt={words.page(number)} draggable={false} />
                  <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
                    {fields.flatMap(({ path, state, places }) =>
                      places
                        .filter(({ page }) => page === number)
                        .map(({ box: [x0, y0, x1, y1] }, index) => (
                          <rect
                            key={`${path} ${index}`}
                            class={`box ${state} ${path === active ? 'active' : ''}`}
                            x={x0}
                            y={y0}
                            width={Math.max(1, x1 - x0)}
                            height={Math.max(1, y1 - y0)}
                            onClick={() => {
                              onChoose(path);
                            }}
                          />
                        )),
                    )}
                  </svg>
                </>
              ) : (
                <p class="drawing">{refusal === null ? words.drawing : `${words.noPage}: ${said(refusal)}`}</p>
              )}
              <figcaption>{words.page(number)}</figcaption>
            </figure>
          );
        })}
      </div>
    </section>
  );
}

/** Styles are set by script: the page's policy allows none in its markup. */
function sized(figure: HTMLElement | null, zoom: number, ratio: number): void {
  figure?.style.setProperty('--zoom', String(zoom));
  figure?.style.setProperty('--ratio', String(ratio));
}

/** Drags the page under the pointer. */
function pan(event: PointerEvent & { readonly currentTarget: HTMLElement }): void {
  if (event.pointerType !== 'mouse' || event.button !== 0) return;
  const pane = event.currentTarget;
  const [x, y, left, top] = [event.clientX, event.clientY, pane.scrollLeft, pane.scrollTop];
  const move = (moved: PointerEvent) => {
    pane.scrollTo(left + x - moved.clientX, top + y - moved.clientY);
  };
  addEventListener('pointermove', move);
  addEventListener(
    'pointerup',
    () => {
      removeEventListener('pointermove', move);
    },
    { once: true },
  );
}
