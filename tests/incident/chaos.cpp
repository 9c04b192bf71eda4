// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/chaos.h"

#include "incident/wording.h"

namespace warroom::tests {

using namespace incident;
using namespace Qt::Literals::StringLiterals;

QString Chaos::status()
{
    return oneOf(std::vector{
        u"Investigating"_s, u"Mitigating"_s, u"Monitoring"_s, u"Resolved"_s, u"Resolved"_s, u"Archived"_s, u"Gone"_s});
}

QString Chaos::role() { return oneOf(std::vector{u"incident-commander"_s, u"scribe"_s, u"on-call"_s, u"driver"_s}); }

Body Chaos::body()
{
    const auto owner = [this] { return oneIn(2) ? std::optional(person()) : std::nullopt; };
    const auto maybe = [this] { return oneIn(2) ? std::optional(moment()) : std::nullopt; };
    const std::chrono::minutes minutes(below(40));
    switch (below(29)) {
    case 0:
        return IncidentDeclared{oneIn(3) ? QString() : u"INC-1"_s, severity(), status(), text()};
    case 1:
        return IncidentRetitled{text()};
    case 2:
        return PlaybookAdopted{oneIn(4) ? AdoptedPlaybook{} : team()};
    case 3:
        return PersonIntroduced{person(), text(), text(), text()};
    case 4:
        return SeverityChanged{severity(), text()};
    case 5:
    case 6:
        return StatusChanged{status(), oneIn(4), text()};
    case 7:
    case 8:
        return MilestoneSet{milestone(), text()};
    case 9:
        return ImpactDescribed{text()};
    case 10:
        return RoleAssigned{role(), person()};
    case 11:
        return RoleReleased{role(), person()};
    case 12:
        return UpdateSent{oneIn(2) ? QString() : u"board"_s, maybe(), text(), text(), text()};
    case 13:
        return CadenceSet{oneIn(2) ? QString() : u"board"_s, minutes};
    case 14:
        return Noted{NoteKind(below(5)), text()};
    case 15:
        return ActionAssigned{owner(), minutes, text()};
    case 16:
    case 17:
        return oneIn(3) ? Body(OwnerChanged{entry(), owner()}) : ActionMarked{entry(), Mark(below(3))};
    case 18:
        return FollowUpProposed{owner(), QDate(2026, 2, 1 + below(9)), text(), text()};
    case 19:
        return oneIn(3) ? step() : SectionWritten{oneIn(2) ? u"lessons"_s : u"root-cause"_s, text()};
    case 20:
    case 21:
        return EntryFlagged{entry(), Flag(below(2)), oneIn(2)};
    case 22:
    case 23:
        return EntryAmended{entry(), maybe(), oneIn(2) ? std::optional(text()) : std::nullopt};
    case 24:
    case 25:
    case 26:
        return EntryRetracted{entry(), text()};
    case 27:
        return EntryRedacted{{entry(), entry()}, {}};
    default:
        return Unknown{u"pager-rang"_s};
    }
}

std::vector<Event> Chaos::history(int size)
{
    m_size = size;
    std::vector<Event> events;
    for (int n = 0; n < size; ++n) {
        Envelope e;
        e.id = Story::act(n);
        e.act = oneIn(3) ? entry() : e.id;
        e.originSeq = n + 1;
        e.hlc = 1 + n / 2 + below(4);
        e.actor = person();
        if (oneIn(4))
            e.by = person();
        e.occurredAt = moment();
        e.basis = entryOrNone();
        e.proseHash = oneIn(2) ? "x" : "";
        e.prose = oneIn(6) ? std::nullopt : std::optional<QByteArray>("{}");
        Body said = n < 2 && !oneIn(4) ? (n == 0 ? Body(IncidentDeclared{u"INC-1"_s, u"P1"_s, u"Investigating"_s, {}})
                                                 : Body(PlaybookAdopted{team()}))
                                       : body();
        events.push_back({e, std::move(said)});
    }
    return events;
}

Command Chaos::command()
{
    const EntryId target = Story::act(below(12), below(3));
    std::vector<Command> all = everyCommand(target);
    all.erase(all.begin());
    all.insert(all.end(),
        {ChangeSeverity{severity(), {}}, ChangeStatus{status(), text()}, Resolve{oneIn(2), {}},
            ChangeStatus{u"Mitigating"_s, {}}, SetMilestone{milestone(), text()},
            AssignRole{role(), onRoster(u"carol"_s, u"Carol Lee"_s)}, AssignRole{role(), named(u"Bob"_s)},
            ReleaseRole{role(), {}}, MarkAction{target, Mark(below(3))}, ChangeOwner{target, named(u"Bob"_s)},
            FlagEntry{target, Flag(below(2)), oneIn(2)}, AmendEntry{target, moment(), {}},
            Note{NoteKind::Note, u"x"_s, true}, Retitle{text()}});
    return oneOf(all);
}

Body Chaos::step()
{
    switch (below(5)) {
    case 0:
        return RunbookAttached{u"c0ffee"_s, 1 + below(3), {{below(3), {below(4)}}}, text(), {}, u"look\nact"_s};
    case 1:
        return StepNoted{entry(), below(3), oneIn(2), text()};
    case 2:
        return VariableSet{u"<pod>"_s, text()};
    case 3:
        return AlertChanged{
            u"a%1"_s.arg(below(3)), Instant(std::chrono::hours(below(2))), AlertState(below(3)), text()};
    default:
        return StepMarked{entry(), below(3), StepMark(below(4)), {}, text()};
    }
}

QByteArray Chaos::damaged(QByteArray bytes)
{
    for (int times = below(3); times >= 0 && !bytes.isEmpty(); --times) {
        const int place = below(int(bytes.size()));
        switch (below(4)) {
        case 0:
            bytes[place] = char(below(256));
            break;
        case 1:
            bytes.remove(place, 1 + below(8));
            break;
        case 2:
            bytes.insert(place, bytes.mid(below(int(bytes.size())), 1 + below(8)));
            break;
        default:
            bytes[place] = "0123456789-\"{}[]:,ent."[below(22)];
        }
    }
    return bytes;
}

} // namespace warroom::tests
