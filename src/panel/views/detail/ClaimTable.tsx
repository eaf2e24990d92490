import type { JSX } from 'preact';
import type { FlowReport } from '../../../engine/diagnosis/report.ts';
import type { JsonObject } from '../../../engine/http/json.ts';
import { claimWords } from '../../components/claim-words.ts';
import { MaskedText } from '../../components/MaskedText.tsx';
import { SourceLinks } from '../../components/SourceLinks.tsx';
import type { Store } from '../../store/create-store.ts';
import { checkClaim, checkHash } from '../../store/token-checks.ts';
import type { Token } from '../../store/tokens-of.ts';

interface Props {
  readonly title: string;
  readonly store: Store;
  readonly flow: FlowReport;
  readonly token: Token;
  readonly members: JsonObject;
  /** By claim, whether the hash in it fits. */
  readonly hashes?: ReadonlyMap<string, boolean> | undefined;
}

/** The members of a token: what each says, whether it fits the login, and what it means. */
export function ClaimTable({ title, store, flow, token, members, hashes }: Props): JSX.Element {
  const seenAt = token.sights[0]?.step.at ?? flow.startedAt;
  return (
    <table class="facts mono">
      <caption>{title}</caption>
      <tbody>
        {Object.entries(members).map(([name, value]) => {
          const check =
            title === 'Claims'
              ? (checkHash(name, hashes) ?? checkClaim(token, name, flow, store.recording.value))
              : undefined;
          const explanation = store.explanations.value?.claimExplanationOf(name);
          return (
            <tr key={name}>
              <th scope="row">
                <MaskedText text={name} />
              </th>
              <td>
                <MaskedText text={claimWords(name, value, seenAt, store.preferences.current.value.times)} />
                {check !== undefined && (
                  <span class={check.holds ? 'check holds' : 'check fails'}>
                    {check.holds ? '✓' : '✕'} {check.words}
                  </span>
                )}
                {explanation !== undefined && (
                  <p class="why">
                    {explanation.sentence} <SourceLinks sources={[explanation.source]} />
                  </p>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
