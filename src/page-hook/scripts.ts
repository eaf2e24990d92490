import type { PageHookScripts } from '../platform/page-hook-switch.ts';
import mainWorld from './main-world.ts?script&iife';
import relay from './relay.ts?script&iife';

/** The addresses of the hook's scripts inside the extension; a build for a browser without them takes `no-scripts.ts`. */
export const pageHookScripts: PageHookScripts | undefined = { mainWorld, relay };
