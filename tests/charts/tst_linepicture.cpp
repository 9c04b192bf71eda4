// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/linepicture.h"
#include "support/quiettest.h"

#include <QGuiApplication>
#include <QPainter>

#include <cmath>
#include <limits>
#include <random>

using namespace warroom;
using namespace warroom::charts;
using metrics::Series;

namespace {

constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();
constexpr double infinite = std::numeric_limits<double>::infinity();

const LineLook white{Qt::white, Dash::Solid};

Series series(int points, const std::function<double(int)>& value)
{
    Series result;
    for (int i = 0; i < points; ++i) {
        result.times.push_back(i * 1000);
        result.values.push_back(value(i));
    }
    return result;
}

View view(QSize size, int points, metrics::Extent values)
{
    return {size, 1, fromMs(0), fromMs((points - 1) * 1000), Milliseconds(1000), values};
}

QPointF place(const Series& all, size_t i, const View& view)
{
    const double length = double((view.to - view.from).count());
    return {double(all.times[i]) / length * view.size.width(), view.rowOf(all.values[i])};
}

/// Every point of it, by the painter that Qt has.
QImage undecimated(const Series& all, const View& view)
{
    QPolygonF points;
    for (size_t i = 0; i < all.times.size(); ++i)
        points += place(all, i, view);
    QImage image(view.size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Qt::white, 1.75, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(points);
    return image;
}

int ink(const QImage& image, int x, int y) { return image.valid(x, y) ? qAlpha(image.pixel(x, y)) : 0; }

/// The share of the ink of one picture that the other one has within a pixel. Two levels of 255 are how Qt rounds.
double within(const QImage& mine, const QImage& other)
{
    qint64 all = 0;
    qint64 missing = 0;
    for (int y = 0; y < mine.height(); ++y) {
        for (int x = 0; x < mine.width(); ++x) {
            int near = 0;
            for (int dy = -1; dy <= 1; ++dy) {
                for (int dx = -1; dx <= 1; ++dx)
                    near = std::max(near, ink(other, x + dx, y + dy));
            }
            all += ink(mine, x, y);
            missing += std::max(0, ink(mine, x, y) - near - 2);
        }
    }
    return 1 - double(missing) / double(all);
}

int inkOfColumn(const QImage& image, int x)
{
    int sum = 0;
    for (int y = 0; y < image.height(); ++y)
        sum += ink(image, x, y);
    return sum;
}

} // namespace

/// What is drawn of a line.
class LinePictureTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void aDecimatedLineIsTheUndecimatedOne_data()
    {
        QTest::addColumn<Series>("series");
        std::mt19937_64 chance(1);
        std::normal_distribution<double> noise(50, 12);
        double walk = 50;
        QTest::newRow("few points") << series(40, [&](int) { return noise(chance); });
        QTest::newRow("a point a column") << series(400, [&](int) { return noise(chance); });
        QTest::newRow("many points") << series(100'000, [&](int) { return noise(chance); });
        QTest::newRow("a walk") << series(20'000, [&](int) { return walk += (noise(chance) - 50) / 400; });
        QTest::newRow("a wave") << series(3'000, [&](int i) { return 50 + 40 * std::sin(i / 60.0); });
        QTest::newRow("steps") << series(60, [&](int i) { return i / 10 % 2 ? 90.0 : 10.0; });
        QTest::newRow("one peak") << series(50'000, [&](int i) { return i == 31'234 ? 99.0 : 5.0; });
    }
    void aDecimatedLineIsTheUndecimatedOne()
    {
        QFETCH(Series, series);
        const View where = view({400, 120}, int(series.times.size()), {0, 100});
        const QImage ours = linePicture({{&series, white}}, where);
        const QImage theirs = undecimated(series, where);
        const double missing = within(theirs, ours);
        const double added = within(ours, theirs);
        QVERIFY2(missing >= 0.998 && added >= 0.998,
            qPrintable(QStringLiteral("%1 of theirs, %2 of ours").arg(missing).arg(added)));
    }

    void everyColumnShowsItsLeastAndItsGreatest()
    {
        std::mt19937_64 chance(2);
        std::uniform_real_distribution<double> value(5, 95);
        const Series all = series(30'000, [&](int) { return value(chance); });
        const View where = view({300, 200}, 30'000, {0, 100});
        for (const Dash dash : {Dash::Solid, Dash::Long, Dash::DashDot, Dash::Dots}) {
            const QImage image = linePicture({{&all, {Qt::white, dash}}}, where);
            for (size_t i = 0; i < all.times.size(); ++i) {
                const QPointF point = place(all, i, where);
                QVERIFY(ink(image, std::min(int(point.x()), 299), int(point.y())) > 128);
            }
        }
    }

    void aGapStaysAGap()
    {
        const Series all = series(101, [](int i) { return i > 40 && i < 60 ? notANumber : 50; });
        const QImage image = linePicture({{&all, white}}, view({200, 50}, 101, {0, 100}));
        QVERIFY(inkOfColumn(image, 70) > 255);
        QCOMPARE(inkOfColumn(image, 100), 0);
        QVERIFY(inkOfColumn(image, 130) > 255);
    }

    void aPointAloneIsADot()
    {
        const Series all = series(101, [](int i) { return i == 50 ? 50 : notANumber; });
        const QImage image = linePicture({{&all, {Qt::white, Dash::Dots}}}, view({200, 50}, 101, {0, 100}));
        QVERIFY(inkOfColumn(image, 100) > 3 * 255);
        QCOMPARE(inkOfColumn(image, 105), 0);
    }

    void anInfinityIsAnArrowAtItsEdge()
    {
        const Series all = series(101, [](int i) { return i == 50 ? infinite : i == 70 ? -infinite : notANumber; });
        const QImage image = linePicture({{&all, white}}, view({200, 50}, 101, {0, 100}));
        QVERIFY(ink(image, 100, 2) > 128);
        QCOMPARE(ink(image, 100, 47), 0);
        QVERIFY(ink(image, 140, 47) > 128);
    }

    void aFlatLineIsDashedAndAPeakIsNot()
    {
        const Series all = series(101, [](int) { return 50.0; });
        int left = 0;
        const QImage image = linePicture({{&all, {Qt::white, Dash::Dots}}}, view({200, 50}, 101, {0, 100}));
        for (int x = 0; x < 200; ++x)
            left += inkOfColumn(image, x) < 128;
        QVERIFY(left > 60 && left < 140);
    }

    void valuesAsLargeAsThereAreDoNoHarm()
    {
        constexpr double most = std::numeric_limits<double>::max();
        const Series all = series(3, [](int i) { return i == 1 ? most : -most; });
        const QImage image = linePicture({{&all, white}}, view({200, 50}, 3, {-most, most}));
        QVERIFY(inkOfColumn(image, 50) > 0);
        QVERIFY(!linePicture({{&all, white}}, view({200, 50}, 3, {0, 0})).isNull());
    }

    void theFirstTwoDozenLinesLookDifferent()
    {
        const style::Theme theme = style::Theme::dark();
        for (size_t i = 0; i < 24; ++i) {
            for (size_t j = 0; j < i; ++j)
                QVERIFY(lineLook(i, theme) != lineLook(j, theme));
            QVERIFY(lineLook(i, theme).dash != lineLook(i + 1, theme).dash);
        }
    }
};

QTEST_MAIN(LinePictureTest)
#include "tst_linepicture.moc"
