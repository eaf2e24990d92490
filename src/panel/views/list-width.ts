import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';

/** How wide the list is beside the detail until the user moves the divider: a login's line fits where there is room for it. */
export function usualListWidth(windowWidth: number): number {
  return Math.round(Math.min(340, Math.max(262, windowWidth * 0.24)));
}

/** The width of the window, as it is resized. */
export function useWindowWidth(): number {
  const width = useSignal(globalThis.innerWidth);
  useEffect(() => {
    const measure = (): void => void (width.value = globalThis.innerWidth);
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, []);
  return width.value;
}
