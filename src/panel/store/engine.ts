/** The engine with the readers and writers of files: most of the program, in a file that loads beside the views. */
export { createAnalyzer } from '../../engine/analyze.ts';
export { verifySignatures } from '../../engine/signatures.ts';
export { fromFile } from '../../engine/trace/from-file.ts';
export { createRedactor } from '../../engine/trace/redact.ts';
export { keepableNames, shareFlows, usualChoice } from './share.ts';
