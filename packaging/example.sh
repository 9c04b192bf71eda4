# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2154
# Sourced by run.sh and pictures.sh, which set root and warroom: the shipped example as the log of a folder, and
# pictures of it.

# begin_example FOLDER: the log is to be there; what was is gone. Nobody's settings count.
begin_example()
{
    folder=$1
    rm -rf "$folder/data"
    mkdir -p "$folder/data"
    export LC_ALL=C.UTF-8 XDG_CONFIG_HOME=$folder/data/config XDG_STATE_HOME=$folder/data/state
    export XDG_RUNTIME_DIR=${XDG_RUNTIME_DIR:-$folder/data}
}

# at MOMENT VERB [ARGUMENT...]
at()
{
    "$warroom" "$2" --data-dir "$folder/data" --clock "$1" --as carol --playbook erlmcp-incident-response "${@:3}"
}

# log_example MOMENT [LINES]: the first lines of the example, or all of them.
log_example() { head -n "${2:-1000}" "$root/resources/examples/websocket-outage.txt" | at "$1" log -; }

# take_picture MOMENT FILE [OPTION...]
take_picture() { at "$1" desk --screenshot "$2" --theme dark "${@:3}"; }
