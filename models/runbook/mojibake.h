// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "runbook/document.h"

#include <QByteArray>

namespace warroom::runbook {

/// An encoding of one byte a character that UTF-8 is often mistaken for.
enum class Codepage { MacRoman, Windows1252 };

/// The bytes as this encoding reads them.
QString misread(const QByteArray& bytes, Codepage codepage);

/// Nothing for a sound text: an offer takes that every line with more than ASCII turns into UTF-8 by the same encoding.
std::optional<Repair> repairOf(const QString& text);

} // namespace warroom::runbook
