// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace warroom::metrics {

/// Where a password or a token is to be found. The secret itself stands in no value, so that none can print it.
struct Secret {
    QString variable; ///< Of the environment; goes before the file.
    QString file; ///< What `password_file` and its like name.

    bool operator==(const Secret&) const = default;
};

/// What it is at this moment, empty where neither is there; of a file all but the line's end. FileUnreadable, or
/// BadSource where it could not stand in a header.
Result<QByteArray> reveal(const Secret& secret);

/// A key, a certificate or a secret as it stands in its file. FileUnreadable, FileTooLarge.
Result<QByteArray> smallFile(const QString& path);

} // namespace warroom::metrics
