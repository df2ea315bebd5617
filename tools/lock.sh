#!/bin/sh
# Resolve the requirement files into locks with hashes and without host names.
set -eu
cd "$(dirname "$0")/../requirements"
lock() {
    uv pip compile --quiet --generate-hashes --universal --python-version 3.11 --no-emit-index-url \
        --no-emit-find-links --no-annotate --no-header "$@"
}
lock dev.in -o dev.txt
lock base.in -c dev.txt -o base.txt
lock run.in -c dev.txt -o run.txt
lock saml.in -c dev.txt -o saml.txt
lock node.in -o node.txt
