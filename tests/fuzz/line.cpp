// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/said.h"
#include "fuzz/target.h"
#include "incident/decide.h"

using namespace warroom;
using namespace warroom::capture;

namespace {

class KnownRoom : public tests::Room
{
public:
    KnownRoom()
    {
        meet(QStringLiteral("Bob Ray"), QStringLiteral("bob"));
        meet(QStringLiteral("Bob Roe"), QStringLiteral("bobby"));
        assign(1);
        propose(2);
        for (const playbook::Severity& severity : playbook.severities)
            state.playbook.value.severities.push_back({severity.label});
        for (const playbook::Status& status : playbook.statuses)
            state.playbook.value.statuses.push_back({status.word, status.milestone});
        for (const playbook::Role& role : playbook.roles)
            state.playbook.value.roles.push_back({role.id, role.commander, role.several});
    }
};

/// The first letter of the input says what the line is read against.
Situation situation(const tests::Room& room, char letter)
{
    Situation all = room.situation;
    if (letter & 1)
        all.state = nullptr;
    if (letter & 2)
        all.playbook = nullptr;
    if (letter & 4) {
        all.zone = QTimeZone("Europe/Berlin");
        all.firstKey = all.now = tests::at(QStringLiteral("2026-03-29T01:30:00")); // when the clocks are changed
    }
    return all;
}

void coversTheLine(const QString& line, const std::vector<Span>& spans)
{
    int end = 0;
    for (const Span& span : spans) {
        fuzz::require(span.start == end && span.length > 0, "the spans follow each other");
        end += span.length;
    }
    fuzz::require(end == line.size(), "the spans cover the line");
}

} // namespace

int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size)
{
    static const KnownRoom room;
    if (size == 0)
        return 0;
    const Situation against = situation(room, char(data[0]));
    const QString line = QString::fromUtf8(fuzz::bytes(data + 1, size - 1));
    const Reading reading = read(line, against);

    coversTheLine(line, reading.spans);
    const bool logged = reading.verdict == Verdict::Ready || reading.verdict == Verdict::Confirm;
    const bool doubted = reading.verdict == Verdict::Refused || reading.verdict == Verdict::Confirm;
    fuzz::require(reading.command.has_value() == logged, "what Enter logs is a command, and nothing else is");
    fuzz::require(reading.problem.has_value() == doubted, "what Enter does not log at once has its reason");
    if (logged) {
        const incident::PersonRef eve{std::nullopt, {}, QStringLiteral("Eve"), {}};
        const incident::Submission said{{}, {}, eve, reading.by, reading.occurredAt, *reading.command};
        static_cast<void>(incident::decide(against.state ? room.state : incident::IncidentState(), said, against.now));
    }
    static_cast<void>(readWhen(line, against));
    return 0;
}
