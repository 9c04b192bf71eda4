// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace warroom::metrics {

/// The beginning of what a server said, on one line, for people: of HTML its title, else its text.
QString excerpt(const QByteArray& body);

/// At most so many characters, the last one "…" where some were cut.
QString cut(const QString& text, qsizetype most);

} // namespace warroom::metrics
