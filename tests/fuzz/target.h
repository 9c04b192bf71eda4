// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <cstdio>
#include <cstdlib>

/// What libFuzzer calls with every input; also called by replay.cpp with the seeds.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size);

namespace warroom::fuzz {

inline QByteArray bytes(const unsigned char* data, std::size_t size)
{
    return {reinterpret_cast<const char*>(data), qsizetype(size)};
}

/// A promise that is not kept is a finding, as a crash is.
inline void require(bool kept, const char* promise)
{
    if (kept)
        return;
    std::fprintf(stderr, "not kept: %s\n", promise);
    std::abort();
}

} // namespace warroom::fuzz
