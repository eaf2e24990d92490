import type { Judge } from '../../engine/diagnosis/read-flow.ts';
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
  /** Loaded beside the first view; absent where the analyzers judge from the start. */
  readonly judge?: Promise<Judge>;
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
  /** Address of the folder of our documents, with its last “/”; absent where they do not stand beside the panel. */
  readonly docs?: string;
  /** Shows the Network panel with a filter; absent where the browser cannot. */
  readonly showInNetwork?: ((filter: string) => void) | undefined;
  /** The inspected tab; undefined where the views stand in a tab of their own. */
  readonly tab: number | undefined;
}

/** What there is around the views. */
export interface Surroundings {
  /** Logins are recorded; without it, files are shown and nothing else. */
  readonly recorder: boolean;
  /** One tab is inspected. */
  readonly tab: boolean;
  /** A document may be fetched when the user asks for it. */
  readonly network: boolean;
  /** Address of the folder of our documents; undefined where there are none. */
  readonly docs: string | undefined;
}
