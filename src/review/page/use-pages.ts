import { useEffect, useState } from 'preact/hooks';
import type { FormView, PageImage, Refusal } from '../api.js';
import { refusalOf, server } from './server.js';

/** A page of the form: being drawn, drawn, or not to be shown. */
export interface Page {
  readonly number: number;
  readonly image: PageImage | null;
  readonly refusal: Refusal | null;
}

/** The form's pages, drawn one after the other, the first flagged one first. */
export function usePages(view: FormView | null): readonly Page[] {
  const [pages, setPages] = useState<readonly Page[]>([]);
  const id = view?.summary.id;
  useEffect(() => {
    if (view === null || view.summary.kind === 'text') return undefined;
    const gone = new AbortController();
    setPages(view.pages.map((number) => ({ number, image: null, refusal: null })));
    const flagged = view.fields
      .filter(({ path }) => view.flagged.includes(path))
      .flatMap(({ places }) => places.map(({ page }) => page));
    const order = [...new Set([...flagged, ...view.pages])].filter((number) => view.pages.includes(number));
    void (async () => {
      for (const number of order) {
        const drawn = await server.page(view.summary.id, number).then(
          (image): Page => ({ number, image, refusal: null }),
          (error: unknown): Page => ({ number, image: null, refusal: refusalOf(error) }),
        );
        if (gone.signal.aborted) return;
        setPages((before) => before.map((page) => (page.number === number ? drawn : page)));
      }
    })();
    return () => {
      gone.abort();
    };
    // A form is drawn once: decisions change no page.
  }, [id]);
  return pages;
}
