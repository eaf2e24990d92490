import browser from 'webextension-polyfill';
import type { CaptureStatus } from '../messaging/protocol.ts';

const looks = {
  off: { text: '', title: 'Grantscope: not recording. Click to record always.' },
  devtools_open: {
    text: '●',
    title: 'Grantscope: recording while DevTools is open. Click to record always.',
  },
  always: {
    text: 'REC',
    title: 'Grantscope: recording always. Click to record only while DevTools is open.',
  },
} as const;

/** Shows the recording state on the toolbar button. */
export async function showOnButton(recording: CaptureStatus['recording']): Promise<void> {
  const { text, title } = looks[recording];
  await Promise.all([
    browser.action.setBadgeText({ text }),
    browser.action.setBadgeBackgroundColor({ color: '#c5221f' }),
    browser.action.setTitle({ title }),
  ]);
}

/** Hears clicks on the toolbar button. */
export function onButtonClicked(listener: () => void): void {
  browser.action.onClicked.addListener(() => listener());
}
