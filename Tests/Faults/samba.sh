#!/usr/bin/env bash
# Publishes to a real Samba server, mounted through FUSE, while a reader holds pages open, with `strict rename` on and off.
# Needs smbd, smbclient, smbnetfs, fusermount (Debian: samba smbclient smbnetfs fuse) and /dev/fuse; says by name what is
# missing and ends with 77. The server listens on a high port of 127.0.0.1 only, has a configuration of its own below a
# temporary folder, and is ended whatever happens. Usage: samba.sh [PROGRAM [KILLS]], KILLS being how many runs of each
# kind are killed while they write.
set -euo pipefail
program=$(realpath "${1:-$(dirname "$0")/../../.build/debug/throughline}")
rounds=${2:-6}
PATH=$PATH:/usr/sbin:/sbin

missing=
for tool in smbd smbclient smbnetfs fusermount; do command -v $tool >/dev/null || missing+=" $tool"; done
[ -z "$missing" ] || { echo "samba: not run, missing:$missing; the seam stands in (SharingViolationTests)"; exit 77; }
[ -r /dev/fuse ] && [ -w /dev/fuse ] \
  || { echo "samba: not run, /dev/fuse cannot be used here; the seam stands in (SharingViolationTests)"; exit 77; }

work=$(mktemp -d)
server= client= holder=
fail() { echo "samba: FAILED: $*" >&2; tail -n 20 "$work"/*.log >&2 || true; exit 1; }

stop() {
  if [ -n "$holder" ]; then kill "$holder" 2>/dev/null || true; wait "$holder" 2>/dev/null || true; fi
  if [ -n "$client" ]; then
    fusermount -u "$work/mount" 2>/dev/null || fusermount -u -z "$work/mount" 2>/dev/null || true
    for _ in 1 2 3 4 5 6 7 8 9 10; do kill -0 "$client" 2>/dev/null || break; sleep 0.2; done
    kill "$client" 2>/dev/null || true; wait "$client" 2>/dev/null || true
  fi
  if [ -n "$server" ]; then kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; fi
  server= client= holder=
}
trap 'stop; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

start() { # STRICT: a server and a mount of its own
  local strict=$1 port
  rm -rf "$work/share" "$work/state" "$work/mount" "$work/home"
  mkdir -p "$work/share" "$work/state/ncalrpc" "$work/mount" "$work/home/.smb"
  for port in $(shuf -i 20000-60000 -n 20); do (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break; done
  cat > "$work/smb.conf" <<CONF
[global]
server role = standalone server
interfaces = 127.0.0.1/8
bind interfaces only = yes
smb ports = $port
map to guest = Bad User
guest account = $(id -un)
private dir = $work/state
lock directory = $work/state
state directory = $work/state
cache directory = $work/state
pid directory = $work/state
ncalrpc dir = $work/state/ncalrpc
log file = $work/smbd.log
load printers = no
printing = bsd
disable spoolss = yes
strict rename = $strict
server min protocol = SMB2
[site]
path = $work/share
read only = no
guest ok = yes
CONF
  printf '[global]\nclient min protocol = SMB2\n' > "$work/home/.smb/smb.conf"
  : > "$work/home/.smb/smbnetfs.conf"
  chmod 700 "$work/home/.smb"; chmod 600 "$work/home/.smb"/*
  # Server and mount each in a session of its own: they end with a signal to their whole process group.
  setsid smbd --foreground --no-process-group --configfile="$work/smb.conf" --debug-stdout > "$work/server.log" 2>&1 &
  server=$!
  address=(-s "$work/home/.smb/smb.conf" -p "$port" -N //127.0.0.1/site)
  for _ in $(seq 50); do smbclient "${address[@]}" -c ls >/dev/null 2>&1 && break; sleep 0.2; done
  smbclient "${address[@]}" -c ls >/dev/null || fail "the server does not answer"
  HOME=$work/home setsid smbnetfs "$work/mount" -f \
    -o smb_query_browsers=false,use_libsecret=false,smbnetfs_debug=0 > "$work/client.log" 2>&1 &
  client=$!
  mounted=$work/mount/127.0.0.1:$port/site
  for _ in $(seq 50); do [ -d "$mounted" ] && ls "$mounted" >/dev/null 2>&1 && break; sleep 0.2; done
  ls "$mounted" >/dev/null 2>&1 || fail "the share cannot be mounted through FUSE: $(cat "$work/client.log")"
}

hold() { # FILE SECONDS: a reader who lets nobody else in
  { echo "open $1"; exec sleep "$2"; } \
    | exec timeout $(($2 + 10)) stdbuf -oL smbclient "${address[@]}" > "$work/holder.log" 2>&1 &
  holder=$!
  for _ in $(seq 300); do grep -q fnum "$work/holder.log" && return; sleep 0.1; done
  fail "the reader could not open $1"
}
release() { kill "$holder" 2>/dev/null || true; wait "$holder" 2>/dev/null || true; holder=; sleep 0.5; }

edit() { # changes what the site says, and builds it
  echo "Changed for the ${1} time." >> content/notes/2026-02-10-parts.md
  rm -rf before; cp -R public before
  "$program" build --quiet
  changed=$(diff -rq before public | grep -cv manifest.txt || true)
}
publish() { timeout 60 "$program" publish "$mounted/service" > out.txt 2> err.txt; }
same() { diff -r public "$work/share/service" > diff.txt || fail "$1: the share is not the site: $(head -n 3 diff.txt)"; }

mkdir "$work/desk"; cd "$work/desk"
for strict in yes no; do
  rm -rf content public before
  "$program" new content >/dev/null
  "$program" build --quiet
  total=$(find public -type f ! -name manifest.txt | wc -l)
  start $strict

  publish || fail "the first publication: $(cat err.txt)"
  same "the first publication"
  grep -q "^.*: $total files written .*verified: $total files" out.txt || fail "unexpected: $(cat out.txt)"
  echo "samba: strict rename $strict: first publication: $(sed 's/^[^ ]* //' out.txt)"

  publish || fail "nothing changed: $(cat err.txt)"
  grep -q ": 0 files written" out.txt || fail "nothing changed, and yet: $(cat out.txt)"

  edit first
  hold 'service\departments\stores.html' 3
  ( exec 9< "$mounted/service/index.html"; exec sleep 4 ) & # another one, through the same mount
  other=$!
  sleep 0.3
  publish || fail "with readers who go: $(cat err.txt)"
  wait $other
  release; same "with readers who go"
  [ "$changed" -gt 0 ] && [ "$changed" -lt "$total" ] || fail "the change touched $changed of $total files"
  grep -q ": $changed files\\? written" out.txt || fail "$changed files differ, and yet: $(cat out.txt)"
  waited=$(grep -c "open elsewhere:" err.txt || true)
  echo "samba: strict rename $strict: $changed of $total files changed, two held open for 3 and 4 s (waited: $waited): $(sed 's/^[^ ]* //' out.txt)"

  edit second
  hold 'service\departments\stores.html' 30
  status=0; publish || status=$?
  [ $status = 73 ] || fail "a reader who stays: status $status: $(cat out.txt err.txt)"
  grep -q "departments/stores.html: error\[file-in-use\]" err.txt || fail "the file is not named: $(cat err.txt)"
  cmp -s before/index.html "$work/share/service/index.html" || fail "the start page is not the former one"
  [ -z "$(find "$work/share/service" -name '*throughline*')" ] || fail "left behind: $(find "$work/share" -name '*throughline*')"
  echo "samba: strict rename $strict: one held open all the time: status 73: $(grep -o 'departments/stores.html: error.*' err.txt)"
  release
  publish || fail "after the reader went: $(cat err.txt)"
  same "after the reader went"
  echo "samba: strict rename $strict: completed by the next run: $(sed 's/^[^ ]* //' out.txt)"

  kills=0 caught=0
  for round in $(seq "$rounds"); do
    edit "kill-$round"
    "$program" publish "$mounted/service" > out.txt 2> err.txt &
    run=$!
    # From the moment at which it writes, so many milliseconds.
    for _ in $(seq 400); do [ -e "$work/share/service/.throughline-lock" ] && break; sleep 0.01; done
    sleep "0.$(printf %03d $((RANDOM % 150)))"
    kill -9 $run 2>/dev/null || true; wait $run 2>/dev/null || true
    kills=$((kills + 1))
    [ ! -e "$work/share/service/.throughline-lock" ] || caught=$((caught + 1))
    for page in $(cd before && find . -name '*.html'); do
      there=$work/share/service/$page
      [ -e "$there" ] || { [ ! -e "public/$page" ] || fail "after a kill $page is gone"; continue; }
      cmp -s "$there" "before/$page" || cmp -s "$there" "public/$page" || fail "after a kill $page is neither the old nor the new one"
    done
    sleep 4 # The mount keeps what it knows of names for some seconds.
    publish || fail "after a kill: $(cat err.txt)"
    same "after a kill"
  done
  echo "samba: strict rename $strict: $kills kills, $caught of them while it wrote: no half page, each completed by the next run"
  stop
done
echo "samba: done"
