import { useErrorBoundary } from 'preact/hooks';
import type { ComponentChildren, JSX } from 'preact';
import { CopyButton } from '../components/CopyButton.tsx';
import { reportOf } from './fault-report.ts';

interface Props {
  /** What is inside, for people. */
  readonly what: string;
  readonly children: ComponentChildren;
}

/** Keeps a fault of ours inside its part of the panel. Its words may hold captured values, so only its kind and place are told. */
export function Guarded({ what, children }: Props): JSX.Element {
  const boundary = useErrorBoundary();
  const error: unknown = boundary[0];
  if (error === undefined) return <>{children}</>;
  const kind = error instanceof Error ? error.name : 'An unknown error';
  return (
    <div class="empty" role="alert">
      <h1>This part of the panel stopped working.</h1>
      <p>
        {kind} while drawing the {what}. The recording is not affected, and the rest of the panel goes on.
      </p>
      <p>
        <CopyButton
          className="boxed"
          title="Copies the kind of the fault and where in our code it happened, and nothing that was recorded"
          text={() => reportOf(error, what)}
        >
          Copy report
        </CopyButton>{' '}
        <button class="boxed" onClick={() => globalThis.location.reload()}>
          Reload the panel
        </button>
      </p>
    </div>
  );
}
