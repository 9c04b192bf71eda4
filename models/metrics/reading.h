// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace warroom::metrics {

/// In what a value is said: so many of its own unit are one of these.
struct Scale {
    double factor = 1;
    QString symbol; ///< "ms", "k", "MiB"; empty for plain numbers.
    bool operator==(const Scale&) const = default;
};

/// For values up to that amount. Units are named as Grafana names them: short, none, bytes, decbytes, s, ms, ops,
/// reqps, percent, percentunit, Bps, pps, bps, dtdurations; any other is a text that stands behind the number. None at
/// all is short.
Scale scaleFor(const QString& unit, double largest);

/// A value as people read it; the two together fill one line.
struct Reading {
    QString number; ///< "4.1", "−3", "∞", "1 h 5 min"; "–" for what is not a number.
    QString symbol;

    QString text() const;
    bool operator==(const Reading&) const = default;
};

/// In that scale, as exact as one can take in at once.
Reading reading(double value, const Scale& scale);
/// In the scale of its own. Durations (dtdurations) are said in the two largest of days, hours, minutes and seconds.
Reading reading(double value, const QString& unit);

/// With as many digits behind the point as a step of an axis has, in its scale.
QString axisNumber(double value, double step, const Scale& scale);

} // namespace warroom::metrics
