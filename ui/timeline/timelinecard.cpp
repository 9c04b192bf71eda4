// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelinecard.h"

#include "base/repeatedhour.h"
#include "timeline/notsavedstrip.h"
#include "timeline/timelinehead.h"
#include "timeline/timelinenotice.h"
#include "words/duration.h"
#include "words/refusal.h"

#include <QScrollBar>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace warroom::timeline {

TimelineCard::TimelineCard(const style::Theme& theme, const TimelineWords::Source& source,
    CaptureLine::SituationSource situation, QWidget* undeclared, QWidget* parent)
    : style::Card(theme, parent),
      m_source(source),
      m_situation(situation),
      m_model(new views::TimelineModel(this)),
      m_words(new TimelineWords(m_model, source, this)),
      m_filter(new views::TimelineFilter(m_words, TimelineWords::SearchedRole, this)),
      m_strip(new NotSavedStrip(theme, this)),
      m_line(new CaptureLine(theme, std::move(situation), this))
{
    auto* history = new QWidget(this);
    build(history, undeclared);
    buildHistory(history, theme);
    m_acts = new TimelineActs(m_source, m_situation, *m_line, *m_notice, this);
    connectParts();
}

/// The history is still empty: a stack shows what it is given, which lays out all that is in it at no size yet.
void TimelineCard::build(QWidget* history, QWidget* undeclared)
{
    m_pages = new QStackedLayout;
    if (undeclared)
        m_pages->addWidget(undeclared);
    m_pages->addWidget(history);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addLayout(m_pages, 1);
    column->addWidget(m_strip);
    column->addWidget(m_line);
}

void TimelineCard::buildHistory(QWidget* history, const style::Theme& theme)
{
    m_head = new TimelineHead(theme, history);
    m_view = new TimelineView(theme, m_filter, history);
    m_notice = new TimelineNotice(theme, history);
    auto* column = new QVBoxLayout(history);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_view, 1);
}

void TimelineCard::connectParts()
{
    connect(m_view, &TimelineView::unseenChanged, m_notice, &TimelineNotice::showUnseen);
    connect(m_view, &TimelineView::typed, this, [this](const QString& text) {
        focusLine();
        m_line->type(text);
    });
    connect(m_notice, &TimelineNotice::clicked, this,
        [this] { m_notice->about() == TimelineNotice::About::TakenBack ? m_acts->sayAgain() : showLast(); });
    connect(m_strip, &NotSavedStrip::retryAsked, this, &TimelineCard::retryAsked);
    connect(m_strip, &NotSavedStrip::done, this, &TimelineCard::focusLine);
    connectHead();
    connectActs();
}

void TimelineCard::connectHead()
{
    connect(m_head, &TimelineHead::chosen, this,
        [this](views::TimelineFilter::Sort sort) { arrange([this, sort] { m_filter->showOnly(sort); }); });
    connect(m_head, &TimelineHead::searched, this, [this](const QString& text) {
        arrange([this, &text] { m_filter->search(text); });
        m_view->mark(m_filter->words());
        const int found = m_filter->rowCount();
        const bool searching = !m_filter->words().isEmpty();
        m_head->tell(searching ? tr("%n found", nullptr, found) : QString(), searching && found == 0);
    });
    QScrollBar* bar = m_view->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, m_head, [this](int value) { m_head->showMoreAbove(value > 0); });
    connect(m_view, &TimelineView::dayChanged, m_head, &TimelineHead::showDay);
    connect(m_head, &TimelineHead::timeEntered, this, &TimelineCard::takeTime);
    connect(m_head, &TimelineHead::left, this, &TimelineCard::leaveField);
    connect(m_view, &TimelineView::left, this, &TimelineCard::leaveField);
    connect(m_head, &TimelineHead::rowsWanted, this, [this] { m_view->setFocus(Qt::OtherFocusReason); });
}

void TimelineCard::arrange(const std::function<void()>& change)
{
    if (m_filter->showsAll())
        m_before = m_view->place();
    const QUuid current = m_view->place().current;
    m_view->rearrange(change);
    m_view->setLeavable(!m_filter->words().isEmpty());
    const int row = shownRow(m_model->rowOf({current}));
    if (m_filter->showsAll() && (row < 0 || current == m_before.current))
        m_view->goTo(m_before);
    else if (row >= 0)
        m_view->showRow(row);
    else
        m_view->goToEnd();
}

void TimelineCard::leaveField()
{
    const bool inRows = m_view->hasFocus();
    m_head->endField();
    if (!inRows)
        focusLine();
}

void TimelineCard::showAll()
{
    m_head->endField();
    m_head->choose(views::TimelineFilter::All);
}

int TimelineCard::shownRow(int row) const
{
    return m_filter->mapFromSource(m_words->mapFromSource(m_model->index(row))).row();
}

void TimelineCard::jump()
{
    if (m_view->isVisible()) {
        m_correcting.reset();
        m_head->startJump();
    }
}

void TimelineCard::takeTime(const QString& typed)
{
    capture::Situation situation = m_situation();
    situation.firstKey = situation.now;
    const Result<capture::When> when = capture::readWhen(typed.trimmed(), situation);
    if (!when) {
        m_head->tell(tr("no time"), true);
        m_line->tell(words::refusal(when.error()));
        return;
    }
    if (!m_correcting) {
        goToTime(when->instant);
        return;
    }
    const incident::Entry* entry = m_source.state().entry(*std::exchange(m_correcting, std::nullopt));
    m_head->endField();
    m_view->setFocus(Qt::OtherFocusReason);
    if (entry)
        m_acts->correctTime(*entry, when->instant);
}

void TimelineCard::correctTime(const incident::Entry& entry)
{
    const QTimeZone zone = m_source.state().zone();
    const QDateTime time = toDateTime(entry.occurredAt(), zone);
    // What is typed without a date is of today, and the first of two.
    const bool plain =
        time.date() == toDateTime(m_situation().now, zone).date() && !isShownTwice(entry.occurredAt(), zone);
    m_correcting = entry.id;
    m_head->startCorrection(plain ? time.toString(QStringLiteral("HH:mm"))
                                  : toDateTime(entry.occurredAt()).toString(QStringLiteral("yyyy-MM-ddTHH:mmZ")));
}

void TimelineCard::goToTime(Instant time)
{
    const QDateTime moment = toDateTime(time, m_source.state().zone());
    int row = 0;
    while (row < m_filter->rowCount() - 1
        && m_filter->index(row, 0).data(views::TimelineModel::TimeRole).toDateTime() < moment)
        ++row;
    m_line->untell();
    m_head->endField();
    m_view->setFocus(Qt::OtherFocusReason);
    m_view->showRow(row);
}

void TimelineCard::search()
{
    if (m_view->isVisible())
        m_head->startSearch();
}

void TimelineCard::leaveSearch() { m_head->endField(); }

void TimelineCard::show(const incident::IncidentState& state)
{
    m_pages->setCurrentIndex(state.declared() ? m_pages->count() - 1 : 0);
    m_model->show(state);
    m_head->show(m_filter->counts());
    m_acts->showState(state);
}

void TimelineCard::showAnew(const incident::IncidentState& state)
{
    m_filter->forgetTexts();
    show(state);
    m_view->measureAgain();
}

void TimelineCard::show(const std::vector<session::Pending>& pending, const QTimeZone& zone)
{
    for (const session::Pending& each : pending)
        m_view->expectOwn(each.submission.act);
    m_acts->showSaving(!pending.empty());
    m_strip->show(pending, zone);
}

void TimelineCard::tellSaved(EntryId act)
{
    const int row = m_model->lastRowOfAct(act);
    if (row < 0)
        return;
    m_lastAct = act;
    m_view->executeLayout();
    const QDateTime when = m_model->index(row).data(views::TimelineModel::TimeRole).toDateTime();
    const QDate today = toDateTime(m_situation().now, when.timeZone()).date();
    const QString day = when.date() == today ? QString() : words::shortDate(when.date(), today) + QLatin1Char(' ');
    const QString time = day + words::timeOfDay(when);
    const int shown = shownRow(row);
    if (shown < 0)
        m_notice->showSavedElsewhere(time);
    else if (const int away = m_view->rowsAway(shown); away != 0)
        m_notice->showSaved(time, away);
}

void TimelineCard::showLast()
{
    const int row = m_lastAct ? m_model->lastRowOfAct(*m_lastAct) : -1;
    const bool rather = m_view->unseen() > 0 && m_notice->about() != TimelineNotice::About::Saved;
    if (row >= 0 && !rather && shownRow(row) < 0)
        showAll();
    if (row < 0 || rather)
        m_view->goToEnd();
    else
        m_view->showRow(shownRow(row));
    m_notice->end();
}

void TimelineCard::showEntry(EntryId entry)
{
    const int row = m_model->rowOf(entry);
    if (row < 0)
        return;
    if (shownRow(row) < 0)
        showAll();
    m_line->untell();
    m_view->setFocus(Qt::OtherFocusReason);
    m_view->showRow(shownRow(row));
}

void TimelineCard::connectActs()
{
    connect(m_view, &TimelineView::acted, m_acts, &TimelineActs::act);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, m_line, &CaptureLine::untell);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& current) {
        const QDateTime time = current.data(views::TimelineModel::TimeRole).toDateTime();
        Q_EMIT pointed(time.isValid() ? std::optional(toInstant(time)) : std::nullopt);
    });
    connect(m_view, &TimelineView::takeBackAsked, m_acts, &TimelineActs::takeBackLast);
    connect(m_view, &TimelineView::sayAgainAsked, m_acts, &TimelineActs::sayAgain);
    connect(m_acts, &TimelineActs::timeAsked, this, &TimelineCard::correctTime);
}

void TimelineCard::focusLine() { m_line->setFocus(Qt::OtherFocusReason); }

bool TimelineCard::focusNextPanel()
{
    // From the line upwards: what waits to be saved is more urgent than what happened.
    const bool inStrip = m_strip->holdsFocus();
    if (!inStrip && !m_view->hasFocus() && m_strip->takeFocus())
        return true;
    if (m_view->hasFocus() || !m_view->isVisible())
        return false;
    m_view->setFocus(Qt::TabFocusReason);
    return true;
}

} // namespace warroom::timeline
