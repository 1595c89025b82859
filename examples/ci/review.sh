#!/bin/sh
# Prints what applying the manifests of this branch would do, against the branch that it goes to.
#
# usage: review.sh [FOLDER [BASE]]
#   FOLDER  where the manifests are, from the top of the repository (default: manifests)
#   BASE    the branch that this one goes to (default: origin/main)
#
# FORMAT is the form of the report: text, markdown, html, json or github (default: markdown).
# FAIL_ON names the effects to end with 1 for, such as rejected,data-risk (default: none).
# REVIEW is the command (default: npx --no-install cdk8s-groundwork review).
set -eu

folder=${1:-manifests}
base=${2:-origin/main}
review=${REVIEW:-npx --no-install cdk8s-groundwork review}

cd "$(git rev-parse --show-toplevel)"

# The change is what this branch adds since it left the other one, not what that one got meanwhile.
if ! start=$(git merge-base "$base" HEAD); then
  echo "review.sh: $base and this branch have no common commit here. Fetch the history: git fetch --unshallow (fetch-depth: 0)." >&2
  exit 2
fi

before="git:$start:$folder"
if ! git cat-file -e "$start:$folder" 2>/dev/null; then
  # Everything is new.
  before=/dev/null
fi

set -- "$before" "$folder" --format "${FORMAT:-markdown}"
if [ -n "${FAIL_ON:-}" ]; then set -- "$@" --fail-on "$FAIL_ON"; fi
# shellcheck disable=SC2086 # the command may be several words
exec $review "$@"
