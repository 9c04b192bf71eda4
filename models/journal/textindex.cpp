// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/textindex.h"

#include "incident/codec.h"
#include "journal/database.h"

namespace warroom::journal {

Result<void> indexText(Database& database, const incident::Body& body)
{
    const QString text = incident::proseText(body);
    if (text.isEmpty())
        return {};
    return database.exec(QStringLiteral("INSERT INTO entry_text(rowid, text) VALUES(last_insert_rowid(), ?)"), {text});
}

} // namespace warroom::journal
