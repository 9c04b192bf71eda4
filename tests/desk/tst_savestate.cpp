// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/notsavedstrip.h"
#include "desk/statusline.h"
#include "desk/windowtest.h"
#include "style/plainlabel.h"
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
    void theStatusLineTellsTheLastSaving();
    void theStatusLineSaysLoudlyWhatWasNotSaved();

private:
    static Pending pending(const char* line, Pending::Stage stage, std::optional<Error> problem = {});
    static QString texts(const QWidget& widget);
    static QString status(const session::SaveState& state);
};

Pending SaveStateTest::pending(const char* line, Pending::Stage stage, std::optional<Error> problem)
{
    Pending result;
    result.line = QString::fromUtf8(line);
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

QString SaveStateTest::status(const session::SaveState& state)
{
    desk::StatusLine line(style::Theme::dark(), nullptr);
    line.show(state, QTimeZone::utc());
    return texts(line);
}

void SaveStateTest::whatIsSavedAtOnceMovesNothing()
{
    desk::NotSavedStrip strip(style::Theme::dark(), nullptr);
    strip.show({pending("pool full", Pending::Stage::Saving)});
    QVERIFY(!strip.isVisible());
    strip.show(std::vector<Pending>());
    QVERIFY(!strip.isVisible());
    strip.show({pending("pool full", Pending::Stage::Saving)});
    QTRY_VERIFY(strip.isVisible());
    QVERIFY(texts(strip).contains(QStringLiteral("pool full")));
}

void SaveStateTest::whatIsSlowIsSaid()
{
    desk::NotSavedStrip strip(style::Theme::dark(), nullptr);
    strip.show({pending("a", Pending::Stage::Slow)});
    QVERIFY(strip.isVisible());
    QVERIFY(texts(strip).contains(QStringLiteral("disk is slow")));
    for (const auto* button : strip.findChildren<QPushButton*>())
        QVERIFY(!button->isVisible());
}

void SaveStateTest::aFailureSaysWhyAndOffersRetryAndCopy()
{
    desk::NotSavedStrip strip(style::Theme::dark(), nullptr);
    strip.show({pending("one\ntwo", Pending::Stage::Failed, Error{ErrorCode::StoreFull, {}}),
        pending("three", Pending::Stage::Saving)});
    QVERIFY(texts(strip).contains(QStringLiteral("NOT SAVED: The disk is full.")));
    QSignalSpy retried(&strip, &desk::NotSavedStrip::retryAsked);
    QSignalSpy done(&strip, &desk::NotSavedStrip::done);
    for (auto* button : strip.findChildren<QPushButton*>()) {
        QVERIFY(button->isVisible());
        QVERIFY(!button->accessibleName().isEmpty());
        button->click();
    }
    QCOMPARE(retried.count(), 1);
    QCOMPARE(done.count(), 2);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("one\ntwo\nthree"));
}

void SaveStateTest::theStatusLineTellsTheLastSaving()
{
    session::SaveState state;
    QVERIFY(status(state).contains(QStringLiteral("Nothing said")));
    state.lastSaved = tests::at(QStringLiteral("14:45:41"));
    QVERIFY(status(state).contains(QStringLiteral("Saved 14:45:41")));
}

void SaveStateTest::theStatusLineSaysLoudlyWhatWasNotSaved()
{
    session::SaveState state;
    state.lastSaved = tests::at(QStringLiteral("14:45:41"));
    state.slow = true;
    QVERIFY(status(state).contains(QStringLiteral("Not saved yet")));
    state.problem = Error{ErrorCode::StoreReadOnly, QStringLiteral("/x/<b>warroom.db")};
    QVERIFY(status(state).contains(QStringLiteral("NOT SAVED: The log may not be written: /x/<b>warroom.db")));
}

QTEST_MAIN(SaveStateTest)
#include "tst_savestate.moc"
