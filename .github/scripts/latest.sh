#!/usr/bin/env bash
# latest.sh FOLDER VERSION REPOSITORY TAG: writes FOLDER/latest.json, which tells the updater of each machine what to fetch
# and whose signature it must bear. Without signatures there is nothing to tell, and no file.
set -euo pipefail
folder=$1 version=$2 repository=$3 tag=$4

# machine, and the file it updates itself with
files() {
  cat <<FILES
linux-x86_64 *_amd64.AppImage
linux-aarch64 *_aarch64.AppImage
linux-x86_64-deb *_amd64.deb
linux-aarch64-deb *_arm64.deb
linux-x86_64-rpm *.x86_64.rpm
linux-aarch64-rpm *.aarch64.rpm
windows-x86_64 *_x64-setup.exe
darwin-aarch64 *-aarch64-apple-darwin.app.tar.gz
darwin-x86_64 *-x86_64-apple-darwin.app.tar.gz
FILES
}

platforms='{}'
while read -r machine pattern; do
  for signature in "$folder"/$pattern.sig; do
    [ -f "$signature" ] || continue
    name=$(basename "$signature" .sig)
    platforms=$(jq --arg machine "$machine" --arg url "$repository/releases/download/$tag/$name" \
      --rawfile signature "$signature" '.[$machine] = {url: $url, signature: $signature}' <<<"$platforms")
  done
done < <(files)

if [ "$platforms" = '{}' ]; then
  echo "no signatures, so nothing for the updater"
  exit 0
fi
# What is new: the version's own part of the changelog.
notes=$(awk -v version="$version" '$1 == "##" { is_it = $2 == version; next } is_it' CHANGELOG.md)
jq --null-input --arg version "$version" --arg notes "$notes" --arg date "$(date --utc +%FT%TZ)" --argjson platforms "$platforms" \
  '{version: $version, notes: $notes, pub_date: $date, platforms: $platforms}' >"$folder/latest.json"
jq . "$folder/latest.json"
