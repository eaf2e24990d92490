const colonlessOffset = /([+-]\d{2})(\d{2})$/;
const hasZone = /(?:Z|[+-]\d{2}:?\d{2})$/i;

/** What `Date.parse` leaves out of a fraction of a second. */
const finerDigits = /\.\d{3}(\d{1,9})/;

/**
 * `startedDateTime` in Unix milliseconds, or undefined when it is no date. Old Charles versions write an offset
 * without a colon; some scripts write no zone, which is read as UTC so that the result does not depend on the machine.
 */
export function parseHarTime(text: string): number | undefined {
  const time = toTheMillisecond(text);
  const finer = text.length > 24 ? finerDigits.exec(text)?.[1] : undefined;
  return time === undefined || finer === undefined ? time : time + Number(`0.${finer}`);
}

function toTheMillisecond(text: string): number | undefined {
  const fast = text.endsWith('Z') ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(fast)) return fast;
  const zoned = hasZone.test(text) ? text.replace(colonlessOffset, '$1:$2') : `${text}Z`;
  const time = Date.parse(zoned);
  return Number.isNaN(time) ? undefined : time;
}
