import type { Reading } from '../http/reading.ts';
import type { Message, MessageKind } from './message.ts';

/** Tells one kind of message from all others; recognition.ts has it in words. */
export interface Recogniser<Found = Message | undefined> {
  readonly kind: MessageKind;
  /** `isNamed`: a metadata document says that this is the endpoint for such messages. */
  read(reading: Reading, isNamed?: boolean): Found;
}
