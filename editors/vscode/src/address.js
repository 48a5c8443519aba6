// What `deckgen preview` prints -> the address of its page, its token, and that of its panel.
"use strict";

const ADDRESS = /https?:\/\/(?:127\.0\.0\.1|localhost|\[::1\]):(\d+)\/([\w-]+)\/?/;

/**
 * Return what a preview has printed of itself, undefined as long as that is not all there.
 *
 * @param {string} printed
 */
function addressIn(printed) {
  const line = printed.split("\n").slice(0, -1).find((each) => ADDRESS.test(each));
  const found = line === undefined ? null : ADDRESS.exec(line);
  if (found === null) {
    return undefined;
  }
  return { page: found[0], port: Number(found[1]), token: found[2] };
}

/**
 * Return the address at which the page may stand in a panel of the editor.
 *
 * @param {string} page
 */
function forPanel(page) {
  return `${page}${page.includes("?") ? "&" : "?"}panel`;
}

/**
 * Return the page of a panel that holds nothing but the preview.
 *
 * @param {string} address
 * @param {string} title
 */
function panelPage(address, title) {
  const origin = new URL(address).origin;
  const policy = `default-src 'none'; frame-src ${origin}; style-src 'unsafe-inline'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<title>${escaped(title)}</title>
<style>
html, body { height: 100%; margin: 0; padding: 0; overflow: hidden; }
iframe { border: 0; width: 100%; height: 100%; display: block; }
</style>
</head>
<body>
<iframe src="${escaped(address)}" title="${escaped(title)}" allow="fullscreen"></iframe>
</body>
</html>
`;
}

/**
 * Return a text as it stands in HTML.
 *
 * @param {string} text
 */
function escaped(text) {
  const signs = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return text.replace(/[&<>"']/g, (sign) => signs[sign]);
}

module.exports = { addressIn, forPanel, panelPage };
