// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelinecard.h"

#include "base/repeatedhour.h"
#include "capture/followup.h"
#include "incident/prose.h"
#include "timeline/notsavedstrip.h"
#include "timeline/timelinehead.h"
#include "timeline/timelinenotice.h"
#include "words/duration.h"
#include "words/refusal.h"
#include "words/sentence.h"
#include "words/visible.h"

#include <QScrollBar>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace warroom::timeline {

namespace {

constexpr std::chrono::minutes undoableFor{10};
constexpr int summaryLength = 60;

/// Who does what the entry is about; nobody, where it is no work.
std::optional<PersonId> ownerOf(const incident::Entry& entry)
{
    if (const auto* action = std::get_if<incident::ActionAssigned>(&entry.body))
        return action->owner;
    const auto* followUp = std::get_if<incident::FollowUpProposed>(&entry.body);
    return followUp ? followUp->owner : std::nullopt;
}

} // namespace

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
    build(makeHistory(theme), undeclared);
    connectParts();
}

QWidget* TimelineCard::makeHistory(const style::Theme& theme)
{
    auto* history = new QWidget(this);
    m_head = new TimelineHead(theme, history);
    m_view = new TimelineView(theme, m_filter, history);
    m_notice = new TimelineNotice(theme, history);
    auto* column = new QVBoxLayout(history);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_view, 1);
    return history;
}

void TimelineCard::build(QWidget* history, QWidget* empty)
{
    m_pages = new QStackedLayout;
    m_pages->addWidget(empty);
    m_pages->addWidget(history);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 1, 1, 1);
    column->setSpacing(0);
    column->addLayout(m_pages, 1);
    column->addWidget(m_strip);
    column->addWidget(m_line);
}

void TimelineCard::connectParts()
{
    connect(m_view, &TimelineView::unseenChanged, m_notice, &TimelineNotice::showUnseen);
    connect(m_view, &TimelineView::typed, this, [this](const QString& text) {
        focusLine();
        m_line->type(text);
    });
    connect(m_notice, &TimelineNotice::clicked, this,
        [this] { m_notice->about() == TimelineNotice::About::TakenBack ? sayAgain() : showLast(); });
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
        say(incident::AmendEntry{entry->id, when->instant, {}}, tr("Correct the time: %1").arg(summaryOf(*entry)));
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
    untell();
    m_head->endField();
    m_view->setFocus(Qt::OtherFocusReason);
    m_view->showRow(row);
}

void TimelineCard::untell()
{
    if (m_line->text().isEmpty())
        m_line->tell({});
}

void TimelineCard::search()
{
    if (m_view->isVisible())
        m_head->startSearch();
}

void TimelineCard::show(const incident::IncidentState& state)
{
    m_pages->setCurrentIndex(state.declared() ? 1 : 0);
    m_model->show(state);
    m_head->show(m_filter->counts());
    tellTakenBack(state);
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
    m_saving = !pending.empty();
    m_strip->show(pending, zone);
}

void TimelineCard::tellSaved(EntryId act)
{
    const int row = m_model->lastRowOfAct(act);
    if (row < 0)
        return;
    m_lastAct = act;
    m_view->executeLayout();
    const QString time = words::timeOfDay(m_model->index(row).data(views::TimelineModel::TimeRole).toDateTime());
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
    untell();
    m_view->setFocus(Qt::OtherFocusReason);
    m_view->showRow(shownRow(row));
}

void TimelineCard::connectActs()
{
    connect(m_view, &TimelineView::acted, this, &TimelineCard::act);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &TimelineCard::untell);
    connect(m_view, &TimelineView::takeBackAsked, this, &TimelineCard::takeBackLast);
    connect(m_view, &TimelineView::sayAgainAsked, this, &TimelineCard::sayAgain);
    connect(m_line, &CaptureLine::takeBackAsked, this, &TimelineCard::takeBackLast);
    connect(m_line, &CaptureLine::sayAgainAsked, this, &TimelineCard::sayAgain);
    connect(m_line, &CaptureLine::lastAsked, this, &TimelineCard::amendLast);
    connect(m_line, &CaptureLine::amended, this, [this](EntryId entry, const QString& text) {
        const QString line = tr("Amend: %1").arg(text);
        m_amendments.insert(line, {entry, {}, {}, text});
        say(incident::AmendEntry{entry, {}, text}, line);
    });
}

void TimelineCard::act(RowAct act, EntryId id)
{
    const incident::Entry* entry = m_source.state().entry(id);
    if (!entry)
        return;
    if (const std::optional<ErrorCode> why = rowacts::refusal(act, *entry)) {
        const QString noWords = act == RowAct::FollowUp ? tr("There are no words in this entry to follow up.")
                                                        : tr("There are no words in this entry that could be erased.");
        m_line->tell(*why == ErrorCode::EmptyText ? noWords : words::refusal({*why, {}}));
        return;
    }
    untell();
    const QString line = rowacts::name(act, *entry) + QStringLiteral(": ") + summaryOf(*entry);
    switch (act) {
    case RowAct::Open:
        return;
    case RowAct::Pin:
        say(incident::FlagEntry{id, incident::Flag::Pinned, !entry->pinned}, line);
        return;
    case RowAct::Sensitive:
        say(incident::FlagEntry{id, incident::Flag::Sensitive, !entry->sensitive}, line);
        return;
    case RowAct::Amend:
        amend(*entry);
        return;
    case RowAct::Time:
        correctTime(*entry);
        return;
    case RowAct::FollowUp:
        m_line->say(capture::followUpLine(*incident::prose(entry->body), ownerOf(*entry), m_situation()));
        focusLine();
        return;
    case RowAct::TakeBack:
        takeBack(entry->act);
        return;
    case RowAct::Redact:
        Q_EMIT redactAsked(id);
        return;
    }
}

void TimelineCard::amend(const incident::Entry& entry)
{
    m_line->amend({entry.id, nameOf(entry), *incident::prose(entry.body), {}});
    focusLine();
}

void TimelineCard::amendLast()
{
    const std::optional<PersonId> me = m_source.me ? m_source.me() : std::nullopt;
    const incident::Entry* entry = me ? incident::lastToAmend(m_source.state(), *me) : nullptr;
    if (!entry)
        m_line->tell(tr("There is nothing of yours here that could be amended."));
    else if (m_saving)
        m_line->tell(tr("A line is still being saved. Then it can be amended."));
    else
        amend(*entry);
}

void TimelineCard::takeBack(EntryId act)
{
    const incident::IncidentState& state = m_source.state();
    const auto isOfAct = [act](const incident::EntryPtr& entry) { return entry->act == act && !entry->retracted; };
    const auto first = std::ranges::find_if(state.entries, isOfAct);
    if (first == state.entries.end()) {
        m_line->tell(tr("This was taken back already."));
        return;
    }
    QString what = summaryOf(**first);
    if (const auto more = std::ranges::count_if(state.entries, isOfAct) - 1; more > 0)
        what = tr("%1, and %2 more said with it").arg(what).arg(more);
    m_takingBack = TakenBack{act, what, incident::sayAgain(state, act)};
    say(incident::RetractAct{act, {}}, tr("Take back: %1").arg(what));
}

void TimelineCard::takeBackLast()
{
    const std::optional<PersonId> me = m_source.me ? m_source.me() : std::nullopt;
    const Instant since = m_situation().now - undoableFor;
    if (m_saving)
        m_line->tell(tr("Nothing was taken back: a line is still being saved."));
    else if (const auto last = me ? incident::lastAct(m_source.state(), *me, since) : std::nullopt)
        takeBack(*last);
    else
        m_line->tell(tr("Nothing was taken back: nothing of yours is less than ten minutes old."));
}

void TimelineCard::tellTakenBack(const incident::IncidentState& state)
{
    // Words that were erased since are not said again.
    std::erase_if(m_takenBack, [&](const TakenBack& back) {
        const auto ofAct = [&](const incident::EntryPtr& entry) { return entry->act == back.act && entry->redacted; };
        return std::ranges::any_of(state.entries, ofAct);
    });
    const auto stands = [this](const incident::EntryPtr& entry) {
        return entry->act == m_takingBack->act && !entry->retracted;
    };
    if (!m_takingBack || std::ranges::any_of(state.entries, stands))
        return;
    m_notice->showTakenBack(m_takingBack->what);
    m_takenBack.push_back(*std::exchange(m_takingBack, std::nullopt));
}

void TimelineCard::sayAgain()
{
    if (m_takenBack.empty()) {
        m_line->tell(tr("Nothing was taken back here that could be said again."));
        return;
    }
    const TakenBack back = m_takenBack.back();
    m_takenBack.pop_back();
    m_notice->end();
    for (const incident::Saying& saying : back.sayings)
        say(saying, tr("Say again: %1").arg(back.what));
}

void TimelineCard::say(const incident::Command& command, const QString& line)
{
    say({command, m_situation().now, {}}, line);
}

void TimelineCard::say(const incident::Saying& saying, const QString& line)
{
    m_saidLines.insert(line);
    Q_EMIT said({saying, line});
}

bool TimelineCard::tellRefused(const QString& line, const QString& why)
{
    if (!m_saidLines.contains(line))
        return false;
    m_takingBack.reset();
    CaptureLine::Amendment amendment = m_amendments.take(line);
    const incident::Entry* entry = m_source.state().entry(amendment.entry);
    if (entry && incident::canAmend(*entry)) {
        amendment.what = nameOf(*entry);
        amendment.text = *incident::prose(entry->body);
        m_line->keep({amendment.typed, why, {}, {}, amendment});
    } else if (!amendment.typed.isEmpty()) {
        m_line->keep({amendment.typed, why});
    } else {
        m_line->tell(why);
    }
    return true;
}

QString TimelineCard::nameOf(const incident::Entry& entry) const
{
    return words::timeOfDay(entry.occurredAt(), m_source.state().zone()) + QLatin1Char(' ') + words::kind(entry);
}

QString TimelineCard::summaryOf(const incident::Entry& entry) const
{
    const QString text = words::sentence(entry, m_source.state(), m_source.playbook()).text;
    const QString first = words::visible(words::firstLine(text));
    const QString cut = first.size() > summaryLength ? first.left(summaryLength) + QChar(0x2026) : first;
    return tr("%1: %2", "kind of entry, its text").arg(words::kind(entry), cut);
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
