// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/quiettest.h"
#include "support/storefolder.h"

#include <QCryptographicHash>
#include <QDir>

using namespace warroom;
using namespace warroom::support;

namespace {

void put(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QFile::WriteOnly | QFile::Truncate) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

QByteArray hashOf(const QString& path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QFile::ReadOnly) || !hash.addData(&file))
        qFatal("cannot read %s", qPrintable(path));
    return hash.result();
}

} // namespace

/// What happens when the file is not what it should be: it is said, and nothing is made worse.
class TestOpening : public QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void aNewFolderGetsAnEmptyStore()
    {
        StoreFolder room;
        QVERIFY(room.open()->incidents()->empty());
        QVERIFY(!QFile::exists(room.folder().database() + QStringLiteral(".new")));
        QVERIFY(QFile::exists(room.folder().marker()));
    }

    void whoOnlyLooksMakesNone()
    {
        StoreFolder room;
        const auto none = room.prepare(journal::NoStore::Refuse);
        QCOMPARE(none.error(), (Error{ErrorCode::StoreMissing, room.folder().database()}));
        QVERIFY(!QFile::exists(room.folder().lock()));
        room.open();
        QVERIFY(room.prepare(journal::NoStore::Refuse).ok());
    }

    void aMissingStoreIsNotReplacedByAnEmptyOne()
    {
        StoreFolder room;
        room.declared(*room.open());
        QVERIFY(QFile::remove(room.folder().database()));
        QCOMPARE(room.refusal(), (Error{ErrorCode::StoreMissing, room.folder().database()}));
        QVERIFY(!QFile::exists(room.folder().database()));
    }

    void aStoreWithoutItsMarkerGetsItBack()
    {
        StoreFolder room;
        const IncidentId incident = room.declared(*room.open());
        QVERIFY(QFile::remove(room.folder().marker()));
        QCOMPARE(room.open()->incidents()->front().id, incident);
        QVERIFY(QFile::exists(room.folder().marker()));
    }

    void halfOfAnEarlierStartIsTakenAway()
    {
        StoreFolder room;
        QVERIFY(QDir().mkpath(room.folder().path));
        put(room.folder().database() + QStringLiteral(".new"), "killed in the middle of making the store");
        put(room.folder().database() + QStringLiteral(".new-wal"), "and this");
        QVERIFY(room.open()->incidents()->empty());
    }

    void anEmptyFileIsDamage()
    {
        StoreFolder room;
        room.open();
        put(room.folder().database(), {});
        QCOMPARE(room.refusal(), (Error{ErrorCode::StoreDamaged, room.folder().database()}));
        QCOMPARE(QFileInfo(room.folder().database()).size(), 0);
    }

    void aTextFileIsNotOurs()
    {
        StoreFolder room;
        room.open();
        const QByteArray text(5000, 'x');
        put(room.folder().database(), text);
        QCOMPARE(room.refusal()->code, ErrorCode::StoreNotOurs);
        QFile file(room.folder().database());
        QVERIFY(file.open(QFile::ReadOnly));
        QCOMPARE(file.readAll(), text);
    }

    void aFolderInItsPlaceCannotBeOpened()
    {
        StoreFolder room;
        QVERIFY(QDir().mkpath(room.folder().database()));
        QCOMPARE(room.refusal(), (Error{ErrorCode::StoreUnopenable, room.folder().database()}));
    }

    void aFolderThatCannotBeMadeIsSaid()
    {
        StoreFolder room;
        put(room.folder().path, "a file where the folder should be");
        QCOMPARE(room.refusal()->code, ErrorCode::StoreUnopenable);
    }

    void somebodyElsesDatabaseIsLeftAsItIs()
    {
        StoreFolder room;
        QVERIFY(QDir().mkpath(room.folder().path));
        {
            RawConnection other(room.folder().database());
            QCOMPARE(other.exec(QStringLiteral("PRAGMA application_id=4711")), QString());
            QCOMPARE(other.exec(QStringLiteral("CREATE TABLE theirs(a)")), QString());
        }
        const QByteArray before = hashOf(room.folder().database());
        QCOMPARE(room.refusal()->code, ErrorCode::StoreNotOurs);
        QCOMPARE(hashOf(room.folder().database()), before);
    }

    void aNewerStoreIsReadAndNeverWritten()
    {
        StoreFolder room;
        const IncidentId incident = room.declared(*room.open());
        {
            RawConnection newer(room.folder().database());
            QCOMPARE(newer.exec(QStringLiteral("PRAGMA user_version=2")), QString());
            QCOMPARE(newer.exec(QStringLiteral("UPDATE meta SET value='' WHERE key='origin_place'")), QString());
        }
        const QByteArray before = hashOf(room.folder().database());
        const Error newer{ErrorCode::StoreNewer, QStringLiteral("2")};
        {
            const auto store = room.open();
            QCOMPARE(store->readOnly(), std::optional(newer));
            QVERIFY(store->refresh(incident).ok());
            QCOMPARE(store->state(incident).title.value, QStringLiteral("Pool is full"));
            QCOMPARE(store->perform(room.note(incident, QStringLiteral("more"))).error(), newer);
            QCOMPARE(store->erase().error(), newer);
        }
        QCOMPARE(hashOf(room.folder().database()), before);
    }

    void aBrokenPageIsDamageAndNoEarlyEnd()
    {
        StoreFolder room;
        IncidentId incident;
        {
            const auto store = room.open();
            incident = room.declared(*store);
            for (int i = 0; i < 200; ++i)
                QVERIFY(store->perform(room.note(incident, QString(300, QLatin1Char('n')))).ok());
        }
        {
            QFile file(room.folder().database());
            QVERIFY(file.open(QFile::ReadWrite));
            for (qint64 page = file.size() / 2; page < file.size() - 4096; page += 4096) {
                QVERIFY(file.seek(page - page % 4096));
                QCOMPARE(file.write(QByteArray(4096, '\x5a')), 4096);
            }
        }
        const auto store = room.tryOpen();
        if (store)
            QCOMPARE((*store)->refresh(incident).error().code, ErrorCode::StoreDamaged);
        else
            QCOMPARE(store.error().code, ErrorCode::StoreDamaged);
    }

    void aPathWithSpecialCharactersIsOnlyAPath()
    {
        StoreFolder room;
        const journal::Folder odd{room.folder().path + QStringLiteral("/100%?mode=ro&x=#ä 'q'")};
        QVERIFY(journal::prepare(odd, room.clock, room.ids, journal::NoStore::Make).ok());
        auto store = journal::Store::open(odd, room.clock, room.ids);
        QVERIFY(store.ok());
        room.declared(**store);
        QVERIFY(QFile::exists(odd.database()));
    }
};

QTEST_GUILESS_MAIN(TestOpening)
#include "tst_opening.moc"
