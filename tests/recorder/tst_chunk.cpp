// SPDX-License-Identifier: GPL-3.0-or-later
#include "recorder/chunk.h"
#include "support/quiettest.h"

#include <QTest>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

using namespace warroom;
using namespace warroom::recorder;

namespace {

constexpr qint64 noon = 1'769'860'800'000;

/// Bit by bit, so that NaN is NaN.
std::vector<std::pair<qint64, quint64>> told(const std::vector<Sample>& samples)
{
    std::vector<std::pair<qint64, quint64>> all;
    for (const Sample& sample : samples)
        all.emplace_back(sample.time, std::bit_cast<quint64>(sample.value));
    return all;
}

std::vector<Sample> anHour()
{
    std::vector<Sample> samples;
    for (int i = 0; i < 240; ++i)
        samples.push_back({noon + i * 15'000, 100 + std::sin(i / 20.0)});
    return samples;
}

} // namespace

/// Samples as bytes and back.
class ChunkTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsPackedComesBack()
    {
        constexpr double inf = std::numeric_limits<double>::infinity();
        const std::vector<Sample> odd{{-5, 0}, {0, -0.0}, {1, std::nan("")}, {noon, inf}, {noon + 1, -inf},
            {noon + 100'000, 5e-324}, {noon + 100'001, 1.7976931348623157e308}};
        for (const std::vector<Sample>& samples :
            {std::vector<Sample>(), std::vector<Sample>{{noon, 1}}, odd, anHour()})
            QCOMPARE(told(unpacked(packed(samples))), told(samples));
    }

    void aSteadySeriesIsShort()
    {
        std::vector<Sample> samples = anHour();
        QVERIFY(packed(samples).size() < qsizetype(samples.size()) * 10);
        for (Sample& sample : samples)
            sample.value = 3;
        QVERIFY(packed(samples).size() < 100);
    }

    void otherBytesAreNone()
    {
        const QByteArray good = packed(anHour());
        QVERIFY(unpacked({}).empty());
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("qUncompress.*")));
        QVERIFY(unpacked(good.first(good.size() / 2)).empty());
        QVERIFY(unpacked("\xff\xff\xff\xff" + good.mid(4)).empty());
        QVERIFY(unpacked(qCompress("twelve bytes")).empty());
    }

    void ofTheSameMomentTheNewerOneStays()
    {
        const std::vector<Sample> both = merged({{1, 1}, {3, 3}}, {{2, 2}, {3, 4}});
        QCOMPARE(told(both), told({{1, 1}, {2, 2}, {3, 4}}));
    }

    void whatIsThinnedKeepsItsExtremes()
    {
        std::vector<Sample> samples = anHour();
        samples[100].value = 1000;
        samples[101].value = -1000;
        samples[102].value = std::nan("");
        const std::vector<Sample> few = thinned(samples, std::chrono::minutes(5));
        QCOMPARE(few.size(), 24u);
        QVERIFY(std::ranges::is_sorted(few, {}, &Sample::time));
        QVERIFY(std::ranges::find(few, 1000, &Sample::value) != few.end());
        QVERIFY(std::ranges::find(few, -1000, &Sample::value) != few.end());
        // Where there is nothing else, that stays.
        QCOMPARE(thinned({{1, std::nan("")}, {2, std::nan("")}}, std::chrono::minutes(5)).size(), 1u);
    }
};

QTEST_GUILESS_MAIN(ChunkTest)
#include "tst_chunk.moc"
