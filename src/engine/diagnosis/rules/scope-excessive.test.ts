import { checkRule } from '../../../testing/check-rule.ts';

const ask = (scope: string): string =>
  `GET https://op.test/authorize?response_type=code&client_id=c&redirect_uri=https://app.test/cb&state=s&scope=${scope} -> 302 https://app.test/cb?code=k&state=s`;

checkRule('scope-excessive', {
  fails: {
    'fifteen scopes': {
      trace: ask(
        'openid+read+write+a.read+b.read+c.read+d.read+e.read+f.read+g.read+h.read+i.read+j.read+k.read+l.read',
      ),
      severity: 'info',
      cause: undefined,
    },
    'a scope for everything': {
      trace: ask('openid+https://graph.microsoft.com/Directory.ReadWrite.All'),
      severity: 'info',
      cause: undefined,
    },
  },
  silent: {
    'four scopes': ask('openid+profile+email+offline_access'),
    'a part of a drive': ask('https://www.googleapis.com/auth/drive.file'),
  },
});
