// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/quiettest.h"
#include "support/storefolder.h"

#include "journal/verify.h"

using namespace warroom;
using namespace warroom::support;
using journal::Flaw;

namespace {

QString word(Flaw::Kind kind)
{
    switch (kind) {
    case Flaw::Kind::Changed:
        return QStringLiteral("changed");
    case Flaw::Kind::ProseChanged:
        return QStringLiteral("prose changed");
    case Flaw::Kind::ProseMissing:
        return QStringLiteral("prose missing");
    case Flaw::Kind::ContentChanged:
        return QStringLiteral("content changed");
    case Flaw::Kind::ContentMissing:
        return QStringLiteral("content missing");
    case Flaw::Kind::Gap:
        return QStringLiteral("gap");
    }
    return {};
}

} // namespace

/// Writing past the rules is noticed, entry by entry.
class TestVerify : public QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void aSoundStoreGivesNone()
    {
        StoreFolder room;
        const auto store = room.open();
        const IncidentId incident = fill(room, *store);
        QVERIFY(store->perform(room.say(incident, incident::RedactEntries{{m_notes[2]}, {}})).ok());
        const auto verification = journal::verify(store->database());
        QVERIFY(verification->flaws.empty());
        QCOMPARE(verification->entries, 3 + 6 + 1);
    }

    void anEmptyStoreIsSound()
    {
        StoreFolder room;
        const auto verification = journal::verify(room.open()->database());
        QVERIFY(verification->flaws.empty());
        QCOMPARE(verification->entries, 0);
    }

    void whatWasChangedIsNamed_data()
    {
        QTest::addColumn<QStringList>("sql");
        QTest::addColumn<QStringList>("flaws"); // by the number of the note
        const auto harm = [](const char* name, const QStringList& sql, const QStringList& flaws) {
            QTest::newRow(name) << sql << flaws;
        };
        // The notes are rows 4 to 9; note 3 is row 6.
        const auto change = [](const char* what) {
            return QStringList{QStringLiteral("UPDATE entry SET %1 WHERE seq=6").arg(QLatin1String(what))};
        };
        const QStringList three{QStringLiteral("3 changed")};
        harm("facts", change("facts='{\"kind\":\"decision\"}'"), three);
        harm("facts that mean the same", change("facts='{ \"kind\":\"note\"}'"), three);
        harm("type", change("type='section-written'"), three);
        harm("version", change("version=2"), three);
        harm("actor", change("actor='018f0000-0000-7000-8000-000000000000'"), three);
        harm("occurred_at", change("occurred_at=occurred_at+1"), three);
        harm("recorded_at", change("recorded_at=0"), three);
        harm("hlc", change("hlc=hlc+1"), three);
        harm("basis", change("basis=id"), three);
        harm("act", change("act=(SELECT id FROM entry WHERE seq=4)"), three);
        harm("hash", change("hash=zeroblob(32)"), {QStringLiteral("3 changed"), QStringLiteral("4 changed")});
        harm("prose", change("prose=replace(prose, 'note', 'lies')"), {QStringLiteral("3 prose changed")});
        harm("prose with its hash", change("prose='{}', prose_hash=zeroblob(32)"),
            {QStringLiteral("3 changed"), QStringLiteral("3 prose changed")});
        harm("prose taken away", change("prose=NULL"), {QStringLiteral("3 prose missing")});
        harm("prose and its hash taken away", change("prose=NULL, prose_hash=NULL"), three);
        harm("removed", {QStringLiteral("DELETE FROM entry WHERE seq=6")}, {QStringLiteral("4 gap")});
        harm("removed and renumbered",
            {QStringLiteral("DELETE FROM entry WHERE seq=6"),
                QStringLiteral("UPDATE entry SET origin_seq=origin_seq-1 WHERE seq=7"),
                QStringLiteral("UPDATE entry SET origin_seq=origin_seq-1 WHERE seq=8"),
                QStringLiteral("UPDATE entry SET origin_seq=origin_seq-1 WHERE seq=9")},
            {QStringLiteral("4 changed"), QStringLiteral("5 changed"), QStringLiteral("6 changed")});
        harm("reordered",
            {QStringLiteral("UPDATE entry SET origin_seq=-1 WHERE seq=6"),
                QStringLiteral("UPDATE entry SET origin_seq=6 WHERE seq=7"),
                QStringLiteral("UPDATE entry SET origin_seq=7 WHERE seq=6")},
            {QStringLiteral("4 changed"), QStringLiteral("3 changed"), QStringLiteral("5 changed")});
        harm("two changed",
            {QStringLiteral("UPDATE entry SET actor='x' WHERE seq=5"),
                QStringLiteral("UPDATE entry SET hlc=1 WHERE seq=8")},
            {QStringLiteral("2 changed"), QStringLiteral("5 changed")});
        harm("the first taken away", {QStringLiteral("DELETE FROM entry WHERE seq<=3")}, {QStringLiteral("1 gap")});
    }
    void whatWasChangedIsNamed()
    {
        QFETCH(QStringList, sql);
        QFETCH(QStringList, flaws);
        const journal::Verification verification = afterHarm(sql);
        QStringList named;
        for (const Flaw& flaw : verification.flaws) {
            const auto note = std::find(m_notes.begin(), m_notes.end(), flaw.entry);
            named += QStringLiteral("%1 %2").arg(note - m_notes.begin() + 1).arg(word(flaw.kind));
        }
        QCOMPARE(named, flaws);
    }

    void bytesThatOnlyReadAlikeAreAChange()
    {
        StoreFolder room;
        {
            const auto store = room.open();
            const IncidentId incident = room.declared(*store);
            done(store->perform(room.note(incident, QStringLiteral("lost: \ufffd"))));
        }
        {
            RawConnection raw(room.folder().database());
            raw.dropTriggers();
            QCOMPARE(raw.exec(QStringLiteral("UPDATE entry SET prose=replace(prose, char(65533), CAST(x'ff' AS TEXT)) "
                                             "WHERE type='noted'")),
                QString());
        }
        const auto verification = journal::verify(room.open()->database());
        QCOMPARE(verification->flaws.size(), std::size_t(1));
        QCOMPARE(verification->flaws.front().kind, Flaw::Kind::ProseChanged);
    }

    void aContentIsWhatItsEntryNames_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QStringList>("flaws");
        const auto harm = [](const char* name, const char* sql, const QStringList& flaws) {
            QTest::newRow(name) << QString::fromLatin1(sql) << flaws;
        };
        harm("changed", "UPDATE content SET bytes=CAST('name: another' AS BLOB)", {QStringLiteral("content changed")});
        harm("emptied", "UPDATE content SET bytes=NULL", {QStringLiteral("content missing")});
        harm("taken away", "DELETE FROM content", {QStringLiteral("content missing")});
        harm("facts that are no JSON", "UPDATE entry SET facts='{' WHERE seq=6", {QStringLiteral("changed")});
    }
    void aContentIsWhatItsEntryNames()
    {
        QFETCH(QString, sql);
        QFETCH(QStringList, flaws);
        const journal::Verification verification = afterHarm({sql});
        QStringList named;
        for (const Flaw& flaw : verification.flaws)
            named += word(flaw.kind);
        QCOMPARE(named, flaws);
    }

    void aRedactedContentIsNoDamage()
    {
        StoreFolder room;
        const auto store = room.open();
        const IncidentId incident = fill(room, *store);
        const QString content = store->state(incident).playbook.value.content;
        QVERIFY(store->perform(room.say(incident, incident::RedactEntries{{}, {content}})).ok());
        QVERIFY(!*store->content(content));
        QVERIFY(journal::verify(store->database())->flaws.empty());
    }

    void aRedactionOfAnotherEntryIsNoExcuse()
    {
        StoreFolder room;
        {
            const auto store = room.open();
            const IncidentId incident = fill(room, *store);
            QVERIFY(store->perform(room.say(incident, incident::RedactEntries{{m_notes[2]}, {}})).ok());
        }
        {
            RawConnection raw(room.folder().database());
            raw.dropTriggers();
            QCOMPARE(raw.exec(QStringLiteral("UPDATE entry SET prose=NULL WHERE seq=5")), QString());
        }
        const auto verification = journal::verify(room.open()->database());
        QCOMPARE(verification->flaws.size(), std::size_t(1));
        QCOMPARE(verification->flaws.front().entry, m_notes[1]);
        QCOMPARE(verification->flaws.front().kind, Flaw::Kind::ProseMissing);
    }

    void oneIncidentIsCountedAndNamedAlone()
    {
        StoreFolder room;
        IncidentId incident;
        IncidentId other;
        {
            const auto store = room.open();
            incident = fill(room, *store);
            other = room.declared(*store);
        }
        {
            RawConnection raw(room.folder().database());
            raw.dropTriggers();
            QCOMPARE(raw.exec(QStringLiteral("UPDATE entry SET hlc=1 WHERE seq=6")), QString());
        }
        const auto store = room.open();
        QCOMPARE(journal::verify(store->database(), incident)->flaws.size(), std::size_t(1));
        QCOMPARE(journal::verify(store->database(), incident)->entries, 9);
        QCOMPARE(journal::verify(store->database(), other)->flaws.size(), std::size_t(0));
        QCOMPARE(journal::verify(store->database(), other)->entries, 3);
    }

private:
    IncidentId fill(StoreFolder& room, journal::Store& store)
    {
        const IncidentId incident = room.declared(store);
        m_notes.clear();
        for (int i = 1; i <= 6; ++i)
            m_notes.push_back(done(store.perform(room.note(incident, QStringLiteral("note %1").arg(i)))).act);
        return incident;
    }

    /// What is found in a store into which somebody wrote past the rules.
    journal::Verification afterHarm(const QStringList& sql)
    {
        StoreFolder room;
        {
            const auto store = room.open();
            fill(room, *store);
        }
        {
            RawConnection raw(room.folder().database());
            raw.dropTriggers();
            for (const QString& statement : sql) {
                if (const QString error = raw.exec(statement); !error.isEmpty())
                    qWarning() << error;
            }
        }
        return journal::verify(room.open()->database()).value();
    }

    std::vector<EntryId> m_notes;
};

QTEST_GUILESS_MAIN(TestVerify)
#include "tst_verify.moc"
