// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/desktest.h"

#include "desk/panel.h"
#include "timeline/timelineview.h"
#include "views/hitsmodel.h"
#include "views/incidentsmodel.h"
#include "views/timelinemodel.h"

using namespace warroom;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using desk::Act;

/// The page without an incident: which ones there are, which presses most, and what was said in any of them.
class StartPageTest : public tests::DeskTest
{
    Q_OBJECT

private Q_SLOTS:
    void whatCannotBeDoneSaysWhichIncidentsAreOpen();
    void theMostPressingStandsFirst();
    void aRowSaysAllThatOneAsks();
    void theCountdownTicksWhereItIs();
    void pastOnesStandNewestFirstWithWhatIsOverdue();
    void theDigitsLeadToTheIncidents();
    void searchingFindsEntriesOfAllIncidents();
    void arrowsAndEnterWorkFromTheSearch();
    void aFoundEntryComesIntoSight();
    void wordsThatWereSaidAnewAreFoundOnce();
    void aSearchEndsWhereThePageIsLeft();
    void aMissedTargetIsSaidWhereNobodyWaitsForAnUpdate();
    void aTextOfTheStartPageIsToldBesideAnIncident();

private:
    IncidentId another(const QString& title, const QString& severity);
    void toStartPage();
    desk::PanelList* list(const QString& name) const;
    QStringList titles(const QString& panel) const;
    QString spoken(const QString& panel, int row) const;
    views::HitRow hit(int row) const;
    QPlainTextEdit* search() const { return field(u"Search all incidents"_s); }
};

/// Declares one by the form, as the window does where another is open.
IncidentId StartPageTest::another(const QString& title, const QString& severity)
{
    press(Act::Declare);
    type(title);
    press(Qt::Key(Qt::Key_0 + severity.back().digitValue()), Qt::AltModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    [this] { QVERIFY(saves()); }();
    return state().id;
}

void StartPageTest::toStartPage()
{
    press(Act::StartPage);
    QTRY_VERIFY(search());
}

desk::PanelList* StartPageTest::list(const QString& name) const
{
    for (desk::PanelList* each : m_window->findChildren<desk::PanelList*>()) {
        if (each->accessibleName() == name && each->isVisible())
            return each;
    }
    return nullptr;
}

QStringList StartPageTest::titles(const QString& panel) const
{
    QStringList titles;
    const desk::PanelList* rows = list(panel);
    for (int row = 0; rows && row < rows->model()->rowCount(); ++row)
        titles << rows->model()->index(row, 0).data(views::IncidentsModel::TitleRole).toString();
    return titles;
}

QString StartPageTest::spoken(const QString& panel, int row) const
{
    return list(panel)->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
}

views::HitRow StartPageTest::hit(int row) const
{
    return list(u"What was said"_s)->model()->index(row, 0).data(views::HitsModel::HitRole).value<views::HitRow>();
}

void StartPageTest::whatCannotBeDoneSaysWhichIncidentsAreOpen()
{
    another(u"Pool is full"_s, u"SEV1"_s);
    another(u"Login is slow"_s, u"SEV2"_s);
    QTRY_COMPARE(m_board->open().size(), 2U);
    toStartPage();
    press(Act::Update);
    QVERIFY(shows(u"No incident is in view. Open: Ctrl 1 SEV1 Pool is full · Ctrl 2 SEV2 Login is slow"_s));
    type(u"pool at 96 %"_s);
    QVERIFY(!shows(u"There is no incident yet"_s));
    press(Qt::Key_Return);
    QVERIFY(shows(u"No incident is in view. Open: Ctrl 1 SEV1 Pool is full"_s));
    QCOMPARE(line()->toPlainText(), u"pool at 96 %"_s);
}

void StartPageTest::theMostPressingStandsFirst()
{
    another(u"Mild"_s, u"SEV3"_s);
    act(incident::SetCadence{{}, 5min});
    another(u"Worse"_s, u"SEV2"_s);
    another(u"Bad"_s, u"SEV1"_s);
    QTRY_COMPARE(m_board->open().size(), 3U);
    toStartPage();
    QTRY_COMPARE(titles(u"Open incidents"_s), (QStringList{u"Bad"_s, u"Worse"_s, u"Mild"_s}));
    m_room->clock.wall += 6min;
    QTRY_COMPARE(titles(u"Open incidents"_s), (QStringList{u"Mild"_s, u"Bad"_s, u"Worse"_s}));
}

void StartPageTest::aRowSaysAllThatOneAsks()
{
    another(u"Pool is full"_s, u"SEV1"_s);
    act(incident::AssignRole{playbook().roles.front().id, m_session->me()});
    const QString rest = state().status.value + u" · "_s + state().label;
    m_room->clock.wall += 19min;
    toStartPage();
    QTRY_COMPARE(spoken(u"Open incidents"_s, 0),
        u"SEV1, Pool is full, Ana leads · since 14:23 · %1, update overdue by 4 min, Ctrl 1"_s.arg(rest));
}

void StartPageTest::theCountdownTicksWhereItIs()
{
    another(u"Pool is full"_s, u"SEV1"_s);
    QTRY_COMPARE(m_board->open().size(), 1U);
    toStartPage();
    QTRY_VERIFY(spoken(u"Open incidents"_s, 0).contains(u"update 14:38"_s));
    const QRect before = list(u"Open incidents"_s)->geometry();
    m_room->clock.wall += 14min;
    QTRY_VERIFY(spoken(u"Open incidents"_s, 0).contains(u"update in 1 min"_s));
    m_room->clock.wall += 2min;
    QTRY_VERIFY(spoken(u"Open incidents"_s, 0).contains(u"update overdue by 1 min"_s));
    QCOMPARE(list(u"Open incidents"_s)->geometry(), before);
}

void StartPageTest::pastOnesStandNewestFirstWithWhatIsOverdue()
{
    for (const QString& title : {u"First"_s, u"Second"_s}) {
        another(title, u"SEV1"_s);
        act(incident::ProposeFollowUp{{}, QDate(2026, 1, 20), {}, u"Alert"_s});
        act(incident::ProposeFollowUp{{}, QDate(2026, 1, 25), {}, u"Test"_s});
        act(incident::Resolve{});
        act(incident::Close{});
        m_room->clock.wall += 1min;
    }
    toStartPage();
    QTRY_COMPARE(titles(u"Past incidents"_s), (QStringList{u"Second"_s, u"First"_s}));
    QVERIFY(spoken(u"Past incidents"_s, 0).endsWith(u", 2 follow-ups overdue"_s));
}

void StartPageTest::theDigitsLeadToTheIncidents()
{
    another(u"Pool is full"_s, u"SEV1"_s);
    another(u"Login is slow"_s, u"SEV2"_s);
    QTRY_COMPARE(m_board->open().size(), 2U);
    toStartPage();
    press(Qt::Key_2, Qt::ControlModifier);
    QCOMPARE(m_window->windowTitle(), u"SEV2 Login is slow — Warroom"_s);
    toStartPage();
    search()->setFocus();
    press(Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(m_window->windowTitle(), u"SEV1 Pool is full — Warroom"_s);
}

void StartPageTest::searchingFindsEntriesOfAllIncidents()
{
    another(u"Pool is full"_s, u"SEV1"_s);
    note(u"the certificate of prod-1 expired"_s);
    act(incident::Resolve{});
    act(incident::Close{});
    another(u"Login is slow"_s, u"SEV2"_s);
    act(incident::Note{incident::NoteKind::Decision, u"a new Certificate for all"_s, false});
    QTRY_COMPARE(m_board->incidents().size(), 2U);
    toStartPage();
    search()->setFocus();
    type(u"certif"_s);
    QCOMPARE(list(u"What was said"_s)->model()->rowCount(), 2);
    QVERIFY(!list(u"Open incidents"_s) && !list(u"Past incidents"_s));
    const QSet<QString> said{hit(0).text, hit(1).text};
    QCOMPARE(said, (QSet<QString>{u"the certificate of prod-1 expired"_s, u"a new Certificate for all"_s}));
    for (int row : {0, 1}) {
        QCOMPARE(hit(row).found.size(), 1U);
        const auto [start, length] = hit(row).found.front();
        QCOMPARE(hit(row).text.mid(start, length).toLower(), u"certificate"_s);
    }
    QVERIFY(spoken(u"What was said"_s, 0).contains(u"31 Jan 2026 14:23"_s));
    search()->selectAll();
    type(u"balloon"_s);
    QVERIFY(shows(u"Nothing found."_s) && !list(u"What was said"_s));
    search()->clear();
    QVERIFY(list(u"Open incidents"_s) && list(u"Past incidents"_s));
}

void StartPageTest::arrowsAndEnterWorkFromTheSearch()
{
    another(u"Pool is full"_s, u"SEV1"_s);
    note(u"pool at 90 %"_s);
    QTRY_VERIFY(m_board->open().size() == 1);
    toStartPage();
    search()->setFocus();
    press(Qt::Key_Down);
    QCOMPARE(focusedName(), u"Open incidents"_s);
    press(Qt::Key_Up);
    QCOMPARE(focused(), search());
    type(u"pool"_s);
    QTRY_VERIFY(list(u"What was said"_s) && list(u"What was said"_s)->model()->rowCount() == 2);
    press(Qt::Key_Down);
    QCOMPARE(focusedName(), u"What was said"_s);
    press(Qt::Key_Down);
    press(Qt::Key_Up);
    QCOMPARE(focusedName(), u"What was said"_s);
    press(Qt::Key_Up);
    QCOMPARE(focused(), search());
    press(Qt::Key_Return);
    QCOMPARE(m_window->windowTitle(), u"SEV1 Pool is full — Warroom"_s);
}

void StartPageTest::aFoundEntryComesIntoSight()
{
    another(u"Pool is full"_s, u"SEV1"_s);
    const EntryId wanted = note(u"the certificate expired"_s);
    for (int i = 0; i < 60; ++i)
        note(u"line %1"_s.arg(i));
    QTRY_VERIFY(m_board->open().size() == 1 && m_board->state(m_board->open().front()).entries.size() > 60);
    toStartPage();
    search()->setFocus();
    type(u"certificate"_s);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    auto* view = qobject_cast<timeline::TimelineView*>(focused());
    QVERIFY(view);
    const QModelIndex current = view->currentIndex();
    QCOMPARE(current.data(views::TimelineModel::EntryIdRole).toUuid(), wanted.uuid);
    view->executeLayout();
    QVERIFY(view->isInView(current.row()));
}

void StartPageTest::wordsThatWereSaidAnewAreFoundOnce()
{
    another(u"Pool is full"_s, u"SEV1"_s);
    const EntryId said = note(u"the certificate expird"_s);
    act(incident::AmendEntry{said, {}, u"the certificate expired"_s});
    QTRY_VERIFY(m_board->open().size() == 1 && m_board->state(m_board->open().front()).entry(said)
        && m_board->state(m_board->open().front()).entry(said)->amended);
    toStartPage();
    search()->setFocus();
    type(u"certificate"_s);
    QCOMPARE(list(u"What was said"_s)->model()->rowCount(), 1);
    QCOMPARE(hit(0).entry, said);
    QCOMPARE(hit(0).text, u"the certificate expired"_s);
}

void StartPageTest::aSearchEndsWhereThePageIsLeft()
{
    another(u"Pool is full"_s, u"SEV1"_s);
    note(u"certificate expired"_s);
    press(Act::Search);
    type(u"nothing like it"_s);
    const QAbstractItemModel* const entries = m_window->findChild<timeline::TimelineView*>()->model();
    const auto rows = [entries] { return entries->rowCount(); };
    QTRY_COMPARE(rows(), 0);
    press(Act::Search);
    type(u"cert"_s); // in place of what stood there
    QTRY_COMPARE(rows(), 1);
    toStartPage();
    press(Act::Search);
    QCOMPARE(focused(), search());
    type(u"expired"_s);
    QTRY_VERIFY(!list(u"Open incidents"_s));
    press(Qt::Key_Escape);
    QTRY_VERIFY(list(u"Open incidents"_s));
    QCOMPARE(focused(), line());
    press(Act::Search);
    type(u"expired"_s);
    press(Qt::Key_1, Qt::ControlModifier);
    QVERIFY(rows() > 1); // not what was searched for before
    press(Act::StartPage);
    QTRY_VERIFY(list(u"Open incidents"_s));
}

void StartPageTest::aMissedTargetIsSaidWhereNobodyWaitsForAnUpdate()
{
    another(u"Pool is full"_s, u"SEV1"_s);
    act(incident::SetCadence{{}, 0min});
    toStartPage();
    QTRY_VERIFY(list(u"Open incidents"_s));
    QVERIFY(!spoken(u"Open incidents"_s, 0).contains(u"target"_s));
    const auto within = playbook().severity(u"SEV1"_s)->resolveWithin;
    QVERIFY(within > 0min);
    m_room->clock.wall += within + 7min;
    QTRY_VERIFY(spoken(u"Open incidents"_s, 0).contains(u"target overdue by 7 min"_s));
}

void StartPageTest::aTextOfTheStartPageIsToldBesideAnIncident()
{
    session::Leftover typed{std::nullopt, u"db is down"_s, m_room->clock.wall};
    {
        support::Desk ended(*m_room);
        ended.session().keepUnsent({typed});
        ended.close();
    }
    const IncidentId incident = another(u"Pool is full"_s, u"SEV1"_s);
    openWindow(style::Theme::dark(), incident);
    QTRY_VERIFY(shows(u"was typed on the start page was not logged; Alt Home leads to it"_s));
    QTRY_COMPARE(focused(), line());
    press(Qt::Key_Escape);
    QCOMPARE(line()->toPlainText(), QString()); // it is not for this incident
    toStartPage();
    press(Qt::Key_Escape);
    QCOMPARE(line()->toPlainText(), u"db is down"_s);
}

QTEST_MAIN(StartPageTest)
#include "tst_startpage.moc"
