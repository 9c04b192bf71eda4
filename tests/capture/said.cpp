// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/said.h"

namespace warroom::tests {

using namespace capture;
using namespace incident;

Instant at(const QString& iso) { return toInstant(QDateTime::fromString(iso + QLatin1Char('Z'), Qt::ISODate)); }

Room::Room()
{
    playbook.name = QStringLiteral("drill");
    for (const char* label : {"P0", "P1", "P2", "SEV 1", "SEV 1 major"})
        playbook.severities.push_back({QLatin1String(label), {}, {}, {}, {}, {}});
    for (const char* status : {"Investigating", "Monitoring", "Monitoring closely", "Resolved"})
        playbook.statuses.push_back({QLatin1String(status), std::nullopt});
    playbook.roles.push_back({QStringLiteral("incident-commander"), QStringLiteral("Incident Commander"),
        {QStringLiteral("IC")}, {}, {}, {}, {}, true, false});
    playbook.roles.push_back(
        {QStringLiteral("on-call"), QStringLiteral("On-Call Engineer"), {}, {}, {}, {}, {}, false, false});
    playbook.roster.push_back({QStringLiteral("alice"), QStringLiteral("Alice Chen"), {}, {}, {}});
    playbook.roster.push_back({QStringLiteral("carol"), QStringLiteral("Carol Lee"), {}, {}, {}});
    playbook.roster.push_back({QStringLiteral("dave"), QStringLiteral("Dave Wong"), {}, {}, {}});
    playbook.postMortem.sections.push_back({QStringLiteral("root-cause"), QStringLiteral("Root Cause"), false});
    playbook.postMortem.sections.push_back({QStringLiteral("went"), QStringLiteral("What Went"), false});
    playbook.postMortem.sections.push_back({QStringLiteral("went-well"), QStringLiteral("What Went Well"), false});
    state.label = QStringLiteral("INC-2026-01-31-001");
    situation.playbook = &playbook;
    situation.playbookBytes = "name: drill";
    situation.state = &state;
    firstKey(QStringLiteral("2026-01-31T14:45:41"));
}

void Room::firstKey(const QString& iso) { situation.firstKey = situation.now = at(iso); }

PersonId Room::meet(const QString& name, const QString& handle, const QString& rosterKey)
{
    const PersonId id{QUuid::createUuidV5(QUuid(), name + handle + rosterKey)};
    state.people.insert(id, {id, rosterKey, name, handle});
    return id;
}

EntryId Room::assign(int number)
{
    Action action;
    action.number = number;
    action.entry = {QUuid::createUuidV5(QUuid(), QStringLiteral("action %1").arg(number))};
    state.actions.push_back(action);
    return action.entry;
}

EntryId Room::propose(int number)
{
    FollowUp followUp;
    followUp.number = number;
    followUp.entry = {QUuid::createUuidV5(QUuid(), QStringLiteral("follow-up %1").arg(number))};
    state.followUps.push_back(followUp);
    return followUp.entry;
}

EntryId runbookId(int number) { return {QUuid::createUuidV5(QUuid(), QStringLiteral("runbook %1").arg(number))}; }

EntryId Room::takeUp(int number)
{
    Runbook runbook;
    runbook.entry = runbookId(number);
    runbook.steps = QStringList{QStringLiteral("look"), QStringLiteral("kill")};
    runbook.marks.resize(2);
    state.runbooks.push_back(runbook);
    return runbook.entry;
}

void Room::ask(const QStringList& answers)
{
    Runbook& runbook = state.runbooks.back();
    runbook.answers.insert(0, answers);
    for (int i = 0; i < answers.size(); ++i)
        runbook.leads[0] << 1;
}

QString word(ErrorCode code)
{
    switch (code) {
    case ErrorCode::UnknownSeverity:
        return QStringLiteral("UnknownSeverity");
    case ErrorCode::UnknownStatus:
        return QStringLiteral("UnknownStatus");
    case ErrorCode::UnknownRole:
        return QStringLiteral("UnknownRole");
    case ErrorCode::UnknownKind:
        return QStringLiteral("UnknownKind");
    case ErrorCode::UnknownSection:
        return QStringLiteral("UnknownSection");
    case ErrorCode::UnknownAction:
        return QStringLiteral("UnknownAction");
    case ErrorCode::UnknownStep:
        return QStringLiteral("UnknownStep");
    case ErrorCode::UnknownAnswer:
        return QStringLiteral("UnknownAnswer");
    case ErrorCode::NoRunbook:
        return QStringLiteral("NoRunbook");
    case ErrorCode::UnknownPlaybook:
        return QStringLiteral("UnknownPlaybook");
    case ErrorCode::AmbiguousPerson:
        return QStringLiteral("AmbiguousPerson");
    case ErrorCode::BadTime:
        return QStringLiteral("BadTime");
    case ErrorCode::SkippedTime:
        return QStringLiteral("SkippedTime");
    case ErrorCode::FutureTime:
        return QStringLiteral("FutureTime");
    case ErrorCode::BadDate:
        return QStringLiteral("BadDate");
    case ErrorCode::BadForm:
        return QStringLiteral("BadForm");
    case ErrorCode::EmptyText:
        return QStringLiteral("EmptyText");
    case ErrorCode::OwnerMissing:
        return QStringLiteral("OwnerMissing");
    case ErrorCode::NotDeclared:
        return QStringLiteral("NotDeclared");
    default:
        return QString::number(int(code));
    }
}

namespace {

QString person(const PersonRef& ref)
{
    if (ref.id)
        return ref.name + QLatin1String(" (known)");
    return ref.rosterKey.isEmpty() ? ref.name + QLatin1String(" (new)") : ref.name;
}

struct InWords {
    QString operator()(const Declare& c) const { return QStringLiteral("declare ") + c.severity; }
    QString operator()(const Retitle&) const { return QStringLiteral("title"); }
    QString operator()(const ChangeSeverity& c) const { return QStringLiteral("severity ") + c.severity; }
    QString operator()(const ChangeStatus& c) const { return QStringLiteral("status ") + c.status; }
    QString operator()(const Resolve& c) const
    {
        return c.falseAlarm ? QStringLiteral("resolve as false alarm") : QStringLiteral("resolve");
    }
    QString operator()(const Close&) const { return QStringLiteral("close"); }
    QString operator()(const SetMilestone& c) const { return playbook::word(c.milestone); }
    QString operator()(const DescribeImpact&) const { return QStringLiteral("impact"); }
    QString operator()(const AssignRole& c) const
    {
        return QStringLiteral("%1 takes %2").arg(person(c.person), c.role);
    }
    QString operator()(const ReleaseRole& c) const { return QStringLiteral("release ") + c.role; }
    QString operator()(const SendUpdate&) const { return QStringLiteral("update"); }
    QString operator()(const Note& c) const
    {
        static const QStringList kinds{QStringLiteral("note"), QStringLiteral("decision"), QStringLiteral("hypothesis"),
            QStringLiteral("question"), QStringLiteral("link")};
        return kinds.at(int(c.kind)) + (c.pinned ? QStringLiteral(", pinned") : QString());
    }
    QString operator()(const AssignAction& c) const
    {
        QString words = QStringLiteral("action");
        if (c.owner)
            words += QStringLiteral(", owner ") + person(*c.owner);
        if (c.timer)
            words += QStringLiteral(", timer %1 min").arg(c.timer->count());
        return words;
    }
    QString operator()(const MarkAction& c) const
    {
        static const QStringList marks{QStringLiteral("start "), QStringLiteral("done "), QStringLiteral("drop ")};
        return marks.at(int(c.mark)) + c.action.text().left(8);
    }
    QString operator()(const ChangeOwner& c) const
    {
        return QStringLiteral("owner ") + (c.owner ? person(*c.owner) : QStringLiteral("nobody"));
    }
    QString operator()(const ProposeFollowUp& c) const
    {
        QString words = QStringLiteral("follow-up");
        if (c.owner)
            words += QStringLiteral(", owner ") + person(*c.owner);
        if (c.due.isValid())
            words += QStringLiteral(", due ") + c.due.toString(Qt::ISODate);
        return c.priority.isEmpty() ? words : words + QStringLiteral(", ") + c.priority;
    }
    QString operator()(const MarkStep& c) const
    {
        static const QStringList marks{
            QStringLiteral("open"), QStringLiteral("started"), QStringLiteral("done"), QStringLiteral("skipped")};
        QString words = QStringLiteral("%1 step ").arg(marks.at(int(c.mark))) + place(c.runbook, c.step, {});
        if (c.answer)
            words += QStringLiteral(" answer %1").arg(*c.answer);
        return c.text.isEmpty() ? words : words + QStringLiteral(": ") + QString(c.text).replace(u'\n', u'|');
    }
    QString operator()(const NoteStep& c) const
    {
        return (c.output ? QStringLiteral("output at step ") : QStringLiteral("note at step "))
            + place(c.runbook, c.step, c.text);
    }
    QString operator()(const SetVariable& c) const { return QStringLiteral("set ") + c.name; }
    QString operator()(const TellAlert& c) const
    {
        static const QStringList states{
            QStringLiteral("fires"), QStringLiteral("is suppressed"), QStringLiteral("is resolved")};
        QString words = QStringLiteral("%1 %2").arg(c.name, states.at(int(c.state)));
        if (!c.labels.isEmpty())
            words += QStringLiteral(" with ") + incident::linesOf(c.labels).replace(u'\n', u',');
        words += QStringLiteral(" since ") + toDateTime(c.startsAt).toString(QStringLiteral("HH:mm:ss"));
        return c.runbookUrl.isEmpty() ? words : words + QStringLiteral(", runbook ") + c.runbookUrl;
    }
    QString operator()(const WriteSection& c) const { return QStringLiteral("section ") + c.section; }
    static QString place(EntryId runbook, int step, const QString& text)
    {
        const QString which = runbook == runbookId(1) ? QStringLiteral("first") : QStringLiteral("second");
        const QString said = text.isEmpty() ? QString() : QStringLiteral(": ") + text;
        return QStringLiteral("%1 of the %2").arg(QString::number(step), which)
            + QString(said).replace(QLatin1Char('\n'), QLatin1Char('|'));
    }
    template<typename Other> QString operator()(const Other&) const { return QStringLiteral("?"); }
};

/// The text that the command itself carries.
struct TextOf {
    QString operator()(const ChangeSeverity& c) const { return c.reason; }
    QString operator()(const Declare& c) const { return c.title; }
    QString operator()(const Retitle& c) const { return c.title; }
    QString operator()(const SetVariable& c) const { return c.value; }
    QString operator()(const TellAlert& c) const { return c.summary; }
    template<typename Other> QString operator()(const Other& c) const
    {
        if constexpr (requires { QStringView(c.text); })
            return c.text;
        else
            return {};
    }
};

} // namespace

QString said(const Reading& reading)
{
    QString command;
    if (reading.command)
        command = std::visit(InWords(), *reading.command);
    if (reading.by)
        command += QStringLiteral(" by ") + person(*reading.by);
    switch (reading.verdict) {
    case Verdict::Empty:
        return QStringLiteral("nothing");
    case Verdict::Ready:
        return command;
    case Verdict::Confirm:
        return QStringLiteral("%1 %2; again: %3").arg(word(reading.problem->code), reading.problem->detail, command);
    case Verdict::Refused:
        return QStringLiteral("refused: %1 %2").arg(word(reading.problem->code), reading.problem->detail).trimmed();
    }
    return {};
}

QString timeSaid(const Reading& reading)
{
    const QDateTime time = toDateTime(reading.occurredAt);
    return time.toString(reading.otherDay ? QStringLiteral("yyyy-MM-dd HH:mm:ss") : QStringLiteral("HH:mm:ss"));
}

QString spansSaid(const QString& line, const Reading& reading)
{
    static const QStringList kinds{QStringLiteral("Text"), QStringLiteral("Escape"), QStringLiteral("When"),
        QStringLiteral("Kind"), QStringLiteral("Verb"), QStringLiteral("Person"), QStringLiteral("NewPerson"),
        QStringLiteral("Argument"), QStringLiteral("Unknown")};
    QString all;
    for (const Span& span : reading.spans)
        all += QStringLiteral("[%1|%2]").arg(kinds.at(int(span.kind)), line.mid(span.start, span.length));
    return all;
}

void addLineColumns()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("when");
    QTest::addColumn<QString>("as");
    QTest::addColumn<QString>("text");
}

void addLine(const char* line, const char* when, const char* as, const char* text)
{
    const QString shown = QString::fromUtf8(text);
    const QByteArray name = QByteArray(line).replace('\r', "\\r").replace('\n', "\\n");
    QTest::newRow(name.constData()) << QString::fromUtf8(line) << QString::fromUtf8(when) << QString::fromUtf8(as)
                                    << (shown == u"all" ? QString::fromUtf8(line) : shown);
}

void compareLine(const Room& room)
{
    QFETCH(QString, line);
    QFETCH(QString, when);
    QFETCH(QString, as);
    QFETCH(QString, text);
    const Reading reading = room.read(line);
    QCOMPARE(said(reading), as);
    QCOMPARE(timeSaid(reading), when);
    if (reading.verdict != Verdict::Refused)
        QCOMPARE(reading.text, text);
    if (reading.command)
        QCOMPARE(std::visit(TextOf(), *reading.command), reading.text);
}

} // namespace warroom::tests
