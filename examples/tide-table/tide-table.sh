#!/bin/sh
# Prints the tides of a harbour as a table: tide-table.sh HARBOUR [FILE]
set -eu
jq -r --arg harbour "$1" '.[] | select(.harbour == $harbour) | [.time, .height] | @tsv' "${2:-/usr/share/tides/tides.json}"
