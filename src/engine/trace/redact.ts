import { alterationNote } from '../diagnosis/alteration.ts';
import type { Exchange } from '../http/exchange.ts';
import { createKnownSecrets } from './known-secrets.ts';
import { isPersonal, isProtocolName, mayBeKept } from './name-policy.ts';
import { looksOpaque } from './opaque.ts';
import { isPlaceholder } from './placeholder.ts';
import { receiptOf, type Receipt, type RedactionLevel } from './receipt.ts';
import { redactExchange, type RedactedExchange } from './redact-exchange.ts';
import { redactJson } from './redact-json.ts';
import { redactParameters } from './redact-parameters.ts';
import { redactText } from './redact-text.ts';
import { redactUrl } from './redact-url.ts';
import { redactValue } from './redact-value.ts';
import type { Redaction } from './redaction.ts';
import { createSecretBook } from './secret-book.ts';

/** Options of a redactor. */
export interface RedactorOptions {
  /** Random bytes of one export; equal secrets get equal placeholders under one key only. */
  readonly key: Uint8Array;
  /** `strict` hides who the user is as well; it is what is meant when nothing is given. */
  readonly level?: RedactionLevel;
  /** At the level `custom`: names of parameters, members, claims and headers whose values stay. Credentials never do. */
  readonly keepNames?: readonly string[];
  /** Also hides the ids by which a server's log knows a request, which support asks for. */
  readonly hideTraceIds?: boolean;
}

/** Takes secrets out of what leaves the program. Learn every exchange first, then redact. */
export interface Redactor {
  /** Notes the secrets of an exchange, so that they are found in others. */
  learn(exchange: Exchange): void;
  /** The exchange without secrets; redacting the result again changes nothing. */
  redact(exchange: Exchange): RedactedExchange;
  /** Free text without secrets. */
  text(text: string): string;
  /** What was removed from these exchanges, which `redact` returned. */
  receipt(redacted: readonly Exchange[]): Receipt;
}

/** Makes a redactor for one export. It is synchronous, does not fail on any input, and keeps equality of values. */
export function createRedactor(options: RedactorOptions): Redactor {
  const { level = 'strict', hideTraceIds: hidesTraceIds = false } = options;
  const keepNames = level === 'custom' ? (options.keepNames ?? []).filter(mayBeKept) : [];
  const keepsName = new Set(keepNames.map((name) => name.toLowerCase()));
  const book = createSecretBook(options.key);
  const secrets = createKnownSecrets();
  const kept = new Set<string>();
  const learned = new WeakSet<Exchange>();
  const clientSecrets = new Set<string>();
  const issuedTokens = new Set<string>();
  let learning = false;

  const redaction: Redaction = {
    hide(value, category, listed, identity) {
      const core = value.trim();
      if (core === '' || isPlaceholder(core)) return value;
      if (level === 'keep_user_identifiers' && (isPersonal(category) || category === 'email')) return value;
      const shown = book.hide(value, category, identity);
      if (worthFinding(core, listed)) secrets.add(core, shown.trim());
      if (category === 'client_secret') clientSecrets.add(core);
      // A sentence may name somebody by the first part of the address alone.
      const [local = ''] = core.split(/[@＠]|\s?[([]at[)\]]/);
      if (local !== core && local.length > 5 && (/[\W\d_]/.test(local) || local.length > 13))
        secrets.add(local, shown.trim(), true);
      return shown;
    },
    pieceOf(secret) {
      for (const other of clientSecrets) {
        if (other === secret) continue;
        if (other.startsWith(secret) || other.endsWith(secret)) return 'cut off';
        if (secret.includes(other)) return 'padded';
      }
      return undefined;
    },
    issued: (token) => void issuedTokens.add(token),
    alterationOf(token) {
      if (issuedTokens.has(token.trim())) return undefined;
      for (const issued of issuedTokens) {
        const note = alterationNote(issued, token);
        if (note !== undefined) return note;
      }
      return undefined;
    },
    isLearning: () => learning,
    remember(value, category, listed) {
      const core = value.trim();
      if (core !== '' && !isPlaceholder(core) && worthFinding(core, listed))
        secrets.add(core, book.hide(core, category));
    },
    keep(value, category) {
      if (value.length > 4096) return redaction.hide(value, category, false);
      if (value.includes('@')) return redaction.text(value);
      kept.add(value);
      secrets.except(value);
      return redaction.known(value);
    },
    hidesTraceIds,
    keepsName: (name) => keepsName.has(name.toLowerCase()),
    isKept: (value) => kept.has(value),
    known: (text) => (learning ? text : secrets.replace(text)),
    value: (named) => redactValue(named, redaction),
    url: (url, depth) => redactUrl(url, redaction, depth),
    text: (text) => redactText(text, redaction),
    json: (text, unknownCategory, depth) => redactJson(text, unknownCategory, redaction, depth),
    parameters: (text, unknownCategory, depth) => redactParameters(text, unknownCategory, redaction, depth),
  };

  function learn(exchange: Exchange): void {
    if (learned.has(exchange)) return;
    learned.add(exchange);
    learning = true;
    redactExchange(exchange, redaction);
    learning = false;
  }

  return {
    learn,
    redact(exchange) {
      learn(exchange);
      return redactExchange(exchange, redaction);
    },
    text: (text) => redaction.text(text),
    receipt: (redacted) => receiptOf(redacted, { level, keptNames: keepNames, hidesTraceIds }),
  };
}

/** A value that is hidden only for want of a rule is looked for elsewhere when it cannot be an everyday word. */
function worthFinding(value: string, listed: boolean): boolean {
  if (isProtocolName(value) || value.length > 65_536) return false;
  if (listed) return value.length >= 3;
  return (
    value.length >= 8 && value.length <= 4096 && !/^[a-z][a-z0-9+.-]*:\/\//i.test(value) && looksOpaque(value)
  );
}
