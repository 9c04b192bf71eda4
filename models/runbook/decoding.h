// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "runbook/document.h"

#include <QByteArray>

namespace warroom::runbook {

struct Decoded {
    QString text; ///< Lines end with a line feed alone.
    QString encoding;
    std::vector<Warning> warnings;
};

/// UTF-8 or, behind its byte order mark, UTF-16. What is no text in it becomes U+FFFD with a warning for its line.
/// FileTooLarge and FileNotText have `fileName` as detail.
Result<Decoded> decode(const QByteArray& bytes, const QString& fileName);

} // namespace warroom::runbook
