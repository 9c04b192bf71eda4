// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/mount.h"
#include "support/quiettest.h"
#include "support/storefolder.h"

#include "journal/drafts.h"
#include "journal/filesystem.h"
#include "journal/verify.h"

#include <QDir>
#include <QProcess>

#include <sys/stat.h>
#include <unistd.h>

using namespace warroom;
using namespace warroom::support;
using journal::Folder;
using journal::NoStore;
using journal::Store;

namespace {

/// The store of a folder on a file system that the test made.
class MountedStore
{
public:
    explicit MountedStore(int kibibytes = 4096) : disk(kibibytes) { }

    Mount disk;
    QTemporaryDir outside;
    StoreFolder room;

    Folder folder() const
    {
        return {disk.path() + QStringLiteral("/data"), {outside.path() + QStringLiteral("/not-saved")},
            outside.path() + QStringLiteral("/known")};
    }
    Result<Folder> prepare(NoStore none = NoStore::Refuse)
    {
        return journal::prepare(folder(), room.clock, room.ids, none);
    }
    std::unique_ptr<Store> open()
    {
        const Result<Folder> prepared = prepare(NoStore::Make);
        Result<std::unique_ptr<Store>> store =
            prepared ? Store::open(*prepared, room.clock, room.ids) : Result<std::unique_ptr<Store>>(prepared.error());
        if (!store)
            qFatal("cannot open: %d %s", int(store.error().code), qPrintable(store.error().detail));
        return std::move(*store);
    }
};

qint64 notesIn(Store& store)
{
    const auto count = store.database().value(QStringLiteral("SELECT count(*) FROM entry WHERE type='noted'"));
    return count ? count->toLongLong() : -1;
}

int modeOf(const QString& path)
{
    struct stat status {
    };
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? int(status.st_mode & 0777) : -1;
}

} // namespace

/// Disks, mounts and owners that are not as they should be.
class TestFaults : public QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void aFullDiskIsSaidAndGoesOnLater()
    {
        MountedStore there(2048);
        if (!there.disk.problem().isEmpty())
            QSKIP(qPrintable(there.disk.problem()));
        const auto store = there.open();
        const IncidentId incident = there.room.declared(*store);
        there.disk.fill();
        const incident::Submission note = there.room.note(incident, QString(60'000, QLatin1Char('n')));
        QCOMPARE(store->perform(note).error().code, ErrorCode::StoreFull);
        QCOMPARE(notesIn(*store), 0);
        there.disk.makeRoom();
        QVERIFY(!done(store->perform(note)).repeated);
        QVERIFY(done(store->perform(note)).repeated);
        QCOMPARE(notesIn(*store), 1);
        QVERIFY(journal::verify(store->database())->flaws.empty());
    }

    void onAFullDiskTheLogIsRead()
    {
        MountedStore there(2048);
        if (!there.disk.problem().isEmpty())
            QSKIP(qPrintable(there.disk.problem()));
        const IncidentId incident = there.room.declared(*there.open());
        there.disk.fill();
        const Result<Folder> folder = there.prepare();
        QVERIFY(folder.ok());
        if (!folder->readOnly)
            return; // there was room enough beside the file
        const auto store = Store::open(*folder, there.room.clock, there.room.ids);
        QVERIFY(store.ok());
        QCOMPARE((*store)->incidents()->front().id, incident);
    }

    void whatIsTypedOnAFullDiskIsKeptElsewhere()
    {
        MountedStore there;
        if (!there.disk.problem().isEmpty())
            QSKIP(qPrintable(there.disk.problem()));
        const IncidentId incident = there.room.declared(*there.open());
        const auto typed = [&](int letters) {
            return std::vector{journal::DraftLine{{}, QString(letters, QLatin1Char('n')), there.room.clock.wall}};
        };
        const auto files = [](const QString& folder) { return QDir(folder).entryList({QStringLiteral("*.json*")}); };
        const QString elsewhere = there.folder().allDrafts().back();
        {
            journal::Drafts window(there.folder(), incident, QUuid::createUuid());
            QVERIFY(window.keep(typed(10)));
            there.disk.fill();
            QVERIFY(window.keep(typed(60'000)));
            QCOMPARE(files(there.folder().drafts()), QStringList()); // no older line, nothing half written
            QCOMPARE(files(elsewhere).size(), 1);
            QVERIFY(journal::Drafts(there.folder(), incident, QUuid::createUuid()).take().empty()); // it lives
        }
        journal::Drafts next(there.folder(), incident, QUuid::createUuid());
        QCOMPARE(next.take(), typed(60'000));
        there.disk.makeRoom();
        QVERIFY(next.keep(typed(60'000)));
        QCOMPARE(files(there.folder().drafts()).size(), 1);
        QCOMPARE(files(elsewhere), QStringList());
    }

    void aReadOnlyMountIsOpenedToBeRead()
    {
        MountedStore there;
        if (!there.disk.problem().isEmpty())
            QSKIP(qPrintable(there.disk.problem()));
        const IncidentId incident = there.room.declared(*there.open());
        there.disk.remountReadOnly();
        const Result<Folder> folder = there.prepare();
        QVERIFY(folder.ok());
        QCOMPARE(folder->readOnly, (Error{ErrorCode::StoreReadOnly, there.folder().path}));
        const auto store = Store::open(*folder, there.room.clock, there.room.ids);
        QVERIFY(store.ok());
        QVERIFY((*store)->refresh(incident).ok());
        QCOMPARE((*store)->state(incident).title.value, QStringLiteral("Pool is full"));
        QCOMPARE((*store)->perform(there.room.note(incident, QStringLiteral("more"))).error(), *folder->readOnly);
    }

    void aMountThatTurnsReadOnlyIsSaid()
    {
        MountedStore there;
        if (!there.disk.problem().isEmpty())
            QSKIP(qPrintable(there.disk.problem()));
        IncidentId incident;
        {
            const auto store = there.open();
            incident = there.room.declared(*store);
        }
        there.disk.remountReadOnly();
        const Result<std::unique_ptr<Store>> store = Store::open(there.folder(), there.room.clock, there.room.ids);
        QVERIFY(!store.ok() || !(*store)->perform(there.room.note(incident, QStringLiteral("no"))).ok());
        there.disk.remountWritable();
        const auto again = there.open();
        QVERIFY(again->perform(there.room.note(incident, QStringLiteral("yes"))).ok());
        QCOMPARE(notesIn(*again), 1);
    }

    void whatAKilledWriterLeftIsReadFromAReadOnlyMount()
    {
        MountedStore there;
        if (!there.disk.problem().isEmpty())
            QSKIP(qPrintable(there.disk.problem()));
        IncidentId incident;
        {
            const auto store = there.room.open();
            incident = there.room.declared(*store);
            QVERIFY(store->perform(there.room.note(incident, QStringLiteral("only in the write-ahead log"))).ok());
            // As a process that is killed leaves it: the log stays, what is shared memory does not.
            QVERIFY(QDir().mkpath(there.folder().path));
            for (const char* file : {"warroom.db", "warroom.db-wal", "warroom.store"}) {
                const QString name = QLatin1Char('/') + QLatin1String(file);
                QCOMPARE(QProcess::execute(
                             QStringLiteral("cp"), {there.room.folder().path + name, there.folder().path + name}),
                    0);
            }
        }
        there.disk.remountReadOnly();
        const Result<Folder> folder = there.prepare();
        QVERIFY(folder.ok());
        QCOMPARE(folder->readOnly->code, ErrorCode::StoreReadOnly);
        const QString copy = folder->path;
        QVERIFY(copy != there.folder().path);
        {
            const auto store = Store::open(*folder, there.room.clock, there.room.ids);
            QVERIFY(store.ok());
            QCOMPARE(notesIn(**store), 1);
        }
        QCOMPARE(modeOf(copy), 0700);
    }

    void aMountThatVanishesIsNotWrittenInto()
    {
        MountedStore there;
        if (!there.disk.problem().isEmpty())
            QSKIP(qPrintable(there.disk.problem()));
        const auto store = there.open();
        const IncidentId incident = there.room.declared(*store);
        there.disk.vanish();
        QCOMPARE(store->perform(there.room.note(incident, QStringLiteral("into nothing"))).error().code,
            ErrorCode::StoreGone);
        for (const NoStore none : {NoStore::Refuse, NoStore::Make})
            QCOMPARE(there.prepare(none).error().code, ErrorCode::StoreMissing);
        QVERIFY(QDir(there.disk.path()).isEmpty());
        // Who knows what he does starts another.
        QVERIFY(there.prepare(NoStore::MakeAnew).ok());
    }

    void anotherAccountsLogIsReadOnly()
    {
        if (::geteuid() != 0)
            QSKIP("only root can give a file away");
        StoreFolder room;
        const IncidentId incident = room.declared(*room.open());
        constexpr uid_t nobody = 65534;
        QCOMPARE(::chown(QFile::encodeName(room.folder().database()).constData(), nobody, nobody), 0);
        QVERIFY(QFile::remove(room.folder().lock()));
        const Folder folder = room.prepared();
        QCOMPARE(folder.readOnly, (Error{ErrorCode::StoreForeign, room.folder().database()}));
        {
            const auto store = Store::open(folder, room.clock, room.ids);
            QVERIFY(store.ok());
            QCOMPARE((*store)->incidents()->front().id, incident);
            QCOMPARE(
                (*store)->perform(room.note(incident, QStringLiteral("more"))).error().code, ErrorCode::StoreForeign);
        }
        QVERIFY(!QFile::exists(room.folder().lock())); // the owner could not open one of ours
    }

    void aFileThatMustNotBeWrittenIsRead()
    {
        if (::geteuid() == 0)
            QSKIP("root may write everything");
        StoreFolder room;
        const IncidentId incident = room.declared(*room.open());
        QVERIFY(QFile::setPermissions(room.folder().database(), QFile::ReadOwner));
        const Folder folder = room.prepared();
        QCOMPARE(folder.readOnly, (Error{ErrorCode::StoreReadOnly, room.folder().database()}));
        const auto store = Store::open(folder, room.clock, room.ids);
        QVERIFY(store.ok());
        QCOMPARE((*store)->incidents()->front().id, incident);
    }

    void aLogThatOthersCouldReadIsClosedToThem()
    {
        StoreFolder room;
        room.declared(*room.open());
        QCOMPARE(::chmod(QFile::encodeName(room.folder().path).constData(), 0755), 0);
        QCOMPARE(::chmod(QFile::encodeName(room.folder().database()).constData(), 0644), 0);
        QVERIFY(room.prepared().wasOpenToOthers);
        QCOMPARE(modeOf(room.folder().path), 0700);
        QCOMPARE(modeOf(room.folder().database()), 0600);
        QVERIFY(!room.prepared().wasOpenToOthers);
    }

    void aDamagedFileIsReadAndNotWritten()
    {
        StoreFolder room;
        IncidentId incident;
        {
            const auto store = room.open();
            incident = room.declared(*store);
            for (int i = 0; i < 200; ++i)
                QVERIFY(store->perform(room.note(incident, QString(300, QLatin1Char('n')))).ok());
        }
        qint64 offset = 0;
        {
            RawConnection raw(room.folder().database());
            // The page of an index, so that the rows themselves can still be read.
            const int page =
                raw.value(QStringLiteral("SELECT rootpage FROM sqlite_schema WHERE name='entry_hlc'")).toInt();
            const int size = raw.value(QStringLiteral("PRAGMA page_size")).toInt();
            offset = qint64(page - 1) * size;
        }
        {
            QFile file(room.folder().database());
            QVERIFY(file.open(QFile::ReadWrite) && file.seek(offset));
            QCOMPARE(file.write(QByteArray(2048, '\x5a')), 2048);
        }
        const Folder folder = room.prepared();
        QCOMPARE(folder.readOnly->code, ErrorCode::StoreDamaged);
        const auto store = Store::open(folder, room.clock, room.ids);
        QVERIFY(store.ok());
        QVERIFY((*store)->refresh(incident).ok());
        QCOMPARE((*store)->perform(room.note(incident, QStringLiteral("more"))).error().code, ErrorCode::StoreDamaged);
    }

    void fileSystemsOfOtherMachinesAreNamed_data()
    {
        QTest::addColumn<quint32>("type");
        QTest::addColumn<QString>("name");
        QTest::newRow("NFS") << 0x6969u << QStringLiteral("NFS");
        QTest::newRow("CIFS") << 0xff534d42u << QStringLiteral("SMB");
        QTest::newRow("sshfs") << 0x65735546u << QStringLiteral("FUSE");
        QTest::newRow("ext4") << 0xef53u << QString();
        QTest::newRow("btrfs") << 0x9123683eu << QString();
        QTest::newRow("xfs") << 0x58465342u << QString();
        QTest::newRow("tmpfs") << 0x01021994u << QString();
        QTest::newRow("overlay") << 0x794c7630u << QString();
    }

    void fileSystemsOfOtherMachinesAreNamed()
    {
        QFETCH(quint32, type);
        QFETCH(QString, name);
        QCOMPARE(journal::networkFileSystem(type), name);
    }

    void aFolderThatIsNotThereYetIsWhereItWillBe()
    {
        QCOMPARE(journal::networkFileSystemOf(QDir::tempPath() + QStringLiteral("/not/there/yet")), QString());
    }
};

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
