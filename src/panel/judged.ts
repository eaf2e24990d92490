/** What says and shows why a login ended as it did: most of the program, loaded beside the list of logins. */
export { judge } from '../engine/diagnosis/judge.ts';
export { Detail } from './views/detail/Detail.tsx';
