/** The Firefox to use: `GRANTSCOPE_FIREFOX`, Debian's ESR, or another one that is installed; undefined when there is none. */
export function findFirefox(): string | undefined;
