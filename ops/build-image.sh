#!/usr/bin/env bash
# Builds the image and judges what it holds: `ops/build-image.sh [NAME]`. By docker or podman where one answers; else by buildah, as root, on
# a base made of Debian's packages and npm's Node in place of the registry's, for machines that reach no registry of images. Where there
# is none of them it says so and ends with 0. BUILD_FLAGS are handed to the build: what your network needs.
#
# Then the image is started as compose.yaml does it (test/smoke/start-image.ts): that needs root too.
set -euo pipefail
cd "$(dirname "$0")/.."

NAME=${1:-tindak-lanjut-bot}
MOST_MEGABYTES=150
BASE=$(sed -n 's/^ARG NODE=//p' Dockerfile)
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT

buildah_here() { buildah --storage-driver vfs --root "$WORK/storage" --runroot "$WORK/run" "$@"; }

# A Debian with Node and npm where the official image has them, and its user.
make_base() {
  local root=$WORK/base suite major
  suite=$(sed 's/.*-\(.*\)-slim$/\1/' <<<"$BASE")
  major=$(sed 's/^node:\([0-9]*\).*/\1/' <<<"$BASE")
  # util-linux and bash are there; certificates are not, as in the official image.
  mmdebstrap --quiet --variant=minbase "$suite" "$root"
  rm -rf "$root"/var/cache/apt/* "$root"/var/lib/apt/lists/*
  npm install --silent --prefix "$WORK/node" --no-save --ignore-scripts "node-linux-$(node -p process.arch)@$major"
  install "$WORK"/node/node_modules/node-linux-*/bin/node "$root/usr/local/bin/node"
  npm install --silent --global --prefix "$root/usr/local" npm@11
  chroot "$root" groupadd --gid 1000 node
  chroot "$root" useradd --uid 1000 --gid node --shell /bin/bash --create-home node
  local container
  container=$(buildah_here from scratch)
  buildah_here add --quiet "$container" "$root" / >/dev/null
  buildah_here config --cmd node --env PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "$container"
  buildah_here commit --quiet --rm "$container" localhost/base >/dev/null
}

# Leaves the file systems of the base and of the image as folders.
for engine in docker podman; do
  if "$engine" info >/dev/null 2>&1; then
    # shellcheck disable=SC2086
    "$engine" build ${BUILD_FLAGS:-} -t "$NAME" .
    for which in "base $BASE" "image $NAME"; do
      read -r what image <<<"$which"
      [ "$what" = base ] && "$engine" pull --quiet "$image" >/dev/null
      container=$("$engine" create "$image")
      mkdir -p "$WORK/$what" && "$engine" export "$container" | tar -x -C "$WORK/$what" --no-same-owner
      "$engine" rm "$container" >/dev/null
    done
    built_by=$engine
    break
  fi
done
if [ -z "${built_by:-}" ]; then
  if [ "$(id -u)" != 0 ] || ! command -v buildah >/dev/null || ! command -v mmdebstrap >/dev/null; then
    echo "skipped: no docker, no podman, and not buildah with mmdebstrap as root"
    exit 0
  fi
  make_base
  # npm asks there where it asks here, and trusts whom it trusts here.
  for setting in registry cafile; do
    value=$(npm config get "$setting")
    case $value in null | undefined) ;; *) echo "$setting=$value" >>"$WORK/npmrc" ;; esac
  done
  network=(-v "$WORK/npmrc:/root/.npmrc:ro")
  [ -d /etc/ssl/certs ] && network+=(-v /etc/ssl/certs:/etc/ssl/certs:ro)
  # shellcheck disable=SC2086
  buildah_here build --isolation chroot --format docker "${network[@]}" ${BUILD_FLAGS:-} --build-arg NODE=localhost/base -t "$NAME" .
  container=$(buildah_here from "$NAME")
  cp -a "$(buildah_here mount "$container")" "$WORK/image"
  built_by=buildah
fi

failed=0
judge() {
  if [ "$2" = yes ]; then echo "ok   $1"; else echo "FAIL $1"; failed=1; fi
}
image=$WORK/image
weight=$(($(du -sm "$image/app" | cut -f1)))
judge "built by $built_by: $weight MB beside the base of $(du -sm "$WORK/base" | cut -f1) MB (at most $MOST_MEGABYTES)" \
  "$([ "$weight" -le "$MOST_MEGABYTES" ] && echo yes)"
tools=$(cd "$image" && find app usr/local/bin usr/bin ! -type d -regex '.*/\(npm\|npx\|corepack\|yarn\|gcc\|cc\|tsc\|tsx\|esbuild\|prisma\|vitest\|biome\)' 2>/dev/null || true)
judge "no compiler, no command line of a package${tools:+: $tools}" "$([ -z "$tools" ] && echo yes)"
sources=$(cd "$image/app" && find . -path ./node_modules -prune -o -name '*.ts' -print -o -name test -print)
judge "no source, no test${sources:+: $sources}" "$([ -z "$sources" ] && echo yes)"

if [ "$(id -u)" = 0 ]; then
  npx tsx test/smoke/start-image.ts "$image" || failed=1
else
  echo "skipped: starting it as compose.yaml does needs root"
fi
exit "$failed"
