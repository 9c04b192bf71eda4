// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/plainlabel.h"
#include "support/windowtest.h"
#include "timeline/captureline.h"
#include "timeline/keptrow.h"
#include "timeline/lineedit.h"
#include "timeline/suggestionbox.h"
#include "words/told.h"

#include <QInputMethodEvent>
#include <QScrollBar>
#include <QSignalSpy>
#include <QVBoxLayout>

using namespace warroom;
using tests::at;
using tests::Told;
using timeline::CaptureLine;

/// The line as a person types into it.
class CaptureLineTest : public tests::WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }

    void enterLogsWhatStandsBesideTheLine();
    void theStampIsTheFirstKey();
    void anEmptyLineLogsNothing();
    void shiftEnterBreaksTheLine();
    void anActionWithoutOwnerNeedsASecondEnter();
    void anotherKeyTakesTheSecondEnterBack();
    void anUnknownSeverityIsNamedAndNotLogged();
    void escapeTurnsATokenIntoText();
    void escapeElsewherePutsTheLineAway();
    void aRefusedLineStandsApartWithItsStamp();
    void whatIsTypedNeverJoinsWhatIsKept();
    void whatIsTypedOverABroughtBackTextIsAnotherOne();
    void whatIsComposedOverABroughtBackTextIsAnotherOne();
    void aBroughtBackTextThatIsDeletedIsGone();
    void eachOfSeveralKeptTextsIsReached();
    void aClickOnTheKeptTextPutsTheOtherAway();
    void anotherActPutsTheLineAway();
    void whatIsKeptForgetsRedactedWords();
    void undoingTakesNoBroughtBackTextAway();
    void theKeptTextIsSaid();
    void aLeftoverIsSaidAgainUnderItsIdUnlessChanged();
    void tabTakesTheSuggestionAndEnterDoesNot();
    void tabSaysAWholeVerb();
    void escapeClosesTheSuggestionsAndNothingElse();
    void allWordsAreReachedWithTheArrows();
    void theLineGrowsToSixLines();
    void sixLinesAreAllInSight();
    void anEmptyDeskSaysHowToDeclare();

private:
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(m_edit, key, modifiers);
    }
    void type(const char* text) { QTest::keyClicks(m_edit, QString::fromUtf8(text)); }
    void keep(const char* line, const char* why, std::optional<Instant> firstKey = {}, std::optional<EntryId> act = {})
    {
        m_line->keep({QString::fromUtf8(line), QString::fromUtf8(why), firstKey, act});
    }
    timeline::KeptRow* keptRow() const { return m_line->findChild<timeline::KeptRow*>(); }
    QString problem() const;
    QString reading() const { return m_edit->accessibleDescription(); }

    Instant m_now{};
    incident::IncidentState m_state = Told::declared().state();
    playbook::Playbook m_book = tests::team();
    std::unique_ptr<QWidget> m_window;
    CaptureLine* m_line = nullptr;
    timeline::LineEdit* m_edit = nullptr;
    std::vector<CaptureLine::Logged> m_logged;
};

void CaptureLineTest::init()
{
    failOnWarnings();
    m_now = at(QStringLiteral("14:45:41"));
    m_logged.clear();
    m_window = std::make_unique<QWidget>();
    m_window->resize(900, 400);
    const auto situation = [this] {
        capture::Situation now;
        now.now = m_now;
        now.playbook = &m_book;
        now.state = m_state.declared() ? &m_state : nullptr;
        return now;
    };
    m_line = new CaptureLine(style::Theme::dark(), situation, m_window.get());
    auto* column = new QVBoxLayout(m_window.get());
    column->addStretch(1);
    column->addWidget(m_line);
    m_edit = m_line->findChild<timeline::LineEdit*>();
    connect(m_line, &CaptureLine::submitted, this,
        [this](const CaptureLine::Logged& logged) { m_logged.push_back(logged); });
    m_window->show();
    m_window->activateWindow();
    m_line->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

QString CaptureLineTest::problem() const
{
    for (const auto* label : m_line->findChildren<style::PlainLabel*>()) {
        if (label->wordWrap() && label->isVisible())
            return label->text();
    }
    return {};
}

void CaptureLineTest::enterLogsWhatStandsBesideTheLine()
{
    type("-2m /action @dave drain prod-3");
    QCOMPARE(reading(), QStringLiteral("14:43 · action · Dave Wong"));
    press(Qt::Key_Return);
    QCOMPARE(m_logged.size(), std::size_t(1));
    QCOMPARE(m_logged[0].line, QStringLiteral("-2m /action @dave drain prod-3"));
    QCOMPARE(m_logged[0].reading.occurredAt, at(QStringLiteral("14:43:41")));
    QVERIFY(m_logged[0].reading.command.has_value());
    QCOMPARE(m_line->text(), QString());
}

void CaptureLineTest::theStampIsTheFirstKey()
{
    type("p");
    m_now = at(QStringLiteral("14:49:00"));
    type("ool full");
    press(Qt::Key_Enter, Qt::KeypadModifier);
    QCOMPARE(m_logged.at(0).reading.occurredAt, at(QStringLiteral("14:45:41")));
    QCOMPARE(m_logged.at(0).firstKey, at(QStringLiteral("14:45:41")));
    type("next");
    press(Qt::Key_Return);
    QCOMPARE(m_logged.at(1).firstKey, at(QStringLiteral("14:49:00")));
}

void CaptureLineTest::anEmptyLineLogsNothing()
{
    press(Qt::Key_Return);
    type("  ");
    press(Qt::Key_Return);
    QVERIFY(m_logged.empty());
    QCOMPARE(problem(), QString());
}

void CaptureLineTest::shiftEnterBreaksTheLine()
{
    type("one");
    press(Qt::Key_Return, Qt::ShiftModifier);
    type("two");
    press(Qt::Key_Return);
    QCOMPARE(m_logged.at(0).reading.text, QStringLiteral("one\ntwo"));
}

void CaptureLineTest::anActionWithoutOwnerNeedsASecondEnter()
{
    type("+ restart pool");
    QCOMPARE(reading(), QStringLiteral("14:45 · action · who?"));
    press(Qt::Key_Return);
    QVERIFY(m_logged.empty());
    QVERIFY(problem().contains(QStringLiteral("Enter again")));
    press(Qt::Key_Return);
    QCOMPARE(m_logged.size(), std::size_t(1));
    QCOMPARE(problem(), QString());
}

void CaptureLineTest::anotherKeyTakesTheSecondEnterBack()
{
    type("+ restart pool");
    press(Qt::Key_Return);
    type("s");
    press(Qt::Key_Return);
    QVERIFY(m_logged.empty());
}

void CaptureLineTest::anUnknownSeverityIsNamedAndNotLogged()
{
    type("/sev P9");
    press(Qt::Key_Return);
    press(Qt::Key_Return);
    QVERIFY(m_logged.empty());
    QCOMPARE(problem(), QStringLiteral("There is no severity “P9” in this playbook."));
    QCOMPARE(m_line->text(), QStringLiteral("/sev P9"));
}

void CaptureLineTest::escapeTurnsATokenIntoText()
{
    type("14:31 is when the graph drops");
    m_edit->moveCursor(QTextCursor::Start);
    press(Qt::Key_Escape);
    QCOMPARE(m_line->text(), QStringLiteral("\\14:31 is when the graph drops"));
    press(Qt::Key_Return);
    QCOMPARE(m_logged.at(0).reading.text, QStringLiteral("14:31 is when the graph drops"));
}

void CaptureLineTest::escapeElsewherePutsTheLineAway()
{
    QSignalSpy left(m_line, &CaptureLine::left);
    type("  ");
    press(Qt::Key_Escape);
    QCOMPARE(m_line->text(), QString());
    QVERIFY(m_line->unsent().empty()); // blanks are nothing that anybody said
    type("@carol says");
    press(Qt::Key_Escape);
    QCOMPARE(m_line->text(), QString());
    QCOMPARE(m_line->unsent().size(), std::size_t(1)); // and is kept
    type("more urgent");
    press(Qt::Key_Return);
    press(Qt::Key_Escape);
    QCOMPARE(m_line->text(), QStringLiteral("@carol says"));
    QCOMPARE(left.count(), 0);
    press(Qt::Key_Return);
    QCOMPARE(m_logged.size(), std::size_t(2));
    press(Qt::Key_Escape);
    QCOMPARE(left.count(), 1);
    QVERIFY(m_line->unsent().empty());
}

void CaptureLineTest::aRefusedLineStandsApartWithItsStamp()
{
    type("again");
    press(Qt::Key_Return);
    m_now = at(QStringLiteral("14:50:00"));
    keep("again", "why");
    QCOMPARE(m_line->text(), QString());
    QCOMPARE(problem(), QStringLiteral("why"));
    press(Qt::Key_Escape);
    QCOMPARE(m_line->text(), QStringLiteral("again"));
    QCOMPARE(problem(), QStringLiteral("why"));
    press(Qt::Key_Return);
    QCOMPARE(m_logged.back().reading.occurredAt, at(QStringLiteral("14:45:41")));
    QVERIFY(keptRow()->isHidden());
}

void CaptureLineTest::whatIsTypedNeverJoinsWhatIsKept()
{
    keep("! roll back to v2.1", "why");
    type("pool is fine");
    press(Qt::Key_Return);
    QCOMPARE(m_logged.at(0).line, QStringLiteral("pool is fine"));
    QCOMPARE(m_line->unsent().size(), std::size_t(1));
    QVERIFY(keptRow()->isVisible());
    press(Qt::Key_Escape);
    QCOMPARE(m_line->text(), QStringLiteral("! roll back to v2.1"));
    press(Qt::Key_Return);
    QCOMPARE(m_logged.at(1).line, QStringLiteral("! roll back to v2.1"));
    QVERIFY(m_line->unsent().empty());
}

void CaptureLineTest::whatIsTypedOverABroughtBackTextIsAnotherOne()
{
    type("! roll back to v2.1");
    press(Qt::Key_Escape);
    press(Qt::Key_Escape);
    QCOMPARE(m_line->text(), QStringLiteral("! roll back to v2.1"));
    m_now = at(QStringLiteral("14:49:00"));
    type("pool is fine");
    press(Qt::Key_Return);
    QCOMPARE(m_logged.at(0).line, QStringLiteral("pool is fine"));
    QCOMPARE(m_logged.at(0).firstKey, at(QStringLiteral("14:49:00")));
    press(Qt::Key_Escape);
    press(Qt::Key_End); // now it is gone on with
    type(", now");
    press(Qt::Key_Return);
    QCOMPARE(m_logged.at(1).line, QStringLiteral("! roll back to v2.1, now"));
    QCOMPARE(m_logged.at(1).firstKey, at(QStringLiteral("14:45:41")));
}

void CaptureLineTest::whatIsComposedOverABroughtBackTextIsAnotherOne()
{
    type("! roll back");
    press(Qt::Key_Escape);
    press(Qt::Key_Escape);
    QInputMethodEvent composing(QStringLiteral("ê"), {});
    QCoreApplication::sendEvent(m_edit, &composing);
    QInputMethodEvent composed;
    composed.setCommitString(QStringLiteral("ê"));
    QCoreApplication::sendEvent(m_edit, &composed);
    QCOMPARE(m_line->text(), QStringLiteral("ê"));
    QCOMPARE(m_line->unsent().front().line, QStringLiteral("! roll back"));
}

void CaptureLineTest::aBroughtBackTextThatIsDeletedIsGone()
{
    keep("! roll back", "why");
    press(Qt::Key_Escape);
    press(Qt::Key_Delete);
    QVERIFY(m_line->unsent().empty());
    QVERIFY(keptRow()->isHidden());
}

void CaptureLineTest::eachOfSeveralKeptTextsIsReached()
{
    for (const char* text : {"one", "two", "three"}) {
        type(text);
        press(Qt::Key_Escape);
    }
    QVERIFY(keptRow()->accessibleName().contains(QStringLiteral("2 more")));
    QStringList seen;
    for (int i = 0; i < 3; ++i) {
        press(Qt::Key_Escape);
        seen << m_line->text();
        press(Qt::Key_Escape);
    }
    QCOMPARE(seen, QStringList({QStringLiteral("three"), QStringLiteral("two"), QStringLiteral("one")}));
    QCOMPARE(m_line->unsent().size(), std::size_t(3));
}

void CaptureLineTest::aClickOnTheKeptTextPutsTheOtherAway()
{
    keep("! roll back", "why");
    type("pool is f");
    QTest::mouseClick(keptRow(), Qt::LeftButton);
    QCOMPARE(m_line->text(), QStringLiteral("! roll back"));
    QVERIFY(m_edit->hasFocus());
    QTest::mouseClick(keptRow(), Qt::LeftButton);
    QCOMPARE(m_line->text(), QStringLiteral("pool is f"));
    QCOMPARE(m_line->unsent().size(), std::size_t(2));
}

void CaptureLineTest::anotherActPutsTheLineAway()
{
    type("! roll back");
    m_line->say(QStringLiteral("/role Scribe @"));
    QCOMPARE(m_line->text(), QStringLiteral("/role Scribe @"));
    press(Qt::Key_Escape); // closes the suggestions
    type("carol");
    press(Qt::Key_Return);
    type("pool is fine");
    press(Qt::Key_Return);
    QCOMPARE(m_logged.back().line, QStringLiteral("pool is fine"));
    QCOMPARE(m_line->unsent().front().line, QStringLiteral("! roll back"));
}

void CaptureLineTest::whatIsKeptForgetsRedactedWords()
{
    keep("! the key is tops3cret", "why");
    m_line->forget({QStringLiteral("tops3cret")});
    QVERIFY(!keptRow()->accessibleName().contains(QStringLiteral("tops3cret")));
    press(Qt::Key_Escape);
    QVERIFY(!m_line->text().contains(QStringLiteral("tops3cret")));
    QVERIFY(m_line->text().startsWith(QStringLiteral("! the key is")));
}

void CaptureLineTest::undoingTakesNoBroughtBackTextAway()
{
    keep("! roll back", "why");
    press(Qt::Key_Escape);
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_line->text(), QStringLiteral("! roll back"));
}

void CaptureLineTest::theKeptTextIsSaid()
{
    QVERIFY(keptRow()->isHidden());
    keep("! roll back", "why");
    QCOMPARE(keptRow()->accessibleName(),
        QStringLiteral("Not logged: “! roll back” · Esc in the empty line brings it back"));
}

void CaptureLineTest::aLeftoverIsSaidAgainUnderItsIdUnlessChanged()
{
    const EntryId act{QUuid::createUuid()};
    const Instant then = at(QStringLiteral("14:40"));
    keep("pool full", "why", then, act);
    press(Qt::Key_Escape);
    press(Qt::Key_Return);
    QVERIFY(m_logged.at(0).act == act);
    QCOMPARE(m_logged.at(0).reading.occurredAt, then);
    keep("pool full", "why", then, act);
    press(Qt::Key_Escape);
    press(Qt::Key_End);
    type("!");
    press(Qt::Key_Return);
    QVERIFY(!m_logged.at(1).act);
}

void CaptureLineTest::tabTakesTheSuggestionAndEnterDoesNot()
{
    type("/act");
    press(Qt::Key_Tab);
    type("@da");
    press(Qt::Key_Tab);
    QCOMPARE(m_line->text(), QStringLiteral("/action @dave "));
    m_edit->clear();
    type("@ca");
    press(Qt::Key_Return);
    QCOMPARE(m_line->text(), QStringLiteral("@ca"));
}

void CaptureLineTest::tabSaysAWholeVerb()
{
    type("/ro");
    press(Qt::Key_Tab);
    type("inc");
    press(Qt::Key_Tab);
    press(Qt::Key_Down);
    press(Qt::Key_Tab);
    QCOMPARE(m_line->text(), QStringLiteral("/role Incident Commander @carol "));
    press(Qt::Key_Return);
    QCOMPARE(m_logged.size(), std::size_t(1));
}

void CaptureLineTest::escapeClosesTheSuggestionsAndNothingElse()
{
    QSignalSpy left(m_line, &CaptureLine::left);
    const auto* box = m_window->findChild<timeline::SuggestionBox*>();
    type("/sev ");
    QVERIFY(box->isVisible());
    press(Qt::Key_Escape);
    QVERIFY(!box->isVisible());
    QCOMPARE(m_line->text(), QStringLiteral("/sev "));
    QCOMPARE(left.count(), 0);
    type("P");
    QVERIFY(box->isVisible());
}

void CaptureLineTest::allWordsAreReachedWithTheArrows()
{
    const auto* box = m_window->findChild<timeline::SuggestionBox*>();
    const auto words = timeline::lineWords();
    type("/");
    QCOMPARE(box->shownRows(), 8);
    for (std::size_t i = 1; i < words.size(); ++i)
        press(Qt::Key_Down);
    QCOMPARE(box->current()->insert, words.back().insert);
    QCOMPARE(box->firstRow(), int(words.size()) - 8);
    QCOMPARE(box->shownRows(), 8);
    press(Qt::Key_Down);
    QCOMPARE(box->current()->insert, words.back().insert);
    for (int i = 0; i < 8; ++i)
        press(Qt::Key_Up);
    QCOMPARE(box->firstRow(), int(words.size()) - 9);
    type("a");
    QCOMPARE(box->firstRow(), 0);
}

void CaptureLineTest::theLineGrowsToSixLines()
{
    const int one = m_edit->sizeHint().height();
    for (int i = 0; i < 12; ++i)
        press(Qt::Key_Return, Qt::ShiftModifier);
    const int most = m_edit->sizeHint().height();
    QVERIFY(most > 5 * (one - 2));
    QVERIFY(most < 7 * one);
}

void CaptureLineTest::sixLinesAreAllInSight()
{
    for (const char* line : {"one", "two", "three", "four", "five"}) {
        type(line);
        press(Qt::Key_Return, Qt::ShiftModifier);
    }
    type("six");
    QTRY_COMPARE(m_edit->height(), m_edit->sizeHint().height());
    QCOMPARE(m_edit->verticalScrollBar()->value(), 0);
    QCOMPARE(m_edit->verticalScrollBar()->maximum(), 0);
    press(Qt::Key_Return, Qt::ShiftModifier);
    type("seven");
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    QCOMPARE(m_edit->verticalScrollBar()->value(), 1);
    QCOMPARE(m_edit->verticalScrollBar()->maximum(), 1);
}

void CaptureLineTest::anEmptyDeskSaysHowToDeclare()
{
    QVERIFY(!m_edit->placeholderText().contains(QStringLiteral("declare")));
    m_state = {};
    m_line->refresh();
    QVERIFY(m_edit->placeholderText().contains(QStringLiteral("/incident declare P0")));
    m_state = Told::declared().state();
    m_line->refresh();
    QVERIFY(!m_edit->placeholderText().contains(QStringLiteral("declare")));
}

QTEST_MAIN(CaptureLineTest)
#include "tst_captureline.moc"
