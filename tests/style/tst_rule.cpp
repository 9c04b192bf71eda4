// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/rule.h"
#include "support/quiettest.h"

#include <QImage>
#include <QPainter>

using namespace warroom;

/// Lines on a screen whose pixels are not the program's.
class RuleTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void everyLineIsOfTheSameStrength_data()
    {
        QTest::addColumn<qreal>("scale");
        QTest::addColumn<int>("strength");
        QTest::newRow("100 %") << 1.0 << 1;
        QTest::newRow("125 %") << 1.25 << 1;
        QTest::newRow("150 %") << 1.5 << 1;
        QTest::newRow("175 %") << 1.75 << 1;
        QTest::newRow("200 %") << 2.0 << 2;
    }

    void everyLineIsOfTheSameStrength()
    {
        QFETCH(qreal, scale);
        QFETCH(int, strength);
        constexpr int lines = 12;
        QImage image(QSize(20, 10 * lines) * scale, QImage::Format_RGB32);
        image.fill(Qt::black);
        image.setDevicePixelRatio(scale);
        QPainter painter(&image);
        for (int line = 0; line < lines; ++line)
            style::paintRule(painter, QRect(0, 9 * line + 1, 20, 1), Qt::white);
        painter.end();
        int white = 0;
        int begun = 0;
        for (int y = 1; y < image.height(); ++y) {
            const bool on = image.pixel(5, y) == qRgb(255, 255, 255);
            QVERIFY(on || image.pixel(5, y) == qRgb(0, 0, 0));
            white += on ? 1 : 0;
            begun += on && image.pixel(5, y - 1) == qRgb(0, 0, 0) ? 1 : 0;
        }
        QCOMPARE(begun, lines);
        QCOMPARE(white, lines * strength);
    }
};

QTEST_MAIN(RuleTest)
#include "tst_rule.moc"
