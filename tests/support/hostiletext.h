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

} // namespace warroom::support
