import { parseArgs } from 'node:util';
import { mayBeKept } from '../engine/trace/name-policy.ts';
import type { RedactionLevel } from '../engine/trace/receipt.ts';

/** The formats of `--format`. */
export const formats = [
  'text',
  'json',
  'trace',
  'har',
  'markdown',
  'mermaid',
  'html',
  'svg',
  'png',
  'curl',
] as const;
/** A format of `--format`. */
export type Format = (typeof formats)[number];

/** What the user asked for. */
export type Command =
  | { readonly kind: 'help' | 'version' }
  /** The arguments make no sense; `reason` is one sentence. */
  | { readonly kind: 'wrong'; readonly reason: string }
  | {
      readonly kind: 'analyze';
      readonly files: readonly string[];
      /** Files that each hold the discovery document of a server. */
      readonly discovery: readonly string[];
      readonly format: Format;
      readonly out: string | undefined;
      readonly level: RedactionLevel | 'revealed';
      /** With the level `custom`: names whose values stay. */
      readonly keepNames: readonly string[];
      readonly hideTraceIds: boolean;
    };

/** The text of `--help`. */
export const usage = `grantscope analyze FILE… [--format text|json|trace|har|markdown|mermaid|html|svg|png|curl]
  [--out FILE] [--discovery FILE]… [--keep-user-identifiers | --keep NAME… | --reveal] [--hide-trace-ids]

Says what went wrong in recorded OAuth 2.0 and OpenID Connect logins. FILE is a HAR, a Grantscope trace, or
text: HTTP messages or curl commands. Several files are one session. --discovery adds a server's discovery document.
Secrets are redacted: --keep-user-identifiers leaves user names and e-mail addresses, --keep the values of a parameter,
member, claim or header of this name (never of one that holds credentials), --reveal everything;
--hide-trace-ids removes the ids by which a server's log knows a request, too. A PNG is drawn by the Chromium, Chrome
or Edge of this machine (or GRANTSCOPE_CHROMIUM) and needs --out.
Exit status: 0 nothing failed; 1 a flow failed or has an error finding; 2 the input cannot be read.
`;

/** Reads the arguments after the program's name. */
export function parseCommand(argv: readonly string[]): Command {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'text' },
        out: { type: 'string' },
        discovery: { type: 'string', multiple: true, default: [] },
        'keep-user-identifiers': { type: 'boolean', default: false },
        keep: { type: 'string', multiple: true, default: [] },
        'hide-trace-ids': { type: 'boolean', default: false },
        reveal: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
        version: { type: 'boolean', default: false },
      },
    });
    if (values.help) return { kind: 'help' };
    if (values.version) return { kind: 'version' };
    const [command, ...files] = positionals;
    if (command !== 'analyze')
      return wrong(command === undefined ? 'No command was given' : `There is no command "${command}"`);
    if (files.length === 0) return wrong('No file was given');
    const format = formats.find((each) => each === values.format);
    if (format === undefined) return wrong(`There is no format "${values.format}"`);
    const { discovery, out, keep } = values;
    if (format === 'png' && out === undefined) return wrong('A PNG is no text: name its file with --out');
    const levels = [
      ...(values.reveal ? (['revealed'] as const) : []),
      ...(values['keep-user-identifiers'] ? (['keep_user_identifiers'] as const) : []),
      ...(keep.length > 0 ? (['custom'] as const) : []),
    ];
    if (levels.length > 1)
      return wrong('Only one of --keep-user-identifiers, --keep and --reveal can be given');
    const credential = keep.find((name) => !mayBeKept(name));
    if (credential !== undefined) return wrong(`"${credential}" holds credentials, which --keep never keeps`);
    const level = levels[0] ?? 'strict';
    return {
      kind: 'analyze',
      files,
      discovery,
      format,
      out,
      level,
      keepNames: keep,
      hideTraceIds: values['hide-trace-ids'],
    };
  } catch (error) {
    return wrong(error instanceof Error ? error.message : 'The arguments cannot be read');
  }
}

function wrong(reason: string): Command {
  return { kind: 'wrong', reason: `${reason.replace(/\.$/, '')}; see grantscope --help.` };
}
