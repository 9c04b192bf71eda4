// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/windowtest.h"
#include "timeline/timelineview.h"
#include "timeline/timelinewords.h"
#include "views/timelinemodel.h"
#include "words/told.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QSignalSpy>

using namespace warroom;
using namespace warroom::incident;
using tests::Told;

/// The timeline as one sees it.
class TimelineViewTest : public tests::WindowTest
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void fewRowsStandNextToTheLine();
    void atTheEndItStaysAtTheEnd();
    void elsewhereWhatOneReadsStaysWhereItIs();
    void aLongTextIsThreeLinesUntilSpaceOpensIt();
    void aRowTakesItsHeightAlong();
    void aRowIsReadAloud();
    void whatOneSaidOneselfIsNoNews();
    void theScrollBarMovesNoColumn();
    void anOwnerWhoIsMissingIsRed();
    void whereThereAreSeveralDaysTheFirstIsNamedToo();
    void aNarrowWindowKeepsTheEndInView();
    void theEndOfALongLogIsShownBeforeTheRestIsMeasured();
    void tenThousandRowsAreShownSmoothly();

private:
    void add(int notes);
    void show();
    int height(int row) const { return m_view->visualRect(m_view->model()->index(row, 0)).height(); }
    int lastRow() const { return m_view->model()->rowCount() - 1; }

    Told m_told;
    int m_count = 0;
    IncidentState m_state;
    playbook::Playbook m_book = tests::team();
    std::unique_ptr<views::TimelineModel> m_model;
    std::unique_ptr<timeline::TimelineWords> m_words;
    std::unique_ptr<timeline::TimelineView> m_view;
};

void TimelineViewTest::init()
{
    failOnWarnings();
    m_told = Told::declared();
    m_count = 0;
    m_model = std::make_unique<views::TimelineModel>();
    const timeline::TimelineWords::Source source{
        [this]() -> const IncidentState& { return m_state; }, [this]() -> const playbook::Playbook& { return m_book; }};
    m_words = std::make_unique<timeline::TimelineWords>(m_model.get(), source, nullptr);
    m_view = std::make_unique<timeline::TimelineView>(style::Theme::dark(), m_words.get(), nullptr);
    m_view->resize(900, 400);
    m_view->show();
}

void TimelineViewTest::cleanup()
{
    m_view.reset();
    m_words.reset();
    m_model.reset();
}

void TimelineViewTest::add(int notes)
{
    for (int i = 0; i < notes; ++i, ++m_count) {
        const QString time = QTime(14, 30).addSecs(m_count).toString(QStringLiteral("HH:mm:ss"));
        m_told.note(time, QStringLiteral("note %1").arg(m_count));
    }
    show();
}

void TimelineViewTest::show()
{
    m_state = m_told.state();
    m_model->show(m_state);
    m_view->executeLayout();
}

void TimelineViewTest::fewRowsStandNextToTheLine()
{
    add(2);
    const QRect last = m_view->visualRect(m_view->model()->index(lastRow(), 0));
    QCOMPARE(m_view->viewport()->mapTo(m_view.get(), last.bottomLeft()).y(), m_view->height() - 1);
    add(200);
    QVERIFY(m_view->isInView(lastRow()));
    QCOMPARE(m_view->viewport()->y(), 0);
}

void TimelineViewTest::atTheEndItStaysAtTheEnd()
{
    add(50);
    QVERIFY(m_view->isAtEnd());
    add(3);
    QVERIFY(m_view->isAtEnd());
    QVERIFY(m_view->isInView(lastRow()));
    QCOMPARE(m_view->unseen(), 0);
}

void TimelineViewTest::elsewhereWhatOneReadsStaysWhereItIs()
{
    add(50);
    m_view->showRow(10);
    const QPersistentModelIndex read(m_view->indexAt(QPoint(5, 100)));
    const QRect before = m_view->visualRect(read);
    QSignalSpy unseen(m_view.get(), &timeline::TimelineView::unseenChanged);
    add(2);
    m_told.note(QStringLiteral("14:24"), QStringLiteral("said late, about earlier"));
    show();
    QCOMPARE(m_view->visualRect(read), before);
    QCOMPARE(m_view->unseen(), 3);
    QVERIFY(unseen.count() >= 1);
    QVERIFY(m_view->rowsAway(lastRow()) > 0);
    QVERIFY(m_view->rowsAway(0) < 0);
    m_view->goToEnd();
    QCOMPARE(m_view->unseen(), 0);
}

void TimelineViewTest::aLongTextIsThreeLinesUntilSpaceOpensIt()
{
    m_told.note(QStringLiteral("14:30"), QStringLiteral("one"));
    m_told.note(QStringLiteral("14:31"), QStringLiteral("1\n2\n3\n4\n5\n6\n7"));
    show();
    const int one = height(1);
    QCOMPARE(one, 35);
    QCOMPARE(height(2), one + 2 * 19);
    m_view->showRow(2);
    QTest::keyClick(m_view.get(), Qt::Key_Space);
    m_view->executeLayout();
    QCOMPARE(height(2), one + 6 * 19);
    QTest::keyClick(m_view.get(), Qt::Key_Space);
    m_view->executeLayout();
    QCOMPARE(height(2), one + 2 * 19);
}

void TimelineViewTest::aRowTakesItsHeightAlong()
{
    m_told.note(QStringLiteral("14:30"), QStringLiteral("one"));
    const EntryId tall = m_told.note(QStringLiteral("14:31"), QStringLiteral("1\n2\n3"));
    m_told.note(QStringLiteral("14:32"), QStringLiteral("one"));
    show();
    const int one = height(1);
    const int three = one + 2 * 19;
    QCOMPARE(height(2), three);
    m_told.note(QStringLiteral("14:25"), QStringLiteral("an earlier one"));
    show();
    QCOMPARE(height(2), one);
    QCOMPARE(height(3), three);
    m_told.say(QStringLiteral("14:40"), EntryAmended{tall, tests::at(QStringLiteral("14:35")), {}});
    show();
    QCOMPARE(height(3), one);
    QCOMPARE(height(4), three);
    m_told.redact(tall);
    show();
    QCOMPARE(height(4), one);
}

void TimelineViewTest::aRowIsReadAloud()
{
    const QAbstractItemModelTester tester(m_words.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    const EntryId note = m_told.note(QStringLiteral("14:30"), QStringLiteral("<b>half</b> is back\u202e"));
    m_told.say(QStringLiteral("14:31"), EntryFlagged{note, Flag::Pinned, true});
    show();
    const QModelIndex row = m_view->model()->index(1, 0);
    QCOMPARE(row.data(Qt::AccessibleTextRole).toString(),
        QStringLiteral("14:30, Note, pinned, <b>half</b> is back[U+202E], Carol Lee"));
    QVERIFY(!row.data(Qt::ToolTipRole).toString().contains(QLatin1String("<b>")));
}

void TimelineViewTest::whatOneSaidOneselfIsNoNews()
{
    add(50);
    m_view->showRow(10);
    m_view->expectOwn(m_told.note(QStringLiteral("14:24"), QStringLiteral("mine, about earlier")));
    show();
    QCOMPARE(m_view->unseen(), 0);
    m_told.note(QStringLiteral("14:25"), QStringLiteral("somebody else's"));
    show();
    QCOMPARE(m_view->unseen(), 1);
}

void TimelineViewTest::theScrollBarMovesNoColumn()
{
    add(2);
    QVERIFY(!m_view->verticalScrollBar()->isVisible());
    const int width = m_view->visualRect(m_view->model()->index(0, 0)).width();
    QCOMPARE(width, m_view->width());
    add(50);
    QVERIFY(m_view->verticalScrollBar()->isVisible());
    QCOMPARE(m_view->visualRect(m_view->model()->index(lastRow(), 0)).width(), width);
    const QPoint onBar = m_view->verticalScrollBar()->mapTo(m_view.get(), QPoint(5, 5));
    QVERIFY(m_view->childAt(onBar) == m_view->verticalScrollBar());
}

void TimelineViewTest::anOwnerWhoIsMissingIsRed()
{
    const auto redPixels = [this](int row) {
        const QImage image = m_view->viewport()->grab(m_view->visualRect(m_view->model()->index(row, 0))).toImage();
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                count += image.pixelColor(x, y) == style::Theme::dark().bad ? 1 : 0;
        }
        return count;
    };
    const EntryId nobodys = m_told.say(QStringLiteral("14:30"), ActionAssigned{{}, {}, QStringLiteral("drain")});
    m_told.say(
        QStringLiteral("14:31"), ActionAssigned{Told::person(QStringLiteral("dave")), {}, QStringLiteral("drain")});
    show();
    const auto sentence =
        m_view->model()->index(1, 0).data(timeline::TimelineWords::SentenceRole).value<words::Sentence>();
    QCOMPARE(sentence.missing.size(), std::size_t(1));
    QCOMPARE(sentence.text.mid(sentence.missing[0].start, sentence.missing[0].length), QStringLiteral("unassigned"));
    QVERIFY(redPixels(1) > 5);
    QCOMPARE(redPixels(2), 0);
    m_told.say(QStringLiteral("14:32"), ActionMarked{nobodys, Mark::Done});
    show();
    QCOMPARE(redPixels(1), 0);
}

void TimelineViewTest::whereThereAreSeveralDaysTheFirstIsNamedToo()
{
    const QAbstractItemModelTester tester(m_words.get(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    const auto headings = [this] {
        QStringList result;
        for (int row = 0; row <= lastRow(); ++row) {
            const QModelIndex index = m_view->model()->index(row, 0);
            if (index.data(views::TimelineModel::NewDayRole).toBool())
                result << index.data(views::TimelineModel::DayRole).toDate().toString(Qt::ISODate);
        }
        return result;
    };
    QDate day;
    connect(m_view.get(), &timeline::TimelineView::dayChanged, this, [&day](QDate now) { day = now; });
    add(2);
    QCOMPARE(headings(), QStringList());
    const int plain = height(0);
    const EntryId late = m_told.note(QStringLiteral("23:50"), QStringLiteral("late"));
    m_told.say(
        QStringLiteral("23:55"), EntryAmended{late, tests::at(QStringLiteral("14:00")) + std::chrono::hours(24), {}});
    show();
    QCOMPARE(headings(), (QStringList{QStringLiteral("2026-01-31"), QStringLiteral("2026-02-01")}));
    QVERIFY(height(0) > plain);
    QCOMPARE(day, QDate(2026, 1, 31));
    m_told.say(QStringLiteral("23:57"), EntryAmended{late, tests::at(QStringLiteral("14:40")), {}});
    show();
    QCOMPARE(headings(), QStringList());
    QCOMPARE(height(0), plain);
    QCOMPARE(day, QDate());
}

void TimelineViewTest::aNarrowWindowKeepsTheEndInView()
{
    m_told.note(QStringLiteral("14:30"), QStringLiteral("words that wrap ").repeated(20));
    add(60);
    m_view->resize(500, 300);
    m_view->executeLayout();
    QVERIFY(m_view->isInView(lastRow()));
}

void TimelineViewTest::theEndOfALongLogIsShownBeforeTheRestIsMeasured()
{
    m_told.note(QStringLiteral("14:30"), QStringLiteral("1\n2\n3"));
    for (int i = 0; i < 600; ++i)
        m_told.note(QStringLiteral("14:31"), QString::number(i));
    m_told.note(QStringLiteral("14:32"), QStringLiteral("1\n2"));
    m_state = m_told.state();
    m_model->show(m_state);
    m_view->doItemsLayout();
    const int one = height(0);
    QCOMPARE(height(lastRow()), one + 19);
    QCOMPARE(height(1), one);
    const QModelIndex inView = m_view->indexAt(QPoint(5, 100));
    const QRect before = m_view->visualRect(inView);
    m_view->grab();
    QTRY_COMPARE(height(1), one + 2 * 19);
    QCOMPARE(m_view->visualRect(inView), before);
    QVERIFY(m_view->isAtEnd());
    QVERIFY(m_view->isInView(lastRow()));
}

void TimelineViewTest::tenThousandRowsAreShownSmoothly()
{
    add(9'000);
    QElapsedTimer timer;
    m_told.note(QStringLiteral("23:00"), QStringLiteral("one more"));
    m_state = m_told.state();
    timer.start();
    m_model->show(m_state);
    m_view->executeLayout();
    m_view->grab();
    qInfo("one more row after 9,000: %lld ms", static_cast<long long>(timer.elapsed()));
    QVERIFY(m_view->isInView(lastRow()));
    timer.restart();
    constexpr int frames = 50;
    for (int i = 0; i < frames; ++i) {
        m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->value() - 120);
        m_view->grab();
    }
    qInfo("a frame while scrolling: %lld ms", static_cast<long long>(timer.elapsed()) / frames);
    timer.restart();
    m_view->resize(700, 400);
    m_view->executeLayout();
    qInfo("a new width: %lld ms", static_cast<long long>(timer.elapsed()));
}

QTEST_MAIN(TimelineViewTest)
#include "tst_timelineview.moc"
