/** The width of a picture, pixels. */
const width = 1200;
/** Higher than any browser draws on one canvas. */
const highest = 32_000;

/** A picture of ours (SVG without anything from elsewhere) as PNG, 1200 pixels wide; nothing is fetched. */
export async function rasterise(svg: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = Math.min(highest, Math.round((image.naturalHeight * width) / image.naturalWidth));
    canvas.getContext('2d')?.drawImage(image, 0, 0, width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((png) => (png === null ? reject(new Error('The picture is too large.')) : resolve(png))),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}
