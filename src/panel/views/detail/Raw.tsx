import type { JSX } from 'preact';
import type { FlowReport } from '../../../engine/diagnosis/report.ts';
import { withoutQuery } from '../../../engine/http/url.ts';
import { MaskedText } from '../../components/MaskedText.tsx';
import type { Recording } from '../../store/recording.ts';
import { toHttp } from '../../store/to-http.ts';

/** Every exchange of the flow, hops included, as it went over the wire; masked. */
export function Raw({
  recording,
  flow,
}: {
  readonly recording: Recording;
  readonly flow: FlowReport;
}): JSX.Element {
  return (
    <div class="exchanges">
      {flow.exchanges.map((id) => {
        const exchange = recording.exchange(id);
        if (exchange === undefined) return null;
        const { request, answer } = toHttp(exchange);
        return (
          <details key={id} class="exchange">
            <summary class="mono">
              <b>{exchange.method}</b> <MaskedText text={withoutQuery(exchange.url)} />{' '}
              <span class="soft">
                <MaskedText text={exchange.networkError ?? String(exchange.status ?? 'no answer')} />
              </span>
            </summary>
            <pre>
              <MaskedText text={request} />
            </pre>
            <pre>
              <MaskedText text={answer} />
            </pre>
          </details>
        );
      })}
    </div>
  );
}
