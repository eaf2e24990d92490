const mostMegabytes = 300;

/** Why a file of so many bytes is not read; undefined when it may be. */
export function tooLarge(bytes: number): string | undefined {
  return bytes <= mostMegabytes * 1e6
    ? undefined
    : `The file has ${Math.ceil(bytes / 1e6)} MB; ${mostMegabytes} MB are allowed.`;
}
