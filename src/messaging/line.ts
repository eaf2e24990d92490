/** One connection between two contexts, as the browser's ports are; it ends when either side does. */
export interface Line {
  /** False when the other side is gone, and the message with it. */
  post(message: unknown): boolean;
  onMessage(listener: (message: unknown) => void): void;
  /** Called once, when the other side ended; never for our own `close`. */
  onClose(listener: () => void): void;
  close(): void;
}
