import { checkRule } from '../../../testing/check-rule.ts';

const answer = (target: string): string =>
  `GET https://op.test/authorize?response_type=code+id_token&client_id=c&redirect_uri=https://app.test/cb&state=s&nonce=n -> 302 https://app.test/cb${target}`;

checkRule('tokens-in-front-channel', {
  fails: {
    'in the query': { trace: answer('?code=k&id_token=a.b.c&state=s'), severity: 'error', cause: undefined },
    'an ID token in the fragment': {
      trace: answer('#code=k&id_token=a.b.c&state=s'),
      severity: 'info',
      cause: undefined,
    },
  },
  silent: {
    'a signed answer holds the code': answer('?response=a.b.c'),
    'a code': answer('?code=k&state=s'),
    'by a form': `POST https://app.test/cb code=k&id_token=a.b.c&state=s -> 302 https://app.test/ kind=navigation`,
    'id_token_hint is a request':
      'GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s&id_token_hint=a.b.c -> 302 https://app.test/cb?code=k&state=s',
  },
});
