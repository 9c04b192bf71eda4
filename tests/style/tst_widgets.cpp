// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/clockdigits.h"
#include "style/fonts.h"
#include "style/keycap.h"
#include "style/plainlabel.h"
#include "support/quiettest.h"

#include <QAccessible>

using namespace warroom;

/// The small widgets that all windows share.
class WidgetsTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void aLabelShowsMarkupAsText()
    {
        style::PlainLabel label;
        label.setText(QStringLiteral("<img src='/dev/zero'><b>x</b>"));
        label.setPlainToolTip(label.text());
        QCOMPARE(label.textFormat(), Qt::PlainText);
        QVERIFY(!label.toolTip().contains(QLatin1String("<img")));
        QCOMPARE(style::KeyCap(QStringLiteral("<b>")).textFormat(), Qt::PlainText);
    }

    void aTickingClockKeepsItsWidth()
    {
        style::ClockDigits clock(style::clockFont(), Qt::white);
        clock.setDigits(QStringLiteral("11:11:11"));
        const QSize size = clock.sizeHint();
        clock.setDigits(QStringLiteral("00:48:59"));
        QCOMPARE(clock.sizeHint(), size);
        clock.setDigits(QStringLiteral("1:00:48:59"));
        QVERIFY(clock.sizeHint().width() > size.width());
    }

    void aClockIsReadAloudWithItsName()
    {
        style::ClockDigits clock(style::clockFont(), Qt::white);
        clock.setAccessibleName(QStringLiteral("Next update"));
        clock.setDigits(QStringLiteral("02:19"));
        QAccessibleInterface* read = QAccessible::queryAccessibleInterface(&clock);
        QCOMPARE(read->text(QAccessible::Name), QStringLiteral("Next update 02:19"));
        QCOMPARE(read->text(QAccessible::Value), QStringLiteral("02:19"));
    }
};

QTEST_MAIN(WidgetsTest)
#include "tst_widgets.moc"
