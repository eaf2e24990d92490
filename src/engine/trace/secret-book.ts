import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { isPlaceholder, placeholder } from './placeholder.ts';

/** Gives every distinct secret of one export its placeholder. */
export interface SecretBook {
  /**
   * The placeholder of a value. `identity` is what its tag is computed from when that is not the value itself: equal
   * identities show equal tags. White space around the value stays, because a stray blank can be the fault.
   */
  hide(value: string, category: string, identity?: string): string;
  /** The placeholder given to exactly this value, if any. */
  known(value: string): string | undefined;
}

const shortest = 4;
const longest = 16;

/**
 * Tags are HMAC-SHA256 under the export's own key, so that they say nothing about a value to who lacks the key. Each
 * ends with the mark of its export: tags of two exports cannot be compared, and may meet in a file that is exported again.
 */
export function createSecretBook(key: Uint8Array): SecretBook {
  const holderOfTag = new Map<string, string>();
  const tagOfIdentity = new Map<string, string>();
  const hidden = new Map<string, string>();
  const mark = bytesToHex(hmac(sha256, key, utf8ToBytes('the mark of this export'))).slice(0, 4);

  function tagFor(identity: string): string {
    const known = tagOfIdentity.get(identity);
    if (known !== undefined) return known;
    const digest = bytesToHex(hmac(sha256, key, utf8ToBytes(identity)));
    let length = shortest;
    while (length < longest && holderOfTag.has(digest.slice(0, length))) length += 1;
    const short = digest.slice(0, length);
    holderOfTag.set(short, identity);
    const tag = `${short}-${mark}`;
    tagOfIdentity.set(identity, tag);
    return tag;
  }

  return {
    hide(value, category, identity) {
      const core = value.trim();
      if (core === '' || isPlaceholder(core)) return value;
      const start = value.indexOf(core);
      const label = identity === undefined ? (hidden.get(core) ?? '') : '';
      const shown = label === '' ? placeholder(category, tagFor(identity ?? core), core.length) : label;
      if (identity === undefined || !hidden.has(core)) hidden.set(core, shown);
      return value.slice(0, start) + shown + value.slice(start + core.length);
    },
    known: (value) => hidden.get(value),
  };
}
