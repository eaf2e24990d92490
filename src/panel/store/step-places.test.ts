import { expect, test } from 'vitest';
import { recordingOf } from '../../testing/recording-of.ts';
import { fromTraceText } from '../../testing/trace-text.ts';
import { sequenceOf } from './sequence-of.ts';
import { factsOfStep } from './step-places.ts';

const asked =
  'GET https://op.test/authorize?response_type=code&client_id=web&state=st4te-of-the-app&redirect_uri=https%3A%2F%2Fapp.test%2Fcb';
const answer = 'code=SplxlOBeZQQYbYS6WxSbIA&state=st4te-of-the-app';

/** What the authorization response is drawn and read as: its line in the chart, and the titles of its parts. */
function delivered(trace: string): unknown {
  const recording = recordingOf(fromTraceText(trace));
  const [flow] = recording.flows.value;
  const step = flow?.steps.find(({ message }) => message === 'authorization_response');
  if (flow === undefined || step === undefined) throw new Error('No authorization response was found.');
  const row = sequenceOf(flow, recording).rows[flow.steps.indexOf(step)];
  return [row?.wire, factsOfStep(step, flow, recording).map(({ title }) => title)];
}

const page = `<form method="post" action="https://app.test/cb"><input type="hidden" name="code" value="SplxlOBeZQQYbYS6WxSbIA"/><input type="hidden" name="state" value="st4te-of-the-app"/></form>`;

test('an answer that the browser posts to the app is read from the form, one in an address from the redirect', () => {
  expect(
    delivered(
      `${asked}&response_mode=form_post -> 302 /login\nGET https://op.test/login -> 200 ${page}\nPOST https://app.test/cb ${answer} -> 200 <p>App</p>`,
    ),
  ).toEqual(['form to /cb', ['Form body']]);
  expect(
    delivered(
      `${asked} -> 302 https://app.test/cb?${answer}\nGET https://app.test/cb?${answer} -> 200 <p>App</p>`,
    ),
  ).toEqual(['302 to /cb', ['Query', 'Redirect, query', 'Answer headers']]);
});
