// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/time.h"
#include "metrics/answer.h"

#include <limits>
#include <vector>

namespace warroom::metrics {

/// From the smallest to the largest of some values.
struct Extent {
    double minimum = std::numeric_limits<double>::infinity();
    double maximum = -std::numeric_limits<double>::infinity();

    bool isEmpty() const { return minimum > maximum; }
    /// 0 where there is one value or none. Half of it, as all of it may be more than a double holds.
    double halfLength() const { return isEmpty() ? 0 : maximum / 2 - minimum / 2; }
    void take(double value);
    void take(const Extent& other);
    bool operator==(const Extent&) const = default;
};

/// Of the finite values between two moments, both among it.
Extent extent(const Series& series, Instant from, Instant to);

/// Which ones, at most so many, move most by their extents, in the order they have.
std::vector<size_t> busiest(const std::vector<Extent>& extents, size_t most);

} // namespace warroom::metrics
