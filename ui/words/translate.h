// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

namespace warroom::words {

/// The one translation context of everything worded here.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(warroom::words)
};

/// How many, in words: the singular has a sentence of its own because the source language has no plural forms loaded.
inline QString counted(int n, const QString& one, const QString& many) { return n == 1 ? one : many; }

} // namespace warroom::words
