// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelineacts.h"

#include "capture/followup.h"
#include "incident/prose.h"
#include "timeline/timelinenotice.h"
#include "words/duration.h"
#include "words/refusal.h"
#include "words/sentence.h"
#include "words/visible.h"

#include <algorithm>

namespace warroom::timeline {

namespace {

constexpr std::chrono::minutes undoableFor{10};
constexpr int summaryLength = 60;

} // namespace

TimelineActs::TimelineActs(const TimelineWords::Source& source, CaptureLine::SituationSource situation,
    CaptureLine& line, TimelineNotice& notice, QObject* parent)
    : QObject(parent), m_source(source), m_situation(std::move(situation)), m_line(line), m_notice(notice)
{
    connect(&m_line, &CaptureLine::takeBackAsked, this, &TimelineActs::takeBackLast);
    connect(&m_line, &CaptureLine::sayAgainAsked, this, &TimelineActs::sayAgain);
    connect(&m_line, &CaptureLine::lastAsked, this, &TimelineActs::amendLast);
    connect(&m_line, &CaptureLine::amended, this, [this](EntryId entry, const QString& text) {
        const QString inWords = tr("Amend: %1").arg(text);
        m_amendments.insert(inWords, {entry, {}, {}, text});
        const incident::Entry* before = m_source.state().entry(entry);
        const QString* was = before ? incident::prose(before->body) : nullptr;
        if (was)
            correct(
                {before->act, incident::AmendEntry{entry, {}, text}, incident::AmendEntry{entry, {}, *was}, inWords});
    });
}

void TimelineActs::correctTime(const incident::Entry& entry, Instant time)
{
    correct({entry.act, incident::AmendEntry{entry.id, time, {}},
        incident::AmendEntry{entry.id, entry.occurredAt(), {}}, tr("Correct the time: %1").arg(summaryOf(entry))});
}

void TimelineActs::correct(const Correction& correction)
{
    m_corrected.push_back({correction, m_situation().now, lastClock()});
    say(correction.command, correction.what);
}

bool TimelineActs::takeBackCorrection()
{
    if (m_corrected.empty() || m_corrected.back().at < m_situation().now - undoableFor)
        return false;
    // What was said since is taken back first.
    if (lastClock() > m_corrected.back().before)
        return false;
    const Correction correction = m_corrected.back().correction;
    m_corrected.pop_back();
    say(correction.undo, tr("Take back: %1").arg(correction.what));
    m_takenBack.push_back({correction.act, correction.what, {}, correction});
    m_notice.showTakenBack(correction.what);
    return true;
}

std::optional<EntryId> TimelineActs::lastActSince(Instant since) const
{
    const std::optional<PersonId> me = m_source.me ? m_source.me() : std::nullopt;
    return me ? incident::lastAct(m_source.state(), *me, since) : std::nullopt;
}

qint64 TimelineActs::lastClock() const
{
    const std::optional<PersonId> me = m_source.me ? m_source.me() : std::nullopt;
    qint64 last = 0;
    for (const incident::EntryPtr& entry : m_source.state().entries) {
        if (entry->author == me && !entry->retracted)
            last = std::max(last, entry->rank.hlc);
    }
    return last;
}

void TimelineActs::act(RowAct act, EntryId id)
{
    const incident::Entry* entry = m_source.state().entry(id);
    if (!entry)
        return;
    if (const std::optional<ErrorCode> why = rowacts::refusal(act, *entry)) {
        const QString noWords = act == RowAct::FollowUp ? tr("There are no words in this entry to follow up.")
                                                        : tr("There are no words in this entry that could be erased.");
        m_line.tell(*why == ErrorCode::EmptyText ? noWords : words::refusal({*why, {}}));
        return;
    }
    m_line.untell();
    const QString line = rowacts::name(act, *entry) + QStringLiteral(": ") + summaryOf(*entry);
    const auto flag = [&](incident::Flag which, bool on) {
        correct({entry->act, incident::FlagEntry{id, which, !on}, incident::FlagEntry{id, which, on}, line});
    };
    switch (act) {
    case RowAct::Open:
        return;
    case RowAct::Pin:
        flag(incident::Flag::Pinned, entry->pinned);
        return;
    case RowAct::Sensitive:
        flag(incident::Flag::Sensitive, entry->sensitive);
        return;
    case RowAct::Amend:
        amend(*entry);
        return;
    case RowAct::Time:
        Q_EMIT timeAsked(*entry);
        return;
    case RowAct::FollowUp:
        m_line.say(capture::followUpLine(*incident::prose(entry->body), ownerOf(id), m_situation()));
        m_line.setFocus(Qt::OtherFocusReason);
        return;
    case RowAct::TakeBack:
        takeBack(entry->act);
        return;
    case RowAct::Redact:
        Q_EMIT redactAsked(id);
        return;
    }
}

std::optional<PersonId> TimelineActs::ownerOf(EntryId entry) const
{
    const incident::Work* work = m_source.state().work(entry);
    return work ? work->owner.value : std::nullopt;
}

void TimelineActs::amend(const incident::Entry& entry)
{
    m_line.amend({entry.id, nameOf(entry), *incident::prose(entry.body), {}});
    m_line.setFocus(Qt::OtherFocusReason);
}

void TimelineActs::amendLast()
{
    const std::optional<PersonId> me = m_source.me ? m_source.me() : std::nullopt;
    const incident::Entry* entry = me ? incident::lastToAmend(m_source.state(), *me) : nullptr;
    if (!entry)
        m_line.tell(tr("There is nothing of yours here that could be amended."));
    else if (m_saving)
        m_line.tell(tr("A line is still being saved. Then it can be amended."));
    else
        amend(*entry);
}

void TimelineActs::takeBack(EntryId act)
{
    const incident::IncidentState& state = m_source.state();
    const auto isOfAct = [act](const incident::EntryPtr& entry) { return entry->act == act && !entry->retracted; };
    const auto first = std::ranges::find_if(state.entries, isOfAct);
    if (first == state.entries.end()) {
        m_line.tell(tr("This was taken back already."));
        return;
    }
    QString what = summaryOf(**first);
    if (const auto more = std::ranges::count_if(state.entries, isOfAct) - 1; more > 0)
        what = tr("%1, and %2 more said with it").arg(what).arg(more);
    m_takingBack = TakenBack{act, what, incident::sayAgain(state, act)};
    say(incident::RetractAct{act, {}}, tr("Take back: %1").arg(what));
}

void TimelineActs::takeBackLast()
{
    if (m_saving)
        m_line.tell(tr("Nothing was taken back: a line is still being saved."));
    else if (takeBackCorrection())
        return;
    else if (const auto last = lastActSince(m_situation().now - undoableFor))
        takeBack(*last);
    else
        m_line.tell(tr("Nothing was taken back: there is nothing of yours from the last ten minutes that could be."));
}

void TimelineActs::showState(const incident::IncidentState& state)
{
    // Words that were erased since are not said again.
    const auto isErased = [&state](EntryId act) {
        return std::ranges::any_of(
            state.entries, [act](const incident::EntryPtr& entry) { return entry->act == act && entry->redacted; });
    };
    std::erase_if(m_takenBack, [&](const TakenBack& back) { return isErased(back.act); });
    const auto isGone = [&state](EntryId act) {
        const auto stands = [act](const incident::EntryPtr& each) { return each->act == act && !each->retracted; };
        return std::ranges::none_of(state.entries, stands);
    };
    std::erase_if(m_corrected,
        [&](const Corrected& each) { return isErased(each.correction.act) || isGone(each.correction.act); });
    const auto stands = [this](const incident::EntryPtr& entry) {
        return entry->act == m_takingBack->act && !entry->retracted;
    };
    if (!m_takingBack || std::ranges::any_of(state.entries, stands))
        return;
    m_notice.showTakenBack(m_takingBack->what);
    m_takenBack.push_back(*std::exchange(m_takingBack, std::nullopt));
}

void TimelineActs::sayAgain()
{
    if (m_takenBack.empty()) {
        m_line.tell(tr("Nothing was taken back here that could be said again."));
        return;
    }
    const TakenBack back = m_takenBack.back();
    m_takenBack.pop_back();
    m_notice.end();
    if (back.correction)
        correct(*back.correction);
    for (const incident::Saying& saying : back.sayings)
        say(saying, tr("Say again: %1").arg(back.what));
}

void TimelineActs::say(const incident::Command& command, const QString& line)
{
    say({command, m_situation().now, {}}, line);
}

void TimelineActs::say(const incident::Saying& saying, const QString& line)
{
    m_saidLines.insert(line);
    Q_EMIT said({saying, line});
}

bool TimelineActs::tellRefused(const QString& line, const QString& why)
{
    if (!m_saidLines.contains(line))
        return false;
    m_takingBack.reset();
    std::erase_if(m_corrected, [&](const Corrected& each) { return each.correction.what == line; });
    CaptureLine::Amendment amendment = m_amendments.take(line);
    const incident::Entry* entry = m_source.state().entry(amendment.entry);
    if (entry && incident::canAmend(*entry)) {
        amendment.what = nameOf(*entry);
        amendment.text = *incident::prose(entry->body);
        m_line.keep({amendment.typed, why, {}, {}, amendment});
    } else if (!amendment.typed.isEmpty()) {
        m_line.keep({amendment.typed, why});
    } else {
        m_line.tell(why);
    }
    return true;
}

QString TimelineActs::nameOf(const incident::Entry& entry) const
{
    return words::timeOfDay(entry.occurredAt(), m_source.state().zone()) + QLatin1Char(' ') + words::kind(entry);
}

QString TimelineActs::summaryOf(const incident::Entry& entry) const
{
    const QString text = words::sentence(entry, m_source.state(), m_source.playbook()).text;
    const QString first = words::visible(words::firstLine(text));
    return tr("%1: %2", "kind of entry, its text").arg(words::kind(entry), words::shortened(first, summaryLength));
}

} // namespace warroom::timeline
