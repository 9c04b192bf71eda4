# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2034
# Sourced by the scripts beside it: the packages they need and how they come onto the machine. The names are those of
# Debian 12; Debian 13 and Ubuntu 24.04 use the same.

# The CMake files of libmd4c name its HTML renderer too, those of Qt Charts OpenGL, and stop where that is not there.
packages_to_build=(
    g++ cmake ninja-build ccache pkg-config
    qt6-base-dev qt6-svg-dev libyaml-cpp-dev libmd4c-dev libmd4c-html0-dev libkainjow-mustache-dev
    libgit2-dev libsimdjson-dev qt6-charts-dev libqt6opengl6-dev
)
packages_to_run=(libqt6sql6-sqlite fonts-inter fonts-dejavu-core)
# A desktop without a screen, with keyboard, window manager and accessibility, and what looks at it.
packages_to_test=(
    python3 git sqlite3 libsqlite3-dev xvfb xauth openbox xdotool imagemagick dbus at-spi2-core python3-pyatspi groff-base
    desktop-file-utils appstream
)
# What tests/real meets. Each is a service that Debian starts, so nobody gets them by asking for the tests alone.
packages_to_meet=(prometheus)
# With version numbers, since a newer one warns of more.
packages_to_fuzz=(clang-14 libclang-rt-14-dev llvm-14)
packages_to_check=(python3 clang-14 clang-tidy-14 clang-format-14 clazy shellcheck)
packages_to_cover=(gcovr)
# What the figures are compared with.
packages_to_compare=(cmark-gfm)

# Those of the arguments that are not installed.
missing_packages()
{
    local installed name
    installed=$(dpkg-query -W -f='${Package} ${db:Status-Status}\n' "$@" 2>/dev/null || true)
    for name in "$@"; do
        grep -qxF "$name installed" <<<"$installed" || echo "$name"
    done
}

# Installs what is missing, and does nothing at all when nothing is. Exit status 2 where it may not.
install_packages()
{
    local -a missing as_root=()
    if ! command -v dpkg-query >/dev/null; then
        echo "This is no Debian; what these packages hold is needed: $*" >&2
        return 0
    fi
    mapfile -t missing < <(missing_packages "$@")
    [ ${#missing[@]} -gt 0 ] || return 0

    if [ "$(id -u)" -ne 0 ]; then
        if command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
            as_root=(sudo)
        else
            echo "Packages are missing. Run this line as root, then start again:" >&2
            echo "apt-get update && apt-get install -y --no-install-recommends ${missing[*]}"
            exit 2
        fi
    fi
    echo "Installing ${missing[*]}" >&2
    "${as_root[@]}" apt-get update -qq >&2
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
}
