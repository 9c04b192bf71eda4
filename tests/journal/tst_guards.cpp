// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/quiettest.h"
#include "support/storefolder.h"

#include <QDirIterator>
#include <QFileInfo>

#include <sys/stat.h>

using namespace warroom;
using namespace warroom::support;

namespace {

mode_t modeOf(const QString& path)
{
    struct stat status {
    };
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 0777 : 0;
}

} // namespace

/// What keeps the file sound against slips of our own and eyes of others.
class TestGuards : public QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void pragmasAreInForce_data()
    {
        QTest::addColumn<QString>("pragma");
        QTest::addColumn<QString>("value");
        QTest::newRow("journal_mode") << QStringLiteral("journal_mode") << QStringLiteral("wal");
        QTest::newRow("synchronous") << QStringLiteral("synchronous") << QStringLiteral("2");
        QTest::newRow("wal_autocheckpoint") << QStringLiteral("wal_autocheckpoint") << QStringLiteral("0");
        QTest::newRow("foreign_keys") << QStringLiteral("foreign_keys") << QStringLiteral("1");
        QTest::newRow("secure_delete") << QStringLiteral("secure_delete") << QStringLiteral("1");
        QTest::newRow("trusted_schema") << QStringLiteral("trusted_schema") << QStringLiteral("0");
        QTest::newRow("recursive_triggers") << QStringLiteral("recursive_triggers") << QStringLiteral("1");
        QTest::newRow("busy_timeout") << QStringLiteral("busy_timeout") << QStringLiteral("5000");
        QTest::newRow("user_version") << QStringLiteral("user_version") << QStringLiteral("1");
        QTest::newRow("application_id") << QStringLiteral("application_id") << QStringLiteral("1463898701");
    }
    void pragmasAreInForce()
    {
        QFETCH(QString, pragma);
        QFETCH(QString, value);
        StoreFolder room;
        QCOMPARE(room.open()->database().value(QStringLiteral("PRAGMA ") + pragma)->toString(), value);
    }

    void aCopyInAnotherJournalModeIsPutRight()
    {
        StoreFolder room;
        room.declared(*room.open());
        {
            RawConnection raw(room.folder().database());
            QCOMPARE(raw.value(QStringLiteral("PRAGMA journal_mode=DELETE")).toString(), QStringLiteral("delete"));
        }
        QCOMPARE(
            room.open()->database().value(QStringLiteral("PRAGMA journal_mode"))->toString(), QStringLiteral("wal"));
    }

    void everyTableIsStrict()
    {
        StoreFolder room;
        const auto store = room.open();
        QCOMPARE(store->database()
                     .value(QStringLiteral("SELECT group_concat(name) FROM pragma_table_list WHERE type='table' AND "
                                           "schema='main' AND NOT strict AND name NOT LIKE 'sqlite%'"))
                     ->toString(),
            QString());
    }

    void filesAreForTheirOwnerOnly()
    {
        StoreFolder room;
        const auto store = room.open();
        room.declared(*store);
        QCOMPARE(modeOf(room.folder().path), mode_t(0700));
        int files = 0;
        QDirIterator all(room.folder().path, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            const QString path = all.next();
            QVERIFY2(modeOf(path) == 0600, qPrintable(path));
            ++files;
        }
        QCOMPARE(files, 5); // the database, its log and index, the lock, the marker
    }

    void theTablesRefuseWhatIsNeverDone_data()
    {
        QTest::addColumn<QString>("sql");
        const auto refuse = [](const char* name, const char* sql) { QTest::newRow(name) << QString::fromLatin1(sql); };
        refuse("delete one", "DELETE FROM entry WHERE seq=1");
        refuse("delete all", "DELETE FROM entry");
        refuse("facts", "UPDATE entry SET facts='{}' WHERE seq=1");
        refuse("actor", "UPDATE entry SET actor='somebody' WHERE seq=1");
        refuse("hash", "UPDATE entry SET hash=x'00'");
        refuse("time", "UPDATE entry SET occurred_at=0 WHERE seq=4");
        refuse("basis", "UPDATE entry SET basis='x' WHERE seq=4");
        refuse("prose", "UPDATE entry SET prose='{}' WHERE seq=4");
        refuse("prose to null without a redaction", "UPDATE entry SET prose=NULL WHERE seq=4");
        refuse("or replace by id",
            "INSERT OR REPLACE INTO entry SELECT 99, id, incident, act, origin, 99, hlc, type, version, actor, "
            "occurred_at, recorded_at, basis, facts, prose, prose_hash, hash FROM entry WHERE seq=4");
        refuse("or replace by number",
            "INSERT OR REPLACE INTO entry SELECT 99, 'other', incident, act, origin, origin_seq, hlc, type, version, "
            "actor, occurred_at, recorded_at, basis, facts, prose, prose_hash, hash FROM entry WHERE seq=4");
        refuse("or replace by row",
            "INSERT OR REPLACE INTO entry SELECT 4, 'other', incident, act, origin, 99, hlc, type, version, "
            "actor, occurred_at, recorded_at, basis, facts, prose, prose_hash, hash FROM entry WHERE seq=4");
        refuse("update or replace", "UPDATE OR REPLACE entry SET id=(SELECT id FROM entry WHERE seq=1) WHERE seq=4");
        refuse("delete a content", "DELETE FROM content");
        refuse("change a content", "UPDATE content SET bytes=x'00'");
        refuse("empty a content without a redaction", "UPDATE content SET bytes=NULL");
        refuse("replace a content", "INSERT OR REPLACE INTO content SELECT sha256, x'00' FROM content");
    }
    void theTablesRefuseWhatIsNeverDone()
    {
        QFETCH(QString, sql);
        StoreFolder room;
        const auto store = room.open();
        const IncidentId incident = room.declared(*store);
        QVERIFY(store->perform(room.note(incident, QStringLiteral("the fourth entry"))).ok());
        RawConnection raw(room.folder().database());
        const auto content = [&] {
            return raw.column(QStringLiteral(
                "SELECT hex(id||facts||coalesce(prose,'')||hash) FROM entry UNION ALL SELECT hex(bytes) FROM content"));
        };
        const QVariantList before = content();
        QVERIFY2(raw.exec(sql).contains(QLatin1String(" is ")), qPrintable(raw.exec(sql)));
        QVERIFY(!store->database().exec(sql).ok());
        QCOMPARE(content(), before);
        QVERIFY(store->perform(room.note(incident, QStringLiteral("the fifth"))).ok());
    }
};

QTEST_GUILESS_MAIN(TestGuards)
#include "tst_guards.moc"
