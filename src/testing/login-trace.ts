import { s256 } from '../engine/oauth/pkce.ts';

/** How one login of a made-up session goes; see `loginTrace`. */
export interface LoginPlan {
  /** Unlike in every login of a session: all its secrets are made from it. */
  readonly name: string;
  readonly tab: number;
  /** Where the code is redeemed; another tab when a popup delivers it. */
  readonly redeemedIn: number | 'server';
  /** Seconds from the start of the session. */
  readonly at: number;
  /** Seconds from one exchange to the next. */
  readonly pace: number;
  readonly pushed: boolean;
  readonly pkce: boolean;
  /** The app sends one state and one nonce with every login. */
  readonly constant: boolean;
  /** The server gives every login the same code. */
  readonly equalCodes: boolean;
  /** The server sends the browser through its own pages, which repeat the parameters. */
  readonly loginPages: boolean;
  readonly refreshes: number;
  readonly userinfo: boolean;
  readonly fails: boolean;
}

const op = 'https://op.test';
const callback = 'https://app.test/cb';

/** The exchanges of one login in the fixture language, ids `NAME-1`, `NAME-2`, …; all logins have the same client. */
export function loginTrace(plan: LoginPlan): string {
  const { name, tab, redeemedIn } = plan;
  const challenge = plan.pkce ? `&code_challenge=${s256(`verifier-${name}`)}&code_challenge_method=S256` : '';
  const state = plan.constant ? 'constant' : `state-${name}`;
  const nonce = plan.constant ? '&nonce=constant' : '';
  const open = `client_id=c&response_type=code&redirect_uri=${callback}&state=${state}${nonce}${challenge}`;
  const asked = plan.pushed ? `client_id=c&request_uri=urn:ref:${name}` : open;
  const code = plan.equalCodes ? 'code-of-all' : `code-${name}`;
  const answer = `${callback}?code=${code}&state=${state}`;
  const place = redeemedIn === 'server' ? 'tab=none source=backend' : `tab=${redeemedIn}`;
  const lines: string[] = [];
  const add = (line: string): void => {
    const seconds = plan.at + lines.length * plan.pace;
    lines.push(`${line} id=${name}-${lines.length + 1} @${seconds.toFixed(3)}s`);
  };
  if (plan.pushed)
    add(`POST ${op}/par ${open} -> 201 {"request_uri":"urn:ref:${name}","expires_in":60} ${place}`);
  if (plan.loginPages) {
    add(`GET ${op}/authorize?${asked} -> 302 ${op}/login?${asked} tab=${tab}`);
    add(`GET ${op}/login?${asked} -> 200 <p>Sign in</p> tab=${tab}`);
    add(`POST ${op}/login user=u -> 302 ${op}/authorize?${asked} tab=${tab}`);
  }
  add(`GET ${op}/authorize?${asked} -> 302 ${answer} tab=${tab}`);
  add(`GET ${answer} -> 200 <p>App</p> tab=${tab}`);
  if (redeemedIn !== 'server') add(`OPTIONS ${op}/token -> 204 ${place}`);
  const redemption = `grant_type=authorization_code&client_id=c&code=${code}&redirect_uri=${callback}${plan.pkce ? `&code_verifier=verifier-${name}` : ''}`;
  if (plan.fails) {
    add(`POST ${op}/token ${redemption} -> 400 {"error":"invalid_grant"} ${place}`);
    return lines.join('\n');
  }
  add(`POST ${op}/token ${redemption} -> 200 ${tokens(name, 0)} ${place}`);
  if (plan.userinfo)
    add(`GET ${op}/userinfo [Authorization: Bearer access-${name}-0] -> 200 {"sub":"u"} ${place}`);
  for (let turn = 1; turn <= plan.refreshes; turn++) {
    const refresh = `grant_type=refresh_token&client_id=c&refresh_token=refresh-${name}-${turn - 1}`;
    add(`POST ${op}/token ${refresh} -> 200 ${tokens(name, turn)} ${place}`);
  }
  return lines.join('\n');
}

function tokens(name: string, turn: number): string {
  return `{"access_token":"access-${name}-${turn}","refresh_token":"refresh-${name}-${turn}"}`;
}
