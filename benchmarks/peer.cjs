// Slides as JSON -> a presentation by PptxGenJS: `node peer.cjs SLIDES.json OUT.pptx [compress]`.
"use strict";

const { readFileSync, writeFileSync } = require("node:fs");
const PptxGenJS = require("pptxgenjs");

const TITLE = { x: 0.5, y: 0.3, w: 9, h: 1, fontSize: 32 };
const BODY = { x: 0.5, y: 1.4, w: 9, h: 5.6, fontSize: 20, valign: "top", fit: "shrink" };
const PICTURE = { x: 1.5, y: 1.5, w: 7, h: 5.25 };

// A paragraph is [level, [[text, link, isBold], ...]]; its first run has the bullet.
function runs([level, parts]) {
  return parts.map(([text, link, bold], at) => ({
    text,
    options: {
      ...(at === 0 && { bullet: true, indentLevel: level }),
      ...(at === parts.length - 1 && { breakLine: true }),
      ...(link && { hyperlink: { url: link } }),
      ...(bold && { bold }),
    },
  }));
}

const [source, target, compress] = process.argv.slice(2);
const deck = new PptxGenJS();
deck.layout = "LAYOUT_4x3";
for (const { title, paragraphs, picture } of JSON.parse(readFileSync(source, "utf8"))) {
  const slide = deck.addSlide();
  slide.addText(title, TITLE);
  if (paragraphs.length > 0) slide.addText(paragraphs.flatMap(runs), BODY);
  if (picture) slide.addImage({ path: picture, ...PICTURE });
}
if (compress === "compress") {
  // what writeFile is told of compression has no effect where node writes the file
  deck.stream({ compression: true }).then((data) => writeFileSync(target, data));
} else {
  deck.writeFile({ fileName: target });
}
