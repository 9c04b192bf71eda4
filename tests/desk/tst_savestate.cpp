// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/statusline.h"
#include "style/icon.h"
#include "style/plainlabel.h"
#include "support/windowtest.h"
#include "timeline/notsavedstrip.h"
#include "words/told.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QSignalSpy>

using namespace warroom;
using session::Pending;

/// Whether what was said is on disk, said truthfully.
class SaveStateTest : public tests::WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSavedAtOnceMovesNothing();
    void whatIsSlowIsSaid();
    void aFailureSaysWhyAndOffersRetryAndCopy();
    void aFailureSaysWhereItIsKept();
    void eachLineIsShownAsItWasRead();
    void theNewestLinesStayInSight();
    void theStatusLineTellsTheLastSaving();
    void theStatusLineSaysLoudlyWhatWasNotSaved();
    void aLogThatIsOnlyReadIsSaidAtOnce();

private:
    static Pending pending(const char* line, Pending::Stage stage, std::optional<Error> problem = {});
    static QString texts(const QWidget& widget);
    static const style::PlainLabel* labelled(const QWidget& widget, const char* text);
    static QString status(const session::SaveState& state, bool waiting = false);
};

Pending SaveStateTest::pending(const char* line, Pending::Stage stage, std::optional<Error> problem)
{
    Pending result;
    result.line = QString::fromUtf8(line);
    result.submission.occurredAt = tests::at(QStringLiteral("14:43"));
    result.submission.command = incident::Note{incident::NoteKind::Decision, {}, false};
    result.stage = stage;
    result.problem = std::move(problem);
    return result;
}

QString SaveStateTest::texts(const QWidget& widget)
{
    QStringList result;
    for (const auto* label : widget.findChildren<style::PlainLabel*>())
        result << label->text();
    return result.join(QLatin1Char('|'));
}

const style::PlainLabel* SaveStateTest::labelled(const QWidget& widget, const char* text)
{
    for (const auto* label : widget.findChildren<style::PlainLabel*>()) {
        if (label->isVisible() && label->text() == QLatin1String(text))
            return label;
    }
    return nullptr;
}

QString SaveStateTest::status(const session::SaveState& state, bool waiting)
{
    desk::StatusLine line(style::Theme::dark(), nullptr);
    line.show(state, waiting, QTimeZone::utc());
    return texts(line);
}

void SaveStateTest::aLogThatIsOnlyReadIsSaidAtOnce()
{
    session::SaveState state;
    state.readOnly = Error{ErrorCode::StoreNewer, QStringLiteral("7")};
    QVERIFY(status(state).contains(QStringLiteral("READ ONLY: A newer Warroom wrote this log (format 7)")));
}

void SaveStateTest::whatIsSavedAtOnceMovesNothing()
{
    timeline::NotSavedStrip strip(style::Theme::dark(), nullptr);
    strip.show({pending("pool full", Pending::Stage::Saving)}, QTimeZone::utc());
    QVERIFY(!strip.isVisible());
    strip.show({}, QTimeZone::utc());
    QVERIFY(!strip.isVisible());
    strip.show({pending("pool full", Pending::Stage::Saving)}, QTimeZone::utc());
    QTRY_VERIFY(strip.isVisible());
    QVERIFY(texts(strip).contains(QStringLiteral("pool full")));
}

void SaveStateTest::whatIsSlowIsSaid()
{
    timeline::NotSavedStrip strip(style::Theme::dark(), nullptr);
    strip.show({pending("a", Pending::Stage::Slow)}, QTimeZone::utc());
    QVERIFY(strip.isVisible());
    QVERIFY(texts(strip).contains(QStringLiteral("waiting for the disk")));
    for (const auto* button : strip.findChildren<QPushButton*>())
        QVERIFY(!button->isVisible());
}

void SaveStateTest::aFailureSaysWhyAndOffersRetryAndCopy()
{
    timeline::NotSavedStrip strip(style::Theme::dark(), nullptr);
    strip.show({pending("one\ntwo", Pending::Stage::Failed, Error{ErrorCode::StoreFull, {}}),
                   pending("three", Pending::Stage::Saving)},
        QTimeZone::utc());
    QVERIFY(texts(strip).contains(QStringLiteral("NOT SAVED: The disk is full.")));
    QSignalSpy retried(&strip, &timeline::NotSavedStrip::retryAsked);
    QSignalSpy done(&strip, &timeline::NotSavedStrip::done);
    for (auto* button : strip.findChildren<QPushButton*>()) {
        QVERIFY(button->isVisible());
        QVERIFY(!button->accessibleName().isEmpty());
        button->click();
    }
    QCOMPARE(retried.count(), 1);
    QCOMPARE(done.count(), 2);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("one\ntwo\nthree"));
}

void SaveStateTest::aFailureSaysWhereItIsKept()
{
    timeline::NotSavedStrip strip(style::Theme::dark(), nullptr);
    strip.show({pending("one", Pending::Stage::Failed, Error{ErrorCode::StoreFull, {}, QStringLiteral("/x/a.jsonl")})},
        QTimeZone::utc());
    QVERIFY(labelled(strip, "NOT SAVED: The disk is full. Free some space."));
    QVERIFY(labelled(strip, "Kept in /x/a.jsonl; it goes into the log by itself as soon as that can be written."));
    strip.show({pending("one", Pending::Stage::Failed, Error{ErrorCode::StoreFull, {}})}, QTimeZone::utc());
    QVERIFY(labelled(strip, "NOT SAVED: The disk is full. Free some space. Then try again."));
    QVERIFY(labelled(strip, "Only in this window: copy it."));
    strip.show({pending("one", Pending::Stage::Slow)}, QTimeZone::utc());
    QVERIFY(!labelled(strip, "Only in this window: copy it."));
}

void SaveStateTest::eachLineIsShownAsItWasRead()
{
    timeline::NotSavedStrip strip(style::Theme::dark(), nullptr);
    strip.show({pending("! roll back", Pending::Stage::Slow)}, QTimeZone("Europe/Berlin"));
    QStringList row;
    for (const auto* label : strip.findChildren<style::PlainLabel*>()) {
        if (label->isVisible())
            row << label->text();
    }
    QCOMPARE(row.mid(row.indexOf(QStringLiteral("15:43"))),
        (QStringList{QStringLiteral("15:43"), {}, QStringLiteral("Decision"), QStringLiteral("! roll back")}));
    const style::PlainLabel* icon = strip.findChildren<style::PlainLabel*>().at(5);
    QCOMPARE(
        icon->pixmap().toImage(), style::icon(QStringLiteral("decision"), style::Theme::dark().good, 14, 1).toImage());
}

void SaveStateTest::theNewestLinesStayInSight()
{
    timeline::NotSavedStrip strip(style::Theme::dark(), nullptr);
    std::vector<Pending> lines;
    for (const char* line : {"one", "two", "three", "four", "five", "six"})
        lines.push_back(pending(line, Pending::Stage::Slow));
    strip.show(lines, QTimeZone::utc());
    const auto* more = labelled(strip, "and 2 more");
    const auto* newest = labelled(strip, "six");
    QVERIFY(more && newest && !labelled(strip, "two") && labelled(strip, "three"));
    QVERIFY(more->y() < newest->y());
}

void SaveStateTest::theStatusLineTellsTheLastSaving()
{
    session::SaveState state;
    QVERIFY(status(state).contains(QStringLiteral("All saved")));
    QVERIFY(!status(state, true).contains(QStringLiteral("All saved")));
    state.lastSaved = tests::at(QStringLiteral("14:45:41"));
    QVERIFY(status(state).contains(QStringLiteral("Saved 14:45:41")));
}

void SaveStateTest::theStatusLineSaysLoudlyWhatWasNotSaved()
{
    session::SaveState state;
    state.lastSaved = tests::at(QStringLiteral("14:45:41"));
    state.slow = true;
    QVERIFY(status(state).contains(QStringLiteral("Not saved yet")));
    state.leftOut = 2;
    QVERIFY(status(state).contains(QStringLiteral("NOT SAVED: 2 acts from before")));
    state.problem = Error{ErrorCode::StoreReadOnly, QStringLiteral("/x/<b>warroom.db")};
    QVERIFY(status(state).contains(QStringLiteral("NOT SAVED: The log may not be written: /x/<b>warroom.db")));
}

QTEST_MAIN(SaveStateTest)
#include "tst_savestate.moc"
