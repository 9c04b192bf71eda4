// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/desktest.h"
#include "desk/panel.h"
#include "playbook/loader.h"
#include "runbook/reader.h"
#include "steps/codebox.h"
#include "steps/stepview.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QDesktopServices>
#include <QTextBrowser>

#include <algorithm>

using namespace warroom;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using desk::Act;
using incident::StepMark;

namespace {

constexpr auto pool = R"(# Pool exhausted

## Diagnosis

1. Check the pool

   ```erlang
   poolboy:status(erlmcp_db_pool).
   ```

2. Find who holds the connections on <pod-name>

   ```bash
   kubectl logs <pod-name>
   ```

## Background

The pool is shared with [billing](https://example.com/b).

## Resolution

1. Drain the node

   ```bash
   kubectl drain <pod-name> --force
   ```

2. Tell <script>alert(1)</script> [nobody](https://example.com/x) ![pixel](https://example.com/p.png)
)";

/// Takes what is to be opened.
class Browser : public QObject
{
    Q_OBJECT

public:
    Browser() { QDesktopServices::setUrlHandler(u"https"_s, this, "open"); }
    ~Browser() override { QDesktopServices::unsetUrlHandler(u"https"_s); }

    Q_INVOKABLE void open(const QUrl& target) { opened << target; }

    QList<QUrl> opened;
};

constexpr auto cases = R"(# Pod down

## Resolution

### Case 1: Out of memory

1. Give it more
2. Reset it (only after the queue is empty)

### Case 2: No configuration

1. Write it
)";

} // namespace

/// A runbook that is followed in the desk, by the keyboard.
class StepsPanelTest : public tests::DeskTest
{
    Q_OBJECT

private Q_SLOTS:
    void takenUpByAFewLetters();
    void oneKeyTicksTheCurrentStep();
    void aStepIsSkippedWithAReason();
    void whatIsSeenAndPrintedStandsAtItsStep();
    void aTickIsTakenBackByAKey();
    void aCommandIsCopiedAsItStands();
    void aPlaceholderIsAskedForOnce();
    void aDangerousCommandWantsADecisionFirst();
    void aWrongStepBecomesAFollowUp();
    void severalRunbooksAreTabs();
    void aCaseIsChosenByItsDigit();
    void whatMustHoldIsConfirmedFirst();
    void whatFitsTheIncidentComesFirst();
    void whatAnAlertMeansComesBeforeThat();
    void anotherRunbookBeginsAtItsOwnFirstStep();
    void nothingIsTickedBehindAForm();
    void anAlertSaysWhatAPlaceholderStandsFor();
    void whatElseItSaysIsReadInASheet();
    void itSaysWhereItComesFromAndHowOldItIs();
    void aChecklistOfThePlaybookIsTakenUp();
    void nothingInARunbookIsMarkup();
    void aLinkOpensOnceItIsConfirmed();
    void wordsInItsTextFindIt();
    void oneWithTooManyStepsIsRefused();
    void aDocumentIsReadNotFollowed();
    void anotherEntryLeavesTheOpenStepAlone();
    void withoutARunbookTheKeysSayWhy();
    void whatWasTakenUpStaysWhateverBecomesOfTheFile();

private:
    static runbook::Runbook read(const QString& title = u"Pool exhausted"_s)
    {
        runbook::Runbook runbook = runbook::read(pool, u"pool.md"_s)->runbooks.front();
        runbook.title = title;
        return runbook;
    }
    /// Declared, with this runbook in view and the keyboard in its steps.
    void follow(const runbook::Runbook& runbook = read())
    {
        declare();
        m_runbooks.all = {runbook};
        press(Act::Runbook);
        type(runbook.title.left(3));
        press(Qt::Key_Return);
        QVERIFY(saves());
        toSteps();
    }
    desk::PanelList& steps() const
    {
        const auto lists = m_window->findChildren<desk::PanelList*>();
        return **std::ranges::find(lists, u"Runbook"_s, &QWidget::accessibleName);
    }
    void toSteps() const { steps().setFocus(); }
    const incident::Runbook& followed(std::size_t number = 0) const { return state().runbooks[number]; }
    StepMark markOf(std::size_t step) const { return followed().marks[step].value.mark; }
    int current() const { return steps().currentIndex().row(); }
    QAbstractButton* tab(const QString& text) const
    {
        const auto buttons = m_window->findChildren<QAbstractButton*>();
        const auto found = std::ranges::find_if(
            buttons, [&](QAbstractButton* button) { return button->text() == text && button->isVisible(); });
        return found == buttons.end() ? nullptr : *found;
    }
    steps::StepView* open() const
    {
        const auto views = steps().findChildren<steps::StepView*>();
        return *std::ranges::find_if(views, &QWidget::isVisible);
    }
    static QString copied() { return QGuiApplication::clipboard()->text(); }
    void say(const QString& text)
    {
        type(text);
        press(Qt::Key_Return);
        QVERIFY(saves());
        toSteps();
    }
};

void StepsPanelTest::takenUpByAFewLetters()
{
    declare();
    m_runbooks.all = {read(), read(u"Memory exhaustion"_s)};
    press(Act::Runbook);
    QCOMPARE(sheetName(), u"Runbooks"_s);
    type(u"poo"_s);
    press(Qt::Key_Return);
    QVERIFY(saves());
    QCOMPARE(state().runbooks.size(), 1u);
    QCOMPARE(followed().title, u"Pool exhausted"_s);
    QCOMPARE(followed().source, u"pool.md"_s);
    QCOMPARE(followed().steps.size(), 4);
    QVERIFY(steps().isVisible());
    QCOMPARE(current(), 0);
    QCOMPARE(focusedName(), u"Line: say what happened"_s);
    QTRY_VERIFY(tab(u"Pool exhausted 0/4"_s));
}

void StepsPanelTest::oneKeyTicksTheCurrentStep()
{
    follow();
    line()->setFocus();
    press(Act::TickStep);
    QVERIFY(saves());
    QCOMPARE(markOf(0), StepMark::Done);
    QCOMPARE(current(), 1);
    toSteps();
    press(Act::DoneAction);
    QVERIFY(saves());
    QCOMPARE(markOf(1), StepMark::Done);
    QCOMPARE(current(), 2);
    QTRY_VERIFY(tab(u"Pool exhausted 2/4"_s));
}

void StepsPanelTest::aStepIsSkippedWithAReason()
{
    follow();
    press(Act::DropAction);
    QCOMPARE(line()->toPlainText(), u"/skip 1 "_s);
    press(Qt::Key_Return);
    QVERIFY(m_session->pending().empty()); // a reason is wanted
    say(u"no access"_s);
    QCOMPARE(markOf(0), StepMark::Skipped);
    QCOMPARE(followed().marks[0].value.text, u"no access"_s);
    QCOMPARE(current(), 1);
}

void StepsPanelTest::whatIsSeenAndPrintedStandsAtItsStep()
{
    follow();
    press(Act::NoteStep);
    say(u"125 s old"_s);
    QVERIFY(shows(u"Seen: 125 s old"_s));
    press(Act::StepOutput);
    QCOMPARE(line()->toPlainText(), u"/output 1 "_s);
    say(u"ready 0"_s);
    QCOMPARE(current(), 0);
    const auto boxes = open()->findChildren<QPlainTextEdit*>();
    QVERIFY(std::ranges::any_of(boxes, [](QPlainTextEdit* box) { return box->toPlainText() == u"ready 0"_s; }));
}

void StepsPanelTest::aTickIsTakenBackByAKey()
{
    follow();
    press(Act::TickStep);
    QVERIFY(saves());
    steps().setCurrentIndex(steps().model()->index(0, 0));
    press(Act::ReopenStep);
    QVERIFY(saves());
    QCOMPARE(markOf(0), StepMark::Open);
    // And as every act of one's own.
    press(Act::DoneAction);
    QVERIFY(saves());
    toSteps();
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(saves());
    QCOMPARE(markOf(0), StepMark::Open);
}

void StepsPanelTest::aCommandIsCopiedAsItStands()
{
    follow();
    press(Act::CopyCommand);
    QCOMPARE(copied(), u"poolboy:status(erlmcp_db_pool)."_s);
    QVERIFY(shows(u"Copied: poolboy:status(erlmcp_db_pool)."_s));
    QVERIFY(m_session->pending().empty());
}

void StepsPanelTest::aPlaceholderIsAskedForOnce()
{
    follow();
    press(Qt::Key_Down);
    press(Act::CopyCommand);
    QVERIFY(shows(u"What is <pod-name> here?"_s));
    QCOMPARE(line()->toPlainText(), u"/set <pod-name> "_s);
    say(u"prod-3"_s);
    QCOMPARE(current(), 1);
    press(Act::CopyCommand);
    QCOMPARE(copied(), u"kubectl logs prod-3"_s);
    // Known now, it is filled in wherever it stands.
    const auto boxes = open()->findChildren<QPlainTextEdit*>();
    QVERIFY(
        std::ranges::any_of(boxes, [](QPlainTextEdit* box) { return box->toPlainText() == u"kubectl logs prod-3"_s; }));
}

void StepsPanelTest::aDangerousCommandWantsADecisionFirst()
{
    follow();
    act(incident::SetVariable{u"<pod-name>"_s, u"prod-3"_s});
    toSteps();
    QGuiApplication::clipboard()->clear();
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    QVERIFY(shows(u"▲ destroys, stops or forces something"_s));
    press(Act::CopyCommand);
    QVERIFY(copied().isEmpty());
    QCOMPARE(line()->toPlainText(), u"! Run “kubectl drain prod-3 --force” because "_s);
    // Asked again without one, it still is not copied.
    toSteps();
    press(Act::CopyCommand);
    QVERIFY(copied().isEmpty());
    line()->clear();
    toSteps();
    press(Act::CopyCommand);
    say(u"prod-3 holds every connection"_s);
    QCOMPARE(current(), 2);
    press(Act::CopyCommand);
    QCOMPARE(copied(), u"kubectl drain prod-3 --force"_s);
}

void StepsPanelTest::aWrongStepBecomesAFollowUp()
{
    follow();
    press(Act::FollowUp);
    QCOMPARE(line()->toPlainText(), u"/followup Runbook “Pool exhausted”, step 1. Check the pool: "_s);
    say(u"the pool has another name"_s);
    QCOMPARE(state().followUps.front().text,
        u"Runbook “Pool exhausted”, step 1. Check the pool: the pool has another name"_s);
}

void StepsPanelTest::severalRunbooksAreTabs()
{
    follow();
    m_runbooks.all = {read(u"Memory exhaustion"_s)};
    press(Act::Runbook);
    press(Qt::Key_Return);
    QVERIFY(saves());
    QCOMPARE(state().runbooks.size(), 2u);
    // The new one is in view; a number in the line means its steps.
    line()->setFocus();
    type(u"/tick 2"_s);
    press(Qt::Key_Return);
    QVERIFY(saves());
    QCOMPARE(followed(1).marks[1].value.mark, StepMark::Done);
    QCOMPARE(markOf(1), StepMark::Open);
    QTRY_VERIFY(tab(u"Pool exhausted 0/4"_s));
    tab(u"Pool exhausted 0/4"_s)->click();
    press(Act::TickStep);
    QVERIFY(saves());
    QCOMPARE(markOf(0), StepMark::Done);
}

void StepsPanelTest::aCaseIsChosenByItsDigit()
{
    follow(runbook::read(cases, u"pod.md"_s)->runbooks.front());
    QCOMPARE(steps().model()->rowCount(), 1);
    QVERIFY(tab(u"Case 2: No configuration"_s));
    // The key that ticks asks for the answer.
    line()->setFocus();
    press(Act::TickStep);
    QVERIFY(shows(u"Which answer? 1 for Case 1: Out of memory, 2 for Case 2: No configuration, 3 for None of these"_s));
    QVERIFY(steps().hasFocus());
    press(Qt::Key_3);
    QVERIFY(saves());
    QVERIFY(line()->toPlainText().isEmpty());
    QCOMPARE(steps().model()->rowCount(), 1);
    QCOMPARE(followed().marks[0].value.text, u"None of these"_s);
    // Another answer later is another way.
    steps().setCurrentIndex(steps().model()->index(0, 0));
    press(Qt::Key_1);
    QVERIFY(saves());
    QCOMPARE(followed().marks[0].value.answer, std::optional(0));
    QCOMPARE(steps().model()->rowCount(), 3);
    QCOMPARE(current(), 1);
    QTRY_VERIFY(tab(u"Pod down 1/3"_s));
    // A digit elsewhere is the beginning of a line.
    press(Qt::Key_7);
    QCOMPARE(line()->toPlainText(), u"7"_s);
}

void StepsPanelTest::whatMustHoldIsConfirmedFirst()
{
    follow(runbook::read(cases, u"pod.md"_s)->runbooks.front());
    press(Qt::Key_1);
    QVERIFY(saves());
    press(Act::TickStep);
    QVERIFY(saves());
    QCOMPARE(current(), 2);
    press(Act::TickStep);
    QVERIFY(shows(u"The runbook says: only after the queue is empty. Again if that is so."_s));
    QCOMPARE(markOf(2), StepMark::Open);
    press(Act::TickStep);
    QVERIFY(saves());
    QCOMPARE(markOf(2), StepMark::Done);
    QCOMPARE(followed().marks[2].value.text, u"only after the queue is empty"_s);
}

void StepsPanelTest::whatFitsTheIncidentComesFirst()
{
    declare();
    say(u"? the pool is exhausted"_s);
    m_runbooks.all = {read(u"Memory leak"_s), read(u"Pool exhausted"_s)};
    press(Act::Runbook);
    press(Qt::Key_Return);
    QVERIFY(saves());
    QCOMPARE(followed().title, u"Pool exhausted"_s);
}

void StepsPanelTest::whatAnAlertMeansComesBeforeThat()
{
    declare();
    say(u"? the pool is exhausted"_s);
    m_runbooks.all = {read(u"Pool exhausted"_s), read(u"Memory leak"_s), read(u"DiskFull"_s)};
    act(incident::TellAlert{u"a1"_s, m_session->now() - 5min, incident::AlertState::Firing, u"DiskFull"_s});
    act(incident::TellAlert{u"a2"_s, m_session->now() - 1min, incident::AlertState::Firing, u"Rss"_s, {}, {},
        u"https://runbooks.example.com/Memory leak"_s});
    act(incident::TellAlert{u"a3"_s, m_session->now() - 2min, incident::AlertState::Resolved, u"Pool exhausted"_s});
    press(Act::Runbook);
    const auto* list = sheet()->findChild<desk::PanelList*>();
    QStringList names;
    for (int row = 0; row < list->model()->rowCount(); ++row)
        names << list->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
    QCOMPARE(names,
        (QStringList{u"Memory leak, pool.md, Rss fires"_s, u"DiskFull, pool.md, DiskFull fires"_s,
            u"Pool exhausted, pool.md, fits: Pool, exhausted"_s}));
}

void StepsPanelTest::anotherRunbookBeginsAtItsOwnFirstStep()
{
    follow();
    for (int step = 0; step < 3; ++step) {
        press(Act::TickStep);
        QVERIFY(saves());
    }
    QCOMPARE(current(), 3);
    m_runbooks.all = {runbook::read(cases, u"pod.md"_s)->runbooks.front()};
    press(Act::Runbook);
    press(Qt::Key_Return);
    QVERIFY(saves());
    QCOMPARE(current(), 0);
    QTRY_VERIFY(shows(u"1. Which of these is it?"_s));
}

void StepsPanelTest::nothingIsTickedBehindAForm()
{
    follow();
    press(Act::Runbook);
    QVERIFY(sheet());
    press(Act::TickStep);
    QVERIFY(shows(u"Not while this is open"_s));
    QCOMPARE(markOf(0), StepMark::Open);
}

void StepsPanelTest::anAlertSaysWhatAPlaceholderStandsFor()
{
    follow();
    const auto alert = [this](const QString& fingerprint, const QString& pod) {
        act(incident::TellAlert{fingerprint, m_session->now() - 1min, incident::AlertState::Firing, u"PodDown"_s,
            {{u"pod"_s, pod}, {u"zone"_s, u"a"_s}}});
    };
    const auto asks = [this] {
        line()->clear();
        toSteps();
        steps().setCurrentIndex(steps().model()->index(1, 0));
        press(Act::CopyCommand);
        return line()->toPlainText();
    };
    QCOMPARE(asks(), u"/set <pod-name> "_s);
    alert(u"a1"_s, u"prod-3"_s);
    QCOMPARE(asks(), u"/set <pod-name> prod-3"_s);
    QVERIFY(shows(u"A firing alert says so."_s));
    alert(u"a2"_s, u"prod-3"_s);
    QCOMPARE(asks(), u"/set <pod-name> prod-3"_s);
    // Two pods are a question.
    alert(u"a3"_s, u"prod-4"_s);
    QCOMPARE(asks(), u"/set <pod-name> "_s);
}

void StepsPanelTest::whatElseItSaysIsReadInASheet()
{
    declare();
    press(Act::RunbookText);
    QVERIFY(shows(u"No runbook is being followed"_s));
    m_runbooks.all = {read()};
    press(Act::Runbook);
    press(Qt::Key_Return);
    QVERIFY(saves());
    press(Act::RunbookText);
    QCOMPARE(sheetName(), u"Pool exhausted"_s);
    QVERIFY(shows(u"BACKGROUND"_s));
    QVERIFY(!shows(u"RESOLUTION"_s));
    auto* text = sheet()->findChild<QTextBrowser*>();
    QCOMPARE(text->toPlainText(), u"The pool is shared with billing."_s);
    QVERIFY(nameless(*m_window).isEmpty());
    Q_EMIT text->anchorClicked(QUrl(u"https://example.com/b"_s));
    QCOMPARE(sheetName(), u"Where this link leads"_s);
    press(Qt::Key_Escape);
    QTRY_COMPARE(sheetName(), u"Pool exhausted"_s);
    press(Qt::Key_Escape);
    QTRY_VERIFY(!sheet());
    m_runbooks.all = {runbook::read(cases, u"pod.md"_s)->runbooks.front()};
    press(Act::Runbook);
    press(Qt::Key_Return);
    QVERIFY(saves());
    press(Act::RunbookText);
    QVERIFY(shows(u"This runbook says nothing besides its steps."_s));
}

void StepsPanelTest::itSaysWhereItComesFromAndHowOldItIs()
{
    const QDate today = toDateTime(m_session->now()).date();
    runbook::Runbook fresh = read();
    fresh.asOf = today;
    follow(fresh);
    QTRY_VERIFY(shows(u"pool.md · as of "_s));
    QVERIFY(!shows(u"▲"_s));
    runbook::Runbook old = read(u"Memory leak"_s);
    old.asOf = today.addDays(-400);
    m_runbooks.all = {old};
    press(Act::Runbook);
    press(Qt::Key_Return);
    QVERIFY(saves());
    QTRY_VERIFY(shows(u"13 months ago"_s));
}

void StepsPanelTest::aChecklistOfThePlaybookIsTakenUp()
{
    session::LoadedPlaybook loaded = support::standardPlaybook();
    loaded.bytes += R"(
checklists:
  - {title: Before, steps: [roster is filled]}
  - {title: During, at: declared, steps: [roles given, room open]}
)";
    loaded.playbook = *playbook::load(loaded.bytes, u"checking.yaml"_s);
    openDesk(loaded);
    declare();
    QCOMPARE(followed().title, u"During"_s);
    press(Act::TickStep);
    QVERIFY(saves());
    QCOMPARE(markOf(0), StepMark::Done);
    press(Act::Runbook);
    type(u"bef"_s);
    press(Qt::Key_Return);
    QVERIFY(saves());
    QCOMPARE(followed(1).title, u"Before"_s);
    QTRY_VERIFY(tab(u"Before 0/1"_s));
}

void StepsPanelTest::nothingInARunbookIsMarkup()
{
    follow();
    steps().setCurrentIndex(steps().model()->index(3, 0));
    QVERIFY(shows(u"4. Tell <script>alert(1)</script>"_s));
    QVERIFY(nameless(*m_window).isEmpty());
    auto* text = open()->findChild<QTextBrowser*>();
    QVERIFY(text);
    QCOMPARE(text->toPlainText(), u"Tell <script>alert(1)</script> nobody pixel"_s);
    // Nothing of it is fetched, and a link opens nothing by itself.
    QVERIFY(!text->loadResource(QTextDocument::ImageResource, QUrl(u"file:///etc/hostname"_s)).isValid());
    Browser browser;
    Q_EMIT text->anchorClicked(QUrl(u"https://example.com/x"_s));
    QVERIFY(shows(u"https://example.com/x"_s));
    QVERIFY(nameless(*m_window).isEmpty());
    QVERIFY(browser.opened.isEmpty());
    QCOMPARE(text->toPlainText(), u"Tell <script>alert(1)</script> nobody pixel"_s);
}

void StepsPanelTest::aLinkOpensOnceItIsConfirmed()
{
    follow();
    steps().setCurrentIndex(steps().model()->index(3, 0));
    const auto click = [&](const QString& target) {
        Q_EMIT open()->findChild<QTextBrowser*>()->anchorClicked(QUrl(target));
    };
    Browser browser;
    click(u"https://example.com/x"_s);
    press(Act::Confirm);
    QTRY_VERIFY(!sheet());
    QCOMPARE(browser.opened, QList<QUrl>{QUrl(u"https://example.com/x"_s)});
    for (const QString& target : {u"file:///etc/passwd"_s, u"../other.md"_s, u"vnc://10.0.0.1"_s}) {
        click(target);
        QVERIFY2(shows(u"That is nothing that a browser opens."_s), qPrintable(target));
        press(Act::Confirm);
        QTRY_VERIFY(!sheet());
    }
    QCOMPARE(browser.opened.size(), 1);
}

void StepsPanelTest::wordsInItsTextFindIt()
{
    declare();
    m_runbooks.all = {read()};
    m_runbooks.words = u" who holds the connections"_s;
    press(Act::Runbook);
    type(u"connec hol"_s);
    press(Qt::Key_Return);
    QVERIFY(saves());
    QCOMPARE(followed().title, u"Pool exhausted"_s);
}

void StepsPanelTest::oneWithTooManyStepsIsRefused()
{
    declare();
    runbook::Runbook endless = read();
    endless.steps.resize(50'000, endless.steps.front());
    m_runbooks.all = {endless};
    press(Act::Runbook);
    press(Qt::Key_Return);
    QVERIFY(shows(u"It has 50000 steps; only one with at most 10000 can be followed."_s));
    QVERIFY(state().runbooks.empty());
}

void StepsPanelTest::aDocumentIsReadNotFollowed()
{
    declare();
    m_runbooks.all = {read()};
    m_runbooks.text = *runbook::read("# Whom to call\n\n| Who | Number |\n|---|---|\n| Ada | 1234 |\n", u"all.md"_s);
    press(Act::Runbook);
    type(u"contacts"_s);
    press(Qt::Key_Return);
    QCOMPARE(sheetName(), u"Whom to call"_s);
    QVERIFY(m_window->findChild<QTextBrowser*>()->toPlainText().contains(u"1234"_s));
    QVERIFY(nameless(*m_window).isEmpty());
    QVERIFY(state().runbooks.empty());
    press(Qt::Key_Escape);
    QTRY_VERIFY(!sheet());
    // Gone since it was found.
    press(Act::Runbook);
    type(u"whom"_s);
    m_runbooks.text.reset();
    press(Qt::Key_Return);
    QTRY_VERIFY(shows(u"cannot be read"_s));
}

void StepsPanelTest::anotherEntryLeavesTheOpenStepAlone()
{
    follow();
    auto* code = open()->findChild<QPlainTextEdit*>();
    code->selectAll();
    const steps::StepView* before = open();
    note(u"pool is full"_s);
    QCOMPARE(open(), before);
    QVERIFY(code->textCursor().hasSelection());
    press(Act::StartAction);
    QVERIFY(saves());
    QVERIFY(open() != before);
}

void StepsPanelTest::withoutARunbookTheKeysSayWhy()
{
    declare();
    press(Act::TickStep);
    QVERIFY(shows(u"No runbook is being followed"_s));
    press(Act::Runbook);
    QVERIFY(shows(u"No runbooks are known here"_s));
    m_runbooks.all = {read()};
    press(Act::Runbook);
    m_runbooks.all.clear(); // the file went away
    press(Qt::Key_Return);
    QVERIFY(shows(u"This file cannot be read"_s));
    QVERIFY(m_session->pending().empty());
}

void StepsPanelTest::whatWasTakenUpStaysWhateverBecomesOfTheFile()
{
    follow();
    const IncidentId incident = state().id;
    m_runbooks.all.clear();
    openWindow(style::Theme::light(), incident);
    toSteps();
    QCOMPARE(steps().model()->rowCount(), 4);
    press(Act::CopyCommand);
    QCOMPARE(copied(), u"poolboy:status(erlmcp_db_pool)."_s);
}

QTEST_MAIN(StepsPanelTest)
#include "tst_stepspanel.moc"
