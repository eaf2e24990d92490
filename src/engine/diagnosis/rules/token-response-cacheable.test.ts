import { checkRule } from '../../../testing/check-rule.ts';

const answer = (header: string): string =>
  `POST https://op.test/token grant_type=authorization_code&client_id=c&code=k&redirect_uri=https://app.test/cb -> 200 {"access_token":"t","token_type":"Bearer"}${header}`;

checkRule('token-response-cacheable', {
  fails: {
    'for an hour': { trace: answer(' [Cache-Control: max-age=3600]'), severity: 'warning', cause: undefined },
    'by everybody': { trace: answer(' [Cache-Control: public]'), severity: 'warning', cause: undefined },
  },
  silent: {
    'no-store': answer(' [Cache-Control: no-store, max-age=0]'),
    'no header, as browsers keep no answer to a POST': answer(''),
    'old servers’ Pragma is not asked for': answer(' [Cache-Control: no-cache]'),
  },
});
