import { useEffect, useState } from 'preact/hooks';
import type { JSX } from 'preact';

/** A picture of ours as it will look; shown as an image, in which nothing runs. */
export function Picture({ svg }: { readonly svg: string }): JSX.Element {
  const [address, setAddress] = useState<string | undefined>(undefined);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [svg]);
  return <img class="picture" src={address} alt="The verdict with its proof and the sequence" />;
}
