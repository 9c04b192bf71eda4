// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"

#include <QByteArray>

#include <vector>

namespace warroom::recorder {

struct Sample {
    qint64 time = 0; ///< Milliseconds since 1970.
    double value = 0; ///< May be NaN and infinite.
};

/// So much of a series is kept in one piece.
inline constexpr Milliseconds chunkLength{60 * 60 * 1000};

/// The bytes of samples in the order of their times, compressed.
QByteArray packed(const std::vector<Sample>& samples);
/// Nothing where the bytes are none of packed().
std::vector<Sample> unpacked(const QByteArray& bytes);

/// All of both in the order of their times; of the same moment the newer one.
std::vector<Sample> merged(const std::vector<Sample>& older, const std::vector<Sample>& newer);

/// Of each stretch of that length the smallest and the largest value, where they stand; both keep what a chart shows.
std::vector<Sample> thinned(const std::vector<Sample>& samples, Milliseconds stretch);

} // namespace warroom::recorder
