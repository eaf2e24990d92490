import type { Store } from '../store/create-store.ts';

/** A key that does something wherever the focus is, except while typing. */
export interface Shortcut {
  readonly key: string;
  /** How it is written in the help. */
  readonly shown: string;
  readonly words: string;
}

/** The keys there are; arrow keys belong to the part that has the focus. */
export const shortcuts: readonly Shortcut[] = [
  { key: '?', shown: '?', words: 'this help' },
  { key: '/', shown: '/', words: 'go to the filter' },
  { key: 'p', shown: 'p', words: 'problems only, or everything' },
  { key: 't', shown: 't', words: 'this tab, or all tabs' },
  { key: 'm', shown: 'm', words: 'mask again what was shown in full' },
  { key: 'j', shown: 'j', words: 'next login' },
  { key: 'k', shown: 'k', words: 'login before' },
  { key: 'Escape', shown: 'Esc', words: 'stop reading a large file' },
  { key: '', shown: '↑ ↓', words: 'in the list of logins or in the sequence: one up or down' },
  { key: '', shown: '← →', words: 'in the tabs: one to the side' },
];

/** Does what a key stands for; answers whether it stands for something. */
export function press(key: string, store: Store): boolean {
  switch (key) {
    case '?':
      store.dialog.value = 'help';
      return true;
    case '/':
      document.querySelector<HTMLInputElement>('.toolbar input[type=search]')?.focus();
      return true;
    case 'p':
      store.problemsOnly.value = !store.problemsOnly.value;
      return true;
    case 't':
      store.thisTab.value = !store.thisTab.value;
      return true;
    case 'm':
      store.recording.value.maskAll();
      return true;
    case 'j':
      store.selectBeside(1);
      return true;
    case 'k':
      store.selectBeside(-1);
      return true;
    case 'Escape':
      if (store.files.current.value === undefined) return false;
      store.files.cancel();
      return true;
    default:
      return false;
  }
}
