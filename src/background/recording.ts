import type { Line } from '../messaging/line.ts';
import type { CaptureStatus, Settings } from '../messaging/protocol.ts';

/** Whether to record: while a DevTools window is open, or always if the user says so. */
export interface Recording {
  state(): CaptureStatus['recording'];
  settings(): Settings;
  isDevtoolsOpen(): boolean;
  /** A DevTools window is open as long as its line is. */
  devtoolsConnected(line: Pick<Line, 'onClose'>): void;
  change(settings: Partial<Settings>): void;
  toggleAlways(): void;
}

/** What a recording state is made with. */
export interface RecordingParts {
  readonly settings: Settings;
  /** True when DevTools was open before the worker was killed: then it is, until its windows had time to say so again. */
  readonly devtoolsWasOpen: boolean;
  /** Called when that time is over. */
  readonly afterReconnect: (work: () => void) => void;
  readonly onChange: () => void;
  readonly onSettings: (settings: Settings) => void;
}

/** Makes the state; `onChange` is called after each change. */
export function createRecording(parts: RecordingParts): Recording {
  let { settings } = parts;
  let windows = 0;
  let expected = parts.devtoolsWasOpen;

  if (expected) {
    parts.afterReconnect(() => {
      if (!expected) return;
      expected = false;
      parts.onChange();
    });
  }

  function change(changes: Partial<Settings>): void {
    settings = { ...settings, ...changes };
    parts.onSettings(settings);
    parts.onChange();
  }

  const isDevtoolsOpen = (): boolean => windows > 0 || expected;

  return {
    state: () => (settings.recordAlways ? 'always' : isDevtoolsOpen() ? 'devtools_open' : 'off'),
    settings: () => settings,
    isDevtoolsOpen,
    devtoolsConnected: (line) => {
      windows += 1;
      expected = false;
      line.onClose(() => {
        windows -= 1;
        parts.onChange();
      });
      parts.onChange();
    },
    change,
    toggleAlways: () => change({ recordAlways: !settings.recordAlways }),
  };
}
