/** Makes secrets and remembers where each was put. */
export interface Planter {
  /** A new secret of a kind; `where` is what a failing test calls it. */
  plant(kind: Kind, where: string): string;
  /** Every planted value with its place. */
  readonly planted: ReadonlyMap<string, string>;
  /** Every planted value with its kind. */
  readonly kinds: ReadonlyMap<string, Kind>;
}

/** Shapes that secrets and personal values have in real traffic. */
export type Kind =
  | 'opaque'
  | 'hex'
  | 'base64'
  | 'guid'
  | 'short'
  | 'digits'
  | 'email'
  | 'person'
  | 'word'
  | 'letters'
  | 'dotted'
  | 'card'
  | 'ipv6'
  | 'mobile'
  | 'password'
  | 'phone'
  | 'ip';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const syllables = 'ba de fi go ku la me ni po ru sa te vi wo xu ya ze'.split(' ');

/** The same values in every run. */
export function createPlanter(): Planter {
  const planted = new Map<string, string>();
  const kinds = new Map<string, Kind>();
  let state = 0x2545f491;

  function next(below: number): number {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  }

  function characters(alphabet: string, length: number): string {
    return Array.from({ length }, () => alphabet.charAt(next(alphabet.length))).join('');
  }

  function word(): string {
    return Array.from({ length: 4 }, () => syllables[next(syllables.length)]).join('');
  }

  function make(kind: Kind): string {
    const hex = (length: number): string => characters('0123456789abcdef', length);
    const name = (): string => word().replace(/^./, (first) => first.toUpperCase());
    switch (kind) {
      case 'opaque':
        return characters(`${letters}0123456789-_`, 42) + characters(letters, 1);
      case 'hex':
        return hex(32);
      case 'base64':
        return `${characters(`${letters}0123456789+/`, 30)}+/${characters(letters, 10)}==`;
      case 'guid':
        return `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;
      case 'short':
        return `${characters('BCDFGHJKLMNPQRSTVWXZ', 4)}-${characters('BCDFGHJKLMNPQRSTVWXZ', 4)}`;
      case 'digits':
        return `4${characters('0123456789', 8)}`;
      case 'email':
        return `${word()}.${word()}@${word()}.example`;
      case 'person':
        return `Zoë ${name()}-Ångström`;
      case 'letters':
        return word() + word();
      case 'dotted':
        return `${word()}.${word()}`;
      case 'mobile':
        return `+49 170 ${characters('0123456789', 3)} ${characters('0123456789', 4)}`;
      case 'ipv6':
        return `fe80::${hex(4)}`;
      case 'card':
        return Array.from({ length: 4 }, () => `4${characters('0123456789', 3)}`).join(' ');
      case 'word':
        return `${word()}${10 + next(90)}`;
      case 'password':
        return `p4$ ${word()}&=%"<é>+/`;
      case 'phone':
        return `+49170${characters('0123456789', 8)}`;
      case 'ip':
        return `203.0.${100 + (planted.size >> 6)}.${100 + (planted.size & 63)}`;
    }
  }

  return {
    planted,
    kinds,
    plant(kind, where) {
      let value = make(kind);
      while (planted.has(value)) value = make(kind);
      planted.set(value, where);
      kinds.set(value, kind);
      return value;
    },
  };
}
