// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/contrast.h"
#include "style/theme.h"
#include "support/quiettest.h"

#include <QApplication>
#include <QMenu>

using namespace warroom;
using style::Theme;

/// The colours, and what is made of them.
class ThemeTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void contrastIsThatOfTheStandard()
    {
        QVERIFY(qAbs(style::contrast(Qt::black, Qt::white) - 21) < 0.01);
        QVERIFY(qAbs(style::contrast(QColor(0x777777), Qt::white) - 4.48) < 0.01);
    }

    void aTextIsFoundForEveryColour()
    {
        for (int hue = 0; hue < 360; hue += 10) {
            for (int lightness = 0; lightness <= 255; lightness += 15) {
                const QColor ground = QColor::fromHsl(hue, 200, lightness);
                QVERIFY(style::contrast(style::textOn(ground), ground) >= 4.5);
                QVERIFY(style::contrast(style::readableOn(Theme::dark().accent, ground), ground) >= 4.5);
            }
        }
    }

    void everyMenuFollowsTheTheme()
    {
        QMenu menu;
        menu.addAction(QStringLiteral("Copy"));
        for (const Theme& theme : {Theme::dark(), Theme::light()}) {
            theme.apply(*qApp);
            menu.ensurePolished();
            menu.resize(menu.sizeHint());
            const QImage image = menu.grab().toImage();
            QCOMPARE(image.pixelColor(0, 0), theme.line);
            QCOMPARE(image.pixelColor(2, 2), theme.raised);
        }
    }

    void noPlaceholderIsLeftInTheStyleSheet() { QVERIFY(!Theme::dark().styleSheet().contains(QLatin1Char('%'))); }
};

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"
