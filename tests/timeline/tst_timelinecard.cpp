// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/windowtest.h"
#include "timeline/timelinecard.h"
#include "timeline/timelinehead.h"
#include "timeline/timelinenotice.h"
#include "timeline/timelineview.h"
#include "words/told.h"

#include <QContextMenuEvent>
#include <QElapsedTimer>
#include <QImage>
#include <QLabel>
#include <QMenu>
#include <QPushButton>

#include <algorithm>

using namespace warroom;
using session::Pending;
using tests::Told;

/// The timeline, what is not saved yet, and the line together.
class TimelineCardTest : public tests::WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_card.reset(); }

    void theNextPanelIsTheTimelineAndThenNoneOfTheCard();
    void beforeTheDeclarationSomethingElseStandsThere();
    void theButtonsOfWhatIsNotSavedAreReachedFirst();
    void aChipShowsItsRowsAndHowMany();
    void aSortThatThereIsNothingOfIsNotOffered();
    void aClickOnAChipLeavesTheFocusInTheLine();
    void whatOneLookedAtIsThereAgainWhenAllIsShown();
    void aSearchShowsWhatHoldsItsWords();
    void whatIsSearchedForIsMarkedInTheRows();
    void aLineUnderTheHeadSaysThatTheRowsGoOn();
    void escLeavesTheSearchAndKeepsTheRowThatWasFound();
    void whatIsSavedOutOfTheFilterIsSaidAndShown();
    void whatCameWithTheFilterIsNoNews();
    void everyKeyOfARowSaysItsCommand_data();
    void everyKeyOfARowSaysItsCommand();
    void aCapitalLetterIsTheSameKey();
    void theFieldOfATimeSaysWhatItIsFor();
    void theMenuOfARowSaysItsKeys();
    void anActThatIsNotPossibleSaysWhy();
    void amendingShowsWhatItAmendsAndEscLeavesIt();
    void whatWasBeingTypedIsKeptWhileAmending();
    void ctrlZInAnEmptyLineTakesMyLastActBack();
    void ctrlZWithTextUndoesTyping();
    void ctrlZIsForMyActsOfTenMinutes();
    void whileALineIsBeingSavedNothingIsTakenBack();
    void whatWasTakenBackIsSaidAgain();
    void whatWasErasedSinceIsNotSaidAgain();
    void upInAnEmptyLineAmendsMyLastEntry();
    void wordsThatWereErasedSinceDoNotComeBackByUndoing();
    void anEmptiedAmendmentIsALineAgain();
    void aRefusedActIsToldAndNoLineComesBack();
    void aRefusedAmendmentIsKept();
    void aTimeIsGoneTo_data();
    void aTimeIsGoneTo();
    void whatIsNoTimeIsSaidAndStays();
    void tenThousandRowsAreFilteredWhileOneTypes();

private:
    void tell(int notes);
    void show();
    QAbstractButton* chip(const QString& start) const;
    QWidget* focus() const { return QApplication::focusWidget(); }
    QStringList rows() const;
    QString current() const { return text(m_view->currentIndex()); }
    static QString text(const QModelIndex& row);
    void choose(EntryId entry);
    void press(int key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(focus(), Qt::Key(key), modifiers); }
    const incident::Command& said(int n) const { return m_said.at(std::size_t(n)).saying.command; }
    QString message() const;
    QString notice() const;
    void fail();
    QString focused() const;

    Told m_told;
    incident::IncidentState m_state;
    playbook::Playbook m_book = tests::team();
    std::unique_ptr<timeline::TimelineCard> m_card;
    timeline::TimelineView* m_view = nullptr;
    Instant m_now{};
    std::vector<timeline::TimelineActs::Said> m_said;
};

void TimelineCardTest::init()
{
    failOnWarnings();
    m_told = Told::declared();
    m_state = m_told.state();
    const timeline::TimelineWords::Source source{[this]() -> const incident::IncidentState& { return m_state; },
        [this]() -> const playbook::Playbook& { return m_book; },
        [] { return std::optional(Told::person(QStringLiteral("carol"))); }};
    m_now = tests::at(QStringLiteral("14:45:41"));
    m_said.clear();
    const auto situation = [this] {
        capture::Situation now;
        now.now = m_now;
        now.playbook = &m_book;
        now.state = m_state.declared() ? &m_state : nullptr;
        return now;
    };
    m_card = std::make_unique<timeline::TimelineCard>(
        style::Theme::dark(), source, situation, new QLabel(QStringLiteral("before")), nullptr);
    m_view = m_card->findChild<timeline::TimelineView*>();
    connect(&m_card->acts(), &timeline::TimelineActs::said, this,
        [this](const timeline::TimelineActs::Said& said) { m_said.push_back(said); });
    m_card->resize(900, 500);
    m_card->show(m_state);
    m_card->QWidget::show();
    m_card->activateWindow();
    m_card->focusLine();
    QVERIFY(QTest::qWaitForWindowActive(m_card.get()));
}

void TimelineCardTest::show()
{
    m_state = m_told.state();
    m_card->show(m_state);
    m_view->executeLayout();
}

void TimelineCardTest::tell(int notes)
{
    for (int i = 0; i < notes; ++i) {
        const QString time = QTime(14, 30).addSecs(i).toString(QStringLiteral("HH:mm:ss"));
        const auto kind = i % 10 == 5 ? incident::NoteKind::Decision : incident::NoteKind::Note;
        m_told.say(time, incident::Noted{kind, QStringLiteral("said %1.").arg(i)});
    }
    show();
}

QAbstractButton* TimelineCardTest::chip(const QString& start) const
{
    const auto buttons = m_card->findChildren<QAbstractButton*>();
    const auto found = std::ranges::find_if(
        buttons, [&](const QAbstractButton* b) { return b->isVisible() && b->text().startsWith(start); });
    return found == buttons.end() ? nullptr : *found;
}

QString TimelineCardTest::text(const QModelIndex& row)
{
    return row.data(timeline::TimelineWords::SentenceRole).value<words::Sentence>().text;
}

QStringList TimelineCardTest::rows() const
{
    QStringList result;
    for (int row = 0; row < m_view->model()->rowCount(); ++row)
        result << text(m_view->model()->index(row, 0));
    return result;
}

QString TimelineCardTest::notice() const
{
    const auto* notice = m_card->findChild<timeline::TimelineNotice*>();
    return notice->isVisible() ? notice->text() : QString();
}

void TimelineCardTest::aChipShowsItsRowsAndHowMany()
{
    tell(30);
    QVERIFY(chip(QStringLiteral("All 31")));
    QVERIFY(chip(QStringLiteral("Main points 4")));
    chip(QStringLiteral("Decisions 3"))->click();
    QCOMPARE(rows(), (QStringList{QStringLiteral("said 5."), QStringLiteral("said 15."), QStringLiteral("said 25.")}));
    m_told.say(QStringLiteral("14:30:07"), incident::Noted{incident::NoteKind::Decision, QStringLiteral("late")});
    m_told.note(QStringLiteral("14:30:08"), QStringLiteral("late too"));
    show();
    QVERIFY(chip(QStringLiteral("Decisions 4")));
    QVERIFY(chip(QStringLiteral("All 33")));
    QCOMPARE(rows().at(1), QStringLiteral("late"));
    QCOMPARE(rows().size(), 4);
}

void TimelineCardTest::aSortThatThereIsNothingOfIsNotOffered()
{
    QVERIFY(chip(QStringLiteral("All 1")));
    QVERIFY(!chip(QStringLiteral("Actions")));
    m_told.say(QStringLiteral("14:30"), incident::ActionAssigned{{}, {}, QStringLiteral("drain")});
    show();
    QVERIFY(chip(QStringLiteral("Actions 1")));
}

void TimelineCardTest::aClickOnAChipLeavesTheFocusInTheLine()
{
    tell(30);
    const QString line = focused();
    QTest::mouseClick(chip(QStringLiteral("Main points")), Qt::LeftButton);
    QCOMPARE(rows().size(), 4);
    QCOMPARE(focused(), line);
}

void TimelineCardTest::whatOneLookedAtIsThereAgainWhenAllIsShown()
{
    tell(200);
    m_view->showRow(100);
    const QPersistentModelIndex current = m_view->currentIndex();
    const QString said = text(current);
    const QRect before = m_view->visualRect(current);
    QVERIFY(!m_view->isAtEnd());
    chip(QStringLiteral("Decisions"))->click();
    QVERIFY(!m_view->currentIndex().isValid());
    chip(QStringLiteral("All"))->click();
    QCOMPARE(this->current(), said);
    QCOMPARE(m_view->visualRect(m_view->currentIndex()), before);
    QVERIFY(!m_view->isAtEnd());
}

void TimelineCardTest::aLineUnderTheHeadSaysThatTheRowsGoOn()
{
    auto* head = m_card->findChild<timeline::TimelineHead*>();
    const auto line = [&] { return head->grab().toImage().pixelColor(20, head->height() - 1); };
    tell(2);
    QVERIFY(line() != style::Theme::dark().line);
    tell(60);
    QCOMPARE(line(), style::Theme::dark().line);
    m_view->showRow(0);
    QVERIFY(line() != style::Theme::dark().line);
}

void TimelineCardTest::whatIsSearchedForIsMarkedInTheRows()
{
    tell(30);
    const auto marked = [&] {
        const QImage image = m_view->viewport()->grab().toImage();
        const QRgb found = style::Theme::dark().found.rgb();
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                count += image.pixel(x, y) == found ? 1 : 0;
        }
        return count;
    };
    QCOMPARE(marked(), 0);
    m_card->search();
    QTest::keyClicks(focus(), QStringLiteral("SAID"));
    QVERIFY(marked() > 100);
    const int height = m_view->visualRect(m_view->model()->index(0, 0)).height();
    press(Qt::Key_Escape);
    QCOMPARE(marked(), 0);
    QCOMPARE(m_view->visualRect(m_view->model()->index(1, 0)).height(), height);
}

void TimelineCardTest::aSearchShowsWhatHoldsItsWords()
{
    tell(30);
    m_card->search();
    QCOMPARE(focused(), QStringLiteral("Search in this incident"));
    QTest::keyClicks(focus(), QStringLiteral("5. SAID"));
    QCOMPARE(rows(), (QStringList{QStringLiteral("said 5."), QStringLiteral("said 15."), QStringLiteral("said 25.")}));
    m_told.note(QStringLiteral("14:31"), QStringLiteral("said 35."));
    m_told.note(QStringLiteral("14:31"), QStringLiteral("said 36."));
    show();
    QCOMPARE(rows().size(), 4);
    QTest::keyClick(focus(), Qt::Key_Escape);
    QCOMPARE(rows().size(), 33);
    QCOMPARE(focused(), QStringLiteral("Line: say what happened"));
    QVERIFY(m_view->isAtEnd());
}

void TimelineCardTest::escLeavesTheSearchAndKeepsTheRowThatWasFound()
{
    tell(200);
    m_card->search();
    QTest::keyClicks(focus(), QStringLiteral("said 142."));
    QTest::keyClick(focus(), Qt::Key_Return);
    QCOMPARE(focused(), QStringLiteral("Timeline"));
    QCOMPARE(current(), QStringLiteral("said 142."));
    QTest::keyClick(focus(), Qt::Key_Escape);
    QCOMPARE(rows().size(), 201);
    QCOMPARE(current(), QStringLiteral("said 142."));
    QVERIFY(m_view->isInView(m_view->currentIndex().row()));
}

void TimelineCardTest::whatIsSavedOutOfTheFilterIsSaidAndShown()
{
    tell(30);
    chip(QStringLiteral("Decisions"))->click();
    const EntryId saved = m_told.note(QStringLiteral("14:31"), QStringLiteral("mine"));
    show();
    m_card->tellSaved(saved);
    QVERIFY(notice().startsWith(QLatin1String("Saved at 14:31, not among these rows")));
    m_card->showLast();
    QCOMPARE(rows().size(), 32);
    QCOMPARE(current(), QStringLiteral("mine"));
}

void TimelineCardTest::whatCameWithTheFilterIsNoNews()
{
    tell(200);
    chip(QStringLiteral("Decisions"))->click();
    m_view->showRow(0);
    chip(QStringLiteral("All"))->click();
    QCOMPARE(m_view->unseen(), 0);
    QCOMPARE(notice(), QString());
}

void TimelineCardTest::choose(EntryId entry)
{
    const auto* model = m_card->findChild<views::TimelineModel*>();
    m_view->showRow(model->rowOf(entry));
    m_view->setFocus();
}

QString TimelineCardTest::message() const
{
    for (const auto* label : m_card->line().findChildren<QLabel*>()) {
        if (label->wordWrap() && label->isVisible())
            return label->text();
    }
    return {};
}

void TimelineCardTest::everyKeyOfARowSaysItsCommand_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<QString>("line");
    QTest::newRow("pin") << int(Qt::Key_P) << QStringLiteral("Pin: Note: pool full");
    QTest::newRow("star") << int(Qt::Key_Asterisk) << QStringLiteral("Pin: Note: pool full");
    QTest::newRow("sensitive") << int(Qt::Key_S) << QStringLiteral("Mark as sensitive: Note: pool full");
    QTest::newRow("take back") << int(Qt::Key_Delete) << QStringLiteral("Take back: Note: pool full");
}

void TimelineCardTest::aCapitalLetterIsTheSameKey()
{
    const EntryId note = m_told.note(QStringLiteral("14:30"), QStringLiteral("pool full"));
    show();
    choose(note);
    press(Qt::Key_P, Qt::ShiftModifier);
    press(Qt::Key_S, Qt::ShiftModifier);
    QCOMPARE(m_said.size(), std::size_t(2));
    press(Qt::Key_T, Qt::ShiftModifier);
    QCOMPARE(focused(), QStringLiteral("When it happened"));
    press(Qt::Key_Escape);
    choose(note);
    press(Qt::Key_F, Qt::ShiftModifier);
    QVERIFY(m_card->line().text().startsWith(QLatin1String("/followup")));
    choose(note);
    press(Qt::Key_E, Qt::ShiftModifier);
    QVERIFY(m_card->line().isAmending());
}

void TimelineCardTest::everyKeyOfARowSaysItsCommand()
{
    QFETCH(const int, key);
    QFETCH(const QString, line);
    const EntryId note = m_told.note(QStringLiteral("14:30"), QStringLiteral("pool full"));
    show();
    choose(note);
    press(key);
    QCOMPARE(m_said.size(), std::size_t(1));
    QCOMPARE(m_said[0].line, line);
    QCOMPARE(m_said[0].saying.occurredAt, m_now);
    const incident::Command wanted = key == Qt::Key_Delete ? incident::Command(incident::RetractAct{note, {}})
        : key == Qt::Key_S ? incident::Command(incident::FlagEntry{note, incident::Flag::Sensitive, true})
                           : incident::Command(incident::FlagEntry{note, incident::Flag::Pinned, true});
    QCOMPARE(said(0), wanted);
    QCOMPARE(focused(), QStringLiteral("Timeline"));
    QCOMPARE(m_card->line().text(), QString());
    if (key == Qt::Key_P) {
        m_told.say(QStringLiteral("14:31"), incident::EntryFlagged{note, incident::Flag::Pinned, true});
        show();
        press(key);
        QCOMPARE(said(1), (incident::Command(incident::FlagEntry{note, incident::Flag::Pinned, false})));
    }
}

void TimelineCardTest::theFieldOfATimeSaysWhatItIsFor()
{
    const EntryId note = m_told.note(QStringLiteral("14:30"), QStringLiteral("pool full"));
    show();
    choose(note);
    press(Qt::Key_T);
    QCOMPARE(focused(), QStringLiteral("When it happened"));
    const auto labels = m_card->findChildren<QLabel*>();
    const auto label = std::ranges::find_if(labels, [this](const QLabel* each) { return each->buddy() == focus(); });
    QVERIFY(label != labels.end());
    QVERIFY((*label)->isVisible());
    QCOMPARE((*label)->text(), QStringLiteral("When it happened"));
    press(Qt::Key_Escape);
    QVERIFY((*label)->isHidden());
}

void TimelineCardTest::theMenuOfARowSaysItsKeys()
{
    choose(m_told.note(QStringLiteral("14:30"), QStringLiteral("pool full")));
    show();
    choose(EntryId{m_view->model()->index(0, 0).data(views::TimelineModel::EntryIdRole).toUuid()});
    QContextMenuEvent asked(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QApplication::sendEvent(m_view->viewport(), &asked);
    const auto* menu = m_view->findChild<QMenu*>();
    QVERIFY(menu);
    QStringList shown;
    for (const QAction* action : menu->actions())
        shown << (action->isEnabled() ? action->text() : u'(' + action->text() + u')');
    // Of the declaration, which cannot be taken back.
    QCOMPARE(shown,
        (QStringList{QStringLiteral("Show all of it, or less\tSpace"), QStringLiteral("Pin\tP or *"),
            QStringLiteral("Mark as sensitive\tS"), QStringLiteral("Amend…\tE"), QStringLiteral("Correct the time…\tT"),
            QStringLiteral("Follow up…\tF"), QStringLiteral("(Take back\tDel)"), QStringLiteral("Redact…\tR")}));
    menu->actions().at(1)->trigger();
    QCOMPARE(m_said.size(), std::size_t(1));
}

void TimelineCardTest::anActThatIsNotPossibleSaysWhy()
{
    const EntryId role = m_told.say(QStringLiteral("14:30"),
        incident::RoleAssigned{QStringLiteral("scribe"), Told::person(QStringLiteral("dave"))});
    show();
    choose(role);
    press(Qt::Key_E);
    QVERIFY(message().startsWith(QLatin1String("This cannot be amended")));
    press(Qt::Key_R);
    QVERIFY(message().startsWith(QLatin1String("There are no words")));
    choose(EntryId{m_view->model()->index(0, 0).data(views::TimelineModel::EntryIdRole).toUuid()});
    press(Qt::Key_Delete);
    QVERIFY(message().startsWith(QLatin1String("This cannot be taken back")));
    QVERIFY(m_said.empty());
}

void TimelineCardTest::amendingShowsWhatItAmendsAndEscLeavesIt()
{
    const EntryId note = m_told.note(QStringLiteral("14:30"), QStringLiteral("/sev P1 is what they say"));
    show();
    choose(note);
    press(Qt::Key_E);
    QCOMPARE(m_card->line().text(), QStringLiteral("/sev P1 is what they say"));
    QVERIFY(focus()->accessibleDescription().startsWith(QLatin1String("amends 14:30 Note")));
    QTest::keyClicks(focus(), QStringLiteral(", and no more"));
    press(Qt::Key_Escape);
    QCOMPARE(m_card->line().text(), QString());
    QVERIFY(m_said.empty());
    choose(note);
    press(Qt::Key_E);
    press(Qt::Key_Return);
    QVERIFY(m_said.empty()); // it is so already
    press(Qt::Key_Escape);
    QVERIFY(m_card->line().isAmending()); // as it was left
    press(Qt::Key_Return);
    QCOMPARE(m_said.size(), std::size_t(1));
    QCOMPARE(said(0),
        (incident::Command(incident::AmendEntry{note, {}, QStringLiteral("/sev P1 is what they say, and no more")})));
    QVERIFY(!m_card->line().isAmending());
}

void TimelineCardTest::whatWasBeingTypedIsKeptWhileAmending()
{
    const EntryId note = m_told.note(QStringLiteral("14:30"), QStringLiteral("pool full"));
    show();
    QTest::keyClicks(focus(), QStringLiteral("half a line"));
    choose(note);
    press(Qt::Key_E);
    QCOMPARE(m_card->line().text(), QStringLiteral("pool full"));
    QCOMPARE(m_card->line().unsent().size(), std::size_t(1));
    press(Qt::Key_Escape);
    QCOMPARE(m_card->line().text(), QString());
    press(Qt::Key_Escape);
    QCOMPARE(m_card->line().text(), QStringLiteral("half a line"));
}

void TimelineCardTest::ctrlZInAnEmptyLineTakesMyLastActBack()
{
    m_told.note(QStringLiteral("14:40"), QStringLiteral("pool full"));
    const EntryId mine = m_told.note(QStringLiteral("14:41"), QStringLiteral("pool empty"));
    show();
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_said.size(), std::size_t(1));
    QCOMPARE(said(0), (incident::Command(incident::RetractAct{mine, {}})));
    QCOMPARE(notice(), QString()); // not on disk yet
    m_told.say(QStringLiteral("14:45"), incident::EntryRetracted{mine, {}});
    show();
    QCOMPARE(notice(), QStringLiteral("Taken back: Note: pool empty · Ctrl+Shift+Z says it again"));
}

void TimelineCardTest::ctrlZWithTextUndoesTyping()
{
    m_told.note(QStringLiteral("14:40"), QStringLiteral("pool full"));
    show();
    QTest::keyClicks(focus(), QStringLiteral("x"));
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_card->line().text(), QString());
    QVERIFY(m_said.empty());
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_card->line().text(), QStringLiteral("x"));
}

void TimelineCardTest::ctrlZIsForMyActsOfTenMinutes()
{
    m_told.note(QStringLiteral("14:35"), QStringLiteral("pool full"));
    show();
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_said.empty());
    QVERIFY(message().contains(QLatin1String("ten minutes")));
}

void TimelineCardTest::whileALineIsBeingSavedNothingIsTakenBack()
{
    m_told.note(QStringLiteral("14:45"), QStringLiteral("pool full"));
    show();
    fail();
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_said.empty());
    QVERIFY(message().contains(QLatin1String("still being saved")));
}

void TimelineCardTest::whatWasTakenBackIsSaidAgain()
{
    const EntryId mine = m_told.say(QStringLiteral("14:41"),
        incident::Noted{incident::NoteKind::Decision, QStringLiteral("roll back")}, QStringLiteral("alice"));
    m_told.say(QStringLiteral("14:42"), incident::EntryFlagged{mine, incident::Flag::Pinned, true});
    show();
    choose(mine);
    press(Qt::Key_Delete);
    m_told.say(QStringLiteral("14:45"), incident::EntryRetracted{mine, {}});
    show();
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_said.size(), std::size_t(2));
    QCOMPARE(
        said(1), (incident::Command(incident::Note{incident::NoteKind::Decision, QStringLiteral("roll back"), true})));
    QCOMPARE(m_said[1].saying.occurredAt, tests::at(QStringLiteral("14:41")));
    QCOMPARE(m_said[1].saying.by->id, std::optional(Told::person(QStringLiteral("alice"))));
    QCOMPARE(notice(), QString());
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_said.size(), std::size_t(2));
}

void TimelineCardTest::whatWasErasedSinceIsNotSaidAgain()
{
    const EntryId mine = m_told.note(QStringLiteral("14:41"), QStringLiteral("the password"));
    show();
    press(Qt::Key_Z, Qt::ControlModifier);
    m_told.say(QStringLiteral("14:45"), incident::EntryRetracted{mine, {}});
    show();
    m_told.redact(mine);
    show();
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_said.size(), std::size_t(1));
}

void TimelineCardTest::upInAnEmptyLineAmendsMyLastEntry()
{
    const EntryId mine = m_told.note(QStringLiteral("14:30"), QStringLiteral("mine"));
    show();
    QTest::keyClicks(focus(), QStringLiteral("x"));
    press(Qt::Key_Up);
    QCOMPARE(m_card->line().text(), QStringLiteral("x"));
    press(Qt::Key_Backspace);
    press(Qt::Key_Up);
    QCOMPARE(m_card->line().text(), QStringLiteral("mine"));
    QTest::keyClicks(focus(), QStringLiteral("!"));
    press(Qt::Key_Return);
    QCOMPARE(said(0), (incident::Command(incident::AmendEntry{mine, {}, QStringLiteral("mine!")})));
}

void TimelineCardTest::wordsThatWereErasedSinceDoNotComeBackByUndoing()
{
    const EntryId mine = m_told.note(QStringLiteral("14:30"), QStringLiteral("hunter2"));
    show();
    press(Qt::Key_Up);
    QTest::keyClicks(focus(), QStringLiteral("!"));
    press(Qt::Key_Return);
    QCOMPARE(m_said.size(), std::size_t(1));
    m_told.redact(mine);
    show();
    press(Qt::Key_Z, Qt::ControlModifier);
    for (int i = 1; i < int(m_said.size()); ++i)
        QVERIFY(!std::holds_alternative<incident::AmendEntry>(said(i)));
}

void TimelineCardTest::anEmptiedAmendmentIsALineAgain()
{
    m_told.note(QStringLiteral("14:30"), QStringLiteral("mine"));
    show();
    press(Qt::Key_Up);
    QVERIFY(m_card->line().isAmending());
    press(Qt::Key_A, Qt::ControlModifier);
    press(Qt::Key_Backspace);
    QVERIFY(!m_card->line().isAmending());
    QTest::keyClicks(focus(), QStringLiteral("! roll back"));
    QVERIFY(!focus()->accessibleDescription().contains(QLatin1String("amends")));
    press(Qt::Key_Return);
    QVERIFY(m_said.empty()); // no entry was changed
}

void TimelineCardTest::aRefusedActIsToldAndNoLineComesBack()
{
    const EntryId note = m_told.note(QStringLiteral("14:30"), QStringLiteral("pool full"));
    show();
    choose(note);
    press(Qt::Key_P);
    QVERIFY(m_card->acts().tellRefused(m_said.at(0).line, QStringLiteral("no")));
    QCOMPARE(m_card->line().text(), QString());
    QCOMPARE(message(), QStringLiteral("no"));
    QVERIFY(!m_card->acts().tellRefused(QStringLiteral("a line that was typed"), QStringLiteral("no")));
}

void TimelineCardTest::aRefusedAmendmentIsKept()
{
    const EntryId note = m_told.note(QStringLiteral("14:30"), QStringLiteral("pool full"));
    show();
    choose(note);
    press(Qt::Key_E);
    QTest::keyClicks(focus(), QStringLiteral("er"));
    press(Qt::Key_Return);
    QVERIFY(m_card->acts().tellRefused(m_said.at(0).line, QStringLiteral("no")));
    QCOMPARE(m_card->line().text(), QString());
    press(Qt::Key_Escape);
    QCOMPARE(m_card->line().text(), QStringLiteral("pool fuller"));
    QVERIFY(m_card->line().isAmending());
}

void TimelineCardTest::aTimeIsGoneTo_data()
{
    QTest::addColumn<QString>("time");
    QTest::addColumn<QString>("row");
    QTest::newRow("just then") << QStringLiteral("14:30:42") << QStringLiteral("said 42.");
    QTest::newRow("next after it") << QStringLiteral("14:25") << QStringLiteral("said 0.");
    QTest::newRow("ago") << QStringLiteral("-14m") << QStringLiteral("said 101.");
    QTest::newRow("after the last") << QStringLiteral("14:45") << QStringLiteral("said 199.");
}

void TimelineCardTest::aTimeIsGoneTo()
{
    QFETCH(const QString, time);
    QFETCH(const QString, row);
    tell(200);
    m_card->jump();
    QCOMPARE(focused(), QStringLiteral("Go to a time"));
    QTest::keyClicks(focus(), time);
    press(Qt::Key_Return);
    QCOMPARE(current(), row);
    QVERIFY(m_view->isInView(m_view->currentIndex().row()));
    QCOMPARE(focused(), QStringLiteral("Timeline"));
    QCOMPARE(rows().size(), 201);
}

void TimelineCardTest::whatIsNoTimeIsSaidAndStays()
{
    tell(200);
    m_card->jump();
    QTest::keyClicks(focus(), QStringLiteral("soon"));
    press(Qt::Key_Return);
    QCOMPARE(focused(), QStringLiteral("Go to a time"));
    QVERIFY(message().startsWith(QStringLiteral("“soon” is no time")));
    press(Qt::Key_Escape);
    QVERIFY(m_view->isAtEnd());
    QCOMPARE(focused(), QStringLiteral("Line: say what happened"));
}

void TimelineCardTest::tenThousandRowsAreFilteredWhileOneTypes()
{
    tell(10'000);
    QElapsedTimer timer;
    const auto took = [&timer](const char* what) {
        qInfo("%s: %lld ms", what, static_cast<long long>(timer.elapsed()));
        timer.start();
    };
    timer.start();
    chip(QStringLiteral("Decisions"))->click();
    m_card->grab();
    took("the decisions of 10,000");
    chip(QStringLiteral("All"))->click();
    m_card->grab();
    took("all of them again");
    m_card->search();
    for (const char letter : {'7', '7', '7'}) {
        QTest::keyClick(focus(), letter);
        m_card->grab();
        took("one more letter of a search");
    }
    QCOMPARE(rows().size(), 19);
    timer.start();
    press(Qt::Key_Escape);
    m_card->grab();
    took("all of them after the search");
    m_told.note(QStringLiteral("20:00"), QStringLiteral("one more"));
    m_state = m_told.state();
    timer.start();
    m_card->show(m_state);
    m_view->executeLayout();
    m_card->grab();
    took("one more row");
    QCOMPARE(rows().size(), 10'002);
}

void TimelineCardTest::fail()
{
    Pending pending;
    pending.line = QStringLiteral("pool full");
    pending.submission.command = incident::Note{incident::NoteKind::Note, {}, false};
    pending.stage = Pending::Stage::Failed;
    m_card->show({pending}, QTimeZone::utc());
}

QString TimelineCardTest::focused() const
{
    const QWidget* focus = QApplication::focusWidget();
    return focus ? focus->accessibleName() : QString();
}

void TimelineCardTest::theNextPanelIsTheTimelineAndThenNoneOfTheCard()
{
    QVERIFY(m_card->focusNextPanel());
    QCOMPARE(focused(), QStringLiteral("Timeline"));
    QVERIFY(!m_card->focusNextPanel());
    QCOMPARE(focused(), QStringLiteral("Timeline"));
}

void TimelineCardTest::theButtonsOfWhatIsNotSavedAreReachedFirst()
{
    const QString line = focused();
    fail();
    m_card->focusNextPanel();
    QCOMPARE(focused(), QStringLiteral("Retry saving"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QCOMPARE(focused(), QStringLiteral("Copy the lines that are not saved"));
    m_card->focusNextPanel();
    QCOMPARE(focused(), QStringLiteral("Timeline"));
    QVERIFY(!m_card->focusNextPanel());
    m_card->focusLine();
    QCOMPARE(focused(), line);
    m_card->focusNextPanel();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QCOMPARE(focused(), line);
}

void TimelineCardTest::beforeTheDeclarationSomethingElseStandsThere()
{
    const auto shown = [this] {
        const auto labels = m_card->findChildren<QLabel*>();
        return std::ranges::any_of(
            labels, [](const QLabel* label) { return label->isVisible() && label->text() == QLatin1String("before"); });
    };
    QVERIFY(!shown());
    m_card->show(incident::IncidentState());
    QVERIFY(shown());
    m_card->show(m_state);
    QVERIFY(!shown());
}

QTEST_MAIN(TimelineCardTest)
#include "tst_timelinecard.moc"
