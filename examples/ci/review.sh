#!/bin/sh
# Prints what applying the manifests of this branch would do, against the branch that it goes to.
# Copy it to ci/review.sh: the workflows call it there.
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

stop() {
  echo "review.sh: $*" >&2
  exit 2
}

if ! git rev-parse --verify --quiet "$base^{commit}" >/dev/null; then
  case $base in
    origin/*) fetch="Fetch it: git fetch origin ${base#origin/}:refs/remotes/$base; or name" ;;
    *) fetch=Name ;;
  esac
  stop "there is no $base here. $fetch the branch as the second argument."
fi

# The change is what this branch adds since it left the other one, not what that one got meanwhile.
start=$(git merge-base "$base" HEAD) ||
  stop "$base and this branch have no common commit here. Fetch the history: git fetch --unshallow (fetch-depth: 0)."

# Tells whether there is a manifest, or a link that may lead to one, in a list of files.
has_manifests() {
  grep -Eiq '^120000 |\.(ya?ml|json)"?$'
}

# A side without manifests is empty: everything is new, or everything is deleted.
before=/dev/null
after=/dev/null
if git ls-tree -r "$start" -- "$folder" | has_manifests; then before=git:$start:$folder; fi
if find -L "$folder" 2>/dev/null | has_manifests; then after=$folder; fi
if [ "$before" = "$after" ]; then
  stop "$folder has no .yaml, .yml or .json file, neither here nor in $base. Name the folder of the manifests as the first argument."
fi

set -- "$before" "$after" --format "${FORMAT:-markdown}"
if [ -n "${FAIL_ON:-}" ]; then set -- "$@" --fail-on "$FAIL_ON"; fi
# shellcheck disable=SC2086 # the command may be several words
exec $review "$@"
