import { isPlaceholder } from './placeholder.ts';
import type { Redaction } from './redaction.ts';

type Step = (text: string, redaction: Redaction) => string;

const personQuoted =
  /\b(user(?:name)?|password|account|login|email|e-mail|principal|subject|identity|benutzer(?:name|konto)?|konto|passwort|kennwort|utilisateur|compte|usuario|cuenta|utente|gebruiker)\b((?:(?!\b(?:tenant|issuer|server|host|client|app)\b)[^'"‘“„«`\n]){0,24})(?:(['"‘“]{1,2})([^'"’”\n]{1,200})(?=['"’”])|([„«]|(?<=\s)`)([^“”»`\n]{1,200})(?=[“”»`]))/giu;
/** `password=…`, `pin: …`, `<password>…`. */
const labelled =
  /(?<![a-z])((?:pass(?:wor[dt]|wd|code|phrase)?|kennwort|pwd|otp|pin)["']?\s{0,3}[:=>]\s{0,3}["']?)([^\s"'`<>‹›,;&]{1,200})/gi;
/** What a sentence about a password may go on with. */
const saidOfPasswords =
  /^(?:no|in|un|wrong|missing|too|empty|blank|weak|correct|set|null|bad|valid|ok|case|another|old|new|long|short|stale|different|hidden|given|sent|falsch)|ed$/i;
/** `Your password is …`, at the end of what is said. */
const toldPassword =
  /\b((?:pass(?:wor[dt]|phrase|code)|kennwort|pin)\s{1,3}(?:is|was|ist|war)\s{0,2}:?\s{1,3}["']?)([^\s"'<>‹›]{1,200}?)(?=[.,;!)"']*(?:$|\n|\s(?=[A-Z])))/gi;
/** `client_secret=…`, `Authorization: Bearer …`. */
const labelledCredential =
  /(?<![a-z])((?:(?:client[ _-]?)?secret|(?:access|refresh)[ _-]?token|token|api[ _-]?key)["']?=["']?(?=[\w%])|authorization["']?\s{0,3}[:=]\s{0,3}["']?(?:basic|bearer|dpop)\s{1,3}(?!auth|credential)(?=\w{10}|\w*[\d=]))([^\s"'`<>‹›,;&]{1,200})/gi;
const oneTimeCode =
  /\b((?:otp|pin|passcode|(?:verification|security|one-time|sms|confirmation|access|authentication|device|login)\s(?:pass)?code)(?:\s{1,3}(?:is|was|of)|\s{0,3}[:=#])?\s{0,3}["'(]?)(\d{4,10})\b/gi;
const accountWord = 'user(?:[ _-]?name|[ _-]?id)?|login|account|principal|benutzer(?:name)?';
/** `user=jane`, `uid=jane,ou=people`, `CN=Jane Roe,OU=…`. */
const accountEqual = new RegExp(
  `(?<![a-z_])((?:${accountWord}|uid|upn|loginfmt|samaccountname)["']?=["']?)([^\\s"'<>‹›,;&()]{1,200})|(?<![a-z_])(cn\\s?=\\s?)([^,;"'<>‹›\\n]{1,100})`,
  'gi',
);
/** A name of a login that is no word: `jdoe42`, `jane.roe`, `CONTOSO\jdoe`; after `username:` any. */
const accountNamed = new RegExp(
  `\\b((?:${accountWord})(?:\\s{1,3}|\\s?:\\s?))([a-z][\\w.-]{0,60}\\d{2}[\\w.-]{0,60}|[\\w.-]{1,60}\\\\[\\w.-]{1,60}|[a-z][\\w-]{0,30}(?:\\.[\\w-]{1,30}){1,3})(?<![.-])|(\\busername\\s?:\\s?)(?!(?:not|is|re|mi|in|un|the|a)\\b|required|missing|invalid|unknown)([a-z][\\w.-]{1,60})(?<![.-])`,
  'gi',
);
const host = /\.(?:com|net|org|io|dev|app|test|example|local(?:host)?)$/i;
/** A Windows account; what looks like an escape of a line's end is none. */
const domainAccount = /(?<![\w\\/:.])([A-Z][A-Z0-9-]{1,14}\\)(?![rnt](?![a-z])|u[0-9a-f]{4})([\w.-]{1,64})/g;
/** Whose folder a file is in. */
const homeFolder =
  /(?<![\w/.])((?:[A-Z]:)?[\\/]{1,2}(?:home|Users)[\\/]{1,2})([^\\/\s"'<>‹›:]{1,64})(?=[\\/])/g;
/** What a database says of a value that stands there twice: `Key (email)=(…)`. */
const keyInDatabase = /(\((?:e-?mail|user_?name|login|name|phone|upn|sub)\)=\()([^()\n‹›]{1,200})(?=\))/gi;
/** Telephone numbers, and numbers of cards and persons in their groups. */
const groupedNumber =
  /(?<![\w.-])(?:\+\d[\d ()./-]{6,22}\d|\(\d{2,5}\)[ -]?\d[\d -]{4,14}\d|\d{3,4}(?:[ -]\d{2,4}){2,6}|[A-Z]{2}\d{2}(?: [A-Z0-9]{4}){3,7}(?: [A-Z0-9]{1,3})?)(?![\w-])/g;

const hideQuoted: Step = (text, redaction) =>
  text.replaceAll(
    personQuoted,
    (match, who: string, between: string, open = '', name = '', foreign = '', other = '') => {
      const quoted = `${name}${other}`;
      if (redaction.isKept(quoted) || isPlaceholder(quoted)) return match;
      // Between backticks stand mostly names of parameters.
      if (foreign === '`' && between.trim() !== '') return match;
      const category = /^(?:pas|ken)/i.test(who) ? 'password' : 'username';
      return `${who}${between}${open}${foreign}${redaction.hide(quoted, category, true)}`;
    },
  );

/** What is hidden is looked for elsewhere unless it may be a word of the sentence. */
function hideWord(value: string, category: string, redaction: Redaction): string {
  return redaction.hide(value, category, /[^a-z]/i.test(value) || value.length > 13);
}

const hideAfter =
  (pattern: RegExp, category: string): Step =>
  (text, redaction) =>
    text.replaceAll(
      pattern,
      (_, label: string, value: string) => label + hideWord(value, category, redaction),
    );

const hideToldPassword: Step = (text, redaction) =>
  text.replaceAll(toldPassword, (match, label: string, value: string) =>
    saidOfPasswords.test(value) ? match : label + hideWord(value, 'password', redaction),
  );

const hideAccounts: Step = (text, redaction) =>
  text
    .replaceAll(accountEqual, (match, label = '', name = '', common = '', whole = '') =>
      hideAccount(match, `${label}${common}`, `${name}${whole}`, redaction),
    )
    .replaceAll(accountNamed, (match, label = '', name = '', strict = '', any = '') =>
      hideAccount(match, `${label}${strict}`, `${name}${any}`, redaction),
    );

function hideAccount(match: string, label: string, name: string, redaction: Redaction): string {
  if (redaction.isKept(name) || /^[A-Z]+\d+$/.test(name) || host.test(name)) return match;
  const at = name.indexOf('\\') + 1;
  return label + name.slice(0, at) + hideWord(name.slice(at), 'username', redaction);
}

const hideNumbers: Step = (text, redaction) =>
  text.replaceAll(groupedNumber, (match) =>
    /^\d{4}-\d\d-\d\d/.test(match) ? match : redaction.hide(match, 'number', true),
  );

/** What a sentence tells of a person, found by the words around it: names of logins, passwords, codes, numbers. */
export const tellingSteps: readonly Step[] = [
  hideAfter(labelled, 'password'),
  hideAfter(labelledCredential, 'authorization'),
  hideToldPassword,
  hideAfter(oneTimeCode, 'otp'),
  hideAfter(keyInDatabase, 'username'),
  hideAccounts,
  hideAfter(domainAccount, 'username'),
  hideAfter(homeFolder, 'username'),
  hideQuoted,
  hideNumbers,
];
