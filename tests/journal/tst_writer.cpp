// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/quiettest.h"
#include "support/storefolder.h"

#include "journal/storelock.h"
#include "journal/watcher.h"
#include "journal/writer.h"

#include <QDir>
#include <future>

using namespace warroom;
using namespace warroom::support;
using journal::Receipt;
using journal::Writer;

namespace {

std::future<Result<Receipt>> post(Writer& writer, const incident::Submission& submission)
{
    const auto promise = std::make_shared<std::promise<Result<Receipt>>>();
    writer.post(submission, {}, [promise](const Result<Receipt>& receipt) { promise->set_value(receipt); });
    return promise->get_future();
}

} // namespace

/// The thread that writes, and the connection that notices others.
class TestWriter : public QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void actsAreWrittenInTheirOrder()
    {
        StoreFolder room;
        const IncidentId incident = room.declared(*room.open());
        std::vector<EntryId> posted;
        std::vector<EntryId> answered; // on the writer's thread until it ends
        {
            Writer writer(room.folder(), room.open()->identity(), room.clock, room.ids);
            for (int i = 0; i < 50; ++i) {
                const incident::Submission note = room.note(incident, QStringLiteral("note"));
                posted.push_back(note.act);
                writer.post(note, {}, [&answered](const Result<Receipt>& receipt) {
                    answered.push_back(receipt ? receipt->act : EntryId{});
                });
            }
        } // finishes what was posted
        QCOMPARE(answered, posted);
        std::vector<EntryId> stored;
        QVERIFY(room.open()
                    ->database()
                    .each(QStringLiteral("SELECT id FROM entry WHERE type='noted' ORDER BY seq"), {},
                        [&](const QSqlQuery& row) { stored.push_back(*EntryId::fromText(row.value(0).toString())); })
                    .ok());
        QCOMPARE(stored, posted);
    }

    void aRefusalIsAnsweredAndTheNextGoesOn()
    {
        StoreFolder room;
        const IncidentId incident = room.declared(*room.open());
        Writer writer(room.folder(), room.open()->identity(), room.clock, room.ids);
        auto empty = post(writer, room.note(incident, QString()));
        auto full = post(writer, room.note(incident, QStringLiteral("full")));
        QCOMPARE(empty.get().error().code, ErrorCode::EmptyText);
        QVERIFY(full.get().ok());
    }

    void aStoreThatCannotBeOpenedIsTriedAgain()
    {
        StoreFolder room;
        const IncidentId incident = room.declared(*room.open());
        const QString file = room.folder().database();
        const journal::FileIdentity store = room.open()->identity();
        QVERIFY(QFile::rename(file, file + QStringLiteral(".away")));
        Writer writer(room.folder(), store, room.clock, room.ids);
        const incident::Submission note = room.note(incident, QStringLiteral("patience"));
        QCOMPARE(post(writer, note).get().error().code, ErrorCode::StoreGone);
        QVERIFY(QFile::rename(file + QStringLiteral(".away"), file));
        QVERIFY(!post(writer, note).get()->repeated);
        QVERIFY(post(writer, note).get()->repeated);
    }

    void aStoreInItsPlaceIsNotWrittenInto()
    {
        StoreFolder room;
        const IncidentId incident = room.declared(*room.open());
        const journal::FileIdentity store = room.open()->identity();
        QVERIFY(QDir().rename(room.folder().path, room.folder().path + QStringLiteral(".away")));
        QVERIFY(room.prepare(journal::NoStore::MakeAnew).ok());
        room.declared(*room.open(), QStringLiteral("another"));
        Writer writer(room.folder(), store, room.clock, room.ids);
        QCOMPARE(post(writer, room.note(incident, QStringLiteral("lost"))).get().error().code, ErrorCode::StoreGone);
    }

    void aBusyStoreIsTriedAgain()
    {
        StoreFolder room;
        const IncidentId incident = room.declared(*room.open());
        Writer writer(room.folder(), room.open()->identity(), room.clock, room.ids);
        QVERIFY(post(writer, room.note(incident, QStringLiteral("first"))).get().ok());
        const incident::Submission note = room.note(incident, QStringLiteral("second"));
        {
            const auto held = journal::StoreLock::take(room.folder().lock());
            QCOMPARE(post(writer, note).get().error().code, ErrorCode::StoreBusy);
        }
        QVERIFY(post(writer, note).get().ok());
    }

    void theRestOfARedactionIsDoneThere()
    {
        StoreFolder room;
        const auto store = room.open();
        const IncidentId incident = room.declared(*store);
        const EntryId note = done(store->perform(room.note(incident, QStringLiteral("Zyqhunter77")))).act;
        RawConnection reader(room.folder().database());
        QCOMPARE(reader.exec(QStringLiteral("BEGIN")), QString());
        QVERIFY(reader.value(QStringLiteral("SELECT count(*) FROM entry")).toInt() > 0);
        Writer writer(room.folder(), room.open()->identity(), room.clock, room.ids);
        QVERIFY(post(writer, room.say(incident, incident::RedactEntries{{note}, {}})).get()->erasing);
        const auto erase = [&] {
            std::promise<bool> gone;
            writer.postErase([&gone](bool done) { gone.set_value(done); });
            return gone.get_future().get();
        };
        QVERIFY(!erase());
        QCOMPARE(reader.exec(QStringLiteral("COMMIT")), QString());
        QVERIFY(erase());
        QCOMPARE(room.filesWith(QStringLiteral("Zyqhunter77")), QStringList());
    }

    void aWatcherNoticesEveryCommitOfOthersOnce()
    {
        StoreFolder room;
        const auto store = room.open();
        const IncidentId incident = room.declared(*store);
        const auto watcher = journal::Watcher::open(room.folder());
        QVERIFY(watcher.ok());
        QVERIFY(*(*watcher)->changed()); // nothing was read yet
        QVERIFY(!*(*watcher)->changed());
        for (int i = 0; i < 3; ++i) {
            QVERIFY(store->perform(room.note(incident, QStringLiteral("news"))).ok());
            QVERIFY(*(*watcher)->changed());
            QVERIFY(!*(*watcher)->changed());
        }
        QVERIFY(!store->perform(room.note(incident, QString())).ok());
        QVERIFY(!*(*watcher)->changed());
    }
};

QTEST_GUILESS_MAIN(TestWriter)
#include "tst_writer.moc"
