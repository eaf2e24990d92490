import { withoutQuery } from '../http/url.ts';
import type { Keys, Message, ResourceMetadata } from '../oauth/message.ts';
import type { Correlator } from './correlate.ts';
import type { MetadataIndex } from './metadata-index.ts';
import type { Node } from './node.ts';

/** What APIs and servers publish beside their metadata, found by its address. */
export interface Documents {
  /** What an API says of itself. */
  apiMetadataAt(url: string): ResourceMetadata | undefined;
  /** The first keys document there that is not as it should be. */
  defectiveKeysAt(url: string): Keys | undefined;
}

interface OwnDocuments extends Documents {
  /** Messages of other flows about which this one says something. */
  describedBy(message: Message): readonly Node[];
}

/** Finds the documents among all messages. */
export function createDocuments(
  { offering }: Pick<Correlator, 'offering'>,
  metadata: Pick<MetadataIndex, 'withKeysAt'>,
): OwnDocuments {
  const at = (url: string): readonly Message[] =>
    offering(`endpoint ${withoutQuery(url)}`).map(({ message }) => message);
  return {
    apiMetadataAt: (url) => at(url).findLast((message) => message.kind === 'resource_metadata'),
    defectiveKeysAt: (url) =>
      at(url)
        .filter((message) => message.kind === 'keys')
        .find(({ defects }) => defects.length > 0),
    describedBy(message) {
      if (message.kind === 'resource_metadata') return offering(`api ${message.endpoint}`);
      if (message.kind !== 'keys' || message.defects.length === 0) return [];
      return metadata.withKeysAt(message.endpoint).flatMap(offering);
    },
  };
}
