export function isRun(url: string): boolean;
