// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "runbook/document.h"

#include <QByteArray>

namespace warroom::runbook {

/// Larger files are no runbooks.
inline constexpr qsizetype maxBytes = qsizetype(8) * 1024 * 1024;

/// Whether text that was once read in a wrong encoding is read as it is or as it was; see Document::repair.
enum class Damage { Keep, Repair };

/// A runbook in Markdown. Whatever is odd about it is a warning; only a file that is too large or no text is an error,
/// with `fileName` as detail. Nothing that the document names is opened or run.
Result<Document> read(const QByteArray& bytes, const QString& fileName, Damage damage = Damage::Keep);

} // namespace warroom::runbook
