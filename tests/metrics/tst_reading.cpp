// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/reading.h"
#include "metrics/seriesname.h"
#include "metrics/valueat.h"
#include "support/quiettest.h"

#include <limits>

using namespace warroom;
using namespace warroom::metrics;
using namespace Qt::StringLiterals;

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

} // namespace

/// How values and series are said.
class ReadingTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void aValueIsSaidInItsUnit_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QString>("text");
        const auto row = [](double value, const char* unit, const QString& text) {
            const QByteArray name = QByteArray(unit) + ' ' + QByteArray::number(value);
            QTest::newRow(name.constData()) << value << QString::fromLatin1(unit) << text;
        };
        row(4.13, "percent", u"4.1 %"_s);
        row(0.041, "percentunit", u"4.1 %"_s);
        row(9640, "short", u"9.6 k"_s);
        row(0, "short", u"0"_s);
        row(5, "", u"5"_s);
        row(-3.25, "", u"−3.3"_s);
        row(999.9, "short", u"1.0 k"_s);
        row(12345, "none", u"12345"_s);
        row(2.11, "s", u"2.1 s"_s);
        row(0.851, "s", u"851 ms"_s);
        row(0, "s", u"0 s"_s);
        row(90, "s", u"1.5 min"_s);
        row(1500, "ms", u"1.5 s"_s);
        row(12e-6, "s", u"12 µs"_s);
        row(1536, "bytes", u"1.5 KiB"_s);
        row(1500, "decbytes", u"1.5 kB"_s);
        row(2.5e6, "Bps", u"2.5 MB/s"_s);
        row(1e9, "bps", u"1 Gb/s"_s);
        row(1200, "reqps", u"1.2 k req/s"_s);
        row(42, "ops", u"42 ops/s"_s);
        row(42, "pps", u"42 packets/s"_s);
        row(7, "widgets", u"7 widgets"_s);
        row(0.0012, "percent", u"0.0012 %"_s);
        row(std::numeric_limits<double>::infinity(), "percent", u"∞ %"_s);
        row(notANumber, "percent", u"–"_s);
    }
    void aValueIsSaidInItsUnit()
    {
        QFETCH(double, value);
        QFETCH(QString, unit);
        QFETCH(QString, text);
        QCOMPARE(reading(value, unit).text().replace(QChar(QChar::Nbsp), u' '), text);
    }

    void aDurationIsSaidInItsTwoLargestParts()
    {
        QCOMPARE(reading(3900, u"dtdurations"_s).text(), u"1 h 5 min"_s);
        QCOMPARE(reading(-59, u"dtdurations"_s).text(), u"−59 s"_s);
        QCOMPARE(reading(86400 * 3, u"dtdurations"_s).text(), u"3 d"_s);
    }

    void aValueFollowsTheScaleOfItsAxis()
    {
        const Scale scale = scaleFor(u"s"_s, 3);
        QCOMPARE(reading(0.85, scale), (Reading{u"0.85"_s, u"s"_s}));
        QCOMPARE(axisNumber(2000, 2000, scaleFor(u"short"_s, 12000)), u"2"_s);
        QCOMPARE(axisNumber(0.5, 0.5, scale), u"0.5"_s);
        QCOMPARE(axisNumber(0.3, 0.1, {}), u"0.3"_s);
        QCOMPARE(axisNumber(-1e-17, 0.1, {}), u"0.0"_s);
        QCOMPARE(axisNumber(-20, 10, {}), u"−20"_s);
    }

    void theValueAtAMomentIsTheNearestOne()
    {
        Series series;
        series.times = {std::numeric_limits<qint64>::min(), 1000, 2000};
        series.values = {1, 2, 3};
        const auto at = [&](qint64 moment) { return valueAt(series, fromMs(moment), Milliseconds(400)); };
        QCOMPARE(at(1300), std::optional(2.0));
        QCOMPARE(at(1700), std::optional(3.0));
        QCOMPARE(at(2400), std::optional(3.0));
        QCOMPARE(at(1500), std::nullopt);
        QCOMPARE(at(std::numeric_limits<qint64>::min() + 1), std::optional(1.0));
        QCOMPARE(valueAt({}, fromMs(0), Milliseconds(400)), std::nullopt);
    }

    void aSeriesIsNamedByWhatIsItsOwn()
    {
        Series a;
        a.labels = {{u"__name__"_s, u"up"_s}, {u"job"_s, u"api"_s}, {u"pod"_s, u"1"_s}};
        Series b = a;
        b.labels.back().value = u"2"_s;
        QCOMPARE(wholeName(a), u"up{job=\"api\", pod=\"1\"}"_s);
        QCOMPARE(shortNames({&a, &b}), QStringList({u"1"_s, u"2"_s}));
        QCOMPARE(shortNames({&a, &a}).value(1), wholeName(a));
        QCOMPARE(wholeName({}), u"{}"_s);
    }
};

QTEST_GUILESS_MAIN(ReadingTest)
#include "tst_reading.moc"
