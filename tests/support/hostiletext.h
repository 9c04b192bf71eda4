// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace warroom::support {

/// A text that asks whoever shows it for something.
struct HostileText {
    const char* what;
    QString text;
};

/// Forty of them. `file` is named where a text wants a file opened or made, `address` where it wants one called.
std::vector<HostileText> hostileTexts(const QString& file, const QString& address);

/// The first character of the text that hides or reorders what stands around it, or that a terminal would obey, as its
/// code; empty: there is none.
QString hiddenIn(const QString& text);

} // namespace warroom::support
