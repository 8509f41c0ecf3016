#!/usr/bin/env bash
# Writes what the seeds do to the archive of the git revision $1 to the file $2, and to the summary of GitHub's job.
# The exit status is that of the report: 1 where an address would vanish or the seeds have problems.
set -euo pipefail
base=$1
file=$2
status=0
"${NEWSARCHIVE:-.venv/bin/newsarchive}" report --base "$base" > "$file" || status=$?
cat "$file" >> "${GITHUB_STEP_SUMMARY:-/dev/null}"
exit "$status"
