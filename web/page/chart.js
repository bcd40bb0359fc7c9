// SPDX-License-Identifier: EUPL-1.2
// Charts as PNG: the browser draws the SVG that the server gives.

const scale = 2; // for print

function draw(address) {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onerror = reject;
    image.onload = () => {
      const canvas = document.createElement("canvas");
      const [width, height] = [image.naturalWidth || 760, image.naturalHeight || 340];
      canvas.width = width * scale;
      canvas.height = height * scale;
      const context = canvas.getContext("2d");
      context.fillStyle = "#fff";
      context.fillRect(0, 0, canvas.width, canvas.height);
      context.drawImage(image, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no image"))), "image/png");
    };
    image.src = address;
  });
}

export function offerPng() {
  for (const link of document.querySelectorAll("a.png[hidden]")) {
    link.hidden = false;
    link.addEventListener("click", async (event) => {
      event.preventDefault();
      const url = URL.createObjectURL(await draw(link.href));
      const download = Object.assign(document.createElement("a"), { href: url, download: "trend.png" });
      download.click();
      setTimeout(() => URL.revokeObjectURL(url), 1000);
    });
  }
}
