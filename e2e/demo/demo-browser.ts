import type { LoginCase } from '../support/cases.ts';

/** What the panel shows at a moment. */
export interface PanelWords {
  /** The list's flows. */
  readonly flows: readonly string[];
  /** The verdict's sentence; empty while there is none. */
  readonly sentence: string;
}

/** A browser with the extension and its panel in the real developer tools. */
export interface DemoBrowser {
  /** Its name and version. */
  readonly name: string;
  /** Logs in as somebody new, with the case's fault and in its way, and answers what the app said at the end. */
  logIn(app: string, login: Pick<LoginCase, 'fault' | 'way'>): Promise<string>;
  look(): Promise<PanelWords>;
  /** Saves a picture of the panel. */
  picture(file: string): Promise<void>;
  /** Saves what the panel's own button exports. */
  exportTrace(file: string): Promise<void>;
  /** Forgets every recorded login. */
  clear(): Promise<void>;
  close(): Promise<void>;
}
