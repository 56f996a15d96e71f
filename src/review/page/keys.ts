import { useEffect, useRef } from 'preact/hooks';

interface KeysOptions {
  /** While something is written, keys are letters. */
  readonly isOff: boolean;
  /** True where the key meant something. */
  readonly onKey: (key: string) => boolean;
}

const WRITES = 'input, textarea, select';
const PRESSES = 'button:not([data-path]), a';

/** Listens for the keys of the review. A key that belongs to what is focused stays with it. */
export function useKeys(options: KeysOptions): void {
  const latest = useRef(options);
  latest.current = options;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const { isOff, onKey } = latest.current;
      if (isOff || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      const target = event.target instanceof Element ? event.target : null;
      if (target?.matches(WRITES) === true) return;
      if (event.key === 'Enter' && target?.matches(PRESSES) === true) return;
      if (onKey(event.key)) event.preventDefault();
    };
    addEventListener('keydown', listen);
    return () => {
      removeEventListener('keydown', listen);
    };
  }, []);
}
