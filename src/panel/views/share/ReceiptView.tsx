import type { JSX } from 'preact';
import type { Receipt } from '../../../engine/trace/receipt.ts';
import { countWords } from '../../components/words.ts';

/** What was removed from a file, per category, and what was kept. */
export function ReceiptView({ receipt }: { readonly receipt: Receipt | undefined }): JSX.Element {
  if (receipt === undefined)
    return (
      <p class="receipt bad-text" role="alert">
        Nothing is removed: whoever gets this file can use the codes, tokens and passwords in it.
      </p>
    );
  const { removed, kept, keptNames } = receipt;
  return (
    <section class="receipt" aria-label="What is removed">
      <h3>Removed</h3>
      {removed.length === 0 && <p class="soft">Nothing had to be removed.</p>}
      <ul>
        {removed.map(({ category, values, places }) => (
          <li key={category}>
            <mark>{category}</mark> {countWords(values, 'value')} in {countWords(places, 'place')}
          </li>
        ))}
      </ul>
      <h3>Kept</h3>
      <ul>
        {[...kept, ...(keptNames.length === 0 ? [] : [`values of ${keptNames.join(', ')}`])].map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </section>
  );
}
