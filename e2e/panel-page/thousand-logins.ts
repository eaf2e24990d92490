import type { Exchange } from '../../src/engine/http/exchange.ts';
import { fromTraceText } from '../../src/testing/trace-text.ts';

const spacing = 60;

/** Logins of a thousand sessions, every tenth refused, each of twenty exchanges; 20,000 in all. */
export function thousandLogins(count: number = 1000): readonly Exchange[] {
  return fromTraceText(Array.from({ length: count }, (_, index) => loginText(index)).join('\n'));
}

function loginText(index: number): string {
  const start = index * spacing;
  const app = `https://app${index % 7}.test`;
  const server = `https://login${index % 5}.test`;
  const tag = `${index}`.padStart(6, '0');
  const code = `Splx${tag}lOBeZQQYbYS6WxSbIA`;
  const state = `af0ifjsldkj${tag}`;
  const redirect = encodeURIComponent(`${app}/cb`);
  const asked = `client_id=shop${index % 7}&response_type=code&scope=openid&state=${state}&redirect_uri=${redirect}`;
  const repeated = index % 10 === 0 ? `${redirect}%2F` : redirect;
  const answer =
    index % 10 === 0
      ? '400 {"error":"invalid_grant"}'
      : `200 {"access_token":"at-${tag}-2YotnFZFEjr1zCsicMWpAA","token_type":"Bearer","expires_in":3600}`;
  const tab = `tab=${(index % 3) + 1}`;
  const hop = (number: number): string =>
    `GET ${server}/interaction/${tag}/${number} -> 302 ${server}/interaction/${tag}/${number + 1} @${start + 1 + number}s ${tab}`;
  return [
    `GET ${server}/authorize?${asked} -> 302 ${server}/interaction/${tag}/0 @${start}s ${tab}`,
    ...Array.from({ length: 15 }, (_, number) => hop(number)),
    `GET ${server}/authorize/resume/${tag} -> 302 ${app}/cb?code=${code}&state=${state} @${start + 20}s ${tab}`,
    `GET ${app}/cb?code=${code}&state=${state} -> 200 <p>App</p> @${start + 21}s ${tab}`,
    `POST ${server}/token grant_type=authorization_code&client_id=shop${index % 7}&code=${code}&redirect_uri=${repeated} -> ${answer} @${start + 22}s ${tab}`,
    `GET ${server}/userinfo [Authorization: Bearer at-${tag}-2YotnFZFEjr1zCsicMWpAA] -> 200 {"sub":"u${tag}"} @${start + 23}s ${tab}`,
  ].join('\n');
}
