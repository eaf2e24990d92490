import { blockedByPolicy } from '../engine/http/observed-answer.ts';
import type { PageCall, PageParts } from './page-call.ts';

/** What an event of Content Security Policy Level 3 §5.1 tells. */
type Violation = Pick<SecurityPolicyViolationEvent, 'blockedURI' | 'disposition' | 'effectiveDirective'>;

/** Calls that the page's own policy stops before they reach the network, where no other channel sees them. */
export interface BlockedCalls {
  /** To be told of each telling call before it is made. */
  called(call: PageCall): void;
  /** Reports the call that was stopped, if it is a telling one. */
  violated(violation: Violation): void;
}

/** A violation follows its call at once, so that few calls lie between. */
const most = 16;

/** Makes it; `report` is told of what was stopped. */
export function createBlockedCalls(report: PageParts['report']): BlockedCalls {
  const calls: PageCall[] = [];
  return {
    called: (call) => {
      calls.push(call);
      if (calls.length > most) calls.shift();
    },
    violated: ({ blockedURI, disposition, effectiveDirective }) => {
      // A policy that only reports stops nothing.
      if (disposition !== 'enforce' || effectiveDirective !== 'connect-src') return;
      const at = calls.findIndex(({ url }) => reported(url) === blockedURI);
      const [call] = at < 0 ? [] : calls.splice(at, 1);
      if (call === undefined) return;
      report({
        ...call,
        status: undefined,
        networkError: blockedByPolicy,
        responseBody: undefined,
        responseMediaType: '',
      });
    },
  };
}

/** As a violation gives an address (Reporting API §3.3): without the fragment. */
function reported(url: string): string {
  const fragment = url.indexOf('#');
  return fragment < 0 ? url : url.slice(0, fragment);
}
