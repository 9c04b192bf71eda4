// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/samplestore.h"
#include "support/quiettest.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <thread>

using namespace warroom;
using namespace warroom::recorder;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 noon = 1'769'860'800'000;
const IncidentId incident{QUuid(u"{0198c0de-0000-7000-8000-000000000001}"_s)};
const IncidentId other{QUuid(u"{0198c0de-0000-7000-8000-000000000002}"_s)};
const metrics::Panel errors{u"Errors"_s, u"rate(errors[5m])"_s, u"reqps"_s, {}, {}};

/// So many points, 15 s apart, that differ all.
metrics::Series noise(const QString& pod, int points, qint64 from = noon)
{
    metrics::Series series{{{u"pod"_s, pod}}, {}, {}};
    for (int i = 0; i < points; ++i) {
        series.times.push_back(from + i * 15'000);
        series.values.push_back(std::sin(double(i) * 12.9898 + double(qHash(pod) % 1000)) * 43758.5453);
    }
    return series;
}

std::unique_ptr<SampleStore> opened(const QTemporaryDir& room, qint64 bound = SampleStore::mostBytes)
{
    return std::move(*SampleStore::open(room.filePath(u"samples.db"_s), SampleStore::Access::Write, bound));
}

} // namespace

/// Samples on disk.
class SampleStoreTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsKeptIsThereTheNextTime()
    {
        const QTemporaryDir room;
        const metrics::Series first = noise(u"a"_s, 500);
        const metrics::Series second = noise(u"\"b\"; DROP TABLE chunk; --"_s, 3);
        QVERIFY(opened(room)->keep(incident, errors, {first, second}).ok());
        QVERIFY(opened(room)->keep(other, {u"Latency"_s, u"latency"_s, u"s"_s, {}, u"far"_s}, {noise(u"a"_s, 1)}).ok());
        const auto store = std::move(*SampleStore::open(room.filePath(u"samples.db"_s), SampleStore::Access::Read));
        const std::vector<Recorded> all = *store->recorded(incident);
        QCOMPARE(all.size(), 1u);
        QCOMPARE(all[0].panel, errors);
        QCOMPARE(all[0].series.size(), 2u);
        QCOMPARE(all[0].series[0].times, first.times);
        QCOMPARE(all[0].series[0].values, first.values);
        QCOMPARE(all[0].series[1].labels, second.labels);
        QCOMPARE((*store->recorded(other))[0].panel.source, u"far"_s);
    }

    void whatIsToldTwiceIsKeptOnce()
    {
        const QTemporaryDir room;
        const auto store = opened(room);
        QVERIFY(store->keep(incident, errors, {noise(u"a"_s, 300)}).ok());
        const qint64 size = *store->bytes(incident);
        QVERIFY(store->keep(incident, errors, {noise(u"a"_s, 300)}).ok());
        QCOMPARE(*store->bytes(incident), size);
        // The next answer goes further, and is coarser behind.
        metrics::Series next = noise(u"a"_s, 0);
        for (int i = 0; i < 320; i += 2) {
            next.times.push_back(noon + i * 15'000);
            next.values.push_back(1);
        }
        QVERIFY(store->keep(incident, errors, {next}).ok());
        QCOMPARE((*store->recorded(incident))[0].series[0].times.size(), 310u);
    }

    void anIncidentStaysWithinItsBound()
    {
        const QTemporaryDir room;
        constexpr qint64 bound = 40'000;
        const auto store = opened(room, bound);
        metrics::Series all = noise(u"a"_s, 0);
        for (int hour = 0; hour < 24; ++hour) {
            const metrics::Series more = noise(u"a"_s, 240, noon + hour * 3'600'000);
            all.times.insert(all.times.end(), more.times.begin(), more.times.end());
            all.values.insert(all.values.end(), more.values.begin(), more.values.end());
            QVERIFY(store->keep(incident, errors, {all}).ok());
            QVERIFY(*store->bytes(incident) <= bound);
        }
        const metrics::Series kept = (*store->recorded(incident))[0].series[0];
        QCOMPARE(kept.times.front() / 3'600'000, noon / 3'600'000);
        QCOMPARE(kept.times.back(), all.times.back());
        QCOMPARE(std::ranges::max(kept.values), std::ranges::max(all.values));
        QCOMPARE(std::ranges::min(kept.values), std::ranges::min(all.values));
        // What is older is coarser.
        const auto within = [&](int hour) {
            return std::ranges::count_if(
                kept.times, [&](qint64 time) { return (time - noon) / 3'600'000 == hour && time >= noon; });
        };
        QVERIFY(within(0) < 240);
        QCOMPARE(within(23), 240);
    }

    void theBusiestOfManySeriesAreKept()
    {
        const QTemporaryDir room;
        const auto store = opened(room);
        std::vector<metrics::Series> many;
        for (int i = 0; i < 300; ++i)
            many.push_back({{{u"pod"_s, QString::number(i)}}, {noon}, {double(i)}});
        QVERIFY(store->keep(incident, errors, many).ok());
        const std::vector<metrics::Series> kept = (*store->recorded(incident))[0].series;
        QCOMPARE(kept.size(), SampleStore::mostSeries);
        QVERIFY(std::ranges::all_of(kept, [](const metrics::Series& each) { return each.values[0] >= 200; }));
    }

    void twoWindowsKeepIntoOneFile()
    {
        const QTemporaryDir room;
        const auto write = [&](const QString& pod) {
            const auto store = opened(room);
            for (int i = 1; i <= 30; ++i)
                QVERIFY(store->keep(incident, errors, {noise(u"both"_s, i), noise(pod, i)}).ok());
        };
        std::thread one(write, u"a"_s);
        std::thread two(write, u"b"_s);
        one.join();
        two.join();
        const std::vector<metrics::Series> kept = (*opened(room)->recorded(incident))[0].series;
        QCOMPARE(kept.size(), 3u);
        QVERIFY(std::ranges::all_of(kept, [](const metrics::Series& each) { return each.times.size() == 30; }));
    }

    void whatIsNoSuchFileIsAnError()
    {
        const QTemporaryDir room;
        QFile text(room.filePath(u"samples.db"_s));
        QVERIFY(text.open(QFile::WriteOnly) && text.write(QByteArray(5000, 'x')) == 5000);
        text.close();
        const auto written = SampleStore::open(text.fileName(), SampleStore::Access::Write);
        QVERIFY(!written && written.error().code == ErrorCode::FileUnwritable);
        QVERIFY(text.open(QFile::ReadOnly));
        QCOMPARE(text.readAll(), QByteArray(5000, 'x'));
        const auto none = SampleStore::open(room.filePath(u"nowhere/x.db"_s), SampleStore::Access::Write);
        QVERIFY(!none && none.error().detail.endsWith(u"nowhere/x.db"_s));
    }
};

QTEST_GUILESS_MAIN(SampleStoreTest)
#include "tst_samplestore.moc"
