// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/clockblock.h"
#include "desk/incidentbar.h"
#include "desk/statuspath.h"
#include "style/clockdigits.h"
#include "style/plainlabel.h"
#include "support/windowtest.h"
#include "words/told.h"

using namespace warroom;
using namespace warroom::incident;
using tests::at;
using tests::Told;

/// How bad, since when, when to speak next.
class IncidentBarTest : public tests::WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void theClocksRunFromTheDeclaration();
    void whatIsOverdueIsSaidInWords();
    void tickingMovesNothing();
    void aDeadlineThatPassesMovesNothing();
    void aClosedIncidentSaysSo();
    void aNarrowBarStillSaysWhoLeads();
    void aDeadlineLongPastLeavesRoomForWhoLeads();
    void aResolvedIncidentHasNoNextUpdate();
    void aTitleOfMarkupIsText();

private:
    static QStringList digits(const QWidget& bar);
    static QStringList labels(const QWidget& bar);
};

QStringList IncidentBarTest::digits(const QWidget& bar)
{
    QStringList result;
    for (const auto* clock : bar.findChildren<style::ClockDigits*>()) {
        if (clock->isVisibleTo(&bar))
            result << clock->digits();
    }
    return result;
}

QStringList IncidentBarTest::labels(const QWidget& bar)
{
    QStringList result;
    for (const auto* label : bar.findChildren<style::PlainLabel*>()) {
        if (label->isVisibleTo(&bar))
            result << label->text();
    }
    return result;
}

void IncidentBarTest::theClocksRunFromTheDeclaration()
{
    desk::IncidentBar bar(style::Theme::dark(), nullptr);
    bar.show(Told::declared().state(), tests::team(), at(QStringLiteral("14:30")));
    QCOMPARE(digits(bar), (QStringList{QStringLiteral("00:07:00"), QStringLiteral("08:00"), QStringLiteral("53:00")}));
    QVERIFY(labels(bar).contains(QStringLiteral("since 14:23 UTC")));
    QVERIFY(labels(bar).contains(QStringLiteral("14:38 · every 15 min")));
    QVERIFY(labels(bar).contains(QStringLiteral("P0 < 1 h")));
}

void IncidentBarTest::whatIsOverdueIsSaidInWords()
{
    desk::IncidentBar bar(style::Theme::dark(), nullptr);
    bar.show(Told::declared().state(), tests::team(), at(QStringLiteral("14:41:10")));
    QCOMPARE(digits(bar).at(1), QStringLiteral("−03:10"));
    QVERIFY(labels(bar).contains(QStringLiteral("OVERDUE")));
    QVERIFY(labels(bar).contains(QStringLiteral("14:38 · overdue by 3 min")));
    bar.show(Told::declared().state(), tests::team(), at(QStringLiteral("14:37")));
    QVERIFY(labels(bar).contains(QStringLiteral("SOON")));
    QVERIFY(!labels(bar).contains(QStringLiteral("OVERDUE")));
}

void IncidentBarTest::tickingMovesNothing()
{
    desk::IncidentBar bar(style::Theme::dark(), nullptr);
    bar.resize(1280, bar.height());
    const IncidentState state = Told::declared().state();
    bar.show(state, tests::team(), at(QStringLiteral("14:30:01")));
    bar.setVisible(true);
    const auto places = [&bar] {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QList<QRect> result;
        for (const auto* child : bar.findChildren<QWidget*>())
            result << child->geometry();
        return result;
    };
    const QList<QRect> before = places();
    for (const char* time : {"14:30:02", "14:31:11", "14:33:58"}) {
        bar.show(state, tests::team(), at(QString::fromLatin1(time)));
        QCOMPARE(places(), before);
    }
}

void IncidentBarTest::aDeadlineThatPassesMovesNothing()
{
    desk::IncidentBar bar(style::Theme::dark(), nullptr);
    bar.resize(1280, bar.height());
    const IncidentState state = Told::declared().state();
    bar.show(state, tests::team(), at(QStringLiteral("14:30")));
    bar.setVisible(true);
    const auto columns = [&bar] {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QList<QRect> result;
        for (const auto* column : bar.findChildren<desk::ClockBlock*>())
            result << column->geometry();
        return result;
    };
    const QList<QRect> before = columns();
    for (const char* time : {"14:36", "14:41:10", "15:20", "15:24", "15:37:59"}) {
        bar.show(state, tests::team(), at(QString::fromLatin1(time)));
        QCOMPARE(columns(), before);
    }
    QVERIFY(labels(bar).contains(QStringLiteral("14:38 · overdue by 59 min")));
    QVERIFY(labels(bar).contains(QStringLiteral("15:23 · overdue by 14 min")));
}

void IncidentBarTest::aClosedIncidentSaysSo()
{
    Told told = Told::declared();
    told.say(QStringLiteral("15:00"), StatusChanged{QStringLiteral("Resolved"), false, {}});
    told.say(QStringLiteral("15:00"), MilestoneSet{Milestone::Resolved, {}});
    desk::IncidentBar bar(style::Theme::dark(), nullptr);
    bar.show(told.state(), tests::team(), at(QStringLiteral("16:30")));
    const auto path = [&bar] { return bar.findChild<desk::StatusPath*>()->text(); };
    QVERIFY(!path().contains(QStringLiteral("Closed")));
    told.say(QStringLiteral("16:20"), MilestoneSet{Milestone::Closed, {}});
    bar.show(told.state(), tests::team(), at(QStringLiteral("16:30")));
    QVERIFY(path().contains(QStringLiteral("Closed 31 Jan 16:20")));
}

void IncidentBarTest::aNarrowBarStillSaysWhoLeads()
{
    Told told = Told::declared();
    told.say(QStringLiteral("14:30"),
        RoleAssigned{QStringLiteral("incident-commander"), Told::person(QStringLiteral("alice"))});
    desk::StatusPath path(style::Theme::dark(), nullptr);
    const auto pictureAt = [&path](int width) {
        path.resize(width, path.sizeHint().height());
        return path.grab(QRect(0, 0, 215, path.height())).toImage();
    };
    path.show(told.state(), tests::team(), tests::at(QStringLiteral("14:30")));
    const QImage wide = pictureAt(path.sizeHint().width());
    const QImage narrow = pictureAt(215);
    QVERIFY(wide != narrow);
    told.say(QStringLiteral("14:31"),
        RoleAssigned{QStringLiteral("incident-commander"), Told::person(QStringLiteral("dave"))});
    path.show(told.state(), tests::team(), tests::at(QStringLiteral("14:30")));
    QVERIFY(pictureAt(215) != narrow);
    QCOMPARE(pictureAt(path.sizeHint().width()), wide);
}

void IncidentBarTest::aDeadlineLongPastLeavesRoomForWhoLeads()
{
    desk::IncidentBar bar(style::Theme::dark(), nullptr);
    bar.resize(1280, bar.height());
    const IncidentState state = Told::declared().state();
    const auto* path = bar.findChild<desk::StatusPath*>();
    const auto roomAt = [&](Instant now) {
        bar.show(state, tests::team(), now);
        bar.setVisible(true);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        return path->width();
    };
    const int before = roomAt(at(QStringLiteral("14:41")));
    QVERIFY(roomAt(at(QStringLiteral("14:41")) + std::chrono::hours(60)) > before - 60);
    QVERIFY(labels(bar).contains(QStringLiteral("overdue by 2 d 12 h")));
}

void IncidentBarTest::aResolvedIncidentHasNoNextUpdate()
{
    Told told = Told::declared();
    told.say(QStringLiteral("15:00"), StatusChanged{QStringLiteral("Resolved"), false, {}});
    told.say(QStringLiteral("15:00"), MilestoneSet{Milestone::Resolved, {}});
    desk::IncidentBar bar(style::Theme::dark(), nullptr);
    bar.show(told.state(), tests::team(), at(QStringLiteral("16:30")));
    QCOMPARE(digits(bar), (QStringList{QStringLiteral("00:37:00"), QStringLiteral("23:00")}));
    QVERIFY(labels(bar).contains(QStringLiteral("14:23 – 15:00 UTC")));
    QVERIFY(labels(bar).contains(QStringLiteral("MET")));
}

void IncidentBarTest::aTitleOfMarkupIsText()
{
    Told told = Told::declared();
    told.say(QStringLiteral("14:30"), IncidentRetitled{QStringLiteral("<img src='/dev/zero'>\u202e")});
    desk::IncidentBar bar(style::Theme::dark(), nullptr);
    bar.show(told.state(), tests::team(), at(QStringLiteral("14:30")));
    QVERIFY(labels(bar).contains(QStringLiteral("<img src='/dev/zero'>[U+202E]")));
    for (const auto* label : bar.findChildren<QLabel*>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
}

QTEST_MAIN(IncidentBarTest)
#include "tst_incidentbar.moc"
