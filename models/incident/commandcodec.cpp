// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/commandcodec.h"

#include "incident/factsjson.h"

#include <QJsonArray>

#include <cmath>
#include <type_traits>

namespace warroom::incident {

namespace {

constexpr int version = 1;

// One list of fields for both directions. The names stand for all members, so that a forgotten one does not compile.

template<typename Archive> void fields(Archive& archive, PersonRef& person)
{
    auto& [id, rosterKey, name, handle] = person;
    archive("id", id);
    archive("roster_key", rosterKey);
    archive("name", name);
    archive("handle", handle);
}

template<typename Archive> void fields(Archive& archive, Declare& command)
{
    auto& [severity, title, impact, impactSince, detectedAt, playbook, playbookBytes, role] = command;
    archive("severity", severity);
    archive("title", title);
    archive("impact", impact);
    archive("impact_since", impactSince);
    archive("detected_at", detectedAt);
    archive("playbook", playbook);
    archive("playbook_bytes", playbookBytes);
    archive("role", role);
}

template<typename Archive> void fields(Archive& archive, Retitle& command)
{
    auto& [title] = command;
    archive("title", title);
}

template<typename Archive> void fields(Archive& archive, ChangeSeverity& command)
{
    auto& [severity, reason] = command;
    archive("severity", severity);
    archive("reason", reason);
}

template<typename Archive> void fields(Archive& archive, ChangeStatus& command)
{
    auto& [status, text] = command;
    archive("status", status);
    archive("text", text);
}

template<typename Archive> void fields(Archive& archive, Resolve& command)
{
    auto& [falseAlarm, text] = command;
    archive("false_alarm", falseAlarm);
    archive("text", text);
}

template<typename Archive> void fields(Archive&, Close&) { static_assert(std::is_empty_v<Close>); }

template<typename Archive> void fields(Archive& archive, SetMilestone& command)
{
    auto& [milestone, text, justNow] = command;
    archive("milestone", milestone);
    archive("text", text);
    archive("just_now", justNow);
}

template<typename Archive> void fields(Archive& archive, DescribeImpact& command)
{
    auto& [text] = command;
    archive("text", text);
}

template<typename Archive> void fields(Archive& archive, AssignRole& command)
{
    auto& [role, person] = command;
    archive("role", role);
    archive("person", person);
}

template<typename Archive> void fields(Archive& archive, ReleaseRole& command)
{
    auto& [role, person] = command;
    archive("role", role);
    archive("person", person);
}

template<typename Archive> void fields(Archive& archive, SendUpdate& command)
{
    auto& [audience, status, nextDue, text, cause, nextSteps, impact, every] = command;
    archive("audience", audience);
    archive("status", status);
    archive("next_due", nextDue);
    archive("text", text);
    archive("cause", cause);
    archive("next_steps", nextSteps);
    archive("impact", impact);
    archive("every_min", every);
}

template<typename Archive> void fields(Archive& archive, SetCadence& command)
{
    auto& [audience, every] = command;
    archive("audience", audience);
    archive("every_min", every);
}

template<typename Archive> void fields(Archive& archive, Note& command)
{
    auto& [kind, text, pinned, sensitive] = command;
    archive("kind", kind);
    archive("text", text);
    archive("pinned", pinned);
    archive("sensitive", sensitive);
}

template<typename Archive> void fields(Archive& archive, AssignAction& command)
{
    auto& [owner, timer, text] = command;
    archive("owner", owner);
    archive("timer_min", timer);
    archive("text", text);
}

template<typename Archive> void fields(Archive& archive, MarkAction& command)
{
    auto& [action, mark] = command;
    archive("action", action);
    archive("mark", mark);
}

template<typename Archive> void fields(Archive& archive, ChangeOwner& command)
{
    auto& [action, owner] = command;
    archive("action", action);
    archive("owner", owner);
}

template<typename Archive> void fields(Archive& archive, ProposeFollowUp& command)
{
    auto& [owner, due, priority, text] = command;
    archive("owner", owner);
    archive("due", due);
    archive("priority", priority);
    archive("text", text);
}

template<typename Archive> void fields(Archive& archive, AttachRunbook& command)
{
    auto& [title, source, steps, leads, content, kept] = command;
    archive("title", title);
    archive("source", source);
    archive("steps", steps);
    archive("leads", leads);
    archive("content", content);
    archive("kept", kept);
}

template<typename Archive> void fields(Archive& archive, MarkStep& command)
{
    auto& [runbook, step, mark, answer, text] = command;
    archive("runbook", runbook);
    archive("step", step);
    archive("mark", mark);
    archive("answer", answer);
    archive("text", text);
}

template<typename Archive> void fields(Archive& archive, NoteStep& command)
{
    auto& [runbook, step, output, text] = command;
    archive("runbook", runbook);
    archive("step", step);
    archive("output", output);
    archive("text", text);
}

template<typename Archive> void fields(Archive& archive, SetVariable& command)
{
    auto& [name, value] = command;
    archive("name", name);
    archive("value", value);
}

template<typename Archive> void fields(Archive& archive, TellAlert& command)
{
    auto& [fingerprint, startsAt, state, name, labels, summary, runbookUrl, graphUrl] = command;
    archive("fingerprint", fingerprint);
    archive("starts_at", startsAt);
    archive("state", state);
    archive("name", name);
    archive("labels", labels);
    archive("summary", summary);
    archive("runbook_url", runbookUrl);
    archive("graph_url", graphUrl);
}

template<typename Archive> void fields(Archive& archive, WriteSection& command)
{
    auto& [section, text] = command;
    archive("section", section);
    archive("text", text);
}

template<typename Archive> void fields(Archive& archive, FlagEntry& command)
{
    auto& [entry, flag, on] = command;
    archive("entry", entry);
    archive("flag", flag);
    archive("on", on);
}

template<typename Archive> void fields(Archive& archive, AmendEntry& command)
{
    auto& [entry, occurredAt, text] = command;
    archive("entry", entry);
    archive("occurred_at", occurredAt);
    archive("text", text);
}

template<typename Archive> void fields(Archive& archive, RetractAct& command)
{
    auto& [act, reason] = command;
    archive("act", act);
    archive("reason", reason);
}

template<typename Archive> void fields(Archive& archive, RedactEntries& command)
{
    auto& [entries, contents] = command;
    archive("entries", entries);
    archive("contents", contents);
}

template<typename Archive> void fields(Archive& archive, Submission& submission)
{
    auto& [act, incident, actor, by, occurredAt, command] = submission;
    archive("act", act);
    archive("incident", incident);
    archive("actor", actor);
    archive("by", by);
    archive("occurred_at", occurredAt);
    archive("command", command);
}

const char* wordOf(const Declare&) { return "declare"; }
const char* wordOf(const Retitle&) { return "retitle"; }
const char* wordOf(const ChangeSeverity&) { return "change-severity"; }
const char* wordOf(const ChangeStatus&) { return "change-status"; }
const char* wordOf(const Resolve&) { return "resolve"; }
const char* wordOf(const Close&) { return "close"; }
const char* wordOf(const SetMilestone&) { return "set-milestone"; }
const char* wordOf(const DescribeImpact&) { return "describe-impact"; }
const char* wordOf(const AssignRole&) { return "assign-role"; }
const char* wordOf(const ReleaseRole&) { return "release-role"; }
const char* wordOf(const SendUpdate&) { return "send-update"; }
const char* wordOf(const SetCadence&) { return "set-cadence"; }
const char* wordOf(const Note&) { return "note"; }
const char* wordOf(const AssignAction&) { return "assign-action"; }
const char* wordOf(const MarkAction&) { return "mark-action"; }
const char* wordOf(const ChangeOwner&) { return "change-owner"; }
const char* wordOf(const ProposeFollowUp&) { return "propose-follow-up"; }
const char* wordOf(const AttachRunbook&) { return "attach-runbook"; }
const char* wordOf(const MarkStep&) { return "mark-step"; }
const char* wordOf(const NoteStep&) { return "note-step"; }
const char* wordOf(const SetVariable&) { return "set-variable"; }
const char* wordOf(const TellAlert&) { return "tell-alert"; }
const char* wordOf(const WriteSection&) { return "write-section"; }
const char* wordOf(const FlagEntry&) { return "flag-entry"; }
const char* wordOf(const AmendEntry&) { return "amend-entry"; }
const char* wordOf(const RetractAct&) { return "retract-act"; }
const char* wordOf(const RedactEntries&) { return "redact-entries"; }

constexpr QLatin1String is("is"); ///< Which command it is.

class Writing
{
public:
    template<typename T> void operator()(const char* key, T& value)
    {
        m_object.insert(QLatin1String(key), written(value));
    }
    /// One that is not set is left out.
    template<typename T> void operator()(const char* key, std::optional<T>& value)
    {
        if (value)
            (*this)(key, *value);
    }
    const QJsonObject& object() const { return m_object; }

private:
    static QJsonValue written(bool value) { return value; }
    static QJsonValue written(int number) { return number; }
    static QJsonValue written(const QString& text) { return text; }
    static QJsonValue written(const QByteArray& bytes) { return QString::fromLatin1(bytes.toBase64()); }
    static QJsonValue written(Instant instant) { return toMs(instant); }
    static QJsonValue written(std::chrono::minutes minutes) { return qint64(minutes.count()); }
    static QJsonValue written(QDate date) { return date.toString(Qt::ISODate); }
    static QJsonValue written(Milestone milestone) { return playbook::word(milestone); }
    static QJsonValue written(NoteKind kind) { return word(kind); }
    static QJsonValue written(Flag flag) { return word(flag); }
    static QJsonValue written(Mark mark) { return word(mark); }
    static QJsonValue written(StepMark mark) { return word(mark); }
    static QJsonValue written(AlertState state) { return word(state); }
    static QJsonValue written(const QMap<QString, QString>& texts)
    {
        QJsonObject object;
        for (auto text = texts.begin(); text != texts.end(); ++text)
            object.insert(text.key(), *text);
        return object;
    }
    static QJsonValue written(const QStringList& texts) { return QJsonArray::fromStringList(texts); }
    static QJsonValue written(const Leads& leads) { return toJson(leads); }
    static QJsonValue written(const AdoptedPlaybook& playbook) { return toJson(playbook); }
    template<typename Tag> static QJsonValue written(const Id<Tag>& id) { return id.text(); }
    static QJsonValue written(const std::vector<EntryId>& ids)
    {
        QJsonArray array;
        for (const EntryId& id : ids)
            array += id.text();
        return array;
    }
    static QJsonValue written(PersonRef& person)
    {
        Writing inside;
        fields(inside, person);
        return inside.m_object;
    }
    static QJsonValue written(Command& command)
    {
        Writing inside;
        const auto write = [&inside](auto& one) {
            inside.m_object.insert(is, QLatin1String(wordOf(one)));
            fields(inside, one);
        };
        std::visit(write, command);
        return inside.m_object;
    }

    QJsonObject m_object;
};

/// Never fails halfway: what is missing or of the wrong type is remembered, and `sound()` turns false.
class Reading
{
public:
    explicit Reading(const QJsonValue& value) : m_object(value.toObject()), m_sound(value.isObject()) { }

    template<typename T> void operator()(const char* key, T& value)
    {
        m_sound = read(m_object.value(QLatin1String(key)), value) && m_sound;
    }
    template<typename T> void operator()(const char* key, std::optional<T>& value)
    {
        const QJsonValue found = m_object.value(QLatin1String(key));
        if (!found.isUndefined())
            m_sound = read(found, value.emplace()) && m_sound;
    }
    bool sound() const { return m_sound; }

private:
    static bool read(const QJsonValue& from, bool& value)
    {
        value = from.toBool();
        return from.isBool();
    }
    static bool read(const QJsonValue& from, int& number)
    {
        const std::optional<qint64> read = whole(from, maxSteps);
        number = int(read.value_or(0));
        return read && *read >= 0;
    }
    static bool read(const QJsonValue& from, QString& text)
    {
        text = from.toString();
        return from.isString();
    }
    static bool read(const QJsonValue& from, QByteArray& bytes)
    {
        auto decoded =
            QByteArray::fromBase64Encoding(from.toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
        bytes = *decoded;
        return from.isString() && decoded;
    }
    static bool read(const QJsonValue& from, Instant& instant)
    {
        const std::optional<qint64> number = whole(from, maxWhole);
        instant = fromMs(number.value_or(0));
        return number.has_value();
    }
    static bool read(const QJsonValue& from, std::chrono::minutes& minutes)
    {
        const std::optional<qint64> number = whole(from, maxMinutes.count());
        minutes = std::chrono::minutes(number.value_or(0));
        return number.has_value();
    }
    static bool read(const QJsonValue& from, QDate& date)
    {
        date = QDate::fromString(from.toString(), Qt::ISODate);
        return from.isString() && (date.isValid() || from.toString().isEmpty());
    }
    static bool read(const QJsonValue& from, Milestone& milestone)
    {
        return oneOf(playbook::milestoneFromWord(from.toString()), milestone);
    }
    static bool read(const QJsonValue& from, NoteKind& kind) { return oneOf(noteKindFromWord(from.toString()), kind); }
    static bool read(const QJsonValue& from, Flag& flag) { return oneOf(flagFromWord(from.toString()), flag); }
    static bool read(const QJsonValue& from, Mark& mark) { return oneOf(markFromWord(from.toString()), mark); }
    static bool read(const QJsonValue& from, StepMark& mark) { return oneOf(stepMarkFromWord(from.toString()), mark); }
    static bool read(const QJsonValue& from, AlertState& state)
    {
        return oneOf(alertStateFromWord(from.toString()), state);
    }
    static bool read(const QJsonValue& from, QMap<QString, QString>& texts)
    {
        bool sound = from.isObject();
        const QJsonObject object = from.toObject();
        for (auto text = object.begin(); text != object.end(); ++text)
            sound = read(*text, texts[text.key()]) && sound;
        return sound;
    }
    template<typename Tag> static bool read(const QJsonValue& from, Id<Tag>& id)
    {
        return oneOf(Id<Tag>::fromText(from.toString()), id);
    }
    static bool read(const QJsonValue& from, std::vector<EntryId>& ids)
    {
        return each(from, [&ids](const QJsonValue& item) { return read(item, ids.emplace_back()); });
    }
    static bool read(const QJsonValue& from, QStringList& texts)
    {
        return each(from, [&texts](const QJsonValue& item) {
            texts += item.toString();
            return item.isString();
        });
    }
    static bool read(const QJsonValue& from, Leads& leads) { return oneOf(leadsFromJson(from), leads); }
    static bool read(const QJsonValue& from, AdoptedPlaybook& playbook)
    {
        FactsReader facts(from.toObject());
        playbook = playbookFromJson(facts);
        return from.isObject() && facts.sound();
    }
    static bool read(const QJsonValue& from, PersonRef& person)
    {
        Reading inside(from);
        fields(inside, person);
        return inside.m_sound;
    }
    template<std::size_t I = 0> static bool read(const QJsonValue& from, Command& command)
    {
        if constexpr (I == std::variant_size_v<Command>) {
            return false;
        } else {
            std::variant_alternative_t<I, Command> one{};
            if (from[is].toString() != QLatin1String(wordOf(one)))
                return read<I + 1>(from, command);
            Reading inside(from);
            fields(inside, one);
            command = std::move(one);
            return inside.m_sound;
        }
    }

    static std::optional<qint64> whole(const QJsonValue& from, qint64 limit)
    {
        const double number = from.toDouble();
        const bool sound = from.isDouble() && std::abs(number) <= double(limit) && std::trunc(number) == number;
        return sound ? std::optional(from.toInteger()) : std::nullopt;
    }
    template<typename T> static bool oneOf(const std::optional<T>& found, T& value)
    {
        value = found.value_or(T{});
        return found.has_value();
    }
    template<typename Read> static bool each(const QJsonValue& from, Read read)
    {
        bool sound = from.isArray();
        const QJsonArray items = from.toArray();
        for (const auto& item : items)
            sound = read(item) && sound;
        return sound;
    }

    QJsonObject m_object;
    bool m_sound;
};

} // namespace

QJsonObject toJson(const Submission& submission)
{
    Submission written = submission;
    Writing archive;
    fields(archive, written);
    QJsonObject object = archive.object();
    object.insert(QStringLiteral("v"), version);
    return object;
}

std::optional<Submission> submissionFromJson(const QJsonObject& object)
{
    Submission submission;
    Reading archive(object);
    fields(archive, submission);
    const bool ours = object.value(QLatin1String("v")) == QJsonValue(version);
    return ours && archive.sound() ? std::optional(submission) : std::nullopt;
}

} // namespace warroom::incident
