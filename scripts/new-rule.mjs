import { existsSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '..');

/** The file of a new rule and its test, by file name; the rule passes on everything until it is written. */
export function newRule(id) {
  const name = id.replaceAll(/-(.)/gu, (_, letter) => letter.toUpperCase());
  const rule = `import { rfc } from '../../oauth/source.ts';
import { at, defineRule, fail, notApplicable, pass } from '../rule.ts';

export const ${name} = defineRule({
  id: '${id}',
  title: 'The fault, in the present tense',
  severity: 'error',
  why: 'Why it matters, in one sentence.',
  fix: 'What to change, and where.',
  sources: [rfc(6749, '4.1.3')],
  needs: ['authorizationRequest', 'tokenRequest'],
  check({ authorizationRequest, tokenRequest }) {
    const asked = authorizationRequest.params.get('client_id');
    if (asked === undefined) return notApplicable;
    if (asked === tokenRequest.params.get('client_id')) return pass;
    return fail([at(authorizationRequest, 'client_id'), at(tokenRequest, 'client_id')]);
  },
});
`;
  const test = `import { checkRule } from '../../../testing/check-rule.ts';
import { isRun } from './is-run.mjs';

const ask =
  'GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s -> 302 https://app.test/cb?code=k&state=s';
const redeem = (more: string): string =>
  \`POST https://op.test/token grant_type=authorization_code&code=k&redirect_uri=https://app.test/cb\${more}\`;

checkRule('${id}', {
  fails: {
    'what is wrong, in words': {
      trace: \`\${ask}\\n\${redeem('&client_id=d')} -> 400 {"error":"invalid_grant"}\`,
      severity: 'error',
      cause: 'code_other_client',
    },
  },
  silent: {
    'what is right': \`\${ask}\\n\${redeem('&client_id=c')} -> 200 {"access_token":"t","token_type":"Bearer"}\`,
  },
});
`;
  return { [`${id}.ts`]: rule, [`${id}.test.ts`]: test };
}

function main([id = '']) {
  const folder = join(root, 'src/engine/diagnosis/rules');
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/u.test(id)) {
    return 'Usage: npm run new:rule -- my-rule-id (words in lower case, joined by hyphens)';
  }
  if (existsSync(join(folder, `${id}.ts`))) return `There is a rule "${id}" already.`;
  for (const [name, text] of Object.entries(newRule(id))) {
    const file = join(folder, name);
    writeFileSync(file, text);
    console.log(relative(root, file));
  }
  console.log(
    'Fill both in, add the rule to src/engine/diagnosis/rules/index.ts (or index-a-to-l.ts), then: npm run docs, npm test',
  );
  return undefined;
}

if (isRun(import.meta.url)) {
  const reason = main(process.argv.slice(2));
  if (reason !== undefined) {
    console.error(reason);
    process.exitCode = 1;
  }
}
