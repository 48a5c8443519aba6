#!/bin/sh
# Install VS Code without a screen, as code-server from the npm registry, in a folder: FOLDER.
#
# Its modules in C++ are built here, for which Debian's packages are installed where that is allowed.
# Nothing that a package would download from elsewhere is needed: ripgrep, say, is left out.
set -eu
folder=${1:?"usage: scripts/install-code-server.sh FOLDER"}
version=4.99.4  # the newest that runs on Node.js 20
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    apt-get install -y -q libkrb5-dev libsecret-1-dev g++ make python3 >/dev/null
fi
mkdir -p "$folder"
cd "$folder"
[ -f package.json ] || echo '{"private": true}' > package.json
npm install "code-server@$version" --ignore-scripts --no-audit --no-fund
npm rebuild argon2 --nodedir=/usr
cd node_modules/code-server/lib/vscode
npm install --omit=dev --ignore-scripts --legacy-peer-deps --no-audit --no-fund
(cd extensions && npm install --omit=dev --ignore-scripts --legacy-peer-deps --no-audit --no-fund)
for module in @vscode/spdlog native-watchdog @parcel/watcher kerberos; do
    npm rebuild "$module" --nodedir=/usr
done
npm rebuild node-pty --nodedir=/usr || true  # built, but a step after that wants the network
