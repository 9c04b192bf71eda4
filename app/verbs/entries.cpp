// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"
#include "output.h"
#include "receipt.h"
#include "target.h"
#include "verbs.h"

#include "incident/quoting.h"

#include <QCoreApplication>

namespace warroom::app {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("warroom::app", text); }

/// An entry or act by its id, or by a beginning of it that fits one entry or the entries of one act.
Result<EntryId> entryNamed(const QString& typed, const incident::IncidentState& state)
{
    std::vector<EntryId> found;
    QSet<EntryId> acts;
    for (auto it = state.acts.cbegin(); it != state.acts.cend(); ++it) {
        if (it.key().text() == typed.toLower())
            return it.key();
        if (it.key().text().startsWith(typed.toLower())) {
            found.push_back(it.key());
            acts.insert(it.value());
        }
    }
    if (found.size() == 1)
        return found.front();
    if (acts.size() == 1)
        return *acts.begin();
    return Error{found.empty() ? ErrorCode::UnknownEntry : ErrorCode::AmbiguousEntry, typed};
}

/// The rows of the timeline that an id means: an act's are all it said. An act that only introduced somebody, or
/// amended something, is meant itself.
std::vector<EntryId> rowsOf(EntryId id, const incident::IncidentState& state)
{
    std::vector<EntryId> rows;
    for (const incident::EntryPtr& entry : state.entries) {
        if (entry->id == id || entry->act == id)
            rows.push_back(entry->id);
    }
    return rows.empty() ? std::vector{id} : rows;
}

using MakeCommand = std::function<Result<incident::Command>(const QStringList&, const capture::Situation&)>;

/// A label always does; a UUID may also be an entry's.
bool namesIncident(journal::Store& store, const QString& word)
{
    return looksLikeIncident(word)
        && (word.startsWith(QLatin1String("INC-"), Qt::CaseInsensitive) || store.find(word).ok());
}

int changeEntry(const Verb& verb, CommandLine& line, const QStringList& arguments, const MakeCommand& make)
{
    if (const std::optional<int> exit = line.parse(arguments, 1, -1))
        return *exit;
    QStringList words = line.positional();
    Environment environment(line.globals(), StartedClock::Pace::Still);
    const Result<std::unique_ptr<journal::Store>> store =
        openStore(environment, journal::NoStore::Refuse, Purpose::Writing);
    if (!store)
        return complain(store.error());
    const QString id = words.size() > 1 && namesIncident(**store, words.first()) ? words.takeFirst() : QString();
    Result<Target> target = Target::find(environment, **store, id);
    if (!target)
        return complain(target.error());
    const Result<capture::Situation> situation = target->situation();
    if (!situation)
        return complain(situation.error());
    const QString said = QLatin1String(verb.name) + QLatin1Char(' ') + words.join(QLatin1Char(' '));
    const Result<incident::Command> command = make(words, *situation);
    if (!command)
        return complain(command.error());
    const Result<journal::Receipt> receipt = target->perform(said, *command, situation->now);
    if (!receipt)
        return complain(receipt.error());
    printReceipt(*target, *receipt);
    return exitOk;
}

/// "@secretkk": somebody's name as it was typed; null where it is none of this incident's.
const incident::Person* personNamed(const QString& typed, const incident::IncidentState& state)
{
    if (!typed.startsWith(QLatin1Char('@')))
        return nullptr;
    const QString name = typed.mid(1);
    for (const incident::Person& person : state.people) {
        if (person.handle.compare(name, Qt::CaseInsensitive) == 0
            || person.name.compare(name, Qt::CaseInsensitive) == 0)
            return &person;
    }
    return nullptr;
}

/// What a redaction did not reach is said, so that nobody believes a secret gone that is not.
void sayWhatIsLeft(const std::vector<EntryId>& quoting)
{
    QStringList others;
    for (const EntryId& entry : quoting)
        others << entry.text();
    if (!others.isEmpty())
        complain(tr("Other entries hold words of it: %1").arg(others.join(QLatin1Char(' '))), exitOk);
}

} // namespace

int amend(const Verb& verb, const QStringList& arguments)
{
    CommandLine line(QLatin1String(verb.name), QLatin1String(verb.arguments), tr(verb.summary));
    line.option("at", "WHEN", tr("When it really happened."));
    return changeEntry(verb, line, arguments,
        [&](QStringList words, const capture::Situation& situation) -> Result<incident::Command> {
            const Result<EntryId> entry = entryNamed(words.takeFirst(), *situation.state);
            if (!entry)
                return entry.error();
            if (words.isEmpty() && !line.isSet("at"))
                return Error{ErrorCode::EmptyText, {}};
            incident::AmendEntry command{rowsOf(*entry, *situation.state).front(), {}, {}};
            if (!words.isEmpty())
                command.text = words.join(QLatin1Char(' '));
            if (line.isSet("at")) {
                const Result<capture::When> when = capture::readWhen(line.value("at"), situation);
                if (!when)
                    return when.error();
                command.occurredAt = when->instant;
            }
            return incident::Command(command);
        });
}

int retract(const Verb& verb, const QStringList& arguments)
{
    CommandLine line(QLatin1String(verb.name), QLatin1String(verb.arguments), tr(verb.summary));
    return changeEntry(
        verb, line, arguments, [](QStringList words, const capture::Situation& situation) -> Result<incident::Command> {
            const Result<EntryId> entry = entryNamed(words.takeFirst(), *situation.state);
            if (!entry)
                return entry.error();
            return incident::Command(
                incident::RetractAct{situation.state->acts.value(*entry), words.join(QLatin1Char(' '))});
        });
}

int redact(const Verb& verb, const QStringList& arguments)
{
    CommandLine line(QLatin1String(verb.name), QLatin1String(verb.arguments), tr(verb.summary));
    std::vector<EntryId> quoting;
    const int exit = changeEntry(verb, line, arguments,
        [&](const QStringList& words, const capture::Situation& situation) -> Result<incident::Command> {
            incident::RedactEntries command;
            for (const QString& word : words) {
                if (const incident::Person* person = personNamed(word, *situation.state)) {
                    command.entries.push_back(person->entry);
                    continue;
                }
                const Result<EntryId> entry = entryNamed(word, *situation.state);
                if (!entry)
                    return entry.error();
                const std::vector<EntryId> spoken = rowsOf(*entry, *situation.state);
                command.entries.insert(command.entries.end(), spoken.begin(), spoken.end());
            }
            quoting = incident::quoting(*situation.state, command.entries);
            return incident::Command(command);
        });
    if (exit == exitOk)
        sayWhatIsLeft(quoting);
    return exit;
}

} // namespace warroom::app
