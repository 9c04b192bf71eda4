// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/quiettest.h"
#include "support/storefolder.h"

#include "journal/drafts.h"
#include "journal/search.h"
#include "journal/verify.h"

using namespace warroom;
using namespace warroom::support;
using journal::Receipt;
using journal::Store;

namespace {

const QString secret = QStringLiteral("Zyqhunter77");

/// The terms of the search index, which keeps no text that could be searched for bytes reliably.
bool indexed(const StoreFolder& room, const QString& term)
{
    RawConnection raw(room.folder().database());
    if (const QString problem =
            raw.exec(QStringLiteral("CREATE VIRTUAL TABLE temp.terms USING fts5vocab('main', 'entry_text', 'row')"));
        !problem.isEmpty())
        qFatal("%s", qPrintable(problem));
    return raw.value(QStringLiteral("SELECT count(*) FROM temp.terms WHERE term LIKE '%1%'").arg(term.left(3))).toInt()
        > 0;
}

bool sound(Store& store)
{
    const auto verification = journal::verify(store.database());
    return verification && verification->flaws.empty() && verification->entries > 0;
}

std::size_t found(Store& store, const QString& words) { return journal::search(store.database(), words)->size(); }

} // namespace

/// A redacted word is in no file of the data folder.
class TestRedaction : public QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void aWordLeavesEveryFile()
    {
        StoreFolder room;
        const auto store = room.open();
        const IncidentId incident = room.declared(*store);
        const EntryId entry = logSecret(room, *store, incident);
        QVERIFY(!room.filesWith(secret).isEmpty());
        QVERIFY(indexed(room, secret));
        QCOMPARE(found(*store, secret), std::size_t(1));

        QVERIFY(!redact(room, *store, incident, {entry}).erasing);
        QCOMPARE(room.filesWith(secret), QStringList());
        QVERIFY(!indexed(room, secret));
        QCOMPARE(found(*store, secret), std::size_t(0));
        QCOMPARE(found(*store, QStringLiteral("neighbour")), std::size_t(20));
        QVERIFY(sound(*store));
        QVERIFY(store->refresh(incident).ok());
        QVERIFY(store->state(incident).entry(entry)->redacted);
    }

    void alsoFromTheFileItself()
    {
        StoreFolder room;
        IncidentId incident;
        EntryId entry;
        {
            const auto store = room.open();
            incident = room.declared(*store);
            entry = logSecret(room, *store, incident);
        } // the last connection moves the log into the file
        QCOMPARE(room.filesWith(secret), QStringList{room.folder().database()});
        redact(room, *room.open(), incident, {entry});
        QCOMPARE(room.filesWith(secret), QStringList());
    }

    void alsoWhereTheTextFillsManyPages()
    {
        StoreFolder room;
        const auto store = room.open();
        const IncidentId incident = room.declared(*store);
        const QString text = (secret + QLatin1Char(' ')).repeated(4000);
        const EntryId entry = done(store->perform(room.note(incident, text))).act;
        redact(room, *store, incident, {entry});
        QCOMPARE(room.filesWith(secret), QStringList());
        QVERIFY(sound(*store));
    }

    void amendmentsAreCovered()
    {
        StoreFolder room;
        const auto store = room.open();
        const IncidentId incident = room.declared(*store);
        const EntryId entry = done(store->perform(room.note(incident, QStringLiteral("harmless")))).act;
        const auto amend = [&](const QString& text) {
            done(store->perform(room.say(incident, incident::AmendEntry{entry, {}, text})));
        };
        amend(QStringLiteral("the key is ") + secret);
        amend(QStringLiteral("harmless again"));
        QVERIFY(!room.filesWith(secret).isEmpty());
        redact(room, *store, incident, {entry});
        QCOMPARE(room.filesWith(secret), QStringList());
        QCOMPARE(room.filesWith(QStringLiteral("harmless")), QStringList());
        QVERIFY(sound(*store));
    }

    void titlesNamesAndContentsToo()
    {
        StoreFolder room;
        const auto store = room.open();
        incident::Submission declare = room.declare(secret);
        auto& command = std::get<incident::Declare>(declare.command);
        command.playbookBytes = secret.toUtf8() + " is on page one";
        declare.actor.name = secret + QStringLiteral(" Jones");
        const Receipt receipt = done(store->perform(declare));
        incident::RedactEntries redact{receipt.entries, {command.playbook.content}};
        QVERIFY(!done(store->perform(room.say(receipt.incident, redact))).erasing);
        QCOMPARE(room.filesWith(secret), QStringList());
        QVERIFY(!store->content(command.playbook.content)->has_value());
        QVERIFY(sound(*store));
        // The same playbook again does not bring it back.
        room.declared(*store);
        QVERIFY(!store->content(command.playbook.content)->has_value());
    }

    void aDraftOfAWindowThatEndedIsCovered()
    {
        StoreFolder room;
        const auto store = room.open();
        const IncidentId incident = room.declared(*store);
        const EntryId act = logSecret(room, *store, incident);
        const EntryId other{room.ids.next(room.clock.wall)};
        journal::Drafts(room.folder(), incident, QUuid::createUuid())
            .keep({{act, secret, room.clock.wall}, {other, QStringLiteral("not saved"), room.clock.wall}});
        journal::Drafts(room.folder(), {}, QUuid::createUuid()).keep({{act, secret, room.clock.wall}});
        redact(room, *store, incident, {act});
        QCOMPARE(room.filesWith(secret), QStringList());
        journal::Drafts next(room.folder(), incident, QUuid::createUuid());
        QCOMPARE(next.take().size(), std::size_t(1));
    }

    void aLineThatQuotesItKeepsTheRest()
    {
        StoreFolder room;
        const auto store = room.open();
        const IncidentId incident = room.declared(*store);
        const EntryId act = logSecret(room, *store, incident);
        const QString typed = QStringLiteral("-5m tell carol: ") + secret + QStringLiteral(" is out");
        journal::Drafts(room.folder(), incident, QUuid::createUuid()).keep({{{}, typed, room.clock.wall}});
        redact(room, *store, incident, {act});
        QCOMPARE(room.filesWith(secret), QStringList());
        journal::Drafts next(room.folder(), incident, QUuid::createUuid());
        const std::vector<journal::DraftLine> left = next.take();
        QCOMPARE(left.size(), std::size_t(1));
        QVERIFY(left.front().line.startsWith(QStringLiteral("-5m tell carol: …")));
    }

    void aReaderHoldsItUpAndThatIsSaid()
    {
        StoreFolder room;
        const auto store = room.open();
        const IncidentId incident = room.declared(*store);
        const EntryId entry = logSecret(room, *store, incident);
        RawConnection reader(room.folder().database());
        QCOMPARE(reader.exec(QStringLiteral("BEGIN")), QString());
        QVERIFY(reader.value(QStringLiteral("SELECT count(*) FROM entry")).toInt() > 0);

        QVERIFY(redact(room, *store, incident, {entry}).erasing);
        QVERIFY(!room.filesWith(secret).isEmpty());
        QCOMPARE(found(*store, secret), std::size_t(0));
        QVERIFY(!*store->erase());
        QVERIFY(!room.filesWith(secret).isEmpty());

        QCOMPARE(reader.exec(QStringLiteral("COMMIT")), QString());
        QVERIFY(*store->erase());
        QCOMPARE(room.filesWith(secret), QStringList());
        QVERIFY(*store->erase()); // nothing left to do
        QVERIFY(sound(*store));
    }

    void theNextStartFinishesIt()
    {
        StoreFolder room;
        {
            const auto store = room.open();
            const IncidentId incident = room.declared(*store);
            const EntryId entry = logSecret(room, *store, incident);
            RawConnection reader(room.folder().database());
            QCOMPARE(reader.exec(QStringLiteral("BEGIN")), QString());
            QVERIFY(reader.value(QStringLiteral("SELECT count(*) FROM entry")).toInt() > 0);
            QVERIFY(redact(room, *store, incident, {entry}).erasing);
        }
        const auto store = room.open();
        QCOMPARE(room.filesWith(secret), QStringList());
        QVERIFY(store->database().value(QStringLiteral("SELECT 1 FROM meta WHERE key='erasing'"))->isNull());
    }

    void itIsForOneIncidentOnly()
    {
        StoreFolder room;
        const auto store = room.open();
        const IncidentId incident = room.declared(*store);
        const EntryId entry = logSecret(room, *store, incident);
        const IncidentId other = room.declared(*store);
        const auto refused = store->perform(room.say(other, incident::RedactEntries{{entry}, {}}));
        QCOMPARE(refused.error().code, ErrorCode::UnknownEntry);
        QVERIFY(!room.filesWith(secret).isEmpty());
    }

private:
    static EntryId logSecret(StoreFolder& room, Store& store, IncidentId incident)
    {
        for (int i = 0; i < 10; ++i)
            done(store.perform(room.note(incident, QStringLiteral("a neighbour before"))));
        const EntryId entry = done(store.perform(room.note(incident, QStringLiteral("the key is ") + secret))).act;
        for (int i = 0; i < 10; ++i)
            done(store.perform(room.note(incident, QStringLiteral("a neighbour after"))));
        return entry;
    }

    static Receipt redact(StoreFolder& room, Store& store, IncidentId incident, std::vector<EntryId> entries)
    {
        return done(store.perform(room.say(incident, incident::RedactEntries{std::move(entries), {}})));
    }
};

QTEST_GUILESS_MAIN(TestRedaction)
#include "tst_redaction.moc"
