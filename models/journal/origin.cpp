// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/origin.h"

#include "journal/database.h"

#include <QSysInfo>

namespace warroom::journal {

namespace {

QString place(const FileIdentity& identity)
{
    return QStringLiteral("%1 %2 %3")
        .arg(QString::fromLatin1(QSysInfo::machineUniqueId()), QString::number(identity.device),
            QString::number(identity.inode));
}

} // namespace

Result<OriginId> originOf(Database& database, const FileIdentity& identity)
{
    const Result<QVariant> written = database.value(QStringLiteral("SELECT value FROM meta WHERE key='origin_place'"));
    if (!written)
        return written.error();
    if (written->toString() != place(identity))
        return OriginId{};
    const Result<QVariant> origin = database.value(QStringLiteral("SELECT value FROM meta WHERE key='origin'"));
    if (!origin)
        return origin.error();
    return OriginId::fromText(origin->toString()).value_or(OriginId{});
}

Result<OriginId> startOrigin(Database& database, const FileIdentity& identity, OriginId fresh)
{
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    const Result<OriginId> meanwhile = originOf(database, identity);
    if (!meanwhile || !meanwhile->isNull())
        return meanwhile;
    const QString put =
        QStringLiteral("INSERT INTO meta VALUES(?, ?) ON CONFLICT(key) DO UPDATE SET value=excluded.value");
    for (const auto& [key, value] : {std::pair(QStringLiteral("origin"), fresh.text()),
             std::pair(QStringLiteral("origin_place"), place(identity))}) {
        if (const Result<void> done = database.exec(put, {key, value}); !done)
            return done.error();
    }
    if (const Result<void> committed = transaction->commit(); !committed)
        return committed.error();
    return fresh;
}

} // namespace warroom::journal
