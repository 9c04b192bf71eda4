// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/logbanner.h"
#include "desk/rescuewindow.h"
#include "style/plainlabel.h"
#include "support/windowtest.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace warroom;
using namespace Qt::Literals::StringLiterals;
using desk::RescueWindow;
using desk::WayOut;

namespace {

const Instant copied = fromMs(1769869380000); // 2026-01-31T14:23:00Z

desk::LogTrouble trouble(ErrorCode code, bool readable = false, const std::vector<Instant>& copies = {})
{
    return {{code, u"/data/warroom.db"_s}, u"/data"_s, readable, copies, QTimeZone::utc()};
}

QStringList offered(const QWidget& window)
{
    QStringList names;
    for (const QPushButton* button : window.findChildren<QPushButton*>()) {
        if (button->isVisible())
            names << button->text();
    }
    return names;
}

QString said(const QWidget& window)
{
    QStringList texts;
    for (const style::PlainLabel* label : window.findChildren<style::PlainLabel*>()) {
        if (label->isVisible())
            texts << label->text();
    }
    return texts.join(u'\n');
}

} // namespace

/// What a person sees whose log cannot be opened, or only be read.
class RescueWindowTest : public tests::WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnWarnings(); }

    void itSaysWhyAndWhere()
    {
        RescueWindow window(trouble(ErrorCode::StoreDamaged), style::Theme::dark());
        window.show();
        QVERIFY(said(window).contains(u"The log cannot be opened"_s));
        QVERIFY(said(window).contains(u"The log is damaged"_s));
        QVERIFY(said(window).contains(u"/data"_s));
    }

    void whatHelpsMostComesFirst_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<bool>("readable");
        QTest::addColumn<bool>("copy");
        QTest::addColumn<QStringList>("ways");
        QTest::newRow("damaged") << ErrorCode::StoreDamaged << true << true
                                 << QStringList{u"Get back what can be read"_s, u"Take the copy of 14:23"_s,
                                        u"Read only"_s, u"Try again"_s, u"Use another folder"_s};
        QTest::newRow("not a log") << ErrorCode::StoreNotOurs << false << false
                                   << QStringList{
                                          u"Get back what can be read"_s, u"Try again"_s, u"Use another folder"_s};
        QTest::newRow("gone") << ErrorCode::StoreMissing << false << true
                              << QStringList{u"Try again"_s, u"Take the copy of 14:23"_s, u"Start an empty log here"_s,
                                     u"Use another folder"_s};
        QTest::newRow("read-only disk") << ErrorCode::StoreReadOnly << true << false
                                        << QStringList{u"Try again"_s, u"Read only"_s, u"Use another folder"_s};
    }
    void whatHelpsMostComesFirst()
    {
        QFETCH(ErrorCode, code);
        QFETCH(bool, readable);
        QFETCH(bool, copy);
        QFETCH(QStringList, ways);
        RescueWindow window(
            trouble(code, readable, copy ? std::vector{copied} : std::vector<Instant>{}), style::Theme::light());
        window.show();
        QCOMPARE(offered(window), ways);
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QCOMPARE(qobject_cast<QPushButton*>(window.focusWidget())->text(), ways.first());
    }

    void eachWayIsItsDigit()
    {
        RescueWindow window(trouble(ErrorCode::StoreDamaged, true, {copied}), style::Theme::dark());
        QSignalSpy chosen(&window, &RescueWindow::chosen);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        for (const WayOut way :
            {WayOut::Repair, WayOut::Restore, WayOut::ReadOnly, WayOut::TryAgain, WayOut::OtherFolder}) {
            QTest::keyClick(window.focusWidget(), Qt::Key(Qt::Key_1 + chosen.size()));
            QCOMPARE(chosen.back().front().value<WayOut>(), way);
        }
        QCOMPARE(chosen.back().back().toString(), u"/data-2"_s);
        QTest::keyClick(window.focusWidget(), Qt::Key_6);
        QCOMPARE(chosen.size(), 5);
        QTest::keyClick(window.focusWidget(), Qt::Key_Return);
        QCOMPARE(chosen.back().front().value<WayOut>(), WayOut::Repair);
    }

    void anotherFolderIsTyped()
    {
        RescueWindow window(trouble(ErrorCode::StoreMissing), style::Theme::dark());
        QSignalSpy chosen(&window, &RescueWindow::chosen);
        window.show();
        auto* field = window.findChild<QPlainTextEdit*>();
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, u"/mnt/2/log"_s); // a digit is one here
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.front().back().toString(), u"/mnt/2/log"_s);
        field->clear();
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
    }

    void whileItWorksNothingElseIsChosen()
    {
        RescueWindow window(trouble(ErrorCode::StoreDamaged), style::Theme::dark());
        QSignalSpy chosen(&window, &RescueWindow::chosen);
        window.show();
        window.showWorking();
        QTest::keyClick(&window, Qt::Key_1);
        QVERIFY(chosen.isEmpty());
        window.showProblem(u"The disk is full."_s);
        QVERIFY(said(window).contains(u"The disk is full."_s));
        QTest::keyClick(&window, Qt::Key_1);
        QCOMPARE(chosen.size(), 1);
    }

    void whatCameOfItIsSaidAndEnterGoesOn()
    {
        RescueWindow window(trouble(ErrorCode::StoreDamaged), style::Theme::dark());
        QSignalSpy goOn(&window, &RescueWindow::goOn);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.showWorking();
        window.showResult(u"8 entries got back, 0 missing."_s);
        QVERIFY(said(window).contains(u"8 entries got back"_s));
        QVERIFY(!said(window).contains(u"damaged"_s));
        QCOMPARE(offered(window), QStringList{u"Go on"_s});
        QTest::keyClick(window.focusWidget(), Qt::Key_Return);
        QCOMPARE(goOn.size(), 1);
    }

    void theBannerSaysTheGravest()
    {
        QWidget window;
        desk::LogBanner banner(style::Theme::dark(), &window);
        QSignalSpy asked(&banner, &desk::LogBanner::wayOutAsked);
        window.show();
        banner.show({}, {}, {});
        QVERIFY(!banner.isVisible());
        const Error noRoom{ErrorCode::StoreFull, {}};
        banner.show({}, {}, noRoom);
        QVERIFY(said(banner).contains(u"No copy of the log can be taken. The disk is full."_s));
        QVERIFY(offered(banner).isEmpty());
        const journal::Flaw flaw{{}, {}, journal::Flaw::Kind::Changed};
        banner.show({}, {{}, {flaw, flaw}}, noRoom);
        QVERIFY2(
            said(banner).contains(u"2 entries of the log are not as they were written"_s), qPrintable(said(banner)));
        banner.show({}, {{u"row 3 missing from index"_s}, {flaw}}, noRoom);
        QVERIFY(said(banner).contains(u"The file of the log is damaged"_s));
        banner.show(Error{ErrorCode::StoreForeign, u"/data"_s}, {{u"x"_s}, {}}, {});
        QVERIFY(said(banner).contains(u"Nothing can be logged here. The log belongs to another account: /data."_s));
        QTest::mouseClick(banner.findChild<QPushButton*>(), Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
    }
};

QTEST_MAIN(RescueWindowTest)
#include "tst_rescuewindow.moc"
