import type { Channel, PanelToWorker, WorkerToPanel } from '../../messaging/protocol.ts';
import type { FetchDocument } from './discovery.ts';
import type { Explanations } from './explaining.ts';
import type { PreferenceMemory } from './preferences.ts';
import type { RecordingParts } from './recording.ts';
import type { RegistrationMemory } from './registrations.ts';
import type { ShareParts } from './share.ts';
import type { SuccessMemory } from './successes.ts';

/** What a store is made of. */
export interface StoreParts {
  /** Undefined in the viewer: there is no recorder, only files. */
  readonly channel: Channel<WorkerToPanel, PanelToWorker> | undefined;
  /** Called for the live log and for each file, so that they never mix. */
  readonly recordingParts: () => RecordingParts;
  readonly shareParts: ShareParts;
  readonly explanations: Explanations;
  /** Undefined where no request may be made. */
  readonly fetchDocument: FetchDocument | undefined;
  readonly registrationMemory: RegistrationMemory;
  /** Undefined where nothing succeeds, only files are shown. */
  readonly successMemory: SuccessMemory | undefined;
  /** Absent where nothing outlives the page. */
  readonly preferenceMemory?: PreferenceMemory;
  /** Reads the example that we ship; absent where nothing can be read. */
  readonly readExample?: () => Promise<string>;
  /** Shows the Network panel with a filter; absent where the browser cannot. */
  readonly showInNetwork?: ((filter: string) => void) | undefined;
  /** The inspected tab; undefined where the views stand in a tab of their own. */
  readonly tab: number | undefined;
}
