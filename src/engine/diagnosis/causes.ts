export { causeIds, type CauseId } from '../oauth/causes.ts';
