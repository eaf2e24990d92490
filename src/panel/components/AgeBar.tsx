import type { JSX } from 'preact';
import { durationWords } from '../../engine/http/duration-words.ts';

interface Props {
  readonly age: number;
  readonly lifetime: number | undefined;
  readonly source: string | undefined;
}

/** The age of a code at its use against the time it lives, to scale. */
export function AgeBar({ age, lifetime, source }: Props): JSX.Element {
  if (lifetime === undefined) {
    return (
      <p>
        The code was {durationWords(age)} old when it was redeemed; the lifetime set at this server is not
        known.
      </p>
    );
  }
  const whole = Math.max(age, lifetime, 1);
  const percent = (part: number): string => `${(part / whole) * 100}%`;
  const isOver = age > lifetime;
  return (
    <figure class={isOver ? 'age over' : 'age'}>
      <div class="age-bar" aria-hidden="true">
        <i class="age-life" style={{ width: percent(lifetime) }} />
        <i class="age-used" style={{ width: percent(Math.min(age, lifetime)) }} />
        {isOver && <i class="age-over" style={{ left: percent(lifetime), width: percent(age - lifetime) }} />}
      </div>
      <figcaption>
        Redeemed after <b>{durationWords(age)}</b>; the code lives <b>{durationWords(lifetime)}</b>
        {isOver && <>: {durationWords(age - lifetime)} too late</>}.
        {source !== undefined && <span class="soft"> Lifetime: {source}.</span>}
      </figcaption>
    </figure>
  );
}
