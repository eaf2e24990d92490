import type { Exchange } from '../../engine/http/exchange.ts';
import { bodyWith, exchangeWith } from './build.ts';
import { base64, encodings } from './encodings.ts';
import type { Kind, Planter } from './values.ts';

/** Pages of an authorization server that hold secrets wherever a page can hold them. */
export function pageTraffic(planter: Planter): readonly Exchange[] {
  const plant = (kind: Kind, name: string): string => planter.plant(kind, `page ${name}`);
  const secret = (name: string): string => plant('opaque', name);
  const entities = (text: string): string => encodings['HTML entities']?.(text) ?? '';
  const page = `<!doctype html><html data-user="${plant('email', 'attribute')}"><head>
<title>Error for ${plant('email', 'title')}</title>
<meta http-equiv="refresh" content="0;url=https://app.test/cb?code=${secret('meta refresh')}">
<script>var config = {"sFT":"${secret('script')}","user":"${plant('email', 'script')}","says":"AADSTS50020: User account ${plant('email', 'refusal in a script')} does not exist in tenant."};</script>
<style>.x{background:url(/img?u=${secret('style')})}</style>
<!-- ${secret('comment')} -->
</head><body onload="go('${secret('handler')}')">
<h1>Sign-in failed for ${entities(plant('email', 'entities'))}</h1>
<p>User '${plant('person', 'quoted')}' does not exist. The token ${secret('text')} is invalid.</p>
<p>Welcome back, ${plant('person', 'greeting')}!</p>
<form method="post" action="https://app.test/cb?session=${secret('form action')}">
<input type="hidden" name="code" value="${secret('code field')}">
<input type="hidden" name="SAMLResponse" value="${base64(`<NameID>${plant('email', 'saml field')}</NameID>`)}">
<input type="hidden" name="__RequestVerificationToken" value="${secret('csrf field')}">
<input type='hidden' name='id_token' value='${secret('single quotes')}'>
<input type=hidden name=state value=${secret('no quotes')}>
<input type="text" name="username" value="${plant('email', 'user field')}">
<textarea name="wresult">${secret('textarea')}</textarea>
<select><option value="${secret('option')}">${plant('email', 'option text')}</option></select>
</form>
<a href="https://app.test/reset?token=${secret('link')}">reset ${plant('email', 'link text')}</a>
<img src="https://t.test/p?u=${plant('guid', 'image')}"><svg><text>${secret('svg')}</text></svg>
<noscript>error ${secret('noscript')}</noscript><iframe srcdoc="${secret('frame')}"></iframe>
<p>The error concerns account of ${plant('email', 'prose')} from ${plant('ip', 'prose')} (code ${plant('digits', 'prose')})</p>
<p>Error: <b>${secret('bold')}</b> expired</p>
</body></html><p>Request failed: ${secret('after the end')}`;
  return [
    exchangeWith({ responseBody: bodyWith('text/html', page) }),
    exchangeWith({ responseBody: bodyWith('text/html', `<p>error <b attr="${secret('unclosed tag')}`) }),
    exchangeWith({ responseBody: bodyWith('', `<html><script>${secret('unclosed script')}`) }),
    exchangeWith({ responseBody: bodyWith('text/html', `<p>invalid <!-- ${secret('unclosed comment')}`) }),
  ];
}
