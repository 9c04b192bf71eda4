// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/textindex.h"

#include "incident/codec.h"
#include "journal/database.h"

namespace warroom::journal {

Result<void> indexText(Database& database, qint64 seq, const incident::Body& body)
{
    const QString text = incident::proseText(body);
    if (text.isEmpty())
        return {};
    return database.exec(QStringLiteral("INSERT INTO entry_text(rowid, text) VALUES(?, ?)"), {seq, text});
}

} // namespace warroom::journal
