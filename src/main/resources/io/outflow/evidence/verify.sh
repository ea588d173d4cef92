#!/bin/sh
# Checks an unpacked evidence package without Outflow.
#
#   usage: sh verify.sh DIR SIGNER.pem [TSA-CA.pem]
#
# DIR is the unpacked package. SIGNER.pem is the signer's certificate and TSA-CA.pem that of the time-stamp authority; both
# come from you, never from the package. A stamp that was made later is looked for beside DIR, as DIR.tsr.
# Needs a POSIX shell, openssl and sha256sum. Ends with 0 when verified, 1 when not, 2 on wrong usage.
set -u
LC_ALL=C
export LC_ALL
[ $# -eq 2 ] || [ $# -eq 3 ] || { echo "usage: sh verify.sh DIR SIGNER.pem [TSA-CA.pem]" >&2; exit 2; }
full() { case "$1" in /*) printf '%s' "$1" ;; *) printf '%s/%s' "$PWD" "$1" ;; esac; }
D=$(full "${1%/}")
PEM=$(full "$2")
CA=
[ $# -eq 3 ] && CA=$(full "$3")
[ -d "$D" ] || { echo "There is no folder at $1. Unpack the package first." >&2; exit 2; }
[ -f "$PEM" ] || { echo "There is no certificate at $2." >&2; exit 2; }
[ -z "$CA" ] || [ -f "$CA" ] || { echo "There is no certificate at $3." >&2; exit 2; }

failed=0
t=$(mktemp -d) || exit 2
trap 'rm -rf "$t"' EXIT
say() { echo "$1 $2"; [ "$1" = OK ] || failed=1; }
openssl x509 -in "$PEM" -pubkey -noout > "$t/pub" 2> /dev/null
cd "$D" || exit 2

if openssl dgst -sha256 -verify "$t/pub" -signature sign/tagmanifest.sig tagmanifest-sha256.txt > /dev/null 2>&1
then say OK signature; else say BAD signature; fi

# The signed bag-info.txt says whether the package was stamped when it was made.
made=$(sed -n 's/^Time-Stamp: //p' bag-info.txt)
stamp=
outside="no outside time"
case "$made" in
  sign/tagmanifest.tsr)
    stamp=sign/tagmanifest.tsr
    [ -f "$stamp" ] || { say BAD timestamp-missing; stamp=; } ;;
  none)
    [ ! -e sign/tagmanifest.tsr ] || say BAD timestamp-put-in
    [ ! -f "$D.tsr" ] || stamp=$D.tsr ;;
  *) say BAD timestamp-line ;;
esac
if [ -n "$stamp" ]; then
  if [ -z "$CA" ]; then
    outside="outside time not checked, because no TSA-CA.pem was given"
  elif openssl ts -verify -data tagmanifest-sha256.txt -in "$stamp" -CAfile "$CA" > /dev/null 2>&1; then
    say OK timestamp
    outside="existed at $(openssl ts -reply -in "$stamp" -text 2> /dev/null | sed -n 's/^Time stamp: //p')"
  else
    say BAD timestamp
  fi
fi

if grep -qvE '^[0-9a-f]{64}  (README\.txt|bag-info\.txt|bagit\.txt|manifest-sha256\.txt|sign/signer\.pem|verify\.sh)$' tagmanifest-sha256.txt
then say BAD tagmanifest-lines; else say OK tagmanifest-lines; fi
if [ "$(cut -c67- tagmanifest-sha256.txt | sort -u | wc -l)" -eq 6 ] && [ "$(wc -l < tagmanifest-sha256.txt)" -eq 6 ]
then say OK tagmanifest-count; else say BAD tagmanifest-count; fi
if sha256sum --check --strict --quiet tagmanifest-sha256.txt > /dev/null 2>&1
then say OK tag-files; else say BAD tag-files; fi
if [ "$(cat bagit.txt)" = "$(printf 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8')" ]
then say OK bagit; else say BAD bagit; fi

if grep -qvE '^[0-9a-f]{64}  data/[A-Za-z0-9._/-]+$' manifest-sha256.txt
then say BAD manifest-lines; else say OK manifest-lines; fi
if grep -qE '(^|/| )\.\.?(/|$)|//' manifest-sha256.txt
then say BAD manifest-paths; else say OK manifest-paths; fi
if sha256sum --check --strict --quiet manifest-sha256.txt > /dev/null 2>&1
then say OK payload; else say BAD payload; fi
cut -c67- manifest-sha256.txt | sort > "$t/listed"
find . ! -type d | sed 's,^\./,,' \
  | grep -vxE 'bagit\.txt|bag-info\.txt|manifest-sha256\.txt|tagmanifest-sha256\.txt|sign/(tagmanifest\.(sig|tsr)|signer\.pem)|README\.txt|verify\.sh' \
  | sort > "$t/there"
if cmp -s "$t/listed" "$t/there"
then say OK no-extra-or-missing-files; else say BAD no-extra-or-missing-files; fi
if [ -z "$(find . ! -type d ! -type f)" ]
then say OK only-plain-files; else say BAD only-plain-files; fi

# The extract of the change log: numbers without a gap, and each line carries the SHA-256 of the one before.
head=$(cat data/audit/head.json)
first=$(printf '%s\n' "$head" | sed -n 's/.*"first_seq":\([0-9]\{1,18\}\),.*/\1/p')
p=$(printf '%s\n' "$head" | sed -n 's/.*"previous_hash":"\([0-9a-f]\{64\}\)".*/\1/p')
chain=OK
n=0
if [ -n "$first" ] && [ -n "$p" ] && [ -f data/audit/chain.jsonl ]; then
  while IFS= read -r line; do
    case "$line" in
      "{\"seq\":$((first + n)),\"prev\":\"$p\","*) ;;
      *) chain=BAD; break ;;
    esac
    n=$((n + 1))
    p=$(printf '%s\n' "$line" | sha256sum | cut -c1-64)
  done < data/audit/chain.jsonl
  [ "$(wc -l < data/audit/chain.jsonl)" -eq "$n" ] || chain=BAD
  case "$head" in
    "{\"count\":$n,\"first_seq\":$first,\"last_seq\":$((first + n - 1)),"*",\"head\":\"$p\""*) ;;
    *) chain=BAD ;;
  esac
else
  chain=BAD
fi
say $chain audit-chain

if [ $failed -eq 0 ]; then echo "RESULT: VERIFIED, $outside"; else echo "RESULT: NOT VERIFIED"; fi
exit $failed
