// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"
#include "incident/decide.h"
#include "output.h"
#include "receipt.h"
#include "target.h"
#include "verbs.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <poll.h>
#include <unistd.h>

#include <algorithm>

namespace warroom::app {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("warroom::app", text); }

QString personWord(const std::optional<incident::PersonRef>& person, const incident::IncidentState& state)
{
    if (!person)
        return {};
    const incident::Person* known = person->id ? state.person(*person->id) : nullptr;
    return known ? known->shown() : person->name;
}

/// What the line was read as beside when, who and text.
QJsonObject detailsOf(const incident::Command& command)
{
    QJsonObject details;
    if (const auto* severity = std::get_if<incident::ChangeSeverity>(&command))
        details.insert(QStringLiteral("severity"), severity->severity);
    if (const auto* declare = std::get_if<incident::Declare>(&command))
        details.insert(QStringLiteral("severity"), declare->severity);
    if (const auto* status = std::get_if<incident::ChangeStatus>(&command))
        details.insert(QStringLiteral("status"), status->status);
    if (const auto* role = std::get_if<incident::AssignRole>(&command))
        details.insert(QStringLiteral("role"), role->role);
    if (const auto* role = std::get_if<incident::ReleaseRole>(&command))
        details.insert(QStringLiteral("role"), role->role);
    if (const auto* section = std::get_if<incident::WriteSection>(&command))
        details.insert(QStringLiteral("section"), section->section);
    if (const auto* note = std::get_if<incident::Note>(&command); note && note->pinned)
        details.insert(QStringLiteral("pinned"), true);
    if (const auto* followUp = std::get_if<incident::ProposeFollowUp>(&command)) {
        details.insert(QStringLiteral("due"), followUp->due.toString(Qt::ISODate));
        details.insert(QStringLiteral("priority"), followUp->priority);
    }
    return details;
}

QJsonObject toJson(const capture::Reading& reading, const incident::IncidentState& state)
{
    const auto orNull = [](const QString& text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); };
    QJsonObject all = reading.command ? detailsOf(*reading.command) : QJsonObject();
    const QJsonObject always{{QStringLiteral("when"), toIso(reading.occurredAt)},
        {QStringLiteral("kind"), orNull(reading.kind)}, {QStringLiteral("verb"), orNull(reading.verb)},
        {QStringLiteral("by"), orNull(personWord(reading.by, state))},
        {QStringLiteral("owner"), orNull(personWord(reading.owner, state))},
        {QStringLiteral("timer_s"), reading.timer ? QJsonValue(qint64(reading.timer->count()) * 60) : QJsonValue()},
        {QStringLiteral("text"), reading.text}};
    for (auto it = always.begin(); it != always.end(); ++it)
        all.insert(it.key(), it.value());
    return all;
}

/// Logs lines one after the other; the incident is found at the first one, or declared by it.
class LineLogger
{
public:
    LineLogger(Environment& environment, QString id, const CommandLine& line)
        : m_environment(environment),
          m_id(std::move(id)),
          m_dryRun(line.isSet("dry-run")),
          m_json(line.isSet("json")),
          m_unassigned(line.isSet("unassigned"))
    {
    }

    Result<void> log(const QString& text)
    {
        if (const Result<void> found = findTarget(text); !found)
            return found;
        const Result<capture::Situation> situation = m_target->situation();
        if (!situation)
            return situation.error();
        const capture::Reading reading = capture::read(text, *situation);
        if (m_dryRun)
            return tell(reading);
        if (reading.verdict == capture::Verdict::Empty)
            return {};
        const bool unassigned = m_unassigned && reading.problem && reading.problem->code == ErrorCode::OwnerMissing;
        if (reading.problem && !unassigned)
            return *reading.problem;
        const Result<journal::Receipt> receipt =
            m_target->perform(text, *reading.command, reading.occurredAt, reading.by);
        if (!receipt)
            return receipt.error();
        printReceipt(*m_target, *receipt);
        return {};
    }

private:
    /// A declaration always starts a new incident; anything else goes to the one named or open.
    Result<void> findTarget(const QString& text)
    {
        if (!m_store) {
            const bool make = mayDeclare(text) || m_dryRun;
            Result<std::unique_ptr<journal::Store>> store =
                openStore(m_environment, make ? journal::NoStore::Make : journal::NoStore::Refuse,
                    m_dryRun ? Purpose::Reading : Purpose::Writing);
            if (!store) {
                // Where there never was a log there is no incident either; one that is missing is another matter.
                const bool never = !journal::hadStore(m_environment.folder);
                return store.error().code == ErrorCode::StoreMissing && never ? Error{ErrorCode::NoOpenIncident, {}}
                                                                              : store.error();
            }
            m_store = std::move(*store);
        }
        if (!m_target) {
            Result<Target> found = Target::find(m_environment, *m_store, m_id);
            if (!found)
                return findFresh(text, found.error());
            m_target = std::move(*found);
        }
        return declares(text, *m_target) ? findFresh(text, {ErrorCode::NoOpenIncident, {}}) : Result<void>();
    }

    /// A new incident with the environment's playbook, which nothing but a declaration needs. `otherwise` is what any
    /// other line is refused with, unless it is only to be read.
    Result<void> findFresh(const QString& text, const Error& otherwise)
    {
        const bool readingOnly = m_dryRun && otherwise.code == ErrorCode::NoOpenIncident;
        if (!readingOnly && !mayDeclare(text))
            return otherwise;
        Result<Target> fresh = Target::fresh(m_environment, *m_store);
        if (!fresh)
            return fresh.error();
        if (!readingOnly && !declares(text, *fresh))
            return otherwise;
        m_target = std::move(*fresh);
        return {};
    }

    static bool mayDeclare(const QString& text) { return text.contains(QLatin1String("/incident")); }
    static bool declares(const QString& text, const Target& target)
    {
        if (!mayDeclare(text))
            return false;
        const Result<capture::Situation> situation = target.situation();
        return situation && capture::read(text, *situation).verb == QLatin1String("incident");
    }

    Result<void> tell(const capture::Reading& reading)
    {
        const QJsonObject object = toJson(reading, m_target->state());
        if (m_json) {
            printJson(QJsonDocument(object), QJsonDocument::Compact);
        } else {
            for (auto it = object.begin(); it != object.end(); ++it) {
                if (!it->isNull())
                    print(it.key() + QStringLiteral(": ") + it->toVariant().toString());
            }
        }
        return reading.problem ? Result<void>(*reading.problem) : Result<void>();
    }

    Environment& m_environment;
    QString m_id;
    bool m_dryRun;
    bool m_json;
    bool m_unassigned;
    std::unique_ptr<journal::Store> m_store;
    std::optional<Target> m_target;
};

/// Standard input, line by line as the lines arrive.
class InputLines
{
public:
    /// The next line without its end; none at the end of the input or when it cannot be read.
    std::optional<QByteArray> take()
    {
        qsizetype end = m_buffer.indexOf('\n');
        while (end < 0 && !m_ended && m_buffer.size() <= maxLine) {
            const qsizetype searched = m_buffer.size();
            fill();
            end = m_buffer.indexOf('\n', searched);
        }
        if (end < 0 && (m_buffer.isEmpty() || m_failed || m_buffer.size() > maxLine)) {
            m_failed = m_failed || m_buffer.size() > maxLine;
            return std::nullopt;
        }
        const QByteArray line = end < 0 ? m_buffer : m_buffer.left(end);
        m_buffer.remove(0, end < 0 ? m_buffer.size() : end + 1);
        return line;
    }

    /// Whether the next line goes on with the one before. Waits a moment for it, no longer: a line is logged when it is
    /// said, not when the next one is.
    bool continues()
    {
        constexpr int momentMs = 50;
        pollfd input{STDIN_FILENO, POLLIN, 0};
        if (m_buffer.isEmpty() && !m_ended && ::poll(&input, 1, momentMs) > 0)
            fill();
        return m_buffer.startsWith('\t');
    }

    bool failed() const { return m_failed; }

private:
    static constexpr qsizetype maxLine = qsizetype(4) * incident::maxProse;

    void fill()
    {
        char bytes[1 << 16];
        const ssize_t count = ::read(STDIN_FILENO, bytes, sizeof bytes);
        m_failed = count < 0;
        m_ended = count <= 0;
        m_buffer.append(bytes, std::max<ssize_t>(count, 0));
    }

    QByteArray m_buffer;
    bool m_ended = false;
    bool m_failed = false;
};

/// One act a line; a line that begins with a tab goes on with the one before.
int logLines(LineLogger& logger)
{
    InputLines input;
    int number = 0;
    while (const std::optional<QByteArray> line = input.take()) {
        const int first = ++number;
        QByteArray act = *line;
        while (input.continues()) {
            const std::optional<QByteArray> more = input.take();
            if (!more)
                break;
            ++number;
            act += '\n' + more->mid(1);
        }
        if (const int bad = lineNotUtf8(act))
            return complain(tr("line %1: This is not in UTF-8.").arg(first + bad - 1), exitRefused);
        if (act.trimmed().isEmpty())
            continue;
        if (const Result<void> logged = logger.log(QString::fromUtf8(act)); !logged)
            return complain(logged.error(), tr("line %1").arg(first));
    }
    return input.failed() ? complain({ErrorCode::FileUnreadable, QStringLiteral("-")}) : exitOk;
}

} // namespace

int log(const Verb& verb, const QStringList& arguments)
{
    CommandLine line(
        QLatin1String(verb.name), QLatin1String(verb.arguments), tr(verb.summary), CommandLine::Rest::Text);
    line.flag("dry-run", tr("Shows how the line is read and writes nothing."))
        .flag("json", tr("Shows it as JSON."))
        .flag("unassigned", tr("Logs an action that names nobody as unassigned."));
    if (const std::optional<int> exit = line.parse(arguments, 1, -1))
        return *exit;
    QStringList words = line.positional();
    const QString id = takeIncident(words);
    if (words.isEmpty())
        return complainUsage(tr("log wants a line, or - for standard input."));
    // What follows is text, so an option here would be logged, and into another folder than its author meant.
    const QString dash = QStringLiteral("-");
    const QString next = words.first() == dash ? words.value(1) : id.isEmpty() ? QString() : words.first();
    if (next.startsWith(QLatin1String("--")))
        return complainUsage(tr("Options of log stand before the ID and the line. A line that begins with -- is typed "
                                "with a \\ before it."));
    Environment environment(line.globals(), StartedClock::Pace::Still);
    LineLogger logger(environment, id, line);
    if (words == QStringList{dash})
        return logLines(logger);
    const Result<void> logged = logger.log(words.join(QLatin1Char(' ')));
    return logged ? exitOk : complain(logged.error());
}

} // namespace warroom::app
