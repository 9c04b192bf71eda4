// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/quiettest.h"
#include "support/storefolder.h"

#include "journal/drafts.h"
#include "journal/emergency.h"
#include "journal/storelock.h"
#include "journal/writer.h"

#include <QDir>
#include <QFile>

#include <future>
#include <sys/stat.h>
#include <thread>

using namespace warroom;
using namespace warroom::support;
using journal::Emergency;
using journal::KeptAct;

namespace {

KeptAct kept(const incident::Submission& submission, const QString& line = QStringLiteral("as typed"))
{
    return {submission, line, submission.occurredAt - std::chrono::seconds(7)};
}

QByteArray read(const QString& path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QFile::WriteOnly | QFile::Truncate) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

QStringList notesIn(journal::Store& store, IncidentId incident)
{
    QStringList texts;
    if (!store.refresh(incident))
        qFatal("cannot read");
    for (const incident::EntryPtr& entry : store.state(incident).entries) {
        if (const auto* noted = std::get_if<incident::Noted>(&entry->body))
            texts += noted->text;
    }
    return texts;
}

/// What the next window is offered.
std::vector<journal::DraftLine> leftBy(const StoreFolder& room, const std::optional<IncidentId>& incident)
{
    journal::Drafts window(room.folder(), incident, QUuid::createUuid());
    const std::vector<journal::DraftLine> lines = window.take();
    window.keep({});
    return lines;
}

/// Nothing can be made in the first of the folders.
class FirstPlaceTaken
{
public:
    explicit FirstPlaceTaken(const StoreFolder& room)
    {
        const QString place = room.folder().notSaved.front();
        QDir().mkpath(QFileInfo(place).path());
        put(place, "a file in its place");
    }
};

} // namespace

/// Acts that the log could not take: in a file elsewhere, and into the log once.
class TestEmergency : public QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsKeptGoesInInItsOrderWithItsTimes()
    {
        StoreFolder room;
        const auto store = room.open();
        const Emergency emergency(room.folder());
        const incident::Submission declaration = room.declare(QStringLiteral("Pool is full"));
        room.clock.wall += std::chrono::minutes(1);
        incident::Submission note = room.note(declaration.incident, QStringLiteral("first"));
        note.by = incident::PersonRef{{}, {}, QStringLiteral("Bob"), {}};
        QVERIFY(emergency.keep({kept(declaration)}).ok());
        QVERIFY(emergency.keep({kept(declaration), kept(note)}).ok());
        QCOMPARE(emergency.acts(), (std::vector{kept(declaration), kept(note)}));

        room.clock.wall += std::chrono::hours(5);
        QVERIFY(emergency.takeIn(*store).ok());
        QVERIFY(emergency.isEmpty());
        QCOMPARE(notesIn(*store, declaration.incident), QStringList{QStringLiteral("first")});
        const incident::EntryPtr entry = store->state(declaration.incident).entries.back();
        QCOMPARE(entry->occurredAt(), note.occurredAt);
        QVERIFY(entry->by != entry->author);
        QVERIFY(*store->holds(declaration.act) && *store->holds(note.act));
    }

    void theFileIsForItsOwnerAlone()
    {
        StoreFolder room;
        const Emergency emergency(room.folder());
        const Result<QString> file = emergency.keep({kept(room.declare(QStringLiteral("x")))});
        QVERIFY(file.ok());
        QVERIFY(file->startsWith(room.folder().notSaved.front()) && file->endsWith(QStringLiteral(".jsonl")));
        QCOMPARE(QFileInfo(*file).completeBaseName().size(), 16);
        QCOMPARE(int(QFile::permissions(*file) & 0x77), 0);
        QCOMPARE(int(QFile::permissions(QFileInfo(*file).path()) & 0x77), 0);
    }

    void theSameFolderByAnotherNameHasTheSameFile()
    {
        StoreFolder room;
        room.open();
        QVERIFY(Emergency(room.folder()).keep({kept(room.declare(QStringLiteral("x")))}).ok());
        journal::Folder other = room.folder();
        other.path += QStringLiteral(".link");
        QVERIFY(QFile::link(room.folder().path, other.path));
        QVERIFY(!Emergency(other).isEmpty());
        other.path = room.folder().path + QStringLiteral("/../another");
        QVERIFY(Emergency(other).isEmpty());
    }

    void theSameActIsKeptOnce()
    {
        StoreFolder room;
        const Emergency emergency(room.folder());
        const KeptAct act = kept(room.declare(QStringLiteral("x")));
        const QString file = *emergency.keep({act});
        const QByteArray before = read(file);
        QCOMPARE(*emergency.keep({act}), file);
        QCOMPARE(read(file), before);
    }

    void whatIsInTheLogAlreadyLeaves()
    {
        StoreFolder room;
        const auto store = room.open();
        const IncidentId incident = room.declared(*store);
        const incident::Submission note = room.note(incident, QStringLiteral("once"));
        done(store->perform(note));
        const Emergency emergency(room.folder());
        QVERIFY(emergency.keep({kept(note)}).ok());
        QVERIFY(emergency.takeIn(*store).ok());
        QVERIFY(emergency.isEmpty());
        QCOMPARE(notesIn(*store, incident), QStringList{QStringLiteral("once")});
    }

    void whatARuleRefusesIsOfferedAsALine()
    {
        StoreFolder room;
        const auto store = room.open();
        const IncidentId incident = room.declared(*store);
        const incident::Submission empty = room.note(incident, QString());
        const incident::Submission note = room.note(incident, QStringLiteral("behind it"));
        const Emergency emergency(room.folder());
        QVERIFY(emergency.keep({kept(empty, QStringLiteral("! typed")), kept(note)}).ok());
        QVERIFY(emergency.takeIn(*store).ok());
        QVERIFY(emergency.isEmpty());
        QCOMPARE(notesIn(*store, incident), QStringList{QStringLiteral("behind it")});
        const std::vector<journal::DraftLine> offered{
            {empty.act, QStringLiteral("! typed"), empty.occurredAt - std::chrono::seconds(7)}};
        QCOMPARE(leftBy(room, incident), offered);
    }

    void aDeclarationThatIsRefusedTakesWhatFollowsWithIt()
    {
        StoreFolder room;
        const auto store = room.open();
        const incident::Submission declaration = room.declare(QString());
        const incident::Submission note = room.note(declaration.incident, QStringLiteral("behind it"));
        const Emergency emergency(room.folder());
        QVERIFY(emergency.keep({kept(declaration), kept(note)}).ok());
        QVERIFY(emergency.takeIn(*store).ok());
        QVERIFY(emergency.isEmpty());
        QCOMPARE(leftBy(room, {}).size(), std::size_t(2));
    }

    void whatIsOfAnotherLogWaitsForThat()
    {
        StoreFolder room;
        const auto store = room.open();
        const KeptAct note = kept(room.note({room.ids.next(room.clock.wall)}, QStringLiteral("of the real disk")));
        const Emergency emergency(room.folder());
        QVERIFY(emergency.keep({note}).ok());
        QVERIFY(emergency.takeIn(*store).ok());
        QCOMPARE(emergency.acts(), std::vector{note});
    }

    void whatFailsStaysAndSoDoesWhatFollowsIt()
    {
        StoreFolder room;
        const auto store = room.open();
        const IncidentId incident = room.declared(*store);
        const IncidentId other = room.declared(*store);
        const std::vector<KeptAct> acts{kept(room.note(incident, QString(90'000, QLatin1Char('n')))),
            kept(room.note(incident, QStringLiteral("follows"))), kept(room.note(other, QStringLiteral("small")))};
        const Emergency emergency(room.folder());
        QVERIFY(emergency.keep(acts).ok());
        const QVariant pages = *store->database().value(QStringLiteral("PRAGMA page_count"));
        QVERIFY(store->database().value(QStringLiteral("PRAGMA max_page_count=%1").arg(pages.toInt() + 4)).ok());
        QCOMPARE(emergency.takeIn(*store).error().code, ErrorCode::StoreFull);
        QCOMPARE(emergency.acts(), (std::vector{acts[0], acts[1]}));
        QCOMPARE(notesIn(*store, other), QStringList{QStringLiteral("small")});
        QVERIFY(store->database().value(QStringLiteral("PRAGMA max_page_count=1000000")).ok());
        QVERIFY(emergency.takeIn(*store).ok());
        QVERIFY(emergency.isEmpty());
        QCOMPARE(notesIn(*store, incident).size(), 2);
    }

    void whatCannotBeReadStaysAndBlocksNothing()
    {
        StoreFolder room;
        const auto store = room.open();
        const IncidentId incident = room.declared(*store);
        const Emergency emergency(room.folder());
        const QString file = *emergency.keep({kept(room.note(incident, QStringLiteral("one")))});
        const QByteArray one = read(file);
        QByteArray newer = one;
        newer.replace("\"v\":1", "\"v\":2");
        const QByteArray garbage = "\xff{garbage\n\n" + newer;
        const QByteArray torn = one.left(one.size() / 2);
        put(file, garbage + one + torn);
        QVERIFY(emergency.keep({kept(room.note(incident, QStringLiteral("two")))}).ok());
        QVERIFY(emergency.takeIn(*store).ok());
        QCOMPARE(notesIn(*store, incident), (QStringList{QStringLiteral("one"), QStringLiteral("two")}));
        QCOMPARE(read(file), garbage + torn + '\n');
        QVERIFY(emergency.takeIn(*store).ok());
        QCOMPARE(read(file), garbage + torn + '\n');
    }

    void everyCutOfTheLastLineIsSurvived()
    {
        StoreFolder room;
        const Emergency emergency(room.folder());
        const KeptAct whole = kept(room.note({room.ids.next(room.clock.wall)}, QStringLiteral("whole")));
        const KeptAct cut = kept(room.note(whole.submission.incident, QStringLiteral("cut")));
        const QString file = *emergency.keep({whole});
        const qsizetype size = read(file).size();
        QVERIFY(emergency.keep({cut}).ok());
        const QByteArray both = read(file);
        for (qsizetype length = size; length < both.size(); ++length) {
            put(file, both.left(length));
            QCOMPARE(emergency.acts(), std::vector{whole});
            QVERIFY(emergency.keep({cut}).ok());
            QCOMPARE(emergency.acts(), (std::vector{whole, cut}));
        }
    }

    void aFullDiskLeavesTheFileAsItWas()
    {
        StoreFolder room;
        const Emergency emergency(room.folder());
        const IncidentId incident{room.ids.next(room.clock.wall)};
        const QString file = *emergency.keep({kept(room.note(incident, QStringLiteral("small")))});
        const QByteArray before = read(file);
        const KeptAct large = kept(room.note(incident, QString(5000, QLatin1Char('n'))));
        StoreFolder another;
        {
            const FileSizeLimit limit(1000);
            QCOMPARE(emergency.keep({large}).error().code, ErrorCode::FileUnwritable);
            QCOMPARE(read(file), before);
            QVERIFY(!Emergency(another.folder()).keep({large}).ok());
            QVERIFY(Emergency(another.folder()).isEmpty());
        }
        const auto second = emergency.keep({large});
        QCOMPARE(*second, file);
    }

    void aPlaceThatCannotBeUsedIsPassedOver()
    {
        StoreFolder room;
        const FirstPlaceTaken taken(room);
        const auto store = room.open();
        const IncidentId incident = room.declared(*store);
        const Emergency emergency(room.folder());
        const Result<QString> file = emergency.keep({kept(room.note(incident, QStringLiteral("elsewhere")))});
        QVERIFY(file.ok());
        QVERIFY(file->startsWith(room.folder().notSaved.back()));
        QVERIFY(emergency.takeIn(*store).ok());
        QCOMPARE(notesIn(*store, incident), QStringList{QStringLiteral("elsewhere")});
        QVERIFY(emergency.isEmpty());
    }

    void aFolderThatOthersMayWriteIsNotTrusted()
    {
        StoreFolder room;
        const auto store = room.open();
        const IncidentId incident = room.declared(*store);
        const Emergency emergency(room.folder());
        QVERIFY(emergency.keep({kept(room.note(incident, QStringLiteral("mine")))}).ok());
        const QByteArray place = QFile::encodeName(room.folder().notSaved.front());
        ::chmod(place.constData(), 0777);
        QVERIFY(emergency.acts().empty());
        QVERIFY((*emergency.keep({kept(room.note(incident, QStringLiteral("next")))}))
                    .startsWith(room.folder().notSaved.back()));
        ::chmod(place.constData(), 0700);
        QCOMPARE(emergency.acts().size(), std::size_t(2));
    }

    void aLinkInItsPlaceIsNotFollowed()
    {
        StoreFolder room;
        journal::Folder folder = room.folder();
        folder.notSaved = {folder.notSaved.front()};
        const QString elsewhere = folder.path + QStringLiteral(".elsewhere");
        QVERIFY(QDir().mkpath(elsewhere) && QDir().mkpath(QFileInfo(folder.notSaved.front()).path()));
        QVERIFY(QFile::link(elsewhere, folder.notSaved.front()));
        QVERIFY(!Emergency(folder).keep({kept(room.declare(QStringLiteral("x")))}).ok());
        QVERIFY(QDir(elsewhere).isEmpty());
    }

    void twoThatTakeInAtOnceWriteNothingTwice()
    {
        StoreFolder room;
        const IncidentId incident = room.declared(*room.open());
        const Emergency emergency(room.folder());
        for (int round = 0; round < 5; ++round) {
            std::vector<KeptAct> acts;
            for (int i = 0; i < 10; ++i)
                acts.push_back(kept(room.note(incident, QStringLiteral("note %1").arg(10 * round + i))));
            acts.push_back(kept(room.note(incident, QString()), QStringLiteral("refused")));
            QVERIFY(emergency.keep(acts).ok());
            const auto takeIn = [&room] {
                const auto store = room.open();
                return Emergency(room.folder()).takeIn(*store).ok();
            };
            auto other = std::async(std::launch::async, takeIn);
            QVERIFY(takeIn());
            QVERIFY(other.get());
            QVERIFY(emergency.isEmpty());
            QCOMPARE(notesIn(*room.open(), incident).size(), 10 * (round + 1));
            QCOMPARE(leftBy(room, incident).size(), std::size_t(1));
        }
    }

    void aWriterTakesInByItselfAndBeforeItsOwn()
    {
        StoreFolder room;
        const IncidentId incident = room.declared(*room.open());
        const Emergency emergency(room.folder());
        QVERIFY(emergency.keep({kept(room.note(incident, QStringLiteral("at its start")))}).ok());
        journal::Writer writer(room.folder(), room.open()->identity(), room.clock, room.ids);
        QTRY_VERIFY(emergency.isEmpty());
        QVERIFY(emergency.keep({kept(room.note(incident, QStringLiteral("while it is idle")))}).ok());
        QTRY_VERIFY(emergency.isEmpty());
        QVERIFY(emergency.keep({kept(room.note(incident, QStringLiteral("before its own")))}).ok());
        std::promise<void> written;
        writer.post(room.note(incident, QStringLiteral("its own")), {}, [&](const auto&) { written.set_value(); });
        written.get_future().wait();
        QCOMPARE(notesIn(*room.open(), incident),
            (QStringList{QStringLiteral("at its start"), QStringLiteral("while it is idle"),
                QStringLiteral("before its own"), QStringLiteral("its own")}));
    }

    void aWriterLeavesItsOwnToWhoPostsThem()
    {
        StoreFolder room;
        const IncidentId incident = room.declared(*room.open());
        const Emergency emergency(room.folder());
        const incident::Submission note = room.note(incident, QStringLiteral("mine"));
        {
            journal::Writer writer(room.folder(), room.open()->identity(), room.clock, room.ids);
            std::promise<Result<QString>> file;
            writer.postKeep({kept(note)}, [&](const Result<QString>& made) { file.set_value(made); });
            QVERIFY(file.get_future().get().ok());
            writer.post(room.note(incident, QStringLiteral("another")), {}, [](const auto&) {});
            writer.post(note, {}, [](const Result<journal::Receipt>& receipt) { QVERIFY(!receipt->repeated); });
        }
        QVERIFY(emergency.isEmpty());
        QCOMPARE(notesIn(*room.open(), incident), (QStringList{QStringLiteral("another"), QStringLiteral("mine")}));
    }
};

QTEST_GUILESS_MAIN(TestEmergency)
#include "tst_emergency.moc"
