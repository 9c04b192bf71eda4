// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/desklayout.h"
#include "desk/desktest.h"
#include "desk/panel.h"

#include <QAbstractButton>
#include <QMouseEvent>
#include <QScreen>
#include <QSplitter>

#include <algorithm>

using namespace warroom;
using namespace Qt::Literals::StringLiterals;
using desk::Act;
using desk::DeskLayout;
using desk::Layout;

/// What stands beside the timeline, and that it stays as somebody left it.
class LayoutTest : public tests::DeskTest
{
    Q_OBJECT

private Q_SLOTS:
    void theSideColumnIsHiddenAndShownByItsKey();
    void theSideColumnIsInThePalette();
    void theKeyForTheRolesBringsTheSideColumnBack();
    void aWindowOpensAsTheLastOneWasLeft();
    void theSideColumnIsAsWideAsItWasDrawn();
    void theRunbookIsAsWideAsItWasDrawn();
    void anotherLookKeepsTheLayout();
    void everyIncidentHasTheSameLayout();
    void aNarrowWindowHidesTheSideColumnAndKeepsNothing();
    void aWideSideColumnLeavesRoomForTheTimeline();
    void everySizeOfScreenHasItsOwn();
    void aTabSaysAllOfItsTitle();

private:
    desk::PanelList* roles() const;
    QSplitter* columns() const { return qobject_cast<QSplitter*>(roles()->parent()->parent()->parent()); }
    void draw(int column, int by) const;
    int sideWidth() const { return columns()->sizes().front(); }
    Layout kept() const { return m_layouts.layout(m_window->screen()->size()); }
    void keep(const Layout& layout) { m_layouts.keep(m_window->screen()->size(), layout); }
};

/// Those of the incident in sight.
desk::PanelList* LayoutTest::roles() const
{
    const auto lists = m_window->findChildren<desk::PanelList*>();
    const auto found = std::ranges::find_if(lists, [](const desk::PanelList* each) {
        const bool inSight = each->parentWidget()->parentWidget()->parentWidget()->isVisible();
        return each->accessibleName() == u"Roles"_s && inSight;
    });
    return found == lists.end() ? nullptr : *found;
}

void LayoutTest::theSideColumnIsHiddenAndShownByItsKey()
{
    declare();
    QVERIFY(roles()->isVisible());
    press(Act::Roles);
    press(Act::Side);
    QVERIFY(!roles()->isVisible());
    QCOMPARE(focused(), line());
    type(u"said meanwhile"_s);
    press(Act::Side);
    QVERIFY(roles()->isVisible());
    QCOMPARE(line()->toPlainText(), u"said meanwhile"_s);
}

void LayoutTest::theSideColumnIsInThePalette()
{
    declare();
    press(Act::Everything);
    type(u"side column"_s);
    press(Qt::Key_Return);
    QVERIFY(!roles()->isVisible());
    QCOMPARE(focused(), line());
}

void LayoutTest::theKeyForTheRolesBringsTheSideColumnBack()
{
    declare();
    press(Act::Side);
    press(Act::Roles);
    QVERIFY(roles()->hasFocus());
}

void LayoutTest::aWindowOpensAsTheLastOneWasLeft()
{
    declare();
    press(Act::Side);
    QVERIFY(!kept().sideShown);
    openWindow();
    declare(u"Login is slow"_s);
    QVERIFY(!roles()->isVisible());
}

void LayoutTest::draw(int column, int by) const
{
    QSplitterHandle* handle = columns()->handle(column);
    const QPoint middle = handle->rect().center();
    const QPoint drawnTo = middle + QPoint(by, 0);
    QTest::mousePress(handle, Qt::LeftButton, {}, middle);
    // QTest moves the cursor of the whole screen instead, which may be anywhere.
    QMouseEvent move(
        QEvent::MouseMove, drawnTo, handle->mapToGlobal(drawnTo), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(handle, &move);
    QTest::mouseRelease(handle, Qt::LeftButton, {}, middle);
}

void LayoutTest::theRunbookIsAsWideAsItWasDrawn()
{
    m_window->resize(1600, 1000);
    declare();
    act(incident::AttachRunbook{u"Pool"_s, {}, {u"look"_s}, {}, {}});
    QTRY_VERIFY(columns()->width() > 1500);
    const int before = columns()->sizes().last();
    QTRY_COMPARE(columns()->handle(2)->geometry().right() + 1 + before, columns()->width());
    draw(2, -60);
    QCOMPARE(columns()->sizes().last(), before + 60);
    QCOMPARE(kept().stepsWidth, before + 60);
    QCOMPARE(kept().sideWidth, Layout().sideWidth);
    note(u"an entry"_s);
    QCOMPARE(columns()->sizes().last(), before + 60);
}

void LayoutTest::theSideColumnIsAsWideAsItWasDrawn()
{
    declare();
    const int before = sideWidth();
    QCOMPARE(before, Layout().sideWidth);
    QTRY_COMPARE(columns()->handle(1)->x(), before);
    draw(1, 90);
    QCOMPARE(sideWidth(), before + 90);
    QCOMPARE(kept().sideWidth, before + 90);
    press(Act::Side);
    press(Act::Side);
    QCOMPARE(sideWidth(), before + 90);
}

void LayoutTest::anotherLookKeepsTheLayout()
{
    keep({333, true});
    openWindow();
    declare();
    QCOMPARE(sideWidth(), 333);
    const style::Theme light = style::Theme::light();
    m_window->setTheme(light);
    QTRY_COMPARE(m_window->palette().color(QPalette::Window), light.background);
    QTRY_COMPARE(sideWidth(), 333);
    press(Act::Side);
    m_window->setTheme(style::Theme::dark());
    QTRY_COMPARE(m_window->palette().color(QPalette::Window), style::Theme::dark().background);
    QVERIFY(!roles()->isVisible());
}

void LayoutTest::everyIncidentHasTheSameLayout()
{
    declare();
    press(Act::Declare);
    type(u"Login is slow"_s);
    press(Act::Confirm);
    QVERIFY(saves());
    press(Act::Side);
    QVERIFY(!roles()->isVisible());
    press(desk::tabAct(1));
    QVERIFY(!roles()->isVisible());
}

void LayoutTest::aNarrowWindowHidesTheSideColumnAndKeepsNothing()
{
    declare();
    m_window->resize(m_window->minimumSize());
    QVERIFY(!roles()->isVisible());
    press(Act::Side);
    QVERIFY(shows(u"no room for the roles"_s));
    QVERIFY(m_layouts.kept.empty());
    m_window->resize(1280, 720);
    QVERIFY(roles()->isVisible());
    QTRY_COMPARE(sideWidth(), Layout().sideWidth);
}

void LayoutTest::aWideSideColumnLeavesRoomForTheTimeline()
{
    keep({Layout::widest, true});
    openWindow();
    declare();
    m_window->resize(1000, 600);
    QTRY_VERIFY(columns()->sizes()[1] >= 480);
    QCOMPARE(kept().sideWidth, Layout::widest);
    m_window->resize(1600, 1000);
    QTRY_COMPARE(sideWidth(), Layout::widest);
}

void LayoutTest::everySizeOfScreenHasItsOwn()
{
    m_layouts.kept = {{{1920, 1080}, {300, true}}, {{2560, 1440}, {420, false}}};
    DeskLayout layout(m_layouts, nullptr);
    layout.useScreen({1920, 1080});
    QCOMPARE(layout.current(), (Layout{300, true}));
    layout.useScreen({2560, 1440});
    QCOMPARE(layout.current(), (Layout{420, false}));
    layout.setSideWidth(10'000);
    layout.useScreen({1280, 720});
    QCOMPARE(layout.current(), Layout());
    QCOMPARE(m_layouts.layout({2560, 1440}), (Layout{Layout::widest, false}));
    QCOMPARE(m_layouts.layout({1920, 1080}), (Layout{300, true}));
}

void LayoutTest::aTabSaysAllOfItsTitle()
{
    const QString title = u"Payments in Europe fail for every second customer since the deploy"_s;
    declare(title);
    press(Act::Declare);
    type(u"Login is slow"_s);
    press(Act::Confirm);
    QVERIFY(saves());
    const auto tab = [&]() -> const QAbstractButton* {
        const auto buttons = m_window->findChildren<QAbstractButton*>();
        const auto found = std::ranges::find_if(
            buttons, [&](const QAbstractButton* each) { return each->accessibleName().contains(title); });
        return found == buttons.end() ? nullptr : *found;
    };
    QTRY_VERIFY(tab());
    QVERIFY(tab()->toolTip().contains(title));
    QTRY_VERIFY(tab()->width() > tab()->fontMetrics().horizontalAdvance(title));
}

QTEST_MAIN(LayoutTest)
#include "tst_layout.moc"
