#!/bin/sh
# Builds everything and runs every test. As root it installs what the tests use (tests/packages.txt); without root the tests that need root are skipped.
# With CI=true nothing may be skipped.
set -eu

cd "$(dirname -- "$(readlink -f -- "$0")")"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en
out=$PWD/artifacts
log=$out/test.log
mkdir -p "$out"

missing() {
    sed 's/#.*//' tests/packages.txt | tr -s ' \t' '\n\n' | while IFS= read -r package; do
        [ -z "$package" ] || dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q ' installed$' || printf '%s ' "$package"
    done
}

install_packages() {
    command -v dpkg-query >/dev/null || { echo "test.sh: no dpkg here; tests/packages.txt says what the tests use" >&2; return; }
    packages=$(missing)
    [ -n "$packages" ] || return 0
    if [ "$(id -u)" != 0 ]; then
        echo "test.sh: not installed, and only root can install: $packages" >&2
        return
    fi
    echo "test.sh: installing $packages"
    # The names are ours, from a file of this checkout, and meant to be split.
    # shellcheck disable=SC2086
    { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $packages; } >"$log" 2>&1 || { cat "$log" >&2; exit 3; }
}

build() {
    command -v dotnet >/dev/null || { echo "test.sh: the .NET SDK 10 is missing. Get it from https://dot.net/download" >&2; exit 3; }
    dotnet build ActorNet.sln -c Release --artifacts-path "$out" -nodeReuse:false -v q -clp:ErrorsOnly >"$log" 2>&1 || { cat "$log" >&2; exit 1; }
}

# Adds up the lines "Failed: 0, Passed: 12, Skipped: 0" of one project.
count() { sed -n "s/.*$1: *\([0-9][0-9]*\),.*/\1/p" "$log" | awk '{ sum += $1 } END { print sum + 0 }'; }

passed=0 failed=0 skipped=0
install_packages
build
for project in tests/*.Tests; do
    code=0
    timeout -k 10 1200 dotnet test "$project" -c Release --artifacts-path "$out" --no-build -nodeReuse:false -v m >"$log" 2>&1 || code=$?
    p=$(count Passed) f=$(count Failed) s=$(count Skipped)
    # A project that broke off, or ran nothing, has failed whatever it printed.
    if [ "$code" != 0 ] && [ "$f" = 0 ] || [ "$((p + f + s))" = 0 ]; then f=$((f + 1)); fi
    if [ "$f" != 0 ]; then cat "$log"; fi
    echo "$project: $p passed, $f failed, $s skipped"
    passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
done

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ] || exit 1
if [ "${CI:-}" = true ] && [ "$skipped" != 0 ]; then
    echo "test.sh: with CI=true no test may be skipped" >&2
    exit 1
fi
