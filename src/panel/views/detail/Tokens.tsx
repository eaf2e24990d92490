import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Evidence, FlowReport, SignatureCheck } from '../../../engine/diagnosis/report.ts';
import { lifetimeWords } from '../../components/claim-words.ts';
import { MaskedText } from '../../components/MaskedText.tsx';
import type { Store } from '../../store/create-store.ts';
import { tokensOf, type Token, type TokenSight } from '../../store/tokens-of.ts';
import { RevealButton } from '../RevealButton.tsx';
import { ClaimTable } from './ClaimTable.tsx';
import { TokenComparison, type NamedToken } from './TokenComparison.tsx';

const shapeWords: Readonly<Record<Token['shape'], string>> = {
  jwt: 'signed token (JWT)',
  encrypted: 'encrypted token (JWE): only its receiver can read it',
  opaque: 'opaque: only the server that made it can read it',
};

/** The tokens of a flow, decoded in place. */
export function Tokens(props: {
  readonly store: Store;
  readonly flow: FlowReport;
  readonly tokens: readonly Token[];
  /** A login that worked, whose tokens may be compared with these. */
  readonly good: FlowReport | undefined;
}): JSX.Element {
  const { store, flow, tokens, good } = props;
  const checks = useSignatures(store, flow);
  if (tokens.length === 0) return <p>No token was seen in this flow.</p>;
  return (
    <>
      {tokens.map((token) => (
        <TokenView
          key={token.value}
          store={store}
          flow={flow}
          token={token}
          check={checks.find(({ at }) => token.sights.some((sight) => isSamePlace(sight.at, at)))}
        />
      ))}
      <Comparison store={store} tokens={tokens} good={good} />
    </>
  );
}

/** The tokens of this login with each other, or each with its like of the login that worked. */
function Comparison(props: {
  readonly store: Store;
  readonly tokens: readonly Token[];
  readonly good: FlowReport | undefined;
}): JSX.Element | null {
  const { store, tokens, good } = props;
  const others = good === undefined ? [] : tokensOf(good, store.recording.value);
  const named: readonly NamedToken[] = [
    ...tokens.map((token) => ({ token, words: whichWords(token) })),
    ...others.map((token) => ({ token, words: `${whichWords(token)} of the login that worked` })),
  ];
  const like = others.findIndex(({ name }) => name === tokens[0]?.name);
  if (named.length < 2) return null;
  return <TokenComparison store={store} tokens={named} first={[0, like === -1 ? 1 : tokens.length + like]} />;
}

function whichWords({ name, sights }: Token): string {
  return `${name}, step ${sights[0]?.number ?? ''}`;
}

const checkClass: Readonly<Record<SignatureCheck['outcome'], string>> = {
  valid: 'check holds',
  invalid: 'check fails',
  not_checked: 'check',
};
const checkMark: Readonly<Record<SignatureCheck['outcome'], string>> = {
  valid: '✓ ',
  invalid: '✕ ',
  not_checked: '',
};

/** Checked anew when the flow changes; until that is done, nothing is said. */
function useSignatures(store: Store, flow: FlowReport): readonly SignatureCheck[] {
  const [checks, setChecks] = useState<readonly SignatureCheck[]>([]);
  useEffect(() => {
    let isCurrent = true;
    setChecks([]);
    const load = async (): Promise<void> => {
      const found = await store.signaturesOf(flow);
      if (isCurrent) setChecks(found);
    };
    void load();
    return () => void (isCurrent = false);
  }, [store, flow]);
  return checks;
}

function isSamePlace(one: Evidence, other: Evidence): boolean {
  return one.exchange === other.exchange && one.part === other.part && one.name === other.name;
}

function TokenView(props: {
  readonly store: Store;
  readonly flow: FlowReport;
  readonly token: Token;
  readonly check: SignatureCheck | undefined;
}): JSX.Element {
  const { store, flow, token, check } = props;
  const first = token.sights[0];
  const lifetime = token.claims === undefined ? undefined : lifetimeWords(token.claims);
  const texts = store.explanations.value;
  const explanation =
    texts?.explanationOf(token.name, 'response_json') ?? texts?.explanationOf(token.name, 'form');
  return (
    <section class="step" aria-label={whichWords(token)}>
      <h2>
        <span class="mono">{token.name}</span>
        <span class="tag">{shapeWords[token.shape]}</span>
        {lifetime !== undefined && <span class="tag">{lifetime}</span>}
      </h2>
      <p class="step-words">
        {explanation?.sentence}{' '}
        {token.sights.map((sight) => (
          <Sight key={`${sight.number} ${sight.how}`} store={store} sight={sight} />
        ))}
      </p>
      <p class="mono step-line token-line">
        {token.shape === 'opaque' && <MaskedText text={token.value} />}
        {first !== undefined && <RevealButton recording={store.recording.value} at={first.at} />}
      </p>
      {check !== undefined && (
        <p class="step-words">
          <span class={checkClass[check.outcome]}>
            {checkMark[check.outcome]}The signature {check.words}.
          </span>
        </p>
      )}
      {token.header !== undefined && (
        <ClaimTable title="Header" store={store} flow={flow} token={token} members={token.header} />
      )}
      {token.claims !== undefined && (
        <ClaimTable
          title="Claims"
          store={store}
          flow={flow}
          token={token}
          members={token.claims}
          hashes={check?.hashes}
        />
      )}
    </section>
  );
}

function Sight({ store, sight }: { readonly store: Store; readonly sight: TokenSight }): JSX.Element {
  return (
    <>
      {sight.how === 'issued' ? 'Issued in' : 'Sent in'}{' '}
      <button
        class="link"
        onClick={() => {
          store.selectStep(sight.step);
          store.detailTab.value = 'sequence';
        }}
      >
        step {sight.number}
      </button>
      .{' '}
    </>
  );
}
