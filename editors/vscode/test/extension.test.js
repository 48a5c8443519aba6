"use strict";

const assert = require("node:assert/strict");
const fs = require("node:fs");
const net = require("node:net");
const os = require("node:os");
const path = require("node:path");
const vm = require("node:vm");
const { spawn } = require("node:child_process");
const { test } = require("node:test");

const { addressIn, forPanel, panelPage } = require("../src/address");
const { deckgenCommand } = require("../src/commands");
const { Door } = require("../src/opening");
const { document, load, makeEditor, showing, until } = require("./fakes");

const DECK = "/work/talk/deck.yaml";

function activated(options, open = [document(DECK)]) {
  const editor = makeEditor(options);
  editor.vscode.workspace.textDocuments = open;
  editor.vscode.window.activeTextEditor = open.length ? showing(open[0]) : undefined;
  const context = { subscriptions: [] };
  const extension = load(editor);
  extension.activate(context);
  editor.stop = async () => {
    context.subscriptions.forEach((each) => each?.dispose?.());
    await extension.deactivate();
  };
  return editor;
}

/** A program that does what `deckgen preview` does: it prints an address and serves a cursor. */
function stub(folder, body) {
  const file = path.join(folder, "deckgen");
  fs.writeFileSync(file, `#!${process.execPath}\n${body}`, { mode: 0o755 });
  return file;
}

const SERVING = `
const http = require("node:http"), fs = require("node:fs");
const server = http.createServer((request, answer) => {
  let body = "";
  request.on("data", (part) => (body += part));
  request.on("end", () => {
    const told = { url: request.url, token: request.headers.authorization, body };
    fs.appendFileSync(__dirname + "/told", JSON.stringify(told) + "\\n");
    answer.end(JSON.stringify({ slide: fs.readFileSync(__dirname + "/told", "utf8").includes("\\n{") ? 3 : null }));
  });
});
server.listen(0, "127.0.0.1", () => {
  fs.writeFileSync(__dirname + "/words", JSON.stringify(process.argv.slice(2)));
  console.log("http://127.0.0.1:" + server.address().port + "/s3cret-token/");
});
`;

/** What another process has written so far: a file is there before its first line is. */
function wholeLines(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, "utf8").split("\n").slice(0, -1) : [];
}

function scratch(t) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "deckgen-test-"));
  t.after(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Return the words of a command as a shell divides them. */
function divided(command) {
  const words = command.match(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g);
  return words.map((word) => word.replace(/'([^']*)'|"([^"]*)"/g, (_, one, two) => one ?? two));
}

test("a program that is set comes first, then a Python, an environment, the search path", () => {
  const wishes = { path: "", python: "", folders: ["/w"], trusted: true };
  const there = () => true;
  assert.deepEqual(deckgenCommand({ ...wishes, path: "/d", python: "/p" }, there), ["/d"]);
  assert.deepEqual(deckgenCommand({ ...wishes, python: "/p" }, there), ["/p", "-m", "deckgen"]);
  assert.deepEqual(deckgenCommand(wishes, there, "linux"), [path.join("/w/.venv/bin/deckgen")]);
  assert.deepEqual(deckgenCommand(wishes, there, "win32"), [
    path.join("/w/.venv/Scripts/deckgen.exe"),
  ]);
  assert.deepEqual(deckgenCommand(wishes, () => false), ["deckgen"]);
});

test("nothing in a folder that is not trusted is run", () => {
  const wishes = { path: "", python: "", folders: ["/w"], trusted: false };
  assert.deepEqual(deckgenCommand(wishes, () => true), ["deckgen"]);
});

test("the address of a preview is known once its line is whole", () => {
  assert.equal(addressIn("http://127.0.0.1:8765/abc"), undefined);
  const found = addressIn("Hello\nhttp://127.0.0.1:8765/abc-_9/\n");
  assert.deepEqual(found, { page: "http://127.0.0.1:8765/abc-_9/", port: 8765, token: "abc-_9" });
  assert.equal(addressIn("http://example.org:80/abc/\n"), undefined);
});

test("a panel may show the preview alone, and runs nothing of its own", () => {
  const page = panelPage(forPanel("http://127.0.0.1:1/t/"), "Slides of <b>.yaml");
  assert.match(page, /default-src &#39;none&#39;; frame-src http:\/\/127\.0\.0\.1:1;/);
  assert.match(page, /<iframe src="http:\/\/127\.0\.0\.1:1\/t\/\?panel"/);
  assert.doesNotMatch(page, /<script|<b>/);
});

test("the server starts for a deck, with the documents that are decks", async () => {
  const editor = activated({ settings: { path: "/opt/deckgen" } });
  await until(() => editor.clients[0]?.state === "started");
  const [client] = editor.clients;
  assert.deepEqual(client.server.run, { command: "/opt/deckgen", args: ["lsp"] });
  assert.ok(client.options.documentSelector.every(({ language }) => language === "yaml"));
  assert.equal(editor.done.contexts.get("deckgen.isDeck"), true);
  await editor.stop();
  assert.equal(client.state, "stopped");
});

test("YAML that is no deck starts nothing", async () => {
  const editor = activated({}, [document("/work/.github/workflows/ci.yaml")]);
  await new Promise((done) => setTimeout(done, 20));
  assert.equal(editor.clients.length, 0);
  assert.equal(editor.done.contexts.get("deckgen.isDeck"), false);
  await editor.stop();
});

test("a server that does not start is told of, with how to install it", async () => {
  const editor = makeEditor();
  editor.done.refusal = "ENOENT";
  editor.vscode.workspace.textDocuments = [document(DECK)];
  const extension = load(editor);
  const context = { subscriptions: [] };
  extension.activate(context);
  await until(() => editor.done.errors.length === 1);
  assert.match(editor.done.errors[0], /'deckgen lsp' does not start \(ENOENT\).*deckgen-pptx\[lsp\]/);
  context.subscriptions.forEach((each) => each?.dispose?.());
  await extension.deactivate();
});

test("a change of the program restarts the server", async () => {
  const editor = activated({});
  await until(() => editor.clients[0]?.state === "started");
  editor.listeners.get("configuration")({ affectsConfiguration: (name) => name === "deckgen.path" });
  await until(() => editor.clients[1]?.state === "started");
  assert.equal(editor.clients[0].state, "stopped");
  await editor.stop();
});

test("the preview stands in a panel, follows the cursor and ends with it", async (t) => {
  const folder = scratch(t);
  const deck = path.join(folder, "deck.yaml");
  fs.writeFileSync(deck, "title: x\n");
  const settings = { path: stub(folder, SERVING), arguments: ["--template", "plain"] };
  const editor = activated({ settings }, [document(deck)]);
  editor.vscode.window.activeTextEditor = showing(document(deck), 7);
  const preview = editor.done.commands.get("deckgen.preview")();
  const [panel] = editor.done.panels;
  await until(() => panel.webview.html.includes("/s3cret-token/?panel"));
  const words = JSON.parse(fs.readFileSync(path.join(folder, "words"), "utf8"));
  assert.deepEqual(words.slice(0, 5), ["preview", deck, "--no-open", "--port", "0"]);
  assert.deepEqual(words.slice(-2), ["--template", "plain"]);
  assert.match(words[6], /goto\.js' .* \{path\} \{line\} \{column\}$/);
  editor.listeners.get("selection")({ textEditor: showing(document(deck), 12) });
  const lines = () => wholeLines(path.join(folder, "told"));
  await until(() => lines().length > 0);
  const told = JSON.parse(lines()[0]);
  assert.deepEqual(told, {
    url: "/cursor",
    token: "Bearer s3cret-token",
    body: JSON.stringify({ file: deck, line: 12 }),
  });
  // A preview that has not read the place yet is told again, until it has.
  await until(() => lines().length === 2);
  assert.equal(lines()[0], lines()[1]);
  assert.equal(editor.done.commands.get("deckgen.preview")(), preview);
  assert.equal(editor.done.panels.length, 1);
  panel.dispose();
  await until(() => preview.process.signalCode !== null || preview.process.exitCode !== null);
  assert.deepEqual(editor.done.errors, []);
  await editor.stop();
});

test("a preview that ends by itself says why", async (t) => {
  const folder = scratch(t);
  const program = stub(folder, 'console.error("Error: no such command"); process.exit(2);');
  const editor = activated({ settings: { path: program } }, [document(path.join(folder, "deck.yaml"))]);
  editor.done.commands.get("deckgen.preview")();
  await until(() => editor.done.errors.length === 1);
  assert.match(editor.done.errors[0], /the preview has ended\. Error: no such command/);
  await editor.stop();
});

test("a build saves the deck and runs in a task", async () => {
  const shown = document(DECK);
  const editor = activated({ settings: { path: "/opt/deckgen" } }, [shown]);
  await editor.done.commands.get("deckgen.build")();
  const [{ execution }] = editor.done.tasks;
  assert.deepEqual([execution.program, ...execution.words], ["/opt/deckgen", "build", DECK]);
  assert.equal(shown.saved.count, 1);
  await editor.stop();
});

test("a command on what is no deck says which files are", async () => {
  const editor = activated({}, []);
  await editor.done.commands.get("deckgen.preview")();
  assert.match(editor.done.errors[0], /decks are the files \*\*\/deck\.yaml/);
  await editor.stop();
});

test("a click in the preview opens the place in the editor", async () => {
  const places = [];
  const door = new Door((place) => places.push(place));
  const words = divided(door.command());
  const put = { "{path}": "/work/a deck.yaml", "{line}": "4", "{column}": "9" };
  const [program, ...rest] = words.map((word) => put[word] ?? word);
  await until(() => door.server.listening);
  await new Promise((done) => {
    spawn(program, rest).on("close", done);
  });
  await until(() => places.length === 1);
  assert.deepEqual(places, [{ file: "/work/a deck.yaml", line: 4, column: 9 }]);
  door.close();
});

test("nobody else can knock, and what is no place is passed over", async (t) => {
  const places = [];
  const door = new Door((place) => places.push(place));
  t.after(() => door.close());
  await until(() => door.server.listening);
  if (process.platform !== "win32") {
    assert.equal(fs.statSync(path.dirname(door.at)).mode & 0o077, 0);
  }
  await new Promise((done) => net.connect(door.at, function () {
    this.end('{"file": 1}');
  }).on("close", done));
  assert.deepEqual(places, []);
});

test("every command and setting is in the package, and every file that it names", () => {
  const manifest = require("../package.json");
  const editor = activated({}, []);
  const declared = manifest.contributes.commands.map(({ command }) => command);
  assert.deepEqual([...editor.done.commands.keys()].sort(), declared.sort());
  assert.ok(fs.existsSync(path.join(__dirname, "..", manifest.main)));
  assert.ok(fs.existsSync(path.join(__dirname, "..", manifest.icon)));
  return editor.stop();
});

test("every file of the extension is well-formed", () => {
  const folder = path.join(__dirname, "..", "src");
  for (const file of fs.readdirSync(folder)) {
    const text = fs.readFileSync(path.join(folder, file), "utf8");
    assert.ok(new vm.Script(`(function () {${text}\n})`, { filename: file }));
  }
});
