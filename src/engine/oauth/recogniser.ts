import type { Reading } from '../http/reading.ts';
import type { Message, MessageKind } from './message.ts';
import type { Source } from './source.ts';

/** How one kind of message is told from all others; `docs/messages.md` is made from these. */
export interface Recogniser<Found = Message | undefined> {
  readonly kind: MessageKind;
  /** What an exchange must look like, for people. */
  readonly recognised: string;
  /** Where it is defined. */
  readonly sources: readonly Source[];
  read(reading: Reading): Found;
}
