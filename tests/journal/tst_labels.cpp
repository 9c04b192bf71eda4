// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/quiettest.h"
#include "support/storefolder.h"

#include <mutex>
#include <thread>

using namespace warroom;
using namespace warroom::support;
using namespace std::chrono_literals;

namespace {

QString labelOf(journal::Store& store, IncidentId incident)
{
    const auto listed = store.find(incident.text());
    return listed ? listed->label : QStringLiteral("none");
}

} // namespace

/// The names that incidents are called by.
class TestLabels : public QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void eachDayCountsForItself()
    {
        StoreFolder room;
        const auto store = room.open();
        room.clock.wall = fromMs(1769903999999); // the last millisecond of 31 January in UTC; 19:00 in New York
        QCOMPARE(labelOf(*store, room.declared(*store)), QStringLiteral("INC-2026-01-31-001"));
        QCOMPARE(labelOf(*store, room.declared(*store)), QStringLiteral("INC-2026-01-31-002"));
        room.clock.wall += 1ms;
        QCOMPARE(labelOf(*store, room.declared(*store)), QStringLiteral("INC-2026-02-01-001"));
        incident::Submission late = room.declare(QStringLiteral("typed after midnight"));
        late.occurredAt -= 1h;
        QCOMPARE(labelOf(*store, done(store->perform(late)).incident), QStringLiteral("INC-2026-01-31-003"));
    }

    void neverTwiceAfterReopening()
    {
        StoreFolder room;
        QStringList labels;
        for (int i = 0; i < 4; ++i) {
            const auto store = room.open();
            labels += labelOf(*store, room.declared(*store));
        }
        QCOMPARE(labels.last(), QStringLiteral("INC-2026-01-31-004"));
        QCOMPARE(labels.removeDuplicates(), 0);
    }

    void aRefusedDeclarationTakesNoNumber()
    {
        StoreFolder room;
        const auto store = room.open();
        QVERIFY(!store->perform(room.declare(QString())).ok());
        QCOMPARE(labelOf(*store, room.declared(*store)), QStringLiteral("INC-2026-01-31-001"));
    }

    void theThousandthIsWiderNotAgainTheFirst()
    {
        StoreFolder room;
        const auto store = room.open();
        room.declared(*store);
        QVERIFY(store->database().exec(QStringLiteral("UPDATE label SET last=999")).ok());
        QCOMPARE(labelOf(*store, room.declared(*store)), QStringLiteral("INC-2026-01-31-1000"));
    }

    void severalAtOnceGetDifferentOnes()
    {
        StoreFolder room;
        room.open();
        std::mutex mutex;
        QStringList labels;
        std::vector<std::thread> threads;
        for (int w = 0; w < 4; ++w) {
            threads.emplace_back([&] {
                const auto store = room.open();
                for (int i = 0; i < 10; ++i) {
                    const QString label = labelOf(*store, room.declared(*store));
                    const std::lock_guard guard(mutex);
                    labels += label;
                }
            });
        }
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(labels.size(), 40);
        QCOMPARE(labels.removeDuplicates(), 0);
        labels.sort();
        QCOMPARE(labels.last(), QStringLiteral("INC-2026-01-31-040"));
    }

    void anIncidentIsFoundByAnyUnambiguousBeginning()
    {
        StoreFolder room;
        const auto store = room.open();
        const IncidentId first = room.declared(*store);
        room.clock.wall += 24h;
        const IncidentId second = room.declared(*store);
        const IncidentId third = room.declared(*store);
        QCOMPARE(store->find(QStringLiteral("INC-2026-01"))->id, first);
        QCOMPARE(store->find(QStringLiteral("inc-2026-02-01-002"))->id, third);
        QCOMPARE(store->find(second.text())->id, second);
        QCOMPARE(store->find(QStringLiteral("INC-2026-02")).error(),
            (Error{ErrorCode::AmbiguousIncident, QStringLiteral("INC-2026-02-01-002, INC-2026-02-01-001")}));
        QCOMPARE(store->find(QStringLiteral("INC-2027")).error(),
            (Error{ErrorCode::UnknownIncident, QStringLiteral("INC-2027")}));
        const auto all = store->incidents();
        QCOMPARE(all->front().id, third);
        QCOMPARE(all->back().id, first);
    }

    void anEqualLabelOfAnotherStoreShowsWithFourDigits()
    {
        StoreFolder room;
        const auto store = room.open();
        const IncidentId first = room.declared(*store);
        QVERIFY(store->database().exec(QStringLiteral("UPDATE label SET last=0")).ok()); // as if merged
        const IncidentId second = room.declared(*store);
        QCOMPARE(labelOf(*store, first), QStringLiteral("INC-2026-01-31-001"));
        const QString shown = QStringLiteral("INC-2026-01-31-001-") + second.text().right(4);
        QCOMPARE(labelOf(*store, second), shown);
        QCOMPARE(store->find(shown)->id, second);
        QCOMPARE(store->find(QStringLiteral("INC-2026-01-31-001"))->id, first);
    }
};

QTEST_GUILESS_MAIN(TestLabels)
#include "tst_labels.moc"
