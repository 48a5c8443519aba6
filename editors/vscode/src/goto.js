// `node goto.js DOOR FILE LINE COLUMN`: tells the extension behind a door which place to open.
"use strict";

const net = require("node:net");

const [door, file, line, column] = process.argv.slice(2);
const socket = net.connect(door, () => {
  socket.end(JSON.stringify({ file, line: Number(line), column: Number(column) }));
});
socket.on("error", () => process.exit(1));
