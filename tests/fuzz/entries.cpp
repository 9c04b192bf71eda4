// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/target.h"
#include "incident/clocks.h"
#include "incident/codec.h"
#include "incident/doubts.h"
#include "incident/narrative.h"
#include "incident/rolehistory.h"
#include "incident/story.h"
#include "incident/takeback.h"

#include <limits>

using namespace warroom;
using namespace warroom::incident;
using tests::Story;

namespace {

constexpr qsizetype most = 24;

qint64 number(char letter, qint64 from)
{
    if (letter == '<')
        return std::numeric_limits<qint64>::min();
    return letter == '>' ? std::numeric_limits<qint64>::max() : from + letter - '0';
}

/// "01234 noted {facts}<tab>{prose}": act, origin, log clock, minute and basis as one letter each, then the columns.
Envelope envelope(const QByteArray& line, int n)
{
    const QByteArray letters = line.left(5).leftJustified(5, '0');
    const QByteArray columns = line.mid(6);
    const qsizetype space = columns.indexOf(' ');
    const qsizetype tab = columns.indexOf('\t');
    Envelope e;
    e.id = Story::act(n);
    e.incident = {Story::act(0, 7).uuid};
    e.act = Story::act(letters[0] & 31);
    e.origin = {Story::act(letters[1] & 3, 8).uuid};
    e.originSeq = n;
    e.hlc = number(letters[2], 0);
    e.actor = {Story::act(letters[1] & 3, 9).uuid};
    const qint64 minute = number(letters[3], 29'000'000);
    e.occurredAt = fromMs(letters[3] == '<' || letters[3] == '>' ? minute : minute * 60'000);
    e.recordedAt = e.occurredAt;
    if (letters[4] != '-')
        e.basis = Story::act(letters[4] & 31);
    e.type = QString::fromUtf8(columns.left(space));
    e.facts = space < 0 ? QByteArray() : columns.mid(space + 1, tab < 0 ? -1 : tab - space - 1);
    if (tab >= 0)
        e.prose = columns.mid(tab + 1);
    e.proseHash = "hash";
    return e;
}

void decodesWhatItEncodes(const Envelope& stored, const Event& event)
{
    Envelope unchanged = event.envelope;
    unchanged.by = stored.by;
    fuzz::require(unchanged == stored, "decoding leaves the columns as they are");
    if (std::holds_alternative<Unknown>(event.body))
        return;
    const Encoded encoded = encode(event.body, event.envelope.by, "salt");
    Envelope again = stored;
    again.type = encoded.type;
    again.facts = encoded.facts;
    again.prose = encoded.prose;
    const Event read = decode(again);
    fuzz::require(read.body == event.body, "what was encoded is decoded to the same");
    fuzz::require(read.envelope.by == event.envelope.by, "who said it is decoded to the same");
}

void lookAtEverything(const IncidentState& state)
{
    for (const Instant now : {fromMs(0), fromMs(29'000'005 * 60'000LL)}) {
        elapsed(state, now);
        nextUpdate(state, now);
        resolveTarget(state, now);
        respondTarget(state, now);
        anomalies(state, now);
        milestoneDoubts(milestoneTimes(state), state.falseAlarm, now);
    }
    state.zone();
    state.commander();
    statusBeforeEnd(state);
    for (const EntryPtr& entry : state.entries) {
        isKey(state, *entry);
        commandFor(*entry);
        sayAgain(state, entry->act);
    }
    for (const QString& role : state.roles.keys())
        roleHistory(state, role);
}

} // namespace

int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    std::vector<Event> events;
    QByteArrayList lines = fuzz::bytes(data, size).split('\n');
    lines.resize(std::min(lines.size(), most));
    for (const QByteArray& line : lines) {
        const Envelope stored = envelope(line, int(events.size()));
        events.push_back(decode(stored));
        decodesWhatItEncodes(stored, events.back());
    }

    const IncidentState state = fold(events);
    lookAtEverything(state);

    const auto half = events.begin() + std::ptrdiff_t(events.size() / 2);
    Log log;
    log.take({half, events.end()});
    log.take({events.begin(), half});
    fuzz::require(log.state() == state, "the portions do not matter");
    std::reverse(events.begin(), events.end());
    fuzz::require(fold(events) == state, "the order does not matter");
    return 0;
}
