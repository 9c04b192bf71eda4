// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/icon.h"
#include "support/quiettest.h"

#include <QImage>
#include <QSet>

using namespace warroom;

/// Our own icons.
class IconTest : public support::QuietTest
{
    Q_OBJECT

private Q_SLOTS:
    void eachKindHasAShapeOfItsOwn()
    {
        const char* const names[] = {"declared", "title", "severity", "status", "milestone", "impact", "role", "update",
            "cadence", "note", "decision", "hypothesis", "question", "link", "action", "owner", "action-started",
            "action-done", "action-dropped", "follow-up", "runbook", "step-open", "step-started", "step-done",
            "step-skipped", "output", "variable", "alert", "alert-over", "section", "unknown", "star", "amended",
            "retracted", "soon", "over"};
        std::vector<QImage> seen;
        for (const char* name : names) {
            QVERIFY2(style::hasIcon(QString::fromLatin1(name)), name);
            const QImage image = style::icon(QString::fromLatin1(name), Qt::white, 16, 2).toImage();
            QCOMPARE(image.size(), QSize(32, 32));
            for (const QImage& other : seen)
                QVERIFY2(image != other, name);
            seen.push_back(image);
        }
    }

    void anIconHasTheColourAskedFor()
    {
        const QImage image = style::icon(QStringLiteral("declared"), Qt::red, 16, 1).toImage();
        QCOMPARE(image.pixelColor(8, 8), QColor(Qt::red));
        QCOMPARE(image.pixelColor(0, 0).alpha(), 0);
    }

    void theProgramHasItsOwnInItsOwnColours()
    {
        const QIcon own = style::programIcon();
        QVERIFY(own.availableSizes().contains(QSize(32, 32)));
        const QImage image = own.pixmap(QSize(128, 128)).toImage();
        QCOMPARE(image.pixelColor(40, 36), QColor(0xff6166));
        QCOMPARE(image.pixelColor(0, 0).alpha(), 0);
    }

    void anUnknownNameShowsTheUnknown()
    {
        QCOMPARE(style::icon(QStringLiteral("nothing"), Qt::red, 16, 1).toImage(),
            style::icon(QStringLiteral("unknown"), Qt::red, 16, 1).toImage());
    }
};

QTEST_MAIN(IconTest)
#include "tst_icon.moc"
