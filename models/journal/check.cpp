// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/check.h"

#include "journal/database.h"

namespace warroom::journal {

namespace {

Result<QStringList> complaints(Database& database, const QString& pragma)
{
    QStringList said;
    const Result<void> read =
        database.each(pragma, {}, [&said](const QSqlQuery& row) { said += row.value(0).toString(); });
    if (!read)
        return read.error();
    said.removeAll(QStringLiteral("ok"));
    return said;
}

} // namespace

Result<void> quickCheck(Database& database)
{
    const Result<QStringList> said = complaints(database, QStringLiteral("PRAGMA quick_check(1)"));
    if (!said)
        return said.error();
    return said->isEmpty() ? Result<void>() : Error{ErrorCode::StoreDamaged, said->constFirst().simplified()};
}

Result<QStringList> integrityCheck(Database& database)
{
    return complaints(database, QStringLiteral("PRAGMA integrity_check(100)"));
}

} // namespace warroom::journal
